// Where a story begins: which lines are worth looking at, and which of those around such a place is the headline.
// Decides between lines by what their heads show; what is left above the chosen one on its page is furniture.

import { type Line, textAt } from '../lines/lines.ts';
import { MAX_BYLINE, readByline } from '../phrases/bylines.ts';
import { creditOf } from '../phrases/captions.ts';
import { comparisonForm, echoes, sameLine } from '../phrases/comparison.ts';
import { isClosed } from '../phrases/marks.ts';
import { readSigner } from '../phrases/signers.ts';
import { dayAlone, dayBesideSection } from '../phrases/stamps.ts';
import { type Dialect, isBelowGap, isControl, isFurniture, labelForm, RULE_GAP } from './dialect.ts';
import {
  HEAD_REACH,
  type Head,
  type HeadPosition,
  isBare,
  isProven,
  readHead,
  readsLikeHeadline,
} from './head.ts';
import { headlineBelow } from './headline-below.ts';
import { lastDekOf } from './last-dek.ts';
import { isLooseText } from './loose-kinds.ts';

/** A line that heads alone have can stand so many lines below the headline that it speaks for. */
export const LOOK_BACK = 8;
/** And an echo so many below what it repeats, where nothing else tells of the head. */
const ECHO_WITHIN = 5;
/** So many lines can stand above a headline on its page. */
export const MAX_ABOVE = 12;
const MAX_LABEL = 160;
const MAX_CLOSED_LABEL = 60;
const MAX_LABEL_WORDS = 1;

/** A line at which a story may begin. */
export interface Opening {
  /** The first line of its page. */
  top: number;
  /** The headline. */
  start: number;
  head: Head;
}

/** Where an opening is looked for. */
export interface OpeningContext {
  /** The first line that is not spoken for. */
  floor: number;
  /** Whether no story was begun yet. */
  isFirst: boolean;
  dialect: Dialect;
  /**
   * What was found at lines around the last anchor, by their number: where lines recur, each is near several. Another
   * one for another floor.
   */
  seen: Map<number, Opening | undefined>;
  /** What was read, where the same lines are gone through again and no head is read otherwise. */
  known?: KnownOpenings | undefined;
}

/** Openings by all that they depend on in one text and one dialect. */
export type KnownOpenings = Map<string, Opening | undefined>;

/**
 * Whether a line tells, by itself, that a head may be near: a page control, a line that stood shortly above, a byline
 * with its day.
 */
export function isAnchor(lines: readonly Line[], at: number, floor: number, dialect: Dialect): boolean {
  const line = lines[at];
  if (!line || at < floor) return false;
  const { text } = line;
  if (isFurniture(line, dialect)) return true;
  if (text.length <= MAX_BYLINE) {
    if (text.includes('|') && readByline(text)?.stated) return true;
    if (dialect.faint === 'byline' && readByline(text)) return true;
  }
  // A line over and over: whatever it is, it was seen where it stood first.
  const isRun = [1, 2, 3, 4].every((above) => at - above >= floor && textAt(lines, at - above) === text);
  if (isRun) return false;
  const first = Math.max(floor, at - ECHO_WITHIN);
  for (let above = at - 1; above >= first; above--) if (sameLine(textAt(lines, above), text)) return true;
  return at > floor && echoes(textAt(lines, at - 1), text);
}

/** The best opening on a page whose first line is `lines[at]`. */
export function openingBelow(
  lines: readonly Line[],
  at: number,
  around: OpeningContext,
): Opening | undefined {
  const { dialect } = around;
  let best: Opening | undefined;
  for (let start = at; start < lines.length && start <= at + MAX_ABOVE; start++) {
    const line = lines[start];
    if (!line || (start > at && isBelowGap(line, dialect))) break;
    if (isControl(line, dialect)) continue;
    const opening = readOrRecall(lines, start, topOf(lines, at, around), around);
    if (!opening) continue;
    // Who wrote a story can stand twice below its headline.
    if (best && readSigner(line.text)?.name !== undefined) continue;
    if (isProven(opening.head)) return opening;
    const isBetter = !isBare(opening.head) && !isLooseText(line.text) && !isLabelBelow(opening, best);
    if (!best || (isBetter && isStronger(opening, best) && !isWithin(opening, best))) best = opening;
    if (!isLabel(line.text) || isSigned(best) || (dialect.collapsed && !around.isFirst)) break;
  }
  if (!best) return undefined;
  return provenWithin(lines, best, around) ?? (around.isFirst ? belowNotices(lines, best, around) : best);
}

/** The opening below what a site prints at its pages' top, where a line there is its headline by far. */
function belowNotices(lines: readonly Line[], best: Opening, { dialect }: OpeningContext): Opening {
  // Directly below a notice stands no caption, and nobody's name.
  if (best.head.captions.length > 0 || isSigned(best)) return best;
  const next = lines.findIndex((line, at) => at > best.start && isBelowGap(line, dialect));
  const start = headlineBelow(lines, best.start, next < 0 ? lines.length : next, dialect.weights);
  const head = start === undefined ? undefined : readHead(lines, start, 'start', dialect);
  return start !== undefined && head ? { top: best.top, start, head } : best;
}

/** The best opening of which an anchor, `lines[at]`, is a part. */
export function openingAround(
  lines: readonly Line[],
  at: number,
  around: OpeningContext,
): Opening | undefined {
  const { floor, dialect } = around;
  let from = at;
  while (from > Math.max(floor, at - LOOK_BACK) && !isBelowGap(lines[from], dialect)) from--;
  let to = at;
  while (to < at + LOOK_BACK && isFurniture(lines[to], dialect)) to++;
  for (const start of around.seen.keys()) if (start < from) around.seen.delete(start);
  let best: Opening | undefined;
  for (let start = from; start <= to; start++) {
    const opening = seenOpening(lines, start, around);
    if (!opening) continue;
    // Of a proven head, the lines below its headline can look like heads of their own.
    if (isProven(opening.head) && !isCaption(lines, start)) return opening;
    if (!best || isStronger(opening, best) || isBelowParagraph(opening, best)) best = opening;
  }
  return best && (provenWithin(lines, best, around) ?? best);
}

/** So long a line above a headline that is signed is of the story above, where it is longer than that headline. */
const LEAST_PARAGRAPH = 70;

/** Whether a headline is signed right below, and stands below the last line of the story above: a dek stands between the two. */
function isBelowParagraph(opening: Opening, above: Opening): boolean {
  const { headline } = above.head;
  return (
    opening.head.score >= above.head.score &&
    isSigned(opening) &&
    !isSigned(above) &&
    headline.length >= LEAST_PARAGRAPH &&
    headline.length > opening.head.headline.length
  );
}

/** Whether who wrote the story stands right below what reads like its headline: no other line is. */
function isSigned({ head }: Opening): boolean {
  const { classes, headline } = head;
  return (
    classes[1] === 'byline' && countWords({ head }) >= LEAST_HEADLINE_WORDS && readsLikeHeadline(headline)
  );
}

/** Whether a word stands below what is called like a story: a control that nobody knows, with others around it. */
const isLabelBelow = (opening: Opening, best: Opening | undefined) =>
  best !== undefined &&
  countWords(opening) <= MAX_LABEL_WORDS &&
  countWords(best) >= LEAST_HEADLINE_WORDS &&
  readsLikeHeadline(best.head.headline);

/** Whether a line is one of a head whose headline is undisputed: nothing but a label, or a longer line, outweighs it. */
function isWithin({ start }: Opening, { start: above, head }: Opening): boolean {
  return (
    start < above + head.classes.length &&
    countWords({ head }) >= LEAST_HEADLINE_WORDS &&
    readsLikeHeadline(head.headline)
  );
}

/** A headline of fewer words may be a label above the headline. */
const LEAST_HEADLINE_WORDS = 4;

function isStronger(a: Opening, b: Opening): boolean {
  if (a.head.score !== b.head.score) return a.head.score > b.head.score;
  // What is called like a section, above what is called like a story, is not its headline with a dek.
  return countWords(b) <= MAX_LABEL_WORDS && countWords(a) > MAX_LABEL_WORDS && a.start > b.start;
}

const countWords = ({ head }: Pick<Opening, 'head'>) => head.headline.split(' ').length;

/** What was taken for the dek of a head can be the headline of a page that proves it. */
function provenWithin(
  lines: readonly Line[],
  { start, head }: Opening,
  around: OpeningContext,
): Opening | undefined {
  for (let below = start + 1; below <= start + head.deks.length; below++) {
    const opening = seenOpening(lines, below, around);
    if (opening && isProven(opening.head) && !isCaption(lines, below)) return opening;
  }
  return undefined;
}

/** The opening whose headline is `lines[start]`, read once as long as nothing about it can change. */
function seenOpening(lines: readonly Line[], start: number, around: OpeningContext): Opening | undefined {
  const { seen } = around;
  if (seen.has(start)) return seen.get(start);
  const opening = readOrRecall(lines, start, topOf(lines, start, around), around);
  if (start + HEAD_REACH <= lines.length) seen.set(start, opening);
  return opening;
}

function readOrRecall(
  lines: readonly Line[],
  start: number,
  top: number,
  { isFirst, dialect, known }: OpeningContext,
): Opening | undefined {
  const isStart = top === 0 && isFirst;
  if (!known) return readOpening(lines, start, top, isStart, dialect);
  const key = `${start} ${top} ${isStart}`;
  const found = known.get(key);
  if (found || known.has(key)) return found;
  const opening = readOpening(lines, start, top, isStart, dialect);
  known.set(key, opening);
  return opening;
}

function readOpening(
  lines: readonly Line[],
  start: number,
  top: number,
  isStart: boolean,
  dialect: Dialect,
): Opening | undefined {
  const position = positionOf(lines.slice(top, start + 1), isStart, dialect);
  const head = readHead(lines, start, position, dialect);
  if (!head) return undefined;
  return { top, start, head: withDayAbove(lines, top, start, dialect, head) };
}

/** @returns the head of `lines[start]`, with the day that a line above it states, from `lines[top]` on */
export function withDayAbove(
  lines: readonly Line[],
  top: number,
  start: number,
  dialect: Dialect,
  head: Head,
): Head {
  if (top === start) return head;
  let { stated } = head;
  for (let above = top; above < start; above++) stated ??= dayAbove(textAt(lines, above));
  const dated = { ...withSection(lines.slice(top, start), dialect, head), stated };
  const dek = lastDekOf(lines, start, dialect, dated);
  return dek === undefined ? dated : withDek(dated, dek);
}

/** @returns a head with the section that a line above names */
function withSection(above: readonly Line[], { sections }: Dialect, head: Head): Head {
  const section = above.findLast(({ text }) => sections?.includes(labelForm(text)))?.text;
  return section === undefined ? head : { ...head, byline: { section, ...head.byline } };
}

const withDek = (head: Head, dek: string): Head => ({
  ...head,
  deks: [...head.deks, dek],
  classes: [...head.classes, 'dek'],
});

const dayAbove = (text: string) => dayAlone(text) ?? dayBesideSection(text);

/** @param page the lines of a page, to its headline */
function positionOf(page: readonly Line[], isStart: boolean, dialect: Dialect): HeadPosition {
  if (isStart) return 'start';
  if (isBelowGap(page[0], dialect)) return (page[0]?.gap ?? 0) >= RULE_GAP ? 'rule' : 'gap';
  const { firstLine } = dialect;
  const hasMasthead = firstLine !== undefined && page.some(({ text }) => comparisonForm(text) === firstLine);
  return hasMasthead ? 'masthead' : 'inside';
}

/** The first line of the page that `lines[start]` is on: above it stand its page controls and no other. */
function topOf(lines: readonly Line[], start: number, { floor, isFirst, dialect }: OpeningContext): number {
  const top = runAbove(lines, start, floor, dialect);
  if (!isBelowGap(lines[top], dialect) || top === floor) return top;
  // A gap can part a page's controls from its headline, if they are all that stands between two gaps.
  const above = runAbove(lines, top - 1, floor, dialect);
  const isRun = isFurniture(lines[top - 1], dialect);
  return isRun && ((above === 0 && isFirst) || isBelowGap(lines[above], dialect)) ? above : top;
}

function runAbove(lines: readonly Line[], start: number, floor: number, dialect: Dialect): number {
  let top = start;
  while (
    top > floor &&
    start - top < MAX_ABOVE &&
    !isBelowGap(lines[top], dialect) &&
    isFurniture(lines[top - 1], dialect)
  )
    top--;
  return top;
}

/** Whether a line can stand above a headline: the name of a section, an address, a date; no prose. */
export function isLabel(text: string): boolean {
  return text.length <= (isClosed(text) ? MAX_CLOSED_LABEL : MAX_LABEL);
}

/** Whether a line is a caption rather than a headline, whatever its copies suggest. */
function isCaption(lines: readonly Line[], at: number): boolean {
  const text = textAt(lines, at);
  return (
    creditOf(text) !== undefined ||
    sameLine(text, textAt(lines, at + 1)) ||
    (at > 0 && sameLine(textAt(lines, at - 1), text))
  );
}
