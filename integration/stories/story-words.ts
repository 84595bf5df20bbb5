// The words of a story as a lock file keeps them: a digest that tells whether a text is the same, and a sketch that tells
// whether another text is an edited form of it. Headline, captions and page controls do not count: they change more
// easily than what a story says.
import { hash } from 'node:crypto';
import type { Block } from '../dump/types.ts';

/** Hexadecimal digits that tell whether words are the same. */
export const EXACT_LENGTH = 16;
/** Pairs of neighbouring words that a sketch keeps: those with the smallest hashes. */
const SKETCH_SIZE = 8;
/** Hexadecimal digits of each. */
const PAIR_LENGTH = 3;
/** So many of the pairs are the same where one text is an edited form of the other. */
const EDITED = 5;
/** UTF-16 code units of a text that a sketch looks at. */
const SKETCHED = 2000;

/** Han, kana, Hangul and the like: each character counts as a word. */
const FIRST_IDEOGRAPH = 0x2e80;
const FIRST_SURROGATE = 0xd800;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** Hexadecimal digits of the whole. */
export const WORDS_LENGTH = EXACT_LENGTH + SKETCH_SIZE * PAIR_LENGTH;

/** @returns 40 hexadecimal digits: equal for equal words */
export function storyWords(blocks: readonly Block[]): string {
  const text = blocks
    .map((block) => (block.type === 'list' ? block.items.join('\n') : block.text))
    .join('\n');
  return hash('sha256', text, 'hex').slice(0, EXACT_LENGTH) + sketch(text);
}

/** @returns the part of a digest that is equal only for the same words */
export function exactWords(words: string): string {
  return words.slice(0, EXACT_LENGTH);
}

/** Whether one of two texts is an edited form of the other. */
export function areEdited(words: string, others: string): boolean {
  const known = new Set(pairsOf(others));
  return pairsOf(words).filter((pair) => known.has(pair)).length >= EDITED;
}

function pairsOf(words: string): string[] {
  const pairs: string[] = [];
  for (let at = EXACT_LENGTH; at < words.length; at += PAIR_LENGTH)
    pairs.push(words.slice(at, at + PAIR_LENGTH));
  return pairs;
}

/** The beginning of a text, as code units of two bytes: a string is slow to walk through, however it was put together. */
const units = Buffer.alloc(2 * (SKETCHED + 1));

/** The pairs of words with the smallest hashes: two texts that share most pairs share most of these. */
function sketch(text: string): string {
  const end = units.write(text, 0, 2 * SKETCHED, 'utf16le');
  units.writeUInt16LE(SPACE, end);
  const smallest: number[] = [];
  // The one that the next has to be below: few are.
  let limit = Number.POSITIVE_INFINITY;
  let before = 0;
  let word = 0;
  for (let at = 0; at <= end; at += 2) {
    const code = (units[at] ?? 0) | ((units[at + 1] ?? 0) << 8);
    if (code > SPACE && code !== NO_BREAK_SPACE) {
      word = Math.imul(word ^ code, 0x01000193);
      if (code < FIRST_IDEOGRAPH || code >= FIRST_SURROGATE) continue;
    }
    if (word === 0) continue;
    const pair = mixed(Math.imul(before, 31) ^ word);
    if (pair < limit) limit = add(smallest, pair);
    before = word;
    word = 0;
  }
  // A short text repeats what it has.
  while (smallest.length < SKETCH_SIZE) smallest.push(smallest[smallest.length % 2] ?? 0);
  let digits = '';
  for (const each of smallest) digits += (0x1000 | (each & 0xfff)).toString(16).slice(1);
  return digits;
}

/** Keeps a list of the smallest, in order, each once. @returns what the next one has to be below */
function add(smallest: number[], pair: number): number {
  let at = smallest.length;
  while (at > 0 && (smallest[at - 1] ?? 0) >= pair) at--;
  if (smallest[at] !== pair) {
    // A splice takes as long as all else.
    if (smallest.length < SKETCH_SIZE) smallest.push(pair);
    for (let to = smallest.length - 1; to > at; to--) smallest[to] = smallest[to - 1] ?? 0;
    smallest[at] = pair;
  }
  return smallest[SKETCH_SIZE - 1] ?? Number.POSITIVE_INFINITY;
}

/** Spreads a number over 32 bits. */
function mixed(value: number): number {
  let hashed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hashed = Math.imul(hashed ^ (hashed >>> 13), 0xc2b2ae35);
  return (hashed ^ (hashed >>> 16)) >>> 0;
}
