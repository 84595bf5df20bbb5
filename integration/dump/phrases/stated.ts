// Lines that do nothing but state a day: `Updated 03 August 2024`, `Friday, May 3, 2024`. Decides by their words: each
// must be part of a day or of a time.

import { memoize, RECENT_LINES } from '../../utils/memoize.ts';
import type { CalendarDay } from '../types.ts';
import {
  eastAsianDaysToIso,
  findDays,
  MONTH_STARTS,
  mayHaveYear,
  monthAt,
  westernDates,
  wordsOf,
} from './dates.ts';
import { isShouted } from './marks.ts';
import { BESIDE_DAYS, BESIDE_TIMES } from './months.ts';

const LABEL =
  /^(?:(?:last |first )?(?:updated|published|posted|modified|edited)|(?:تم |تاريخ )?(?:ال)?نشر|نُشر|(?:آخر |تم )?(?:ال)?تحديث|mis à jour|publié|modifié|(?:son )?güncelle(?:me|nme)(?: tarihi)?|yayın(?:lanma)?(?: tarihi)?|تاریخ انتشار|به‌روزرسانی|شائع شدہ|اشاعت|(?:发布|發布|更新|公開|掲載|입력|수정)(?:时间|時間|日期|日時|日)?)(?: on| at| le|\s*في)?\s*(?::?\s+|：\s*)/iu;

const MAX_LENGTH = 90;
/** A number, with what tells that it is a day (`3rd`), a range of them or a time (`14:05`). */
const NUMBER = /^\d{1,4}(?:st|nd|rd|th|er)?(?:[-–—]\d{1,2})?(?:[:.h]\d{2}){0,2}م?$/u;
/** `GMT+3`, `KSA`: in capitals, and so looked for before words are levelled. */
const ZONE = /\b[A-Z]{2,5}(?:[+-]\d{1,2}(?::\d{2})?)?\b/gu;
const AROUND = /^[(«（]+|[).,،»）]+$/gu;

/** @returns the day of a line that does nothing but state one, else nothing */
export function statedDay(line: string): CalendarDay | undefined {
  return line.length <= MAX_LENGTH && mayHaveYear(line) ? dayOf(line) : undefined;
}

/** Whether the first word can be part of a day: that of most lines can't. */
export function mayOpenADay(text: string): boolean {
  const space = text.indexOf(' ');
  const word = (space < 0 ? text : text.slice(0, space)).toLowerCase().replace(AROUND, '');
  return isOfADay(word) || MONTH_STARTS.has(word) || /^\d/u.test(word);
}

const dayOf = memoize((line: string): CalendarDay | undefined => {
  const rest = eastAsianDaysToIso(westernDates(line)).trim().replace(LABEL, '');
  if (!mayOpenADay(rest)) return undefined;
  // `FRIDAY, MAY 3, 2024`: here capitals are no sign of a zone.
  const words = wordsOf(isShouted(rest) ? rest : rest.replace(ZONE, ''));
  const isDay = words.every((word, at) => isOfADay(word.replace(AROUND, '')) || isOfAMonth(words, at));
  // Captions name days as well, and most lines with a year are captions: their words are cheaper to tell than their days.
  return isDay ? findDays(rest)[0] : undefined;
}, RECENT_LINES);

function isOfADay(word: string): boolean {
  return word === '' || NUMBER.test(word) || BESIDE_DAYS.has(word) || BESIDE_TIMES.has(word) || isIso(word);
}

const isIso = (word: string) => /^\d{4}-\d{2}-\d{2}(?:t[\d:.]+z?)?$/u.test(word);

/** Whether a word is the name of a month, or the first of its two words. */
function isOfAMonth(words: readonly string[], at: number): boolean {
  return monthAt(words, at) !== undefined || monthAt(words, at + 1)?.words === 2;
}
