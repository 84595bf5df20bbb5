// Pages that were copied whole, with their menus above and their footers below. Decides by the mass of short open lines
// that a text is such a page, finds the story by its prose, and the headline by what the prose says again.

import type { Line } from '../lines/lines.ts';
import { creditOf } from '../phrases/captions.ts';
import { isControlText } from '../phrases/controls.ts';
import { MONTH_STARTS } from '../phrases/dates.ts';
import { isInvitation } from '../phrases/invitations.ts';
import { leadsToLinks } from '../phrases/links.ts';
import { BULLET, endingIn, widthOf } from '../phrases/marks.ts';
import { readSigner } from '../phrases/signers.ts';
import { isClosed } from './head-builder.ts';
import {
  headlineCandidates,
  isSigning,
  measurePageHeadline,
  type PageHeadline,
  scorePageHeadline,
} from './page-headline.ts';
import type { WordWeights } from './word-weights.ts';

/** A page has so many lines, most of them short and open, and some prose. */
export const LEAST_LINES = 20;
const LINKS = 0.6;
/** Of fewer lines, so many. */
const SMALL = 450;
const LINKS_OF_SMALL = 0.35;
/** A page of links has so many lines. */
const LEAST_INDEX = 100;
/** Of the lines above its headline, most are links. */
const LINKS_ABOVE = 0.7;
/** Fewer, where a line is so likely its headline: some menus are printed as a few long lines. */
const LIKELY = 8;
const LINKS_ABOVE_LIKELY = 0.5;
const LEAST_PROSE = 2;
/** And so much that is outside its story is another one. */
const LEAST_OTHER = 2;
const LINK = 60;
const PROSE = 80;
const MOST_PROSE = 200;

/** What a line is worth to a story. */
const WORTH = { link: -1, other: 0, perCharacter: 0.01 };

/** A page that was copied whole has a menu above its headline. */
const LEAST_MENU = 5;
const MARGIN = 2;
/** What the prose says nothing of is the less likely its headline. */
const UNSAID = 2;
/** Where hardly any menu is above, its lines have to be far less likely. */
const SMALL_MENU_MARGIN = 4;

/** A caption with its credit leads nowhere, and a line that a bullet leads is an item of a story's list. */
const isLink = ({ text }: Line) =>
  text.length <= LINK &&
  widthOf(text) <= LINK &&
  !isClosed(text) &&
  !BULLET.test(text) &&
  creditOf(text) === undefined;
const isProse = ({ text }: Line) =>
  (text.length >= PROSE || widthOf(text) >= PROSE) && (isClosed(text) || /[!?]["”’“»«]?$/u.test(text));

/** Whether lines have as much prose as a story has at least. */
export const isProsaic = (lines: readonly Line[], least = LEAST_PROSE) =>
  lines.filter(isProse).length >= least;

/** Whether so many lines are short and open that they may be pages: a glance that settles most dumps. */
export function mayBeWholePages(lines: readonly Line[]): boolean {
  return lines.length >= LEAST_LINES && lines.filter(isLink).length >= LINKS_OF_SMALL * lines.length;
}

/** Finds the story of a page. */
export type FindStory = (lines: readonly Line[]) => { start: number; end: number } | undefined;

/** @returns the same search, made once for each page: whether a page has a story is asked before it is cut to it */
export function storyFinder(weights: WordWeights): FindStory {
  const known = new WeakMap<Line, Map<Line, ReturnType<FindStory>>>();
  return (lines) => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return undefined;
    const ends = known.get(first) ?? new Map<Line, ReturnType<FindStory>>();
    known.set(first, ends);
    if (!ends.has(last)) ends.set(last, findStory(lines, weights));
    return ends.get(last);
  };
}

/**
 * Whether lines are a page that was copied whole: of a small one with fewer links, the story must be found among them.
 * @param find finds that story
 */
export function isWholePage(lines: readonly Line[], find: FindStory): boolean {
  if (lines.length < LEAST_LINES || !isProsaic(lines)) return false;
  const links = lines.filter(isLink).length;
  if (links >= LINKS * lines.length) return true;
  return lines.length <= SMALL && links >= LINKS_OF_SMALL * lines.length && find(lines) !== undefined;
}

/** @returns where the story of a page begins and ends; nothing where no headline is found above its prose */
function findStory(lines: readonly Line[], weights: WordWeights): ReturnType<FindStory> {
  const { from, end } = withParagraphsAround(lines, densest(lines), weights);
  const candidates = headlineCandidates(lines, from).map((at) => {
    const measured = measurePageHeadline(lines, at, from, weights);
    return { at, text: lines[at]?.text ?? '', score: scorePageHeadline(measured), measured };
  });
  let [best] = candidates;
  for (const each of candidates) if (best && each.score > best.score) best = each;
  if (!best) return undefined;
  const chosen = firstOfHead(lines, candidates, headlineAmong(candidates, belowPath(candidates, best)));
  const { at: start, text } = chosen;
  const score = Math.max(best.score, chosen.score);
  const isTitled = chosen.measured.title === 1;
  // The title of a page may be its first line.
  const above = candidates.filter((each) => each.at < Math.min(start, LEAST_MENU) && each.text !== text);
  const top = Math.max(...above.map((each) => each.score - (each.measured.said > 0 ? 0 : UNSAID)));
  // A page whose first lines are as likely its headline has no menu.
  if (start < LEAST_MENU && (above.length === 0 || score - top < SMALL_MENU_MARGIN)) return undefined;
  if (!isTitled && score - top < MARGIN) return undefined;
  if (start <= HEAD_LINES && hasCaptionAround(lines, start, from)) return undefined;
  const links = lines.slice(0, start).filter(isLink).length;
  const least = score >= LIKELY ? LINKS_ABOVE_LIKELY : LINKS_ABOVE;
  return links >= least * start ? { start, end } : undefined;
}

/** Whether a caption with its credit stands above a headline and again below it: both are of one head, and no menu is. */
const hasCaptionAround = (lines: readonly Line[], start: number, from: number): boolean =>
  lines
    .slice(0, start)
    .some(
      ({ text }) =>
        creditOf(text) !== undefined && lines.slice(start + 1, from).some((line) => line.text === text),
    );

interface Candidate {
  at: number;
  text: string;
  score: number;
  measured: PageHeadline;
}

/** A dek stands so far below its headline, and may be likelier by so much: by more where it is as long as no headline. */
const DEK = { within: 5, margin: 1.3, marginOfLong: 2.5, marginOfSet: 2 };
const LEAST_SAID = 0.25;

/** The prose says a dek again as well: of two lines near one another, the upper one is the headline. */
function headlineAmong(candidates: readonly Candidate[], best: Candidate): Candidate {
  const isAbove = ({ at, text, score, measured }: Candidate) =>
    at >= best.at - DEK.within &&
    at < best.at &&
    best.score - score <= marginOf(best, at, measured) &&
    measured.said >= LEAST_SAID &&
    // What a page prints twice is its headline, and what is above it a section or a name.
    measured.twice >= best.measured.twice &&
    readSigner(text)?.name === undefined &&
    !text.endsWith(best.text);
  return candidates.find(isAbove) ?? best;
}

/** How much likelier than a line above it a dek may be. */
function marginOf({ at, measured: dek }: Candidate, above: number, measured: PageHeadline): number {
  if (at - above > 1) return DEK.margin;
  if (dek.long) return DEK.marginOfLong;
  return measured.apart > dek.apart ? DEK.marginOfSet : DEK.margin;
}

/** So far above, a headline may stand first that a page prints again in its head. */
const HEAD_LINES = 12;

/** Where a headline stands again below its day, or below who wrote the story, its head begins above. */
function firstOfHead(lines: readonly Line[], candidates: readonly Candidate[], chosen: Candidate): Candidate {
  const isFirst = ({ at, text }: Candidate) =>
    text === chosen.text &&
    at < chosen.at &&
    chosen.at - at <= HEAD_LINES &&
    lines.slice(at + 1, chosen.at).some(isSigning);
  return candidates.find(isFirst) ?? chosen;
}

/** Where a page shows the way to a story, the headline stands at its end, and again below. */
function belowPath(candidates: readonly Candidate[], best: Candidate): Candidate {
  const isEnd = ({ at, text }: Candidate) =>
    at > best.at && at <= best.at + DEK.within && best.text.length > text.length && best.text.endsWith(text);
  return candidates.find(isEnd) ?? best;
}

/** Whether a page that was copied whole holds no story: a front page, an index. */
export function isIndex(lines: readonly Line[]): boolean {
  if (lines.length < LEAST_INDEX || lines.filter(isLink).length < LINKS * lines.length) return false;
  const { from, end } = densest(lines);
  return !isProsaic(lines.slice(from, end));
}

/** Of so many texts outside its story, each is named. */
const MOST_OUTSIDE = 20;

/** @returns the first lines of what may be other stories of a page: as much prose together as a story has */
export function proseOutside(lines: readonly Line[], story: { start: number; end: number }): Line[] {
  const found: Line[] = [];
  const parts = [lines.slice(0, story.start), lines.slice(story.end)];
  for (let part = parts.pop(); part && found.length < MOST_OUTSIDE; part = parts.pop()) {
    const { from, end } = densest(part);
    const first = part[from];
    if (!first || part.slice(from, end).filter(isProse).length < LEAST_OTHER) continue;
    found.push(first);
    parts.push(part.slice(0, from), part.slice(end));
  }
  return found.sort((a, b) => a.number - b.number);
}

/** The run of lines with the most prose among the fewest links. */
export function densest(lines: readonly Line[]): { from: number; end: number } {
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
function withParagraphsAround(lines: readonly Line[], story: Run, weights: WordWeights): Run {
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
    if (!above || !line || !isOfStory(at) || isSigning(above)) return false;
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
