// What may be claimed about a story's date. A photo's date puts a story in order, but it is no day of publication.
import type { Story } from '../story.ts';

/** The day a story was published, `YYYY-MM-DD`, where the dump vouches for it. */
export function publishedOn({ date, dateBasis }: Pick<Story, 'date' | 'dateBasis'>): string | undefined {
  return date && (dateBasis === 'stated' || dateBasis === 'file') ? calendarDay(date) : undefined;
}

/** A date as the calendar day it stands for, `YYYY-MM-DD`. */
export function calendarDay(date: Date): string {
  return date.toISOString().slice(0, -14);
}
