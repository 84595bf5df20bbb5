// The collections of a project, which Astro loads at the same time: files that one of them leaves out another may read,
// and a lock of addresses is of one of them.
import path from 'node:path';
import type { DumpFile } from '../files/find-dumps.ts';
import { processWide } from '../utils/process-wide.ts';
import { CUSTOMARY_COLLECTION, collectionOf } from './story-index-folder.ts';

/** What the others of a project have to know of a load. */
export interface ProjectLoad {
  dumps: Promise<readonly DumpFile[]>;
  /** Path of the lock of addresses, where the collection names none of its own. */
  customaryLock: string | undefined;
}

/** Before anything is waited for: then each load knows of all others. @param index folder of the collection's story index */
export function announceLoad(index: string, load: ProjectLoad): void {
  // Who waits for them says what was wrong.
  load.dumps.catch(() => undefined);
  loads().set(index, load);
}

/** @returns names of the dumps of a project's other collections */
export async function dumpsOfOthers(index: string): Promise<Set<string>> {
  const found = await Promise.all(othersOf(index).map(([, { dumps }]) => dumps.catch(() => [])));
  return new Set(found.flat().map(({ name }) => name));
}

/**
 * @returns the collection whose lock it is, where this one is not the only one that would read it
 * @throws Error where it may be that of any
 */
export function ownerOfLock(index: string, lock: string): string {
  const own = collectionOf(path.basename(index));
  const sharers = othersOf(index).filter(([, { customaryLock }]) => customaryLock === lock);
  const names = [own, ...sharers.map(([other]) => collectionOf(path.basename(other)))];
  if (names.length === 1) return own;
  if (names.includes(CUSTOMARY_COLLECTION)) return CUSTOMARY_COLLECTION;
  throw new Error(
    `${path.basename(lock)} is the lock of one collection, and ${names.sort().join(', ')} would all read it. ` +
      'Name a lock for each by dumpLoader({ addresses }).',
  );
}

function othersOf(index: string): [index: string, load: ProjectLoad][] {
  const folder = path.dirname(index);
  return [...loads()].filter(([other]) => other !== index && path.dirname(other) === folder);
}

const loads = () =>
  processWide(
    'loads',
    () => new Map<string, ProjectLoad>(),
    (found): found is Map<string, ProjectLoad> => found instanceof Map,
  );
