// Days of the Persian calendar (Jalali): `۱۴۰۳/۰۲/۲۸`, `۲۸ اردیبهشت ۱۴۰۳`. Decides by the year, and by Persian digits or
// the name of a month. Intl says which Gregorian day it is.

import { asciiDigits } from './digits.ts';

/** Years of this calendar that news was written in, 1921 to 2050; lunar years of our time are higher. */
const YEARS = { first: 1300, last: 1429 };
const MONTHS = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const DIGITS = '[\\d\\u06f0-\\u06f9]';
const YEAR = `(?<year>[1۱][34۳۴]${DIGITS}{2})`;
const NUMERIC = new RegExp(
  `(?<!${DIGITS})${YEAR}\\s?[/.-]\\s?(?<month>${DIGITS}{1,2})\\s?[/.-]\\s?(?<day>${DIGITS}{1,2})(?!${DIGITS})`,
  'gu',
);
const NAMED = new RegExp(
  `(?<!${DIGITS})(?<day>${DIGITS}{1,2})(?:\\s?ام)?\\s(?<month>${MONTHS.join('|')})(?:\\sماه)?،?\\s${YEAR}(?!${DIGITS})`,
  'gu',
);
const PERSIAN_DIGIT = /[\u06f0-\u06f9]/u;
/** What a day of this calendar can't do without: a quick test rules out most texts. */
const MAY_BE = /[1۱][34۳۴][\d\u06f0-\u06f9]{2}/u;
const ARABIC_LETTER = /[\u0621-\u06d3]/u;

const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
const DAY = 86_400_000;
/** The year begins on a day of March between the 19th and the 22nd. */
const EARLIEST_NEW_YEAR = 19;
const SPREAD = 4;
/** The first six months have so many days; those behind them one less. */
const LONG_MONTH = 31;
const LONG_MONTHS = 6;

/** @returns the Gregorian day of a day of the Persian calendar, `YYYY-MM-DD`; nothing where the calendar has none */
export function gregorianDay(year: number, month: number, day: number): string | undefined {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12 || day < 1) return undefined;
  const months = month - 1;
  const dayOfYear = months * LONG_MONTH - Math.max(0, months - LONG_MONTHS) + day - 1;
  const written = `${month}/${day}/${year}`;
  for (let shift = 0; shift < SPREAD; shift++) {
    const time = Date.UTC(year + 621, 2, EARLIEST_NEW_YEAR + shift) + dayOfYear * DAY;
    if (parts.format(time).startsWith(written)) return new Date(time).toISOString().slice(0, 10);
  }
  return undefined;
}

/** @returns a text with its days of the Persian calendar as ISO 8601 */
export function jalaliToIso(text: string): string {
  if (!MAY_BE.test(text) || !(PERSIAN_DIGIT.test(text) || ARABIC_LETTER.test(text))) return text;
  return text.replace(NUMERIC, toIso).replace(NAMED, toIso);
}

function toIso(written: string, ...groups: unknown[]): string {
  const [found] = groups.slice(-1);
  if (typeof found !== 'object' || found === null) return written;
  const part = (name: string) => String(Reflect.get(found, name));
  const month = MONTHS.indexOf(part('month')) + 1 || numberOf(part('month'));
  return gregorianDay(numberOf(part('year')), month, numberOf(part('day'))) ?? written;
}

const numberOf = (digits: string) => Number(asciiDigits(digits));
