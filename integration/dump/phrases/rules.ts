// Lines that are drawn, not written: `-----`, `* * *`, `====`. Which of them part stories is for the dump to show.

/** Three marks at least, all alike, with or without white space between them. */
const RULE = /^(?<mark>[-–—_=~*#•·+.─━═])(?:\s*\k<mark>){2,}$/u;
/** Three full stops are an ellipsis. */
const LEAST_DOTS = 4;
/** A longer line of one mark is art. */
const MAX_RULE = 200;

/** @returns the mark that a rule is made of; nothing where the line is no rule */
export function ruleMark(text: string): string | undefined {
  if (text.length > MAX_RULE) return undefined;
  const code = text.charCodeAt(0);
  // Letters and digits open nearly every line.
  if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return undefined;
  const mark = RULE.exec(text)?.groups?.mark;
  return mark === '.' && text.length < LEAST_DOTS ? undefined : mark;
}
