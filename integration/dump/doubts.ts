// What speaks against a story that was read: a head with lines that nothing is known of, lines within that may begin
// another story, and what body-doubts.ts measures of its body. What it comes to says confidence.ts.

import { type BodyDoubts, type BodyLines, isFullParagraph, isOpenLine, measureBody } from './body-doubts.ts';
import { type Dialect, isBelowGap } from './heads/dialect.ts';
import { mayBegin } from './heads/find-shape.ts';
import { type Head, isBare, isNeverHeadline } from './heads/head.ts';
import { THRESHOLD } from './heads/scoring.ts';
import { isShapely, shapeScoreOf } from './heads/shape.ts';
import type { ShapeModel } from './heads/shape-model.ts';
import { isShort } from './heads/whole-texts.ts';
import type { Line } from './lines/lines.ts';
import { isCaptionLine, isCreditLine } from './phrases/credits.ts';
import { findDays } from './phrases/dates.ts';
import { endsInInitials, STOPS } from './phrases/marks.ts';
import { readSigner } from './phrases/signers.ts';
import { isYearless, readStamp } from './phrases/stamps.ts';
import type { DumpStory, LineClass } from './types.ts';
import { is } from './weigh.ts';

/** What speaks against a story, each from 0 to 1 or so. */
export interface Doubts extends BodyDoubts {
  one: number;
  /** It was begun on little evidence. */
  close: number;
  /** Nothing but the shape of its headline parts it from the story above; and how faint that is. */
  shape: number;
  faint: number;
  /** Lines within that may begin a story. */
  inner: number;
  /** Its head or its body shows a page: there stand lines that are no part of a story. */
  page: number;
  /** Its page prints its headline again, or signs it: no other line is its headline. */
  proven: number;
  /** Its head has lines in no fixed form. */
  loose: number;
  /** Its head has several sentences that may be of its body. */
  crowded: number;
  /** Its head ends with a credit that no caption stands above: the first line of its body may be that caption. */
  credit: number;
  /** Its headline is a word or two, very long, or a sentence. */
  headline: number;
  /** A name alone stands below its headline, with no word that it is a writer's. */
  name: number;
  /** Lines on its page above its headline that nothing is known of: one of them may be the headline. */
  above: number;
}

const MAX_HEADLINE = 120;
/** More lines than this count no more than this many. */
const MANY = 3;
/** In scripts without spaces a headline is one word, however long. */
const WITHOUT_SPACES =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{6}/u;

export interface Reading {
  doubts: Doubts;
  /** Lines within the story that may begin another one, the likeliest. */
  inner: Line[];
  /** Lines that another reading would take otherwise. */
  runnerUp: () => RunnerUp;
}

/** What a second reading of a story turns on: a line of it, where there is one. */
export interface RunnerUp extends BodyLines {
  /** The first line of its head, after the headline, that was taken on little evidence. */
  head: Line | undefined;
}

/**
 * @param lines the story's lines, headline first
 * @param above how many lines above its headline were left out of which nothing is known
 */
export function measureDoubts(
  lines: readonly Line[],
  head: Head,
  dialect: Dialect,
  story: DumpStory,
  above: number,
): Reading {
  const from = head.classes.length;
  const body = measureBody(lines, from, story.classes, !isBare(head));
  const proven = head.features.includes('echo') || head.features.includes('signature');
  const inner = innerStarts(lines, from, dialect, proven);
  const sentences = lines.slice(1, from).filter((line, at) => isSentence(line, head.classes[at + 1]));
  const doubts: Doubts = {
    one: 1,
    close: is(head.score - THRESHOLD < 1),
    shape: is(head.features.includes('shape') && dialect.shape?.mark === undefined),
    faint: faintnessOf(head, dialect),
    inner: Math.min(1, inner.length / 2),
    page: is(body.isOfPage),
    proven: is(proven),
    loose: is(head.junk > 0),
    crowded: is(sentences.length >= MANY),
    credit: is(endsInCredit(lines, head)),
    headline: isCreditLine(story.headline) ? REMARK : oddnessOf(story.headline),
    name: is(isNameAlone(lines, head)),
    above: Math.min(1, above / MANY),
    ...body.doubts,
    ...(dialect.isTidy && { between: 0, name: 0 }),
  };
  const isTaken = (line: Line, at: number) =>
    at > 0 &&
    at < from &&
    (doubts.name > 0 || (isGuess(story.classes[at]) && !isNeverText(line, story.classes[at], dialect)));
  return { doubts, inner, runnerUp: () => ({ ...body.noted, head: lines.find(isTaken) }) };
}

/** A shape of so high a score is beyond doubt. */
const CLEAR = 3;
/** Where so many lines that may be headlines are in doubt, each is. */
const DOUBTED = 0.5;

/** How faint the shape is that parts a story from the one above; where all headlines of a dump are alike, none is. */
function faintnessOf({ shape }: Head, dialect: Dialect): number {
  if (!dialect.shape || shape === undefined) return 0;
  return Math.max(0, 1 - shape / CLEAR) * Math.min(1, dialect.shape.doubt / DOUBTED);
}

/** How a headline is unlike others: a word or two, very long, closed as sentences are, two sentences, or a day at first. */
export type Oddity = 'short' | 'long' | 'closed' | 'remark' | 'dated';

/** @returns how a headline is unlike others, where it is */
export function oddityOf(text: string): Oddity | undefined {
  if (text.length > LONG && SENTENCES.test(text)) return 'remark';
  if (beginsWithDay(text)) return 'dated';
  if (/^\S+(?:\s\S+)?$/u.test(text) && !WITHOUT_SPACES.test(text)) return 'short';
  if (CLOSED.test(text) && !endsInInitials(text)) return 'closed';
  return text.length > MAX_HEADLINE ? 'long' : undefined;
}

/** `May 2, 2024 Contact: Mara Elliot`: up to its year. */
const UP_TO_YEAR = /^(?=.{0,16}\d).{4,28}?(?<!\d)(?:19|20)\d\d(?!\d)/u;

function beginsWithDay(text: string): boolean {
  const [start] = UP_TO_YEAR.exec(text) ?? [];
  return start !== undefined && findDays(start).length > 0;
}

const CLOSED = new RegExp(`[.;,:${STOPS}]$`, 'u');

function oddnessOf(text: string): number {
  const oddity = oddityOf(text);
  // So long a sentence is as likely the first of a text that has no headline.
  const isRemark = oddity === 'remark' || oddity === 'dated' || (oddity === 'closed' && text.length > LONG);
  return isRemark ? REMARK : is(oddity !== undefined);
}

/** Two sentences make a headline now and then, and are a remark the more often the longer they are. */
const SENTENCES = new RegExp(`[?!]["”’]? \\p{Lu}|[${STOPS}] ?\\p{L}`, 'u');
const LONG = 70;
const REMARK = 1.5;

const NUMBERED = /^\d{1,4}[.)]\s+\S/u;

const endsInCredit = (lines: readonly Line[], { classes }: Head) =>
  classes.length > 1 && !classes.includes('caption') && isCreditLine(lines[classes.length - 1]?.text ?? '');

/** Whether a line of a head reads like a paragraph, though it was taken for a dek or a caption. */
const isSentence = (line: Line, name: LineClass | undefined) =>
  (name === 'dek' || name === 'caption') && isFullParagraph(line) && !isCaptionLine(line.text);

/** Whether a line of a head may as well be the first of its body. */
const isGuess = (name: LineClass | undefined) => name === 'dek' || name === 'caption' || name === 'furniture';

/** Whether it is known of a line of a head that no body begins with it: it is a control, or says when. */
const isNeverText = (line: Line, name: LineClass | undefined, dialect: Dialect) =>
  isNeverHeadline(line, dialect) ||
  // Captions and deks may name a day as well.
  (name === 'furniture' && (readStamp(line.text) !== undefined || isYearless(line.text)));

/** Whether all that a head has to show is a name, with neither a day nor a word that it is who wrote the story. */
function isNameAlone(lines: readonly Line[], { classes, stated }: Head): boolean {
  return (
    classes.length === 2 &&
    classes[1] === 'byline' &&
    stated === undefined &&
    readSigner(lines[1]?.text ?? '')?.isSaid !== true
  );
}

const LEAST_WORDS = 6;

/**
 * A line of the right shape this near to the threshold may begin a story after all. Where hardly any line of a dump is
 * in doubt, one much further from it is reported.
 */
const NEAR = { doubted: -2.2, clear: -4 };
const CLEARLY = 0.25;
const nearOf = ({ doubt }: ShapeModel) =>
  NEAR.clear + (NEAR.doubted - NEAR.clear) * Math.min(1, Math.max(0, doubt - CLEARLY) / (DOUBTED - CLEARLY));
/** A longer story may be several. */
const MANY_LINES = 150;

/** Lines of a body below a gap that parts stories elsewhere, or of the shape of a headline. */
function innerStarts(lines: readonly Line[], from: number, dialect: Dialect, proven: boolean): Line[] {
  if (dialect.stated?.isParted) return [];
  const isUnparted = dialect.collapsed === true || lines.length > MANY_LINES;
  const isNumbered = NUMBERED.test(lines[0]?.text ?? '');
  const near = dialect.shape ? nearOf(dialect.shape) : 0;
  return lines.filter((line, at) => {
    if (at < from) return false;
    if (dialect.wholeTexts && at > from && isShort(line)) return true;
    // Whoever numbers one headline numbers the next.
    if (isNumbered && NUMBERED.test(line.text) && isOpenLine(line)) return true;
    // Subheads stand below gaps too: in a page that shows its head, short ones are no stories.
    if (isBelowGap(line, dialect)) return !proven || (line.words >= LEAST_WORDS && isShapely(line));
    if (dialect.shape) return shapeScoreOf(lines, at, 0, dialect.shape) > near;
    return isUnparted && mayBegin(lines, at, dialect.weights);
  });
}
