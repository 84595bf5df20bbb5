// Whether the headline of a dump's first page stands below what was taken for it: below the notices that a site prints at
// its pages' top, or below the way to the story. Weighs both lines as page-headline.ts weighs those of whole pages.

import type { Line } from '../lines/lines.ts';
import { isClosed, widthOf } from '../phrases/marks.ts';
import {
  headlineCandidates,
  isBreadcrumbTo,
  measurePageHeadline,
  scorePageHeadline,
} from './page-headline.ts';
import type { WordWeights } from './word-weights.ts';

/** So many lines of a site may stand above the first headline of a dump, and its head have so many. */
const MOST_NOTICES = 8;
const LEAST_PROSE = 80;
/** Where a page shows the way to a story, its headline stands so many lines below at most. */
const WAY_BELOW = 4;
const MOST_HEAD = 16;
/**
 * How far likelier a line has to be than the one above it that was taken for the headline: further, where the prose says
 * that one again in part, since the line below may be a subhead.
 */
const BY_FAR = { unsaid: 4, said: 6.5 };

const isLede = (line: Line | undefined) =>
  line !== undefined && widthOf(line.text) >= LEAST_PROSE && isClosed(line.text);

/**
 * @param end index of the first line of the next page
 * @returns index of a line shortly below one that was taken for a headline, that is likelier its page's by far
 */
export function headlineBelow(
  lines: readonly Line[],
  at: number,
  end: number,
  weights: WordWeights,
): number | undefined {
  const until = Math.min(end, at + MOST_HEAD);
  let from = at + 1;
  while (from < until && !isLede(lines[from])) from++;
  if (from >= until) return undefined;
  for (let below = at + 1; below <= at + WAY_BELOW && below < from; below++)
    if (isBreadcrumbTo(lines[at]?.text ?? '', lines[below]?.text ?? '')) return below;
  let best: { at: number; score: number } | undefined;
  for (const candidate of headlineCandidates(lines, from)) {
    if (candidate <= at || candidate > at + MOST_NOTICES) continue;
    const measured = measurePageHeadline(lines, candidate, from, weights);
    const score = scorePageHeadline(measured);
    if (
      measured.usual &&
      !measured.caption &&
      !measured.loose &&
      score > (best?.score ?? Number.NEGATIVE_INFINITY)
    )
      best = { at: candidate, score };
  }
  if (!best) return undefined;
  const own = measurePageHeadline(lines, at, from, weights);
  // A dek stands directly below. Nothing stands above a dump's first line.
  if (best.at === at + 1 && at === 0 && !OF_SITE.test(lines[at]?.text ?? '')) {
    if (IN_LOWER_CASE.test(lines[at]?.text ?? '')) return undefined;
    own.apart = (lines[1]?.gap ?? 0) > 0 ? 1 : 0;
  }
  const margin = own.said > 0 ? BY_FAR.said : BY_FAR.unsaid;
  return best.score - scorePageHeadline(own) >= margin ? best.at : undefined;
}

/** Words that are written small, as those of a site's name are not. */
const IN_LOWER_CASE = /\s\p{Ll}{4,}/u;
/** What a site says of itself. */
const OF_SITE =
  /\b(?:welcome|our|site|website|navigation|menu|home|browser|cookies?|editions?|newsletters?|subscri\p{L}+|sign|log ?in|skip)\b/iu;
