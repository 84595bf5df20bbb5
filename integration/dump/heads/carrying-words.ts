// The words that carry a text: names, and words of five letters and more, by their beginnings. Where a script has no
// spaces, any two signs in a row, and of Korean the first two of a word. Two texts that share many are about the same.

import { isWide } from '../phrases/marks.ts';

const WORD = /\p{L}[\p{L}\p{M}\p{N}]{3,}/gu;
const LONG = 5;
/** Forms of one word begin alike. */
const BEGINNING = 6;
/** More of a line says nothing new of what it is about. */
const MAX_READ = 600;

const CAPITAL = /^\p{Lu}/u;
/** Of Japanese what is in hiragana alone carries nothing. */
const SIGNS = /[\p{Script=Han}\p{Script=Katakana}ー]{2,}|\p{Script=Hangul}{2,}/gu;
const HANGUL = /^\p{Script=Hangul}/u;

/** @returns the words that carry a text, each once */
export function carryingWords(text: string): readonly string[] {
  const found = new Set<string>();
  const read = text.slice(0, MAX_READ);
  if (isWide(read)) return signsOf(read);
  for (const word of read.match(WORD) ?? [])
    if (word.length >= LONG || CAPITAL.test(word)) found.add(word.slice(0, BEGINNING).toLowerCase());
  return [...found];
}

/** Of so many words of a line, so many are words of the headline. */
const RESTATED = { least: 3, share: 0.8 };

/** Whether a line says what a headline says, in other words or in another order, and nothing else. */
export function restates(headline: string, text: string): boolean {
  const words = carryingWords(text);
  if (words.length < RESTATED.least) return false;
  const known = new Set(carryingWords(headline));
  return words.filter((word) => known.has(word)).length >= RESTATED.share * words.length;
}

function signsOf(text: string): readonly string[] {
  const found = new Set<string>();
  for (const run of text.match(SIGNS) ?? []) {
    const last = HANGUL.test(run) ? 0 : run.length - 2;
    for (let at = 0; at <= last; at++) found.add(run.slice(at, at + 2));
  }
  return [...found];
}
