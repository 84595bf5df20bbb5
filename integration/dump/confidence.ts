// How sure it is that a story was read right, by what speaks against it.

import type { Doubts } from './doubts.ts';
import { weigh } from './weigh.ts';

/** Fitted by `tests/bench/fit.ts` and rounded; heavier where else a wrong story would be told without a word. */
export const CONFIDENCE_WEIGHTS: Doubts = {
  one: 3.6,
  close: -1,
  shape: -0.7,
  faint: -1.8,
  inner: -3,
  page: -0.7,
  proven: 1.2,
  loose: -0.6,
  crowded: -1.5,
  credit: -0.7,
  headline: -1,
  name: -0.8,
  above: -2.4,
  furniture: -0.8,
  alone: -0.8,
  foot: -1,
  open: -0.8,
  openFirst: -0.8,
  shortFirst: -0.9,
  beside: -0.8,
  between: -0.7,
  brief: -0.5,
  runs: -0.3,
  printed: -1.5,
  scraps: -0.4,
  again: -0.5,
  tiny: -0.6,
  few: -0.6,
};

/** Below this a story is doubtful. */
export const DOUBTFUL = 0.9;

/** @returns how sure it is that a story was read right, from 0 to 1, to two places */
export function confidenceOf(doubts: Doubts): number {
  const sum = weigh(CONFIDENCE_WEIGHTS, doubts);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

/** So many lines above a headline leave no story without a doubt: its page was copied whole. */
export const WHOLE_PAGE = 3;
