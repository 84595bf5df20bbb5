// The manifest: the one file that a search reads first. It says which segments an index has, which file of terms a
// word is in, which numbers the stories of a month have, and in which languages there are stories.
//
// It holds FORMAT; languages, each with its stories; segments, each with its folder's digest, its stories, the
// months in which its dated stories lie (as months since year 0, each as a step from the one before) with the number
// of stories from the first of one to the first of the next, and the separators of its files of terms. A file begins at
// its separator: a word that sorts before all that the file holds and behind all that the file before it holds.
import { ByteReader, ByteWriter, decodeWord, encodeWord } from './bytes.ts';
import { FORMAT } from './layout.ts';

/** Stories of a month, by their numbers in a segment. */
export interface Month {
  /** `2014-07`. */
  month: string;
  /** Number of its first story. */
  first: number;
  /** Number behind its last story. */
  end: number;
}

/** A part of an index that has its own terms, lists and cards. */
export interface Segment {
  /** Name of its folder. */
  digest: string;
  /** How many stories it has; their numbers begin at 0. */
  stories: number;
  /** In order. Stories without a date lie among those of the months around them. */
  months: readonly Month[];
  /** For each file of terms, what it begins at. */
  separators: readonly string[];
}

/** What a search knows first. */
export interface Manifest {
  /** Older stories first. */
  segments: readonly Segment[];
  /** BCP 47 tags, the one with the most stories first. */
  languages: readonly { lang: string; stories: number }[];
}

/** @returns the bytes of the file, without its checksum */
export function encodeManifest({ segments, languages }: Manifest): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(2 ** 14);
  writer.number(FORMAT);
  writer.number(languages.length);
  for (const { lang, stories } of languages) {
    writer.word(lang);
    writer.number(stories);
  }
  writer.number(segments.length);
  for (const segment of segments) encodeSegment(segment, writer);
  return writer.take();
}

/** A segment alone, as it is kept for the next build. */
export function encodeSegment({ digest, stories, months, separators }: Segment, writer: ByteWriter): void {
  writer.word(digest);
  writer.number(stories);
  writer.number(months.length);
  writer.number(months[0]?.first ?? 0);
  let before = 0;
  for (const { month, first, end } of months) {
    writer.number(monthNumber(month) - before);
    writer.number(end - first);
    before = monthNumber(month);
  }
  writer.number(separators.length);
  let last: Uint8Array = new Uint8Array();
  for (const separator of separators) {
    const bytes = encodeWord(separator);
    writer.wordAfter(bytes, last);
    last = bytes;
  }
}

/**
 * Reads a manifest.
 * @returns nothing where it is of another format
 * @throws RangeError where it ends too early
 */
export function decodeManifest(contents: Uint8Array): Manifest | undefined {
  const reader = new ByteReader(contents);
  if (reader.number() !== FORMAT) return undefined;
  const languages = times(reader.number(), () => ({ lang: reader.word(), stories: reader.number() }));
  return { languages, segments: times(reader.number(), () => decodeSegment(reader)) };
}

/** @throws RangeError where it ends too early */
export function decodeSegment(reader: ByteReader): Segment {
  const digest = reader.word();
  const stories = reader.number();
  const months = reader.number();
  let first = reader.number();
  let month = 0;
  return {
    digest,
    stories,
    months: times(months, () => {
      month += reader.number();
      const own = { month: monthName(month), first, end: first + reader.number() };
      first = own.end;
      return own;
    }),
    separators: decodeSeparators(reader),
  };
}

function decodeSeparators(reader: ByteReader): string[] {
  let last: Uint8Array = new Uint8Array();
  return times(reader.number(), () => {
    last = reader.wordAfter(last);
    return decodeWord(last);
  });
}

function times<T>(count: number, make: () => T): T[] {
  const made: T[] = [];
  // One after the other: a damaged count ends where the bytes end, and takes no memory before.
  for (let at = 0; at < count; at++) made.push(make());
  return made;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, -3)) * 12 + Number(month.slice(-2)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
