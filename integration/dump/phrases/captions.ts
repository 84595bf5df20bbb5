// What a caption says: the words, who is credited, the day, and whether the picture is an old one.

import { closeDirections } from '../../utils/directions.ts';
import { memoize, RECENT_LINES } from '../../utils/memoize.ts';
import type { CalendarDay, Photo } from '../types.ts';
import { AGENCIES, FILE_PHOTOS, NO_CREDITS } from './agencies.ts';
import { comparisonForm, sameLine } from './comparison.ts';
import { bracketOf } from './credits.ts';
import { findDays, mayHaveYear } from './dates.ts';

/** A credit is a name, not a sentence. */
const MAX_CREDIT = 120;
/** Behind its bracket stands a full stop, or nothing. */
const MAX_TAIL = 8;

/** A day that a caption says something is planned for: when the picture was taken, it does not tell. */
const PLANNED =
  /\b(?:will|to be held|(?:is|are|was|were) to|scheduled|planned|slated|due|set (?:for|to)|expected|ahead of|in advance of|upcoming|until|deadline)\b(?:(?!\. )[^;]){0,120}?\b(?:on|for|by|until|from|in|of|starting|beginning)\s+(?:\p{L}+day,?\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9},?)\s+\d{4}/giu;

/**
 * Reads a caption.
 * @returns its words without the credit; the credit is what its last parentheses hold, brackets inside included
 */
export function readCaption(line: string): Photo {
  const split = splitCredit(line) ?? splitBracketed(line);
  const caption = split?.caption ?? line;
  const date = mayHaveYear(line) ? dayTaken(line) : undefined;
  const photo: Photo = { caption: closeDirections(caption) };
  if (split) photo.credit = closeDirections(split.credit);
  if (date) photo.date = date;
  if (FILE_PHOTOS.credit.test(split?.credit ?? '') || FILE_PHOTOS.caption.test(caption)) photo.file = true;
  return photo;
}

/** @returns the last day that a caption names, but for those that something is planned for */
function dayTaken(line: string): CalendarDay | undefined {
  const past = line.replace(PLANNED, '');
  return (past === line ? daysOf(line) : findDays(past)).at(-1);
}

/** @returns whom a line credits, if it ends as captions do: with a name in parentheses */
export function creditOf(line: string): string | undefined {
  return splitCredit(line)?.credit;
}

/** Whether a line ends with the name of an agency, or with words that only credits have. */
export function isAgencyCredit(line: string): boolean {
  const credit = creditOf(line);
  return credit !== undefined && AGENCIES.test(credit);
}

/** Whether a line names a day. */
export function hasDay(line: string): boolean {
  return mayHaveYear(line) && daysOf(line).length > 0;
}

/** A caption is asked for its days where its head is read, and where its story is told. */
function daysOf(line: string): readonly CalendarDay[] {
  const facts = factsOf(line);
  facts.days ??= findDays(line);
  return facts.days;
}

/** @returns what all copies of a caption have in common; lines that are none of one another may have it in common too */
export function captionKey(line: string): string {
  const facts = factsOf(line);
  facts.key ??= comparisonForm(bare(facts.split?.caption ?? line));
  return facts.key;
}

/** Whether two lines are copies of one caption: one of them may lack the credit. */
export function sameCaption(a: string, b: string): boolean {
  if (sameLine(a, b)) return true;
  if (a.charCodeAt(0) !== b.charCodeAt(0) || a.charCodeAt(1) !== b.charCodeAt(1)) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > MAX_CREDIT || splitCredit(short) !== undefined) return false;
  const caption = splitCredit(long)?.caption;
  return caption !== undefined && sameLine(bare(caption), bare(short));
}

/** Whether a full stop stands before a credit, behind it or nowhere, differs from copy to copy. */
const bare = (caption: string) =>
  STOP.test(caption.slice(-1)) ? caption.replace(/[.。۔\s]+$/u, '') : caption;
const STOP = /[.。۔\s]/u;

const PRICE = /\p{Sc}\s?\d|\d\s?\p{Sc}/u;

/** A caption in two. */
interface SplitCaption {
  caption: string;
  credit: string;
}

/** What was found out about a line. */
interface LineFacts {
  split: SplitCaption | undefined;
  key?: string;
  days?: readonly CalendarDay[];
}

/** Within a head with many captions each line is compared with each, over and over. */
const factsOf = memoize((line: string): LineFacts => ({ split: readCredit(line) }), RECENT_LINES);

function splitCredit(line: string): SplitCaption | undefined {
  // Most lines end with no bracket, and need not be remembered.
  return line.includes(')', line.length - MAX_TAIL) ? factsOf(line).split : undefined;
}

function splitBracketed(line: string): SplitCaption | undefined {
  const at = bracketOf(line);
  return at === undefined ? undefined : { caption: line.slice(0, at).trim(), credit: line.slice(at + 1, -1) };
}

function readCredit(line: string): SplitCaption | undefined {
  const end = line.lastIndexOf(')');
  if (!/^\)[\s.。]*$/u.test(line.slice(end))) return undefined;
  let depth = 0;
  for (let at = end; at >= 0 && end - at <= MAX_CREDIT; at--) {
    if (line[at] === ')') depth++;
    else if (line[at] === '(') depth--;
    if (depth === 0) {
      const credit = line.slice(at + 1, end).trim();
      const caption = line.slice(0, at).trim();
      return caption && isCredit(credit) ? { caption, credit } : undefined;
    }
  }
  return undefined;
}

/** A name: not where somebody stands in the picture, not a day alone, and no price. */
function isCredit(text: string): boolean {
  return /\p{L}/u.test(text) && !NO_CREDITS.test(text) && !PRICE.test(text);
}
