// Which of a project's collections is locked: of those that builds published, the one that was named, or that has the
// customary name, or that is alone.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { publishedFile } from '../stories/published-addresses.ts';
import {
  CUSTOMARY_COLLECTION as CUSTOMARY,
  collectionOf,
  storyIndexFolder,
} from '../stories/story-index-folder.ts';

export const CUSTOMARY_LOCK = 'src/addresses.lock';

export interface Chosen {
  collection: string;
  /** Others that were built as well, in order. */
  others: readonly string[];
  /** Where the lock is. */
  out: string;
}

/**
 * @param cache Astro's cache folder
 * @throws Error where several could be meant, or several would share a lock
 */
export function chooseCollection(
  cache: string,
  { collection, out }: { collection?: string | undefined; out?: string | undefined },
): Chosen {
  const built = builtIn(cache);
  const only = built.length === 1 ? built[0] : undefined;
  if (collection === undefined && built.length > 1 && !built.includes(CUSTOMARY)) {
    throw new Error(
      `Several collections were built: ${built.map((name) => `“${name}”`).join(', ')}. ` +
        'Name one by --collection, and its lock by --out.',
    );
  }
  const chosen = collection ?? only ?? CUSTOMARY;
  const others = built.filter((name) => name !== chosen);
  if (out === undefined && chosen !== CUSTOMARY && built.length > 1 && built.includes(chosen)) {
    throw new Error(
      `A lock is of one collection, and ${CUSTOMARY_LOCK} may be that of another one: ` +
        `name the lock of “${chosen}” by --out, as dumpLoader({ addresses }) has it.`,
    );
  }
  return { collection: chosen, others, out: out ?? CUSTOMARY_LOCK };
}

/** @returns names of the collections whose addresses builds published, in order */
function builtIn(cache: string): string[] {
  const folder = path.dirname(storyIndexFolder(cache, CUSTOMARY));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(publishedFile(path.join(folder, name))))
    .map(collectionOf)
    .sort();
}
