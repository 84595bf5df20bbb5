// What a line between a headline and the first paragraph is by itself, in no fixed form: a date, a name, a credit, a
// counter, a control, a sentence.

import { type Line, textAt } from '../lines/lines.ts';
import { readByline } from '../phrases/bylines.ts';
import { isAgencyCredit } from '../phrases/captions.ts';
import { echoes, sameLine } from '../phrases/comparison.ts';
import { isControlText } from '../phrases/controls.ts';
import { endsWithName, isCaptionLine, isCreditLine } from '../phrases/credits.ts';
import { isInvitation } from '../phrases/invitations.ts';
import { endingIn, isClosed, isLed, signsPost } from '../phrases/marks.ts';
import { isJointByline, MAX_POST_WORDS, readSigner, readStampedBy, type Signer } from '../phrases/signers.ts';
import { dayAlone, isYearless, labelsUpdate, readStamp, type Stamp } from '../phrases/stamps.ts';
import { isOfCalendar } from './calendar.ts';
import { isControl } from './dialect.ts';
import type { HeadBuilder } from './head-builder.ts';
import type { HeadScope } from './head-scope.ts';
import { announcesName, isBareBy, signerBelow } from './loose-names.ts';

/** What a line of a head can be. */
export type Kind =
  | 'stamp'
  | 'by'
  | 'name'
  | 'post'
  | 'control'
  | 'credit'
  | 'caption'
  | 'echo'
  | 'copy'
  | 'summary'
  | 'short'
  | 'open'
  | 'text';

/** A longer line without a full stop is a sentence all the same. */
const MAX_SHORT = 70;
const MAX_STAMPED = 130;
/** A body begins with a paragraph of so many characters. */
export const LEAST_PARAGRAPH = 60;
export const LEAST_DEK = 30;
export const MAX_SHORT_DEK = 150;
export const MAX_DEK = 400;

export interface Loose {
  text: string;
  kind: Kind;
  stamp?: Stamp | undefined;
  signer?: Signer | undefined;
}

/**
 * @param at index of the line
 * @param builder the head so far
 * @param above what the lines between the head and this one are
 */
export function classify(
  { lines, dialect }: HeadScope,
  at: number,
  builder: HeadBuilder,
  above: readonly Loose[],
): Loose {
  const line = lines[at];
  const text = line?.text ?? '';
  if (text.length > MAX_DEK || signsPost(text) || isOfCalendar(lines, at)) return { text, kind: 'text' };
  if (isSummary(lines, at, builder, above)) return { text, kind: 'summary' };
  if (SUMMARY_LABEL.test(text)) return { text, kind: 'text' };
  const lineAbove = textAt(lines, at - 1);
  const day = dayAlone(text);
  if (day) {
    const stamp = readStamp(text) ?? { day, isUpdate: false, isLabelled: false, rest: [] };
    return { text, kind: 'stamp', stamp: labelled(stamp, lineAbove) };
  }
  if (isBareBy(text)) return { text, kind: 'by' };
  if (isControl(line, dialect) || isControlText(text) || isInvitation(text) || isLabel(text))
    return { text, kind: 'control', stamp: readStamp(text) };
  if (echoes(builder.headline, text) || isAgain(text, above, builder)) return { text, kind: 'echo' };
  if (text.length <= MAX_STAMPED && !isSentence(text)) {
    const stamp = readStamp(text);
    const signer = stamp && signerOf(text, stamp.rest);
    if (stamp && !signer && isDescribed(text, stamp)) return { text, kind: 'caption' };
    if (stamp) return { text, kind: 'stamp', stamp: labelled(stamp, lineAbove), signer };
    if (isYearless(text)) return { text, kind: 'stamp' };
  }
  const below = isNameBelow(above, lineAbove) ? signerBelow(text, !isBareBy(lineAbove)) : undefined;
  if (below) return { text, kind: 'by', signer: below };
  const said = readByline(text)?.byline !== undefined || isJointByline(text) ? readSigner(text) : undefined;
  if (said?.isSaid) return { text, kind: 'by', signer: said };
  if (isCreditLine(text)) return { text, kind: 'credit' };
  if (isCaptionLine(text) || endsWithName(text) || (text.length < MAX_DEK && isAgencyCredit(text)))
    return { text, kind: 'caption' };
  const signer = isSentence(text) ? undefined : readSigner(text);
  // Whom a headline names, right below it, is of the story.
  const isFirst = builder.classes.length + above.length === 1;
  if (isFirst && signer?.name && !signer.isSaid && builder.headline.includes(signer.name))
    return { text, kind: 'short' };
  // A name with its handle or its address is no caption.
  if (signer)
    return {
      text,
      kind: signer.isSaid || (signer.name && text.includes('@')) ? 'by' : signer.name ? 'name' : 'post',
      signer,
    };
  const isCopy = sameLine(text, lineAbove) || sameLine(text, textAt(lines, at + 1));
  if (isCopy) return { text, kind: 'copy' };
  if (isClosed(text) || isLed(text)) return { text, kind: 'text' };
  if (text.length <= MAX_SHORT) return { text, kind: 'short' };
  return { text, kind: LETTER_END.test(text) ? 'open' : 'text' };
}

const LETTER_END = /[\p{L}\p{N}]$/u;
export const isOpen = (loose: Loose | undefined) => loose?.kind === 'short' || loose?.kind === 'open';

/** Whether a word that introduces a name stands directly above, or names of which the last says that one more follows. */
function isNameBelow(above: readonly Loose[], lineAbove: string): boolean {
  if (isBareBy(lineAbove)) return true;
  const last = above.at(-1);
  return last?.kind === 'by' && announcesName(last.text);
}

/** A longer sentence is a paragraph of the body. */
const MAX_SUMMARY = 160;
/** A paragraph below it is longer by so much. */
const LONGER = 1.3;
/** What pages print above one sentence that says why a story matters, or what it comes to. */
const SUMMARY_LABEL =
  /^(?:why (?:it|this) matters|what[’']s (?:new|at stake)|in (?:brief|short|summary)|at a glance|the (?:gist|bottom line|takeaway|upshot)|summary|synopsis|auf einen blick|in kürze|kurz gefasst|das wichtigste in kürze|en bref|l[’']essentiel|en resumen|em resumo|in breve|in sintesi|in het kort|kort|главное|коротко|w skrócie|özet|singkatnya|باختصار|الخلاصة):?$/iu;

/** Whether a line of a head that says who wrote the story, or when, is a labelled summary, or the label above it. */
function isSummary(
  lines: readonly Line[],
  at: number,
  { byline, stated }: HeadBuilder,
  above: readonly Loose[],
): boolean {
  const isLabel = SUMMARY_LABEL.test(textAt(lines, at));
  if (!isLabel && !SUMMARY_LABEL.test(above.at(-1)?.text ?? '')) return false;
  if (!byline && stated === undefined && !above.some(({ stamp, signer }) => stamp ?? signer)) return false;
  const summary = textAt(lines, isLabel ? at + 1 : at);
  const below = textAt(lines, isLabel ? at + 2 : at + 1);
  if (summary.length > MAX_SUMMARY || !isClosed(summary) || !isClosed(below)) return false;
  // Several sentences as long as one another are points of a list, which the body keeps together.
  return below.length >= LONGER * summary.length;
}

/** A stamp below a line that says of what it is the day, and no more. */
function labelled(stamp: Stamp, label: string): Stamp {
  const isUpdate = stamp.isUpdate || (label.length <= MAX_LABEL && labelsUpdate(label));
  return isUpdate === stamp.isUpdate ? stamp : { ...stamp, isUpdate, isLabelled: true };
}
const MAX_LABEL = 24;

/** So many words, some of them written small, say what a picture shows: a section or a post has fewer. */
const LEAST_DESCRIBING = 5;
const LEAST_SMALL = 2;
const SMALL = /(?<!\S)\p{Ll}\S*/gu;

/** Whether a line says what was on a day, and not that something was published: `The quay at low tide, May 3, 2024` */
function isDescribed(text: string, { isLabelled, rest }: Stamp): boolean {
  if (isLabelled || !text.startsWith(rest[0] ?? '')) return false;
  const words = rest.join(' ');
  return words.split(' ').length >= LEAST_DESCRIBING && (words.match(SMALL)?.length ?? 0) >= LEAST_SMALL;
}

/** Whether a sentence of the head stands again. */
function isAgain(text: string, above: readonly Loose[], { deks }: HeadBuilder): boolean {
  if (text.length < LEAST_DEK) return false;
  return (
    deks.some((dek) => sameLine(dek, text)) ||
    above.some((each) => each.kind === 'text' && sameLine(each.text, text))
  );
}

/** Whether a text says by itself that it is a day, a name, a credit or a control. */
export function isLooseText(text: string): boolean {
  if (text.length > MAX_STAMPED || isSentence(text)) return false;
  return (
    isControlText(text) ||
    isCreditLine(text) ||
    isCaptionLine(text) ||
    isBareBy(text) ||
    readStamp(text) !== undefined ||
    readSigner(text) !== undefined
  );
}

/** Whether a text is a credit, an outlet or a post: what stands twice without being a headline. */
export function isBoilerplate(text: string): boolean {
  if (isCreditLine(text)) return true;
  if (text.length > MAX_SHORT || text.split(' ', MAX_POST_WORDS + 1).length > MAX_POST_WORDS) return false;
  const signer = readSigner(text);
  return signer !== undefined && signer.name === undefined;
}

/** `Author:`, `Publish date:`: what stands beside such a word on a page stands below it when it was copied. */
const isLabel = (text: string) =>
  /^\p{L}[\p{L}’' ]{1,22}\s?[:：]$/u.test(text) && text.split(' ').length <= 3;

/** Whether a line ends as a sentence, and is as long as one. */
const endsSentence = endingIn('.!?。؟', `"'”’»“‘«)`);
const isSentence = (text: string) =>
  text.length > 40 && endsSentence(text) && !/(?:[ap]\.m|(?<!\p{L})\p{Lu}|Jr|Sr|Inc|Min)\.$/u.test(text);

/** @param rest what stands on a line beside a day */
function signerOf(text: string, rest: readonly string[]): Signer | undefined {
  for (const part of rest) {
    const signer = readSigner(part) ?? readStampedBy(part);
    if (signer?.isSaid) return signer;
  }
  return rest
    .filter((part) => isSetApart(text, part))
    .map(readSigner)
    .find((signer) => signer?.name);
}

/** Whether a part of a line begins it, or stands behind a mark: else it is one of a run of words. */
function isSetApart(text: string, part: string): boolean {
  const at = text.indexOf(part);
  return at <= 0 || /[^\p{L}\p{N}\s()]\s*$/u.test(text.slice(0, at));
}
