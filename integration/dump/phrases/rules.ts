// Lines that are drawn, not written: `-----`, `* * *`, `====`; and what programs count documents with: `Document 1 of 20`.
// Which of them part stories is for the dump to show.

/** Three marks at least, all alike, with or without white space between them. */
const RULE = /^(?<mark>[-–—_=~*#•·+.─━═])(?:\s*\k<mark>){2,}$/u;
/** Three full stops are an ellipsis. */
const LEAST_DOTS = 4;
/** A longer line of one mark is art. */
const MAX_RULE = 200;

/** `Document 1 of 20`, `Article 3/12` */
const COUNTED =
  /^(?<what>document|article|story|item|record|result|dokument|artikel|artículo|documento)\s(?:no\.?\s|#\s?)?\d{1,6}(?:\s?\/\s?|\s(?:of|von|sur|de|di|van)\s)\d{1,6}$/iu;
const MAX_COUNTED = 32;

/** @returns the mark that a rule is made of, or the word that counts; nothing where the line is no rule */
export function ruleMark(text: string): string | undefined {
  if (text.length > MAX_RULE) return undefined;
  const code = text.charCodeAt(0);
  // Letters and digits open nearly every line.
  if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) {
    return text.length > MAX_COUNTED ? undefined : COUNTED.exec(text)?.groups?.what?.toLowerCase();
  }
  const mark = RULE.exec(text)?.groups?.mark;
  return mark === '.' && text.length < LEAST_DOTS ? undefined : mark;
}
