// A line taken for a headline: reads what stands below it as a head, and says what speaks for that and against it, so
// that the evidence can be weighed.

import { type Line, textAt } from '../lines/lines.ts';
import type { Byline } from '../phrases/bylines.ts';
import { isExplicitByline } from '../phrases/bylines.ts';
import { isAgencyCredit } from '../phrases/captions.ts';
import { isControlText } from '../phrases/controls.ts';
import { datedHeadline } from '../phrases/dated-headlines.ts';
import { opensWithAgency } from '../phrases/datelines.ts';
import { endingIn, isClosed, isLed } from '../phrases/marks.ts';
import { dayAlone, dayBesideSection } from '../phrases/stamps.ts';
import type { CalendarDay, LineClass } from '../types.ts';
import { takeAboveDateline } from './above-dateline.ts';
import { type Dialect, isBelowGap, isControl, isUnderline } from './dialect.ts';
import { withoutDresses } from './dress.ts';
import { type EchoedHead, readEchoed } from './echoed.ts';
import { isNewStory } from './find-shape.ts';
import { takeHanging } from './hanging-lines.ts';
import { type HeadBuilder, USUAL_DEKS } from './head-builder.ts';
import type { HeadScope } from './head-scope.ts';
import { lastDekOf } from './last-dek.ts';
import { isBoilerplate, isLooseText } from './loose-kinds.ts';
import { readLoose } from './loose-lines.ts';
import { type Feature, score, THRESHOLD } from './scoring.ts';
import { isOfTalk } from './speakers.ts';
import { readUnechoed } from './unechoed.ts';

/** How many lines below a headline its head can reach; also how far a reader must look ahead. */
export const HEAD_REACH = 96;

/** What stands above a head: nothing at all, a gap that parts stories, a page's masthead, or other lines. */
export type HeadPosition = 'start' | 'gap' | 'rule' | 'shape' | 'masthead' | 'inside';

/** A head as read; whether it is one is for the weights to say. */
export interface Head {
  headline: string;
  deks: readonly string[];
  captions: readonly string[];
  byline: Byline | undefined;
  /** The day a line of the head states. */
  stated: CalendarDay | undefined;
  /** The class of each of its lines, headline first. */
  classes: readonly LineClass[];
  features: readonly Feature[];
  score: number;
  /** Lines of no fixed form that were taken for furniture. */
  junk: number;
  /** Lines that are the address of a page, and nothing else. */
  addresses: number;
  /** How sure its shape makes it, where that alone parts stories. */
  shape?: number;
}

const MAX_HEADLINE = 200;
const MAX_CLOSED_HEADLINE = 120;
/** A paragraph of prose has so many UTF-16 code units, or is closed and has so many. */
const PROSE = { open: 100, closed: 40 };

/** Whether the evidence suffices. */
export function isSufficient(head: Head | undefined): head is Head {
  return head !== undefined && head.score >= THRESHOLD;
}

/** Whether a head has nothing to show but its position and how its headline reads. */
export function isBare({ classes, addresses }: Pick<Head, 'classes' | 'addresses'>): boolean {
  const others = classes.filter((each) => each !== 'headline' && each !== 'dek');
  return others.length === addresses && others.every((each) => each === 'furniture');
}

/** Whether a head suffices because its headline is printed again: then no other line of it is the headline. */
export function isProven(head: Head | undefined): head is Head {
  return isSufficient(head) && head.features.includes('echo');
}

/** What shows how a site makes its pages, beyond doubt. */
const MARKS: ReadonlySet<Feature> = new Set<Feature>(['echo', 'furniture', 'signature']);

/** Whether a head shows how its site makes pages. A byline or a caption alone may as well stand in plain text. */
export function isMarked({ features }: Head): boolean {
  return features.some((feature) => MARKS.has(feature));
}

/**
 * Reads a head whose headline is `lines[at]`.
 * @param position what stands above the page that it would begin
 * @returns the head with its evidence; nothing where the line can be no headline at all
 */
export function readHead(
  lines: readonly Line[],
  at: number,
  position: HeadPosition,
  dialect: Dialect,
): Head | undefined {
  const first = lines[at];
  if (!first || first.text === '' || isNeverHeadline(first, dialect)) return undefined;
  if (isEyebrow(lines, at, dialect)) return undefined;
  const until = Math.min(lines.length, at + HEAD_REACH);
  const scope = { lines, at, until, dialect };
  const echoed = readEchoed(scope);
  const { headline: bare } = withoutDresses(first.text, dialect.dresses ?? []);
  if (!echoed && (isOrnament(bare) || (position !== 'start' && isNoHeadline(bare)))) return undefined;
  if (!echoed && position !== 'start' && isOfTalk(lines, at, dialect.speakers)) return undefined;
  if (echoed && (isBoilerplate(first.text) || isExplicitByline(first.text))) return undefined;
  const builder = echoed?.builder ?? readUnechoed(scope);
  const features = featuresOf(scope, position, builder, echoed);
  const wasBare = isBare(builder);
  const isOpen = position !== 'inside' && position !== 'masthead';
  const isLoose = isOpen && echoed?.isEcho !== true && readLoose(scope, builder);
  if (isLoose && wasBare) features.push('loose');
  const dek = isOpen ? lastDekOf(lines, at, dialect, builder) : undefined;
  if (dek !== undefined) builder.addDek(dek);
  const { byline: signed, stated: day, hasControls } = builder;
  if (isOpen && (signed || day !== undefined || hasControls || isLoose)) takeAboveDateline(scope, builder);
  if (isOpen && !isBare(builder)) takeHanging(scope, builder);
  if (features.includes('markedDialect') && position === 'gap' && isNewStory(lines, at, dialect.weights))
    features.push('newStory');
  // That they stand there is evidence against a head, whatever they say.
  if (echoed) builder.dropDeks(isControlText);
  const { headline, deks, captions, byline, stated, classes, junk, addresses } = builder;
  const read = { headline, deks, captions, byline, stated, classes, junk, addresses };
  return { ...withoutDay(withoutDress(read, dialect), dialect), features, score: score(features) };
}

/** What is read of a head before its evidence is weighed. */
type ReadLines = Omit<Head, 'features' | 'score' | 'shape'>;

/** @returns a head whose headline is without what all headlines of its dump have around them, and the section that this states */
function withoutDress(head: ReadLines, { dresses }: Dialect): ReadLines {
  if (!dresses) return head;
  const { headline, section } = withoutDresses(head.headline, dresses);
  return { ...head, headline, byline: section === undefined ? head.byline : { section, ...head.byline } };
}

/** @returns a head whose headline is without the day that all headlines of its dump have, and that day where no other is stated */
function withoutDay(head: ReadLines, { daySide }: Dialect): ReadLines {
  const dated = daySide && datedHeadline(head.headline);
  if (!dated || dated.side !== daySide) return head;
  return { ...head, headline: dated.headline, stated: head.stated ?? dated.day };
}

/** Whether a line is no headline anywhere: it is furniture, of its dump or of any, or nothing but a day or an address. */
export function isNeverHeadline(line: Line, dialect: Dialect): boolean {
  return isControl(line, dialect) || isControlText(line.text) || dayAlone(line.text) !== undefined;
}

/** A headline of fewer words is as likely a section's name. */
const LEAST_BELOW_EYEBROW = 3;

/** A day beside a section's name, above a line that reads like a headline. */
function isEyebrow(lines: readonly Line[], at: number, dialect: Dialect): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  if (!line || !below || isBelowGap(below, dialect) || below.words < LEAST_BELOW_EYEBROW) return false;
  return (
    dayBesideSection(line.text) !== undefined && readsLikeHeadline(below.text) && !isLooseText(below.text)
  );
}

/** A line of dashes or stars, the number of a list: no story is called that, unless its page says it twice. */
const ORNAMENT = /^(?:[-–—_*=~#.·•+|\s]+|[([]?\d{1,4}[.)\]])$/u;
const isOrnament = (text: string) => ORNAMENT.test(text);
/** An item of a list, a source or a person with an address, who wrote the story above. */
const isNoHeadline = (text: string) => isLed(text) || ADDRESS_END.test(text) || isExplicitByline(text);
const ADDRESS_END = /\s(?:https?:\/\/\S+|\S+@[\w-]+(?:\.[\w-]+)+)$/iu;

function featuresOf(
  { lines, at, dialect }: HeadScope,
  position: HeadPosition,
  builder: HeadBuilder,
  echoed: EchoedHead | undefined,
): Feature[] {
  const features: Feature[] = [];
  const isOpen = position !== 'inside';
  const isEcho = echoed?.isEcho === true;
  if (isOpen) features.push(position);
  if (echoed) features.push(isEcho ? 'echo' : 'repeat');
  if (builder.hasControls) features.push(echoed ? 'furniture' : 'looseFurniture');
  if (isUnderline(lines, at + 1)) features.push('underlined');
  if (builder.captions.length > 0) features.push('captions');
  if (builder.byline) features.push(builder.byline.stated ? 'signature' : 'byline');
  if (builder.deks.length > USUAL_DEKS) features.push('crowded');
  const below = lines[at + builder.classes.length];
  if (isOpen && below && opensWithAgency(below.text)) features.push('dateline');
  const reading = readingOf(textAt(lines, at), isEcho);
  features.push(reading);
  const bare = isBare(builder);
  const hasProse = isProseAt(lines, at + builder.classes.length, dialect);
  if (isOpen && (bare || (echoed && !isEcho)) && hasProse) features.push('prose');
  const inProse = !isOpen && hasProse && isClosed(textAt(lines, at - 1));
  return [
    ...features,
    ...featuresOfDialect(features, { headline: textAt(lines, at), isOpen, inProse, bare }, dialect),
  ];
}

interface HeadContext {
  headline: string;
  /** Whether something stands above that begins a page. */
  isOpen: boolean;
  /** Whether prose stands above and below. */
  inProse: boolean;
  bare: boolean;
}

/** What the dump's other stories say of a head, by its own features. */
function featuresOfDialect(
  features: readonly Feature[],
  { headline, isOpen, inProse, bare }: HeadContext,
  { heads, faint, isClear }: Dialect,
): Feature[] {
  const more: Feature[] = [];
  const isLikeFirst = faint !== undefined && features.includes(faint) && features.includes('headlineLike');
  if (isLikeFirst && inProse && !(faint === 'repeat' && REFRAIN.test(headline))) more.push('faintDialect');
  if (bare && isOpen && heads === 'plain' && !features.includes('sentence')) more.push('plainDialect');
  if (bare && heads === 'marked')
    more.push(isClear && isOpen && isLong(headline) ? 'clearGap' : 'markedDialect');
  return more;
}

/** Subheads are shorter. */
const LEAST_CLEAR = 20;
const isLong = (headline: string) => headline.length >= LEAST_CLEAR;

/** What people sing or shout: quoted, shouted, or three words at most. */
const REFRAIN = /^["'“‘«]|[!?؟…"'”’»]$|^\S+(?:\s\S+){0,2}$/u;

/** Headlines ask and shout as well, but not at length. */
const asks = endingIn('?!؟…', `"'”’»“‘«)]`);

/** `Ferry Returns to...`: who cut a headline short wrote three stops for `…`. */
const IS_CUT = /\w\.{3}$/u;

function readingOf(text: string, isEcho: boolean): Feature {
  const closed = isClosed(text) && !IS_CUT.test(text);
  const isLong = text.length > (closed ? MAX_CLOSED_HEADLINE : MAX_HEADLINE);
  if (isEcho) return isLong || closed ? 'echoedSentence' : 'headlineLike';
  if ((isLong && (closed || asks(text))) || isAgencyCredit(text)) return 'sentence';
  if (isLong) return 'long';
  return closed ? 'closed' : 'headlineLike';
}

/** Whether prose stands at a line, or below a short sentence there. */
function isProseAt(lines: readonly Line[], at: number, dialect: Dialect): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || isBelowGap(line, dialect)) return false;
  if (isProse(line.text)) return true;
  const isOpening = line.words >= LEAST_OPENING && endsSentence(line.text);
  return isOpening && next !== undefined && !isBelowGap(next, dialect) && isProse(next.text);
}

/** `It was cold.` */
const LEAST_OPENING = 2;
const endsSentence = endingIn('.!?…؟。', `"'”’»“‘«)`);

function isProse(text: string): boolean {
  return text.length >= PROSE.open || (text.length >= PROSE.closed && (isClosed(text) || asks(text)));
}

/** Short, and not closed as a sentence is. */
export function readsLikeHeadline(text: string): boolean {
  return text.length <= MAX_HEADLINE && !isClosed(text);
}
