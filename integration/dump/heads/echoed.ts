// Heads that print their headline again: headline, then captions, page controls, a dek, then the headline once more,
// and below it what the page prints again. Decides what each line between the two is, and whether so much else
// stands there that this is no head but a body in which a line recurs.

import type { Line } from '../lines/lines.ts';
import { creditOf, hasDay, sameCaption } from '../phrases/captions.ts';
import { echoes, isNamed, sameLine } from '../phrases/comparison.ts';
import { HeadDraft, isClosed } from './draft.ts';
import { isBelowGap, isControl, type Manner } from './manner.ts';

/** A head that prints its headline again. */
export interface EchoedHead {
  draft: HeadDraft;
  /** Whether something stands between that bodies do not have, so that it is no refrain. */
  isEcho: boolean;
}

/**
 * Reads a head whose headline is `lines[at]`.
 * @param until index of the first line out of reach
 * @returns nothing where the headline is not printed again, or what stands between is no head
 */
export function readEchoed(
  lines: readonly Line[],
  at: number,
  until: number,
  manner: Manner,
): EchoedHead | undefined {
  const printed = textAt(lines, at);
  const found = findEcho(lines, at, until, manner);
  if (!found) return undefined;
  const { echoAt, crossesGap } = found;
  // The echo has no site's name behind it; otherwise the first printing is the headline.
  const echo = textAt(lines, echoAt);
  const hasSiteName = printed !== echo && isNamed(printed, echo);
  const draft = new HeadDraft(hasSiteName ? echo : printed);
  if (!readBetween(lines, at, echoAt, until, manner, draft)) return undefined;
  const isEcho = draft.hasControls || draft.captions.length > 0 || hasSiteName;
  // What recurs on the other side of a gap, with nothing of a page about it, is a standing headline of two stories.
  if (crossesGap && !isEcho) return undefined;
  draft.takeEcho();
  readBelow(lines, echoAt + 1, until, manner, draft);
  return { draft, isEcho };
}

/** Where a headline stands again. A gap within a head is crossed only by what belongs to heads. */
function findEcho(
  lines: readonly Line[],
  at: number,
  until: number,
  manner: Manner,
): { echoAt: number; crossesGap: boolean } | undefined {
  const headline = textAt(lines, at);
  let crossesGap = false;
  for (let next = at + 1; next < until; next++) {
    const isEcho = echoes(headline, textAt(lines, next));
    if (isBelowGap(lines[next], manner)) {
      if (!isEcho && !isControl(lines[next], manner) && !isPair(lines, next, until)) return undefined;
      crossesGap = true;
    }
    if (isEcho) return { echoAt: next, crossesGap };
  }
  return undefined;
}

/** @returns whether all lines between a headline and its echo are such as heads have */
function readBetween(
  lines: readonly Line[],
  at: number,
  echoAt: number,
  until: number,
  manner: Manner,
  draft: HeadDraft,
): boolean {
  const between = lines.slice(at + 1, echoAt);
  if (between.length === 0) return true;
  // What is looked for only where a line does not show by itself what it is.
  const hasControls = once(() => between.some((line) => isControl(line, manner)));
  const hasPairs = once(() => between.some((_, index) => isPair(lines, at + 1 + index, echoAt)));
  const copies = once(() => copiesBelow(lines, between, textAt(lines, at), echoAt, until, manner));
  const returns = (text: string) => copies().some((copy) => sameCaption(copy, text));
  for (let next = at + 1; next < echoAt; next++) {
    const line = lines[next];
    if (!line) return false;
    const { text } = line;
    if (draft.takeControl(line, manner) || draft.takeCopy(text)) continue;
    if (isPair(lines, next, echoAt)) {
      // Two lines alike within a refrain look the same, but for what only captions have.
      const isCaption = looksLikeCaption(text) || returns(text) || (isClosed(text) && hasControls());
      if (!isCaption || draft.hasDek(text)) return false;
      draft.takePair(text, textAt(lines, ++next));
    } else if (draft.takeByline(text)) {
    } else if (!hasPairs() && (creditOf(text) !== undefined || (hasControls() && returns(text)))) {
      draft.takeCaption(text);
    } else if (!draft.takeDek(text)) {
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
  lines: readonly Line[],
  between: readonly Line[],
  headline: string,
  echoAt: number,
  until: number,
  manner: Manner,
): string[] {
  const copies: string[] = [];
  for (let next = echoAt + 1; next < until; next++) {
    const text = textAt(lines, next);
    if (between.some((line) => sameCaption(line.text, text))) copies.push(text);
    else if (!echoes(headline, text) && !isControl(lines[next], manner)) break;
  }
  return copies;
}

/** What a page prints again, or only now, between the echo and the body. */
function readBelow(
  lines: readonly Line[],
  from: number,
  until: number,
  manner: Manner,
  draft: HeadDraft,
): void {
  for (let next = from; next < until; next++) {
    const line = lines[next];
    if (!line) return;
    if (echoes(draft.headline, line.text)) draft.takeEcho();
    else if (draft.takeCopy(line.text)) continue;
    else if (isBelowGap(line, manner)) return;
    else if (draft.takeControl(line, manner)) continue;
    else if (isDekAgain(lines, next, until, draft)) draft.takeEcho();
    else if (isPair(lines, next, until) && looksLikeCaption(line.text))
      draft.takePair(line.text, textAt(lines, ++next));
    else if (!draft.takeByline(line.text)) return;
  }
}

/** A dek above captions that are printed again is; a lede that says the same as the dek is the lede. */
function isDekAgain(
  lines: readonly Line[],
  at: number,
  until: number,
  { deks, captions }: HeadDraft,
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

export function textAt(lines: readonly Line[], at: number): string {
  return lines[at]?.text ?? '';
}
