// The output folder: what is in it, and what a build may delete. Only files that a build of this package wrote are
// deleted, unless the folder is emptied as Astro itself would.
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

/** Empties the folder, as Astro does before a build. */
export function emptyFolder(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name !== '.git') rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Deletes files, and the folders that this leaves empty.
 * @param files relative to the folder; a name that leads out of it is ignored
 */
export function removeFiles(folder: string, files: Iterable<string>): void {
  for (const file of files) {
    if (!isInside(folder, file)) continue;
    rmSync(path.join(folder, file), { force: true });
    for (let parent = path.dirname(file); parent !== '.'; parent = path.dirname(parent)) {
      try {
        rmdirSync(path.join(folder, parent));
      } catch {
        // Not empty, or gone already.
        break;
      }
    }
  }
}

/** Whether a name stands for something in a folder. */
function isInside(folder: string, file: string): boolean {
  return path.resolve(folder, file).startsWith(path.join(path.resolve(folder), path.sep));
}

/** What the file system says of a file. */
export interface FileState {
  /** In bytes. */
  size: number;
  /** Time of its last change, in milliseconds since 1970. */
  mtime: number;
}

/** What a file held, and the time of its last change. */
interface FileContent {
  digest: string;
  /** In milliseconds since 1970. */
  mtime: number;
}

/** @returns the states of files that are about to be written again, by name */
export function readFileStates(folder: string, files: readonly string[]): Map<string, FileContent> {
  const states = new Map<string, FileContent>();
  for (const name of files) {
    const file = path.join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile()) states.set(name, { digest: digestOf(file), mtime: found.mtimeMs });
  }
  return states;
}

/**
 * Gives files that hold what they held the time that they had. Hosts such as nginx know a file by its time: a feed
 * without a new story must not be sent again to everyone who follows it.
 */
export function restoreModifiedTimes(folder: string, states: ReadonlyMap<string, FileContent>): void {
  for (const [name, { digest, mtime }] of states) {
    const file = path.join(folder, name);
    const found = fileState(file);
    if (!found || found.mtime === mtime) continue;
    if (digestOf(file) === digest) utimesSync(file, mtime / 1000, mtime / 1000);
  }
}

/** The folder of a relative name with forward slashes: `path.dirname()` takes several times as long. */
const folderOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('/')));

const digestOf = (file: string) => hash('sha256', readFileSync(file));

/** @returns size and time of a file; nothing where it is not there */
export function fileState(file: string): FileState | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { size: found.size, mtime: found.mtimeMs } : undefined;
}

/**
 * @param known files that need not be found again, relative to the folder
 * @param preserved folders that search keeps, relative to the folder
 * @returns every other file in the folder, relative to it; folders that hold known files alone are not opened
 */
export function unlistedFiles(
  folder: string,
  known: ReadonlyMap<string, unknown>,
  preserved: readonly string[] = [],
): string[] {
  // Folders of one page and nothing below: nobody else puts anything there, and there may be a hundred thousand.
  const parents = new Set<string>();
  for (const file of known.keys()) parents.add(folderOf(folderOf(file)));
  const isLeaf = (name: string) => known.has(`${name}/index.html`) && !parents.has(name);
  const others: string[] = [];
  const visit = (relative: string) => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      const name = relative ? `${relative}/${entry.name}` : entry.name;
      if (entry.isFile() && !known.has(name)) others.push(name);
      else if (entry.isDirectory() && !isLeaf(name) && !preserved.includes(name)) visit(name);
    }
  };
  visit('');
  return others.sort();
}
