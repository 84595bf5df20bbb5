// Captions among the paragraphs of a page that their own words do not show: above a credit, beside a copy.

import { countWords } from './page-shapes.ts';
import { sameLine } from './phrases/comparison.ts';
import { isClosing } from './phrases/controls.ts';
import { isCreditLine } from './phrases/credits.ts';
import type { Aside } from './types.ts';

/** A paragraph above a credit is longer than a caption; a name above one is shorter. */
const MAX_CREDITED = 300;
const LEAST_CREDITED_WORDS = 6;
/** A credit of more words has its caption with it. */
const MAX_CREDIT_WORDS = 10;

/** Marks the lines that are captions by their neighbours, and by others that end as they do. */
export function markCaptions(lines: readonly string[], asides: Aside[]): void {
  markEndings(lines, asides);
  markCredited(lines, asides);
  markCopies(lines, asides);
}

/** Captions, each above its credit. */
function markCredited(lines: readonly string[], asides: Aside[]): void {
  for (const [at, text] of lines.entries()) {
    const above = lines[at - 1];
    if (above === undefined || asides[at - 1] || !asides[at]) continue;
    if (asides[at] === 'caption' && sameLine(above, text)) asides[at - 1] = 'echo';
    if (isClosing(text) || !isCreditLine(text) || countWords(text) > MAX_CREDIT_WORDS) continue;
    if (above.length <= MAX_CREDITED && countWords(above) >= LEAST_CREDITED_WORDS && !/^\(/u.test(above))
      asides[at - 1] = 'caption';
  }
}

/** `… from the quay. Harborpress`, `… from the quay. (Harborpress)`: one word that may be anything else. */
const ENDING =
  /(?<=\p{Ll}{2}[)”"»’]?)[.!?]["”’»)]? (?<name>\p{Lu}[\p{L}'’&-]+(?: \p{Lu}[\p{L}'’&-]+){0,2}|\((?:\p{Lu}[\p{L}'’.&-]*(?: |(?=\)))){1,4}\))$/u;
const MAX_ENDED = 300;
const LEAST_ENDED = 2;
/** What people do while they speak stands in brackets as well, and in one word. */
const SHOWN = /\p{Lu}{2}|[’'&]| /u;

/** Lines that end with a name behind their full stop: several in one body are captions. */
function markEndings(lines: readonly string[], asides: Aside[]): void {
  const found: { at: number; name: string }[] = [];
  for (let at = 0; at < lines.length - 1; at++) {
    const text = lines[at] ?? '';
    if (asides[at] || text.length > MAX_ENDED || !/[\p{L})]$/u.test(text)) continue;
    const name = ENDING.exec(text)?.groups?.name;
    if (name !== undefined) found.push({ at, name });
  }
  const bracketed = found.filter(({ name }) => name.startsWith('('));
  const signed = found.filter(({ name }) => !name.startsWith('('));
  const isShown = bracketed.some(({ name }) => SHOWN.test(name));
  for (const run of [isShown ? bracketed : [], signed])
    if (run.length >= LEAST_ENDED) for (const { at } of run) asides[at] = 'caption';
}

/** A caption stands again beside the description of its picture, without its credit. */
const MAX_APART = 2;
const LEAST_COPY = 24;
const MAX_CREDIT = 80;

function markCopies(lines: readonly string[], asides: Aside[]): void {
  for (const [at, text] of lines.entries()) {
    if (asides[at] || text.length < LEAST_COPY) continue;
    for (let near = at - MAX_APART; near <= at + MAX_APART; near++) {
      const other = lines[near] ?? '';
      if (asides[near] !== 'caption' || !other.startsWith(text) || other.length - text.length > MAX_CREDIT)
        continue;
      const [from, to] = near < at ? [near + 1, at] : [at + 1, near];
      if (lines.slice(from, to).every((_, step) => asides[from + step])) asides[at] = 'echo';
    }
  }
}
