// A line taken for a headline: reads what stands below it as a head, and says what speaks for that and against it, so
// that the evidence can be weighed.

import type { Line } from '../lines/lines.ts';
import type { Byline } from '../phrases/bylines.ts';
import { isAgencyCredit } from '../phrases/captions.ts';
import { isFiled } from '../phrases/datelines.ts';
import { isLed } from '../phrases/marks.ts';
import type { CalendarDay, LineClass } from '../types.ts';
import { type HeadDraft, isClosed, USUAL_DEKS } from './draft.ts';
import { type EchoedHead, readEchoed, textAt } from './echoed.ts';
import { type Sign, THRESHOLD, weigh } from './evidence.ts';
import { isBelowGap, isControl, type Manner } from './manner.ts';
import { readUnechoed } from './unechoed.ts';

/** How many lines below a headline its head can reach; also how far a reader must look ahead. */
export const HEAD_REACH = 96;

/** What stands above a head: nothing at all, a gap that parts stories, a page's masthead, or other lines. */
export type Place = 'start' | 'gap' | 'masthead' | 'inside';

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
  signs: readonly Sign[];
  weight: number;
}

const MAX_HEADLINE = 200;
const MAX_CLOSED_HEADLINE = 120;
/** A paragraph of prose has so many UTF-16 code units, or is closed and has so many. */
const PROSE = { open: 100, closed: 40 };

/** Whether the evidence suffices. */
export function isSufficient(head: Head | undefined): head is Head {
  return head !== undefined && head.weight >= THRESHOLD;
}

/** Whether a head has nothing to show but its place and how its headline reads. */
export function isBare({ classes }: Pick<Head, 'classes'>): boolean {
  return classes.every((each) => each === 'headline' || each === 'dek');
}

/** Whether a head suffices because its headline is printed again: then no other line of it is the headline. */
export function isProven(head: Head | undefined): head is Head {
  return isSufficient(head) && head.signs.includes('echo');
}

/**
 * Reads a head whose headline is `lines[at]`.
 * @param place what stands above the page that it would begin
 * @returns the head with its evidence; nothing where the line can be no headline at all
 */
export function readHead(lines: readonly Line[], at: number, place: Place, manner: Manner): Head | undefined {
  const first = lines[at];
  if (!first || first.text === '' || isControl(first, manner)) return undefined;
  const until = Math.min(lines.length, at + HEAD_REACH);
  const echoed = readEchoed(lines, at, until, manner);
  if (!echoed && (isOrnament(first.text) || (place !== 'start' && isLed(first.text)))) return undefined;
  const draft = echoed?.draft ?? readUnechoed(lines, at, until, manner);
  const { headline, deks, captions, byline, stated, classes } = draft;
  const signs = signsOf(lines, at, place, manner, draft, echoed);
  return { headline, deks, captions, byline, stated, classes, signs, weight: weigh(signs) };
}

/** A line of dashes or stars, the number of a list, an address: no story is called that, unless its page says it twice. */
const ORNAMENT = /^(?:[-–—_*=~#.·•+|\s]+|[([]?\d{1,4}[.)\]]|(?:https?:\/\/|www\.)\S+)$/iu;
const isOrnament = (text: string) => ORNAMENT.test(text);

function signsOf(
  lines: readonly Line[],
  at: number,
  place: Place,
  manner: Manner,
  draft: HeadDraft,
  echoed: EchoedHead | undefined,
): Sign[] {
  const signs: Sign[] = [];
  const isOpen = place !== 'inside';
  const isEcho = echoed?.isEcho === true;
  if (isOpen) signs.push(place);
  if (echoed) signs.push(isEcho ? 'echo' : 'repeat');
  if (draft.hasControls) signs.push(echoed ? 'furniture' : 'looseFurniture');
  if (draft.captions.length > 0) signs.push('captions');
  if (draft.byline) signs.push(draft.byline.stated ? 'signature' : 'byline');
  if (draft.deks.length > USUAL_DEKS) signs.push('crowded');
  const below = lines[at + draft.classes.length];
  if (isOpen && below && isFiled(below.text)) signs.push('dateline');
  const reading = readingOf(textAt(lines, at), isEcho);
  signs.push(reading);
  const bare = isBare(draft);
  const hasProse = below !== undefined && !isBelowGap(below, manner) && isProse(below.text);
  if (isOpen && (bare || (echoed && !isEcho)) && hasProse) signs.push('prose');
  const inProse = !isOpen && hasProse && isClosed(textAt(lines, at - 1));
  return [...signs, ...signsOfManner(signs, { headline: textAt(lines, at), isOpen, inProse, bare }, manner)];
}

interface Circumstances {
  headline: string;
  /** Whether something stands above that begins a page. */
  isOpen: boolean;
  /** Whether prose stands above and below. */
  inProse: boolean;
  bare: boolean;
}

/** What the looks of the dump's other stories say of a head, by its own signs. */
function signsOfManner(
  signs: readonly Sign[],
  { headline, isOpen, inProse, bare }: Circumstances,
  { heads, faint }: Manner,
): Sign[] {
  const more: Sign[] = [];
  const isLikeFirst = faint !== undefined && signs.includes(faint) && signs.includes('headlineLike');
  if (isLikeFirst && inProse && !(faint === 'repeat' && REFRAIN.test(headline))) more.push('faintManner');
  if (bare && isOpen && heads === 'plain' && !signs.includes('sentence')) more.push('plainManner');
  if (bare && heads === 'marked') more.push('markedManner');
  return more;
}

/** What people sing or shout: quoted, shouted, or three words at most. */
const REFRAIN = /^["'“‘«]|[!?؟…"'”’»]$|^\S+(?:\s\S+){0,2}$/u;

/** Headlines ask and shout as well, but not at length. */
const ASKS = /[?!؟…]["'”’»)\]]*$/u;

function readingOf(text: string, isEcho: boolean): Sign {
  const closed = isClosed(text);
  const isLong = text.length > (closed ? MAX_CLOSED_HEADLINE : MAX_HEADLINE);
  if (isEcho) return isLong || closed ? 'echoedSentence' : 'headlineLike';
  if ((isLong && (closed || ASKS.test(text))) || isAgencyCredit(text)) return 'sentence';
  if (isLong) return 'long';
  return closed ? 'closed' : 'headlineLike';
}

function isProse(text: string): boolean {
  return text.length >= PROSE.open || (text.length >= PROSE.closed && isClosed(text));
}

/** Short, and not closed as a sentence is. */
export function readsLikeHeadline(text: string): boolean {
  return text.length <= MAX_HEADLINE && !isClosed(text);
}
