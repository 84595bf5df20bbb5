// Lines of a page's body that stand there more than once: tables of contents, boxes that a page prints between all its
// sections, captions beside their picture's description. Decides by where the copies stand and by what is around them.

import { isOpen, MAX_LINK } from './page-shapes.ts';
import { isShouted, isWide } from './phrases/marks.ts';
import type { Aside } from './types.ts';

/** What the copies of lines show. */
export interface Repeats {
  /** What lines were taken for that are no part of the story, by their index. */
  asides: Map<number, Aside>;
  /** Lines that a table of contents names: subheads, whatever stands above them. */
  subheads: ReadonlySet<string>;
}

/** A list of fewer subheads is none. */
const LEAST_CONTENTS = 3;
/** A box has so many lines. */
const LEAST_BOX = 3;
const MAX_BOX = 24;
/** A line that stands again word for word is a refrain, an answer, a figure, unless it is as long as a sentence. */
const LEAST_SENTENCE = 50;
/** A longer one is as likely a paragraph that stands twice by mistake. */
const MAX_CAPTION = 220;
/** A control stands so often; it is no longer. */
const LEAST_CONTROLS = 3;
const MAX_CONTROL = 60;
/** A picture's description and its caption can have so many lines between: credits. */
const MAX_BETWEEN = 2;

/**
 * @param known what lines were taken for by their words
 * @returns what they are by their copies
 */
export function findRepeats(lines: readonly string[], known: readonly Aside[]): Repeats {
  const repeats = { asides: new Map<number, Aside>(), subheads: new Set<string>() };
  const places = placesOf(lines);
  if (places.size === 0) return repeats;
  markContents(lines, places, repeats);
  markBoxes(lines, places, known, repeats.asides);
  for (const [text, at] of places) {
    if (text.length < LEAST_SENTENCE || known[at[0] ?? 0]) continue;
    markSentence(lines, text, at, known, repeats.asides);
  }
  markControl(places, known, repeats.asides);
  return repeats;
}

/** Where each line stands that stands more than once. */
function placesOf(lines: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, text] of lines.entries()) {
    const found = places.get(text);
    if (found) found.push(at);
    else places.set(text, [at]);
  }
  for (const [text, at] of places) if (at.length === 1) places.delete(text);
  return places;
}

/** Whether a line is short and open; it may ask or exclaim. */
const isShort = (text: string) => text.length <= MAX_LINK && isOpen(text.replace(/[?!]$/u, ''));

/** Several open lines in a row, each of which stands alone further down: a table of contents, and subheads. */
function markContents(
  lines: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  { asides, subheads }: { asides: Map<number, Aside>; subheads: Set<string> },
): void {
  // A subhead stands above text.
  const again = (at: number, behind: number) => {
    const text = lines[at] ?? '';
    const copy = isShort(text) ? places.get(text)?.find((place) => place > behind) : undefined;
    return copy !== undefined && !isShort(lines[copy + 1] ?? '') ? copy : undefined;
  };
  for (let from = 0; from < lines.length; from++) {
    let [to, last] = [from, from];
    for (let next = again(to, last); next !== undefined && next > to + 1; next = again(to, last)) {
      last = next;
      to++;
    }
    // Each copy stands below the one before, with text between.
    const firstCopy = again(from, to);
    const isApart = firstCopy !== undefined && firstCopy >= to && last - firstCopy >= 2 * (to - from - 1);
    if (to - from >= LEAST_CONTENTS && isApart) {
      for (let at = from; at < to; at++) {
        asides.set(at, 'echo');
        subheads.add(lines[at] ?? '');
      }
    }
    from = Math.max(from, to - 1);
  }
}

/** Lines that stand in the same order in several places, with prose or page controls around. */
function markBoxes(
  lines: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  known: readonly Aside[],
  asides: Map<number, Aside>,
): void {
  for (const [text, [first = 0, ...more]] of places) {
    if (!isShort(text) || asides.has(first)) continue;
    for (const other of more) {
      const length = sharedLength(lines, first, other);
      const isBox = length >= LEAST_BOX && mostAreOpen(lines, first, first + length);
      if (!isBox || ![first, other].every((at) => isFramed(lines, known, at, at + length))) continue;
      for (let at = 0; at < length; at++) {
        asides.set(first + at, 'furniture');
        asides.set(other + at, 'furniture');
      }
    }
  }
}

function sharedLength(lines: readonly string[], a: number, b: number): number {
  let length = 0;
  while (length < MAX_BOX && a + length < b && lines[b + length] === lines[a + length]) length++;
  return length;
}

const mostAreOpen = (lines: readonly string[], from: number, to: number) =>
  lines.slice(from, to).filter(isShort).length * 3 >= (to - from) * 2;

/** Verses stand among verses. */
const isFramed = (lines: readonly string[], known: readonly Aside[], from: number, to: number) =>
  [from - 1, to].every((at) => known[at] !== undefined || !isShort(lines[at] ?? '.'));

/** A long line that stands again: a caption beside the description of its picture, or a title among page controls. */
function markSentence(
  lines: readonly string[],
  text: string,
  places: readonly number[],
  known: readonly Aside[],
  asides: Map<number, Aside>,
): void {
  const isFurniture = (at: number) => known[at] === 'furniture' || asides.get(at) === 'furniture';
  if (isShort(text) && places.every((at) => isFurniture(at - 1) || isFurniture(at + 1))) {
    for (const at of places) asides.set(at, 'furniture');
    return;
  }
  if (text.length > MAX_CAPTION || text.endsWith('?')) return;
  for (const [index, at] of places.entries()) {
    const above = places[index - 1];
    if (above === undefined || at - above - 1 > MAX_BETWEEN) continue;
    const isBeside = lines.slice(above + 1, at).every((_, step) => known[above + 1 + step] !== undefined);
    if (!isBeside) continue;
    if (!asides.has(above)) asides.set(above, 'caption');
    asides.set(at, 'echo');
  }
}

/** `Article content`: a short open line that stands three times or more, and is the only one: else they are of a list. */
function markControl(
  places: ReadonlyMap<string, readonly number[]>,
  known: readonly Aside[],
  asides: Map<number, Aside>,
): void {
  const found = [...places].filter(
    ([text, at]) =>
      at.length >= LEAST_CONTROLS &&
      text.length <= MAX_CONTROL &&
      isOpen(text) &&
      at.every((each) => !known[each] && !asides.has(each)),
  );
  const [only, ...more] = found;
  if (!only || more.length > 0 || mayBeSpeaker(only[0])) return;
  for (const at of only[1]) asides.set(at, 'furniture');
}

/** Whether a line may say who speaks below it, or above: a name, or a word. */
function mayBeSpeaker(text: string): boolean {
  if (/[@\d]/u.test(text) || !/\p{L}/u.test(text) || isShouted(text)) return true;
  const words = text.split(' ');
  if (isWide(text) || !/\p{Ll}/u.test(text)) return words.length < 2;
  return words.length < 2 || words.every((word) => !/^\p{Ll}/u.test(word));
}
