// Files of one JSON value a line: how they are written so that none is ever half there, and how they are read
// without holding them whole.
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Lines are written in batches of about so many characters. */
const BATCH = 2 ** 20;

/** Writes a file line by line under another name, and puts it in its place once it is whole. */
export class LineWriter {
  /** Bytes written so far: where the next line begins. */
  offset = 0;
  readonly #file: string;
  readonly #handle: FileHandle;
  #batch: string[] = [];
  #characters = 0;

  private constructor(file: string, handle: FileHandle) {
    this.#file = file;
    this.#handle = handle;
  }

  static async open(file: string): Promise<LineWriter> {
    await mkdir(path.dirname(file), { recursive: true });
    return new LineWriter(file, await open(temporary(file), 'w'));
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

  /** Writes what has gathered, if it is much. To be called now and then. */
  async settle(): Promise<void> {
    if (this.#characters >= BATCH) await this.#flush();
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#handle.close();
    await rename(temporary(this.#file), this.#file);
  }

  /** Takes back what was written. */
  async abandon(): Promise<void> {
    await this.#handle.close();
    await rm(temporary(this.#file), { force: true });
  }

  async #flush(): Promise<void> {
    const batch = this.#batch.join('');
    this.#batch = [];
    this.#characters = 0;
    await this.#handle.writeFile(batch);
  }
}

/** @returns the lines of a file, as they stand there */
export function readLines(file: string): AsyncIterable<string> {
  return createInterface({
    input: createReadStream(file, { highWaterMark: 2 ** 18 }),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
}

/** Writes a small file so that it is there whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(temporary(file), 'w');
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await rename(temporary(file), file);
}

const temporary = (file: string) => `${file}.${process.pid}.new`;
