// Dumps in which a story is two lines: its headline, and all of its text. Decides whether a dump is one of these, and which of
// its lines begin a story.

import type { Line } from '../lines/lines.ts';
import { endingIn, isClosed, isLed, widthOf } from '../phrases/marks.ts';

/** No headline is wider. */
const MAX_HEADLINE = 200;
/** A line that ends as sentences do is text from here on; any line is, beyond a headline. */
const CLOSED_TEXT = 80;
/** Half of the texts are so wide at least: what stands below a subhead, and what somebody answers, is narrower. */
const USUAL_TEXT = 700;
/** So many stories, which are so much of the dump. */
const LEAST_STORIES = 8;
const SHARE = 0.9;
/** Of subheads and of questions, more are one or two words, stand again, or ask. */
const LEAST_WORDS = 3;
const MOST_UNLIKE = 0.34;

const CLOSERS = `"'”’»“‘«)]`;
const asks = endingIn('?؟', CLOSERS);

/** Whether nearly all lines are, in turn, a headline and a text as wide as a story, and all stand equally far apart. */
export function haveWholeTexts(lines: readonly Line[]): boolean {
  const gap = lines[1]?.gap ?? 0;
  if (gap > 1 || lines.slice(1).some((line) => line.gap !== gap)) return false;
  const headlines = lines.filter(
    (line, at) => isHeadline(line) && isText(lines[at + 1]) && (at === 0 || isText(lines[at - 1])),
  );
  if (headlines.length < LEAST_STORIES || headlines.length * 2 < SHARE * lines.length) return false;
  const unlike = headlines.filter(({ text, words }) => asks(text) || words < LEAST_WORDS).length;
  const again = headlines.length - new Set(headlines.map(({ text }) => text)).size;
  if (unlike + again > MOST_UNLIKE * headlines.length) return false;
  const widths = lines.filter(isText).map(({ text }) => widthOf(text));
  return (widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 0) >= USUAL_TEXT;
}

/** Whether a line of such a dump begins a story: it stands below a text, and is none. */
export const beginsWholeText = (above: Line, line: Line): boolean => isText(above) && isHeadline(line);

const isText = (line: Line | undefined): line is Line =>
  line !== undefined &&
  (line.text.length > MAX_HEADLINE || (widthOf(line.text) >= CLOSED_TEXT && isClosed(line.text)));

const isHeadline = ({ text }: Line) => text.length <= MAX_HEADLINE && !ends(text) && !isLed(text);
/** A headline may break off. */
const ends = (text: string) => isClosed(text) && !text.endsWith('...');

/** Whether a line is no wider than headlines are: in such a dump it may be one, however it ends. */
export const isShort = ({ text }: Line): boolean => text.length <= MAX_HEADLINE;
