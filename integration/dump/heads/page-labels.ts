// Which lines name the section of a story, or count it, above its headline: the first lines of pages, of which most stand on
// several pages, apart from their numbers, and each above a line that reads like a headline; whether they part stories.

import type { Line } from '../lines/lines.ts';
import { isClosed, isShouted } from '../phrases/marks.ts';
import { type Dialect, isBelowGap, isControl, labelForm } from './dialect.ts';
import type { Page } from './find-pages.ts';
import { readsLikeHeadline } from './head.ts';
import { countEach } from './masthead.ts';

/** So many blank lines part stories. */
const WIDE = 2;
const MAX_LABEL = 40;
const MAX_WORDS = 4;
/** A headline of fewer words may be a label as well. */
const LEAST_HEADLINE_WORDS = 3;
/** With fewer pages, a line that stands twice may be two stories' headline. */
const LEAST_PAGES = 6;
const LABELLED = 0.8;
/** What stands above a story that nothing else parts ends most often as text does. */
const BELOW_TEXT = 0.6;
/** A section has more stories than one. */
const LEAST_STORIES = 2;

/** @returns the labels of a dump whose pages have them, as printed; one of those that differ in their numbers alone */
export function findLabels(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): string[] {
  const open = pages.filter(({ isOpen }) => isOpen);
  const labels = open.flatMap(
    ({ top, start }) => labelAt(lines, top, dialect) ?? labelAt(lines, start, dialect) ?? [],
  );
  if (open.length < LEAST_PAGES) return areSureLabels(labels, open.length) ? oneOfEach(labels) : [];
  if (labels.length < LABELLED * open.length) return [];
  const counts = countEach(labels.map(({ text }) => [labelForm(text)]));
  const recurring = labels.filter(({ text }) => (counts.get(labelForm(text)) ?? 0) >= LEAST_STORIES);
  return recurring.length < LABELLED * open.length ? [] : oneOfEach(recurring);
}

/** So few pages show labels, where each has one, and all are alike, or a word or two in capitals. */
const FEW_PAGES = 3;
const FEW_WORDS = 2;

function areSureLabels(labels: readonly Line[], pages: number): boolean {
  if (pages < FEW_PAGES || labels.length < pages) return false;
  const areAlike = new Set(labels.map(({ text }) => labelForm(text))).size === 1;
  return areAlike || labels.every(({ text, words }) => words <= FEW_WORDS && isShouted(text));
}

/**
 * The labels of a dump in which no wide gap parts stories, and which begins with one: lines that recur, each time below a
 * paragraph and above a headline.
 */
export function findPartingLabels(lines: readonly Line[], unparted: Dialect): string[] {
  const [first] = lines;
  const dialect = { ...unparted, gap: WIDE };
  if (!first || !labelAt(lines, 0, dialect) || lines.slice(1).some(({ gap }) => gap >= WIDE)) return [];
  const seen = new Map<string, { all: number; labels: Line[]; belowText: number }>();
  for (const [at, line] of lines.entries()) {
    if (line.text.length > MAX_LABEL) continue;
    const form = labelForm(line.text);
    const entry = seen.get(form) ?? { all: 0, labels: [], belowText: 0 };
    seen.set(form, entry);
    entry.all++;
    if (!labelAt(lines, at, dialect)) continue;
    entry.labels.push(line);
    if (isClosed(lines[at - 1]?.text ?? '')) entry.belowText++;
  }
  const found = [...seen.values()].filter(
    ({ all, labels }) => labels.length >= LEAST_STORIES && labels.length >= LABELLED * all,
  );
  const labels = found.flatMap((each) => each.labels);
  const belowText = found.reduce((sum, each) => sum + each.belowText, 0);
  const isParting = labels.length >= LEAST_PAGES && belowText >= BELOW_TEXT * labels.length;
  return isParting && labels.includes(first) ? oneOfEach(labels) : [];
}

function oneOfEach(labels: readonly Line[]): string[] {
  return [...new Map(labels.toReversed().map(({ text }) => [labelForm(text), text])).values()].reverse();
}

/** The line that would be the headline of a page, where it is short and the next one reads like the headline. */
function labelAt(lines: readonly Line[], at: number, dialect: Dialect): Line | undefined {
  const [line, below, more] = [lines[at], lines[at + 1], lines[at + 2]];
  if (!line || !below || !more || isBelowGap(below, dialect) || isBelowGap(more, dialect)) return undefined;
  const isShort = line.text.length <= MAX_LABEL && line.words <= MAX_WORDS && !isClosed(line.text);
  if (!isShort || isControl(line, dialect)) return undefined;
  return below.words >= LEAST_HEADLINE_WORDS && readsLikeHeadline(below.text) ? line : undefined;
}

/** @returns which labels of a row name sections: there are several, and none counts stories */
export const sectionsAmong = (labels: readonly string[]): string[] =>
  labels.length < 2 ? [] : labels.filter((text) => !/\p{Nd}/u.test(text));
