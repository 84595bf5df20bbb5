// Which dates are hardly true: those that lie far beyond all others of their dump, as 2124 among stories of 2024. What
// is far is told by the other dates alone, since a build reads no clock.
import type { CalendarDay } from '../dump/index.ts';
import { type Message, message } from '../dump/messages.ts';

const DAY = 86_400_000;
/** Nothing nearer is far, in days: archives have gaps of years. */
const LEAST_GAP = 5 * 365;
/** The same where there are few dates to judge by. */
const LEAST_GAP_OF_FEW = 30 * 365;
const FEW = 5;
/** How many times the usual step from one date to the next the gap has to be. */
const STEPS = 10;
/** Of how many dates, at most, those beyond the gap are one. */
const RARE = 20;

/**
 * @param days of stories, in any order
 * @returns the day from which on dates are far; nothing where none is
 */
export function farFrom(days: readonly CalendarDay[]): CalendarDay | undefined {
  const sorted = days.toSorted();
  const most = Math.max(1, Math.floor(sorted.length / RARE));
  const first = sorted[0];
  for (let beyond = 1; beyond <= most; beyond++) {
    const [last, far] = [sorted.at(-beyond - 1), sorted.at(-beyond)];
    if (first === undefined || last === undefined || far === undefined) return undefined;
    const others = sorted.length - beyond;
    const step = daysBetween(first, last) / Math.max(1, others - 1);
    const least = others < FEW ? LEAST_GAP_OF_FEW : LEAST_GAP;
    if (daysBetween(last, far) > Math.max(least, STEPS * step)) return far;
  }
  return undefined;
}

const daysBetween = (from: CalendarDay, to: CalendarDay) => (Date.parse(to) - Date.parse(from)) / DAY;

/** A story's date, and where the story begins. */
export interface DatedLine {
  day: CalendarDay;
  line: number;
}

/** What is said of a story whose date is far. */
export function farMessage({ day, line }: DatedLine): Message {
  const text = `The date ${day} lies far beyond all others of the dump; the story stands behind the dated ones. Correct its date.`;
  return message('date-far', line, 1, text);
}

/**
 * What is said of the dates of a dump.
 * @param dates lines of stories, by their days
 * @param today what comes after it is reported as well
 */
export function farMessages(dates: ReadonlyMap<CalendarDay, readonly number[]>, today: string): Message[] {
  const from = farFrom([...dates].flatMap(([day, lines]) => lines.map(() => day)));
  const messages = [...dates].flatMap(([day, lines]) => {
    if (from !== undefined && day >= from) return lines.map((line) => farMessage({ day, line }));
    if (day <= today) return [];
    return lines.map((line) => message('date-far', line, 1, `The date ${day} has not come yet.`));
  });
  return messages.sort((a, b) => a.line - b.line);
}
