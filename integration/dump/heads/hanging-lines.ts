// Lines that hang on to a head, where blank lines set all paragraphs of a story apart: a page prints its standfirst and the
// captions of its first picture so. Decides by the blank lines alone.

import { textAt } from '../lines/lines.ts';
import { hasDay } from '../phrases/captions.ts';
import { isCreditLine } from '../phrases/credits.ts';
import { readDateline } from '../phrases/datelines.ts';
import { isClosed, isLed, widthOf } from '../phrases/marks.ts';
import { countAbove } from './count-above.ts';
import { isBelowGap } from './dialect.ts';
import type { HeadBuilder } from './head-builder.ts';
import type { HeadScope } from './head-scope.ts';
import { isLooseText, LEAST_DEK, MAX_DEK } from './loose-kinds.ts';

/** So many lines at most hang on to a head. */
const MOST = 3;
/** So many of the paragraphs below are looked at; so many show how the story is printed. */
const LOOKED_AT = 12;
const LEAST_APART = 3;
const PARAGRAPH = 100;

/** Takes into a head what no blank line parts from it, where blank lines part the paragraphs below. */
export function takeHanging(scope: HeadScope, builder: HeadBuilder): void {
  const { lines } = scope;
  const from = scope.at + builder.classes.length;
  if (lines[from]?.gap !== 0) return;
  const count = countHanging(scope, from);
  if (count === 0 || !areParagraphsApart(scope, from + count)) return;
  for (let next = from; next < from + count; next++) {
    const text = textAt(lines, next);
    if (isLooseText(text) || text.length < LEAST_DEK) {
      builder.matchLine('furniture');
      builder.junk++;
    } else if (builder.deks.length > 0 || isCaption(text, textAt(lines, next - 1)))
      builder.matchCaption(text);
    else builder.addDek(text);
  }
}

/** Whether a line is of a picture: open, with a day, or below whom the picture is credited to. */
const isCaption = (text: string, above: string) => !isClosed(text) || hasDay(text) || isCreditLine(above);

/** @returns how many lines hang on to a head; none where one of them may be a paragraph, or what stands below is none */
function countHanging(scope: HeadScope, from: number): number {
  return countAbove(scope, from, MOST, (line, count) => {
    if (count > 0 && line.gap > 0) return widthOf(line.text) >= PARAGRAPH ? 'end' : 'other';
    return line.text.length > MAX_DEK || isLed(line.text) || readDateline(line.text) ? 'other' : 'part';
  });
}

/** Whether a blank line stands above each paragraph of a story. */
export function areParagraphsApart({ lines, until, dialect }: HeadScope, from: number): boolean {
  let found = 0;
  for (let at = from; at < until && at < from + LOOKED_AT; at++) {
    const line = lines[at];
    if (!line || isBelowGap(line, dialect)) break;
    if (widthOf(line.text) < PARAGRAPH) continue;
    if (line.gap === 0) return false;
    found++;
  }
  return found >= LEAST_APART;
}
