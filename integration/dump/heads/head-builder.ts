// A head while it is being read: what its lines were taken for so far, and what they say.

import type { Line } from '../lines/lines.ts';
import type { Byline } from '../phrases/bylines.ts';
import { readByline } from '../phrases/bylines.ts';
import { captionKey, creditOf, sameCaption } from '../phrases/captions.ts';
import { firstLetter, sameLine } from '../phrases/comparison.ts';
import { isAddress } from '../phrases/links.ts';
import { isClosed } from '../phrases/marks.ts';
import { statedDay } from '../phrases/stated.ts';
import type { CalendarDay, LineClass } from '../types.ts';
import type { Dialect } from './dialect.ts';
import { isFurniture } from './dialect.ts';

const MAX_DEK = 400;
/** Two lines of dek are usual. More have to be short, and are evidence against the head. */
export const USUAL_DEKS = 2;
const MAX_DEKS = 6;
const MAX_FURTHER_DEK = 200;
const MAX_BYLINES = 3;
/** A closed text that is longer is a sentence; a shorter one may be a label. */
const MIN_SENTENCE = 100;

/** Takes lines one after another, headline first; each method says whether the line was what it was taken for. */
export class HeadBuilder {
  readonly headline: string;
  readonly deks: string[] = [];
  readonly captions: string[] = [];
  byline: Byline | undefined;
  /** The day a line of the head states. */
  stated: CalendarDay | undefined;
  /** The class of each line so far. */
  readonly classes: LineClass[] = ['headline'];
  hasControls = false;
  /** Where the caption with a key is. */
  readonly #captionAt = new Map<string, number>();
  /** The first letters of captions. */
  readonly #openings = new Set<string>();
  /** Lines of no fixed form that were taken for furniture, days not counted. */
  junk = 0;
  /** Lines that are the address of a page, and nothing else: text may begin with one as well. */
  addresses = 0;
  #signers = 0;

  constructor(headline: string) {
    this.headline = headline;
  }

  /** Page controls, and lines that do nothing but state a day. */
  matchControl(line: Line, dialect: Dialect): boolean {
    const day = statedDay(line.text);
    if (day !== undefined || isFurniture(line, dialect)) this.hasControls = true;
    else if (isAddress(line.text)) this.addresses++;
    else return false;
    this.stated ??= day;
    this.classes.push('furniture');
    return true;
  }

  matchCaption(text: string): void {
    const key = captionKey(text);
    if (!this.#captionAt.has(key)) this.#captionAt.set(key, this.captions.length);
    this.#openings.add(firstLetter(text));
    this.captions.push(text);
    this.classes.push('caption');
  }

  /** A caption and its copy. */
  matchPair(first: string, second: string): void {
    this.matchCaption(richer(first, second));
    this.matchEcho();
  }

  /** Another copy of a caption that was taken. */
  matchCopy(text: string): boolean {
    if (this.captions.length === 0 || !this.#mayBeCopy(text)) return false;
    const at = this.#captionAt.get(captionKey(text)) ?? -1;
    const known = this.captions[at];
    if (known === undefined || !sameCaption(known, text)) return false;
    this.captions[at] = richer(known, text);
    this.matchEcho();
    return true;
  }

  /** False only where a line is a copy of no caption: most begin with another letter. */
  #mayBeCopy(text: string): boolean {
    const letter = firstLetter(text);
    return letter === '' || this.#openings.has(letter) || this.#openings.has('');
  }

  hasDek(text: string): boolean {
    return this.deks.some((dek) => sameLine(dek, text));
  }

  matchEcho(): void {
    this.classes.push('echo');
  }

  matchByline(text: string): boolean {
    const byline = this.#signers < MAX_BYLINES ? readByline(text) : undefined;
    if (!byline) return false;
    this.#signers++;
    const names = new Set([this.byline?.byline, byline.byline].filter((name) => name !== undefined));
    this.byline = { ...byline, ...this.byline, ...(names.size > 0 && { byline: [...names].join(', ') }) };
    this.stated ??= byline.stated;
    this.classes.push('byline');
    return true;
  }

  /** A line that says nothing of the story by itself. */
  matchLine(taken: LineClass): void {
    this.classes.push(taken);
  }

  /** A dek that its place in the head shows, whatever its form. */
  addDek(text: string): void {
    this.deks.push(text);
    this.classes.push('dek');
  }

  addByline(names: string): void {
    this.byline = { byline: names, ...this.byline };
  }

  addDay(day: CalendarDay): void {
    this.stated ??= day;
  }

  /** Takes deks for furniture that turned out to be it. */
  dropDeks(isFurniture: (text: string) => boolean): void {
    const places = [...this.classes.keys()].filter((at) => this.classes[at] === 'dek');
    for (const [index, dek] of [...this.deks.entries()].reverse()) {
      const at = places[index];
      if (at === undefined || !isFurniture(dek)) continue;
      this.deks.splice(index, 1);
      this.classes[at] = 'furniture';
    }
  }

  matchDek(text: string): boolean {
    const further = this.deks.length >= USUAL_DEKS;
    if (further && (this.deks.length >= MAX_DEKS || text.length > MAX_FURTHER_DEK || isClosed(text)))
      return false;
    // What recurs ahead of the echo is another page's headline, and two sentences are a body.
    if (text.length > MAX_DEK || this.hasDek(text) || (isSentence(text) && this.deks.some(isSentence)))
      return false;
    this.deks.push(text);
    this.classes.push('dek');
    return true;
  }
}

const isSentence = (text: string) => text.length > MIN_SENTENCE && isClosed(text);

/** Of two copies of a caption the one that has a credit: alternative texts often lack it. */
function richer(a: string, b: string): string {
  return a !== b && creditOf(a) === undefined && creditOf(b) !== undefined ? b : a;
}
