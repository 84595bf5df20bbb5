// Headlines where nothing parts stories: no gap, no rule, no page. Measures the shape of a line among paragraphs, and
// weighs it beside what its words and those around it say (same-story.ts). Weights in one table.

import type { Line } from '../lines/lines.ts';
import { datedHeadline } from '../phrases/dated-headlines.ts';
import {
  endingIn,
  endsInInitials,
  hasSentences,
  isClosed,
  isLed,
  isShouted,
  isSpeech,
  isStarred,
  STOPS,
  signsPost,
} from '../phrases/marks.ts';
import { ruleMark } from '../phrases/rules.ts';
import { readSigner } from '../phrases/signers.ts';
import { dayAlone } from '../phrases/stamps.ts';
import { is, weigh } from '../weigh.ts';
import { isUnderline } from './dialect.ts';
import { isFoot, isPrinted, isSigning, markOf } from './printed-lines.ts';
import { measureSameStory, type SameStory } from './same-story.ts';
import { distanceFrom, type ShapeModel } from './shape-model.ts';

/** No longer line is looked at. */
const MAX_SHAPED = 160;
/** What can stand between a headline and its first paragraph where nothing else tells. */
const HEAD_LINES = 8;
/** So many lines below are looked at for prose. */
const OPENING = 6;
const PROSE = 80;
/** A story has so many lines, or a few more. */
const YOUNG = 4;
const YOUNGISH = 7;
/** Other lines that may be headlines are near within so many. */
const NEAR = 15;

/** What can be measured of a line that may be a headline; each from 0 to 1 or so. */
export interface Shape extends SameStory {
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
  /** Where a line of one form stands by all headlines: one stands by this line, or none does. */
  marked: number;
  unmarked: number;
  /** How near the next line is that may be a headline, below a paragraph; and the one before. */
  nextNear: number;
  lastNear: number;
  /** The story above has hardly begun. */
  young: number;
  youngish: number;
}

/** Whether a line is worth measuring. */
export function mayBeHeadline(line: Line | undefined): line is Line {
  return isShapely(line) && !isPrinted(line.text);
}

/** So many lines of a post stand above the line that says who wrote it. */
const POST = 3;

/** Whether the line at an index is worth measuring: it may be a headline, and is of no post that a story quotes. */
export function mayBeHeadlineAt(lines: readonly Line[], at: number): boolean {
  // Below a plain headline, a line in stars is a subhead or a note.
  if (isStarred(lines[at]?.text ?? '') && !isStarred(lines[0]?.text ?? '')) return false;
  return mayBeHeadline(lines[at]) && !lines.slice(at, at + 1 + POST).some(({ text }) => signsPost(text));
}

/** Whether a line is as long as headlines are, and neither ends as sentences do nor is led by a mark. */
export function isShapely(line: Line | undefined): line is Line {
  return (
    line !== undefined &&
    line.text.length <= MAX_SHAPED &&
    line.text.length >= 3 &&
    (!endsPart(line.text) || line.text.endsWith('...') || endsInInitials(line.text)) &&
    !isLed(line.text) &&
    ruleMark(line.text) === undefined &&
    /\p{L}/u.test(line.text)
  );
}

/** As it was when the weights were fitted: a quotation that ends as in German was no prose. */
const endsAsFitted = endingIn(`.${STOPS}؛،,:;`, `"'”’»)]`);
const isProse = (line: Line | undefined) =>
  line !== undefined && line.text.length >= PROSE && endsAsFitted(line.text);

/** Whether who wrote a story, or when, stands above a line, or between it and the first paragraph below. */
export function isSignedAt(lines: readonly Line[], at: number): boolean {
  if (isDated(lines[at - 1])) return true;
  return lines.slice(at + 1, ledeBelow(lines, at)).some(({ text }) => isSigning(text));
}

function measureMark(
  lines: readonly Line[],
  at: number,
  { mark }: ShapeModel,
): Pick<Shape, 'marked' | 'unmarked'> {
  if (mark === undefined) return { marked: 0, unmarked: 0 };
  const isMarked = mark === SHOUTED ? isShouted(lines[at]?.text ?? '') : marksAt(lines, at).includes(mark);
  return { marked: is(isMarked), unmarked: is(!isMarked) };
}

/** @returns what may mark a headline: the side of its own day, the forms of lines by it; those beyond a blank line or a dek begin with one */
export function marksAt(lines: readonly Line[], at: number): string[] {
  const side = datedHeadline(lines[at]?.text ?? '')?.side;
  const above = markIn(lines[at - 1]);
  const forms = [side, above].flatMap((mark) => mark ?? []);
  if (isUnderline(lines, at + 1)) forms.push(UNDERLINE);
  let isBeyond = false;
  for (const line of lines.slice(at + 1, endOfMarks(lines, at))) {
    isBeyond ||= line.gap > 0 || isProse(line);
    const form = markIn(line);
    if (form !== undefined) forms.push(isBeyond ? `\n${form}` : form);
  }
  return forms;
}

/** @returns index of the first line below a headline that can't mark it: a paragraph, or the one below a dek, and who and when below that */
function endOfMarks(lines: readonly Line[], at: number): number {
  const lede = ledeBelow(lines, at);
  let end = lede + 1;
  while (end <= at + HEAD_LINES && isSigning(lines[end]?.text ?? '')) end++;
  return end > lede + 1 && isProse(lines[end]) ? end : lede;
}

const markIn = (line: Line | undefined) => line && markOf(line.text);
const UNDERLINE = '___';
/** The mark of headlines in capitals, among lines that are not. */
export const SHOUTED = 'A';

/** @param start index of the headline of the story above */
export function measure(lines: readonly Line[], at: number, start: number, model: ShapeModel): Shape {
  const text = lines[at]?.text ?? '';
  const above = lines[at - 1];
  const lede = ledeBelow(lines, at);
  const from = belowPrinted(lines, at + 1, lede);
  const next = nextBelow(lines, at);
  const last = lastAbove(lines, at, start);
  return {
    one: 1,
    label: is(text.split(' ').length <= 3),
    asks: is(asks(text)),
    lowerCase: is(/^\p{Ll}/u.test(text)),
    shouted: is(isShouted(text)),
    ...distanceFrom(model, text),
    proseAbove: is(isProse(above)),
    closedAbove: is(above !== undefined && endsSentence(above.text)),
    openAbove: is(above !== undefined && above.text.length < PROSE && !isClosed(above.text)),
    footAbove: is(above !== undefined && isFoot(above.text)),
    prose: proseBelow(lines.slice(from, from + OPENING)),
    signed: is(isSignedAt(lines, at)),
    ...measureMark(lines, at, model),
    nextNear: 1 - Math.min(NEAR, next - at - 1) / NEAR,
    lastNear: last > start ? 1 - Math.min(NEAR, at - last - 1) / NEAR : 0,
    ...measureSameStory(lines, { at, start, next }, model.weights),
    young: is(at - start < YOUNG),
    youngish: is(at - start < YOUNGISH),
  };
}

/** @returns index of the next line that may be a headline below a paragraph, as far as lines are near */
function nextBelow(lines: readonly Line[], at: number): number {
  let next = at + 1;
  while (next <= at + NEAR && lines[next] && !(mayBeHeadline(lines[next]) && isProse(lines[next - 1])))
    next++;
  return next;
}

/** @returns index of the last line above that may be a headline, as far as lines are near, or of the story's headline */
function lastAbove(lines: readonly Line[], at: number, start: number): number {
  let last = at - 1;
  while (last > start && last >= at - NEAR && !mayBeHeadline(lines[last])) last--;
  return last;
}

const proseBelow = (below: readonly Line[]) =>
  below.length === 0 ? 0 : below.filter(isProse).length / below.length;

const CLOSERS = `"'”’»“‘«)]`;
const endsSentence = endingIn(`.!?؟${STOPS}…`, CLOSERS);
const endsPart = endingIn(`.;,،؛${STOPS}`, CLOSERS);
const asks = endingIn('?!؟:', CLOSERS);

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

/** What each measure weighs; tests/bench/fit.ts fits them, but for `marked` and `unmarked`. */
export const SHAPE_WEIGHTS: Shape = {
  one: 1.9,
  label: -0.5,
  asks: -1.2,
  lowerCase: -0.4,
  shouted: -0.7,
  otherCase: -0.3,
  otherLength: -1,
  proseAbove: 0.6,
  closedAbove: 0.7,
  openAbove: -0.7,
  footAbove: 1,
  prose: 2,
  signed: 1.3,
  marked: 2,
  unmarked: -4.5,
  nextNear: -0.5,
  lastNear: -1.6,
  saidBelow: 2.1,
  saidFurther: 1.6,
  saidAbove: -2.3,
  topBelow: -2.2,
  topFurther: -2.6,
  goesOn: -1.7,
  inStory: -1.1,
  firstInStory: -1.3,
  about: -1.7,
  aboutShare: -0.9,
  ownAbout: -0.8,
  young: -1.3,
  youngish: -0.6,
};

/** Whether a line is a paragraph, whatever is measured of it: it opens a quotation that goes on, or has several sentences. */
export const isParagraphText = (text: string) => isSpeech(text) || hasSentences(text);

/** How sure it is that a story begins at a line: above 0, it is likelier than not. */
export function shapeScoreOf(lines: readonly Line[], at: number, start: number, model: ShapeModel): number {
  return mayBeHeadlineAt(lines, at)
    ? weigh(SHAPE_WEIGHTS, measure(lines, at, start, model))
    : Number.NEGATIVE_INFINITY;
}
