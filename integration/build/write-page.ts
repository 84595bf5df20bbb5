// Writes a page into the output folder, in the thread that rendered it.
import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { FileState } from './output-folder.ts';

/**
 * Writes a page, and its folder where that is not there yet.
 * @param file absolute path
 */
export function writePage(file: string, content: Uint8Array): FileState {
  makeFolder(path.dirname(file));
  const handle = openSync(file, 'w');
  try {
    for (let at = 0; at < content.length; ) at += writeSync(handle, content, at);
    const { size, mtimeMs } = fstatSync(handle);
    return { size, mtime: mtimeMs };
  } finally {
    closeSync(handle);
  }
}

/** Most folders are new, and stand in one that is there: asking first, or making all of the way, takes longer. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch {
    mkdirSync(folder, { recursive: true });
  }
}
