// The folding table: which letters are the same letter to search. Readers type what their keyboard has, so that
// accents of Latin and Greek, Arabic letters that share a shape or a sound, dotted and dotless i, and the digits of
// all scripts are one. The build and the reader's browser both fold by it; no locale plays a part.
import { memoize } from '../../utils/memoize.ts';
import { classOf, IGNORED } from './characters.ts';

const SAME_LETTERS: readonly (readonly [folded: string, letters: string])[] = [
  // Latin letters that Unicode does not take apart.
  ['ss', 'ß'],
  ['ae', 'æ'],
  ['oe', 'œ'],
  ['th', 'þ'],
  ['o', 'øɵ'],
  ['d', 'đðɖɗ'],
  ['l', 'łƚ'],
  ['i', 'ıɨ'],
  ['h', 'ħ'],
  ['n', 'ŋɲ'],
  ['t', 'ŧ'],
  ['k', 'ĸƙ'],
  ['b', 'ɓƀ'],
  ['g', 'ɠǥ'],
  ['y', 'ƴ'],
  ['z', 'ƶ'],
  ['u', 'ʉ'],
  // A sigma at the end of a Greek word.
  ['σ', 'ς'],
  // Cyrillic: the dots of ё are mostly left out.
  ['е', 'ёѐ'],
  ['и', 'ѝ'],
  // Arabic: seats of hamza, and the letters that Persian, Urdu and Arabic keyboards have in forms of their own.
  ['ا', 'أإآٱٲٳ'],
  ['و', 'ؤ'],
  ['ی', 'يىئې'],
  ['ک', 'كڪ'],
  ['ه', 'ةۀہۂۃھە'],
];

const sameLetters = new Map(
  SAME_LETTERS.flatMap(([folded, letters]) => [...letters].map((letter) => [letter, folded] as const)),
);

const DIGIT = /\p{Nd}/u;
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}]/u;
const MARKS = /\p{Mn}/gu;

/** @param character one code point */
function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (classOf(code) === IGNORED) return '';
  if (DIGIT.test(character)) return digitOf(code);
  // The small form of İ is an i with a second dot, which is dropped with the other accents.
  const small = character.toLowerCase();
  const bare = ACCENTED.test(small) ? small.normalize('NFD').replace(MARKS, '') : small;
  return sameLetters.get(bare) ?? sameLetters.get(small) ?? bare;
}

/** Unicode keeps the digits of a script in a row of ten from zero on, and no row touches another out of step. */
function digitOf(code: number): string {
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

const foldedCharacter = memoize(foldCharacter);

/** @returns a word as it stands in the index; empty where nothing of it is searched */
export function fold(word: string): string {
  let folded = '';
  for (const character of word) folded += foldedCharacter(character);
  return folded;
}
