// The dek that stands below all else of a head, right above the body.

import type { Line } from '../lines/lines.ts';
import type { Byline } from '../phrases/bylines.ts';
import { isClosed, isLed, widthOf } from '../phrases/marks.ts';
import type { CalendarDay, LineClass } from '../types.ts';
import { type Dialect, isBelowGap } from './dialect.ts';
import { isLooseText, LEAST_PARAGRAPH, MAX_SHORT_DEK } from './loose-kinds.ts';

/** What of a head stands above it. */
interface HeadAbove {
  deks: readonly string[];
  /** The class of each of its lines, headline first. */
  classes: readonly LineClass[];
  stated: CalendarDay | undefined;
  byline: Byline | undefined;
}

/**
 * What stands below all else of a head that states a day or a name: its dek, where it is open, and above a longer
 * sentence.
 * @param at index of the headline
 */
export function lastDekOf(
  lines: readonly Line[],
  at: number,
  dialect: Dialect,
  { deks, classes, stated, byline }: HeadAbove,
): string | undefined {
  const next = at + classes.length;
  const [line, below] = [lines[next], lines[next + 1]];
  if (deks.length > 0 || !line || !below || !(stated ?? byline)) return undefined;
  if (isBelowGap(line, dialect) || isBelowGap(below, dialect)) return undefined;
  const { text, words } = line;
  if (words < LEAST_LAST_DEK || text.length > MAX_SHORT_DEK || NOT_A_LETTER.test(text)) return undefined;
  if (widthOf(below.text) <= Math.max(widthOf(text), LEAST_PARAGRAPH) || !isClosed(below.text))
    return undefined;
  return isLed(text) || OF_PARTS.test(text) || isLooseText(text) ? undefined : text;
}

/** A line that ends in anything else than a letter is no dek below a name. */
const NOT_A_LETTER = /\P{L}$/u;
const LEAST_LAST_DEK = 6;
/** What is labelled, or of several parts, is as likely the first line of the body. */
const OF_PARTS = /[:;]|\bwww\./u;
