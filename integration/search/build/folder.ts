// An index in a folder.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { IndexOutput } from './index.ts';

/** Names of folders of an index: no others are touched. */
const OWN = /^[0-9a-f]{16}$/u;

/** Reads and writes the files of an index in a folder. */
export class IndexFolder implements IndexOutput {
  readonly #folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(path.join(this.#folder, name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const file = path.join(this.#folder, name);
    const folder = path.dirname(file);
    if (!this.#made.has(folder)) await mkdir(folder, { recursive: true });
    this.#made.add(folder);
    await writeFile(file, bytes);
  };

  /** Deletes the folders of other indexes. */
  async keepOnly(folders: readonly string[]): Promise<void> {
    if (!existsSync(this.#folder)) return;
    for (const entry of await readdir(this.#folder, { withFileTypes: true })) {
      if (entry.isDirectory() && OWN.test(entry.name) && !folders.includes(entry.name))
        await rm(path.join(this.#folder, entry.name), { recursive: true });
    }
  }
}
