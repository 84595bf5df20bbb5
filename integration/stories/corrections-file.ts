// The file of corrections as it lies there: whether it is there, and whether it changed. What it says is asked where stories
// are indexed: what reads it, and the library of that, is loaded then.
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Corrections } from './corrections.ts';

/** A file of corrections; empty where a site has none. */
export class CorrectionsFile {
  /** Changes whenever a correction does. */
  readonly digest: string;
  readonly #text: string;
  readonly #name: string;
  readonly #file: string;
  readonly #isShared: boolean;

  /**
   * @param text the file's
   * @param name its own, as errors show it
   * @param file absolute path of it
   * @param isShared whether other collections would read the same file
   */
  constructor(text: string, name: string, file: string, isShared = false) {
    this.digest = hash('sha256', text).slice(0, 32);
    this.#text = text;
    this.#name = name;
    this.#file = file;
    this.#isShared = isShared;
  }

  /** @returns what it says; what is wrong in it comes to light by `verify()` */
  async parse(): Promise<Corrections> {
    const { Corrections } = await import('./corrections.ts');
    return new Corrections(this.#text, this.#name, this.#file, this.#isShared);
  }
}

/**
 * Reads the file of corrections of a site.
 * @param file absolute path
 * @param name the file's, as errors show it
 * @param required whether the file must be there
 * @throws Error where it is not, or can't be read
 */
export async function readCorrections(
  file: string,
  name: string,
  required: boolean,
): Promise<CorrectionsFile> {
  try {
    return new CorrectionsFile(await readFile(file, 'utf8'), name, file, !required);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (missing && !required) return new CorrectionsFile('', name, file, !required);
    const what = missing ? 'There is no file' : 'There is no reading the file';
    throw new Error(`${what} ${name} (${file}), which dumpLoader({ corrections }) names.`, { cause });
  }
}
