// Files that are there whole or not at all: written under another name beside their place, and renamed.
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { explainWriteError } from './writable.ts';

/** A file that is being written. It takes its place with `commit()`; until then the one before stays. */
export class AtomicFile {
  readonly #file: string;
  readonly #handle: FileHandle;

  private constructor(file: string, handle: FileHandle) {
    this.#file = file;
    this.#handle = handle;
  }

  /** Begins a file; makes its folder where there is none. */
  static async open(file: string): Promise<AtomicFile> {
    try {
      await mkdir(path.dirname(file), { recursive: true });
      return new AtomicFile(file, await open(temporary(file), 'w'));
    } catch (error) {
      throw explainWriteError(error, file);
    }
  }

  /** Appends to what was written so far. */
  async write(data: string | Uint8Array): Promise<void> {
    try {
      await this.#handle.writeFile(data);
    } catch (error) {
      throw explainWriteError(error, this.#file);
    }
  }

  /** Puts the file in its place. */
  async commit(): Promise<void> {
    await this.#handle.close();
    await rename(temporary(this.#file), this.#file);
  }

  /** Deletes what was written; the file that was there before stays. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(temporary(this.#file), { force: true });
  }
}

/** Writes a file so that it is there whole or not at all. */
export async function writeFileAtomic(file: string, text: string): Promise<void> {
  const writing = await AtomicFile.open(file);
  try {
    await writing.write(text);
  } catch (error) {
    await writing.discard();
    throw error;
  }
  await writing.commit();
}

const temporary = (file: string) => `${file}.${process.pid}.tmp`;
