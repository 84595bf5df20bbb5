// The files of a folder, listed and copied one at a time. Links are not followed.
import { constants, copyFileSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A folder holds something that no build writes. */
export class UnsupportedFileError extends Error {}

/**
 * @returns every file below a folder, relative to it, with forward slashes
 * @throws UnsupportedFileError where something is neither a file nor a folder
 */
export function* filesIn(folder: string, relative = ''): Generator<string> {
  for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
    const name = relative ? `${relative}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* filesIn(folder, name);
    else if (entry.isFile()) yield name;
    else throw new UnsupportedFileError(`${name} is neither a file nor a folder`);
  }
}

/** @returns size of a file, in bytes */
export function sizeOf(folder: string, file: string): number {
  return lstatSync(path.join(folder, file)).size;
}

/** Copies files from one folder to another. A file that is there already is not replaced. */
export class FolderCopier {
  readonly #to: string;
  #lastFolder = '';

  constructor(to: string) {
    this.#to = to;
  }

  /**
   * A copy and not a link: whoever builds a shard again writes into its files.
   * @returns whether there was none of this name before
   */
  copy(from: string, file: string): boolean {
    const parent = path.dirname(file);
    if (parent !== this.#lastFolder) mkdirSync(path.join(this.#to, parent), { recursive: true });
    this.#lastFolder = parent;
    try {
      // Where the file system can, the copy shares its blocks until one of the two is written to.
      const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
      copyFileSync(path.join(from, file), path.join(this.#to, file), mode);
      return true;
    } catch (error) {
      if (fileExists(error)) return false;
      throw error;
    }
  }
}

function fileExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
