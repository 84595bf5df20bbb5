// The collections of a project, which Astro loads at the same time: files that one of them leaves out another may read,
// and a lock of addresses, or a file of corrections, is of one of them.
import path from 'node:path';
import type { DumpFile } from '../files/find-dumps.ts';
import { processWide } from '../utils/process-wide.ts';
import { CUSTOMARY_COLLECTION, collectionOf } from './story-index-folder.ts';

/** What the others of a project have to know of a load. */
export interface ProjectLoad {
  dumps: Promise<readonly DumpFile[]>;
  /** Paths of the customary files that it reads, since it names none of its own. */
  customary: readonly string[];
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
 * @param file a customary one that the collection would read
 * @returns the collection whose it is; nothing where it may be that of any of several
 */
export function ownerOf(index: string, file: string): string | undefined {
  const sharers = othersOf(index).filter(([, { customary }]) => customary.includes(file));
  const names = [index, ...sharers.map(([other]) => other)].map((each) => collectionOf(path.basename(each)));
  return names.length === 1 ? names[0] : names.find((name) => name === CUSTOMARY_COLLECTION);
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
