// Which format a dump is in: what the site states for it, else what its first kilobytes show.
import type { FormatOption, ReadingOptions } from '../config/loader-options.ts';
import type { DumpText } from '../files/dump-text.ts';
import { FieldNames } from '../formats/fields/names.ts';
import type { KnownFormat } from '../formats/format.ts';
import { type ByGlob, namesByGlob } from './by-glob.ts';
import { type EncodingFinder, encodingsOf } from './encoding-finder.ts';

/** Of a dump that is cached, the format is known. */
const loadFormats = async () => await import('../formats/index.ts');

/** Tells the formats of dumps by a site's options. */
export class FormatFinder {
  readonly #stated: ByGlob<FormatOption, FormatOption>;
  readonly #names: FieldNames;
  readonly #encodings: EncodingFinder;
  /** Asked for once: to look a module up takes as long as to look at a small dump. */
  #formats: ReturnType<typeof loadFormats> | undefined;

  constructor({ format = 'auto', fields, encoding }: ReadingOptions = {}) {
    this.#names = new FieldNames(fields);
    this.#encodings = encodingsOf({ encoding });
    this.#stated = namesByGlob(format, 'auto');
  }

  /** @param name of the dump: its path relative to the root, with forward slashes */
  async find(name: string, text: DumpText): Promise<KnownFormat> {
    this.#formats ??= loadFormats();
    const { knownFormat, refuseBinary, refuseUtf8, SNIFFED_BYTES, sniffFormat, statedFormat } =
      await this.#formats;
    const head = await text.head(SNIFFED_BYTES);
    const file = { name, isWhole: head.isWhole, names: this.#names };
    const encoding = this.#encodings.find(name);
    const misread = refuseUtf8(head.raw, head.isWhole, encoding);
    if (misread) return knownFormat({ refused: misread }, name);
    const stated = this.#stated.find(name);
    if (stated !== 'auto') return statedFormat(stated, head.text, file);
    const refused = refuseBinary(head.raw, encoding);
    return knownFormat(refused ? { refused } : sniffFormat(head.text, file), name);
  }
}
