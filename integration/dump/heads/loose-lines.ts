// What stands between a headline and its first paragraph, in no fixed form. Weighs each line for belonging to the head
// against being body, and lets the head end where the sum is greatest: one line that nothing is known of does not end it.

import { type Line, textAt } from '../lines/lines.ts';
import { isShouted, widthOf } from '../phrases/marks.ts';
import { isBelowGap } from './dialect.ts';
import { areParagraphsApart } from './hanging-lines.ts';
import type { HeadBuilder } from './head-builder.ts';
import type { HeadScope } from './head-scope.ts';
import {
  classify,
  isOpen,
  type Kind,
  LEAST_DEK,
  LEAST_PARAGRAPH,
  type Loose,
  MAX_SHORT_DEK,
} from './loose-kinds.ts';
import { takeLoose } from './take-loose.ts';

/**
 * What each kind of line speaks for the head: above the first sentence, and below it, where a body may have begun. A
 * sentence costs more the longer it is.
 */
export const LOOSE_WEIGHTS: Record<Kind, readonly [above: number, below: number]> = {
  stamp: [5, 5],
  by: [4.5, 4],
  name: [1.5, 1],
  post: [1.5, 1],
  control: [4, 0.5],
  credit: [3.5, 1],
  caption: [2.5, 0.5],
  echo: [4, 3],
  copy: [2.5, 1],
  summary: [2.5, 2.5],
  short: [0.2, -0.7],
  open: [-0.5, -1.5],
  text: [-1.5, -2],
};
/** What the first day says for the head beyond that, where a word says that it is the day of a publication. */
const LABELLED = 2;
/** A sentence of so many characters costs one more. */
const TEXT_UNIT = 100;
const CAPTION_UNIT = 200;
/** No head goes on beyond so many lines, or where so much speaks against it. */
const MAX_LOOSE = 60;
const HOPELESS = -8;
/** A body begins with a paragraph within so many lines. */
const PARAGRAPH_WITHIN = 4;
/** Below its dek, a head shows no more of itself by more controls than these: they may stand within the body. */
const MAX_CONTROLS_BELOW = 4;

/**
 * Goes on with a head that was read as far as its fixed forms reach.
 * @returns whether any line showed that this is a head
 */
export function readLoose(scope: HeadScope, builder: HeadBuilder): boolean {
  const { lines, until, dialect } = scope;
  const from = scope.at + builder.classes.length;
  const found: Loose[] = [];
  let [sum, best, length, controls, hasText] = [0, 0, 0, 0, false];
  for (let next = from; next < until && next < from + MAX_LOOSE; next++) {
    const line = lines[next];
    if (!line || isBelowGap(line, dialect)) break;
    const loose = classify(scope, next, builder, found);
    found.push(loose);
    const mayBeClose = loose.kind === 'text' && line.gap === 0 && line.text.length >= LEAST_DEK && sum >= 0;
    const isClose = mayBeClose && areParagraphsApart(scope, next + 1);
    const isText = loose.kind === 'text' && !isClose;
    if (hasText && loose.kind === 'control') controls++;
    const isMore = loose.kind === 'control' && controls > MAX_CONTROLS_BELOW;
    sum += isMore || isClose ? 0 : LOOSE_WEIGHTS[loose.kind][hasText ? 1 : 0] - costOfLength(loose);
    if (
      builder.stated === undefined &&
      loose.stamp?.isLabelled &&
      found.filter(({ stamp }) => stamp?.day).length === 1
    )
      sum += LABELLED;
    hasText ||= isText;
    const isDated = found.length === 1 && loose.stamp?.rest.length === 0 && builder.classes.length === 1;
    if (sum > best && (isDated || hasBodyBelow(scope, next + 1))) [best, length] = [sum, next + 1 - from];
    if (sum < HOPELESS) break;
  }
  while (length > 0 && isOpen(found[length - 1])) length--;
  const head = found.slice(0, length);
  if (builder.classes.length === 1 && isFaint(head)) return false;
  // Below a headline that stands twice, text that was taken out of its page begins.
  if (builder.classes.includes('echo') && !head.some(({ kind }) => kind === 'by')) return false;
  takeLoose(head, builder, ledeAt(lines, from + length));
  return length > 0;
}

/** A story's first lines, as one text. */
const ledeAt = (lines: readonly Line[], at: number) => LEDE.map((next) => textAt(lines, at + next)).join(' ');
const LEDE = [0, 1, 2];

/** One control, credit or outlet alone is as likely the first line of a body. */
function isFaint(found: readonly Loose[]): boolean {
  const [evidence, more] = found.filter(({ kind }) => kind !== 'short' && kind !== 'open' && kind !== 'text');
  if (!evidence || more || evidence.stamp) return false;
  // In capitals alone, what reads like a name is as likely the first heading of a body.
  if (evidence.kind === 'name') return isShouted(evidence.text);
  if (!FAINT.has(evidence.kind)) return false;
  // A short sentence above a credit is a caption, if it is no dek.
  const [first] = found;
  return evidence.kind !== 'credit' || first?.kind !== 'text' || first.text.length > MAX_SHORT_DEK;
}

const FAINT: ReadonlySet<Kind> = new Set(['post', 'control', 'credit', 'caption', 'copy']);

function costOfLength({ kind, text }: Loose): number {
  if (kind === 'text') return text.length / TEXT_UNIT;
  return kind === 'caption' ? text.length / CAPTION_UNIT : 0;
}

/** Whether a paragraph stands within a few lines. */
function hasBodyBelow({ lines, until, dialect }: HeadScope, from: number): boolean {
  for (let at = from; at < until && at < from + PARAGRAPH_WITHIN; at++) {
    if (isBelowGap(lines[at], dialect)) return false;
    const text = textAt(lines, at);
    if (widthOf(text) >= LEAST_PARAGRAPH) return true;
  }
  return false;
}
