// Boxes among the paragraphs of a page: tables, teasers, what stands around pictures. Decides by the blank lines: where
// they set all paragraphs apart, lines that none parts from a control, a credit or a caption are of its box.

import { isOpen } from './page-shapes.ts';
import { BULLET, DASH, widthOf } from './phrases/marks.ts';
import type { Aside } from './types.ts';

/** A shorter line shows nothing of how paragraphs are printed. */
const PARAGRAPH = 100;
/** So many of them have to stand apart, and all but this share. */
const LEAST_APART = 4;
const MOST_TOGETHER = 0.15;
const MAX_BOXED = 150;
const LEADS_IN = /[:：]$/u;
/** Items of a list, which is of the story. */
const ITEM = /^\d{1,3}[.)]\s|[;,]$/u;

const isParagraph = (text: string) => !isOpen(text) && widthOf(text) >= PARAGRAPH;

/**
 * Marks open lines that stand in a box.
 * @param close whether a line stands close to the one above it, with no blank line between
 */
export function markBoxed(lines: readonly string[], close: readonly boolean[], asides: Aside[]): void {
  if (!areSetApart(lines, close)) return;
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && close[to]) to++;
    if (isKicker(lines, asides, from, to)) asides[from] = 'furniture';
    if (isBox(lines, asides, from, to)) markBox(lines, asides, from, to);
    from = to;
  }
}

function markBox(lines: readonly string[], asides: Aside[], from: number, to: number): void {
  const isAbovePicture = asides[from] === undefined && areCaptions(asides, from + 1, to);
  if (isAbovePicture) return;
  // Below a box, and close to it, a subhead can stand.
  for (let at = from; at < to - 1; at++) if (isBoxed(lines, at)) asides[at] ??= 'furniture';
}

function areSetApart(lines: readonly string[], close: readonly boolean[]): boolean {
  let [apart, together] = [0, 0];
  for (const [at, text] of lines.entries()) {
    if (!isParagraph(text)) continue;
    if (!close[at]) apart++;
    // The first stands below a head.
    else if (at > 0) together++;
  }
  return apart >= LEAST_APART && together <= MOST_TOGETHER * (apart + together);
}

/**
 * Whether two open lines stand close to one another between paragraphs: no subhead has two lines, and the first is the
 * label of what stands below, or the time or the name above an entry.
 */
function isKicker(lines: readonly string[], asides: readonly Aside[], from: number, to: number): boolean {
  if (to - from !== 2 || from === 0 || LEADS_IN.test(lines[from - 1] ?? '')) return false;
  if (asides[from] || asides[from + 1] || !isBoxed(lines, from) || !isBoxed(lines, from + 1)) return false;
  return (
    (asides[from - 1] !== undefined || isParagraph(lines[from - 1] ?? '')) && isParagraph(lines[to] ?? '')
  );
}

function isBox(lines: readonly string[], asides: readonly Aside[], from: number, to: number): boolean {
  if (to - from < 2 || LEADS_IN.test(lines[from - 1] ?? '') || LEADS_IN.test(lines[from] ?? '')) return false;
  let isKnown = false;
  for (let at = from; at < to; at++) {
    if (asides[at]) isKnown = true;
    else if (isParagraph(lines[at] ?? '')) return false;
  }
  return isKnown;
}

/** Whether all that stands below a line in its box is of a picture: then it may be a subhead. */
function areCaptions(asides: readonly Aside[], from: number, to: number): boolean {
  return asides[from] === 'caption' && asides.slice(from, to).every((aside) => aside !== undefined);
}

function isBoxed(lines: readonly string[], at: number): boolean {
  const text = lines[at] ?? '';
  // A control that stands above a line and below it parts paragraphs.
  if (at > 0 && lines[at - 1] === lines[at + 1]) return false;
  return (
    text.length <= MAX_BOXED && isOpen(text) && !ITEM.test(text) && !BULLET.test(text) && !DASH.test(text)
  );
}
