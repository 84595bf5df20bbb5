// Whether a word can be one of a list, by its first two letters and its length: nearly all words of a text
// are none, and that is known without cutting them out of it.

/** Lengths that are told apart; longer words count as so long. */
const LENGTHS = 16;
/** The last five bits of a letter's code: the same for a small letter of ASCII and its capital. */
const LETTER = 0x1f;

/** The shapes of some words. */
export class WordPrefilter {
  readonly #shapes = new Uint8Array((LETTER + 1) * (LETTER + 1) * LENGTHS);

  constructor(words: Iterable<string>) {
    for (const word of words) this.#shapes[shapeOf(word, 0, word.length)] = 1;
  }

  /**
   * Whether what stands in a text may be one of the words, in whatever case.
   * @returns false only where it is none
   */
  mayHave(text: string, start: number, end: number): boolean {
    return this.#shapes[shapeOf(text, start, end)] === 1;
  }
}

function shapeOf(text: string, start: number, end: number): number {
  const second = end - start > 1 ? text.charCodeAt(start + 1) & LETTER : 0;
  const letters = (text.charCodeAt(start) & LETTER) * (LETTER + 1) + second;
  return letters * LENGTHS + Math.min(end - start, LENGTHS - 1);
}
