// Days that are a body's: one below another, or each above what happened on it. No page says twice when it was published.
// Decides by the days, by words that label one, and by the sentences between.

import type { Line } from '../lines/lines.ts';
import { isClosed } from '../phrases/marks.ts';
import { mayStateDay, readStamp } from '../phrases/stamps.ts';
import { mayOpenADay } from '../phrases/stated.ts';
import type { CalendarDay } from '../types.ts';

/** So many different days, each within so many lines of the next, are a chronology. */
const CHRONOLOGY = 3;
const WITHIN = 4;

/**
 * Whether a line begins with a day, and no word says that it is of a story: the one above or below begins with another, or
 * it is one of several that stand above sentences.
 */
export function isOfCalendar(lines: readonly Line[], at: number): boolean {
  const day = dayAt(lines, at);
  if (day === undefined) return false;
  const isBeside = [at - 1, at + 1].some((beside) => {
    const other = dayAt(lines, beside);
    return other !== undefined && other !== day;
  });
  return isBeside || daysAround(lines, at, day) >= CHRONOLOGY;
}

/** How many different days stand around a line, with a sentence between any two. */
function daysAround(lines: readonly Line[], at: number, day: CalendarDay): number {
  const days = new Set([day]);
  for (const step of [-1, 1]) {
    for (
      let next = nextDay(lines, at, step);
      next !== undefined && days.size < CHRONOLOGY;
      next = nextDay(lines, next, step)
    ) {
      const found = dayAt(lines, next);
      if (found === undefined || days.has(found)) break;
      days.add(found);
    }
  }
  return days.size;
}

/** @returns index of the next line that begins with a day, if a sentence stands between */
function nextDay(lines: readonly Line[], at: number, step: number): number | undefined {
  let hasSentence = false;
  for (let next = at + step; Math.abs(next - at) <= WITHIN && lines[next]; next += step) {
    if (dayAt(lines, next) !== undefined) return hasSentence ? next : undefined;
    hasSentence ||= isClosed(lines[next]?.text ?? '');
  }
  return undefined;
}

function dayAt(lines: readonly Line[], at: number): CalendarDay | undefined {
  const text = lines[at]?.text ?? '';
  const stamp = mayStateDay(text) && mayOpenADay(text) ? readStamp(text) : undefined;
  return stamp && !stamp.isLabelled ? stamp.day : undefined;
}
