// Which texts the fonts of cards can write. A headline in letters that no font has would be a row of boxes; a sign
// that no font has, such as an emoji, is only left out.

/** Inclusive ranges of code points. */
export type Ranges = [from: number, to: number][];

/** @param css a list as CSS has it: `U+0600-06FF,U+200C` */
export function readRanges(css: string): Ranges {
  return css.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/^\s*U\+/iu, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** Knows what can be written. */
export class Lettering {
  readonly #ranges: Ranges;

  constructor(ranges: Ranges) {
    this.#ranges = ranges;
  }

  /** Whether every letter, figure and accent of a text can be written, and there is one. */
  canWrite(text: string): boolean {
    const letters = [...text].filter((char) => /[\p{L}\p{M}\p{N}]/u.test(char));
    return letters.length > 0 && letters.every((char) => this.#has(char));
  }

  /** The text without signs that can't be written, on one line. */
  written(text: string): string {
    const signs = [...text].map((char) => (/\s/u.test(char) || !this.#has(char) ? ' ' : char));
    return signs.join('').replace(/ {2,}/gu, ' ').trim();
  }

  #has(char: string): boolean {
    const code = char.codePointAt(0) ?? 0;
    return this.#ranges.some(([from, to]) => code >= from && code <= to);
  }
}
