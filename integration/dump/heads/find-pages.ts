// Where the pages of a dump begin, so far as gaps and heads show it, and the head of each.

import type { Line } from '../lines/lines.ts';
import { type Dialect, isBelowGap } from './dialect.ts';
import { type Head, isBare, isSufficient } from './head.ts';
import {
  isAnchor,
  isLabel,
  type KnownOpenings,
  MAX_ABOVE,
  type OpeningContext,
  openingAround,
  openingBelow,
} from './openings.ts';

/** A place at which a page begins, and the head found there. */
export interface Page {
  /** The first line that is not of the page before. */
  floor: number;
  top: number;
  /** The headline. */
  start: number;
  head: Head | undefined;
  /** Whether a gap, or the dump's beginning, stands above. */
  isOpen: boolean;
  /** How many blank lines stand above. */
  gap: number;
}

export const headsOf = (pages: readonly Page[]): Head[] => pages.flatMap(({ head }) => head ?? []);

/**
 * Every place at which a page begins: below a gap, and where a head shows one without a gap.
 * @param known openings that were read in a dialect that differs in nothing that a head is read by
 */
export function findPages(lines: readonly Line[], dialect: Dialect, known?: KnownOpenings): Page[] {
  const pages: Page[] = [];
  let floor = 0;
  let seen: OpeningContext['seen'] = new Map();
  for (let at = 0; at < lines.length; at++) {
    const around = { floor, isFirst: pages.length === 0, dialect, seen, known };
    const isOpen = at === 0 || isBelowGap(lines[at], dialect);
    if (!isOpen && !isAnchor(lines, at, floor, dialect)) continue;
    const opening = isOpen ? openingBelow(lines, at, around) : openingAround(lines, at, around);
    if (opening && isSufficient(opening.head)) {
      const { top, start, head } = opening;
      pages.push({ floor, top, start, head, isOpen, gap: lines[top]?.gap ?? 0 });
      floor = start + head.classes.length;
      at = Math.max(at, floor - 1);
      seen = new Map();
    } else if (isOpen) {
      pages.push({ floor, top: at, start: at, head: undefined, isOpen, gap: lines[at]?.gap ?? 0 });
      seen = new Map();
    }
  }
  return joinMastheads(lines, pages);
}

/** A line or a few between two gaps, with no body, are no page but may be the top of the next one. */
function joinMastheads(lines: readonly Line[], pages: readonly Page[]): Page[] {
  const joined: Page[] = [];
  let top: Page | undefined;
  for (const [index, page] of pages.entries()) {
    const from = top ?? page;
    const whole = top ? { ...page, top: from.top, floor: from.floor } : page;
    const end = pages[index + 1]?.top ?? lines.length;
    const isMasthead =
      page.isOpen &&
      (!page.head || isBare(page.head)) &&
      lines.slice(page.top, end).every(({ text }) => isLabel(text));
    if (isMasthead && index + 1 < pages.length && end - from.top <= MAX_ABOVE) top = whole;
    else {
      joined.push(whole);
      top = undefined;
    }
  }
  return joined;
}
