// Where a head is read.

import type { Line } from '../lines/lines.ts';
import type { Dialect } from './dialect.ts';

/** The lines that a head is read from. */
export interface HeadScope {
  lines: readonly Line[];
  /** Index of the headline. */
  at: number;
  /** Index of the first line out of reach. */
  until: number;
  dialect: Dialect;
}
