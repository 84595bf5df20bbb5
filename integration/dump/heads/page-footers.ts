// What stands below nearly all stories of a dump: lines that are of none, such as who holds the rights, an address, how many words
// a story has; or who wrote each.

import type { Line } from '../lines/lines.ts';
import { isExplicitByline } from '../phrases/bylines.ts';
import { CLOSING_MARKS, closingMark } from '../phrases/rules.ts';
import { readSignerAtFoot } from '../phrases/signers.ts';
import { dayAlone } from '../phrases/stamps.ts';
import { type Dialect, footerForm, isFooter, isFurniture } from './dialect.ts';
import type { Page } from './find-pages.ts';
import { countEach } from './masthead.ts';

/** A longer line is a paragraph. */
const MAX_FOOTER = 300;
/** So large a share of stories end alike. */
const LEAST_PAGES = 6;
const FOOTED = 0.8;
/** Fewer stories may all end with one sentence; with an address, or who holds the rights, two do. */
const FEWEST_PAGES = 2;
const MOST_FOOTERS = 3;

/**
 * @returns the footers of a dump whose stories have them, as printed; one of those that differ in their numbers alone, or are
 * addresses; none where stories are alike further up as well, or have no other text
 */
export function findFooters(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): string[] {
  const bodies = bodyEnds(lines, pages);
  if (bodies.length < FEWEST_PAGES) return [];
  const least = bodies.length < LEAST_PAGES ? bodies.length : FOOTED * bodies.length;
  const mayFoot = (text: string) =>
    mayBeFooter(text) && (bodies.length >= LEAST_PAGES || isPrintedBelow(text));
  const footers = new Map<string, string>();
  while (footers.size <= MOST_FOOTERS) {
    const isNoText = (line: Line) => isFurniture(line, dialect) || footers.has(footerForm(line.text));
    const last = bodies.flatMap((body) => lastLine(body, isNoText) ?? []);
    if (last.length < least) return [];
    const footer = commonFooter(last.filter(mayFoot), least);
    if (footer === undefined) return [...footers.values()];
    footers.set(footerForm(footer), footer);
  }
  return [];
}

function commonFooter(texts: readonly string[], least: number): string | undefined {
  const counts = countEach(texts.map((text) => [footerForm(text)]));
  return texts.find((text) => (counts.get(footerForm(text)) ?? 0) >= least);
}

/** So large a share of stories say below who wrote them, where a program wrote that down. */
const SIGNED = 0.6;

/** Whether most stories are signed below, in lines that say no more than a name. */
export function areSignedBelow(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): boolean {
  const bodies = bodyEnds(lines, pages);
  const isNoText = (line: Line) =>
    isFurniture(line, dialect) || isFooter(line, dialect) || dayAlone(line.text) !== undefined;
  const signed = bodies.filter((body) => readSignerAtFoot(lastLine(body, isNoText) ?? '') !== undefined);
  return bodies.length >= LEAST_PAGES && signed.length >= SIGNED * bodies.length;
}

/** So many lines at a story's end are looked at. */
const END = 12;

/** The last lines of each story that another one stands below. */
function bodyEnds(lines: readonly Line[], pages: readonly Page[]): (readonly Line[])[] {
  const open = pages.filter(({ isOpen }) => isOpen);
  return open.slice(1).map(({ top }, index) => {
    const { start, head } = open[index] ?? { start: 0, head: undefined };
    return lines.slice(Math.max(start + (head?.classes.length ?? 1), top - END), top);
  });
}

const lastLine = (body: readonly Line[], isNoText: (line: Line) => boolean): string | undefined =>
  body.findLast((line) => !isNoText(line))?.text;

const isPrintedBelow = (text: string) =>
  [CLOSING_MARKS.address, CLOSING_MARKS.rights].some((mark) => mark === closingMark(text));

/** What says who wrote a story, or when, is of that story. */
const mayBeFooter = (text: string) =>
  text.length <= MAX_FOOTER && dayAlone(text) === undefined && !isExplicitByline(text);
