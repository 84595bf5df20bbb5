// Which rules part the stories of a dump: lines of dashes, stars and the like, and what closes a story.

import { type Line, textAt } from '../lines/lines.ts';
import { isLed, isShouted } from '../phrases/marks.ts';
import { CLOSING_MARKS, closingMark, partingMark, ruleMark } from '../phrases/rules.ts';
import { isUnderline, SNIFFED_BYTES } from './dialect.ts';
import { readsLikeHeadline } from './head.ts';
import { isText } from './whole-texts.ts';

/** Where a mark stands that may part stories: index of the line below, whether this reads like a headline, and one in capitals. */
interface Mark {
  below: number;
  isHead: boolean;
  isShouted: boolean;
}

/** @returns the marks of lines below which most often stands what reads like a headline, with a text below it */
export function findRules(lines: readonly Line[]): string[] {
  const seen = new Map<string, Mark[]>();
  for (const [at, line] of lines.entries()) {
    const mark = partingMark(line.text);
    if (mark === undefined || isUnderline(lines, at)) continue;
    let below = at + 1;
    // Where a gap stands below what closes a story, the gap parts it from the next one.
    if (closingMark(line.text) !== undefined && (lines[below]?.gap ?? 0) > 1) continue;
    while (lines[below] && ruleMark(textAt(lines, below)) !== undefined) below++;
    // Below the last story one stands as well, and parts nothing.
    if (below === lines.length) continue;
    const isHead = isHeadlineAbove(lines, below);
    const found = { below, isHead, isShouted: isHead && isShouted(textAt(lines, below)) };
    const marks = seen.get(mark);
    if (marks) marks.push(found);
    else seen.set(mark, [found]);
  }
  // Below a headline that is not in capitals, lines in capitals alone are the subheads of its story.
  const hasPlainHeadline = !lines.slice(0, OPENING).some(({ text }) => isShouted(text));
  return [...seen]
    .filter(([mark, marks]) => {
      const heads = marks.filter(({ isHead }) => isHead);
      if (hasPlainHeadline && heads.every((each) => each.isShouted)) return false;
      return PRINTED_MARKS.has(mark) ? areFooters(lines, mark, marks) : heads.length * 2 > marks.length;
    })
    .map(([mark]) => mark);
}

/** What stands in the midst of stories as well. */
const { address, rights, day } = CLOSING_MARKS;
const PRINTED_MARKS: ReadonlySet<string> = new Set([address, rights, day]);
const LEAST_PRINTED = 3;
const PRINTED_SHARE = 0.9;
/** A caption and its credit are shorter than a story. */
const LEAST_BODY = 2;

/** Whether nearly all lines with a mark close stories, in a dump that no wide gap parts. */
function areFooters(lines: readonly Line[], mark: string, marks: readonly Mark[]): boolean {
  if (marks.length < LEAST_PRINTED || lines.slice(1).some(({ gap }) => gap > 1)) return false;
  // The last story of a dump that was seen to its end has one as well, or the first one has it above; a day above is of that story.
  const [isFirst, isLast] = [lines[0], lines.at(-1)].map((line) => partingMark(line?.text ?? '') === mark);
  if (mark === day && isFirst) return false;
  if (!isFirst && !isLast && (lines.at(-1)?.end ?? 0) < SNIFFED_BYTES) return false;
  const closing = marks.filter(
    ({ below, isHead }, index) =>
      isHead && lines.slice(marks[index - 1]?.below ?? 0, below - 1).filter(isText).length >= LEAST_BODY,
  );
  return closing.length >= PRINTED_SHARE * marks.length;
}

/** So many lines of a dump show whether its headlines are in capitals. */
const OPENING = 4;

/** Whether a line reads like a headline, and another stands below it. */
export function isHeadlineAbove(lines: readonly Line[], at: number): boolean {
  const text = textAt(lines, at);
  const below = textAt(lines, at + 1);
  return text !== '' && readsLikeHeadline(text) && !isLed(text) && below.length > 0;
}
