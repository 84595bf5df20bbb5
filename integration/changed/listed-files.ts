// What is in the folder of a built site, and what was there when it was deployed last: size and time of each file, and a
// digest, so that a file which was written again with the same bytes does not count as changed.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';

interface ListedFile {
  size: number;
  /** In milliseconds since 1970. */
  mtime: number;
  digest: string;
}

/** Files by name, relative to the folder, with forward slashes. */
export type ListedFiles = ReadonlyMap<string, ListedFile>;

const listSchema = z.array(z.tuple([z.string(), z.number(), z.number(), z.string()]));
const DIGEST_LENGTH = 24;

/**
 * Lists what is in a folder.
 * @param before files whose digest is known where size and time are the same
 * @throws Error where there is no such folder
 */
export function fileList(folder: string, before: ListedFiles): ListedFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder ${folder}. Build the site first, or name its folder: --dir FOLDER.`);
  const files = new Map<string, ListedFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    const { size, mtimeMs: mtime } = statSync(file);
    const known = before.get(name);
    const isSame = known?.size === size && known.mtime === mtime;
    files.set(name, { size, mtime, digest: isSame ? known.digest : digestOf(file) });
  }
  return files;
}

const digestOf = (file: string) => hash('sha256', readFileSync(file), 'hex').slice(0, DIGEST_LENGTH);

/** What was written and deleted between two times. */
export interface Changes {
  written: string[];
  deleted: string[];
}

/** @returns names of files, in the order of their lists; a file that was written again with the same bytes did not change */
export function changesSince(before: ListedFiles, now: ListedFiles): Changes {
  return {
    written: [...now]
      .filter(([name, { digest }]) => before.get(name)?.digest !== digest)
      .map(([name]) => name),
    deleted: [...before.keys()].filter((name) => !now.has(name)),
  };
}

/** @returns what was there when the folder was deployed last; nothing where that was never marked */
export function readListed(cache: string, folder: string): ListedFiles {
  const list = readCacheFile(markOf(cache, folder), listSchema) ?? [];
  return new Map(list.map(([name, size, mtime, digest]) => [name, { size, mtime, digest }]));
}

/** Marks a deployment. */
export function writeListed(cache: string, folder: string, files: ListedFiles): void {
  const list = Array.from(files, ([name, { size, mtime, digest }]) => [name, size, mtime, digest]);
  writeCacheFile(markOf(cache, folder), list);
}

/** One for each folder: a project may have several sites. */
function markOf(cache: string, folder: string): string {
  return path.join(cache, 'wirecopy', `deployed-${hash('sha256', folder, 'hex').slice(0, 16)}.json`);
}
