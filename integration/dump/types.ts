// What a dump holds once it has been read: plain data, no Astro, no I/O. Every other file of this folder
// speaks in these types.

/** A calendar day, `YYYY-MM-DD`, with no time and no zone: a dump never says more. */
export type CalendarDay = string;

/** What a line of a dump was taken for. Each line is in exactly one class. */
export const LINE_CLASSES = [
  'headline',
  'dek',
  'byline',
  'caption',
  'furniture',
  'echo',
  'paragraph',
  'subhead',
  'list',
  'field',
  'separator',
  'markup',
  'blank',
  'unclaimed',
] as const;
export type LineClass = (typeof LINE_CLASSES)[number];

/** Lines by class; the counts add up to the number of lines of the dump. */
export type Ledger = Record<LineClass, number>;

/** One piece of a body, in reading order. */
export type Block =
  | { type: 'paragraph'; text: string }
  | { type: 'subhead'; text: string }
  | { type: 'list'; items: string[] };

/** The place, and the agency if one is named, that open a body: `LONDON (Reuters) -`. */
export interface Dateline {
  place: string;
  agency?: string;
}

/** What a dump keeps of a photo: its caption, and what the caption says of the picture. */
export interface Photo {
  /** The caption without its credit. */
  caption: string;
  /** The agency or person in the caption's closing parentheses. */
  credit?: string;
  /** The day the picture was taken, where the caption names one; of a range, its last day. */
  date?: CalendarDay;
  /** An archive picture: its date says nothing about the story. */
  file?: boolean;
}

/** Where a story's date came from, in order of trust. */
export type DateBasis = 'stated' | 'file' | 'photo';

/** Where a story stands in its dump. */
export interface Span {
  /** First and last line, 1-based and inclusive. */
  lines: [first: number, last: number];
  /** Byte offsets into the dump's text, end exclusive. */
  bytes: [start: number, end: number];
  /** Byte offset at which the body begins; `bytes[1]` where there is none. */
  body: number;
}

/** A story as its dump tells it, before it has an id. */
export interface DumpStory extends Span {
  headline: string;
  dek?: string;
  byline?: string;
  section?: string;
  /** Address under which the story was published. */
  url?: string;
  /** The paper or site that published it. */
  publication?: string;
  /** Who holds the copyright, as the dump states it. */
  rights?: string;
  keywords?: string[];
  /** The name by which an agency knows the story. */
  slug?: string;
  /** The page of the paper on which it stood. */
  page?: string;
  /** BCP 47 tag of the language that the dump states for this story. */
  language?: string;
  dateline?: Dateline;
  photos: Photo[];
  /** The newest day the story's own text vouches for, and how. */
  date?: CalendarDay;
  dateBasis?: DateBasis;
  blocks: Block[];
  /** What each of its lines that is not blank was taken for, in line order. */
  classes: readonly LineClass[];
  wordCount: number;
  /** Digest of the story's words, line by line: equal for two stories that read the same. */
  digest: string;
}

/** What a line of a page's body was taken for, where it is no part of the story. */
export type Aside = 'furniture' | 'caption' | 'echo' | undefined;
