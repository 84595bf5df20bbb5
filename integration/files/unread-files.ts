// Files beside the dumps that no build reads: what a glob leaves out without anyone meaning it to (.docx, .TXT, .html),
// and what it names but nobody can read (a folder, a pipe, a name that is no UTF-8). They are reported by name.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { type DumpFile, filesIn, hasBadName } from './find-dumps.ts';

/** What nobody takes for a dump: hidden files, pictures and the like, and what says how a folder is meant. */
const NO_DUMPS =
  /^\.|^(?:readme|license)\b|^(?:thumbs\.db|desktop\.ini)$|\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|mp[34]|mov|wav|db)$/iu;

/** A file that is not read, and why. */
export interface UnreadFile {
  /** Relative to the root, with forward slashes. */
  name: string;
  /** Why, where a pattern names it all the same. */
  why?: string;
}

/**
 * Looks into the folders that patterns name.
 * @param patterns as `findDumps()` takes them; what one that begins with `!` takes away is not reported
 * @param dumps what they name
 * @throws Error where one of them can't be read
 */
export function unreadFiles(
  patterns: readonly string[],
  root: string,
  dumps: readonly DumpFile[],
): UnreadFile[] {
  const globs = patterns.filter((pattern) => !pattern.startsWith('!'));
  const isNamed = picomatch(globs.map((pattern) => pattern.replace(/^\.\//u, '')));
  const read = new Set(dumps.map(({ path }) => path));
  const unread: UnreadFile[] = [];
  const look = (folder: string, isDeep: boolean) => {
    for (const entry of filesIn(folder, root)) {
      const file = path.join(folder, entry.name);
      if (read.has(file) || NO_DUMPS.test(entry.name) || entry.name === 'node_modules') continue;
      const relative = path.relative(root, file).split(path.sep).join('/');
      const named = isNamed(relative) || isNamed(file);
      const kind = entry.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : entry;
      const isFolder = kind?.isDirectory() === true;
      if (!isFolder && named && kind?.isFile() && !hasBadName(entry.name)) continue;
      if (named || !isFolder)
        unread.push({ name: relative, ...(named && { why: reason(kind, entry.name) }) });
      if (entry.isDirectory() && isDeep) look(file, isDeep);
    }
  };
  for (const [folder, isDeep] of foldersOf(globs, root, dumps)) look(folder, isDeep);
  return unread.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @returns of several globs those that name no dump; where one is all there is, that is an error of its own */
export function idleGlobs(patterns: readonly string[], root: string, dumps: readonly DumpFile[]): string[] {
  return patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .filter((pattern) => {
      const named = path.resolve(root, pattern);
      const isNamed = picomatch(pattern.replace(/^\.\//u, ''));
      return !dumps.some(({ name, path }) => path === named || isNamed(name) || isNamed(path));
    });
}

/** Folders to look into, and whether those below as well. */
function foldersOf(globs: readonly string[], root: string, dumps: readonly DumpFile[]): Map<string, boolean> {
  const folders = new Map<string, boolean>();
  for (const glob of globs.filter((each) => /[*?[{(]/u.test(each))) {
    const folder = path.resolve(root, picomatch.scan(glob).base);
    // Not all of a project, or of a disk.
    const isTooMuch = !path.relative(folder, root).startsWith('..');
    if (existsSync(folder) && !isTooMuch) folders.set(folder, glob.includes('**'));
  }
  const isBelow = (folder: string) =>
    folders.has(folder) ||
    [...folders].some(([above, isDeep]) => isDeep && folder.startsWith(above + path.sep));
  if (globs.some((each) => /[*?[{(]/u.test(each)))
    for (const folder of new Set(dumps.map((dump) => path.dirname(dump.path))))
      if (!isBelow(folder)) folders.set(folder, false);
  return folders;
}

function reason(kind: { isDirectory(): boolean; isFile(): boolean } | undefined, name: string): string {
  if (hasBadName(name)) return 'its name is not UTF-8: rename it';
  if (!kind) return 'a link to nothing';
  return kind.isDirectory()
    ? 'a folder'
    : kind.isFile()
      ? 'it can’t be read'
      : 'no file but a pipe, a socket or a device';
}
