// Calendar days in running text. A day is a number, a month by name and a year of four digits, with day and month in either
// order; or ISO 8601; or `2025年3月7日`, `2025. március 7.` and the like. Of a range, it is the last day. Numeric dates such as
// 03/04/2025 are not read: nobody can tell which of the two is the month.

import type { CalendarDay } from '../types.ts';
import { asciiDigits, OTHER_DIGIT } from './digits.ts';
import { jalaliToIso } from './jalali.ts';
import { dayBehindYear, localDaysToIso } from './local-days.ts';
import { MONTH_NAMES } from './months.ts';

const MONTHS = new Map<string, number>();
for (const row of MONTH_NAMES) {
  row.forEach((forms, month) => {
    for (const form of forms.split('|')) MONTHS.set(form.replaceAll('_', ' '), month + 1);
  });
}
/** The first words of all their names. */
export const MONTH_STARTS: ReadonlySet<string> = new Set(
  [...MONTHS.keys()].map((name) => name.split(' ')[0] ?? name),
);
/** The last words: most words are none of these. */
const MONTH_ENDS = new Set([...MONTHS.keys()].map((name) => name.slice(name.lastIndexOf(' ') + 1)));

/** Arabic writes `2024م`: of the Christian era. */
const YEAR =
  /(?<![\p{L}\p{N}])(?:1[89]|2[01])\d\d(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?(?=م?(?![\p{L}\p{N}]))/gu;
/**
 * A year of four digits, with a time run into it at most; a digit of another script, a year's mark of East Asia, or a year
 * of the Persian or the Thai calendar.
 */
const YEAR_LIKE = new RegExp(
  `(?<!\\d)(?:1[89]|2[01])\\d\\d(?!\\d(?!\\d?:\\d\\d))|${OTHER_DIGIT.source}|[\\u5e74\\ub144]|[\\u0621-\\u06d3] 1[34]\\d\\d(?!\\d)|[\\u0e01-\\u0e4e]\\.?\\s?(?:2[45])?\\d\\d(?!\\d)|\\d\\/25[4-9]\\d`,
  'u',
);

/** Whether a text may have the year of a day: a quick test, since most have none. */
export function mayHaveYear(text: string): boolean {
  return YEAR_LIKE.test(text);
}
/** A day of a month, or a range of them without a space: `24`, `24th`, `24-26`; `و24` has an “and” before it. */
const DAYS = /^و?(?:\d{1,2}(?:st|nd|rd|th|er)?[-–—])?(\d{1,2})(?:st|nd|rd|th|er)?$/u;
/** What may stand between a day, its month and its year. */
const OF = new Set(['of', 'de', 'del']);
/** What may stand between the two days of a range. */
const JOINTS = new Set(['-', '–', '—', 'to', 'and', 'until', 'au', 'إلى', 'حتى', 'de', '']);

/** What stands between spaces, commas and slashes. */
const WORDS = /[^\s,/\u060c]+/gu;
/** `30-May`, and `14:05-3`: two words that a dash joins. */
const JOINED = /(?<=\d)[-–—](?=\p{L})|(?<=:\d\d)\s?[-–—]\s?(?=\d)/gu;
const DASH = /[-–—]/u;
/** Brackets and full stops around a word. */
const AROUND = /^\(|[.)]+$/gu;

/** How far before its year a date begins, at most. */
const REACH = 64;
const MAX_RANGE_WORDS = 5;

/** @returns the words of a text in lower case, as dates are made of them */
export function wordsOf(text: string): string[] {
  const parted = DASH.test(text) ? text.replace(JOINED, ' - ') : text;
  // A capital dotted I leaves its dot behind as a mark of its own.
  return parted.toLowerCase().replaceAll('\u0307', '').match(WORDS) ?? [];
}

/** Digits of other scripts as ASCII and days of other calendars as ISO 8601: one way of reading serves all. */
export const westernDates = (text: string): string => localDaysToIso(asciiDigits(jalaliToIso(text)));

/** A day as Chinese, Japanese and Korean write it. */
const EAST_ASIAN = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/gu;

/** The time behind the day of ISO 8601: `T07:11:00Z`, `T18:00+0900`. */
export const ISO_TIME =
  /(?<=\d)T\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?(?![\p{L}\d])/gu;

/** Days of Chinese, Japanese and Korean as ISO 8601, between spaces. */
export function eastAsianDaysToIso(text: string): string {
  if (!/[年년]/u.test(text)) return text;
  return text.replace(EAST_ASIAN, (_, year: string, month: string, day: string) =>
    [' ', year, '-', month.padStart(2, '0'), '-', day.padStart(2, '0'), ' '].join(''),
  );
}

/** @returns every calendar day the text names, in text order; days no calendar has are left out */
export function findDays(text: string): CalendarDay[] {
  const found: CalendarDay[] = [];
  if (!mayHaveYear(text)) return found;
  const western = eastAsianDaysToIso(westernDates(text));
  // An iterator of matches makes a pattern of its own each time, which takes longer than to look.
  for (let match = yearFrom(western, 0); match; match = yearFrom(western, YEAR.lastIndex)) {
    const [year] = match;
    const before = western.slice(Math.max(0, match.index - REACH), match.index);
    const day =
      year.length === 4
        ? (dayBefore(before, Number(year)) ?? dayBehind(western.slice(YEAR.lastIndex), Number(year)))
        : isCalendarDay(year)
          ? year
          : undefined;
    if (day) found.push(day);
  }
  return found;
}

function yearFrom(text: string, from: number): RegExpExecArray | null {
  YEAR.lastIndex = from;
  return YEAR.exec(text);
}

/** The day that the words before a year name: `April 24,`, `24 April`, `30 April – 2 May`. */
function dayBefore(text: string, year: number): CalendarDay | undefined {
  const words = wordsOf(text);
  let last = words.length - 1;
  if (OF.has(bareWord(words, last))) last--;
  const named = monthAt(words, last);
  if (named) {
    // Some print a month in two ways: `30 كانون الثاني (يناير)`.
    const again = monthAt(words, last - named.words)?.words ?? 0;
    const at = last - named.words - again;
    return calendarDay(year, named.month, dayAt(bareWord(words, OF.has(bareWord(words, at)) ? at - 1 : at)));
  }
  const day = dayAt(bareWord(words, last));
  // Back over the first half of a range to the month: `April 24 - 26`.
  for (let at = last - 1; day !== undefined && at >= 0 && at >= last - MAX_RANGE_WORDS; at--) {
    const month = monthAt(words, at)?.month;
    if (month) return calendarDay(year, month, day);
    const word = bareWord(words, at);
    if (!JOINTS.has(word) && !DAYS.test(word)) return undefined;
  }
  return undefined;
}

/** The day that the words behind a year name, where it comes first: `. augusztus 24.` */
function dayBehind(text: string, year: number): CalendarDay | undefined {
  const behind = dayBehindYear(text);
  const month = behind && MONTHS.get(behind.month);
  return month ? calendarDay(year, month, behind.day) : undefined;
}

/** The month whose name, of one word or two, ends at a place in the text. */
export function monthAt(words: readonly string[], at: number): { month: number; words: number } | undefined {
  const word = bareWord(words, at);
  if (!MONTH_ENDS.has(word)) return undefined;
  const two = MONTHS.get(`${bareWord(words, at - 1)} ${word}`);
  if (two) return { month: two, words: 2 };
  const one = MONTHS.get(word);
  return one ? { month: one, words: 1 } : undefined;
}

/** The word at a place, without what is around it; empty where there is none. */
function bareWord(words: readonly string[], at: number): string {
  const word = words[at] ?? '';
  return word.startsWith('(') || word.endsWith('.') || word.endsWith(')') ? word.replace(AROUND, '') : word;
}

function dayAt(word: string): number | undefined {
  const day = DAYS.exec(word)?.[1];
  return day === undefined ? undefined : Number(day);
}

/** Whether a `YYYY-MM-DD` names a day that the calendar has. */
export function isCalendarDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  return year !== undefined && calendarDay(year, month, day) === text;
}

/** @returns the day of a year, a month and a day of it, where the calendar has it */
export function calendarDay(year: number, month?: number, day?: number): CalendarDay | undefined {
  if (month === undefined || day === undefined || month < 1 || month > 12 || day < 1) return undefined;
  if (day > daysOf(month, year)) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`);
