// Headlines where nothing parts stories: no gap, no rule, no page. Measures the shape of a line among paragraphs, whether
// the text below says again what it says, and whether that text goes on with the story above. Weights in one table.

import type { Line } from '../lines/lines.ts';
import { isControlText, isInvitation, LEADS_AWAY } from '../phrases/controls.ts';
import { isCreditLine } from '../phrases/credits.ts';
import { isFiled } from '../phrases/datelines.ts';
import { isLed, isShouted } from '../phrases/marks.ts';
import { ruleMark } from '../phrases/rules.ts';
import { readSigner } from '../phrases/signers.ts';
import { dayAlone, readStamp } from '../phrases/stamps.ts';
import { weigh } from '../weigh.ts';
import { countShared, shareOf, wordsBetween } from './carrying-words.ts';
import { isClosed } from './head-builder.ts';

/** No longer line is looked at. */
const MAX_SHAPED = 160;
/** So many lines below are what a story says at first; so many more are what it goes on with. */
const BELOW = 8;
const FURTHER = 20;
/** So many lines directly above are compared with those; of a longer story, so many. */
const ABOVE = 20;
const STORY = 100;
/** What can stand between a headline and its first paragraph where nothing else tells. */
const HEAD_LINES = 8;
/** So many lines below are looked at for prose. */
const OPENING = 6;
const PROSE = 80;
/** A story has so many lines, or a few more. */
const YOUNG = 4;
const YOUNGISH = 7;
/** Of fewer words, sharing one says little. */
const LEAST_SHARED = 4;

/** What can be measured of a line that may be a headline; each from 0 to 1 or so. */
export interface Shape {
  one: number;
  /** Three words at most. */
  label: number;
  /** It asks, exclaims, or ends in a quotation mark. */
  asks: number;
  lowerCase: number;
  shouted: number;
  /** How far its capitals are from those of the usual headline. */
  otherCase: number;
  /** How far it is from the usual headline's length. */
  short: number;
  otherLength: number;
  /** A paragraph stands directly above; a sentence ends there; a short open line, or what closes a story. */
  proseAbove: number;
  closedAbove: number;
  openAbove: number;
  footAbove: number;
  /** How many of the lines below are paragraphs. */
  prose: number;
  /** Who wrote it, or when, stands below. */
  signed: number;
  filed: number;
  /** How many of its words stand again in the text below, and further on; in the story above. */
  saidBelow: number;
  saidFurther: number;
  saidAbove: number;
  /** How many of the words of the headline of the story above stand in the text below, and further on. */
  topBelow: number;
  topFurther: number;
  /** How many words the lines directly above share with those below. */
  goesOn: number;
  /** How many of the words of the text below stand in the story above. */
  inStory: number;
  /** The story above has hardly begun. */
  young: number;
  youngish: number;
}

/** What a dump's headlines have in common. */
export interface ShapeModel {
  /** Share of capitals, and the logarithm of the length, of the usual headline; how far others are from it. */
  capitals: Spread;
  length: Spread;
  /** The words that stand all over the dump. */
  common: ReadonlySet<string>;
  /** How many of the lines that may be headlines are in doubt, from 0 to 1. */
  doubt: number;
}

/** The same as plain data, to be kept. */
export type SavedShape = Omit<ShapeModel, 'common'> & { common: string[] };

export const saveShape = ({ common, ...spreads }: ShapeModel): SavedShape => ({
  ...spreads,
  common: [...common],
});
export const restoreShape = ({ common, ...spreads }: SavedShape): ShapeModel => ({
  ...spreads,
  common: new Set(common),
});

interface Spread {
  middle: number;
  spread: number;
}

const ANY: Spread = { middle: 0, spread: Number.POSITIVE_INFINITY };
/** Before anything is known, every headline is as usual as any other. */
export const OPEN_MODEL: ShapeModel = { capitals: ANY, length: ANY, common: new Set(), doubt: 1 };

/**
 * @param headlines those that are beyond doubt
 * @param common the words that stand all over the dump
 * @param doubt how many of the lines that may be headlines are in doubt
 */
export function modelOf(
  headlines: readonly string[],
  common: ReadonlySet<string>,
  doubt: number,
): ShapeModel {
  return {
    common,
    doubt,
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
export function mayBeHeadline(line: Line | undefined): line is Line {
  return isShapely(line) && !isPrinted(line.text);
}

/** Whether a line is as long as headlines are, and neither ends as sentences do nor is led by a mark. */
export function isShapely(line: Line | undefined): line is Line {
  return (
    line !== undefined &&
    line.text.length <= MAX_SHAPED &&
    line.text.length >= 3 &&
    (!/[.;,،؛。]["'”’»)\]]*$/u.test(line.text) || line.text.endsWith('...')) &&
    !isLed(line.text) &&
    ruleMark(line.text) === undefined &&
    /\p{L}/u.test(line.text)
  );
}

const isProse = (line: Line | undefined) =>
  line !== undefined && line.text.length >= PROSE && isClosed(line.text);

/** Whether a line is one that pages print around stories. */
const isPrinted = (text: string) =>
  NUMBERED.test(text) ||
  FOOT.test(text) ||
  LEADS_AWAY.test(text) ||
  isControlText(text) ||
  isInvitation(text) ||
  isCreditLine(text) ||
  CONTRIBUTORS.test(text) ||
  isStamp(text);
/** In brackets from its first to its last character; with an address; with a mark of rights. */
const FOOT = /^(?:\(.*\)|\[.*\])$|https?:\/\/|\bwww\.|\S@[\w-]+\.\w|[©ⓒ]/u;
/** `2. …`, `3) …`: one of a list, or a subhead. */
const NUMBERED = /^\(?\d{1,2}[.)]\s/u;
/** `Contributing: Mara Elliot` */
const CONTRIBUTORS = /^(?:contribut\p{L}+|(?:additional )?reporting|editing)\b.{0,20}:\s/iu;

/** What stands beside a day is a name or two, not a sentence. */
const MAX_BESIDE = 30;

function isStamp(text: string): boolean {
  const stamp = readStamp(text);
  if (stamp?.day === undefined) return stamp?.rest.length === 0;
  return stamp.rest.join(' ').length <= MAX_BESIDE;
}

const MAX_SIGNING = 130;

/** Whether a line says who wrote a story, or when. */
function isSigning(text: string): boolean {
  return (
    text.length <= MAX_SIGNING && (readStamp(text)?.day !== undefined || readSigner(text)?.isSaid === true)
  );
}

/** Whether who wrote a story, or when, stands above a line, or between it and the first paragraph below. */
export function isSignedAt(lines: readonly Line[], at: number): boolean {
  if (isDated(lines[at - 1])) return true;
  return lines.slice(at + 1, ledeBelow(lines, at)).some(({ text }) => isSigning(text));
}

/** @param start index of the headline of the story above */
export function measure(lines: readonly Line[], at: number, start: number, model: ShapeModel): Shape {
  const text = lines[at]?.text ?? '';
  const above = lines[at - 1];
  const lede = ledeBelow(lines, at);
  const from = belowPrinted(lines, at + 1, lede);
  const words = (from: number, to: number) => wordsBetween(lines, from, to, model.common);
  const own = words(at, at + 1);
  const top = words(start, Math.min(at, start + 1));
  const story = words(Math.max(start, at - STORY), at);
  const near = at - start <= ABOVE ? story : words(at - ABOVE, at);
  const below = words(at + 1, at + 1 + BELOW);
  const further = words(at + 1 + BELOW, at + 1 + BELOW + FURTHER);
  return {
    one: 1,
    label: is(text.split(' ').length <= 3),
    asks: is(/[?!؟:]["'”’»)\]]*$/u.test(text)),
    lowerCase: is(/^\p{Ll}/u.test(text)),
    shouted: is(isShouted(text)),
    otherCase: distance(capitalsOf(text), model.capitals),
    short: Math.max(0, Math.log(45 / text.length)),
    otherLength: distance(Math.log(text.length), model.length),
    proseAbove: is(isProse(above)),
    closedAbove: is(above !== undefined && SENTENCE_END.test(above.text)),
    openAbove: is(above !== undefined && above.text.length < PROSE && !isClosed(above.text)),
    footAbove: is(above !== undefined && isFoot(above.text)),
    prose: proseBelow(lines.slice(from, from + OPENING)),
    signed: is(isSignedAt(lines, at)),
    filed: is(isFiled(lines[lede]?.text ?? '')),
    saidBelow: shareOf(own, below),
    saidFurther: shareOf(own, further),
    saidAbove: shareOf(own, story),
    topBelow: shareOf(top, below),
    topFurther: shareOf(top, further),
    goesOn: countShared(near, below) / Math.max(LEAST_SHARED, Math.min(near.size, below.size)),
    inStory: shareOf(below, story),
    young: is(at - start < YOUNG),
    youngish: is(at - start < YOUNGISH),
  };
}

const proseBelow = (below: readonly Line[]) =>
  below.length === 0 ? 0 : below.filter(isProse).length / below.length;

const is = (test: boolean) => (test ? 1 : 0);
const SENTENCE_END = /[.!?؟。…]["'”’»)\]]*$/u;

/** Whether a line closes a story: who else worked on it; an address; a control; a credit. */
const isFoot = (text: string) =>
  FOOT.test(text) ||
  CONTRIBUTORS.test(text) ||
  LEADS_AWAY.test(text) ||
  isControlText(text) ||
  isInvitation(text) ||
  isCreditLine(text);

/** @returns index of the first paragraph below a line, or of the last line that may stand above one */
function ledeBelow(lines: readonly Line[], at: number): number {
  let lede = at + 1;
  while (lede <= at + HEAD_LINES && lines[lede] && !isProse(lines[lede])) lede++;
  return lede;
}

/** @returns index of the first line that says more than who, when and what to click; of the first, where all say no more */
function belowPrinted(lines: readonly Line[], from: number, lede: number): number {
  let at = from;
  while (at < lede && isHeadLine(lines[at]?.text ?? '')) at++;
  return at;
}

const isHeadLine = (text: string) =>
  isPrinted(text) || isSigning(text) || readSigner(text)?.name !== undefined;

/** Whether a line does nothing but state a day. */
const isDated = (line: Line | undefined) => line !== undefined && dayAlone(line.text) !== undefined;

function capitalsOf(text: string): number {
  const words = text.match(/\p{L}[\p{L}\p{N}'’]*/gu) ?? [];
  const long = words.slice(1).filter((word) => word.length > 3);
  if (long.length === 0) return 0.5;
  return long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length;
}

/** What each measure weighs; tests/bench/fit.ts fits them. */
export const SHAPE_WEIGHTS: Shape = {
  one: 0,
  label: -1.1,
  asks: -1.2,
  lowerCase: -0.7,
  shouted: -1.4,
  otherCase: -0.3,
  short: 0.8,
  otherLength: -1.5,
  proseAbove: 0.8,
  closedAbove: 1.1,
  openAbove: -0.4,
  footAbove: 0.9,
  prose: 2.8,
  signed: 1.7,
  filed: 0.3,
  saidBelow: 2,
  saidFurther: 1.7,
  saidAbove: -4.5,
  topBelow: -2.7,
  topFurther: -1.6,
  goesOn: -3.6,
  inStory: -3.4,
  young: -1,
  youngish: 0.4,
};

/** How sure it is that a story begins at a line: above 0, it is likelier than not. */
export function shapeScoreOf(lines: readonly Line[], at: number, start: number, model: ShapeModel): number {
  return mayBeHeadline(lines[at])
    ? weigh(SHAPE_WEIGHTS, measure(lines, at, start, model))
    : Number.NEGATIVE_INFINITY;
}
