// What kinds of characters a text has, found in one pass: where its words are, and whether anything in it is
// forbidden. Most lines of most dumps are printable ASCII and are settled as bytes, four at a time.

import { memoizeCodeUnits } from '../../utils/memoize.ts';

/** What XML 1.0 (section 2.2, Char) or the HTML parser forbids in text; tabs are kept. */
export const FORBIDDEN = /[[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]--\t]/gv;
/** Those of them that part words and lines: vertical tab, form feed, next line. */
const PARTING = /[\v\f\u0085]+/gu;
const ANY_FORBIDDEN = new RegExp(FORBIDDEN.source, 'v');

const WHITE = 1;
/** Forbidden, or half of a character that may be. */
const SUSPECT = 2;

/** Does not count at the ends of a line: white space, zero-width characters, direction marks. */
const EDGE = 4;
const ANY_EDGE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Kinds of every UTF-16 code unit: a table, since a branch would be mispredicted at every word. */
const KINDS = new Uint8Array(0x10000);
for (let code = 0; code < KINDS.length; code++) {
  const character = String.fromCharCode(code);
  KINDS[code] =
    (/\s/u.test(character) ? WHITE : 0) |
    (ANY_FORBIDDEN.test(character) ? SUSPECT : 0) |
    (ANY_EDGE.test(character) ? EDGE : 0);
}

const isEdge = (code: number) => ((KINDS[code] ?? 0) & EDGE) !== 0;

const [NO_MARK, MARK] = [1, 2];
/** A mark on a letter, or half of a character that may be one. */
const ANY_MARK = /[\p{M}\p{Cs}]/u;
const markOf = memoizeCodeUnits((code) => (ANY_MARK.test(String.fromCharCode(code)) ? MARK : NO_MARK));
const isMark = (code: number) => markOf(code) === MARK;

/**
 * Whether so many marks may follow one another in a text. Not all of it is looked at: a run has one at every so many
 * places.
 * @returns false only where they don't
 */
export function mayHaveMarks(text: string, many: number): boolean {
  for (let at = many - 1; at < text.length; at += many) {
    if (!isMark(text.charCodeAt(at))) continue;
    let [from, to] = [at, at + 1];
    while (from > 0 && isMark(text.charCodeAt(from - 1))) from--;
    while (to < text.length && isMark(text.charCodeAt(to))) to++;
    if (to - from >= many) return true;
    at = to - 1;
  }
  return false;
}

/** @returns a text without the white space, and what takes no room of its own, at its ends */
export function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isEdge(text.charCodeAt(from))) from++;
  while (to > from && isEdge(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

/** Looks through texts. Its fields tell of the last one; an object for each would cost more than the look. */
export class Scan {
  /** Runs of anything between white space. */
  words = 0;
  hasForbidden = false;

  of(text: string): this {
    let words = 0;
    let kinds = 0;
    let before: number = WHITE;
    for (let at = 0; at < text.length; at++) {
      const kind = KINDS[text.charCodeAt(at)] ?? 0;
      words += before & ~kind & WHITE;
      before = kind;
      kinds |= kind;
    }
    this.words = words;
    this.hasForbidden = (kinds & SUSPECT) !== 0 && ANY_FORBIDDEN.test(text);
    return this;
  }
}

/** The same byte, four times over. */
const fourTimes = (byte: number) => Math.imul(byte, 0x01010101);
const SPACES = fourTimes(0x20);
const HIGH_BITS = fourTimes(0x80);
/** Added to a byte below 0x80, these set its high bit if it is not 0, if it is 0x20 or more, if it is 0x7f. */
const [IF_ANY, IF_PRINTED, IF_DELETE] = [fourTimes(0x7f), fourTimes(0x60), fourTimes(0x01)];
/** So many ones can be added up in each byte of a number that is to stay below 2 ** 31. */
const MOST = 127;
const ODD_BYTES = 0x00ff00ff;
/** Which byte of four comes first depends on the machine; the few where it is the other end do without. */
const FIRST_IS_LOW = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** Looks through the bytes of one chunk, four at a time. */
export class PlainBytes {
  readonly #fours: Int32Array;
  readonly #offset: number;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.#fours = new Int32Array(buffer, 0, FIRST_IS_LOW ? (byteOffset + byteLength) >>> 2 : 0);
    this.#offset = byteOffset;
  }

  /**
   * Counts words among bytes that are printable ASCII, all of them; spaces are all the white space there is then.
   * @returns -1 where any byte is not, or they can't be looked at here
   */
  words(from: number, to: number): number {
    const fours = this.#fours;
    const start = this.#offset + from;
    const end = this.#offset + to;
    const last = (end - 1) >> 2;
    if (last >= fours.length) return -1;
    // Bytes of the first and the last four that belong to something else count as spaces.
    const inFirst = -1 << ((start & 3) * 8);
    const inLast = -1 >>> ((-end & 3) * 8);
    let words = 0;
    let odd = 0;
    /** The high bit of a byte is set where it is no space. */
    let before = 0;
    for (let four = start >> 2; four <= last; ) {
      const until = Math.min(last + 1, four + MOST);
      let counts = 0;
      for (; four < until; four++) {
        let value = fours[four] ?? 0;
        if (four === start >> 2) value = (value & inFirst) | (SPACES & ~inFirst);
        if (four === last) value = (value & inLast) | (SPACES & ~inLast);
        const solid = ((value ^ SPACES) + IF_ANY) & HIGH_BITS;
        counts += (solid & ~((solid << 8) | before)) >>> 7;
        before = solid >>> 24;
        odd |= value | (value + IF_DELETE) | ~(value + IF_PRINTED);
      }
      const pairs = (counts & ODD_BYTES) + ((counts >>> 8) & ODD_BYTES);
      words += (pairs & 0xffff) + (pairs >>> 16);
    }
    return (odd & HIGH_BITS) === 0 ? words : -1;
  }
}

/** @returns a text without forbidden characters; words that one of them parted stay apart */
export function withoutForbidden(text: string): string {
  return text.replace(PARTING, ' ').replace(FORBIDDEN, '');
}

/** @returns the first forbidden character's place in a text, in UTF-16 code units; -1 where there is none */
export function firstForbidden(text: string): number {
  return text.search(ANY_FORBIDDEN);
}

const scan = new Scan();

/** Printable ASCII without white space at its ends: a line that needs no cleaning. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/u;

/** @returns one line of text as dumps' lines are read: trimmed, in NFC, without forbidden characters */
export function cleanLine(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = withoutEdges(text).normalize('NFC');
  return scan.of(clean).hasForbidden ? withoutEdges(clean.replace(FORBIDDEN, '')).normalize('NFC') : clean;
}

/** @returns how many words a line has */
export function countWords(text: string): number {
  return scan.of(text).words;
}
