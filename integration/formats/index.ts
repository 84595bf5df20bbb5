// The way into this folder: which format a dump is in, and a reader of it.
import { DumpReader, type Resumption } from '../dump/index.ts';
import type { Format, FormatOptions, FormatReader } from './format.ts';
import { JsonReader } from './readers/json.ts';
import { JsonLinesReader } from './readers/jsonl.ts';
import { LexisNexisReader } from './readers/lexisnexis.ts';
import { RecordsReader } from './readers/records.ts';
import { RefusedReader } from './readers/refused.ts';
import { type Separator, TableReader } from './readers/table.ts';
import { WetReader } from './readers/wet.ts';
import { type Sniffed, type SniffedFile, sniffFormat } from './sniff/index.ts';

export { readCanonicalStory } from './canonical.ts';
export { FIELD_NAMES, FIELDS, type FieldName, FieldNames } from './fields/names.ts';
export {
  FORMAT_TITLES,
  FORMATS,
  type Format,
  type FormatOptions,
  type FormatReader,
  isOwnText,
} from './format.ts';
export { refuseBinary, SNIFFED_BYTES, type Sniffed, sniffFormat } from './sniff/index.ts';

/** The format of a dump, with what its reader has to know of it. */
export type KnownFormat =
  | { name: Format; because: string; separator?: Separator | undefined }
  | { name: 'refused'; because: string };

/** @returns the format that was sniffed; a file that is refused is read by a reader that says why */
export function knownFormat(sniffed: Sniffed, file: string): KnownFormat {
  if ('refused' in sniffed) {
    const { looksLike, advice } = sniffed.refused;
    return {
      name: 'refused',
      because: `${file} looks like ${looksLike}, which is no text of stories; nothing of it is published. ${advice}`,
    };
  }
  const { format: name, because, separator } = sniffed;
  return { name, because, ...(separator && { separator }) };
}

/** @returns a format that the site states, with what its reader has to know of it */
export function statedFormat(name: Format, head: Uint8Array, file: SniffedFile): KnownFormat {
  const because = 'the site says so';
  if (name !== 'csv') return { name, because };
  const sniffed = sniffFormat(head, { ...file, name: 'stated.csv' });
  const separator = 'refused' in sniffed ? undefined : sniffed.separator;
  return { name, because, separator: separator ?? ',' };
}

/**
 * @param from where to go on, for formats that have checkpoints
 */
export function createReader(format: KnownFormat, options: FormatOptions, from?: Resumption): FormatReader {
  switch (format.name) {
    case 'pages':
      return new DumpReader(options, from);
    case 'records':
      return new RecordsReader(options);
    case 'jsonl':
      return new JsonLinesReader(options);
    case 'json':
      return new JsonReader(options);
    case 'csv':
      return new TableReader(options, format.separator ?? ',');
    case 'tsv':
      return new TableReader(options, '\t');
    case 'wet':
      return new WetReader(options);
    case 'lexisnexis':
      return new LexisNexisReader(options);
    case 'refused':
      return new RefusedReader(format.because);
  }
}
