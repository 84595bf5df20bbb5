// The words that carry a text: names, and words of five letters and more, by their beginnings. Where a script has no
// spaces, any two signs in a row, and of Korean the first two of a word. Two texts that share many are about the same.

import type { Line } from '../lines/lines.ts';
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
function carryingWords(text: string): readonly string[] {
  const found = new Set<string>();
  const read = text.slice(0, MAX_READ);
  if (isWide(read)) return signsOf(read);
  for (const word of read.match(WORD) ?? [])
    if (word.length >= LONG || CAPITAL.test(word)) found.add(word.slice(0, BEGINNING).toLowerCase());
  return [...found];
}

function signsOf(text: string): readonly string[] {
  const found = new Set<string>();
  for (const run of text.match(SIGNS) ?? []) {
    const last = HANGUL.test(run) ? 0 : run.length - 2;
    for (let at = 0; at <= last; at++) found.add(run.slice(at, at + 2));
  }
  return [...found];
}

/** Each line is in many windows. */
const known = new WeakMap<Line, readonly string[]>();

function wordsOfLine(line: Line): readonly string[] {
  const found = known.get(line);
  if (found) return found;
  const words = carryingWords(line.text);
  known.set(line, words);
  return words;
}

/** @returns the words that carry lines from one index up to another */
export function wordsBetween(lines: readonly Line[], from: number, to: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = Math.max(0, from); at < to; at++) {
    const line = lines[at];
    if (!line) break;
    for (const word of wordsOfLine(line)) found.add(word);
  }
  return found;
}

/** @returns the words that stand in so many lines, or more, from one index up to another */
export function recurringWords(
  lines: readonly Line[],
  from: number,
  to: number,
  least: number,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (let at = Math.max(0, from); at < to; at++) {
    const line = lines[at];
    if (!line) break;
    for (const word of wordsOfLine(line)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
}
