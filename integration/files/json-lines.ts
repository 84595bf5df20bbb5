// Files of one JSON value a line, written and read without holding them whole.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AtomicFile } from './atomic-file.ts';
import { readChunks } from './read-chunks.ts';

/** Lines are written in batches of about so many characters. */
const BATCH = 2 ** 20;
const CHUNK_BYTES = 2 ** 18;
const LINE_FEED = 0x0a;

/** Writes a file line by line; it takes its place once it is whole. */
export class LineWriter {
  /** Bytes written so far: where the next line begins. */
  offset = 0;
  readonly #file: AtomicFile;
  readonly #digest = createHash('sha256');
  #batch: string[] = [];
  #characters = 0;

  private constructor(file: AtomicFile) {
    this.#file = file;
  }

  static open(file: string): LineWriter {
    return new LineWriter(AtomicFile.open(file));
  }

  /** @returns byte offset and length of the line, its line feed not counted */
  add(line: string): [offset: number, length: number] {
    const length = Buffer.byteLength(line);
    const at = this.offset;
    this.offset += length + 1;
    this.#batch.push(line, '\n');
    this.#characters += line.length;
    return [at, length];
  }

  /**
   * Takes over the beginning of another file, before any line is added.
   * @param end where it ends there: behind a line feed
   */
  copy(file: string, end: number): void {
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end));
      while (this.offset < end) {
        const read = readSync(handle, bytes, 0, Math.min(bytes.length, end - this.offset), this.offset);
        if (read === 0) throw new Error(`${file} ends before byte ${end}.`);
        this.#digest.update(bytes.subarray(0, read));
        this.#file.write(bytes.subarray(0, read));
        this.offset += read;
      }
    } finally {
      closeSync(handle);
    }
  }

  /** Writes what has gathered, if that is a batch. To be called between lines. */
  flushIfFull(): void {
    if (this.#characters >= BATCH) this.#flush();
  }

  /**
   * Puts the file in its place.
   * @returns SHA-256 of the file
   */
  commit(): string {
    this.#flush();
    this.#file.commit();
    return this.#digest.digest('hex');
  }

  /** Deletes what was written. */
  discard(): void {
    this.#file.discard();
  }

  #flush(): void {
    const batch = this.#batch.join('');
    this.#batch = [];
    this.#characters = 0;
    this.#digest.update(batch);
    this.#file.write(batch);
  }
}

/**
 * The lines of a file. A line ends at a line feed and nowhere else: JSON may hold U+2028 and U+2029 as they are.
 * @returns them without their line feeds, in order, several at a time: to wait for each takes as long as reading it
 */
export async function* readLinesInBatches(file: string): AsyncGenerator<string[]> {
  let rest = Buffer.alloc(0);
  for await (const chunk of readChunks(file, 0)) {
    const read = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let bytes = rest.length > 0 ? Buffer.concat([rest, read]) : read;
    const end = bytes.lastIndexOf(LINE_FEED);
    if (end >= 0) {
      yield bytes.toString('utf8', 0, end).split('\n');
      bytes = bytes.subarray(end + 1);
    }
    // Copied, since its memory is used again.
    rest = Buffer.from(bytes);
  }
  if (rest.length > 0) yield [rest.toString()];
}

/**
 * The same, one at a time, for whoever can't wait: never more than a piece of the file is held.
 * @throws where the file can't be read
 */
export function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    let bytes = Buffer.allocUnsafe(CHUNK_BYTES);
    /** Bytes of a line whose end is not read yet. */
    let held = 0;
    for (;;) {
      // A line may be longer than any piece.
      if (held === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
      const read = readSync(handle, bytes, held, bytes.length - held, null);
      if (read === 0) break;
      const length = held + read;
      const end = bytes.lastIndexOf(LINE_FEED, length - 1);
      if (end >= 0) yield* bytes.toString('utf8', 0, end).split('\n');
      const from = end + 1;
      bytes.copy(bytes, 0, from, length);
      held = length - from;
    }
    if (held > 0) yield bytes.toString('utf8', 0, held);
  } finally {
    closeSync(handle);
  }
}

/**
 * The lines of a file, the last one first, each with the offset that it begins at. Few of them are asked for.
 * @param file whose last line ends with a line feed
 */
export function* linesFromEnd(file: string): Generator<{ offset: number; line: string }> {
  const handle = openSync(file, 'r');
  try {
    // All but the line feed of the last line.
    let start = fstatSync(handle).size - 1;
    /** What stands behind `start` and is not given yet. */
    let rest = Buffer.alloc(0);
    while (start > 0) {
      const from = Math.max(0, start - CHUNK_BYTES);
      const chunk = Buffer.alloc(start - from);
      readSync(handle, chunk, 0, chunk.length, from);
      const bytes = Buffer.concat([chunk, rest]);
      let end = bytes.length;
      for (let at = lineFeedBefore(bytes, end); at >= 0; at = lineFeedBefore(bytes, end)) {
        yield { offset: from + at + 1, line: bytes.toString('utf8', at + 1, end) };
        end = at;
      }
      rest = bytes.subarray(0, end);
      start = from;
    }
    if (rest.length > 0) yield { offset: 0, line: rest.toString() };
  } finally {
    closeSync(handle);
  }
}

const lineFeedBefore = (bytes: Buffer, end: number) =>
  end === 0 ? -1 : bytes.lastIndexOf(LINE_FEED, end - 1);
