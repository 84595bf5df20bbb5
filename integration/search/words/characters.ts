// What a character is to search: a letter of a word, a piece of a script without spaces between words, something to
// skip inside a word, or the end of a word. Ranges are written down here where browsers could disagree about them;
// the rest is left to Unicode's own classes, which agree on every character that news is written in.

import { memoize, memoizeCodeUnits } from '../../utils/memoize.ts';

/** Between words. */
const SEPARATOR = 1;
/** Inside a word, and no part of it: a soft hyphen, a vowel point, a joiner. */
export const IGNORED = 2;
/** A letter or digit of a word. */
export const LETTER = 3;
/** A character of Han, kana, Hangul or Bopomofo: found by pairs. */
export const PAIRED = 4;
/** A character of Thai, Lao, Khmer or Burmese: found by threes. */
export const TRIPLED = 5;
/** A mark that belongs to the letter before it, such as a vowel sign of Hindi; without one it is nothing. */
export const MARK = 7;
/** What a character is to search. */
type CharacterClass =
  | typeof SEPARATOR
  | typeof IGNORED
  | typeof LETTER
  | typeof PAIRED
  | typeof TRIPLED
  | typeof MARK;

/** A break between words without width. Scripts without spaces may have it anywhere, which readers can't see. */
export const ZERO_WIDTH_SPACE = 0x200b;
/** Parts the pieces of a Persian or Urdu word. */
export const ZERO_WIDTH_NON_JOINER = 0x200c;

type Ranges = readonly (readonly [first: number, last: number])[];

const IGNORED_RANGES: Ranges = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x02b9, 0x02bf], // primes and half rings of transliterated words
  [0x0300, 0x036f], // accents that no composed letter has
  [0x0483, 0x0489], // Cyrillic titlo and the like
  [0x0591, 0x05bd], // Hebrew accents and points
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a], // Arabic signs
  [0x061c, 0x061c],
  [0x0640, 0x0640], // tatweel
  [0x064b, 0x065f], // tashkeel
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x0711, 0x0711], // Syriac points
  [0x0730, 0x074a],
  [0x08ca, 0x08ff], // more Arabic signs
  [0x093c, 0x093c], // nukta, which many leave out in Hindi
  [0x180b, 0x180f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200c, 0x200f], // joiners and direction marks
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a], // kana voice marks that nothing composes with
  [0xfe00, 0xfe0f], // variation selectors
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
  [0xe0100, 0xe01ef],
];

const PAIRED_RANGES: Ranges = [
  [0x1100, 0x11ff], // Hangul jamo
  [0x2e80, 0x2fd5],
  [0x3005, 0x3007], // Han iteration mark and zero
  [0x3021, 0x3029],
  [0x3031, 0x3035],
  [0x3038, 0x303b],
  [0x3041, 0x3096], // hiragana
  [0x309d, 0x309f],
  [0x30a1, 0x30fa], // katakana
  [0x30fc, 0x30ff],
  [0x3105, 0x318e], // Bopomofo, jamo
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf], // Han
  [0x4e00, 0x9fff],
  [0xa960, 0xa97c],
  [0xac00, 0xd7fb], // Hangul
  [0xf900, 0xfaff],
  [0x1aff0, 0x1b16f],
  [0x20000, 0x3fffd], // Han of the higher planes
];

const TRIPLED_RANGES: Ranges = [
  [0x0e01, 0x0e3a], // Thai, without its digits and the sign of its money
  [0x0e40, 0x0e4e],
  [0x0e81, 0x0ece], // Lao
  [0x0edc, 0x0edf],
  [0x1000, 0x103f], // Burmese
  [0x1050, 0x108f],
  [0x109a, 0x109d],
  [0x1780, 0x17d3], // Khmer
  [0x17d7, 0x17d7],
  [0x17dc, 0x17dd],
  [0xa9e0, 0xa9ef],
  [0xa9fa, 0xa9fe],
  [0xaa60, 0xaa7f],
];

const isWithin = (code: number, ranges: Ranges) =>
  ranges.some(([first, last]) => code >= first && code <= last);

const LETTERS = /[\p{L}\p{N}]/u;
const MARKS = /\p{M}/u;

function classify(code: number): CharacterClass {
  if (isWithin(code, IGNORED_RANGES)) return IGNORED;
  if (isWithin(code, PAIRED_RANGES)) return PAIRED;
  if (isWithin(code, TRIPLED_RANGES)) return TRIPLED;
  const character = String.fromCodePoint(code);
  if (LETTERS.test(character)) return LETTER;
  return MARKS.test(character) ? MARK : SEPARATOR;
}

/** @param code a UTF-16 code unit; half of a character is a separator */
export const classOfUnit = memoizeCodeUnits(classify);
const classBeyond = memoize(classify);

/** @param code a Unicode code point */
export function classOf(code: number): number {
  return code > 0xffff ? classBeyond(code) : classOfUnit(code);
}
