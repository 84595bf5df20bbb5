// Which lines a site printed above every story. Decides by the evidence that a line stands above most headlines of the
// dump, the first one's among them, and that what follows differs and reads like a headline.

import type { Line } from '../lines/lines.ts';
import { comparisonForm, sameBeginning } from '../phrases/comparison.ts';
import { type Dialect, isBelowGap, isControl, isFurniture } from './dialect.ts';
import { readEchoed } from './echoed.ts';
import type { Page } from './find-pages.ts';
import { HEAD_REACH, isProven, readsLikeHeadline } from './head.ts';
import { MAX_ABOVE } from './openings.ts';

/** Furniture above a headline is at most so many lines. */
const MAX_MASTHEAD = MAX_ABOVE;

/** Lines at the top of pages, and pages that have them: so many together, and they are no chance. */
const LEAST_TOP = 4;

/**
 * The lines that stand above most pages' headlines, as printed.
 * A run of such lines must reach from the page's beginning, or up from a headline that its echo proves: else a
 * column's standing title would be lost.
 */
export function findMasthead(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): string[] {
  if (pages.length < 2) return [];
  const runs = pages.map((page, at) => linesAbove(lines, page, pages[at + 1]?.top ?? lines.length, dialect));
  // Only lines of the first page can be, and in most dumps none of them stands on half of the pages.
  const recurs = (line: Line) =>
    runs.filter(({ candidates }) => candidates.some((other) => sameText(line, other))).length * 2 >
    runs.length;
  if (!runs[0]?.candidates.some(recurs)) return [];
  const counts = countEach(runs.map(({ candidates }) => candidates.map(formOf)));
  const isCommon = (line: Line) => (counts.get(formOf(line)) ?? 0) > runs.length / 2;
  const seen = new Map<string, { text: string; pages: number; following: Set<string> }>();
  for (const { candidates, below } of runs) {
    const run = below ? takeWhile(candidates.toReversed(), isCommon) : takeWhile(candidates, isCommon);
    const next = below ?? candidates[run.length];
    if (!next || (!below && !readsLikeHeadline(next.text))) continue;
    for (const line of run) {
      const entry = seen.get(formOf(line)) ?? { text: line.text, pages: 0, following: new Set() };
      entry.pages++;
      entry.following.add(formOf(next));
      seen.set(formOf(line), entry);
    }
  }
  // A line that closes every body stands above most headlines too, but never above the first.
  const first = new Set(runs[0]?.candidates.map(formOf));
  return [...seen]
    .filter(
      ([form, { pages: on, following }]) =>
        on * 2 > runs.length && on > 1 && following.size * 2 > on && first.has(form),
    )
    .map(([, { text }]) => text);
}

/**
 * The lines that every page of a dump begins with, where no gap parts them: the dump's first lines, that stand again
 * and again, above lines that differ and read like headlines.
 */
export function findStandingTop(lines: readonly Line[], dialect: Dialect): string[] {
  const [first] = lines;
  if (!first || isFurniture(first, dialect) || readEchoed({ lines, at: 0, until: HEAD_REACH, dialect }))
    return [];
  const tops = [...lines.keys()].filter((at) => sameText(lines[at], first));
  if (tops.length < 2) return [];
  let length = 1;
  while (length < MAX_MASTHEAD && tops.every((top) => sameText(lines[top + length], lines[length]))) length++;
  const below = tops.map((top) => lines[top + length]);
  const isTop = below.every((line) => line !== undefined && readsLikeHeadline(line.text));
  const differing = new Set(below.map((line) => line && formOf(line))).size;
  // One line that stands twice can be anything.
  if (!isTop || tops.length + length < LEAST_TOP || differing * 2 <= tops.length) return [];
  return lines.slice(0, length).map(({ text }) => text);
}

const sameText = (a: Line | undefined, b: Line | undefined) =>
  a !== undefined && b !== undefined && sameBeginning(a.text, b.text) && formOf(a) === formOf(b);

interface Run {
  /** The lines that may be a masthead, in dump order. */
  candidates: Line[];
  /** The headline below them, where it is known; else a masthead would begin with the first candidate. */
  below: Line | undefined;
}

/**
 * The lines that stand where a masthead would: at the page's beginning, above its headline.
 * @param end where the next page begins
 */
function linesAbove(lines: readonly Line[], page: Page, end: number, dialect: Dialect): Run {
  // What says nothing but a day is no headline, so that a column's title above it is no masthead.
  const unknown = (line: Line) => !isControl(line, dialect);
  if (page.isOpen && !isProven(page.head)) {
    return {
      candidates: lines.slice(page.top, Math.min(end, page.top + MAX_MASTHEAD + 1)).filter(unknown),
      below: undefined,
    };
  }
  let { top } = page;
  while (top > page.floor && page.start - top < MAX_MASTHEAD && !isBelowGap(lines[top], dialect)) top--;
  return { candidates: lines.slice(top, page.start).filter(unknown), below: lines[page.start] };
}

const formOf = (line: Line) => comparisonForm(line.text);

/** How many of the lists each item is in. */
export function countEach(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const item of new Set(list)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function takeWhile<T>(list: readonly T[], test: (item: T) => boolean): T[] {
  const end = list.findIndex((item) => !test(item));
  return end < 0 ? [...list] : list.slice(0, end);
}
