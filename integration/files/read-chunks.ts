// A file as a stream of chunks, read into the same memory over and over; a small one at once.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** How many bytes are read at a time. */
export const CHUNK_BYTES = 2 ** 18;

/** Called after every read, with how many bytes of the file are behind it. */
export type OnRead = ((position: number) => void) | undefined;

/**
 * Reads a file one piece ahead. A piece is valid until the next one is asked for.
 * @param start byte offset of the first piece
 */
export async function* readChunks(file: string, start: number, onRead?: OnRead): AsyncGenerator<Uint8Array> {
  const small = readSmall(file);
  if (small) {
    if (small.length <= start) return;
    onRead?.(small.length);
    yield small.subarray(start);
    return;
  }
  let taken = new Uint8Array(CHUNK_BYTES);
  let ahead = new Uint8Array(CHUNK_BYTES);
  let position = start;
  const handle = await open(file);
  let reading = handle.read(ahead, 0, CHUNK_BYTES, position);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      position += bytesRead;
      [taken, ahead] = [ahead, taken];
      reading = handle.read(ahead, 0, CHUNK_BYTES, position);
      onRead?.(position);
      yield taken.subarray(0, bytesRead);
    }
  } finally {
    // Nobody may be waiting for this read any more, and then its error concerns nobody.
    await reading.catch(() => {});
    await handle.close();
  }
}

/**
 * Synchronous, as `readHead()`: waiting for a thread takes longer than reading, and a site may have ten thousand small
 * dumps.
 * @returns a file that is no larger than a chunk
 */
function readSmall(file: string): Uint8Array | undefined {
  const handle = openSync(file, 'r');
  try {
    return fstatSync(handle).size <= CHUNK_BYTES ? readFileSync(handle) : undefined;
  } finally {
    closeSync(handle);
  }
}

/** @returns the first bytes of a file, fewer where it is shorter */
export function readHead(file: string, bytes: number): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const head = new Uint8Array(bytes);
    return head.subarray(0, readSync(handle, head, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}
