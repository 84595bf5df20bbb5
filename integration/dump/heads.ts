// Where a story begins. Reads the lines from a given one on as if they were a head (headline, dek, captions, page
// controls, echoes, byline) and says what was found, so that the evidence can be weighed.
import { type Byline, readByline, readDateline } from './bylines.ts';
import { hasCredit } from './captions.ts';
import { echoes, sameLine } from './comparison.ts';
import { statedDay } from './dates.ts';
import { type Sign, weigh } from './evidence.ts';
import type { Furniture } from './furniture.ts';
import type { Line } from './lines.ts';
import type { CalendarDay, LineClass } from './types.ts';

/** How many lines below a headline its head can reach; also how far a reader must look ahead. */
export const HEAD_REACH = 32;

/** How a dump's stories look as a whole, as its opening showed. */
export interface Manner {
  /** So many blank lines part stories. */
  gap: number;
  /** Whether its heads have echoes; unknown while that is being found out. */
  heads: 'echoed' | 'plain' | 'unknown';
  /** The lines that are furniture in this dump. */
  furniture: Furniture;
}

/** A head as read; whether it is one is for the weights to say. */
export interface Head {
  headline: string;
  deks: string[];
  captions: string[];
  byline: Byline | undefined;
  /** The day a line of the head states. */
  stated: CalendarDay | undefined;
  /** The class of each of its lines, headline first. */
  classes: LineClass[];
  signs: Sign[];
  weight: number;
}

/** No page prints more controls than this above a headline. */
const MAX_FURNITURE_ABOVE = 6;
const MAX_DEK = 400;
const MAX_DEKS = 2;
const MAX_HEADLINE = 200;
const CLOSED = /[.۔。؛،,:;]["'”’»)\]]*$/u;

/** Whether a line is a page control, by itself and not by its place. */
export function isFurniture(line: Line, manner: Manner): boolean {
  return manner.furniture.has(line.text);
}

/** The index of the first line above `at` that belongs to the same page's furniture; `at` where there is none. */
export function furnitureAbove(lines: readonly Line[], at: number, floor: number, manner: Manner): number {
  let top = at;
  const limit = Math.max(floor, at - MAX_FURNITURE_ABOVE);
  while (top > limit && isBelow(lines[top], manner) && isFurnitureAt(lines, top - 1, manner)) top--;
  return top;
}

const isBelow = (line: Line | undefined, manner: Manner) => line !== undefined && line.gap < manner.gap;

function isFurnitureAt(lines: readonly Line[], at: number, manner: Manner): boolean {
  const line = lines[at];
  return line !== undefined && isFurniture(line, manner);
}

/**
 * Reads a head whose headline is `lines[at]`.
 * @param open whether blank lines, or the dump's beginning, stand above it
 * @returns the head with its evidence; nothing where the line can be no headline at all
 */
export function readHead(
  lines: readonly Line[],
  at: number,
  open: boolean,
  manner: Manner,
): Head | undefined {
  const first = lines[at];
  if (!first || first.text === '' || isFurniture(first, manner)) return undefined;
  const until = headLimit(lines, at, manner);
  const echoed = readEchoed(lines, at, until, manner);
  const parts = echoed ?? readUnechoed(lines, at, until, manner);
  const signs = gatherSigns(lines, at, open, manner, parts);
  return {
    headline: parts.headline,
    deks: parts.deks,
    captions: parts.captions,
    byline: parts.byline,
    stated: parts.stated,
    classes: parts.classes,
    signs,
    weight: weigh(signs),
  };
}

/** A head ends where a gap begins, or out of reach. */
function headLimit(lines: readonly Line[], at: number, manner: Manner): number {
  const reach = Math.min(lines.length, at + HEAD_REACH);
  for (let next = at + 1; next < reach; next++) {
    if ((lines[next]?.gap ?? 0) >= manner.gap) return next;
  }
  return reach;
}

interface Parts {
  headline: string;
  deks: string[];
  captions: string[];
  byline: Byline | undefined;
  stated: CalendarDay | undefined;
  classes: LineClass[];
  echo: 'none' | 'repeat' | 'echo';
  hasFurniture: boolean;
}

const newParts = (headline: string): Parts => ({
  headline,
  deks: [],
  captions: [],
  byline: undefined,
  stated: undefined,
  classes: ['headline'],
  echo: 'none',
  hasFurniture: false,
});

/** Reads a head that prints its headline again; nothing where no echo is in reach, or too much stands between. */
function readEchoed(lines: readonly Line[], at: number, until: number, manner: Manner): Parts | undefined {
  const headline = textAt(lines, at);
  let echoAt = at + 1;
  while (echoAt < until && !echoes(headline, textAt(lines, echoAt))) echoAt++;
  if (echoAt >= until) return undefined;

  // The echo has no site's name behind it; otherwise the first printing is the headline.
  const parts = newParts(sameLine(headline, textAt(lines, echoAt)) ? headline : textAt(lines, echoAt));
  for (let next = at + 1; next < echoAt; next++) {
    if (readControl(lines, next, manner, parts) || readKnownCaption(lines, next, parts)) continue;
    if (readPair(lines, next, echoAt, parts)) {
      next++;
    } else if (returnsBelow(lines, next, echoAt, until) || hasCredit(textAt(lines, next))) {
      addCaption(textAt(lines, next), parts);
    } else if (!readHeadByline(lines, next, parts) && !readDek(lines, next, parts)) {
      return undefined;
    }
  }
  parts.echo = parts.hasFurniture || parts.captions.length > 0 ? 'echo' : 'repeat';
  parts.classes.push('echo');
  readBelowEcho(lines, echoAt + 1, until, manner, parts);
  return parts;
}

/** What a page prints again, or only now, between the echo and the body. */
function readBelowEcho(
  lines: readonly Line[],
  from: number,
  until: number,
  manner: Manner,
  parts: Parts,
): void {
  const printed = [parts.headline, ...parts.deks, ...parts.captions];
  for (let next = from; next < until; next++) {
    const text = textAt(lines, next);
    if (readControl(lines, next, manner, parts)) continue;
    if (printed.some((line) => sameLine(line, text))) parts.classes.push('echo');
    else if (parts.captions.length === 0 && hasCredit(text) && readPair(lines, next, until, parts)) next++;
    else if (!readHeadByline(lines, next, parts)) return;
  }
}

/** Reads a head that does not print its headline again: what stands below it must show what it is by itself. */
function readUnechoed(lines: readonly Line[], at: number, until: number, manner: Manner): Parts {
  const parts = newParts(textAt(lines, at));
  for (let next = at + 1; next < until; next++) {
    if (readControl(lines, next, manner, parts)) continue;
    if (readPair(lines, next, until, parts)) next++;
    else if (!readHeadByline(lines, next, parts) && !readDekAbove(lines, next, until, manner, parts)) break;
  }
  return parts;
}

/** Without an echo, a line is a dek only where captions or page controls stand directly below it. */
function readDekAbove(
  lines: readonly Line[],
  at: number,
  until: number,
  manner: Manner,
  parts: Parts,
): boolean {
  if (parts.classes.length > 1 || at + 1 >= until) return false;
  const below = isFurnitureAt(lines, at + 1, manner) || isPair(lines, at + 1, until);
  return below && !CLOSED.test(textAt(lines, at)) && readDek(lines, at, parts);
}

function readControl(lines: readonly Line[], at: number, manner: Manner, parts: Parts): boolean {
  const day = statedDay(textAt(lines, at));
  if (!day && !isFurnitureAt(lines, at, manner)) return false;
  parts.stated ??= day;
  parts.hasFurniture = true;
  parts.classes.push('furniture');
  return true;
}

const isPair = (lines: readonly Line[], at: number, until: number) =>
  at + 1 < until && sameLine(textAt(lines, at), textAt(lines, at + 1));

function readPair(lines: readonly Line[], at: number, until: number, parts: Parts): boolean {
  if (!isPair(lines, at, until)) return false;
  addCaption(textAt(lines, at), parts);
  parts.classes.push('echo');
  return true;
}

function readKnownCaption(lines: readonly Line[], at: number, parts: Parts): boolean {
  const text = textAt(lines, at);
  if (!parts.captions.some((caption) => sameLine(caption, text))) return false;
  parts.classes.push('echo');
  return true;
}

function returnsBelow(lines: readonly Line[], at: number, echoAt: number, until: number): boolean {
  for (let next = echoAt + 1; next < until; next++) {
    if (sameLine(textAt(lines, at), textAt(lines, next))) return true;
  }
  return false;
}

function addCaption(text: string, parts: Parts): void {
  parts.captions.push(text);
  parts.classes.push('caption');
}

function readHeadByline(lines: readonly Line[], at: number, parts: Parts): boolean {
  const byline = parts.byline ? undefined : readByline(textAt(lines, at));
  if (!byline) return false;
  parts.byline = byline;
  parts.stated ??= byline.stated;
  parts.classes.push('byline');
  return true;
}

function readDek(lines: readonly Line[], at: number, parts: Parts): boolean {
  const text = textAt(lines, at);
  if (parts.deks.length >= MAX_DEKS || text.length > MAX_DEK) return false;
  parts.deks.push(text);
  parts.classes.push('dek');
  return true;
}

/** Short, and not closed as a sentence is. */
export function readsLikeHeadline(text: string): boolean {
  return text.length <= MAX_HEADLINE && !CLOSED.test(text);
}

function gatherSigns(
  lines: readonly Line[],
  at: number,
  open: boolean,
  manner: Manner,
  parts: Parts,
): Sign[] {
  const signs: Sign[] = [];
  if (open) signs.push('gap');
  if (parts.echo !== 'none') signs.push(parts.echo);
  if (parts.hasFurniture) signs.push(parts.echo === 'none' ? 'looseFurniture' : 'furniture');
  if (parts.captions.length > 0) signs.push('captions');
  if (parts.byline) signs.push('byline');
  if (open && readDateline(textAt(lines, at + parts.classes.length))?.dateline.agency) signs.push('dateline');
  const text = textAt(lines, at);
  const sentence = !readsLikeHeadline(text);
  if (!sentence) signs.push('headlineLike');
  else signs.push(parts.echo === 'echo' ? 'echoedSentence' : 'sentence');
  const bare = parts.classes.length === 1;
  if (open && bare && !sentence && manner.heads === 'plain') signs.push('plainManner');
  if (bare && manner.heads === 'echoed') signs.push('echoManner');
  return signs;
}

function textAt(lines: readonly Line[], at: number): string {
  return lines[at]?.text ?? '';
}
