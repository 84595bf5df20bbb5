// Which dumps the arguments of a command name: files, and globs that a shell has left as they are.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type DumpFile, dumpFile, namesMatching, refuseUnreadable } from '../files/find-dumps.ts';
import { printableLine } from '../terminal/printable.ts';
import { errorMessage } from '../utils/errors.ts';

/** A dump that is there to be read. */
type NamedDump = DumpFile & { size: number };

/**
 * The dumps that the command's arguments name, relative to a folder.
 * @throws Error once, with everything that is not there, is no file, or can't be read
 */
export async function resolveDumps(names: readonly string[], folder: string): Promise<NamedDump[]> {
  const files: NamedDump[] = [];
  const failures: string[] = [];
  for (const name of names) {
    try {
      for (const each of await expanded(name, folder)) files.push(await resolveDump(each, folder));
    } catch (error) {
      failures.push(errorMessage(error));
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return files;
}

async function resolveDump(name: string, folder: string): Promise<NamedDump> {
  const file = { ...dumpFile(path.resolve(folder, name), folder), name };
  const found = await stat(file.path).catch((cause: unknown) => {
    const where = file.path === name ? '' : ` (${file.path})`;
    throw new Error(`There is no file ${name}${where}.`, { cause });
  });
  if (found.isDirectory()) {
    throw new Error(`${name} is a folder. Name the files in it: ${path.join(name, '*.txt')}`);
  }
  // One would be waited for without end, another has no end.
  if (!found.isFile()) {
    const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
    throw new Error(
      `${printableLine(name)} is ${kind}, and only files are read. Write its text into a file first.`,
    );
  }
  refuseUnreadable(file);
  return { ...file, size: found.size };
}

/** @returns the name, and for a glob that is no file itself the files that it matches */
async function expanded(name: string, folder: string): Promise<string[]> {
  if (!/[*?[{]/u.test(name) || existsSync(path.resolve(folder, name))) return [name];
  const matching = await namesMatching(name, folder);
  if (matching.length === 0) throw new Error(`No file matches ${name} (searched from ${folder}).`);
  return matching;
}
