// What stands between a headline and its first paragraph, in no fixed form: dates, names, credits, counters, controls, a
// dek. Weighs each line for belonging to the head against being body, and lets the head end where the sum is greatest:
// one line that nothing is known of does not end it.

import type { Line } from '../lines/lines.ts';
import { readByline } from '../phrases/bylines.ts';
import { isAgencyCredit } from '../phrases/captions.ts';
import { echoes, sameLine } from '../phrases/comparison.ts';
import { isControlText } from '../phrases/controls.ts';
import { endsWithName, isCaptionLine, isCreditLine } from '../phrases/credits.ts';
import { isInvitation } from '../phrases/invitations.ts';
import { leadsToLinks } from '../phrases/links.ts';
import { endingIn, isLed, isSaidOnline, isShouted, widthOf } from '../phrases/marks.ts';
import { isJoint, MAX_POST_WORDS, readSigner, readStampedBy, type Signer } from '../phrases/signers.ts';
import { dayAlone, isYearless, labelsUpdate, readStamp, type Stamp } from '../phrases/stamps.ts';
import { isOfCalendar } from './calendar.ts';
import { carryingWords, restates } from './carrying-words.ts';
import { type Dialect, isBelowGap, isControl } from './dialect.ts';
import { textAt } from './echoed.ts';
import type { Head } from './head.ts';
import { type HeadBuilder, isClosed } from './head-builder.ts';
import { announcesName, isBareBy, namesOf, signerBelow } from './loose-names.ts';

/** What a line of a head can be. */
type Kind =
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
/** A body begins with a paragraph of so many characters, within so many lines. */
const LEAST_PARAGRAPH = 60;
const PARAGRAPH_WITHIN = 4;
/** A longer line without a full stop is a sentence all the same. */
const MAX_SHORT = 70;
const MAX_STAMPED = 130;
const LEAST_DEK = 30;
/** Below its dek, a head shows no more of itself by more controls than these: they may stand within the body. */
const MAX_CONTROLS_BELOW = 4;
const MAX_DEK = 400;

interface Loose {
  text: string;
  kind: Kind;
  stamp?: Stamp | undefined;
  signer?: Signer | undefined;
}

/**
 * Goes on with a head that was read as far as its fixed forms reach.
 * @param at index of its headline
 * @param until index of the first line out of reach
 * @returns whether any line showed that this is a head
 */
export function readLoose(
  lines: readonly Line[],
  at: number,
  until: number,
  dialect: Dialect,
  builder: HeadBuilder,
): boolean {
  const from = at + builder.classes.length;
  const found: Loose[] = [];
  let [sum, best, length, controls, hasText] = [0, 0, 0, 0, false];
  for (let next = from; next < until && next < from + MAX_LOOSE; next++) {
    const line = lines[next];
    if (!line || isBelowGap(line, dialect)) break;
    const loose = classify(lines, next, dialect, builder, found);
    found.push(loose);
    const isText = loose.kind === 'text';
    if (hasText && loose.kind === 'control') controls++;
    const isMore = loose.kind === 'control' && controls > MAX_CONTROLS_BELOW;
    sum += isMore ? 0 : LOOSE_WEIGHTS[loose.kind][hasText ? 1 : 0] - costOfLength(loose);
    if (
      builder.stated === undefined &&
      loose.stamp?.isLabelled &&
      found.filter(({ stamp }) => stamp?.day).length === 1
    )
      sum += LABELLED;
    hasText ||= isText;
    const isDated = found.length === 1 && loose.stamp?.rest.length === 0 && builder.classes.length === 1;
    if (sum > best && (isDated || hasBodyBelow(lines, next + 1, until, dialect)))
      [best, length] = [sum, next + 1 - from];
    if (sum < HOPELESS) break;
  }
  while (length > 0 && isOpen(found[length - 1])) length--;
  const head = found.slice(0, length);
  if (builder.classes.length === 1 && isFaint(head)) return false;
  // Below a headline that stands twice, text that was taken out of its page begins.
  if (builder.classes.includes('echo') && !head.some(({ kind }) => kind === 'by')) return false;
  take(head, builder, ledeAt(lines, from + length));
  return length > 0;
}

/** A story's first lines, as one text. */
const ledeAt = (lines: readonly Line[], at: number) => LEDE.map((next) => textAt(lines, at + next)).join(' ');
const LEDE = [0, 1, 2];

/**
 * What stands below all else of a head that states a day or a name: its dek, where it is open, and above a longer
 * sentence.
 * @param at index of the headline
 */
export function lastDekOf(
  lines: readonly Line[],
  at: number,
  dialect: Dialect,
  { deks, classes, stated, byline }: Pick<Head, 'deks' | 'classes' | 'stated' | 'byline'>,
): string | undefined {
  const next = at + classes.length;
  const [line, below] = [lines[next], lines[next + 1]];
  if (deks.length > 0 || !line || !below || !(stated ?? byline)) return undefined;
  if (isBelowGap(line, dialect) || isBelowGap(below, dialect)) return undefined;
  const { text, words } = line;
  if (words < LEAST_LAST_DEK || text.length > MAX_SHORT_DEK || NOT_A_LETTER.test(text)) return undefined;
  if (widthOf(below.text) <= Math.max(widthOf(text), LEAST_PARAGRAPH) || !isClosed(below.text))
    return undefined;
  return isLed(text) || OF_PARTS.test(text) || isLooseText(text) ? undefined : text;
}

/** A line that ends in anything else than a letter is no dek below a name. */
const NOT_A_LETTER = /\P{L}$/u;
const LEAST_LAST_DEK = 6;
/** What is labelled, or of several parts, is as likely the first line of the body. */
const OF_PARTS = /[:;]|\bwww\./u;
const MAX_SHORT_DEK = 150;

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
function hasBodyBelow(lines: readonly Line[], from: number, until: number, dialect: Dialect): boolean {
  for (let at = from; at < until && at < from + PARAGRAPH_WITHIN; at++) {
    if (isBelowGap(lines[at], dialect)) return false;
    const text = textAt(lines, at);
    if (widthOf(text) >= LEAST_PARAGRAPH) return true;
  }
  return false;
}

function classify(
  lines: readonly Line[],
  at: number,
  dialect: Dialect,
  builder: HeadBuilder,
  above: readonly Loose[],
): Loose {
  const line = lines[at];
  const text = line?.text ?? '';
  if (text.length > MAX_DEK || isSaidOnline(text) || isOfCalendar(lines, at)) return { text, kind: 'text' };
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
  const said = readByline(text)?.byline !== undefined || isJoint(text) ? readSigner(text) : undefined;
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
const isOpen = (loose: Loose | undefined) => loose?.kind === 'short' || loose?.kind === 'open';

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

/** Takes lines into a head, each for what it is. */
function take(found: readonly Loose[], builder: HeadBuilder, lede: string): void {
  const names = namesOf(found, lede);
  if (names.length > 0) builder.addByline(names.join(', '));
  const day = dayOf(found);
  if (day) builder.addDay(day);
  const taken: string[] = [];
  for (const [index, loose] of found.entries()) {
    const { text, kind, signer } = loose;
    const isAgain = taken.some((each) => sameLine(each, text));
    taken.push(text);
    if (kind === 'echo' || isAgain) builder.matchEcho();
    else if (signer?.name && names.includes(signer.name)) builder.matchLine('byline');
    else if (kind === 'by') builder.matchLine('byline');
    else if (isCaptionOf(found, index)) builder.matchCaption(text);
    else if (isOpen(loose) && restates(builder.headline, text)) builder.matchEcho();
    else if (isDekOf(found, index, builder.deks) || isKeyPoint(found, index, lede)) builder.addDek(text);
    else if (kind === 'summary' && isClosed(text)) builder.addDek(text);
    else if (isWords(loose)) builder.matchCaption(text);
    else {
      builder.matchLine('furniture');
      if (kind !== 'stamp') builder.junk++;
    }
  }
}

const isDek = ({ text, kind }: Loose) =>
  (kind === 'text' || kind === 'short' || kind === 'open') &&
  text.length >= LEAST_DEK &&
  text.length <= MAX_DEK &&
  /\s\S+\s/u.test(text);

/** Whether a line that is no caption by itself says more than a label does. */
const isWords = ({ text, kind }: Loose) =>
  (kind === 'text' || kind === 'open' || kind === 'copy') && text.length >= LEAST_DEK;

/** Whether a line is a dek: the first that may be, or a sentence below an open one. */
function isDekOf(found: readonly Loose[], at: number, deks: readonly string[]): boolean {
  const loose = found[at];
  if (!loose || !isDek(loose)) return false;
  const [dek, more] = deks;
  return dek === undefined || (more === undefined && loose.kind === 'text' && !isClosed(dek));
}

/** Whether a line is one of several short ones in a row that all say what the story says: what it comes to. */
function isKeyPoint(found: readonly Loose[], at: number, lede: string): boolean {
  if (found[at]?.kind !== 'short') return false;
  let [from, to] = [at, at + 1];
  while (found[from - 1]?.kind === 'short') from--;
  while (found[to]?.kind === 'short') to++;
  if (to - from < LEAST_POINTS || leadsToLinks(found[from - 1]?.text ?? '')) return false;
  const said = new Set(carryingWords(lede));
  return found
    .slice(from, to)
    .every(({ text }) => widthOf(text) >= LEAST_DEK && carryingWords(text).some((word) => said.has(word)));
}
const LEAST_POINTS = 2;

/** What ends as captions do, or stands above a credit. */
function isCaptionOf(found: readonly Loose[], at: number): boolean {
  const { text, kind, signer } = found[at] ?? { text: '', kind: 'short' };
  if (kind === 'caption') return true;
  // Who is in the picture, and nothing else.
  const isWords = kind === 'text' || (kind === 'name' && signer?.name === text);
  return isWords && text.length < MAX_DEK && found[at + 1]?.kind === 'credit';
}

/** The day of publication; the day of a change only where there is no other. */
function dayOf(found: readonly Loose[]): string | undefined {
  const stamps = found.flatMap(({ stamp }) => (stamp?.day ? stamp : []));
  return (stamps.find(({ isUpdate }) => !isUpdate) ?? stamps[0])?.day;
}
