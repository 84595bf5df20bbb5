// Files that are there whole or not at all: written under another name beside their place, and renamed. Synchronous: an
// archive of small dumps has several files for each, and waiting for a thread takes longer than writing.
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainWriteError } from './writable.ts';

/** A file that is being written. It takes its place with `commit()`; until then the one before stays. */
export class AtomicFile {
  readonly #file: string;
  readonly #handle: number;

  private constructor(file: string, handle: number) {
    this.#file = file;
    this.#handle = handle;
  }

  /** Begins a file; makes its folder where there is none. */
  static open(file: string): AtomicFile {
    try {
      return new AtomicFile(file, openForWriting(temporary(file)));
    } catch (error) {
      throw explainWriteError(error, file);
    }
  }

  /** Appends to what was written so far. */
  write(data: string | Uint8Array): void {
    try {
      writeFileSync(this.#handle, data);
    } catch (error) {
      throw explainWriteError(error, this.#file);
    }
  }

  /** Puts the file in its place. */
  commit(): void {
    closeSync(this.#handle);
    renameSync(temporary(this.#file), this.#file);
  }

  /** Deletes what was written; the file that was there before stays. */
  discard(): void {
    closeSync(this.#handle);
    rmSync(temporary(this.#file), { force: true });
  }
}

/** Writes a file so that it is there whole or not at all. */
export function writeFileAtomic(file: string, text: string | Uint8Array): void {
  const writing = AtomicFile.open(file);
  try {
    writing.write(text);
  } catch (error) {
    writing.discard();
    throw error;
  }
  writing.commit();
}

/** Nearly every folder is there: to make sure of it takes as long as to open the file. */
function openForWriting(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(path.dirname(file), { recursive: true });
    return openSync(file, 'w');
  }
}

const temporary = (file: string) => `${file}.${process.pid}.tmp`;
