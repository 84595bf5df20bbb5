// The thread that writes pages: makes their folders, writes them, and tells what the file system says of each. A
// thread of its own, because making files takes nearly as long as rendering what is in them.
import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';

/** A page on its way to its file. */
export interface PageToWrite {
  /** Absolute path. */
  file: string;
  content: Uint8Array;
}

/** What the file system says of pages, in the order in which they came; or what went wrong. */
export type WriteResult = { states: { size: number; mtime: number }[] } | { error: string };

let lastFolder = '';

function write({ file, content }: PageToWrite): { size: number; mtime: number } {
  const folder = path.dirname(file);
  if (folder !== lastFolder) makeFolder(folder);
  lastFolder = folder;
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

parentPort?.on('message', (pages: PageToWrite[]) => {
  let written: WriteResult;
  try {
    written = { states: pages.map(write) };
  } catch (error) {
    written = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(written);
});
