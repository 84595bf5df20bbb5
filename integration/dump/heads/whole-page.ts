// Pages that were copied whole, with their menus above and their footers below. Decides by the mass of short open lines
// that a text is such a page, finds the story by its prose, and the headline by what the prose says again.

import type { Line } from '../lines/lines.ts';
import { isControlText } from '../phrases/controls.ts';
import { isClosed } from './head-builder.ts';
import { isLooseText } from './loose-lines.ts';
import { isShapely, saidBelow } from './shape.ts';

/** A page has so many lines, most of them short and open, and some prose. */
const LEAST_LINES = 40;
const LINKS = 0.6;
const LEAST_PROSE = 3;
const LINK = 60;
const PROSE = 80;
const MOST_PROSE = 400;

/** What a line is worth to a story. */
const WORTH = { link: -0.6, other: 0, perCharacter: 0.01 };

/** A headline stands so many lines above the first paragraph, at most. */
const HEADLINE_ABOVE = 60;
const LEAST_WORDS = 3;
const USUAL = { least: 25, most: 140 };
const HEADLINE = { said: 4, usual: 1, twice: 1, perLine: -0.05, loose: -3, least: 0.8 };
/** A page that was copied whole has a menu above its headline. */
const LEAST_MENU = 5;
/** So much of the prose is compared with a headline. */
const OPENING = 8;

const isLink = ({ text }: Line) => text.length <= LINK && !isClosed(text);
const isProse = ({ text }: Line) => text.length >= PROSE && isClosed(text);

/** Whether lines are a page that was copied whole. */
export function isWholePage(lines: readonly Line[]): boolean {
  if (lines.length < LEAST_LINES) return false;
  return lines.filter(isLink).length >= LINKS * lines.length && lines.filter(isProse).length >= LEAST_PROSE;
}

/** @returns where the story of a page begins and ends; nothing where no headline is found above its prose */
export function findStory(lines: readonly Line[]): { start: number; end: number } | undefined {
  const { from, end } = densest(lines);
  let [best, start] = [HEADLINE.least, -1];
  const body = lines.slice(from, from + OPENING);
  for (let at = from - 1; at >= 0 && at >= from - HEADLINE_ABOVE; at--) {
    const line = lines[at];
    if (!line || !isHeadline(line)) continue;
    const isTwice = lines.some((other, index) => index !== at && other.text === line.text);
    const score =
      HEADLINE.said * saidBelow(line.text, body) +
      (line.text.length >= USUAL.least && line.text.length <= USUAL.most ? HEADLINE.usual : 0) +
      (isTwice ? HEADLINE.twice : 0) +
      (isLooseText(line.text) ? HEADLINE.loose : 0) +
      HEADLINE.perLine * (from - at);
    if (score > best) [best, start] = [score, at];
  }
  return start < LEAST_MENU ? undefined : { start, end };
}

const isHeadline = (line: Line) => line.words >= LEAST_WORDS && isShapely(line) && !isControlText(line.text);

/** Of so many texts outside its story, each is named. */
const MOST_OUTSIDE = 20;

/** @returns the first lines of what may be other stories of a page: as much prose together as a story has */
export function proseOutside(lines: readonly Line[], story: { start: number; end: number }): Line[] {
  const found: Line[] = [];
  const parts = [lines.slice(0, story.start), lines.slice(story.end)];
  for (let part = parts.pop(); part && found.length < MOST_OUTSIDE; part = parts.pop()) {
    const { from, end } = densest(part);
    const first = part[from];
    if (!first || part.slice(from, end).filter(isProse).length < LEAST_PROSE) continue;
    found.push(first);
    parts.push(part.slice(0, from), part.slice(end));
  }
  return found.sort((a, b) => a.number - b.number);
}

/** The run of lines with the most prose among the fewest links. */
function densest(lines: readonly Line[]): { from: number; end: number } {
  let best = { worth: 0, from: 0, end: 0 };
  let [worth, from] = [0, 0];
  for (const [at, line] of lines.entries()) {
    const prose = isProse(line);
    worth += prose
      ? Math.min(MOST_PROSE, line.text.length) * WORTH.perCharacter
      : isLink(line)
        ? WORTH.link
        : WORTH.other;
    if (worth <= 0) [worth, from] = [0, at + 1];
    else if (worth > best.worth) best = { worth, from, end: at + 1 };
  }
  return best;
}
