// Windows: some lines in a row, as the words that carry them. Words are compared by number, and windows of one reading
// know the same numbers.

import type { Line } from '../lines/lines.ts';
import { carryingWords } from './carrying-words.ts';

/** Of more words, all numbers are forgotten. */
const MOST_WORDS = 2 ** 16;
/** A window has room for so many words at first. */
const ROOM = 256;

/** The words of some lines, by number. */
class WordNumbers {
  #numbers = new Map<string, number>();
  /** Each line is in many windows. */
  #ofLines = new WeakMap<Line, readonly number[]>();
  /** The words; another array where the numbers of before mean nothing any more. */
  words: string[] = [];

  ofLine(line: Line): readonly number[] {
    const found = this.#ofLines.get(line);
    if (found) return found;
    const numbers = carryingWords(line.text).map((word) => this.#numberOf(word));
    this.#ofLines.set(line, numbers);
    return numbers;
  }

  #numberOf(word: string): number {
    const found = this.#numbers.get(word);
    if (found !== undefined) return found;
    this.#numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** Forgets all numbers, where there are many. */
  limit(): void {
    if (this.words.length <= MOST_WORDS) return;
    this.#numbers = new Map();
    this.#ofLines = new WeakMap();
    this.words = [];
  }
}

/** Words, each once, in the order in which they stand. */
export interface Words {
  readonly words: readonly number[];
  has(word: number): boolean;
}

/** The words that carry some lines. Filled again and again: sets made for each window took most of the time. */
class WordWindow implements Words {
  readonly words: number[] = [];
  readonly #numbers: WordNumbers;
  /** In how many lines each word stands, where it stands in the lines of the last filling. */
  #counts = new Uint32Array(ROOM);
  #fillings = new Uint32Array(ROOM);
  #filling = 0;
  #known: readonly string[] = [];
  #lines: readonly Line[] = [];
  #from = 0;
  #to = 0;
  #first: Line | undefined;
  #last: Line | undefined;

  constructor(numbers: WordNumbers) {
    this.#numbers = numbers;
  }

  /**
   * @param from index of the first line
   * @param to index of the line below the last
   */
  fill(lines: readonly Line[], from: number, to: number): this {
    const start = Math.max(0, from);
    if (start !== this.#from || to < this.#to || !this.#goesOn(lines)) this.#begin(lines, start);
    for (let line = lines[this.#to]; line && this.#to < to; line = lines[this.#to]) {
      for (const word of this.#numbers.ofLine(line)) this.#add(word);
      this.#last = line;
      this.#to++;
    }
    return this;
  }

  /** Whether its lines are where they were: a story's window grows from line to line. */
  #goesOn(lines: readonly Line[]): boolean {
    return (
      lines === this.#lines &&
      this.#numbers.words === this.#known &&
      this.#to > this.#from &&
      lines[this.#from] === this.#first &&
      lines[this.#to - 1] === this.#last
    );
  }

  #begin(lines: readonly Line[], start: number): void {
    this.words.length = 0;
    this.#filling++;
    this.#known = this.#numbers.words;
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

/** What a window is of: each is filled anew while the others of a comparison stay as they are. */
type WindowName =
  | 'line'
  | 'headline'
  | 'story'
  | 'near'
  | 'below'
  | 'further'
  | 'part'
  | 'first'
  | 'prose'
  | 'some'
  | 'others';

/** The windows of one reading. */
export class WordWindows {
  readonly #numbers = new WordNumbers();
  readonly #windows = new Map<WindowName, WordWindow>();

  /** The words by number; another array where the numbers of before mean nothing any more. */
  get words(): readonly string[] {
    return this.#numbers.words;
  }

  /**
   * @param from index of the first line
   * @param to index of the line below the last
   * @returns the words of lines, until the window of that name is filled again
   */
  fill(name: WindowName, lines: readonly Line[], from: number, to: number): WordWindow {
    const window = this.#windows.get(name) ?? new WordWindow(this.#numbers);
    this.#windows.set(name, window);
    return window.fill(lines, from, to);
  }

  /** Lets go of words, where there are many. To be called between two comparisons. */
  limit(): void {
    this.#numbers.limit();
  }
}
