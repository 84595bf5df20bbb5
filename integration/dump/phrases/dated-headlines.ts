// Headlines with their day in front or behind, as lists and archives print them: `[2024-05-03] Ferry Returns`,
// `3 May 2024 - Ferry Returns`, `Ferry Returns (3 May 2024)`. One such line can be about a day; where all of a dump's are so, a
// program put the days there.

import type { CalendarDay } from '../types.ts';
import { mayHaveYear } from './dates.ts';
import { statedDay } from './stated.ts';

/** Where the day stands. */
export const DAY_SIDES = ['front', 'end'] as const;
export type DaySide = (typeof DAY_SIDES)[number];

/** Whether a text is the name of a side. */
export const isDaySide = (text: string | undefined): text is DaySide =>
  DAY_SIDES.some((side) => side === text);

export interface DatedHeadline {
  /** Without its day. */
  headline: string;
  day: CalendarDay;
  side: DaySide;
}

/** The day in brackets, or up to a mark or a wide space; or a day in digits and one space. */
const FRONT = [
  /^[[(](?<day>[^\])]{6,40})[\])][\s:–—-]*(?<headline>\S.*)$/u,
  /^(?<day>[^:|–—\t]{6,40}?)\s*(?:\s[-–—|]\s|:\s|\t+|\s{2,})\s*(?<headline>\S.*)$/u,
  /^(?<day>\d{1,4}[-./]\d{1,2}[-./]\d{1,4})\s+(?<headline>\S.*)$/u,
];
const END = [
  /^(?<headline>.*\S)\s*[[(](?<day>[^[\](]{6,40})[\])]$/u,
  /^(?<headline>.*\S)(?:\s[-–—|]\s|\t+|\s{2,})\s*(?<day>[^|–—\t]{6,40})$/u,
];
const MAX_LENGTH = 300;
const LETTER = /\p{L}/u;

/** @returns a headline and its day, where a line has it in front or behind; nothing where it has none */
export function datedHeadline(text: string): DatedHeadline | undefined {
  if (text.length > MAX_LENGTH || !mayHaveYear(text)) return undefined;
  return splitAt(text, FRONT, 'front') ?? splitAt(text, END, 'end');
}

function splitAt(text: string, patterns: readonly RegExp[], side: DaySide): DatedHeadline | undefined {
  for (const pattern of patterns) {
    const { day: stated = '', headline = '' } = pattern.exec(text)?.groups ?? {};
    const day = LETTER.test(headline) ? statedDay(stated.trim()) : undefined;
    if (day !== undefined) return { headline, day, side };
  }
  return undefined;
}
