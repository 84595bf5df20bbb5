// What speaks against a story that was read: a head with lines that nothing is known of, a body with many short open
// lines, lines within that may begin another story. Measures it; what it comes to says confidence.ts.

import { type Dialect, isBelowGap } from './heads/dialect.ts';
import { mayBegin } from './heads/find-shape.ts';
import type { Head } from './heads/head.ts';
import { THRESHOLD } from './heads/scoring.ts';
import { isShapely, type ShapeModel, shapeScoreOf } from './heads/shape.ts';
import type { Line } from './lines/lines.ts';
import { readSigner } from './phrases/signers.ts';
import type { DumpStory, LineClass } from './types.ts';

/** What speaks against a story, each from 0 to 1 or so. */
export interface Doubts {
  one: number;
  /** It was begun on little evidence. */
  close: number;
  /** Nothing but the shape of its headline parts it from the story above; and how faint that is. */
  shape: number;
  faint: number;
  /** Its page prints its headline again, or signs it: no other line is its headline. */
  proven: number;
  /** Lines within that may begin a story. */
  inner: number;
  /** Its head has lines in no fixed form; how many of them nothing is known of. */
  loose: number;
  unknown: number;
  manyUnknown: number;
  /** Captions that stand once in its head; a dek. */
  captions: number;
  dek: number;
  /** Its headline is a word or two, very long, or a sentence. */
  headline: number;
  /** Its body has furniture or captions among its paragraphs. */
  furniture: number;
  /** Share of short open lines in its body; whether it begins or ends with one; runs of them. */
  open: number;
  openFirst: number;
  openLast: number;
  runs: number;
  /** Short open lines in its body, where its head shows a page or who signs: that page may have more of them. */
  mixed: number;
  /** A line of its body is a scrap: a word or a number, or it stands twice. */
  scraps: number;
  /** It ends with what was taken for furniture or a caption. */
  foot: number;
  /** A name alone stands below its headline, with no word that it is a writer's. */
  name: number;
  /** Hardly any text. */
  tiny: number;
  /** Lines on its page above its headline. */
  above: number;
  /** A page that names nobody, or no day. */
  unsigned: number;
  undated: number;
}

const SHORT = 120;
const CLOSED = /[.!?؟…。:;،,"”»'’“‘«)\]]$/u;
const RUN = 3;
const TINY = 150;
/** A character of Chinese, Japanese or Korean says as much as three letters or so: two more than its own. */
const MORE_OF_DENSE = 2;
const DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;
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
export interface RunnerUp {
  /** The first line of its head, after the headline, that was taken on little evidence. */
  head: Line | undefined;
  /** The first short open line of its body. */
  open: Line | undefined;
  /** The first line of its body that was taken for furniture or a caption. */
  aside: Line | undefined;
}

/**
 * @param lines the story's lines, headline first
 * @param above how many lines above its headline were taken for its page's furniture
 */
export function measureDoubts(
  lines: readonly Line[],
  head: Head,
  dialect: Dialect,
  story: DumpStory,
  above: number,
): Reading {
  const headClasses = head.classes;
  const bodyClasses = story.classes.slice(headClasses.length);
  const kept: Line[] = [];
  const open: boolean[] = [];
  let [characters, asides] = [0, 0];
  for (let at = 0; at < bodyClasses.length; at++) {
    const line = lines[headClasses.length + at];
    const name = bodyClasses[at];
    if (name === 'furniture' || name === 'caption') asides++;
    if (!line || !isText(name)) continue;
    kept.push(line);
    open.push(isOpenLine(line));
    characters += line.text.length;
  }
  const proven = head.features.includes('echo') || head.features.includes('signature');
  const inner = innerStarts(lines, headClasses.length, dialect, proven);
  const { junk } = head;
  const isLoose = junk > 0;
  const doubts: Doubts = {
    one: 1,
    close: head.score - THRESHOLD < 1 ? 1 : 0,
    shape: head.features.includes('shape') ? 1 : 0,
    faint: faintnessOf(head, dialect),
    proven: proven ? 1 : 0,
    inner: Math.min(1, inner.length / 2),
    loose: isLoose ? 1 : 0,
    unknown: Math.min(1, junk / 6),
    manyUnknown: junk > 6 ? 1 : 0,
    captions: head.features.includes('loose') && headClasses.includes('caption') ? 1 : 0,
    dek: head.features.includes('loose') && headClasses.includes('dek') ? 1 : 0,
    headline: isOddHeadline(story.headline) ? 1 : 0,
    furniture: Math.min(1, asides / 3),
    open: kept.length === 0 ? 1 : open.filter(Boolean).length / kept.length,
    openFirst: open[0] ? 1 : 0,
    openLast: open.at(-1) ? 1 : 0,
    runs: Math.min(1, runsOf(open) / 2),
    mixed: headClasses.some(showsMore) && open.includes(true) ? 1 : 0,
    scraps: hasScraps(kept.filter((_, index) => open[index])) ? 1 : 0,
    foot: isText(bodyClasses.at(-1)) ? 0 : 1,
    name: isNameAlone(lines, head) ? 1 : 0,
    tiny: characters < TINY && characters + MORE_OF_DENSE * denseIn(kept) < TINY ? 1 : 0,
    above: Math.min(1, above / 3),
    unsigned: isLoose && !story.byline ? 1 : 0,
    undated: isLoose && !story.date ? 1 : 0,
  };
  const at = (test: (name: LineClass | undefined, index: number) => boolean) =>
    lines.find((_, index) => test(story.classes[index], index));
  const from = headClasses.length;
  const runnerUp = (): RunnerUp => ({
    head: lines.find(
      (_, index) => index > 0 && index < from && (isGuess(story.classes[index]) || doubts.name > 0),
    ),
    open: kept.find((_, index) => open[index]),
    aside: at((name, index) => index >= from && (name === 'furniture' || name === 'caption')),
  });
  return { doubts, inner, runnerUp };
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

const isOddHeadline = (text: string) =>
  (/^\S+(?:\s\S+)?$/u.test(text) && !WITHOUT_SPACES.test(text)) ||
  /[.;,:]$/u.test(text) ||
  text.length > SHORT ||
  (text.length > LONG && SENTENCES.test(text));

/** Two sentences make a headline now and then, and are a remark the more often the longer they are. */
const SENTENCES = /[?!]["”’]? \p{Lu}/u;
const LONG = 70;

const NUMBERED = /^\d{1,4}[.)]\s+\S/u;

const denseIn = (lines: readonly Line[]) =>
  lines.reduce((sum, { text }) => sum + (text.match(DENSE)?.length ?? 0), 0);

const isText = (name: LineClass | undefined) => name === 'paragraph' || name === 'subhead' || name === 'list';
const isOpenLine = ({ text }: Line) => text.length <= SHORT && !CLOSED.test(text);

function runsOf(open: readonly boolean[]): number {
  let [runs, length] = [0, 0];
  for (const each of open) {
    length = each ? length + 1 : 0;
    if (length === RUN) runs++;
  }
  return runs;
}

const showsMore = (name: LineClass) => name !== 'headline' && name !== 'dek';

const MAX_SCRAP = 12;
/** Whether one of some open lines is hardly more than a word, or stands again. */
function hasScraps(lines: readonly Line[]): boolean {
  return (
    lines.some(({ text }) => text.length <= MAX_SCRAP) ||
    new Set(lines.map(({ text }) => text)).size < lines.length
  );
}

/** Whether a line of a head may as well be the first of its body. */
const isGuess = (name: LineClass | undefined) => name === 'dek' || name === 'caption' || name === 'furniture';

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
 * in doubt, one much further from it is worth a word.
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
    // Whoever numbers one headline numbers the next.
    if (isNumbered && NUMBERED.test(line.text) && isOpenLine(line)) return true;
    // Subheads stand below gaps too: in a page that shows its head, short ones are no stories.
    if (isBelowGap(line, dialect)) return !proven || (line.words >= LEAST_WORDS && isShapely(line));
    if (dialect.shape) return shapeScoreOf(lines, at, 0, dialect.shape) > near;
    return isUnparted && mayBegin(lines, at, dialect.weights);
  });
}
