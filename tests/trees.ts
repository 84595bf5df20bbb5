// What a folder holds, so that two builds can be compared file by file.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** @returns the digest of every file below a folder, by its path in it, in order; of a file, its own */
export function treeOf(folder: string): Record<string, string> {
  const found = statSync(folder, { throwIfNoEntry: false });
  const files = found?.isDirectory() ? filesBelow(folder) : found ? [folder] : [];
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
