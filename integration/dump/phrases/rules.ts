// Lines that are drawn, not written: `-----`, `* * *`, `====`; what programs count documents with: `Document 1 of 20`; and what
// agencies close stories with: `-30-`, `ENDS`. Which of them part stories is for the dump to show.

import { isAddress } from './links.ts';
import { dayAlone } from './stamps.ts';

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

/** `(END)`, `-30-`, `ENDS` */
const END_MARK = /^(?:[([](?:ends?|more)[)\]]|[-–—]+ ?(?:30|ends?) ?[-–—]+|#{3,})$/iu;
const SHOUTED_END = /^(?:ENDS?|FIN|ENDE)\.?$/u;
const MAX_END = 10;
const GOES_ON = /more/iu;

/** Whether a line says no more than that a story ends above. */
export function isEnd(text: string): boolean {
  return text.length <= MAX_END && (END_MARK.test(text) || SHOUTED_END.test(text));
}

/** @returns what lines that may part stories have in common: the mark of a rule, the word that counts, or what closes a story */
export function partingMark(text: string): string | undefined {
  return ruleMark(text) ?? closingMark(text);
}

/** What closes stories, among the marks of rules: a word, an address, who holds the rights, a day. */
export const CLOSING_MARKS = { end: 'end', address: '://', rights: '©', day: 'day' } as const;

/** `© 2024 Harbor Press. All rights reserved.` */
const RIGHTS = /^(?:\(c\)|[©ⓒ]|copyright\b)/iu;
const MAX_RIGHTS = 160;

/** @returns what closes a story, where a line does no more than that */
export function closingMark(text: string): string | undefined {
  if (isEnd(text)) return GOES_ON.test(text) ? undefined : CLOSING_MARKS.end;
  if (isAddress(text)) return CLOSING_MARKS.address;
  if (text.length <= MAX_RIGHTS && RIGHTS.test(text)) return CLOSING_MARKS.rights;
  return dayAlone(text) === undefined ? undefined : CLOSING_MARKS.day;
}

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
