// What lists show of a story, and how that is written: one JSON value a line, dates as days, and no value twice.
import { hash } from 'node:crypto';
import type { CalendarDay, DateBasis } from '../dump/index.ts';
import type { SummaryFields } from '../story.ts';
import { memoize } from '../utils/memoize.ts';
import type { CorrectedStory, Correction } from './correction.ts';

/** Where a record is: which of the index's dumps, byte offset and length in the file of its records. */
export type RecordLocation = readonly [dump: number, offset: number, length: number];

/** The order of records: by dumps, and in each from its top. */
export const compareLocations = (a: RecordLocation, b: RecordLocation): number => a[0] - b[0] || a[1] - b[1];

/**
 * A story as lists, neighbours and archives show it. Read it field by field: `{ ...summary }` copies nothing, since its fields
 * are read from memory that the threads of a build share. What goes to a component in the browser is `summary.data`.
 */
export interface StorySummary {
  /** The last part of its address. */
  id: string;
  /** What lists show of it. */
  data: SummaryFields;
  /**
   * Digest of all that is known of the story, its words included, but not of where it stands in its dump: it changes when
   * anything that is shown changes.
   */
  key: string;
  /** The whole record as corrected, where an editor corrected it. */
  corrected?: CorrectedStory | undefined;
  /** Where its record is. */
  location: RecordLocation;
  /** Stories that it leads on to, the best first: how many published stories further on in the order of the site. */
  related?: readonly number[] | undefined;
  /** Whether its date lies so far beyond all others of its dump that it is hardly true. */
  isFar?: boolean;
}

/** Stories that a story leads on to. */
export const MOST_RELATED = 3;

/** A story that is put into an index. */
export interface IndexedStory {
  id: string;
  key: string;
  location: RecordLocation;
  /** As readers see it. */
  story: CorrectedStory;
  isCorrected: boolean;
}

/** A summary as it is written. */
export interface SummaryRow {
  id: string;
  key: string;
  location: RecordLocation;
  /** Where the story begins in its dump. */
  line: number;
  headline: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  date?: CalendarDay;
  basis?: DateBasis;
  places: string[];
  section?: string;
  byline?: string;
  agency?: string;
  corrected?: CorrectedStory;
  related?: number[] | undefined;
  far?: true | undefined;
}

/** @returns what the file of summaries says of a story */
export function toRow({ id, key, location, story, isCorrected }: IndexedStory): SummaryRow {
  const { headline, lang, dir, date, dateBasis, places, section, byline, dateline } = story;
  return {
    id,
    key,
    location,
    line: story.lines[0],
    headline,
    lang,
    dir,
    ...(date && { date }),
    ...(dateBasis && { basis: dateBasis }),
    places,
    ...(section && { section }),
    ...(byline && { byline }),
    ...(dateline?.agency && { agency: dateline.agency }),
    ...(isCorrected && { corrected: story }),
  };
}

/** @param line written by this package: whoever calls this has made sure that its file is the one that was written */
export function parseRow(line: string): SummaryRow {
  return JSON.parse(line);
}

/** The same as lists show it. */
export function parseSummary(line: string): StorySummary {
  const row = parseRow(line);
  const { id, key, location, headline, lang, dir, date, basis, corrected, related, far } = row;
  const { section, byline, agency } = row;
  const places = sharedPlaces(row.places);
  // What nearly all have stands in one literal, and the rest is set: parts that are spread into an object take room.
  const data: SummaryFields =
    date && basis
      ? { headline, lang, dir, places, date: sharedDate(date), dateBasis: basis }
      : { headline, lang, dir, places };
  if (section) data.section = section;
  if (byline) data.byline = byline;
  if (agency) data.agency = agency;
  const summary: StorySummary = related ? { id, data, key, location, related } : { id, data, key, location };
  if (corrected) summary.corrected = corrected;
  if (far) summary.isFar = true;
  return summary;
}

/** A site has few days and few places, and many stories of each: what is equal is one object. */
const sharedDate = memoize((day: CalendarDay) => new Date(day));
const listOfPlaces = memoize((names: string) => (names === '' ? [] : names.split('\n')));
const sharedPlaces = (names: readonly string[]) => listOfPlaces(names.join('\n'));

export function isRetracted({ corrected }: Pick<StorySummary, 'corrected'>): boolean {
  return corrected?.retracted !== undefined;
}

/**
 * @param key digest of a story's record
 * @returns digest of all that is known of the story: of its record and its correction
 */
export function storyKey(key: string, correction: Correction | undefined): string {
  return correction ? hash('sha256', key + JSON.stringify(correction)).slice(0, key.length) : key;
}
