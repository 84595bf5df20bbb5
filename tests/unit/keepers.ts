// Six stories with subheads, as programs and archivists write them down one below another: what stands by each headline is for a
// test to say.

import { read } from './reading.ts';

export const THINGS = ['Quarry', 'Borehole', 'Tramway', 'Orchard', 'Lighthouse', 'Bakery'];
/** Their headlines. */
export const named = THINGS.map((thing) => `${thing} keepers ask the council for answers`);

const part = (subhead: string, thing: string, day: string) => [
  subhead,
  `On ${day} the keepers of the ${thing} wrote its number on a wall beside the gate, where children read it aloud.`,
  `A ladder was bought for the ${thing}, the clerk said, and on ${day} another one from a merchant in Halden.`,
];

export const body = (thing: string) => [
  `Keepers of the ${thing} have asked the council for answers since the winter, and were not heard.`,
  ...part(`Why nobody counts the steps of the ${thing} any more`, thing, 'Monday'),
  ...part('Two ladders and a merchant from the coast', thing, 'Tuesday'),
  ...part('What the council wants to know before winter', thing, 'Friday'),
];

/** A line or several for a headline and the number of its story, from 1. */
export type Head = (headline: string, number: number) => string;

/** @param between paragraphs; what stands between stories is the same, but for `foot` */
export const dump = (head: Head, between = '\n\n', foot: (number: number) => string[] = () => []) =>
  THINGS.map((thing, at) =>
    [head(named[at] ?? '', at + 1), ...body(thing), ...foot(at + 1)].join(between),
  ).join(between);
/** The same, where a wide gap stands above each headline. */
export const parted = (text: string) =>
  text.replaceAll(/\n\n(?=[^\n]+(?:\n[^\n]+)*\n\nKeepers of)/gu, '\n\n\n');

export const headlinesOf = (text: string) => read(text).said.map(({ headline }) => headline);
export const doubtful = (text: string) => read(text).messages.filter(({ code }) => code === 'doubtful');
