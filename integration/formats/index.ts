// The way into this folder: which format a dump is in, and a reader of it.
import { DumpReader, type Resumption } from '../dump/index.ts';
import type { Format, FormatOptions, FormatReader, KnownFormat } from './format.ts';
import { type Sniffed, type SniffedFile, sniffFormat, sniffWraps } from './sniff/index.ts';

export { readCanonicalStory } from './canonical.ts';
export { FIELD_NAMES, type FieldName, FieldNames } from './fields/names.ts';
export {
  FORMAT_TITLES,
  FORMATS,
  type Format,
  type FormatOptions,
  type FormatReader,
  isOwnText,
  isReadInPlace,
  type KnownFormat,
} from './format.ts';
export { refuseBinary, refuseUtf8, SNIFFED_BYTES, type Sniffed, sniffFormat } from './sniff/index.ts';

/** @returns the format that was sniffed; a file that is refused is read by a reader that says why */
export function knownFormat(sniffed: Sniffed, file: string): KnownFormat {
  if ('refused' in sniffed) {
    const { looksLike, advice, isText } = sniffed.refused;
    const verdict = isText ? '' : ', which is no text of stories';
    return {
      name: 'refused',
      because: `${file} looks like ${looksLike}${verdict}; nothing of it is published. ${advice}`,
    };
  }
  const { format: name, ...rest } = sniffed;
  return { name, ...rest };
}

/** @returns a format that the site states, with what its reader has to know of it */
export function statedFormat(name: Format, head: Uint8Array, file: SniffedFile): KnownFormat {
  const because = 'an option says so';
  if (name === 'pages') return { name, because, ...sniffWraps(head, file) };
  if (name !== 'csv') return { name, because };
  const sniffed = sniffFormat(head, { ...file, name: 'stated.csv' });
  const separator = 'refused' in sniffed ? undefined : sniffed.separator;
  return { name, because, separator: separator ?? ',' };
}

/**
 * Few dumps are of any other format than page text: the readers of the others, and their libraries, are loaded when one is.
 * @param from where to go on, for formats that have checkpoints
 */
export async function openReader(
  format: KnownFormat,
  options: FormatOptions,
  from?: Resumption,
): Promise<FormatReader> {
  if (format.name === 'pages' && !format.width) return new DumpReader(options, from);
  const { createReader } = await import('./create-reader.ts');
  return createReader(format, options);
}
