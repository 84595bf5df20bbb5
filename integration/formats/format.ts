// The formats that dumps come in: their names, what a reader of one is given, and what it gives.
import type { CalendarDay, Checkpoint, Found, Layout, Ledger, SavedDialect } from '../dump/index.ts';
import type { FieldName } from './fields/names.ts';
import type { Separator } from './readers/cells.ts';
import type { Wraps } from './text/wraps.ts';

/** Every format that can be read, with what it is called in messages. */
export const FORMAT_TITLES = {
  pages: 'text of pages',
  records: 'text under front matter or labelled lines',
  jsonl: 'JSON Lines',
  json: 'JSON',
  csv: 'CSV',
  tsv: 'tab-separated values',
  wet: 'WET records of web pages',
  lexisnexis: 'an export of LexisNexis',
  factiva: 'an export of Factiva',
  proquest: 'an export of ProQuest',
  'movable-type': 'an export of Movable Type or TypePad',
  wire: 'wire copy (ANPA 1312, IPTC 7901)',
  nitf: 'NITF',
  newsml: 'NewsML 1, or a collection of Reuters (RCV1)',
  'newsml-g2': 'NewsML-G2',
  'reuters-sgml': 'Reuters SGML',
  'doc-sgml': 'SGML of LDC and TREC',
  feed: 'a feed (RSS, Atom) or an export of WordPress',
  story: 'a .story file',
} as const;

export type Format = keyof typeof FORMAT_TITLES;

/** The names of all formats. */
export const FORMATS = Object.keys(FORMAT_TITLES).filter((name): name is Format => name in FORMAT_TITLES);

/** The format of a dump, with what its reader has to know of it. */
export type KnownFormat =
  | {
      name: Format;
      because: string;
      separator?: Separator | undefined;
      width?: number | undefined;
      isDoubled?: Wraps['isDoubled'] | undefined;
      isRagged?: Wraps['isRagged'] | undefined;
    }
  | { name: 'refused'; because: string };

/** What a reader of any format may be told. */
export interface FormatOptions {
  /** Lines that are page controls. */
  furniture?: readonly string[];
  /** How stories stand in page text. */
  layout?: Layout;
  /** The day that the dump's file name states. */
  fileDay?: CalendarDay;
  /** Names that these dumps have for fields. */
  fields?: Partial<Record<FieldName, string>>;
}

/**
 * Reads one dump, chunk by chunk. Memory does not grow with the dump.
 * Never throws for content: what is odd is found as a message.
 */
export interface FormatReader {
  /** Lines by class, of everything found so far. */
  readonly ledger: Ledger;
  /** Lines read so far. */
  readonly lines: number;
  /** The last place from which a later reading can go on; known at the end. */
  readonly checkpoint?: Checkpoint | undefined;
  /** How the dump's stories look, where that is known; known at the end. */
  readonly dialect?: SavedDialect | undefined;
  /** @param chunk bytes in file order, valid until this returns; it may end anywhere */
  push(chunk: Uint8Array): Found[];
  /** @returns the rest, once the last chunk was pushed */
  end(): Found[];
  /**
   * Text of the stories found so far, in which their byte ranges are; each piece is given once.
   * Absent where ranges are in the dump's own text.
   */
  takeText?(): Uint8Array[];
}

/** Whether byte ranges of a format's stories are in the dump's own text, and not in a text that its reader makes. */
export function isOwnText(format: Format | 'refused'): boolean {
  return format === 'pages' || format === 'wet' || format === 'refused';
}

/** Whether byte ranges of a dump's stories are in the dump's own text, and not in a text that its reader makes. */
export function isReadInPlace(format: KnownFormat): boolean {
  return isOwnText(format.name) && !('width' in format && format.width);
}
