// The way into this folder: which format a dump is in, and a reader of it.
import { DumpReader, type Resumption } from '../dump/index.ts';
import { type Format, type FormatOptions, type FormatReader, isOwnText } from './format.ts';
import { DocReader } from './readers/doc-sgml.ts';
import { FactivaReader } from './readers/factiva.ts';
import { FeedReader } from './readers/feed.ts';
import { JsonReader } from './readers/json.ts';
import { JsonLinesReader } from './readers/jsonl.ts';
import { LexisNexisReader } from './readers/lexisnexis.ts';
import { ProQuestReader } from './readers/proquest.ts';
import { RecordsReader } from './readers/records.ts';
import { RefusedReader } from './readers/refused.ts';
import { ReutersReader } from './readers/reuters-sgml.ts';
import { StoryFileReader } from './readers/story.ts';
import { type Separator, TableReader } from './readers/table.ts';
import { WetReader } from './readers/wet.ts';
import { WireReader } from './readers/wire.ts';
import { WrappedPagesReader } from './readers/wrapped-pages.ts';
import { XmlReader } from './readers/xml.ts';
import { type Sniffed, type SniffedFile, sniffFormat, sniffWidth } from './sniff/index.ts';

export { readCanonicalStory } from './canonical.ts';
export { FIELD_NAMES, type FieldName, FieldNames } from './fields/names.ts';
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
  | { name: Format; because: string; separator?: Separator | undefined; width?: number | undefined }
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
  const { format: name, because, separator, width } = sniffed;
  return { name, because, ...(separator && { separator }), ...(width && { width }) };
}

/** @returns a format that the site states, with what its reader has to know of it */
export function statedFormat(name: Format, head: Uint8Array, file: SniffedFile): KnownFormat {
  const because = 'an option says so';
  if (name === 'pages') {
    const width = sniffWidth(head, file);
    return { name, because, ...(width && { width }) };
  }
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
      return format.width ? new WrappedPagesReader(options, format.width) : new DumpReader(options, from);
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
    case 'factiva':
      return new FactivaReader(options);
    case 'proquest':
      return new ProQuestReader(options);
    case 'wire':
      return new WireReader(options);
    case 'nitf':
    case 'newsml-g2':
      return new XmlReader(options);
    case 'reuters-sgml':
      return new ReutersReader(options);
    case 'doc-sgml':
      return new DocReader(options);
    case 'feed':
      return new FeedReader(options);
    case 'story':
      return new StoryFileReader(options);
    case 'refused':
      return new RefusedReader(format.because);
  }
}

/** Whether byte ranges of a dump's stories are in the dump's own text, and not in a text that its reader makes. */
export function isReadInPlace(format: KnownFormat): boolean {
  return isOwnText(format.name) && !('width' in format && format.width);
}
