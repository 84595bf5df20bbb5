// Whether the text below a line goes on with the story above it, or says what the line says: measured by the words that
// carry them.

import type { Line } from '../lines/lines.ts';
import type { WordWeights } from './word-weights.ts';

/** So many lines below are what a story says at first; so many more are what it goes on with. */
const BELOW = 8;
const FURTHER = 20;
/** So many lines directly above are compared with those; of a longer story, so many. */
const ABOVE = 20;
const STORY = 100;
/** Of words that weigh less together, sharing one says little. */
const LEAST_SHARED = 4;
/** What a story is about stands in so many of its lines; of a short one, in so many. */
const RECURS = 3;
const RECURS_IN_SHORT = 2;
const SHORT = 12;
/** Of what a story is about, so much standing below says all there is to say. */
const ENOUGH = 4;
const MUCH = 8;

/** What is measured; each from 0 to 1. */
export interface SameStory {
  /** How many of the line's words stand again in the text below, and further on; in the story above. */
  saidBelow: number;
  saidFurther: number;
  saidAbove: number;
  /** How many of the words of the headline of the story above stand in the text below, and further on. */
  topBelow: number;
  topFurther: number;
  /** How many words the lines directly above share with those below. */
  goesOn: number;
  /** How many of the words of the text below, and of its first line, stand in the story above. */
  inStory: number;
  firstInStory: number;
  /** How much of what the story above is about stands below, by weight and by share; whether the line has some of it. */
  about: number;
  aboutShare: number;
  ownAbout: number;
}

/**
 * @param start index of the headline of the story above
 * @param next index of the line where the text below may end
 */
export function measureSameStory(
  lines: readonly Line[],
  { at, start, next }: { at: number; start: number; next: number },
  weights: WordWeights,
): SameStory {
  const from = Math.max(start, at - STORY);
  const { windows } = weights;
  const own = windows.fill('line', lines, at, at + 1);
  const top = windows.fill('headline', lines, start, Math.min(at, start + 1));
  const story = windows.fill('story', lines, from, at);
  const near = at - start <= ABOVE ? story : windows.fill('near', lines, at - ABOVE, at);
  const below = windows.fill('below', lines, at + 1, at + 1 + BELOW);
  const further = windows.fill('further', lines, at + 1 + BELOW, at + 1 + BELOW + FURTHER);
  const part = windows.fill('part', lines, at + 1, Math.max(at + 2, Math.min(next, at + 1 + BELOW)));
  const first = windows.fill('first', lines, at + 1, at + 2);
  const about = story.recurring(at - from > SHORT ? RECURS : RECURS_IN_SHORT);
  const aboutBelow = weights.shared(about, part);
  return {
    saidBelow: weights.share(own, below),
    saidFurther: weights.share(own, further),
    saidAbove: weights.share(own, story),
    topBelow: weights.share(top, below),
    topFurther: weights.share(top, further),
    goesOn:
      weights.shared(near, below) / Math.max(LEAST_SHARED, Math.min(weights.sum(near), weights.sum(below))),
    inStory: weights.share(below, story),
    firstInStory: weights.share(first, story),
    about: Math.min(1, aboutBelow / ENOUGH),
    aboutShare: aboutBelow / Math.min(MUCH, Math.max(1, weights.sum(about))),
    ownAbout: Math.min(1, weights.shared(own, about)),
  };
}
