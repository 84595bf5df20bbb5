// How a dump's stories look as a whole, and what that makes of a single line.

import type { Line } from '../lines/lines.ts';
import { statedDay } from '../phrases/stated.ts';
import type { Sign } from './evidence.ts';
import { Furniture } from './furniture.ts';

/** How a dump's stories look as a whole, as its opening showed. */
export interface Manner extends Looks {
  /** The lines that are furniture in this dump. */
  furniture: Furniture;
}

/** The same as plain data, to be kept. */
export interface KeptManner extends Looks {
  /** Comparison forms of the lines. */
  furniture: string[];
}

interface Looks {
  /** So many blank lines part stories. */
  gap: number;
  /** Whether its heads have more to show than a gap (echoes, page controls, signed bylines); unknown while that is
   * being found out. */
  heads: 'marked' | 'plain' | 'unknown';
  /** Whether a line that reads like a dek stands under most headlines of a plain dump. */
  deks?: boolean | undefined;
  /** Whether blank lines part no stories: what stands below a gap is as likely in the middle of one. */
  collapsed?: boolean | undefined;
  /** All that the first head of a collapsed dump has to show, where that alone would not suffice. */
  faint?: FaintSign | undefined;
  /** Comparison form of the line that every page of a collapsed dump begins with. */
  firstLine?: string | undefined;
}

/** Signs that bodies show as well. */
export const FAINT_SIGNS = ['repeat', 'captions', 'byline'] as const satisfies readonly Sign[];
export type FaintSign = (typeof FAINT_SIGNS)[number];

export function keepManner({ furniture, ...looks }: Manner): KeptManner {
  return { ...looks, furniture: [...furniture.forms] };
}

export function restoreManner({ furniture, ...looks }: KeptManner): Manner {
  return { ...looks, furniture: new Furniture(furniture) };
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
