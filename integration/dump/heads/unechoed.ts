// Heads that do not print their headline again: what stands below it must show what it is by itself. Decides how far
// such a head reaches.

import { type Line, textAt } from '../lines/lines.ts';
import { isExplicitByline, readByline } from '../phrases/bylines.ts';
import { isAgencyCredit } from '../phrases/captions.ts';
import { isCaptionLine } from '../phrases/credits.ts';
import { isClosed, isLed, wordCountOf } from '../phrases/marks.ts';
import { readSigner } from '../phrases/signers.ts';
import { isOfCalendar } from './calendar.ts';
import { restates } from './carrying-words.ts';
import { type Dialect, isBelowGap, isControl } from './dialect.ts';
import { isPair, looksLikeCaption } from './echoed.ts';
import { HeadBuilder, USUAL_DEKS } from './head-builder.ts';
import type { HeadScope } from './head-scope.ts';
import { isLooseText } from './loose-kinds.ts';

const MAX_DEK = 200;
/** Fewer words are a name, or a place. */
const LEAST_DEK_WORDS = 4;
/** Not the end of a sentence. */
const OPEN_END = /[\p{L}\p{N}]$/u;
/** A caption that stands once, with nothing but its credit to show for it, is shorter than the paragraph below. */
const MAX_LONE_CAPTION = 300;

/** @returns the head, which has its headline at least */
export function readUnechoed(scope: HeadScope): HeadBuilder {
  const { lines, at, until, dialect } = scope;
  const builder = new HeadBuilder(textAt(lines, at));
  const isHeadLine = (next: number) => isPartOfHead(scope, next, builder);
  let next = at + 1;
  for (const end = next + countDeks(scope, isHeadLine); next < end; next++) {
    const text = textAt(lines, next);
    if (restates(builder.headline, text)) builder.matchLine('furniture');
    // One word is a section, or a control that nobody knows.
    else if (wordCountOf(text, lines[next]?.words ?? 0) === 1) builder.matchLine('furniture');
    else if (isCaptionLine(text)) builder.matchCaption(text);
    else builder.matchDek(text);
  }
  if (
    dialect.deks &&
    next === at + 1 &&
    isPlainDek(lines, next, dialect) &&
    builder.matchDek(textAt(lines, next))
  )
    next++;
  for (; next < until; next++) {
    const line = lines[next];
    if (!line) break;
    // A gap ends a head, unless who features and when stands below it.
    if (isBelowGap(line, dialect) && (builder.byline || !isSignature(line.text))) break;
    if (isOfCalendar(lines, next)) break;
    if (builder.matchControl(line, dialect) || builder.matchCopy(line.text)) continue;
    if (isCaptionPair(scope, next, builder)) builder.matchPair(line.text, textAt(lines, ++next));
    else if (isLoneCaption(scope, next, builder)) builder.matchCaption(line.text);
    else if (!builder.matchByline(line.text)) break;
  }
  return builder;
}

const isSignature = (text: string) => readByline(text)?.stated !== undefined || isExplicitByline(text);

/** Whether a line may be a dek, in a dump whose heads have nothing else to show: short and open, above a sentence. */
export function isPlainDek(lines: readonly Line[], at: number, dialect: Dialect): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  if (!line || !below || isBelowGap(line, dialect) || isBelowGap(below, dialect)) return false;
  const { text, words } = line;
  return (
    words >= LEAST_DEK_WORDS &&
    text.length <= MAX_DEK &&
    OPEN_END.test(text) &&
    !isLed(text) &&
    !isLooseText(text) &&
    isClosed(below.text)
  );
}

/** How many lines directly below a headline are its dek: short ones, below which stands what heads alone have. */
function countDeks({ lines, at, until, dialect }: HeadScope, isHeadLine: (at: number) => boolean): number {
  for (let count = 0; count <= USUAL_DEKS; count++) {
    const next = at + 1 + count;
    const text = textAt(lines, next);
    if (next >= until || isBelowGap(lines[next], dialect)) return 0;
    if (isHeadLine(next)) return count;
    if (text.length > MAX_DEK || isClosed(text) || isLooseText(text)) return 0;
  }
  return 0;
}

function isPartOfHead(scope: HeadScope, at: number, builder: HeadBuilder): boolean {
  const { lines, dialect } = scope;
  if (isOfCalendar(lines, at)) return false;
  return (
    isControl(lines[at], dialect) ||
    isCaptionPair(scope, at, builder) ||
    isLoneCaption(scope, at, builder) ||
    readByline(textAt(lines, at)) !== undefined
  );
}

/** Two lines alike within a refrain look the same, but for what only captions have, or what stands below. */
function isCaptionPair(
  { lines, until, dialect }: HeadScope,
  at: number,
  { hasControls }: HeadBuilder,
): boolean {
  const text = textAt(lines, at);
  if (!isPair(lines, at, until) || readSigner(text)?.name) return false;
  return looksLikeCaption(text) || isControl(lines[at + 2], dialect) || (hasControls && isClosed(text));
}

/** A line credited to an agency, above page controls or a longer line: the first of the body, below who wrote it. */
function isLoneCaption({ lines, until, dialect }: HeadScope, at: number, { captions }: HeadBuilder): boolean {
  const text = textAt(lines, at);
  if (captions.length > 0 || text.length > MAX_LONE_CAPTION || !isAgencyCredit(text)) return false;
  let below = at + 1;
  if (below < until && isControl(lines[below], dialect)) return true;
  while (below < until && readByline(textAt(lines, below))) below++;
  return below < until && !isBelowGap(lines[below], dialect) && textAt(lines, below).length > text.length;
}
