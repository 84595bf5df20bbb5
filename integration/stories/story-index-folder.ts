// Where the story index of a collection is.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The collection that a section has which names none. */
export const CUSTOMARY_COLLECTION = 'stories';

/** @returns path of the folder of a collection's story index and of its dump cache */
export function storyIndexFolder(cacheDir: URL | string, collection: string): string {
  const cache = typeof cacheDir === 'string' ? path.resolve(cacheDir) : fileURLToPath(cacheDir);
  return path.join(cache, 'wirecopy', encodeURIComponent(collection));
}

/** @returns the collection whose folder has this name */
export function collectionOf(name: string): string {
  return decodeURIComponent(name);
}
