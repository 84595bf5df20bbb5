// What the headlines of a dump have in common where nothing parts its stories: how long they are, how they are
// capitalised, what their words weigh; and how far a line is from that.

import { type SavedWeights, WordWeights } from './word-weights.ts';
import type { WordWindows } from './word-windows.ts';

/** What a dump's headlines have in common. */
export interface ShapeModel {
  /** Share of capitals, and the logarithm of the length, of the usual headline; how far others are from it. */
  capitals: Spread;
  length: Spread;
  weights: WordWeights;
  /** How many of the lines that may be headlines are in doubt, from 0 to 1. */
  doubt: number;
  /** The form of a line that stands by all headlines, as a program wrote it: it says when, is an address, or underlines; or
   * that they are in capitals. */
  mark?: string | undefined;
}

/** The same as plain data, to be kept. */
export type SavedShape = Omit<ShapeModel, 'weights'> & { weights: SavedWeights };

export const saveShape = ({ weights, ...spreads }: ShapeModel): SavedShape => ({
  ...spreads,
  weights: weights.save(),
});
export const restoreShape = ({ weights, ...spreads }: SavedShape, windows: WordWindows): ShapeModel => ({
  ...spreads,
  weights: new WordWeights(windows, weights),
});

interface Spread {
  middle: number;
  spread: number;
}

const ANY: Spread = { middle: 0, spread: Number.POSITIVE_INFINITY };
/** Before anything is known but perhaps what marks headlines, every headline is as usual as any other. */
export const openModel = (weights: WordWeights, mark?: string): ShapeModel => ({
  capitals: ANY,
  length: ANY,
  weights,
  doubt: 1,
  mark,
});

/**
 * @param headlines those that are beyond doubt
 * @param known what else is known of the dump
 */
export function modelOf(
  headlines: readonly string[],
  known: Pick<ShapeModel, 'weights' | 'doubt' | 'mark'>,
): ShapeModel {
  return {
    ...known,
    capitals: spreadOf(headlines.map(capitalsOf), LEAST_SPREAD.capitals),
    length: spreadOf(
      headlines.map(({ length }) => Math.log(length)),
      LEAST_SPREAD.length,
    ),
  };
}

const LEAST_SPREAD = { capitals: 0.25, length: 0.2 };

function spreadOf(values: readonly number[], least: number): Spread {
  const middle = median(values);
  // Few headlines say little of the others.
  const doubt = 1 + 2 / values.length;
  return { middle, spread: doubt * Math.max(least, median(values.map((value) => Math.abs(value - middle)))) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

const MOST_SPREADS = 3;
const distance = (value: number, { middle, spread }: Spread) =>
  Math.min(MOST_SPREADS, Math.abs(value - middle) / spread);

/** @returns how far a line's capitals and its length are from those of the usual headline */
export function distanceFrom(
  { capitals, length }: ShapeModel,
  text: string,
): { otherCase: number; otherLength: number } {
  return {
    otherCase: distance(capitalsOf(text), capitals),
    otherLength: distance(Math.log(text.length), length),
  };
}

function capitalsOf(text: string): number {
  const words = text.match(/\p{L}[\p{L}\p{N}'’]*/gu) ?? [];
  const long = words.slice(1).filter((word) => word.length > 3);
  if (long.length === 0) return 0.5;
  return long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length;
}
