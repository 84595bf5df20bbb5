// How sure it is that a story was read right, by what speaks against it.

import type { Doubts } from './doubts.ts';
import { weigh } from './weigh.ts';

export const CONFIDENCE_WEIGHTS: Doubts = {
  one: 2.8,
  close: -0.5,
  shape: 0,
  faint: -2,
  proven: 1.2,
  inner: -3.6,
  loose: -0.9,
  unknown: -0.3,
  manyUnknown: -0.7,
  captions: -0.5,
  dek: -0.5,
  headline: -1.3,
  furniture: -3,
  open: -1,
  openFirst: -1.4,
  openLast: -0.3,
  runs: -0.9,
  mixed: -0.8,
  scraps: -0.8,
  foot: -1,
  name: -0.8,
  tiny: -1.8,
  above: -0.8,
  unsigned: -0.1,
  undated: -1,
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
