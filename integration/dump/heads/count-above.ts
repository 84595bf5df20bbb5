// How many lines of a head stand above the one that ends it. What each line is says who asks.

import type { Line } from '../lines/lines.ts';
import { isBelowGap } from './dialect.ts';
import type { HeadScope } from './head-scope.ts';

/** What a line below a head is: a part of it, the line that ends it, or neither. */
type Place = 'part' | 'end' | 'other';

/**
 * @param most so many parts, at most, are looked for
 * @param placeOf tells what a line is, below so many parts
 * @returns how many parts stand above the line that ends a head; none where another line, or a gap, comes first
 */
export function countAbove(
  { lines, until, dialect }: HeadScope,
  from: number,
  most: number,
  placeOf: (line: Line, count: number) => Place,
): number {
  for (let at = from; at < until && at <= from + most; at++) {
    const line = lines[at];
    if (!line || isBelowGap(line, dialect)) return 0;
    const place = placeOf(line, at - from);
    if (place !== 'part') return place === 'end' ? at - from : 0;
  }
  return 0;
}
