// Dumps in which a story is two lines: its headline, and all of its text. Decides whether a dump is one of these, and which of
// its lines begin a story.

import type { Line } from '../lines/lines.ts';
import { endingIn, isClosed, isLed, widthOf } from '../phrases/marks.ts';
import { areApart } from './find-shape.ts';
import { isSigning } from './printed-lines.ts';
import type { WordWeights } from './word-weights.ts';

/** No headline is wider. */
const MAX_HEADLINE = 200;
/** A line that ends as sentences do is text from here on; any line is, beyond a headline. */
const CLOSED_TEXT = 80;
/** Half of the texts are so wide at least: what stands below a subhead, and what somebody answers, is narrower. */
const USUAL_TEXT = 700;
/** So many stories, which are so much of the dump; fewer, where each is about something else than the one above. */
const LEAST_STORIES = 8;
const FEW_STORIES = 3;
const SHARE = 0.9;
/** Where so many are, of which so many do not end as sentences do, the others are headlines as well. */
const STRICT = 0.95;
const MOST_OPEN = 0.8;
/** Of subheads and of questions, more are one or two words, stand again, or ask. */
const LEAST_WORDS = 3;
const MOST_UNLIKE = 0.45;

/** How surely a dump is one of these. */
export type WholeTexts = 'strictly' | 'mostly';

const CLOSERS = `"'”’»“‘«)]`;
const asks = endingIn('?؟', CLOSERS);

/**
 * Whether nearly all lines are, in turn, a headline and a text as wide as a story, but for those that say who wrote it, or when;
 * and all stand equally far apart.
 * @returns `strictly` where hardly any line is neither: then what stands between two texts is a headline, however it ends
 */
export function findWholeTexts(all: readonly Line[], weights: WordWeights): WholeTexts | undefined {
  const gap = all[1]?.gap ?? 0;
  if (gap > 1 || all.slice(1).some((line) => line.gap !== gap)) return undefined;
  // Who wrote a story, and when, stands between its headline and its text.
  const lines = all.filter((line, at) => at === 0 || !isSigning(line.text) || isText(line));
  const between = lines.filter((line, at) => isBetween(line) && isText(lines[at + 1]));
  const headlines = between.filter(isHeadline);
  const isStrict =
    between.length * 2 >= STRICT * lines.length && headlines.length >= MOST_OPEN * between.length;
  const found = isStrict ? between : headlines;
  if (found.length < FEW_STORIES || found.length * 2 < SHARE * lines.length) return undefined;
  const areFewApart = () => {
    const places = found.map((line) => lines.indexOf(line));
    return isStrict && areApart(lines, places, weights);
  };
  if (found.length < LEAST_STORIES && !areFewApart()) return undefined;
  const unlike = found.filter(({ text, words }) => asks(text) || words < LEAST_WORDS).length;
  const again = found.length - new Set(found.map(({ text }) => text)).size;
  if (unlike + again > MOST_UNLIKE * found.length) return undefined;
  const widths = lines.filter(isText).map(({ text }) => widthOf(text));
  if ((widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 0) < USUAL_TEXT) return undefined;
  return isStrict ? 'strictly' : 'mostly';
}

/** Whether a line of such a dump begins a story: it stands below a text, and is none. */
export const beginsWholeText = (above: Line, line: Line, dump: WholeTexts): boolean =>
  isText(above) && (dump === 'strictly' ? isBetween(line) : isHeadline(line));

/** Whether a line is text of a story, where hardly any line is broken: it is wider than headlines, or as wide as a sentence and closed. */
export function isText(line: Line | undefined): line is Line {
  if (!line) return false;
  const width = widthOf(line.text);
  return width > MAX_HEADLINE || (width >= CLOSED_TEXT && isClosed(line.text));
}

/** Whether a line stands between the texts of two stories: it is short, leads no list, and is no text itself. */
export const isBetween = (line: Line): boolean => isShort(line) && !isLed(line.text) && !isText(line);
const isHeadline = (line: Line): boolean => isBetween(line) && !ends(line.text);
/** A headline may break off. */
const ends = (text: string) => isClosed(text) && !text.endsWith('...');

/** Whether a line is no wider than headlines are: in such a dump it may be one, however it ends. */
export const isShort = ({ text }: Line): boolean => text.length <= MAX_HEADLINE;
