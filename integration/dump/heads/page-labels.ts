// Which lines name the section of a story, or count it, above its headline: the first lines of pages, of which most stand on
// several pages, apart from their numbers, and each above a line that reads like a headline.

import type { Line } from '../lines/lines.ts';
import { comparisonForm } from '../phrases/comparison.ts';
import { isClosed } from '../phrases/marks.ts';
import { type Dialect, isBelowGap, isControl } from './dialect.ts';
import type { Page } from './find-pages.ts';
import { withNumbersAlike } from './furniture.ts';
import { readsLikeHeadline } from './head.ts';
import { countEach } from './masthead.ts';

const MAX_LABEL = 40;
const MAX_WORDS = 4;
/** A headline of fewer words may be a label as well. */
const LEAST_HEADLINE_WORDS = 3;
/** With fewer pages, a line that stands twice may be two stories' headline. */
const LEAST_PAGES = 6;
const LABELLED = 0.8;
/** A section has more stories than one. */
const LEAST_STORIES = 2;

/** @returns the labels of a dump whose pages have them, as printed; one of those that differ in their numbers alone */
export function findLabels(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): string[] {
  const open = pages.filter(({ isOpen }) => isOpen);
  if (open.length < LEAST_PAGES) return [];
  const labels = open.flatMap(({ top }) => labelAt(lines, top, dialect) ?? []);
  if (labels.length < LABELLED * open.length) return [];
  const counts = countEach(labels.map(({ text }) => [formOf(text)]));
  const recurring = labels.filter(({ text }) => (counts.get(formOf(text)) ?? 0) >= LEAST_STORIES);
  if (recurring.length < LABELLED * open.length) return [];
  return [...new Map(recurring.toReversed().map(({ text }) => [formOf(text), text])).values()].reverse();
}

/** The first line of a page, where it is short and the next one reads like the headline. */
function labelAt(lines: readonly Line[], top: number, dialect: Dialect): Line | undefined {
  const [line, below, more] = [lines[top], lines[top + 1], lines[top + 2]];
  if (!line || !below || !more || isBelowGap(below, dialect) || isBelowGap(more, dialect)) return undefined;
  const isShort = line.text.length <= MAX_LABEL && line.words <= MAX_WORDS && !isClosed(line.text);
  if (!isShort || isControl(line, dialect)) return undefined;
  return below.words >= LEAST_HEADLINE_WORDS && readsLikeHeadline(below.text) ? line : undefined;
}

const formOf = (text: string) => withNumbersAlike(comparisonForm(text));
