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

/** Words are compared by number; of more, all are forgotten, and each gets another number. */
const MOST_WORDS = 2 ** 16;
/** Each line is in many windows. */
let table = newTable();

function newTable() {
  return {
    numbers: new Map<string, number>(),
    words: [] as string[],
    ofLines: new WeakMap<Line, readonly number[]>(),
  };
}

/**
 * To be called before any window is filled that is to be compared with another.
 * @returns the words by number; other words where the numbers of before mean nothing any more
 */
export function numberedWords(): readonly string[] {
  if (table.words.length > MOST_WORDS) table = newTable();
  return table.words;
}

function numberOf(word: string): number {
  const { numbers, words } = table;
  const found = numbers.get(word);
  if (found !== undefined) return found;
  numbers.set(word, words.length);
  return words.push(word) - 1;
}

function wordsOfLine(line: Line): readonly number[] {
  const found = table.ofLines.get(line);
  if (found) return found;
  const words = carryingWords(line.text).map(numberOf);
  table.ofLines.set(line, words);
  return words;
}

/** Words, each once, in the order in which they stand. */
export interface Words {
  readonly words: readonly number[];
  has(word: number): boolean;
}

/** The words that carry some lines. Filled again and again: sets made for each window took most of the time. */
export class WordWindow implements Words {
  readonly words: number[] = [];
  /** In how many lines each word stands, where it stands in the lines of the last filling. */
  #counts = new Uint32Array(1024);
  #fillings = new Uint32Array(1024);
  #filling = 0;
  #table = table;
  #lines: readonly Line[] = [];
  #from = 0;
  #to = 0;
  #first: Line | undefined;
  #last: Line | undefined;

  /**
   * @param from index of the first line
   * @param to index of the line below the last
   */
  fill(lines: readonly Line[], from: number, to: number): this {
    const start = Math.max(0, from);
    if (start !== this.#from || to < this.#to || !this.#goesOn(lines)) this.#begin(lines, start);
    for (let line = lines[this.#to]; line && this.#to < to; line = lines[this.#to]) {
      for (const word of wordsOfLine(line)) this.#add(word);
      this.#last = line;
      this.#to++;
    }
    return this;
  }

  /** Whether its lines are where they were: a story's window grows from line to line. */
  #goesOn(lines: readonly Line[]): boolean {
    return (
      lines === this.#lines &&
      table === this.#table &&
      this.#to > this.#from &&
      lines[this.#from] === this.#first &&
      lines[this.#to - 1] === this.#last
    );
  }

  #begin(lines: readonly Line[], start: number): void {
    this.words.length = 0;
    this.#filling++;
    this.#table = table;
    this.#lines = lines;
    this.#first = lines[start];
    this.#from = start;
    this.#to = start;
  }

  #add(word: number): void {
    if (word >= this.#counts.length) this.#grow(word);
    if (this.has(word)) this.#counts[word] = (this.#counts[word] ?? 0) + 1;
    else {
      this.#fillings[word] = this.#filling;
      this.#counts[word] = 1;
      this.words.push(word);
    }
  }

  #grow(word: number): void {
    const [counts, fillings] = [this.#counts, this.#fillings];
    this.#counts = new Uint32Array(2 * word);
    this.#counts.set(counts);
    this.#fillings = new Uint32Array(2 * word);
    this.#fillings.set(fillings);
  }

  has(word: number): boolean {
    return this.#fillings[word] === this.#filling;
  }

  /** @returns the words that stand in so many lines, or more */
  recurring(least: number): Words {
    const has = (word: number) => this.has(word) && (this.#counts[word] ?? 0) >= least;
    return { words: this.words.filter(has), has };
  }
}
