// Whether a story begins at a line of a dump, by what parts its stories: a gap, the shape of headlines, or heads that show
// themselves.

import { type Dialect, isBelowGap, isControl } from './heads/dialect.ts';
import { isBare, isSufficient, readHead } from './heads/head.ts';
import {
  isAnchor,
  type Opening,
  type OpeningContext,
  openingAround,
  openingBelow,
  withDayAbove,
} from './heads/openings.ts';
import { markOf } from './heads/printed-lines.ts';
import { isParagraphText, marksAt, shapeScoreOf } from './heads/shape.ts';
import type { Line } from './lines/lines.ts';

/** @returns the likeliest opening that a line is a part of */
export function openingAt(lines: readonly Line[], at: number, around: OpeningContext): Opening | undefined {
  const { floor, isFirst, dialect } = around;
  const isOpen = (at === 0 && isFirst) || isBelowGap(lines[at], dialect);
  if (isOpen && dialect.stated?.isHeadlineFirst) {
    const head = isControl(lines[at], dialect) ? undefined : readHead(lines, at, 'rule', dialect);
    return head && { top: at, start: at, head };
  }
  if (isOpen) return openingBelow(lines, at, around);
  if (dialect.stated?.isParted) return undefined;
  const model = dialect.shape;
  const shape = model && !isParagraphText(lines[at]?.text ?? '') ? shapeScoreOf(lines, at, 0, model) : 0;
  if (shape > 0) {
    const head = readHead(lines, at, 'shape', dialect);
    const top = at > floor && isMarkedAbove(lines, at, model?.mark) ? at - 1 : at;
    return head && { top, start: at, head: { ...withDayAbove(lines, top, at, dialect, head), shape } };
  }
  return !dialect.isClear && isAnchor(lines, at, floor, dialect)
    ? openingAround(lines, at, around)
    : undefined;
}

/** Whether the line above a headline marks it as its dump's are, and none below it does. */
function isMarkedAbove(lines: readonly Line[], at: number, mark: string | undefined): boolean {
  if (mark === undefined || markOf(lines[at - 1]?.text ?? '') !== mark) return false;
  return marksAt(lines, at).filter((each) => each === mark).length === 1;
}

/** What is known of the lines above an opening. */
interface Above {
  dialect: Dialect;
  /** Whether there was any head; whether a story goes on. */
  anyHead: boolean;
  inStory: boolean;
}

/** Whether an opening shows enough for a story to begin there. */
export function begins(
  lines: readonly Line[],
  opening: Opening,
  { dialect, anyHead, inStory }: Above,
): boolean {
  if (dialect.stated?.isParted || (dialect.stated?.isHeadlineFirst && !anyHead)) return true;
  return isSufficient(opening.head) && !(inStory && isSignature(lines, opening, dialect));
}

/** What closes a story below a gap: a name or two, or who wrote and who edited, in brackets. */
const MAX_SIGNATURE_WORDS = 3;
const IN_BRACKETS = /^[([{«].*[)\]}»]\.?$/u;

/** Whether a story's last line stands below a gap: short, and with nothing below that it could be the headline of. */
function isSignature(lines: readonly Line[], { start, head }: Opening, dialect: Dialect): boolean {
  const [line, below] = [lines[start], lines[start + 1]];
  if (!line || !isBare(head) || (below && !isBelowGap(below, dialect))) return false;
  return line.words <= MAX_SIGNATURE_WORDS || IN_BRACKETS.test(line.text);
}
