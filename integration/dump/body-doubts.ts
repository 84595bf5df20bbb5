// What the lines of a story's body leave in doubt: short open ones, what was taken out between them, lines that say by
// themselves that they are no part of a story. Measures it line by line, and names the line that each measure rests on.

import { isLooseText } from './heads/loose-kinds.ts';
import type { Line } from './lines/lines.ts';
import { isCaptionLine } from './phrases/credits.ts';
import { leadsAway, leadsToLinks } from './phrases/links.ts';
import { widthOf } from './phrases/marks.ts';
import type { LineClass } from './types.ts';
import { is } from './weigh.ts';

/** What speaks against the lines of a body, each from 0 to 1 or so. */
export interface BodyDoubts {
  /** It has furniture or captions among its paragraphs; one alone between two of them. */
  furniture: number;
  alone: number;
  /** It ends with what was taken for furniture or a caption. */
  foot: number;
  /** Share of short open lines. */
  open: number;
  /** On a page: it begins with a short open line; with a short sentence above a longer one, as deks are. */
  openFirst: number;
  shortFirst: number;
  /** A short line stands beside furniture; on a page an open one between two paragraphs; several of them in a row. */
  beside: number;
  between: number;
  runs: number;
  /** On a page: a short sentence stands between long paragraphs, as captions do. */
  brief: number;
  /** A line says by itself that it is a credit, a caption, a day, a name or a control, or leads to other stories. */
  printed: number;
  /** On a page: a short open line is a word or a number; a line stands twice. */
  scraps: number;
  again: number;
  /** Hardly any text; hardly any lines. */
  tiny: number;
  few: number;
}

/** The first line of a kind, where there is one. */
export interface BodyLines {
  first: Line | undefined;
  open: Line | undefined;
  /** What was taken for furniture or a caption. */
  aside: Line | undefined;
  printed: Line | undefined;
  again: Line | undefined;
  brief: Line | undefined;
}

const SHORT = 120;
const CLOSED = /[.!?؟…。！？:：;،,，、"”»'’“‘«)）\]」』]$/u;
const PROSE = 80;
const TINY = 150;
const FEW = 3;
/** Text of no page with so many characters, in one line or two, is text whose paragraphs were joined. */
const LONG_TEXT = 1000;
const MAX_SCRAP = 12;
/** More lines than this count no more than this many. */
const MANY = 3;
/** A character of Chinese, Japanese or Korean says as much as three letters or so: two more than its own. */
const MORE_OF_DENSE = 2;
const DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;

/**
 * @param lines the story's lines, headline first
 * @param from index of the first line of its body
 * @param showsPage whether its head shows a page
 */
export function measureBody(
  lines: readonly Line[],
  from: number,
  classes: readonly LineClass[],
  showsPage: boolean,
): { doubts: BodyDoubts; noted: BodyLines; isOfPage: boolean } {
  const kept = lines.filter((_, at) => at >= from && isText(classes[at]));
  const asides = lines.filter((_, at) => at >= from && isAside(classes[at]));
  const open = kept.filter(isOpenLine);
  const isOfPage = showsPage || asides.length > 0;
  const [first, second] = kept;
  const printed = kept.find(isPrinted);
  const again = isOfPage ? firstAgain(kept) : undefined;
  const [brief, ...more] = isOfPage ? kept.filter((_, at) => isBriefAmongLong(kept, at)) : [];
  const characters = kept.reduce((sum, { text }) => sum + text.length, 0);
  const doubts: BodyDoubts = {
    furniture: Math.min(1, asides.length / MANY),
    foot: is(!isText(classes.at(-1))),
    open: kept.length === 0 ? 1 : open.length / kept.length,
    openFirst: is(isOfPage && first !== undefined && isOpenLine(first)),
    shortFirst: is(isOfPage && isShortAbove(first, second)),
    printed: is(printed !== undefined),
    brief: is(brief !== undefined && more.length === 0),
    scraps: is(isOfPage && open.some(({ text }) => text.length <= MAX_SCRAP)),
    again: is(again !== undefined),
    tiny: is(characters < TINY && characters + MORE_OF_DENSE * denseIn(kept) < TINY),
    few: is(kept.length < FEW && (isOfPage || characters < LONG_TEXT)),
    ...measureNeighbours(lines, from, classes, { open: new Set(open), isOfPage }),
  };
  return { doubts, noted: { first, open: open[0], aside: asides[0], printed, again, brief }, isOfPage };
}

/** What short open lines of a body, and what was taken out of it, stand beside. */
function measureNeighbours(
  lines: readonly Line[],
  from: number,
  classes: readonly LineClass[],
  { open, isOfPage }: { open: ReadonlySet<Line>; isOfPage: boolean },
): Pick<BodyDoubts, 'alone' | 'beside' | 'between' | 'runs'> {
  let [alone, beside, between, runs] = [0, 0, 0, 0];
  const isOpen = (line: Line) => open.has(line);
  const isShort = (line: Line) => open.has(line) || isShortSentence(line);
  const isOut = (at: number) => at >= from && at < classes.length && !isText(classes[at]);
  const isKept = (at: number, test: (line: Line) => boolean) => {
    const line = lines[at];
    return line !== undefined && at >= from && isText(classes[at]) && test(line);
  };
  for (let at = from; at < classes.length; at++) {
    if (isOut(at)) {
      if (!isOut(at - 1) && !isOut(at + 1)) alone = 1;
    } else if (isKept(at, isShort) && (isOut(at - 1) || isOut(at + 1))) beside = 1;
    if (isKept(at, isOpen)) {
      if (!isOfPage) continue;
      if (isKept(at - 1, isFullParagraph) && isKept(at + 1, isFullParagraph)) between = 1;
      if (isKept(at - 1, isOpen) || isKept(at + 1, isOpen)) runs++;
    }
  }
  return { alone, beside, between, runs: Math.min(1, runs / MANY) };
}

/** Whether a line is short, and not closed as a sentence is. */
export const isOpenLine = ({ text }: Line) => text.length <= SHORT && !CLOSED.test(text);
/** Whether a line is as long as a paragraph, and closed. */
export const isFullParagraph = (line: Line) => !isOpenLine(line) && widthOf(line.text) >= PROSE;

/** A sentence that is no longer may be a caption, where it stands beside furniture. */
const MAX_BESIDE = 90;
const isShortSentence = ({ text }: Line) => text.length <= MAX_BESIDE && widthOf(text) <= MAX_BESIDE;

const BRIEF = 60;
const LONG = 200;
const isLong = (line: Line | undefined) => line !== undefined && widthOf(line.text) >= LONG;

function isBriefAmongLong(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line || line.text.length > BRIEF || widthOf(line.text) > BRIEF || isOpenLine(line)) return false;
  return isLong(lines[at - 1]) && isLong(lines[at + 1]);
}

const isText = (name: LineClass | undefined) => name === 'paragraph' || name === 'subhead' || name === 'list';
const isAside = (name: LineClass | undefined) => name === 'furniture' || name === 'caption';

const MAX_PRINTED = 160;
/** What a caption has that most sentences have not: a quick test rules these out. */
const MAY_BE_CAPTION = /[^.!?"”’]$|[©()/[\]:]/u;

/** `020 7946 0123 (Office)`, `desk@harbor.example`: how somebody is reached. */
const REACHED = /^\+?\(?\d[\d\s().-]{6,}\d(?:\s*\([^)]*\))?$|^[\w.+-]+@[\w-]+\.[\w.-]+$/u;

function isPrinted({ text }: Line): boolean {
  if (text.length > MAX_PRINTED) return false;
  if (REACHED.test(text)) return true;
  if (leadsToLinks(text) || leadsAway(text)) return true;
  return isLooseText(text) || (MAY_BE_CAPTION.test(text) && isCaptionLine(text));
}

const MAX_DEK = 110;
/** A paragraph is longer than a dek above it by so much. */
const LONGER = 1.5;

function isShortAbove(line: Line | undefined, below: Line | undefined): boolean {
  // No text is longer than it is wide.
  if (!line || !below || line.text.length > MAX_DEK || isOpenLine(line)) return false;
  const width = widthOf(line.text);
  return width <= MAX_DEK && widthOf(below.text) >= LONGER * width;
}

/** @returns the first line that stands among those above it; most lines are as long as no other */
function firstAgain(lines: readonly Line[]): Line | undefined {
  const byLength = new Map<number, string[]>();
  return lines.find(({ text }) => {
    const same = byLength.get(text.length);
    if (same?.includes(text)) return true;
    if (same) same.push(text);
    else byLength.set(text.length, [text]);
    return false;
  });
}

const denseIn = (lines: readonly Line[]) =>
  lines.reduce((sum, { text }) => sum + (text.match(DENSE)?.length ?? 0), 0);
