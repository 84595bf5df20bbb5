// Links to other stories among the paragraphs of a page. Decides by what leads to them, by page controls beside them, and
// by the capitals of several in a row.

import { indexes, isLinkLike, isOpen, isOther, isTitle, MAX_LINKS } from './page-shapes.ts';
import { isControlText } from './phrases/controls.ts';
import { isReadMore, leadsToLinks } from './phrases/links.ts';
import { BULLET, DASH, isShouted } from './phrases/marks.ts';
import type { Aside } from './types.ts';

/** So many titles in a run with controls are links. */
const LEAST_TITLES = 3;

/**
 * Marks the lines that are titles of other stories, and what leads to them.
 * @param isSubhead whether the line at an index is known to be a subhead
 */
export function markAllLinks(
  lines: readonly string[],
  head: readonly string[],
  asides: Aside[],
  isSubhead: (at: number) => boolean,
): void {
  const spared = new Set<number>();
  if (leadsToLinks(head.at(-1) ?? '')) markLinksFrom(lines, 0, asides, spared, isSubhead);
  markLinks(lines, asides, spared, isSubhead);
  markRuns(lines, asides, spared);
  markCapitalised(lines, asides);
  markBetween(lines, head, asides);
}

/** What stands above links, and no subhead does: `More On:` */
const LABEL = /^.{1,30}[:：]$/u;

/** Open lines below what leads to other stories; so many of them are the story itself, a list of wares or results. */
function markLinks(
  lines: readonly string[],
  asides: Aside[],
  spared: Set<number>,
  isSubhead: (at: number) => boolean,
): void {
  for (let at = 0; at < lines.length; at++) {
    if (!leadsToLinks(lines[at] ?? '')) continue;
    const to = markLinksFrom(lines, at + 1, asides, spared, isSubhead);
    if (asides[at + 1] === 'furniture') asides[at] ??= 'furniture';
    at = to - 1;
  }
}

/** @returns index of the first line below the links */
function markLinksFrom(
  lines: readonly string[],
  from: number,
  asides: Aside[],
  spared: Set<number>,
  isSubhead: (at: number) => boolean,
): number {
  let to = from;
  const isLink = (text: string) => isLinkLike(text) || leadsToLinks(text);
  while (to < lines.length && isLink(lines[to] ?? '') && !isSubhead(to)) to++;
  const end = isReadMore(lines[from - 1] ?? '') ? endOfOne(lines, from, to) : to;
  if (end < to) spared.add(end);
  for (let link = from; link < end && to - from < MAX_LINKS; link++) {
    if (!isLinkLike(lines[link] ?? '')) continue;
    asides[link] = 'furniture';
    if (LABEL.test(lines[link - 1] ?? '')) asides[link - 1] ??= 'furniture';
  }
  return to;
}

/** Below what leads to one story stand its section, its title, and its first words; a second title may be a subhead. */
function endOfOne(lines: readonly string[], from: number, to: number): number {
  const titles = indexes(from, to).filter((at) => {
    const text = lines[at] ?? '';
    return isTitle(text) && !isControlText(text) && !CUT_SHORT.test(text);
  });
  const [, second, ...more] = titles;
  return second === undefined || more.length > 0 ? to : second;
}
const CUT_SHORT = /(?:…|\.{3})$/u;

/** Titles of stories in runs of short lines that have page controls as well. */
function markRuns(lines: readonly string[], asides: Aside[], spared: ReadonlySet<number>): void {
  const parting = partingControls(lines, asides);
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && isLinkLike(lines[to] ?? '') && !parting.has(lines[to] ?? '')) to++;
    if (parting.has(lines[to] ?? '')) to++;
    const titles = indexes(from, to).filter((at) => isTitle(lines[at] ?? '') || asides[at] === 'furniture');
    const hasControls = titles.some((at) => asides[at] === 'furniture' && !isTitle(lines[at] ?? ''));
    // A control that stands over and over is one; a single title among controls is as likely a subhead.
    const different = new Set(titles.map((at) => lines[at]));
    const isList =
      different.size > LEAST_TITLES && titles.filter((at) => isOther(lines[at] ?? '')).length > 1;
    if (hasControls && isList && to - from <= MAX_LINKS)
      for (const at of titles)
        if (!spared.has(at) && (at < to - 1 || asides[at - 1])) asides[at] ??= 'furniture';
    from = Math.max(from, to - 1);
  }
}

/** A control that stands so often beside prose parts paragraphs, and what stands beside it may be a subhead. */
const LEAST_PARTING = 3;
const PROSE = 80;

function partingControls(lines: readonly string[], asides: readonly Aside[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const isProse = (text = '') => text.length >= PROSE && !isOpen(text);
  for (const [at, text] of lines.entries())
    if (asides[at] === 'furniture' && !isTitle(text) && (isProse(lines[at - 1]) || isProse(lines[at + 1])))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts.keys()].filter((text) => (counts.get(text) ?? 0) >= LEAST_PARTING));
}

/** A page leads to so many stories in a box among its paragraphs; a longer list is of the story. */
const BOX = { least: 3, most: 8 };
const LEAST_CAPITALISED = 4;

/** Titles of stories with a capital for each word, several in a row. */
function markCapitalised(lines: readonly string[], asides: Aside[]): void {
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && isCapitalised(lines[to] ?? '')) to++;
    if (to - from >= BOX.least && to - from <= BOX.most)
      for (let at = from; at < to; at++) asides[at] ??= 'furniture';
    from = to;
  }
}

const SMALL_WORD = /^(?:\p{Ll}{1,3}|from|with|into|over|that|than|when|your|their|this)$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;
/** What lists of the story's own have: numbers, and names parted by commas. */
const OF_LISTS = /[,/]|^\S*\s.*\d/u;

/** Whether all words of an open line but small ones begin with a capital, as those of titles do in English. */
function isCapitalised(text: string): boolean {
  if (!isLinkLike(text) || isShouted(text) || OF_LISTS.test(text)) return false;
  if (BULLET.test(text) || DASH.test(text)) return false;
  const words = text.match(WORD) ?? [];
  const large = words.filter((word) => !SMALL_WORD.test(word));
  return (
    words.length >= LEAST_CAPITALISED && large.length > 2 && large.every((word) => !/^\p{Ll}/u.test(word))
  );
}

/** A longer line of several sentences is a paragraph. */
const MAX_BETWEEN = 90;

/** Titles that end as sentences do, each between two links. */
function markBetween(lines: readonly string[], head: readonly string[], asides: Aside[]): void {
  for (const [at, text] of lines.entries()) {
    if (asides[at] || asides[at + 1] !== 'furniture' || text.length > MAX_BETWEEN) continue;
    const isBelow =
      at === 0 ? leadsToLinks(head.findLast((line) => !isOther(line)) ?? '') : asides[at - 1] === 'furniture';
    if (isBelow && isOther(lines[at - 1] ?? head.at(-1) ?? '') && isOther(lines[at + 1] ?? ''))
      asides[at] = 'furniture';
  }
}
