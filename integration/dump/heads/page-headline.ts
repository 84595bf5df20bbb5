// Which line of a page that was copied whole is its story's headline. Measures each line above the prose: whether the
// prose says it again, what stands around it, its length and its form. Weights in one table.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import type { Line } from '../lines/lines.ts';
import { comparisonForm, sameBeginning } from '../phrases/comparison.ts';
import { isControlText } from '../phrases/controls.ts';
import { isCaptionLine, isCreditLine } from '../phrases/credits.ts';
import { isInvitation } from '../phrases/invitations.ts';
import { endingIn, isClosed, isWide, widthOf, wordCountOf } from '../phrases/marks.ts';
import { readSigner } from '../phrases/signers.ts';
import { isDayOrTime, isYearless, readStamp } from '../phrases/stamps.ts';
import { is, weigh } from '../weigh.ts';
import { isLooseText } from './loose-kinds.ts';
import { isShapely } from './shape.ts';
import type { WordWeights } from './word-weights.ts';

/** What can be measured of a line that may be a page's headline; each from 0 to 1 or so. */
export interface PageHeadline {
  /** How many of its words stand again in the prose below; in its first paragraph. */
  said: number;
  saidFirst: number;
  /** As long as headlines are; a few words; very long. */
  usual: number;
  short: number;
  long: number;
  /** It stands more than once on the page; as the page's first line. */
  twice: number;
  title: number;
  /** A name, a day, a control or a credit; a caption. */
  loose: number;
  caption: number;
  /** A word says that it names who wrote a story. */
  by: number;
  /** It ends as a sentence; asks. */
  closed: number;
  asks: number;
  /** Blank lines stand above and below. */
  apart: number;
  /** Who wrote it, or when, stands directly below; a few lines below. */
  signedNext: number;
  signedBelow: number;
  /** A longer line or a sentence stands directly below. */
  dekBelow: number;
  /** Lines as long and as open stand directly above, and below: a list of links. */
  listed: number;
  listedBelow: number;
  /** It stands at the end of a longer line shortly above, which shows the way to it; or is such a line. */
  pathAbove: number;
  isPath: number;
  /** It begins with a mark that links have: `« Nine bakeries`. */
  marked: number;
  /** How far above the prose it stands. */
  far: number;
  veryFar: number;
}

/** Fitted by `tests/bench/fit.ts`. */
export const PAGE_HEADLINE_WEIGHTS: PageHeadline = {
  said: 2.1,
  saidFirst: 1.9,
  usual: 1.6,
  short: -1.7,
  long: -0.3,
  twice: 0.8,
  title: 1,
  loose: -0.8,
  caption: -0.8,
  by: -3,
  closed: -0.6,
  asks: -0.5,
  apart: 2.5,
  signedNext: 0.8,
  signedBelow: 2.2,
  dekBelow: 0.3,
  listed: -1.2,
  listedBelow: -0.1,
  pathAbove: 3,
  isPath: -2,
  marked: -2,
  far: -0.4,
  veryFar: -0.3,
};

/** A headline stands so many lines above the first paragraph, at most. */
const HEADLINE_ABOVE = 100;
const USUAL = { least: 25, most: 120 };
const MAX_STAMP = 130;
const NEXT = 2;
const BELOW = 8;
/** So many lines of the prose are compared with a headline. */
const OPENING = 8;
const LEAST_WORDS = 2;
/** The way to a story stands so many lines above its headline, and is so many characters longer. */
const PATH = 4;
const LEAST_PATH = 4;
/** A shorter line may stand at the end of another by chance. */
const LEAST_ENDING = 15;
const MARKED = /^(?:«(?!.*»)|[»‹›<>/|*+→←↑])/u;

/** Whether a line ends in what another one says. */
const endsIn = (path: string, text: string) =>
  text.length >= LEAST_ENDING && path.length >= text.length + LEAST_PATH && path.endsWith(text);

/** Whether a line shows the way to another one: `Home » Harbor » Nine bakeries open by night` */
export const isBreadcrumbTo = (path: string, text: string) =>
  endsIn(path, text) && WAY.test(path.slice(0, -text.length));
const WAY = /[»›>/|→:]\s*$/u;

/** @returns indexes of the lines above a page's prose that may be its headline */
export function headlineCandidates(lines: readonly Line[], from: number): number[] {
  const found: number[] = [];
  for (let at = Math.max(0, from - HEADLINE_ABOVE); at < from; at++) {
    const line = lines[at];
    if (line && wordCountOf(line.text, line.words) >= LEAST_WORDS && isShapely(line) && !isPrinted(line.text))
      found.push(at);
  }
  const titles = found.filter((at) => !isListOfLabels(lines[at]?.text ?? ''));
  return titles.length > 0 ? titles : found;
}

/** So many words are a label: the name of a section, a tag. */
const MAX_LABEL_WORDS = 3;
/** So many labels in a row are no title, if not each is a single word. */
const LEAST_LABELS = 4;
const hasCapital = (label: string) => !/^\p{Ll}/u.test(label);

/** `Harbor, Town Hall, Schools, Sport`, `Sport, Rowing`, `Rowing | Harbor Club`: the sections that a story stands in. */
function isListOfLabels(text: string): boolean {
  if (isWide(text)) return false;
  const isBarred = text.includes(' | ');
  const labels = text.split(isBarred ? ' | ' : /[,،]\s*/u);
  const longest = Math.max(...labels.map((label) => label.split(' ').length));
  if (labels.length < 2 || longest > MAX_LABEL_WORDS || !labels.every(hasCapital)) return false;
  return isBarred || longest === 1 || labels.length >= LEAST_LABELS;
}

const isApart = (line: Line | undefined, next: Line | undefined) =>
  (line?.gap ?? 0) > 0 && (next?.gap ?? 0) > 0;
/** A heading is shorter. */
const LEAST_PROSE = 80;
/** Of the lines that stand apart, so few are headings where paragraphs alone do; where headings do, so many. */
const HEADINGS = { none: 0.15, all: 0.4 };

/**
 * How much it says of a page's headline that it stands apart, from 0 to 1: nothing where blank lines stand around
 * paragraphs alone, as some browsers copy pages.
 */
export function apartnessOf(lines: readonly Line[]): number {
  let [all, headings] = [0, 0];
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at];
    if (!line || !isApart(line, lines[at + 1])) continue;
    all++;
    if (line.text.length < LEAST_PROSE && !isClosed(line.text) && !endsAsking(line.text)) headings++;
  }
  const share = all === 0 ? 1 : headings / all;
  return Math.min(1, Math.max(0, (share - HEADINGS.none) / (HEADINGS.all - HEADINGS.none)));
}

/**
 * @param from index of the first line of the page's prose
 * @param apartness how much it says that a line stands apart
 */
export function measurePageHeadline(
  lines: readonly Line[],
  at: number,
  from: number,
  weights: WordWeights,
  apartness = 1,
): PageHeadline {
  const line = lines[at];
  const text = line?.text ?? '';
  const width = widthOf(text);
  const form = comparisonForm(text);
  const { windows } = weights;
  const own = windows.fill('line', lines, at, at + 1);
  const below = lines.slice(at + 1, Math.min(from, at + 1 + BELOW));
  const next = lines[at + 1];
  const signs = below.map(isSignedOrTimed);
  return {
    said: weights.share(own, windows.fill('prose', lines, from, from + OPENING)),
    saidFirst: weights.share(own, windows.fill('first', lines, from, from + 1)),
    usual: is(width >= USUAL.least && width <= USUAL.most),
    short: is(wordCountOf(text, line?.words ?? 0) < 5),
    long: is(width > USUAL.most),
    twice: is(lines.some((other, index) => index !== at && sameText(other.text, form))),
    title: is(at > 0 && comparisonForm(lines[0]?.text ?? '').startsWith(form)),
    loose: is(isLooseText(text)),
    caption: is(isCaptionLine(text) || isCreditLine(text)),
    by: is(readSigner(text)?.isSaid === true && !SMALL_WORD.test(text)),
    closed: is(isClosed(text)),
    asks: is(endsAsking(text)),
    apart: at > 0 && isApart(line, next) ? apartness : 0,
    signedNext: is(signs.slice(0, NEXT).some(Boolean)),
    signedBelow: is(signs.some(Boolean)),
    dekBelow: is(next !== undefined && at + 1 < from && widthOf(next.text) > 60 && isClosed(next.text)),
    listed: is(isLink(lines[at - 1])),
    listedBelow: is(at + 1 < from && isLink(next)),
    pathAbove: is(lines.slice(Math.max(0, at - PATH), at).some((other) => endsIn(other.text, text))),
    isPath: is(lines.slice(at + 1, at + 1 + PATH).some((other) => endsIn(text, other.text))),
    marked: is(MARKED.test(text)),
    far: Math.min(1, (from - at) / 20),
    veryFar: Math.min(1, Math.max(0, from - at - 20) / 60),
  };
}

/** @returns how likely it is that a line is its page's headline, in no unit */
export function scorePageHeadline(measured: PageHeadline): number {
  return weigh(PAGE_HEADLINE_WEIGHTS, measured);
}

/** Whether a line is one that no headline is. */
const isPrinted = (text: string) =>
  isControlText(text) || isInvitation(text) || isCreditLine(text) || isDayOrTime(text);

/** A word that is written small, and joins no names: `Von der Küste bis in die Berge` */
const SMALL_WORD =
  /\s(?!(?:and|und|et|og|och|en|de|del|da|di|dos|van|von|der|den|la|le|el|al|bin)\s)\p{Ll}{2,}(?=\s)/u;
const endsAsking = endingIn('?!', `"'”’»“‘«)]`);
const sameText = (text: string, form: string) =>
  Math.abs(text.length - form.length) < 8 && sameBeginning(text, form) && comparisonForm(text) === form;
const isLink = (line: Line | undefined) =>
  line !== undefined &&
  wordCountOf(line.text, line.words) >= 5 &&
  widthOf(line.text) <= 120 &&
  !isClosed(line.text) &&
  !isLooseText(line.text);

/** Whether a line says who wrote a story, or when, though it may name no year, and no day. */
export function isSignedOrTimed(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= MAX_STAMP && signs(line.text);
}

/** Each line stands below several that are measured. */
const signs = memoize(
  (text: string) => readStamp(text) !== undefined || isYearless(text) || readSigner(text)?.isSaid === true,
  SNIFFED_LINES,
);
