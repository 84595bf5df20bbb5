// In which encoding a dump is, as the site states it: one for all dumps, or one by glob.
import type { ReadingOptions } from '../config/loader-options.ts';
import { ByGlob } from './by-glob.ts';

const UTF8 = 'utf-8';

/** Tells the encodings of dumps by a site's options. */
export class EncodingFinder {
  readonly #stated: ByGlob<string>;
  readonly #ofAll: string;

  constructor({ encoding = UTF8 }: Pick<ReadingOptions, 'encoding'> = {}) {
    this.#stated = new ByGlob(typeof encoding === 'string' ? {} : encoding);
    this.#ofAll = typeof encoding === 'string' ? encoding : UTF8;
  }

  /** @param name of the dump: its path relative to the root, with forward slashes */
  find(name: string): string {
    return this.#stated.find(name) ?? this.#ofAll;
  }
}
