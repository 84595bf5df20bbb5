// Which rules part the stories of a dump: lines of dashes, stars and the like, and what closes a story.

import { type Line, textAt } from '../lines/lines.ts';
import { isLed, isShouted } from '../phrases/marks.ts';
import { END, partingMark, ruleMark } from '../phrases/rules.ts';
import { isUnderline } from './dialect.ts';
import { readsLikeHeadline } from './head.ts';

/** The marks of the rules below which most often stands what reads like a headline, with a text below it. */
export function findRules(lines: readonly Line[]): string[] {
  const seen = new Map<string, { all: number; heads: number; shouted: number }>();
  for (const [at, line] of lines.entries()) {
    const mark = partingMark(line.text);
    if (mark === undefined || isUnderline(lines, at)) continue;
    let next = at + 1;
    // Where a gap stands below what closes a story, the gap parts it from the next one.
    if (mark === END && (lines[next]?.gap ?? 0) > 1) continue;
    while (lines[next] && ruleMark(textAt(lines, next)) !== undefined) next++;
    // Below the last story one stands as well, and parts nothing.
    if (next === lines.length) continue;
    const entry = seen.get(mark) ?? { all: 0, heads: 0, shouted: 0 };
    entry.all++;
    if (isHeadlineAbove(lines, next)) {
      entry.heads++;
      if (isShouted(textAt(lines, next))) entry.shouted++;
    }
    seen.set(mark, entry);
  }
  // Below a headline that is not in capitals, lines in capitals alone are the subheads of its story.
  const hasPlainHeadline = !lines.slice(0, OPENING).some(({ text }) => isShouted(text));
  return [...seen]
    .filter(([, { all, heads, shouted }]) => heads * 2 > all && !(hasPlainHeadline && shouted === heads))
    .map(([mark]) => mark);
}

/** So many lines of a dump show whether its headlines are in capitals. */
const OPENING = 4;

/** Whether a line reads like a headline, and another stands below it. */
export function isHeadlineAbove(lines: readonly Line[], at: number): boolean {
  const text = textAt(lines, at);
  const below = textAt(lines, at + 1);
  return text !== '' && readsLikeHeadline(text) && !isLed(text) && below.length > 0;
}
