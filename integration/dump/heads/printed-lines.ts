// Lines that pages print around stories, as far as single lines tell: who else worked on one, a control, a credit, a day, an
// address; and lines that say who wrote one, or when.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import { isControlText } from '../phrases/controls.ts';
import { isCreditLine } from '../phrases/credits.ts';
import { isInvitation } from '../phrases/invitations.ts';
import { isAddress, leadsAway } from '../phrases/links.ts';
import { readSigner } from '../phrases/signers.ts';
import { readStamp } from '../phrases/stamps.ts';

/** Whether a line is one that pages print around stories. */
export const isPrinted = (text: string): boolean =>
  text.length <= MAX_REMEMBERED ? knownPrinted(text) : isAroundStories(text);

const isAroundStories = (text: string) => NUMBERED.test(text) || isFoot(text) || isStamp(text);
/** No longer line is looked at more than once. */
const MAX_REMEMBERED = 160;
const knownPrinted = memoize(isAroundStories, SNIFFED_LINES);

/** Whether a line closes a story: who else worked on it; an address; a control; a credit. */
export const isFoot = (text: string): boolean =>
  FOOT.test(text) ||
  CONTRIBUTORS.test(text) ||
  leadsAway(text) ||
  isControlText(text) ||
  isInvitation(text) ||
  isCreditLine(text);
/** In brackets from its first to its last character; with an address; with a mark of rights. */
const FOOT = /^(?:\(.*\)|\[.*\])$|https?:\/\/|\bwww\.|\bpic\.twitter\.com\/|\S@[\w-]+\.\w|[©ⓒ]/u;
/** `2. …`, `3) …`: one of a list, or a subhead. */
const NUMBERED = /^\(?\d{1,2}[.)]\s/u;
/** `Contributing: Mara Elliot` */
const CONTRIBUTORS = /^(?:contribut\p{L}+|(?:additional )?reporting|editing)\b.{0,20}:\s/iu;

/** What stands beside a day is a name or two, not a sentence. */
const MAX_BESIDE = 30;

function isStamp(text: string): boolean {
  const stamp = readStamp(text);
  if (stamp?.day === undefined) return stamp?.rest.length === 0;
  return stamp.rest.join(' ').length <= MAX_BESIDE;
}

const MAX_SIGNING = 130;

/** Whether a line says who wrote a story, or on which day. */
export function isSigning(text: string): boolean {
  return text.length <= MAX_SIGNING && signs(text);
}

/** Each line stands below several that are measured. */
const signs = memoize(
  (text: string) => readStamp(text)?.day !== undefined || readSigner(text)?.isSaid === true,
  SNIFFED_LINES,
);

/**
 * The form of a line by which a program marks its stories: an address, or a day. `a 0 a 0` is that of “Mon 3 May 2024”, and
 * `a, 0.0.0` that of “Mara Elliot, 3.5.2024”.
 * @returns nothing where a line is neither
 */
export function markOf(text: string): string | undefined {
  if (isAddress(text)) return '://';
  return isSigning(text) && readStamp(text)?.day !== undefined
    ? text.replace(WORDS, 'a').replace(/\p{Nd}+/gu, '0')
    : undefined;
}

const WORDS = /\p{L}[\p{L}\p{M}.'’-]*(?:\s+\p{L}[\p{L}\p{M}.'’-]*)*/gu;
