// Where the story of a page that was copied whole begins and ends: below its headline, which is the line above its prose
// that is likeliest, as page-headline.ts measures lines; or a line near that one, where a head prints several alike.

import type { Line } from '../lines/lines.ts';
import { creditOf } from '../phrases/captions.ts';
import { readSigner } from '../phrases/signers.ts';
import {
  apartnessOf,
  headlineCandidates,
  isBreadcrumbTo,
  isSignedOrTimed,
  measurePageHeadline,
  type PageHeadline,
  scorePageHeadline,
} from './page-headline.ts';
import { densestProse, isLink, withParagraphsAround } from './page-prose.ts';
import type { WordWeights } from './word-weights.ts';

/** Of the lines above its headline, most are links. */
const LINKS_ABOVE = 0.7;
/** Fewer, where a line is so likely its headline: some menus are printed as a few long lines. */
const LIKELY = 8;
const LINKS_ABOVE_LIKELY = 0.5;

/** A page that was copied whole has a menu above its headline. */
const LEAST_MENU = 5;
const MARGIN = 2;
/** What the prose says nothing of is the less likely its headline. */
const UNSAID = 2;
/** Where hardly any menu is above, its lines have to be far less likely. */
const SMALL_MENU_MARGIN = 4;

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

/** @returns where the story of a page begins and ends; nothing where no headline is found above its prose */
function findStory(lines: readonly Line[], weights: WordWeights): ReturnType<FindStory> {
  const { from, end } = withParagraphsAround(lines, densestProse(lines), weights);
  const apartness = apartnessOf(lines);
  const candidates = headlineCandidates(lines, from).map((at) => {
    const measured = measurePageHeadline(lines, at, from, weights, apartness);
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
    lines.slice(at + 1, chosen.at).some(isSignedOrTimed);
  return candidates.find(isFirst) ?? chosen;
}

/** Where a page shows the way to a story, the headline stands at its end, and again below. */
function belowPath(candidates: readonly Candidate[], best: Candidate): Candidate {
  const isNear = ({ at, text }: Candidate) =>
    at <= best.at + DEK.within && best.text.length > text.length && best.text.endsWith(text);
  const isEnd = (each: Candidate) =>
    each.at > best.at && (isNear(each) || isBreadcrumbTo(best.text, each.text));
  return candidates.find(isEnd) ?? best;
}
