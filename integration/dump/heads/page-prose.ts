// Which lines of a page that was copied whole are its story's prose: the run with the most prose among the fewest links,
// the paragraphs around it that are about the same, and where they end.

import type { Line } from '../lines/lines.ts';
import { creditOf } from '../phrases/captions.ts';
import { isControlText } from '../phrases/controls.ts';
import { MONTH_STARTS } from '../phrases/dates.ts';
import { isInvitation } from '../phrases/invitations.ts';
import { leadsToLinks } from '../phrases/links.ts';
import { BULLET, endingIn, isClosed, widthOf } from '../phrases/marks.ts';
import { readSigner } from '../phrases/signers.ts';
import { isSignedOrTimed } from './page-headline.ts';
import type { WordWeights } from './word-weights.ts';

const LEAST_PROSE = 2;
const LINK = 60;
const PROSE = 80;
const MOST_PROSE = 200;

/** What a line is worth to a story. */
const WORTH = { link: -1, other: 0, perCharacter: 0.01 };

/** A caption with its credit leads nowhere, and a line that a bullet leads is an item of a story's list. */
export const isLink = ({ text }: Line) =>
  text.length <= LINK &&
  widthOf(text) <= LINK &&
  !isClosed(text) &&
  !BULLET.test(text) &&
  creditOf(text) === undefined;
export const isProse = ({ text }: Line) =>
  (text.length >= PROSE || widthOf(text) >= PROSE) && (isClosed(text) || /[!?]["”’“»«]?$/u.test(text));

/** Whether lines have as much prose as a story has at least. */
export const isProsaic = (lines: readonly Line[], least = LEAST_PROSE) =>
  lines.filter(isProse).length >= least;

/** The run of lines with the most prose among the fewest links. */
export function densestProse(lines: readonly Line[]): { from: number; end: number } {
  let best = { worth: 0, from: 0, end: 0 };
  let [worth, from] = [0, 0];
  for (const [at, line] of lines.entries()) {
    worth += worthOf(line);
    if (worth <= 0) [worth, from] = [0, at + 1];
    else if (worth > best.worth) best = { worth, from, end: at + 1 };
  }
  return { from: best.from, end: endOf(lines, best) };
}

/** A paragraph of a story that stands apart from the others is so long, and so many lines away at most. */
const APART = { width: 250, within: 24 };
/** So many of its words are words of the story, and fewer stand in the line above, which else is its own headline. */
const SHARED = { least: 0.3, most: 0.5 };

/** Lines of a page, from one index up to another. */
interface Run {
  from: number;
  end: number;
}

/** How many of the words that carry some lines carry others, from 0 to 1; nothing where no word carries them. */
function shareOf(lines: readonly Line[], some: Run, others: Run, weights: WordWeights): number | undefined {
  const { windows } = weights;
  const own = windows.fill('some', lines, some.from, some.end);
  if (own.words.length === 0) return undefined;
  return weights.share(own, windows.fill('others', lines, others.from, others.end));
}

const lineAt = (at: number): Run => ({ from: at, end: at + 1 });

/** A run of prose, with the paragraphs above it and below it that other lines part from it, and that are about the same. */
export function withParagraphsAround(lines: readonly Line[], story: Run, weights: WordWeights): Run {
  const { from, end } = story;
  const known = new Set(lines.slice(from, end).map(({ text }) => text));
  const isOfStory = (at: number) => {
    const line = lines[at];
    if (!line || !isProse(line) || widthOf(line.text) < APART.width || known.has(line.text)) return false;
    return (shareOf(lines, lineAt(at), story, weights) ?? 0) >= SHARED.least;
  };
  const goesOn = (at: number) => {
    const [above, line] = [lines[at - 1], lines[at]];
    // Below a day stands a text of its own: what a reader says, or another story.
    if (!above || !line || !isOfStory(at) || isSignedOrTimed(above)) return false;
    if (lines.some(({ text }) => isNamedBy(line.text, text))) return false;
    return isProse(above) || (shareOf(lines, lineAt(at - 1), lineAt(at), weights) ?? 0) < SHARED.most;
  };
  let [first, last] = [from, end];
  for (let at = from - 1; at >= Math.max(0, first - APART.within); at--) if (isOfStory(at)) first = at;
  for (let at = end; at < Math.min(lines.length, last + APART.within); at++) if (goesOn(at)) last = at + 1;
  const below = last === end ? end : endOf(lines, { from: first, end: last });
  return { from: first, end: endsInStory(lines, below, story, weights) ? lines.length : below };
}

/** So few lines below a story are none of its page, if the last of them is a sentence of so many characters. */
const TAIL = { within: 8, width: 60 };

/** Whether a page ends in a sentence that is about the same as its story, as far as its words tell: it has no footer. */
function endsInStory(lines: readonly Line[], end: number, story: Run, weights: WordWeights): boolean {
  const last = lines.at(-1);
  if (!last || end === 0 || end === lines.length || lines.length - end > TAIL.within) return false;
  if (!isSentence(last.text) || widthOf(last.text) < TAIL.width) return false;
  return (shareOf(lines, lineAt(lines.length - 1), story, weights) ?? 1) >= SHARED.least;
}

const MAX_NAME = 40;

/** Whether a paragraph begins with what stands on a line of its own, as a word on a story's author does. */
const isNamedBy = (paragraph: string, name: string) =>
  name.length <= MAX_NAME && name.includes(' ') && paragraph.startsWith(`${name} `);

function worthOf(line: Line): number {
  if (isInvitation(line.text)) return WORTH.link;
  if (isProse(line)) return Math.min(MOST_PROSE, widthOf(line.text)) * WORTH.perCharacter;
  return isLink(line) ? WORTH.link : WORTH.other;
}

/** Where a story ends whose last long paragraph is known: short sentences below are of it; a word on its author is not. */
function endOf(lines: readonly Line[], { from, end }: { from: number; end: number }): number {
  let last = endOfSentences(lines, end);
  const listed = endOfDays(lines, last);
  if (listed > last) last = endOfSentences(lines, listed);
  const about = lines
    .slice(Math.max(from, last - ABOUT), last)
    .findIndex(({ text }) => ABOUT_AUTHOR.test(text));
  if (about > 0) return Math.max(from, last - ABOUT) + about;
  return isSignOff(lines[last]?.text ?? '') ? last + 1 : last;
}

const SIGN_OFF = /^[-–—]{1,2}\s?(?=\p{L})/u;
const MAX_SIGN_OFF = 60;

/** `-- Mara Elliot`: whoever wrote the story above. */
function isSignOff(text: string): boolean {
  return (
    text.length <= MAX_SIGN_OFF &&
    readSigner(text.replace(SIGN_OFF, ''))?.name !== undefined &&
    SIGN_OFF.test(text)
  );
}

function endOfSentences(lines: readonly Line[], from: number): number {
  let end = from;
  while (lines[end] && isSentence(lines[end]?.text ?? '')) end++;
  // What asks last asks whoever reads the page.
  while (end > from && isQuestion(lines[end - 1]?.text ?? '')) end--;
  return end;
}

/** So many lines that begin with a day are a calendar: its heading stands above it. */
const LEAST_DAYS = 3;
const isOfDay = (line: Line | undefined) =>
  line !== undefined && (/^\d{1,2}[./]\d{1,2}\b/u.test(line.text) || isOfMonth(line.text));
const isOfMonth = (text: string) => {
  const [, word = ''] = /^(\p{L}+)\.? \d{1,2}(?!\d)/u.exec(text) ?? [];
  return word !== '' && MONTH_STARTS.has(word.toLowerCase());
};

/** @returns where a calendar ends that begins at a line, or below a heading there; else that line */
function endOfDays(lines: readonly Line[], from: number): number {
  const first = isOfDay(lines[from]) ? from : from + 1;
  let end = first;
  while (isOfDay(lines[end])) end++;
  return end - first >= LEAST_DAYS ? end : from;
}

const MAX_QUESTION = 60;
const isQuestion = (text: string) => text.length <= MAX_QUESTION && /[?؟？]$/u.test(text);

const LEAST_SENTENCE = 20;
const endsSentence = endingIn('.!?。؟…', `"'”’»“‘«)]`);
const isSentence = (text: string) =>
  text.length >= LEAST_SENTENCE &&
  (endsSentence(text) || /^[([].*[)\]]$/u.test(text)) &&
  !isControlText(text) &&
  !isInvitation(text) &&
  !leadsToLinks(text);

/** So many lines at a story's end may be about its author. */
const ABOUT = 4;
const ABOUT_AUTHOR =
  /^(?:about|sobre|über|à propos(?: de)?|acerca de|informazioni su|over|об авторе|hakkında) (?:the author|o autor|el autor|den autor|l[’']auteur|l[’']autore|\p{Lu}\p{L}+ \p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)$/iu;
