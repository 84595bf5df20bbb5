// Captions among the paragraphs of a page that their own words do not show: above a credit, beside a copy.

import type { Aside } from './page-lines.ts';
import { countWords } from './page-shapes.ts';
import { sameLine } from './phrases/comparison.ts';
import { isClosing } from './phrases/controls.ts';
import { isCreditLine } from './phrases/credits.ts';

/** A paragraph above a credit is longer than a caption; a name above one is shorter. */
const MAX_CREDITED = 300;
const LEAST_CREDITED_WORDS = 6;
/** A credit of more words has its caption with it. */
const MAX_CREDIT_WORDS = 10;

/** Captions, each above its credit. */
export function markCredited(lines: readonly string[], asides: Aside[]): void {
  for (const [at, text] of lines.entries()) {
    const above = lines[at - 1];
    if (above === undefined || asides[at - 1] || !asides[at]) continue;
    if (asides[at] === 'caption' && sameLine(above, text)) asides[at - 1] = 'echo';
    if (isClosing(text) || !isCreditLine(text) || countWords(text) > MAX_CREDIT_WORDS) continue;
    if (above.length <= MAX_CREDITED && countWords(above) >= LEAST_CREDITED_WORDS && !/^\(/u.test(above))
      asides[at - 1] = 'caption';
  }
}
