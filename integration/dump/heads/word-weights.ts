// How much it says that two texts share a word: less the further a word stands all over the dump.

import type { Line } from '../lines/lines.ts';
import type { Words, WordWindows } from './word-windows.ts';

/** A dump is cut into so many parts. A word in one or two of them, or unknown, weighs 1. */
const PARTS = 20;
const FEW = 2;
/** A word that stands in so many says nothing. */
const COMMON = 8;

/** In how many parts of a dump each word stands that stands in more than a few, at most `COMMON`. */
export type SavedWeights = [word: string, parts: number][];

/** What words weigh in one reading, by its dump's opening. */
export class WordWeights {
  /** What is weighed. */
  readonly windows: WordWindows;
  readonly #saved: SavedWeights;
  readonly #weights: ReadonlyMap<string, number>;
  /** The same by number. */
  #numbered: readonly string[] = [];
  #byNumber: number[] = [];

  /** @param saved without them, all words weigh the same */
  constructor(windows: WordWindows, saved: SavedWeights = []) {
    this.windows = windows;
    this.#saved = saved;
    this.#weights = new Map(saved.map(([word, parts]) => [word, weightOf(parts)]));
  }

  static of(lines: readonly Line[], windows: WordWindows): WordWeights {
    const parts = new Map<number, number>();
    for (let part = 0; part < PARTS; part++) {
      const edge = (at: number) => Math.round((at * lines.length) / PARTS);
      for (const word of windows.fill('part', lines, edge(part), edge(part + 1)).words)
        parts.set(word, (parts.get(word) ?? 0) + 1);
    }
    const saved: SavedWeights = [];
    for (const [word, count] of parts)
      if (count > FEW) saved.push([windows.words[word] ?? '', Math.min(COMMON, count)]);
    return new WordWeights(windows, saved);
  }

  save(): SavedWeights {
    return this.#saved;
  }

  #weightOf(word: number): number {
    const numbered = this.windows.words;
    if (numbered !== this.#numbered) [this.#numbered, this.#byNumber] = [numbered, []];
    for (let next = this.#byNumber.length; next <= word; next++)
      this.#byNumber.push(this.#weights.get(numbered[next] ?? '') ?? 1);
    return this.#byNumber[word] ?? 1;
  }

  /** @returns what words weigh together */
  sum({ words }: Words): number {
    let sum = 0;
    for (const word of words) sum += this.#weightOf(word);
    return sum;
  }

  /** @returns what those of the words weigh that stand among others */
  shared({ words }: Words, others: Words): number {
    let sum = 0;
    for (const word of words) if (others.has(word)) sum += this.#weightOf(word);
    return sum;
  }

  /** @returns how much of the words stands among others, from 0 to 1 */
  share(words: Words, others: Words): number {
    const all = this.sum(words);
    return all === 0 ? 0 : this.shared(words, others) / all;
  }
}

/** The weight of a word by how rare it is, from 0 to 1: the logarithm of how many parts there are for each that has it. */
const weightOf = (parts: number) => (parts >= COMMON ? 0 : Math.log(PARTS / parts) / Math.log(PARTS));
