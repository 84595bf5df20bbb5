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

/** @param ranges of code points, as a class of a regular expression has them */
const anyOf = (...ranges: readonly string[]) => new RegExp(`[${ranges.join('')}]`, 'u');

const IGNORED_CHARACTERS = anyOf(
  '\\u00ad', // soft hyphen
  '\\u02b9-\\u02bf', // primes and half rings of transliterated words
  '\\u0300-\\u036f', // accents that no composed letter has
  '\\u0483-\\u0489', // Cyrillic titlo and the like
  '\\u0591-\\u05bd', // Hebrew accents and points
  '\\u05bf',
  '\\u05c1-\\u05c2',
  '\\u05c4-\\u05c5',
  '\\u05c7',
  '\\u0610-\\u061a', // Arabic signs
  '\\u061c',
  '\\u0640', // tatweel
  '\\u064b-\\u065f', // tashkeel
  '\\u0670',
  '\\u06d6-\\u06dc',
  '\\u06df-\\u06e8',
  '\\u06ea-\\u06ed',
  '\\u0711', // Syriac points
  '\\u0730-\\u074a',
  '\\u08ca-\\u08ff', // more Arabic signs
  '\\u093c', // nukta, which many leave out in Hindi
  '\\u180b-\\u180f',
  '\\u1ab0-\\u1aff',
  '\\u1dc0-\\u1dff',
  '\\u200c-\\u200f', // joiners and direction marks
  '\\u202a-\\u202e',
  '\\u2060-\\u206f',
  '\\u20d0-\\u20ff',
  '\\u3099-\\u309a', // kana voice marks that nothing composes with
  '\\ufe00-\\ufe0f', // variation selectors
  '\\ufe20-\\ufe2f',
  '\\ufeff',
  '\\u{e0100}-\\u{e01ef}',
);

const PAIRED_CHARACTERS = anyOf(
  '\\u1100-\\u11ff', // Hangul jamo
  '\\u2e80-\\u2fd5',
  '\\u3005-\\u3007', // Han iteration mark and zero
  '\\u3021-\\u3029',
  '\\u3031-\\u3035',
  '\\u3038-\\u303b',
  '\\u3041-\\u3096', // hiragana
  '\\u309d-\\u309f',
  '\\u30a1-\\u30fa', // katakana
  '\\u30fc-\\u30ff',
  '\\u3105-\\u318e', // Bopomofo, jamo
  '\\u31a0-\\u31bf',
  '\\u31f0-\\u31ff',
  '\\u3400-\\u4dbf', // Han
  '\\u4e00-\\u9fff',
  '\\ua960-\\ua97c',
  '\\uac00-\\ud7fb', // Hangul
  '\\uf900-\\ufaff',
  '\\u{1aff0}-\\u{1b16f}',
  '\\u{20000}-\\u{3fffd}', // Han of the higher planes
);

const TRIPLED_CHARACTERS = anyOf(
  '\\u0e01-\\u0e3a', // Thai, without its digits and the sign of its money
  '\\u0e40-\\u0e4e',
  '\\u0e81-\\u0ece', // Lao
  '\\u0edc-\\u0edf',
  '\\u1000-\\u103f', // Burmese
  '\\u1050-\\u108f',
  '\\u109a-\\u109d',
  '\\u1780-\\u17d3', // Khmer
  '\\u17d7',
  '\\u17dc-\\u17dd',
  '\\ua9e0-\\ua9ef',
  '\\ua9fa-\\ua9fe',
  '\\uaa60-\\uaa7f',
);

const LETTERS = /[\p{L}\p{N}]/u;
const MARKS = /\p{M}/u;

function classify(code: number): CharacterClass {
  const character = String.fromCodePoint(code);
  if (IGNORED_CHARACTERS.test(character)) return IGNORED;
  if (PAIRED_CHARACTERS.test(character)) return PAIRED;
  if (TRIPLED_CHARACTERS.test(character)) return TRIPLED;
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
