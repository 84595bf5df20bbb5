// Which files are dumps: patterns to paths, in an order that does not depend on the machine, and an error that
// says what to do where nothing is found or nothing can be read.
import { accessSync, constants, type Dirent, existsSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { glob } from 'tinyglobby';
import type { CalendarDay } from '../dump/index.ts';
import { isCalendarDay } from '../dump/phrases/dates.ts';
import { printable } from '../terminal/printable.ts';

/** A file of stories. */
export interface DumpFile {
  /** Path relative to the root, with forward slashes: how the dump is named everywhere. */
  name: string;
  /** Absolute path. */
  path: string;
  /** The day its name states: `2025-04-24.txt`, `wire-2025-04-24.txt`. */
  day?: CalendarDay;
}

/**
 * Finds the dumps that patterns name.
 * @param patterns globs or paths, relative to `root`; one that begins with `!` takes away
 * @returns the files, sorted by name, each once
 * @throws Error that names the pattern, the folder searched and what to do: where nothing matches, where a
 * pattern is a folder, where a file can't be read, or the folder in which a pattern begins
 */
export async function findDumps(patterns: readonly string[], root: string): Promise<DumpFile[]> {
  for (const pattern of patterns) await refuseFolder(pattern, root);
  const found = await glob([...patterns], {
    cwd: root,
    expandDirectories: false,
    absolute: true,
    ignore: ['**/node_modules/**'],
  });
  // A file whose name is not UTF-8 is reported by unreadFiles(); it can't be opened by the name that Node gives.
  const names = found.filter((name) => !hasBadName(name) || existsSync(name));
  if (names.length === 0) {
    const others = otherFiles(patterns, root);
    const there = others.length > 0 ? `There are other files: ${others.join(', ')}. ` : '';
    throw new Error(
      `No dump matches ${quote(patterns)} (searched from ${root}). ${there}` +
        'Put a text file of stories there, or name yours in src/content.config.ts: dumpLoader({ dumps: "dumps/**/*.txt" }).',
    );
  }
  const files = names.map((absolute) => dumpFile(absolute, root));
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const file of files) refuseUnreadable(file);
  return files;
}

/**
 * What a glob names that no shell has expanded: it was quoted, or Windows has it.
 * @returns paths relative to the folder, sorted
 */
export async function namesMatching(pattern: string, folder: string): Promise<string[]> {
  const slashed = path.sep === '\\' ? pattern.replaceAll(path.sep, '/') : pattern;
  return (await glob([slashed], { cwd: folder, expandDirectories: false })).sort();
}

/** The dump at a path, whether it is there or not. */
export function dumpFile(absolute: string, root: string): DumpFile {
  const name = path.relative(root, absolute).split(path.sep).join('/');
  const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u.exec(path.basename(absolute))?.[0];
  return { name, path: path.normalize(absolute), ...(day && isCalendarDay(day) && { day }) };
}

async function refuseFolder(pattern: string, root: string): Promise<void> {
  const found = await stat(path.resolve(root, pattern)).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new Error(
      `“${pattern}” is a folder (${path.resolve(root, pattern)}). Name the files in it: "${pattern.replace(/\/+$/u, '')}/**/*.txt".`,
    );
  }
}

/** @throws Error where a dump can't be read */
export function refuseUnreadable(file: DumpFile): void {
  try {
    accessSync(file.path, constants.R_OK);
  } catch (cause) {
    throw new Error(`The dump ${file.name} (${file.path}) can't be read. Check its permissions.`, { cause });
  }
}

/**
 * What stands in a folder of dumps.
 * @throws Error where it can't be read: its stories would be gone from the site without a word
 */
export function filesIn(folder: string, root: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && /^E(?:ACCES|PERM)$/u.test(String(cause.code))))
      throw cause;
    const name = path.relative(root, folder).split(path.sep).join('/');
    throw new Error(`The folder ${name} (${folder}) can't be read. Check its permissions.`, { cause });
  }
}

/**
 * What stands where dumps are looked for, and is named by no pattern.
 * @returns names of at most three files, relative to the root
 * @throws Error where a folder can't be read
 */
function otherFiles(patterns: readonly string[], root: string): string[] {
  const folders = patterns.map((pattern) => path.resolve(root, picomatch.scan(pattern).base));
  return folders
    .filter((folder) => existsSync(folder) && path.relative(folder, root) !== '')
    .flatMap((folder) =>
      filesIn(folder, root)
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) =>
          printable(path.relative(root, path.join(folder, entry.name)).split(path.sep).join('/')),
        ),
    )
    .sort()
    .slice(0, 3);
}

const quote = (patterns: readonly string[]) => patterns.map((pattern) => `“${pattern}”`).join(', ');

/** Node puts U+FFFD for bytes that are no UTF-8; no file has the name that it gives then. */
export function hasBadName(name: string): boolean {
  return name.includes('\ufffd');
}
