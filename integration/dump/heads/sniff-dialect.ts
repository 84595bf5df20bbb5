// How a dump's stories look as a whole, found out from its opening: how many blank lines part them, what their heads
// have to show, and which lines are furniture because they stand on most pages.

import type { Line } from '../lines/lines.ts';
import { comparisonForm } from '../phrases/comparison.ts';
import { findCommon, recurringDeks } from './common-heads.ts';
import { type Dialect, isBelowGap, labelForm, NO_GAP } from './dialect.ts';
import { findPages, headsOf, type Page } from './find-pages.ts';
import { findRules } from './find-rules.ts';
import { findShape } from './find-shape.ts';
import { Furniture } from './furniture.ts';
import { areSetOff, areStarts, areTight, gapAbove, gapsToTry, isUnparted } from './gaps.ts';
import { type Head, isBare, isMarked, isProven } from './head.ts';
import { findMasthead, findStandingTop } from './masthead.ts';
import type { KnownOpenings } from './openings.ts';
import { findLabels, findPartingLabels, sectionsAmong } from './page-labels.ts';
import { findPartingDress } from './parting-dress.ts';
import { FAINT_FEATURES, type FaintFeature, type Feature } from './scoring.ts';
import { setApart } from './set-apart.ts';
import { findSpeakers } from './speakers.ts';
import { findWholeTexts } from './whole-texts.ts';
import { WordWeights } from './word-weights.ts';
import { WordWindows } from './word-windows.ts';

/** So many short lines below gaps can stand in a story, on average, and be subheads. */
const SUBHEADS = 3;
/** What shows it perhaps. */
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

/** What is found out so far: how stories look, and which pages there are then. */
interface Sniffed {
  dialect: Dialect;
  pages: Page[];
  /** What was read to find the pages. */
  known: KnownOpenings;
}

/** So many labels stand one below another: a paper, a section, a page. */
const MOST_LABELS = 3;

/** Lines that stand on most pages, as printed. */
interface PrintedLines extends Sniffed {
  /** Above headlines. */
  masthead: string[];
  /** The dump's first lines, where each page begins with them. */
  standing: string[];
  /** Names of sections, and numbers. */
  labels: string[];
}

/** @param more furniture that the site's options name */
export function sniffDialect(lines: readonly Line[], more: readonly string[] = []): SniffedDialect {
  const builtIn = Furniture.builtIn(more);
  const isTight = areTight(lines);
  const { dialect: open, labels: parting } = openDialect(lines, builtIn);
  const gapped = withGap(lines, open, isTight ? [1] : gapsToTry(lines));
  const printed = findPrinted(lines, gapped, parting);
  const collapsed = withCollapse(lines, printed);
  const { pages } = collapsed;
  const heads = headsOf(pages);
  const shaped = withShape(lines, collapsed, isTight ? 1 : 2);
  const { traits, footers } = findCommon(lines, pages, shaped);
  const { masthead, standing, labels } = printed;
  const recurring = [...masthead, ...standing, ...recurringDeks(heads)];
  return {
    dialect: {
      ...shaped,
      ...traits,
      gap: gapAbove(pages, shaped.gap),
      heads: shaped.shape ? 'plain' : kindOfHeads(heads),
      furniture: builtIn.with([...recurring, ...labels.map(labelForm)]),
    },
    recurring: [...recurring, ...footers],
    labels,
    proven: heads.filter(isProven).length,
    isFirstProven: isProven(pages[0]?.head),
  };
}

/** What is known before any head is read, and labels that part stories, as printed. Parts the lines that it says are parted. */
function openDialect(lines: readonly Line[], furniture: Furniture): { dialect: Dialect; labels: string[] } {
  const rules = findRules(lines);
  const weights = new WordWeights(new WordWindows());
  const speakers = findSpeakers(lines);
  const partingDress = findPartingDress(lines);
  const open: Dialect = {
    gap: 0,
    heads: 'unknown',
    furniture,
    weights,
    ...(speakers && { speakers }),
    ...(areSetOff(lines, weights) && { isSetOff: true }),
    ...(partingDress !== undefined && { partingDress, dresses: [partingDress] }),
    ...(rules.length > 0 ? { rules } : { wholeTexts: findWholeTexts(lines, weights) }),
  };
  const labels = findPartingLabels(lines, open);
  const dialect = labels.length > 0 ? withPartingLabels(open, labels.map(labelForm)) : open;
  for (let at = 0; at < lines.length; at++) setApart(lines[at - 1], lines[at], dialect);
  return { dialect, labels };
}

const withPartingLabels = (dialect: Dialect, forms: string[]): Dialect => ({
  ...dialect,
  furniture: dialect.furniture.with(forms),
  partingLabels: forms,
});

/** Takes the first gap with which a head proves itself; else the last. */
function withGap(lines: readonly Line[], open: Dialect, gaps: readonly number[]): Sniffed {
  let sniffed: Sniffed = { dialect: open, pages: [], known: new Map() };
  for (const gap of gaps) {
    sniffed = readPages(lines, { ...open, gap });
    if (headsOf(sniffed.pages).some(isProven)) break;
  }
  return sniffed;
}

function readPages(lines: readonly Line[], dialect: Dialect): Sniffed {
  const known: KnownOpenings = new Map();
  return { dialect, pages: findPages(lines, dialect, known), known };
}

/** Reads the pages again wherever some lines turned out to be furniture. */
function findPrinted(lines: readonly Line[], gapped: Sniffed, parting: readonly string[]): PrintedLines {
  const masthead = findMasthead(lines, gapped.pages, gapped.dialect);
  const isWithoutGaps = isCollapsed(lines, gapped.pages, gapped.dialect);
  const standing = isWithoutGaps ? findStandingTop(lines, gapped.dialect) : [];
  const [top] = standing;
  const opened = top ? { ...gapped, dialect: { ...gapped.dialect, firstLine: comparisonForm(top) } } : gapped;
  let sniffed = withFurniture(lines, opened, [...masthead, ...standing]);
  const labels = [...parting];
  const sections = sectionsAmong(parting);
  for (let row = 0; row < MOST_LABELS; row++) {
    const more = findLabels(lines, sniffed.pages, sniffed.dialect);
    labels.push(...more);
    sections.push(...sectionsAmong(more));
    sniffed = withFurniture(lines, sniffed, more.map(labelForm));
    if (more.length === 0) break;
  }
  const named = sections.length > 0 && { sections: sections.map(labelForm) };
  return { ...sniffed, dialect: { ...sniffed.dialect, ...named }, masthead, standing, labels };
}

function withFurniture(lines: readonly Line[], sniffed: Sniffed, more: readonly string[]): Sniffed {
  if (more.length === 0) return sniffed;
  const { dialect } = sniffed;
  return readPages(lines, { ...dialect, furniture: dialect.furniture.with(more) });
}

/** Reads the pages again where blank lines part no stories. */
function withCollapse(lines: readonly Line[], sniffed: Sniffed): Sniffed {
  const { pages, known } = sniffed;
  if (!isCollapsed(lines, pages, sniffed.dialect)) return sniffed;
  const faint = faintFeature(pages[0]?.head);
  const dialect = { ...sniffed.dialect, collapsed: true, faint };
  // Heads are read as before, but for those that show the faint feature.
  return { dialect, pages: findPages(lines, dialect, faint ? undefined : known), known };
}

/** @param least so many blank lines may part stories */
function withShape(lines: readonly Line[], { dialect, pages }: Sniffed, least: number): Dialect {
  if (!isUnparted(lines, dialect.weights, least)) return dialect;
  const closed = pages.filter(({ isOpen, top }) => top === 0 || !isOpen).length;
  const shape = findShape(lines, dialect, closed, shownBy(pages[0]));
  if (!shape) return dialect;
  // Where shapes part stories, what few gaps and rules there are may stand anywhere.
  const parting = areStarts(lines, dialect, shape) ? {} : { gap: NO_GAP, rules: undefined };
  return { ...dialect, ...parting, shape };
}

/** Whether no more than half of the heads have a gap above, or there is none in the whole dump. */
function isCollapsed(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): boolean {
  const later = pages.slice(1).filter(({ head }) => head && isMarked(head));
  if (later.length === 0) return !lines.slice(1).some((line) => isBelowGap(line, dialect));
  return later.filter(({ isOpen }) => isOpen).length * 2 <= later.length;
}

/** What the first head of a dump shows, as `findShape()` takes it. */
const shownBy = (page: Page | undefined) => ({
  start: page?.start ?? 0,
  isProven: isProven(page?.head),
  isSigned: (page?.head?.byline ?? page?.head?.stated) !== undefined,
  isPrinted: page?.head?.features.includes('loose') === true,
});

/** All that a head has to show, where that is one faint feature. */
function faintFeature(head: Head | undefined): FaintFeature | undefined {
  if (!head || isMarked(head)) return undefined;
  const [feature, more] = FAINT_FEATURES.filter((each) => head.features.includes(each));
  return more ? undefined : feature;
}

/** Gaps and short lines alone make heads where hardly any has more: else they are subheads within stories. */
function kindOfHeads(heads: readonly Head[]): Dialect['heads'] {
  const bare = heads.filter(isBare).length;
  const marked = heads.filter(isMarked).length;
  const faint = heads.filter(({ features }) => features.includes(FAINT_MARK)).length;
  return (marked > 0 && bare <= SUBHEADS * marked) || (faint > 0 && bare <= faint) ? 'marked' : 'plain';
}
