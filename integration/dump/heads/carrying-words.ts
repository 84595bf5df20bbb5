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

/** Each line is in many windows: its words, and those of them that are not common. */
const known = new WeakMap<Line, readonly string[]>();
const uncommon = new WeakMap<ReadonlySet<string>, WeakMap<Line, readonly string[]>>();

function wordsOfLine(line: Line, common: ReadonlySet<string>): readonly string[] {
  const all = remembered(known, line, () => carryingWords(line.text));
  if (common.size === 0) return all;
  const kept = remembered(uncommon, common, () => new WeakMap<Line, readonly string[]>());
  return remembered(kept, line, () => all.filter((word) => !common.has(word)));
}

function remembered<Key extends object, Value extends object>(
  values: WeakMap<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const found = values.get(key);
  if (found) return found;
  const made = make();
  values.set(key, made);
  return made;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * @param common words that say nothing, since they stand all over the dump
 * @returns the words that carry lines from one index up to another
 */
export function wordsBetween(
  lines: readonly Line[],
  from: number,
  to: number,
  common = NONE,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = Math.max(0, from); at < to; at++) {
    const line = lines[at];
    if (!line) break;
    for (const word of wordsOfLine(line, common)) found.add(word);
  }
  return found;
}

/** A dump is cut into so many parts; what stands in so many of them is common. */
const PARTS = 20;
const LEAST_PARTS = 8;

/** @returns the words that stand all over a dump */
export function commonWords(lines: readonly Line[]): ReadonlySet<string> {
  const parts = new Map<string, number>();
  for (let part = 0; part < PARTS; part++) {
    const edge = (at: number) => Math.round((at * lines.length) / PARTS);
    for (const word of wordsBetween(lines, edge(part), edge(part + 1)))
      parts.set(word, (parts.get(word) ?? 0) + 1);
  }
  return new Set([...parts].filter(([, count]) => count >= LEAST_PARTS).map(([word]) => word));
}

/** @returns how many words two sets share */
export function countShared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const word of some) if (others.has(word)) count++;
  return count;
}

/** @returns how many of the words stand among others, from 0 to 1 */
export function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : countShared(words, others) / words.size;
}
