// What all headlines of a dump have around them that is none of their own words.

import { dressesOf, type Undressed, undress } from '../phrases/dressed-headlines.ts';

/** So many headlines are dressed alike, and so large a share of all. */
const LEAST_ALIKE = 3;
export const ALIKE_SHARE = 0.9;
/** Nothing is put into more than that: a number, a section, and the name of a paper behind. */
const MOST_DRESSES = 3;

/** @returns what nearly all headlines have around them, outermost first */
export function commonDresses(headlines: readonly string[]): string[] {
  const dresses: string[] = [];
  let bare = headlines;
  while (dresses.length < MOST_DRESSES) {
    const dress = dressesOf(bare[0] ?? '').find((each) => areDressedIn(bare, each));
    if (dress === undefined) break;
    dresses.push(dress);
    bare = bare.map((text) => undress(text, dress)?.headline ?? text);
  }
  return dresses;
}

/** @returns a headline without what all headlines of its dump have around them, and the name of a section that was among it */
export function withoutDresses(headline: string, dresses: readonly string[]): Undressed {
  let bare: Undressed = { headline };
  for (const dress of dresses) {
    const { headline: next, section } = undress(bare.headline, dress) ?? bare;
    bare = { headline: next, section: section ?? bare.section };
  }
  return bare;
}

/** Whether nearly all headlines have a dress. */
export function areDressedIn(headlines: readonly string[], dress: string): boolean {
  const alike = headlines.flatMap((text) => undress(text, dress) ?? []);
  const isMost = alike.length >= LEAST_ALIKE && alike.length >= ALIKE_SHARE * headlines.length;
  return isMost && areCounted(alike) && areSections(alike, dress);
}

/** Whether numbers, where there are any, go up or down from headline to headline. */
function areCounted(alike: readonly Undressed[]): boolean {
  const numbers = alike.flatMap(({ number }) => number ?? []);
  const steps = numbers.slice(1).map((number, at) => Math.sign(number - (numbers[at] ?? 0)));
  const most = ALIKE_SHARE * steps.length;
  return [1, -1].some((way) => steps.filter((step) => step === way).length >= most);
}

/** With fewer stories of sections, `Q&A:` may be what all their headlines say. */
const LEAST_OF_SECTIONS = 4;

/** Whether names of sections, where there are any, are several; those without brackets stand in front of several headlines each. */
function areSections(alike: readonly Undressed[], dress: string): boolean {
  const sections = alike.flatMap(({ section }) => section ?? []);
  const names = new Set(sections).size;
  if (names === 0) return true;
  const isBracketed = dress.endsWith('section');
  return names > 1 && (isBracketed || (sections.length >= LEAST_OF_SECTIONS && names < sections.length));
}
