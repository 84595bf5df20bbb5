// Which texts the fonts of OG images have the letters for. A headline in other letters would be a row of boxes; a sign
// that no font has, such as an emoji, is only left out.

/** Inclusive ranges of code points. */
export type CodePointRanges = [from: number, to: number][];

/** @param css a list as CSS has it: `U+0600-06FF,U+200C` */
export function parseUnicodeRange(css: string): CodePointRanges {
  return css.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/^\s*U\+/iu, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** The characters that some fonts have. */
export class FontCoverage {
  readonly #ranges: CodePointRanges;

  constructor(ranges: CodePointRanges) {
    this.#ranges = ranges;
  }

  /** Whether every letter, figure and accent of a text has a glyph, and there is one. */
  covers(text: string): boolean {
    const letters = [...text].filter((char) => /[\p{L}\p{M}\p{N}]/u.test(char));
    return letters.length > 0 && letters.every((char) => this.#has(char));
  }

  /** The text without signs that the fonts do not have, on one line. */
  coveredText(text: string): string {
    const signs = [...text].map((char) => (/\s/u.test(char) || !this.#has(char) ? ' ' : char));
    return signs.join('').replace(/ {2,}/gu, ' ').trim();
  }

  #has(char: string): boolean {
    const code = char.codePointAt(0) ?? 0;
    return this.#ranges.some(([from, to]) => code >= from && code <= to);
  }
}
