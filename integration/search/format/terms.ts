// A file of terms: a stretch of the dictionary, in order, and the lists of those that few stories have.
//
// It holds how many terms there are; the lists file that is being filled and how many bytes are in it, when the
// first of them comes; for each term what it shares with the one before, in bytes, and the rest; how many stories
// have it, times two, plus one where spellings follow; the spellings; the length of its list, times four, plus one
// where it is in a lists file, plus two where it opens one. A list in a lists file of length 0 is cut in pieces, each
// of which opens a file. Behind the terms come the lists that are in no file of their own.
import { ByteReader, ByteWriter, decodeWord } from './bytes.ts';
import { STORIES_IN_PIECE } from './layout.ts';

/** Where a list is: in the file of its term, in a lists file, or in pieces from a lists file on. */
export type ListPlace =
  | { in: 'terms'; bytes: Uint8Array }
  | { in: 'lists'; file: number; offset: number; length: number }
  | { in: 'pieces'; file: number };

/** A term of the index. */
export interface TermEntry {
  term: string;
  /** Stories that have it. */
  count: number;
  /** How stories spell it, where Latin letters with accents are in it: in lower case, sorted. */
  spellings: readonly string[];
  place: ListPlace;
}

const APART = 1;
const OPENS = 2;

/** Lists files of a segment that an index is being written into, or read from: where the next list goes. */
export interface ListsPosition {
  /** Number of the file that is open; −1 before the first. */
  file: number;
  /** Bytes that are in it. */
  offset: number;
}

/** How many pieces a list is cut into. */
export function piecesOf(stories: number): number {
  return Math.ceil(stories / STORIES_IN_PIECE);
}

/** A term that is to be written. */
export interface EncodedTerm extends Omit<TermEntry, 'term'> {
  /** The term (`encodeWord()`). */
  bytes: Uint8Array;
  /** Where the next list of a lists file would go, before this term's. */
  position: ListsPosition;
}

/** Writes a file of terms. */
export function encodeTerms(terms: readonly EncodedTerm[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(2 ** 15);
  const { file, offset } = terms[0]?.position ?? { file: -1, offset: 0 };
  writer.number(terms.length);
  writer.number(file + 1);
  writer.number(offset);
  let before: Uint8Array = new Uint8Array();
  for (const { bytes, count, spellings, place, position } of terms) {
    writer.wordAfter(bytes, before);
    before = bytes;
    writer.number(count * 2 + (spellings.length > 0 ? 1 : 0));
    if (spellings.length > 0) writer.number(spellings.length);
    for (const spelling of spellings) writer.word(spelling);
    writer.number(shapeOf(place, position));
  }
  for (const { place } of terms) if (place.in === 'terms') writer.bytes(place.bytes);
  return writer.take();
}

function shapeOf(place: ListPlace, position: ListsPosition): number {
  if (place.in === 'terms') return place.bytes.length * 4;
  const length = place.in === 'lists' ? place.length : 0;
  return length * 4 + APART + (place.file === position.file ? 0 : OPENS);
}

/**
 * Reads a file of terms.
 * @param stories of the segment
 * @throws RangeError where it ends too early
 */
export function decodeTerms(contents: Uint8Array, stories: number): TermEntry[] {
  const reader = new ByteReader(contents);
  const count = reader.number();
  const position: ListsPosition = { file: reader.number() - 1, offset: reader.number() };
  const heads: (Omit<TermEntry, 'place'> & { length: number; apart: ListPlace | undefined })[] = [];
  let bytes: Uint8Array = new Uint8Array();
  for (let at = 0; at < count; at++) {
    bytes = reader.wordAfter(bytes);
    const counted = reader.number();
    const spellings = counted % 2 === 0 ? [] : Array.from({ length: reader.number() }, () => reader.word());
    const shape = reader.number();
    const length = Math.floor(shape / 4);
    const apart = shape & APART ? nextApart(position, length, (shape & OPENS) > 0, stories) : undefined;
    heads.push({ term: decodeWord(bytes), count: Math.floor(counted / 2), spellings, length, apart });
  }
  return heads.map(({ length, apart, ...term }) => ({
    ...term,
    place: apart ?? { in: 'terms', bytes: reader.bytes(length) },
  }));
}

/** @param position is moved behind the list */
function nextApart(position: ListsPosition, length: number, opens: boolean, stories: number): ListPlace {
  if (opens) {
    position.file++;
    position.offset = 0;
  }
  const { file, offset } = position;
  if (length === 0) {
    position.file += piecesOf(stories) - 1;
    return { in: 'pieces', file };
  }
  position.offset += length;
  return { in: 'lists', file, offset, length };
}
