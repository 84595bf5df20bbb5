// A file as a stream of chunks, read into the same memory over and over.
import { closeSync, openSync, readSync } from 'node:fs';
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

/** @returns the first bytes of a file, fewer where it is shorter */
export function readHead(file: string, bytes: number): Uint8Array {
  // Synchronous: waiting for a thread takes longer than reading, and a site may have ten thousand small dumps.
  const handle = openSync(file, 'r');
  try {
    const head = new Uint8Array(bytes);
    return head.subarray(0, readSync(handle, head, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}
