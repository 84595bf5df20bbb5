// Headlines where nothing parts stories: no gap, no rule, no page. Decides by the shape of a line among paragraphs, by
// whether the text below says again what it says, and whether that text goes on with the words of the text above.

import type { Line } from '../lines/lines.ts';
import { readByline } from '../phrases/bylines.ts';
import { isControlText, isInvitation } from '../phrases/controls.ts';
import { isCreditLine } from '../phrases/credits.ts';
import { isFiled } from '../phrases/datelines.ts';
import { isLed } from '../phrases/marks.ts';
import { ruleMark } from '../phrases/rules.ts';
import { readSigner } from '../phrases/signers.ts';
import { readStamp } from '../phrases/stamps.ts';
import { weigh } from '../weigh.ts';
import { isClosed } from './head-builder.ts';

/** No longer line is looked at. */
const MAX_SHAPED = 160;
/** So many lines below are compared with so many above. */
const BELOW = 6;
const ABOVE = 16;
/** What stands below so many blank lines may be of another story. */
const WIDE = 2;
/** What can stand between a headline and its first paragraph where nothing else tells. */
const HEAD_LINES = 8;
const PROSE = 80;
const PARAGRAPH = 50;

/** What can be measured of a line that may be a headline; each from 0 to 1 or so. */
export interface Shape {
  one: number;
  /** Three words at most. */
  label: number;
  few: number;
  long: number;
  /** It asks, exclaims, or ends in a quotation mark. */
  asks: number;
  lowerCase: number;
  /** How far its capitals are from those of the usual headline. */
  otherCase: number;
  /** How far it is from the usual headline's length. */
  short: number;
  otherLength: number;
  /** A paragraph stands directly above; below. */
  proseAbove: number;
  proseBelow: number;
  /** More blank lines above than most lines have. */
  apart: number;
  /** Who wrote it, or when, stands below. */
  signed: number;
  filed: number;
  /** How many of its words stand again in the text below; in the text above. */
  saidBelow: number;
  saidAbove: number;
  /** How many of the words of the text below stand in the text above. */
  goesOn: number;
}

/** What a dump's headlines have in common. */
export interface ShapeModel {
  /** The blank lines that most lines have above. */
  usualGap: number;
  /** Share of capitals, and the logarithm of the length, of the usual headline; how far others are from it. */
  capitals: Spread;
  length: Spread;
}

interface Spread {
  middle: number;
  spread: number;
}

/** Before anything is known, every headline is as usual as any other. */
export function openModel(usualGap: number): ShapeModel {
  const any = { middle: 0, spread: Number.POSITIVE_INFINITY };
  return { usualGap, capitals: any, length: any };
}

/** @param headlines those that are beyond doubt */
export function modelOf(headlines: readonly string[], usualGap: number): ShapeModel {
  return {
    usualGap,
    capitals: spreadOf(headlines.map(capitalsOf), LEAST_SPREAD.capitals),
    length: spreadOf(
      headlines.map(({ length }) => Math.log(length)),
      LEAST_SPREAD.length,
    ),
  };
}

const LEAST_SPREAD = { capitals: 0.25, length: 0.2 };

function spreadOf(values: readonly number[], least: number): Spread {
  const middle = median(values);
  // Few headlines say little of the others.
  const doubt = 1 + 2 / values.length;
  return { middle, spread: doubt * Math.max(least, median(values.map((value) => Math.abs(value - middle)))) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

const MOST_SPREADS = 3;
const distance = (value: number, { middle, spread }: Spread) =>
  Math.min(MOST_SPREADS, Math.abs(value - middle) / spread);

/** Whether a line is worth measuring. */
export function isShapely(line: Line | undefined): line is Line {
  return (
    line !== undefined &&
    line.text.length <= MAX_SHAPED &&
    line.text.length >= 3 &&
    !/[.;,،؛。]["'”’»)\]]*$/u.test(line.text) &&
    !isLed(line.text) &&
    ruleMark(line.text) === undefined &&
    /\p{L}/u.test(line.text)
  );
}

const isProse = (line: Line | undefined) =>
  line !== undefined && line.text.length >= PROSE && isClosed(line.text);

/** Whether a line is one that pages print around stories. */
const isPrinted = (text: string) =>
  NUMBERED.test(text) || isControlText(text) || isInvitation(text) || isCreditLine(text) || isStamp(text);
/** `2. …`, `3) …`: one of a list, or a subhead. */
const NUMBERED = /^\(?\d{1,2}[.)]\s/u;

const isSigning = (text: string) =>
  isStamp(text) || readByline(text) !== undefined || (BY.test(text) && readSigner(text)?.isSaid === true);
const BY = /^by\s/iu;

/** What stands beside a day is a name or two, not a sentence. */
const MAX_BESIDE = 30;

function isStamp(text: string): boolean {
  const stamp = readStamp(text);
  return stamp !== undefined && stamp.rest.join(' ').length <= MAX_BESIDE;
}

/** @param floor the first line of the story above */
export function measure(lines: readonly Line[], at: number, floor: number, model: ShapeModel): Shape {
  const line = lines[at];
  const text = line?.text ?? '';
  let lede = at + 1;
  let signed = 0;
  while (lede < at + HEAD_LINES && lines[lede] && !isProse(lines[lede])) {
    const below = lines[lede]?.text ?? '';
    if (below.length < PROSE && isSigning(below)) signed = 1;
    lede++;
  }
  if (!isProse(lines[lede])) lede = at + 1;
  let end = lede + 1;
  while (end < lede + BELOW && (lines[end]?.gap ?? WIDE) < WIDE) end++;
  const below = wordsOf(lines.slice(lede, end));
  const above = wordsOf(lines.slice(Math.max(floor, at - ABOVE), at));
  const own = [...wordsOf([{ text }])];
  const count = text.split(' ').length;
  const share = (list: readonly string[], set: ReadonlySet<string>) =>
    list.length === 0 ? 0 : list.filter((word) => set.has(word)).length / list.length;
  return {
    one: 1,
    label: count <= 3 ? 1 : 0,
    few: count === 4 ? 1 : 0,
    long: count > 16 ? 1 : 0,
    asks: /[?!؟:]["'”’»)\]]*$/u.test(text) ? 1 : 0,
    lowerCase: /^\p{Ll}/u.test(text) ? 1 : 0,
    otherCase: distance(capitalsOf(text), model.capitals),
    short: Math.max(0, Math.log(45 / text.length)),
    otherLength: distance(Math.log(text.length), model.length),
    proseAbove: isProse(lines[at - 1]) ? 1 : 0,
    proseBelow: lede === at + 1 && isProse(lines[lede]) ? 1 : 0,
    apart: (line?.gap ?? 0) > model.usualGap ? 1 : 0,
    signed,
    filed: isFiled(lines[lede]?.text ?? '') ? 1 : 0,
    saidBelow: share(own, below),
    saidAbove: share(own, above),
    goesOn: share([...below], above),
  };
}

function capitalsOf(text: string): number {
  const words = text.match(/\p{L}[\p{L}\p{N}'’]*/gu) ?? [];
  const long = words.slice(1).filter((word) => word.length > 3);
  if (long.length === 0) return 0.5;
  return long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length;
}

/** The beginnings of the words that carry a text: names, and words of five letters and more. */
function wordsOf(lines: readonly Pick<Line, 'text'>[]): Set<string> {
  const found = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.slice(0, 600).matchAll(/\p{L}[\p{L}\p{M}\p{N}]{3,}/gu)) {
      if (word.length > 4 || /^\p{Lu}/u.test(word)) found.add(word.slice(0, 6).toLowerCase());
    }
  return found;
}

/** What each measure weighs; tests/bench/fit.ts fits them. */
export const SHAPE_WEIGHTS: Shape = {
  one: -0.6,
  label: -0.6,
  few: 0.1,
  long: 1,
  asks: -0.9,
  lowerCase: -1.1,
  short: 0.7,
  otherCase: -0.2,
  otherLength: -1.6,
  proseAbove: 2.1,
  proseBelow: 1.2,
  apart: 0,
  signed: 1.2,
  filed: 0.2,
  saidBelow: 2.8,
  saidAbove: -3.9,
  goesOn: -5.7,
};

export function scoreShape(shape: Shape): number {
  return weigh(SHAPE_WEIGHTS, shape);
}

/** A headline beyond doubt, where nothing is known of the others. */
const CONFIDENT = 1.5;
/** A line that may as well be a subhead. */
const POSSIBLE = -1;
/** So many lines beyond doubt, and the dump is one of stories that nothing parts; or fewer, where few others come near. */
const MANY = 8;
const FEW = 3;
/** Where a few heads show more, as a line that stands again does by chance, shapes have to outnumber them. */
const PER_PAGE = 3;

/**
 * What the headlines of a dump look like in which nothing parts stories.
 * @param pages how many heads show themselves by more than shape
 * @param isSigned whether the first head says who wrote its story, or when: then others have to as well
 * @returns nothing where its lines are as likely one story
 */
export function findShape(lines: readonly Line[], pages: number, isSigned: boolean): ShapeModel | undefined {
  const counts = new Map<number, number>();
  for (const { gap } of lines.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [usualGap = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const open = openModel(usualGap);
  const shapes = lines.map((line, at) =>
    at > 0 && isShapely(line) && !isPrinted(line.text)
      ? measure(lines, at, Math.max(0, at - ABOVE), open)
      : undefined,
  );
  const scores = shapes.map((shape) => (shape ? scoreShape(shape) : Number.NEGATIVE_INFINITY));
  const starts = [...lines.keys()].filter((at) => (scores[at] ?? 0) > CONFIDENT);
  const possible = scores.filter((score) => score > POSSIBLE).length - starts.length;
  const isMany = starts.length >= MANY || (starts.length >= FEW && starts.length >= 2 * possible);
  const signed = starts.filter((at) => shapes[at]?.signed === 1).length;
  if (isSigned && signed < Math.max(LEAST_SIGNED, starts.length * SIGNED_SHARE)) return undefined;
  if (!isMany || starts.length < PER_PAGE * pages || bodyLength(lines, starts) < LEAST_BODY) return undefined;
  return modelOf(
    [0, ...starts].map((at) => lines[at]?.text ?? ''),
    usualGap,
  );
}

/** So many headlines say who wrote the story, or when, where the first one does. */
const LEAST_SIGNED = 2;
const SIGNED_SHARE = 0.1;

/** A story has more paragraphs than what stands below a subhead. */
const LEAST_BODY = 2.75;

/** How many paragraphs stand below a headline, on average. */
function bodyLength(lines: readonly Line[], starts: readonly number[]): number {
  const paragraphs = lines.filter(({ text }) => text.length >= PARAGRAPH && isClosed(text)).length;
  return paragraphs / (starts.length + 1);
}

/** How sure it is that a story begins at a line: above 0, it is likelier than not. */
export function shapeScoreOf(lines: readonly Line[], at: number, floor: number, model: ShapeModel): number {
  const line = lines[at];
  return isShapely(line) && !isPrinted(line.text)
    ? scoreShape(measure(lines, at, floor, model))
    : Number.NEGATIVE_INFINITY;
}

/** Fewer words are a subhead as well. */
const LEAST_WORDS = 6;

/** Whether a line below a gap begins a story by its shape alone, whatever the dump's other headlines look like. */
export function isNewStory(lines: readonly Line[], at: number): boolean {
  if ((lines[at]?.words ?? 0) < LEAST_WORDS) return false;
  return shapeScoreOf(lines, at, Math.max(0, at - ABOVE), openModel(0)) > CONFIDENT;
}

/** Whether a line within a story may begin another one: it looks so, or stands above who wrote a story, or when. */
export function mayBegin(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!isShapely(line) || isPrinted(line.text)) return false;
  const shape = measure(lines, at, Math.max(0, at - ABOVE), openModel(0));
  const score = scoreShape(shape);
  return (score > CONFIDENT && line.words >= LEAST_WORDS) || (shape.signed === 1 && score > POSSIBLE);
}

/** How many of the words that carry a line stand again in a text, from 0 to 1. */
export function saidBelow(text: string, lines: readonly Line[]): number {
  const own = [...wordsOf([{ text }])];
  const below = wordsOf(lines);
  return own.length === 0 ? 0 : own.filter((word) => below.has(word)).length / own.length;
}
