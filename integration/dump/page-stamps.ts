// Lines among the paragraphs of a page that state nothing but a day, a time or how long something plays. Decides by their
// number: where many stand, they are a chronology, or the entries of a report that was written as it happened.

import { isOpen } from './page-shapes.ts';
import { readStamp } from './phrases/stamps.ts';
import type { Aside } from './types.ts';

/** So many are a chronology. */
const CHRONOLOGY = 3;
const MAX_STAMP = 60;
/** `VIDEO 4:42`, `00:00:49`, `45:47` */
const PLAYS = /^(?:video|audio|podcast)?\s?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?\d{1,2}:\d{2})?$/iu;

/** @param asides what each line was taken for; such lines become furniture where there are few */
export function markStamps(lines: readonly string[], asides: Aside[]): void {
  const days: number[] = [];
  const times: number[] = [];
  for (const [at, text] of lines.entries()) {
    if (asides[at] || text.length > MAX_STAMP || !/\d/u.test(text)) continue;
    if (PLAYS.test(text)) {
      times.push(at);
      continue;
    }
    const stamp = readStamp(text);
    if (stamp?.rest.length !== 0) continue;
    if (stamp.day === undefined && isOpen(text)) times.push(at);
    if (stamp.day !== undefined && !/[.:]$/u.test(text)) days.push(at);
  }
  for (const found of [days, times])
    if (found.length < CHRONOLOGY) for (const at of found) asides[at] = 'furniture';
}
