// Heads that print their headline again: headline, then captions, page controls, a dek, then the headline once more,
// and below it what the page prints again. Decides what each line between the two is, and whether so much else
// stands there that this is no head but a body in which a line recurs.

import { type Line, textAt } from '../lines/lines.ts';
import { captionKey, creditOf, hasDay, sameCaption } from '../phrases/captions.ts';
import { addsSiteName, echoes, sameLine } from '../phrases/comparison.ts';
import { isClosed } from '../phrases/marks.ts';
import { statedDay } from '../phrases/stated.ts';
import type { CalendarDay } from '../types.ts';
import { isBelowGap, isControl } from './dialect.ts';
import { HeadBuilder } from './head-builder.ts';
import type { HeadScope } from './head-scope.ts';

/** A head that prints its headline again. */
export interface EchoedHead {
  builder: HeadBuilder;
  /** Whether something stands between that bodies do not have, so that it is no refrain. */
  isEcho: boolean;
}

/**
 * @returns nothing where the headline is not printed again, or what stands between is no head
 */
export function readEchoed(scope: HeadScope): EchoedHead | undefined {
  const { lines } = scope;
  const printed = textAt(lines, scope.at);
  const found = findEcho(scope);
  if (!found) return undefined;
  const { echoAt, crossesGap } = found;
  // The echo has no site's name behind it; otherwise the first printing is the headline.
  const echo = textAt(lines, echoAt);
  const hasSiteName = printed !== echo && addsSiteName(printed, echo);
  const builder = new HeadBuilder(hasSiteName ? echo : printed);
  if (!readBetween(scope, echoAt, builder)) return undefined;
  const isEcho = builder.hasControls || builder.captions.length > 0 || hasSiteName;
  // What recurs on the other side of a gap, with nothing of a page about it, is a standing headline of two stories.
  if (crossesGap && (!isEcho || isOfAnotherDay(builder.stated, textAt(lines, echoAt + 1)))) return undefined;
  builder.matchEcho();
  readBelow(scope, echoAt + 1, builder);
  return { builder, isEcho };
}

/** Whether what stands below the second printing of a headline states another day than its head. */
function isOfAnotherDay(day: CalendarDay | undefined, below: string): boolean {
  const other = day && statedDay(below);
  return other !== undefined && other !== day;
}

/** Where a headline stands again. A gap within a head is crossed only by what belongs to heads. */
function findEcho({
  lines,
  at,
  until,
  dialect,
}: HeadScope): { echoAt: number; crossesGap: boolean } | undefined {
  const headline = textAt(lines, at);
  let crossesGap = false;
  for (let next = at + 1; next < until; next++) {
    const isEcho = echoes(headline, textAt(lines, next));
    if (isBelowGap(lines[next], dialect)) {
      if (!isEcho && !isControl(lines[next], dialect) && !isPair(lines, next, until)) return undefined;
      crossesGap = true;
    }
    if (isEcho) return { echoAt: next, crossesGap };
  }
  return undefined;
}

/** @returns whether all lines between a headline and its echo are such as heads have */
function readBetween(scope: HeadScope, echoAt: number, builder: HeadBuilder): boolean {
  const { lines, at, dialect } = scope;
  const between = lines.slice(at + 1, echoAt);
  if (between.length === 0) return true;
  // What is looked for only where a line does not show by itself what it is.
  const hasControls = once(() => between.some((line) => isControl(line, dialect)));
  const hasPairs = once(() => between.some((_, index) => isPair(lines, at + 1 + index, echoAt)));
  const copies = once(() => copiesBelow(scope, between, echoAt));
  const keys = once(() => new Set(copies().map(captionKey)));
  const returns = (text: string) =>
    keys().has(captionKey(text)) && copies().some((copy) => sameCaption(copy, text));
  for (let next = at + 1; next < echoAt; next++) {
    const line = lines[next];
    if (!line) return false;
    const { text } = line;
    if (builder.matchControl(line, dialect) || builder.matchCopy(text)) continue;
    if (isPair(lines, next, echoAt)) {
      // Two lines alike within a refrain look the same, but for what only captions have.
      const isCaption = looksLikeCaption(text) || returns(text) || (isClosed(text) && hasControls());
      if (!isCaption || builder.hasDek(text)) return false;
      builder.matchPair(text, textAt(lines, ++next));
    } else if (builder.matchByline(text)) {
    } else if (!hasPairs() && (creditOf(text) !== undefined || (hasControls() && returns(text)))) {
      builder.matchCaption(text);
    } else if (!builder.matchDek(text)) {
      return false;
    }
  }
  return true;
}

/** A value that is worked out when it is asked for, and but once. */
function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** The lines directly below an echo that say again what stands above it. */
function copiesBelow(
  { lines, at, until, dialect }: HeadScope,
  between: readonly Line[],
  echoAt: number,
): string[] {
  const headline = textAt(lines, at);
  const copies: string[] = [];
  const keys = new Set(between.map(({ text }) => captionKey(text)));
  for (let next = echoAt + 1; next < until; next++) {
    const text = textAt(lines, next);
    const isCopy = keys.has(captionKey(text)) && between.some((line) => sameCaption(line.text, text));
    if (isCopy) copies.push(text);
    else if (!echoes(headline, text) && !isControl(lines[next], dialect)) break;
  }
  return copies;
}

/** A page prints its headline once more, or twice; a line over and over is no headline. */
const MAX_COPIES = 4;

/** What a page prints again, or only now, between the echo and the body. */
function readBelow({ lines, until, dialect }: HeadScope, from: number, builder: HeadBuilder): void {
  let copies = 0;
  for (let next = from; next < until; next++) {
    const line = lines[next];
    if (!line) return;
    if (echoes(builder.headline, line.text)) {
      if (++copies > MAX_COPIES) return;
      builder.matchEcho();
    } else if (builder.matchCopy(line.text)) continue;
    else if (isBelowGap(line, dialect)) return;
    else if (builder.matchControl(line, dialect)) continue;
    else if (isDekAgain(lines, next, until, builder)) builder.matchEcho();
    else if (isPair(lines, next, until) && looksLikeCaption(line.text))
      builder.matchPair(line.text, textAt(lines, ++next));
    else if (!builder.matchByline(line.text)) return;
  }
}

/** A dek above captions that are printed again is; a lede that says the same as the dek is the lede. */
function isDekAgain(
  lines: readonly Line[],
  at: number,
  until: number,
  { deks, captions }: HeadBuilder,
): boolean {
  const next = textAt(lines, at + 1);
  return (
    at + 1 < until &&
    deks.some((dek) => sameLine(dek, textAt(lines, at))) &&
    captions.some((caption) => sameCaption(caption, next))
  );
}

/** Whether a line and the next are a caption and its copy. */
export function isPair(lines: readonly Line[], at: number, until: number): boolean {
  return at + 1 < until && sameCaption(textAt(lines, at), textAt(lines, at + 1));
}

/** Whether a line has what captions have and bodies rarely: a credit at its end, or a day. */
export function looksLikeCaption(text: string): boolean {
  return creditOf(text) !== undefined || hasDay(text);
}
