// How a dump's stories look as a whole, and what that makes of a single line.

import type { Line } from '../lines/lines.ts';
import { statedDay } from '../phrases/stated.ts';
import { Furniture } from './furniture.ts';

/** How a dump's stories look as a whole, as its opening showed. */
export interface Manner {
  /** So many blank lines part stories. */
  gap: number;
  /** Whether its heads have more to show than a gap (echoes, page controls, signed bylines); unknown while that is
   * being found out. */
  heads: 'marked' | 'plain' | 'unknown';
  /** The lines that are furniture in this dump. */
  furniture: Furniture;
}

/** The same as plain data, to be kept. */
export interface KeptManner {
  gap: number;
  heads: Manner['heads'];
  /** Comparison forms of the lines. */
  furniture: string[];
}

export function keepManner({ gap, heads, furniture }: Manner): KeptManner {
  return { gap, heads, furniture: [...furniture.forms] };
}

export function restoreManner({ gap, heads, furniture }: KeptManner): Manner {
  return { gap, heads, furniture: new Furniture(furniture) };
}

/** Whether a gap that parts stories stands above a line. */
export function isBelowGap(line: Line | undefined, { gap }: Manner): boolean {
  return line !== undefined && line.gap >= gap;
}

/** Whether a line is a page control, by itself and not by its place. */
export function isFurniture(line: Line | undefined, { furniture }: Manner): boolean {
  return line !== undefined && furniture.has(line.text);
}

/** Whether a line, where it stands in or above a head, is no part of the story: a page control, or a day. */
export function isControl(line: Line | undefined, manner: Manner): boolean {
  return line !== undefined && (isFurniture(line, manner) || statedDay(line.text) !== undefined);
}
