// Another way to the same answer: looks through every story for every query, with a tokeniser of its own that shares
// no code and no table with the one under test. It works on whole texts by regular expressions, where the other goes
// character by character.
import type { TestStory } from './archive.ts';

const textsOf = ({ headline = '', text = [] }: TestStory) => [headline, ...text];

/** Letters that are one letter, after Unicode took apart what it can take apart. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[\u064a\u0649]/gu, 'ی'],
  [/\u0643/gu, 'ک'],
  [/[\u0629\u06c1\u06be\u06d5]/gu, 'ه'],
  [/ı/gu, 'i'],
  [/ß/gu, 'ss'],
  [/œ/gu, 'oe'],
  [/æ/gu, 'ae'],
  [/ø/gu, 'o'],
  [/ł/gu, 'l'],
  [/[\u00ad\u0640]/gu, ''],
];

/** The text without capitals, accents and points, digits as in English. */
function plain(text: string): string {
  let result = text
    .normalize('NFKD')
    .toLocaleLowerCase('en')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  for (const [letters, letter] of SAME) result = result.replace(letters, letter);
  return result
    .replace(/[٠-٩]/gu, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
    .replace(/[۰-۹]/gu, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
}

/** For each word of a text, all that it is found by; the first is the word as it stands there. */
export function wordsOf(text: string, lang: string): string[][] {
  return (plain(text).match(/[\p{L}\p{N}\u200c]+/gu) ?? []).map((word) => {
    const joined = word.replaceAll('\u200c', '');
    const parts = word.includes('\u200c') ? word.split('\u200c').filter((part) => part !== '') : [];
    return [joined, ...parts, ...(lang === 'ar' ? barePartsOf(joined) : [])];
  });
}

const PREFIXES = ['ال', 'وال', 'فال', 'بال', 'کال', 'وبال', 'فبال', 'وکال', 'فکال', 'لل', 'ولل', 'فلل'];

function barePartsOf(word: string): string[] {
  if (word.endsWith('اله') || word.endsWith('لله')) return [];
  // The longest prefix that leaves a word.
  for (const prefix of PREFIXES.toSorted((a, b) => b.length - a.length)) {
    const rest = word.slice(prefix.length);
    if (word.startsWith(prefix) && rest.length >= (prefix === 'ال' ? 2 : 3))
      return prefix === 'ال' ? [rest] : [rest, `ال${rest}`];
  }
  return [];
}

/** @returns what a function gives for a story, which it is asked for once */
function once<Value>(of: (story: TestStory) => Value): (story: TestStory) => Value {
  const known = new WeakMap<TestStory, Value>();
  return (story) => {
    const value = known.get(story) ?? of(story);
    known.set(story, value);
    return value;
  };
}

const wordsIn = once((story) => textsOf(story).map((text) => wordsOf(text, story.lang ?? '')));
const composed = (text: string) => text.normalize('NFC').replaceAll('\u200b', '');
const composedIn = once((story) => textsOf(story).map(composed));

/** @returns whether a story has a word, as it is written */
export function hasWord(word: string): (story: TestStory) => boolean {
  const [[own = ''] = []] = wordsOf(word, '');
  return (story) => wordsIn(story).some((text) => text.some((words) => words.includes(own)));
}

/** @returns whether words follow each other in a story */
export function hasPhrase(phrase: string): (story: TestStory) => boolean {
  const wanted = wordsOf(phrase, '').map(([word = '']) => word);
  return (story) =>
    wordsIn(story).some((words) =>
      words.some((_, start) => wanted.every((word, at) => words[start + at]?.includes(word))),
    );
}

/** @returns whether a story of a script without spaces has characters in a row */
export function hasCharacters(characters: string): (story: TestStory) => boolean {
  const wanted = composed(characters);
  return (story) => composedIn(story).some((text) => text.includes(wanted));
}
