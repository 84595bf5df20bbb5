// How many blank lines part the stories of a dump, and how clearly they do.

import type { Line } from '../lines/lines.ts';
import { type Dialect, isBelowGap, RULE_GAP } from './dialect.ts';
import type { Page } from './find-pages.ts';
import { isHeadlineAbove } from './find-rules.ts';
import { areApart } from './find-shape.ts';
import { isBare, isMarked } from './head.ts';
import { storyFinder } from './page-story.ts';
import { shapeScoreOf } from './shape.ts';
import type { ShapeModel } from './shape-model.ts';
import { isWholePage } from './whole-page.ts';
import { isText } from './whole-texts.ts';
import type { WordWeights } from './word-weights.ts';

/**
 * How many blank lines may part stories, the likeliest number first: two, or more where paragraphs themselves stand
 * two or more apart. Where all stand equally far apart, perhaps none do.
 */
export function gapsToTry(lines: readonly Line[]): number[] {
  const counts = new Map<number, number>();
  for (const { gap } of lines.slice(1)) if (gap < RULE_GAP) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let usual = 0;
  for (const [gap, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = gap;
  // A dump of one-line paragraphs a story has as many gaps as stories: then the usual gap is the one that parts.
  const isLargest = ![...counts.keys()].some((gap) => gap > usual);
  if (!isLargest) return [Math.max(2, usual + 1)];
  return usual < 2 ? [2] : [usual + 1, 2];
}

/** So much of a text must be in parts that look like stories, for one blank line to part them. */
const TIGHT_SHARE = 0.75;

/** Whether blank lines stand above headlines alone: each headline, and the paragraphs below it, line below line. */
export function areTight(lines: readonly Line[]): boolean {
  if (lines.slice(1).some(({ gap }) => gap > 1)) return false;
  const starts = [...lines.keys()].filter((at) => at === 0 || lines[at]?.gap === 1);
  const stories = starts.filter((start, index) => {
    const body = lines.slice(start + 1, starts[index + 1]);
    return isHeadlineAbove(lines, start) && body.some(isText);
  });
  return stories.length > 1 && stories[0] === 0 && stories.length >= TIGHT_SHARE * starts.length;
}

/** So many stories show that headlines stand alone; so large a share of all parts is one or a text. */
const LEAST_SET_OFF = 3;
const SET_OFF_SHARE = 0.9;

/**
 * Whether blank lines stand above and below headlines alone, and a story's paragraphs line below line. One story with subheads
 * looks the same: so most have to be about something else than the text above.
 */
export function areSetOff(lines: readonly Line[], weights: WordWeights): boolean {
  if (lines.slice(1).some(({ gap }) => gap > 1)) return false;
  const starts = [...lines.keys()].filter((at) => at === 0 || lines[at]?.gap === 1);
  const headlines = starts.filter(
    (at, index) =>
      (starts[index + 1] ?? lines.length) - at === 1 && isHeadlineAbove(lines, at) && isText(lines[at + 1]),
  );
  // Of few stories, one may have a headline that reads otherwise.
  const stories = starts.length / 2;
  const isMost = headlines.length >= Math.min(stories - 1, SET_OFF_SHARE * stories);
  if (headlines.length < LEAST_SET_OFF || !isMost || lines.length < 2 * starts.length) return false;
  return areApart(lines, headlines, weights);
}

/** No story of most dumps has so many lines. */
const MANY_LINES = 150;

/**
 * Whether no gap of so many blank lines parts stories: there is none, or most lines stand in runs that are longer than a
 * story, and no pages that were copied whole.
 */
export function isUnparted(lines: readonly Line[], weights: WordWeights, least: number): boolean {
  const find = storyFinder(weights);
  let from = 0;
  let inLongRuns = 0;
  for (let at = 1; at <= lines.length; at++) {
    if (at < lines.length && (lines[at]?.gap ?? 0) < least) continue;
    if (from === 0 && at === lines.length) return true;
    if (at - from >= MANY_LINES && !isWholePage(lines.slice(from, at), find)) inLongRuns += at - from;
    from = at;
  }
  return inLongRuns * 2 > lines.length;
}

/** Whether most lines below gaps look like headlines. */
export function areStarts(lines: readonly Line[], dialect: Dialect, shape: ShapeModel): boolean {
  const below = [...lines.keys()].filter((at) => at > 0 && isBelowGap(lines[at], dialect));
  const starts = below.filter((at) => shapeScoreOf(lines, at, Math.max(0, at - MANY_LINES), shape) > 0);
  return starts.length * 2 >= below.length;
}

/** So many pages show how a dump's stories are parted; so many blank lines more than elsewhere. */
const LEAST_CLEAR = 5;
const CONTRAST = 2;
/** Of so many pages, one may have nothing to show but its gap. */
const BARE_SHARE = 3;
/** Of so many, one may stand below no gap: then it is a line of a body that stands there twice. */
const CLOSED_SHARE = 4;

/** Whether the gaps above pages are alike, far wider than all others, and seldom stand above a line without a head. */
export function isClear(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): boolean {
  const later = pages.slice(1).filter(({ isOpen }) => isOpen);
  if (later.length < LEAST_CLEAR || (pages.length - 1 - later.length) * CLOSED_SHARE > later.length)
    return false;
  const inner = lines.slice(1).reduce((most, { gap }) => (gap < dialect.gap ? Math.max(most, gap) : most), 0);
  const gaps = new Set(later.map(({ gap }) => gap));
  const bare = later.filter(({ head }) => !head || isBare(head)).length;
  return gaps.size === 1 && Math.min(...gaps) - inner >= CONTRAST && bare * BARE_SHARE <= later.length;
}

/** Where heads are known without their gaps, as many blank lines part stories as stand above each of them. */
export function gapAbove(pages: readonly Page[], least: number): number {
  const gaps = pages.slice(1).flatMap(({ head, gap }) => (head && isMarked(head) ? gap : []));
  return gaps.length > 0 ? Math.max(least, Math.min(...gaps)) : least;
}
