// How a dump's stories look as a whole, found out from its opening: how many blank lines part them, what their heads
// have to show, and which lines are furniture because they stand on most pages.

import type { Line } from '../lines/lines.ts';
import { comparisonForm } from '../phrases/comparison.ts';
import { isClosed, isLed, isShouted } from '../phrases/marks.ts';
import { END, partingMark, ruleMark } from '../phrases/rules.ts';
import { areTidy, haveDeks, recurringDeks, sideOfDays } from './common-heads.ts';
import { type Dialect, isBelowGap, isUnderline, NO_GAP, RULE_GAP, setApart } from './dialect.ts';
import { textAt } from './echoed.ts';
import { findShape } from './find-shape.ts';
import { Furniture, numbersAside } from './furniture.ts';
import { type Head, isBare, isProven, isSufficient, readsLikeHeadline } from './head.ts';
import { findMasthead, findStandingTop, type Page } from './masthead.ts';
import {
  isAnchor,
  isLabel,
  type KnownOpenings,
  MAX_ABOVE,
  type OpeningContext,
  openingAround,
  openingBelow,
} from './openings.ts';
import { findLabels } from './page-labels.ts';
import { storyFinder } from './page-story.ts';
import type { Feature } from './scoring.ts';
import { FAINT_FEATURES, type FaintFeature } from './scoring.ts';
import { shapeScoreOf } from './shape.ts';
import type { ShapeModel } from './shape-model.ts';
import { isWholePage } from './whole-page.ts';
import { findWholeTexts } from './whole-texts.ts';
import { WordWeights } from './word-weights.ts';
import { WordWindows } from './word-windows.ts';

/** How much of a dump is looked at before the first story is told. */
export const SNIFFED_BYTES = 512 * 1024;

/** So many short lines below gaps can stand in a story, on average, and be subheads. */
const SUBHEADS = 3;
/** What shows how a site makes its pages, beyond doubt and perhaps. */
const MARKS: ReadonlySet<Feature> = new Set<Feature>(['echo', 'furniture', 'signature']);
const FAINT_MARK: Feature = 'looseFurniture';

/** What a dump's opening shows of its stories. */
export interface SniffedDialect {
  dialect: Dialect;
  /** Lines that are furniture by the evidence that they stand on most pages, as printed. */
  recurring: string[];
  /** Names of sections and numbers that stand above headlines, as printed; one of those that differ in their numbers alone. */
  labels: string[];
  /** How many heads print their headline again; whether the first one does. */
  proven: number;
  isFirstProven: boolean;
}

/** @param more furniture that the site's options name */
export function sniffDialect(lines: readonly Line[], more: readonly string[] = []): SniffedDialect {
  const builtIn = Furniture.builtIn(more);
  const rules = findRules(lines);
  const weights = new WordWeights(new WordWindows());
  let dialect: Dialect = {
    gap: 0,
    heads: 'unknown',
    furniture: builtIn,
    weights,
    ...(rules.length > 0 && { rules }),
    wholeTexts: rules.length === 0 ? findWholeTexts(lines) : undefined,
  };
  for (let at = 0; at < lines.length; at++) setApart(lines[at - 1], lines[at], dialect);
  let pages: Page[] = [];
  let known: KnownOpenings = new Map();
  const isTight = areTight(lines);
  for (const gap of isTight ? [1] : gapsToTry(lines)) {
    dialect = { ...dialect, gap };
    known = new Map();
    pages = pagesOf(lines, dialect, known);
    if (headsOf(pages).some(isProven)) break;
  }
  const masthead = findMasthead(lines, pages, dialect);
  const standing = isCollapsed(lines, pages, dialect) ? findStandingTop(lines, dialect) : [];
  const labels = masthead.length + standing.length > 0 ? [] : findLabels(lines, pages, dialect);
  if (masthead.length + standing.length + labels.length > 0) {
    const [top] = standing;
    dialect = {
      ...dialect,
      furniture: builtIn.with([...masthead, ...standing, ...labels.map(numbersAside)]),
      ...(top && { firstLine: comparisonForm(top) }),
    };
    known = new Map();
    pages = pagesOf(lines, dialect, known);
  }
  if (isCollapsed(lines, pages, dialect)) {
    const faint = faintFeature(pages[0]?.head);
    dialect = { ...dialect, collapsed: true, faint };
    // Heads are read as before, but for those that show the faint feature.
    pages = pagesOf(lines, dialect, faint ? undefined : known);
  }
  const closed = pages.filter(({ isOpen, top }) => top === 0 || !isOpen).length;
  const shape = isUnparted(lines, weights, isTight ? 1 : 2)
    ? findShape(lines, dialect, closed, shownBy(pages[0]))
    : undefined;
  // Where shapes part stories, what few gaps and rules there are may stand anywhere.
  if (shape && !areStarts(lines, dialect, shape)) dialect = { ...dialect, gap: NO_GAP, rules: undefined };
  if (shape) dialect = { ...dialect, shape };
  if (haveDeks(lines, pages, dialect)) dialect = { ...dialect, deks: true };
  if (isClear(lines, pages, dialect)) dialect = { ...dialect, isClear: true };
  if (areTidy(headsOf(pages))) dialect = { ...dialect, isTidy: true };
  const daySide = sideOfDays(lines, pages, shape);
  if (daySide) dialect = { ...dialect, daySide };
  const recurring = [...masthead, ...standing, ...recurringDeks(headsOf(pages))];
  return {
    dialect: {
      ...dialect,
      gap: gapAbove(pages, dialect.gap),
      heads: shape ? 'plain' : mannerOf(headsOf(pages)),
      furniture: builtIn.with([...recurring, ...labels.map(numbersAside)]),
    },
    recurring,
    labels,
    proven: headsOf(pages).filter(isProven).length,
    isFirstProven: isProven(pages[0]?.head),
  };
}

/** So much of a text must be in parts that look like stories, for one blank line to part them. */
const TIGHT_SHARE = 0.75;
const TIGHT_PROSE = 80;
/** So long a line is a paragraph, however it ends. */
const TIGHT_LONG = 200;

/** Whether blank lines stand above headlines alone: each headline, and the paragraphs below it, line below line. */
function areTight(lines: readonly Line[]): boolean {
  if (lines.slice(1).some(({ gap }) => gap > 1)) return false;
  const starts = [...lines.keys()].filter((at) => at === 0 || lines[at]?.gap === 1);
  const stories = starts.filter((start, index) => {
    const body = lines.slice(start + 1, starts[index + 1]);
    return isHeadline(lines, start) && body.some(isTightProse);
  });
  return stories.length > 1 && stories[0] === 0 && stories.length >= TIGHT_SHARE * starts.length;
}

const isTightProse = ({ text }: Line) =>
  text.length > TIGHT_LONG || (text.length >= TIGHT_PROSE && isClosed(text));

/** No story of most dumps has so many lines. */
const MANY_LINES = 150;

/**
 * Whether no gap of so many blank lines parts stories: there is none, or most lines stand in runs that are longer than a
 * story, and no pages that were copied whole.
 */
function isUnparted(lines: readonly Line[], weights: WordWeights, least: number): boolean {
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
function areStarts(lines: readonly Line[], dialect: Dialect, shape: ShapeModel): boolean {
  const below = [...lines.keys()].filter((at) => at > 0 && isBelowGap(lines[at], dialect));
  const starts = below.filter((at) => shapeScoreOf(lines, at, Math.max(0, at - MANY_LINES), shape) > 0);
  return starts.length * 2 >= below.length;
}

/** The marks of the rules below which most often stands what reads like a headline, with a text below it. */
function findRules(lines: readonly Line[]): string[] {
  const seen = new Map<string, { all: number; heads: number; shouted: number }>();
  for (const [at, line] of lines.entries()) {
    const mark = partingMark(line.text);
    if (mark === undefined || isUnderline(lines, at)) continue;
    let next = at + 1;
    // Where a gap stands below what closes a story, the gap parts it from the next one.
    if (mark === END && (lines[next]?.gap ?? 0) > 1) continue;
    while (lines[next] && ruleMark(textAt(lines, next)) !== undefined) next++;
    // Below the last story one stands as well, and parts nothing.
    if (next === lines.length) continue;
    const entry = seen.get(mark) ?? { all: 0, heads: 0, shouted: 0 };
    entry.all++;
    if (isHeadline(lines, next)) {
      entry.heads++;
      if (isShouted(textAt(lines, next))) entry.shouted++;
    }
    seen.set(mark, entry);
  }
  // Below a headline that is not in capitals, lines in capitals alone are the subheads of its story.
  const hasPlainHeadline = !lines.slice(0, OPENING).some(({ text }) => isShouted(text));
  return [...seen]
    .filter(([, { all, heads, shouted }]) => heads * 2 > all && !(hasPlainHeadline && shouted === heads))
    .map(([mark]) => mark);
}

/** So many lines of a dump show whether its headlines are in capitals. */
const OPENING = 4;

/** Whether a line reads like a headline, and the next is longer, or stands again. */
function isHeadline(lines: readonly Line[], at: number): boolean {
  const text = textAt(lines, at);
  const below = textAt(lines, at + 1);
  return text !== '' && readsLikeHeadline(text) && !isLed(text) && below.length > 0;
}

/** Whether no more than half of the heads have a gap above, or there is none in the whole dump. */
function isCollapsed(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): boolean {
  const later = pages.slice(1).filter(({ head }) => head && isMarked(head));
  if (later.length === 0) return !lines.slice(1).some((line) => isBelowGap(line, dialect));
  return later.filter(({ isOpen }) => isOpen).length * 2 <= later.length;
}

/** Where a page's headline stands; whether it stands again; whether its head says who wrote the story, or when; whether it has other
 * lines that pages print. */
const shownBy = (page: Page | undefined) => ({
  start: page?.start ?? 0,
  isProven: isProven(page?.head),
  isSigned: (page?.head?.byline ?? page?.head?.stated) !== undefined,
  isPrinted: page?.head?.features.includes('loose') === true,
});

/** So many pages show how a dump's stories are parted; so many blank lines more than elsewhere. */
const LEAST_CLEAR = 5;
const CONTRAST = 2;
/** Of so many pages, one may have nothing to show but its gap. */
const BARE_SHARE = 3;
/** Of so many, one may stand below no gap: then it is a line of a body that stands there twice. */
const CLOSED_SHARE = 4;

/** Whether the gaps above pages are alike, far wider than all others, and seldom stand above a line without a head. */
function isClear(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): boolean {
  const later = pages.slice(1).filter(({ isOpen }) => isOpen);
  if (later.length < LEAST_CLEAR || (pages.length - 1 - later.length) * CLOSED_SHARE > later.length)
    return false;
  const inner = lines.slice(1).reduce((most, { gap }) => (gap < dialect.gap ? Math.max(most, gap) : most), 0);
  const gaps = new Set(later.map(({ gap }) => gap));
  const bare = later.filter(({ head }) => !head || isBare(head)).length;
  return gaps.size === 1 && Math.min(...gaps) - inner >= CONTRAST && bare * BARE_SHARE <= later.length;
}

/** All that a head has to show, where that is one faint feature. */
function faintFeature(head: Head | undefined): FaintFeature | undefined {
  if (!head || isMarked(head)) return undefined;
  const [feature, more] = FAINT_FEATURES.filter((each) => head.features.includes(each));
  return more ? undefined : feature;
}

/**
 * How many blank lines may part stories, the likeliest number first: two, or more where paragraphs themselves stand
 * two or more apart. Where all stand equally far apart, perhaps none do.
 */
function gapsToTry(lines: readonly Line[]): number[] {
  const counts = new Map<number, number>();
  for (const { gap } of lines.slice(1)) if (gap < RULE_GAP) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let usual = 0;
  for (const [gap, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = gap;
  // A dump of one-line paragraphs a story has as many gaps as stories: then the usual gap is the one that parts.
  const isLargest = ![...counts.keys()].some((gap) => gap > usual);
  if (!isLargest) return [Math.max(2, usual + 1)];
  return usual < 2 ? [2] : [usual + 1, 2];
}

const headsOf = (pages: readonly Page[]): Head[] => pages.flatMap(({ head }) => head ?? []);

/**
 * Every place at which a page begins: below a gap, and where a head shows one without a gap.
 * @param known openings that were read in a dialect that differs in nothing that a head is read by
 */
function pagesOf(lines: readonly Line[], dialect: Dialect, known?: KnownOpenings): Page[] {
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

/** Gaps and short lines alone make heads where hardly any has more: else they are subheads within stories. */
function mannerOf(heads: readonly Head[]): Dialect['heads'] {
  const bare = heads.filter(isBare).length;
  const marked = heads.filter(isMarked).length;
  const faint = heads.filter(({ features }) => features.includes(FAINT_MARK)).length;
  return (marked > 0 && bare <= SUBHEADS * marked) || (faint > 0 && bare <= faint) ? 'marked' : 'plain';
}

/** Whether a head shows how its site makes pages. A byline or a caption alone may as well stand in plain text. */
function isMarked({ features }: Head): boolean {
  return features.some((feature) => MARKS.has(feature));
}

/** Where heads are known without their gaps, as many blank lines part stories as stand above each of them. */
function gapAbove(pages: readonly Page[], least: number): number {
  const gaps = pages.slice(1).flatMap(({ head, gap }) => (head && isMarked(head) ? gap : []));
  return gaps.length > 0 ? Math.max(least, Math.min(...gaps)) : least;
}
