// Whether lines are a page that was copied whole, with its menu above and its footer below, by the mass of short open lines;
// whether such a page is a list of links; and what stands on it beside its story.

import type { Line } from '../lines/lines.ts';
import { densestProse, isLink, isProsaic, isProse } from './page-prose.ts';
import type { FindStory } from './page-story.ts';

/** A page has so many lines, most of them short and open, and some prose. */
export const LEAST_LINES = 20;
const LINKS = 0.6;
/** Of fewer lines, so many. */
const SMALL = 450;
const LINKS_OF_SMALL = 0.35;
/** A page of links has so many lines. */
const LEAST_INDEX = 100;
/** So much prose outside its story is another one. */
const LEAST_OTHER = 2;

/** Whether so many lines are short and open that they may be pages: a quick test that rules out most dumps. */
export function mayBeWholePages(lines: readonly Line[]): boolean {
  return lines.length >= LEAST_LINES && lines.filter(isLink).length >= LINKS_OF_SMALL * lines.length;
}

/**
 * Whether lines are a page that was copied whole: of a small one with fewer links, the story must be found among them.
 * @param find finds that story
 */
export function isWholePage(lines: readonly Line[], find: FindStory): boolean {
  if (lines.length < LEAST_LINES || !isProsaic(lines)) return false;
  const links = lines.filter(isLink).length;
  if (links >= LINKS * lines.length) return true;
  return lines.length <= SMALL && links >= LINKS_OF_SMALL * lines.length && find(lines) !== undefined;
}

/** Whether a page that was copied whole holds no story: a front page, an index. */
export function isIndex(lines: readonly Line[]): boolean {
  if (lines.length < LEAST_INDEX || lines.filter(isLink).length < LINKS * lines.length) return false;
  const { from, end } = densestProse(lines);
  return !isProsaic(lines.slice(from, end));
}

/** Of so many texts outside its story, each is named. */
const MOST_OUTSIDE = 20;

/** @returns the first lines of what may be other stories of a page: as much prose together as a story has */
export function proseOutside(lines: readonly Line[], story: { start: number; end: number }): Line[] {
  const found: Line[] = [];
  const parts = [lines.slice(0, story.start), lines.slice(story.end)];
  for (let part = parts.pop(); part && found.length < MOST_OUTSIDE; part = parts.pop()) {
    const { from, end } = densestProse(part);
    const first = part[from];
    if (!first || part.slice(from, end).filter(isProse).length < LEAST_OTHER) continue;
    found.push(first);
    parts.push(part.slice(0, from), part.slice(end));
  }
  return found.sort((a, b) => a.number - b.number);
}
