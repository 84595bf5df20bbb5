// How a dump's stories look as a whole, found out from its opening: how many blank lines part them, whether
// their heads have echoes, and which lines the site printed above every one. A line is such furniture by the
// evidence that it stands above most stories and that what follows differs.

import { comparisonForm } from './comparison.ts';
import { THRESHOLD } from './evidence.ts';
import { Furniture } from './furniture.ts';
import { HEAD_REACH, type Head, isFurniture, type Manner, readHead, readsLikeHeadline } from './heads.ts';
import type { Line } from './lines.ts';

/** How much of a dump is looked at before the first story is told. */
export const SURVEY_BYTES = 512 * 1024;

/** Furniture above a headline is at most so many lines. */
const MAX_MASTHEAD = 4;
const MAX_MASTHEAD_LENGTH = 120;

/** @param more furniture that the site's options name */
export function survey(
  lines: readonly Line[],
  more: readonly string[] = [],
): Manner & { masthead: string[] } {
  const blank: Manner = { gap: partingGap(lines), heads: 'unknown', furniture: Furniture.builtIn(more) };
  const masthead = findMasthead(lines, blank);
  const furniture = blank.furniture.with(masthead);
  const heads = openings(lines, { ...blank, furniture }).filter(({ head }) => isHead(head));
  const echoed = heads.filter(isEchoed).length;
  return {
    gap: blank.gap,
    heads: echoed * 2 >= heads.length && echoed > 0 ? 'echoed' : 'plain',
    furniture,
    masthead,
  };
}

/** Two blank lines part stories, or more where paragraphs themselves stand two or more apart. */
function partingGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines.slice(1)) counts.set(line.gap, (counts.get(line.gap) ?? 0) + 1);
  let usual = 0;
  for (const [gap, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = gap;
  // A dump of one-line paragraphs a story has as many gaps as stories: then the usual gap is the one that parts.
  const larger = [...counts].some(([gap]) => gap > usual);
  return larger ? Math.max(2, usual + 1) : 2;
}

const isHead = (head: Head | undefined) => head !== undefined && head.weight >= THRESHOLD;

/** A place at which a page begins, and the best head found there. */
interface Page {
  at: number;
  head: Head | undefined;
}

/** Every place at which a page may begin: below a gap, and where an echo shows a head without one. */
function openings(lines: readonly Line[], manner: Manner): Page[] {
  const found: Page[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const open = at === 0 || line.gap >= manner.gap;
    if (!open && !isFurniture(line, manner)) continue;
    const from = open ? at : Math.max(0, at - HEAD_REACH / 4);
    let best: Page | undefined = open ? { at, head: undefined } : undefined;
    for (let start = from; start <= at + (open ? MAX_MASTHEAD : 0); start++) {
      const head = readHead(lines, start, start === at && open, manner);
      if (isHead(head) && (head?.weight ?? 0) > (best?.head?.weight ?? 0)) best = { at: start, head };
    }
    if (!best) continue;
    if (found.at(-1)?.at !== best.at) found.push(best);
    at = Math.max(at, best.at + (best.head?.classes.length ?? 1) - 1);
  }
  return found;
}

/**
 * The lines that stand above most pages' headlines, as printed.
 * A run of such lines must reach from the page's beginning, or up from a headline that its echo proves, and what
 * follows the run must differ and read like a headline: else a column's standing title would be lost.
 */
function findMasthead(lines: readonly Line[], manner: Manner): string[] {
  const runs = openings(lines, manner).map((page, at, pages) =>
    linesAbove(lines, page, pages[at - 1], manner),
  );
  const counts = countEach(runs.map((run) => run.candidates.map(formOf)));
  const isCommon = (line: Line) => (counts.get(formOf(line)) ?? 0) > runs.length / 2 && runs.length > 1;
  const seen = new Map<string, { text: string; pages: number; following: Set<string> }>();
  for (const { candidates, below, fromTop } of runs) {
    const run = fromTop ? takeWhile(candidates, isCommon) : takeWhile(candidates.toReversed(), isCommon);
    const next = fromTop ? candidates[run.length] : below;
    if (!next || (fromTop && !readsLikeHeadline(next.text))) continue;
    for (const line of run) {
      const entry = seen.get(formOf(line)) ?? { text: line.text, pages: 0, following: new Set() };
      entry.pages++;
      entry.following.add(formOf(next));
      seen.set(formOf(line), entry);
    }
  }
  // A line that closes every body stands above most headlines too, but never above the first.
  const first = new Set(runs[0]?.candidates.map(formOf));
  const standing = [...seen.values()].filter(({ text, pages, following }) => {
    return (
      pages * 2 > runs.length && pages > 1 && following.size * 2 > pages && first.has(comparisonForm(text))
    );
  });
  return standing.map(({ text }) => text);
}

interface Run {
  /** The lines that may be a masthead, in dump order. */
  candidates: Line[];
  /** The headline below them, where an echo proves it. */
  below: Line | undefined;
  /** Whether a masthead would begin with the first candidate, or end with the last. */
  fromTop: boolean;
}

/** The lines that stand where a masthead would: at the page's beginning, above its headline. */
function linesAbove(lines: readonly Line[], page: Page, before: Page | undefined, manner: Manner): Run {
  const candidate = (line: Line) => line.text.length <= MAX_MASTHEAD_LENGTH && !isFurniture(line, manner);
  if (!isEchoed(page)) {
    return {
      candidates: lines.slice(page.at, page.at + MAX_MASTHEAD + 1).filter(candidate),
      below: undefined,
      fromTop: true,
    };
  }
  const floor = before ? before.at + (before.head?.classes.length ?? 1) : 0;
  let top = page.at;
  while (top > floor && page.at - top < MAX_MASTHEAD && (lines[top]?.gap ?? 0) < manner.gap) top--;
  return { candidates: lines.slice(top, page.at).filter(candidate), below: lines[page.at], fromTop: false };
}

const formOf = (line: Line) => comparisonForm(line.text);
const isEchoed = ({ head }: Page) => head?.signs.includes('echo') || head?.signs.includes('repeat');

/** How many of the lists each item is in. */
function countEach(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const item of new Set(list)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function takeWhile<T>(list: readonly T[], test: (item: T) => boolean): T[] {
  const end = list.findIndex((item) => !test(item));
  return end < 0 ? [...list] : list.slice(0, end);
}
