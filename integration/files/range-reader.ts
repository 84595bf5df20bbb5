// Parts of files, read by byte range. A build reads two for each of its pages, out of a handful of files: those
// stay open. Synchronous, since what is asked for was just read or written, and waiting for a thread takes longer.
import { closeSync, openSync, readSync } from 'node:fs';

/** More files than this are not kept open: a site of daily dumps has thousands. */
const MAX_OPEN = 64;

/** Files that are read in parts. */
export class RangeReader {
  readonly #handles = new Map<string, number>();

  /**
   * @returns the bytes from `start` to `end`, or fewer where the file is shorter
   * @throws where the file can't be opened or read
   */
  read(file: string, start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start);
    return bytes.subarray(0, readSync(this.#open(file), bytes, 0, bytes.length, start));
  }

  /** Lets go of every file. */
  close(): void {
    for (const handle of this.#handles.values()) closeSync(handle);
    this.#handles.clear();
  }

  #open(file: string): number {
    const open = this.#handles.get(file);
    if (open !== undefined) return open;
    if (this.#handles.size >= MAX_OPEN) this.close();
    const handle = openSync(file, 'r');
    this.#handles.set(file, handle);
    return handle;
  }
}
