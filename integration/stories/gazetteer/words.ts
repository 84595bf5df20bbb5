// What is a word, and when two words are the same: case, accents, Arabic vowel signs and spelling variants are
// levelled, so that Türkiye, TURKIYE and Turkiye are one. Vowel signs that are never left out (Hindi) are letters.
// Characters of scripts without spaces (Chinese) stand alone.

import { memoize, memoizeCodeUnits } from '../../utils/memoize.ts';
import type { WordPrefilter } from '../word-prefilter.ts';

/** The words that phrases open with. */
export interface Openings {
  /** Their shapes. */
  shapes: WordPrefilter;
  /** Whether a country's name may open with a word, as it is written; names that need a capital open with one. */
  mayOpen(key: string, capital: boolean): boolean;
}

export interface Word {
  /** The levelled form. */
  key: string;
  /** As it stands in the text. */
  raw: string;
  /** Begins with a capital letter, or its script has none. */
  capital: boolean;
  /** Has two letters or more and all are capitals. */
  upper: boolean;
  /** What parts it from the word before: nothing that ends a phrase, a comma, or more. */
  before: 'joined' | 'comma' | 'apart';
  /** Follows an apostrophe: the s of a possessive. */
  attached: boolean;
}

const NOTHING = 1;
const LETTER = 2;
const ALONE = 3;
const KATAKANA = 4;

const classOf = memoizeCodeUnits((code) => {
  const char = String.fromCharCode(code);
  if (/\p{Script=Han}/u.test(char)) return ALONE;
  if (/[\p{Script=Katakana}ー]/u.test(char)) return KATAKANA;
  return /[\p{L}\p{M}\p{Nd}\u0640\ud800-\udfff]/u.test(char) ? LETTER : NOTHING;
});

/**
 * Marks that a writer may leave out: accents, the vowels of Arabic and Hebrew, and the dot that Hindi puts below letters
 * of foreign words. A voiced mark of kana is none, and no vowel of a script that writes all of them below or above.
 */
const OPTIONAL_MARKS =
  /(?![\u3099\u309a])[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]][\u093c\u0640]]/gv;

/** Enough for the words of any language's news. */
const MOST_LEVELLED = 50_000;

/** @returns a word's levelled form, of a word that has more than ASCII's letters */
const level = memoize(levelWord, MOST_LEVELLED);

function levelWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(/[ىیې]/gu, 'ي')
    .replace(/[ةہۃە]/gu, 'ه')
    .replace(/[کڪ]/gu, 'ك')
    .replace(/ھ/gu, 'ه')
    .replace(/ٱ/gu, 'ا')
    .replace(/ı/gu, 'i')
    .normalize('NFC');
}

/** @returns the words of a text in order; initials are one word (`U.S.` is `us`, all capitals) */
export function nameWords(text: string): Word[] {
  const words: Word[] = [];
  let last: Word | undefined;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === NOTHING) continue;
    const start = at;
    let some = text.charCodeAt(at);
    let every = some;
    if (kind !== ALONE) {
      while (at + 1 < text.length && classOf(text.charCodeAt(at + 1)) === kind) {
        const code = text.charCodeAt(++at);
        some |= code;
        every &= code;
      }
    }
    let raw = text.slice(start, at + 1);
    const length = raw.length;
    while (raw.length <= 3 && text.charCodeAt(at + 1) === FULL_STOP && isInitial(text, at)) {
      raw += text.charAt(at + 2);
      at += 2;
    }
    const follows = start === end + 1 && text.charCodeAt(end) === SPACE;
    const gap = follows ? ' ' : text.slice(end, start);
    // The bit that tells small letters from capitals is set in digits too.
    const small = some < 0x80 && (every & 0x20) !== 0 && raw.length === length;
    last = small ? smallWord(raw, gap, last) : wordOf(raw, some < 0x80, gap, last);
    words.push(last);
    end = at + 1;
  }
  return words;
}

/**
 * Whether the name of a country may stand in a text, by a quick test of its words.
 * @returns false only where none stands there
 */
export function mayName(text: string, openings: Openings): boolean {
  for (let at = 0; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === NOTHING) continue;
    if (kind !== LETTER) return true;
    const start = at;
    let codes = text.charCodeAt(at);
    while (at + 1 < text.length && classOf(text.charCodeAt(at + 1)) === kind) codes |= text.charCodeAt(++at);
    if (codes >= 0x80) {
      const first = text.charAt(start);
      if (openings.mayOpen(level(text.slice(start, at + 1)), first === first.toUpperCase())) return true;
    } else if (openings.shapes.mayHave(text, start, at + 1)) {
      // Digits are no small letters either.
      const isCapital = text.charCodeAt(start) < FIRST_SMALL;
      if (openings.mayOpen(text.slice(start, at + 1).toLowerCase(), isCapital)) return true;
    }
    // Initials are put together to one word.
    if (isInitial(text, start)) return true;
  }
  return false;
}

const FIRST_SMALL = 97;
const FULL_STOP = 46;
const SPACE = 32;

/** Whether the letter at `at` stands alone before a full stop and another such letter: the U of U.S. */
function isInitial(text: string, at: number): boolean {
  const letter = (index: number) =>
    index >= 0 && index < text.length && classOf(text.charCodeAt(index)) === LETTER;
  return (
    isCapital(text.charCodeAt(at)) && !letter(at - 1) && isCapital(text.charCodeAt(at + 2)) && !letter(at + 3)
  );
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** A word of small letters of ASCII, and digits: most are. */
function smallWord(raw: string, gap: string, last: Word | undefined): Word {
  return {
    key: raw,
    raw,
    capital: raw.charCodeAt(0) < 58,
    upper: false,
    before: gap === ' ' ? 'joined' : partition(gap, last),
    attached: gap === '’' || gap === "'",
  };
}

function wordOf(raw: string, ascii: boolean, gap: string, last: Word | undefined): Word {
  const before = gap === ' ' ? 'joined' : partition(gap, last);
  const attached = gap === '’' || gap === "'";
  if (ascii) {
    const capital = isCapital(raw.charCodeAt(0));
    const upper = capital && isCapital(raw.charCodeAt(1)) && raw === raw.toUpperCase();
    const digits = raw.charCodeAt(0) < 58;
    return { key: raw.toLowerCase(), raw, capital: capital || digits, upper, before, attached };
  }
  const first = raw.charAt(0);
  const capital = first === first.toUpperCase();
  const upper = capital && raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  return { key: level(raw), raw, capital, upper, before, attached };
}

function partition(gap: string, last: Word | undefined): Word['before'] {
  if (gap === '' || gap === '-' || gap === '’' || gap === "'") return 'joined';
  if (gap === ', ' || gap === ',' || gap === '، ') return 'comma';
  // A full stop ends a sentence, but not after St. or N.
  if (gap === '. ' || gap === '.') return last && last.key.length <= 2 ? 'joined' : 'apart';
  return /^[\s&\u00b7\u200c\u2010\u2011・]+$/u.test(gap) ? 'joined' : 'apart';
}

/** @returns words with their accents, in small letters, for a language in which an accent makes another word */
export const accented = (words: readonly Word[]): string =>
  words
    .map(({ raw }) => raw)
    .join(' ')
    .normalize('NFC')
    .toLowerCase();

/** @returns a phrase's words as one string, to compare phrases by */
export const nameKey = (phrase: string): string =>
  nameWords(phrase)
    .map(({ key }) => key)
    .join(' ');
