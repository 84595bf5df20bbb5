// Whether a dump is one of stories that nothing parts, and what their headlines look like; whether one line of another
// dump begins a story by its shape alone.

import type { Line } from '../lines/lines.ts';
import { isDaySide } from '../phrases/dated-headlines.ts';
import { isClosed, isShouted } from '../phrases/marks.ts';
import { weigh } from '../weigh.ts';
import { type Dialect, isBelowGap } from './dialect.ts';
import {
  isParagraphText,
  isSignedAt,
  marksAt,
  mayBeHeadline,
  mayBeHeadlineAt,
  measure,
  SHAPE_WEIGHTS,
  SHOUTED,
  shapeScoreOf,
} from './shape.ts';
import { modelOf, openModel, type ShapeModel } from './shape-model.ts';
import { WordWeights } from './word-weights.ts';

const PARAGRAPH = 50;
/** Where a story's beginning is not known, it is taken for so many lines above. */
const ABOVE = 16;
/** No measure reads further below a line. */
const FAR = 32;
/** A headline beyond doubt, where nothing is known of the others. */
const CONFIDENT = 2;
/** The same, of a line that is signed or marked as the first headline is. */
const SIGNED = 0;
/** A line that may as well be a subhead. */
const POSSIBLE = -1;
/** So many lines beyond doubt, and the dump is one of stories that nothing parts; or fewer, where few others come near. */
const MANY = 8;
const FEW = 3;
const FEW_SIGNED = 2;
/** So many, where no more come near, are more than any one plain story has. */
const CERTAIN = 12;
/** Where a few heads show more, as a line that stands again does by chance, shapes have to outnumber them. */
const PER_PAGE = 3;

/** What the first head of a dump shows. */
interface FirstHead {
  /** Index of its headline. */
  start: number;
  /** Whether its headline stands again: then others show themselves as well. */
  isProven: boolean;
  /** Whether it says who wrote its story, or when; or shows a page by other lines: then others have to say so as well. */
  isSigned: boolean;
  isPrinted: boolean;
}

/**
 * What the headlines of a dump look like in which nothing parts stories.
 * @param pages how many heads show themselves by more than shape
 * @returns nothing where its lines are as likely one story
 */
export function findShape(
  lines: readonly Line[],
  dialect: Dialect,
  pages: number,
  { start, isProven, isSigned, isPrinted }: FirstHead,
): ShapeModel | undefined {
  const paragraphs = lines.filter(isParagraph).length;
  const fewest = isSigned ? FEW_SIGNED : FEW;
  // With fewer paragraphs, or fewer lines that may be headlines, there can't be stories enough, whatever they say.
  if (bodyLength(paragraphs, fewest) < LEAST_BODY || !mayHaveStarts(lines, fewest)) return undefined;
  const weights = WordWeights.of(lines, dialect.weights.windows);
  const mark = isProven ? undefined : (commonMark(lines, start) ?? capitals(lines, start, weights, isSigned));
  const { starts, signed, possible } = likelyStarts(lines, openModel(weights, mark), isSigned);
  const parted = starts.filter((at) => isBelowGap(lines[at], dialect)).length;
  if (parted * PARTED_SHARE > starts.length) return undefined;
  const areSigned = isSigned && signed === starts.length;
  const few = areSigned ? FEW_SIGNED : FEW;
  const least = mark !== undefined || (areSigned && pages <= 1) ? 1 : PER_PAGE * pages;
  const isMany = starts.length >= MANY || (starts.length >= few && starts.length >= 2 * possible);
  const isCertain = starts.length >= CERTAIN && starts.length >= possible;
  const body = bodyLength(paragraphs, starts.length);
  const isPage = isSigned || isPrinted;
  // What marks all of them says as much.
  const isUnlike =
    mark === undefined && isPage && signed < Math.max(LEAST_SIGNED, starts.length * SIGNED_SHARE);
  if (isUnlike && !(isCertain && body >= LONG_BODY)) return undefined;
  const leastBody = isCertain && !isPage ? SHORT_BODY : LEAST_BODY;
  if (!isMany || starts.length < least || body < leastBody) return undefined;
  return modelOf(
    [0, ...starts].map((at) => lines[at]?.text ?? ''),
    { weights, mark, doubt: possible / (starts.length + possible) },
  );
}

/** So many lines of one form, and so large a share of all that may mark a headline. */
const LEAST_ALIKE = 3;
const ALIKE_SHARE = 0.9;

/** @returns the form of a line by the first headline, where nearly all lines that may be headlines and have one have this one */
function commonMark(lines: readonly Line[], start: number): string | undefined {
  const marks = marksAt(lines, start);
  if (marks.length === 0) return undefined;
  const heads = [...lines.keys()].filter((at) => at > start && mayBeHeadlineAt(lines, at));
  const marked = heads.map((at) => marksAt(lines, at)).filter((forms) => forms.length > 0);
  return marks.find((mark) => {
    const alike = marked.filter((forms) => forms.includes(mark)).length;
    // A day within the headline says more than one that stands near a line.
    return alike >= LEAST_ALIKE && (isDaySide(mark) || alike >= ALIKE_SHARE * marked.length);
  });
}

/** @returns that headlines are in capitals, where the first one is and at least half of those beyond doubt */
function capitals(
  lines: readonly Line[],
  start: number,
  weights: WordWeights,
  isSigned: boolean,
): string | undefined {
  if (!isShouted(lines[start]?.text ?? '')) return undefined;
  const { starts } = likelyStarts(lines, openModel(weights), isSigned);
  const shouted = starts.filter((at) => isShouted(lines[at]?.text ?? '')).length;
  return shouted >= LEAST_ALIKE && shouted * 2 >= starts.length ? SHOUTED : undefined;
}

/** Whether so many lines that may be headlines stand below paragraphs, each below another one: no more can be beyond doubt. */
function mayHaveStarts(lines: readonly Line[], fewest: number): boolean {
  let starts = 0;
  let isHead = true;
  for (let at = 1; at < lines.length && starts < fewest; at++) {
    const line = lines[at];
    if (isHead) isHead = !isParagraph(line) || mayBeHeadline(line);
    else if (mayBeHeadline(line)) {
      starts++;
      isHead = true;
    }
  }
  return starts >= fewest;
}

/** The headlines beyond doubt, how many of them are signed, and how many more lines may be headlines. */
function likelyStarts(
  lines: readonly Line[],
  model: ShapeModel,
  isSigned: boolean,
): { starts: number[]; signed: number; possible: number } {
  const starts: Start[] = [];
  let possible = 0;
  // Above its first paragraph, what may be a headline is a line of the head: a name, a dek, a caption.
  let isHead = true;
  for (let at = 1; at < lines.length; at++) {
    if (!mayBeHeadlineAt(lines, at)) {
      isHead &&= !isParagraph(lines[at]);
      continue;
    }
    const last = starts.at(-1);
    const from = isHead ? starts.at(-2) : last;
    const shape = measure(lines, at, Math.max(from?.at ?? 0, at - ABOVE), model);
    const start = { at, score: weigh(SHAPE_WEIGHTS, shape), signed: shape.signed };
    if (isHead) {
      if (last && start.score > last.score) starts.splice(-1, 1, start);
      continue;
    }
    if (isParagraphText(lines[at]?.text ?? '')) continue;
    if (start.score > ((isSigned && start.signed) || shape.marked ? SIGNED : CONFIDENT)) {
      starts.push(start);
      isHead = true;
    } else if (start.score > POSSIBLE) possible++;
  }
  const signed = starts.reduce((sum, start) => sum + start.signed, 0);
  return { starts: starts.map(({ at }) => at), signed, possible };
}

interface Start {
  at: number;
  score: number;
  signed: number;
}

const isParagraph = (line: Line | undefined) =>
  line !== undefined && line.text.length >= PARAGRAPH && isClosed(line.text);

/** So many headlines say who wrote the story, or when, where the first one does. */
const LEAST_SIGNED = 2;
const SIGNED_SHARE = 0.1;

/** Of so many headlines, one may stand below a gap: else gaps part the stories. */
const PARTED_SHARE = 4;

/** A story has more paragraphs than what stands below a subhead. */
const LEAST_BODY = 2.75;
/** The same, where there are so many that no one plain story has them. */
const SHORT_BODY = 1.5;
/** What stands below the entries of a page that is a list, or tells hour by hour, is shorter. */
const LONG_BODY = 5;

/** How many paragraphs stand below a headline, on average. */
function bodyLength(paragraphs: number, starts: number): number {
  return paragraphs / (starts + 1);
}

/** Fewer words are a subhead as well. */
const LEAST_WORDS = 6;

/** What stands below so many blank lines may be of another story. */
const WIDE = 2;

/** Whether a line below a gap begins a story by its shape alone, whatever the dump's other headlines look like. */
export function isNewStory(lines: readonly Line[], at: number, weights: WordWeights): boolean {
  const line = lines[at];
  if (!line || !mayBeHeadlineAt(lines, at) || line.words < LEAST_WORDS) return false;
  const from = Math.max(0, at - ABOVE);
  let end = at + 1;
  while (end < at + FAR && (lines[end]?.gap ?? WIDE) < WIDE) end++;
  const shape = measure(lines.slice(from, end), at - from, 0, openModel(weights));
  return shape.prose > 0 && weigh(SHAPE_WEIGHTS, shape) > CONFIDENT;
}

/** Of lines that may as well be subheads, so many have to be about something else than the text above. */
const APART = 2 / 3;

/** @param headlines indexes of what may be headlines, the dump's first among them; whether most begin stories by their shape */
export function areApart(
  lines: readonly Line[],
  headlines: readonly number[],
  weights: WordWeights,
): boolean {
  const model = openModel(WordWeights.of(lines, weights.windows));
  const others = headlines.slice(1);
  const apart = others.filter((at, index) => shapeScoreOf(lines, at, headlines[index] ?? 0, model) > 0);
  return others.length > 0 && apart.length >= APART * others.length;
}

/** Whether a line within a story may begin another one: it looks so, or stands above who wrote a story, or when. */
export function mayBegin(lines: readonly Line[], at: number, weights: WordWeights): boolean {
  const line = lines[at];
  if (!line || !mayBeHeadlineAt(lines, at)) return false;
  // A short one that nobody signs is known by nothing that is measured.
  if (line.words < LEAST_WORDS && !isSignedAt(lines, at)) return false;
  const shape = measure(lines, at, 0, openModel(weights));
  const score = weigh(SHAPE_WEIGHTS, shape);
  return (score > CONFIDENT && line.words >= LEAST_WORDS) || (shape.signed === 1 && score > POSSIBLE);
}
