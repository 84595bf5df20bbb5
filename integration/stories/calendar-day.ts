// Dates as the calendar days that they stand for, and which of them are days of publication.
import type { Story } from '../story.ts';
import { memoize } from '../utils/memoize.ts';

/**
 * The day a story was published, `YYYY-MM-DD`, where its dump states it. A photo's date orders stories, but it is no day
 * of publication.
 */
export function publishedOn({ date, dateBasis }: Pick<Story, 'date' | 'dateBasis'>): string | undefined {
  return date && (dateBasis === 'stated' || dateBasis === 'file') ? calendarDay(date) : undefined;
}

/** A date as the calendar day it stands for, `YYYY-MM-DD`. */
export function calendarDay(date: Date): string {
  return dayOf(date.getTime());
}

const dayOf = memoize((time: number) => new Date(time).toISOString().slice(0, -14));
