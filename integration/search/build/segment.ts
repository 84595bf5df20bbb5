// Writes a segment of an index: its cards, and its terms with their lists, those of facets first.
import { encodeWord } from '../format/bytes.ts';
import { fileOfCards } from '../format/cards.ts';
import { sealed } from '../format/checksum.ts';
import { CARDS_IN_FILE, cardsFile } from '../format/layout.ts';
import type { Month, Segment } from '../format/manifest.ts';
import { IMPACT_BITS } from '../format/postings.ts';
import { type MergedTerm, mergeRuns } from './merge.ts';
import type { RunCursor } from './run-reader.ts';
import { TermsWriter, type WriteFile } from './terms-writer.ts';

/** A story as its segment shows it. */
export interface SegmentStory {
  /** The line of its card. */
  card: string;
  /** The day it is ordered by; empty where nothing says. */
  order: string;
  /** Terms of the values that it has of facets, each once. */
  facets: readonly string[];
}

/**
 * Writes the files of a segment.
 * @param digest name of its folder
 * @param stories in order; empty once their cards are written, since to merge takes room as well
 * @param cursors of the runs that its stories' texts are in
 * @param beforeMerge called when all is let go of that the merge does not need
 */
export async function writeSegment(
  digest: string,
  stories: SegmentStory[],
  cursors: readonly RunCursor[],
  write: WriteFile,
  beforeMerge: () => Promise<void>,
): Promise<Segment> {
  for (let first = 0; first < stories.length; first += CARDS_IN_FILE) {
    const cards = stories.slice(first, first + CARDS_IN_FILE).map(({ card }) => card);
    await write(cardsFile(digest, first / CARDS_IN_FILE), sealed(fileOfCards(cards)));
  }
  const months = monthsOf(stories);
  const facets = facetTerms(stories);
  const count = stories.length;
  stories.length = 0;
  await beforeMerge();
  const terms = new TermsWriter(digest, count, write);
  for (const term of facets) await terms.add(term);
  for (const term of mergeRuns(cursors, count)) await terms.add(term);
  await terms.finish();
  return { digest, stories: count, months, separators: terms.separators };
}

/** Months of stories that are in order. */
function monthsOf(stories: readonly SegmentStory[]): Month[] {
  const months: Month[] = [];
  for (const [number, { order }] of stories.entries()) {
    const month = order.slice(0, -3);
    if (month === '') continue;
    if (months.at(-1)?.month !== month) months.push({ month, first: number, end: number });
    const last = months.at(-1);
    if (last) last.end = number + 1;
  }
  return months;
}

/** The values of facets, as terms in order. */
function facetTerms(stories: readonly SegmentStory[]): MergedTerm[] {
  const lists = new Map<string, number[]>();
  for (const [number, { facets }] of stories.entries()) {
    for (const term of facets) {
      const list = lists.get(term);
      if (list) list.push(number << IMPACT_BITS);
      else lists.set(term, [number << IMPACT_BITS]);
    }
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, postings]) => ({
      term: encodeWord(term),
      spellings: [],
      postings: Uint32Array.from(postings),
    }));
}
