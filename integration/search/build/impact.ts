// How much a story is about a term: BM25's weight of a term in a document, in sixteen steps. The mean length of
// stories is a fixed number, so that a story's impacts stay what they are whatever stories come after it. How rare a
// term is, the other half of BM25, is known only to who searches.
import { IMPACTS } from '../format/postings.ts';

/** How fast more of the same word stops mattering. */
const SATURATION = 1.2;
/** How much long stories lose. */
const LENGTH_SHARE = 0.75;
/** Terms of a story of ordinary length. */
const ORDINARY_LENGTH = 500;
/** What a word in the headline counts, where one in the text counts 1. */
export const HEADLINE_WEIGHT = 4;

/**
 * @param occurrences of a term, weighted
 * @param length terms of the story
 * @returns 0 to 15
 */
export function impactOf(occurrences: number, length: number): number {
  // Only operations that are exact to the last bit on every machine.
  const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / ORDINARY_LENGTH);
  const share = occurrences / (occurrences + damping);
  return Math.min(IMPACTS, Math.floor(share * (IMPACTS + 1)));
}
