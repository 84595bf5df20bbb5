// Days one below another: no page says twice when it was published, so that they are a body's. Decides by the days, and by
// words that label one.

import type { Line } from '../lines/lines.ts';
import { mayStateDay, readStamp } from '../phrases/stamps.ts';
import { mayOpenADay } from '../phrases/stated.ts';
import type { CalendarDay } from '../types.ts';

/** Whether a line begins with a day, and the one above or below with another, with no word that either is of a story. */
export function isOfCalendar(lines: readonly Line[], at: number): boolean {
  const day = dayAt(lines, at);
  if (day === undefined) return false;
  return [at - 1, at + 1].some((beside) => {
    const other = dayAt(lines, beside);
    return other !== undefined && other !== day;
  });
}

function dayAt(lines: readonly Line[], at: number): CalendarDay | undefined {
  const text = lines[at]?.text ?? '';
  const stamp = mayStateDay(text) && mayOpenADay(text) ? readStamp(text) : undefined;
  return stamp && !stamp.isLabelled ? stamp.day : undefined;
}
