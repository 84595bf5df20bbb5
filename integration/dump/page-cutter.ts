// Pages that were copied whole, one below another: cuts each to its story, and holds no more than one page.

import { type Dialect, isBelowGap, NO_GAP } from './heads/dialect.ts';
import { type Head, readHead } from './heads/head.ts';
import { openingBelow, withDayAbove } from './heads/openings.ts';
import { isProsaic, isProse } from './heads/page-prose.ts';
import type { FindStory } from './heads/page-story.ts';
import { isIndex, isWholePage, LEAST_LINES, mayBeWholePages, proseOutside } from './heads/whole-page.ts';
import type { Line } from './lines/lines.ts';

/** What is left of a page. */
export interface CutPage {
  /** The lines of its story, headline first; all of them where no story was found. */
  lines: readonly Line[];
  /** The head of its story. */
  head: Head | undefined;
  /** How many lines around the story were left out. */
  furniture: number;
  /** The first lines of what may be other stories of the page. */
  outside: readonly Line[];
  /** The lines of a page that holds no story. */
  index: readonly Line[];
}

/** A longer run of lines is no page. */
const MAX_LINES = 10_000;
/** A site's pages begin alike: where so many lines stand again that a dump begins with, the next page does. */
const TOP = 3;

/** Heads of a dump that print their headline again. */
export interface Echoes {
  count: number;
  /** Whether the first head of the dump is one. */
  isFirst: boolean;
}

/** Links of a page stand twice on it: more echoes on each are headlines. */
const MANY_ECHOES = 4;
/** So many paragraphs a story has at least. */
const LEAST_PROSE = 2;

/**
 * @param find finds stories of pages
 * @param echoes heads of the dump that print their headline again
 * @returns how many blank lines part a dump's pages, where most of what they part are pages that were copied whole;
 * else nothing
 */
export function gapOfWholePages(
  lines: readonly Line[],
  echoes: Echoes,
  { gap }: Dialect,
  find: FindStory,
): number | undefined {
  const most = echoes.isFirst ? 1 : MANY_ECHOES;
  if (!mayBeWholePages(lines)) return undefined;
  const gaps = [...new Set(lines.slice(1).map((line) => line.gap))].filter((each) => each > gap);
  // Of stories that print their headlines again, each has some prose: of more such lines most are links.
  const isOfLinks = lines.filter(isProse).length < LEAST_PROSE * echoes.count;
  let best: { gap: number; stories: number } | undefined;
  for (const each of [gap, ...gaps.sort((a, b) => a - b).slice(0, MOST_GAPS), NO_GAP]) {
    const pages = splitAt(lines, (line) => line.gap >= each);
    const whole = pages.filter((page) => isWholePage(page, find));
    const isEchoed = echoes.count > most * pages.length && !isOfLinks;
    if (isEchoed || whole.flat().length * 2 <= lines.length) return best?.gap;
    const withStory = new Set(whole.filter((page) => find(page) !== undefined));
    if (best && withStory.size < best.stories) return best.gap;
    best = { gap: each, stories: withStory.size };
    // Within a page as many lines may be blank as between two: then what they part are menus, and no stories.
    if (pages.some((page) => !withStory.has(page) && isProsaic(page, 1))) return each;
  }
  return best?.gap;
}

/** Gaps of so many widths are tried. */
const MOST_GAPS = 4;

/** Takes the lines of a dump of whole pages, and gives back what is left of each page. */
export class PageCutter {
  readonly #dialect: Dialect;
  readonly #find: FindStory;
  /** The page above, where the lines below may be its footer or the next page. */
  #above: Line[] = [];
  /** Whether it has a story, once that was looked for. */
  #hasStory: boolean | undefined;
  #page: Line[] = [];
  /** The first lines of the first page. */
  readonly #top: string[] = [];

  /** @param find finds stories of pages */
  constructor(dialect: Dialect, find: FindStory) {
    this.#dialect = dialect;
    this.#find = find;
  }

  /** The line that was taken last. */
  get last(): Line | undefined {
    return this.#page.at(-1) ?? this.#above.at(-1);
  }

  /** @returns the pages above a line, where the line begins the next one */
  push(line: Line): CutPage[] {
    const isNext = isBelowGap(line, this.#dialect) || this.#above.length + this.#page.length >= MAX_LINES;
    const cut = isNext ? this.end() : [];
    this.#page.push(line);
    if (this.#top.length < TOP) this.#top.push(line.text);
    else if (this.#isAtTop()) {
      const next = this.#page.splice(-TOP);
      cut.push(...this.#endPage());
      this.#page = next;
    }
    return cut;
  }

  /** @returns the last pages */
  end(): CutPage[] {
    const cut = this.#endPage();
    if (this.#above.length > 0) cut.push(cutPage(this.#above, this.#dialect, this.#find));
    this.#above = [];
    return cut;
  }

  /** Whether the last lines are those that the first page begins with. */
  #isAtTop(): boolean {
    const page = this.#page;
    if (page.length < LEAST_LINES + TOP || page.at(-1)?.text !== this.#top.at(-1)) return false;
    return page.slice(-TOP).every(({ text }, at) => text === this.#top[at]);
  }

  /** Ends the page so far; where it or the one above has no story, both are one page that prints its menu again. */
  #endPage(): CutPage[] {
    const page = this.#page;
    this.#page = [];
    if (page.length === 0) return [];
    const above = this.#above;
    if (above.length === 0) {
      this.#above = page;
      this.#hasStory = undefined;
      return [];
    }
    this.#hasStory ??= this.#isPage(above);
    const isPage = this.#isPage(page);
    if (isPage && this.#hasStory) {
      this.#above = page;
      return [cutPage(above, this.#dialect, this.#find)];
    }
    above.push(...page);
    this.#hasStory ||= isPage;
    return [];
  }

  #isPage(lines: readonly Line[]): boolean {
    return isWholePage(lines, this.#find) && this.#find(lines) !== undefined;
  }
}

function cutPage(page: readonly Line[], dialect: Dialect, find: FindStory): CutPage {
  const isWhole = isWholePage(page, find);
  const none = { lines: [], head: undefined, furniture: 0, outside: [], index: [] };
  if (isWhole && isIndex(page)) return { ...none, index: page };
  const story = isWhole ? find(page) : undefined;
  // A dump that begins as a page without a story may be many stories that nothing parts.
  const isParted = !isWhole || isBelowGap(page[0], dialect);
  if (!story) return (isParted ? uncutPage(page, dialect) : undefined) ?? { ...none, lines: page };
  const lines = partOf(page, story.start, story.end);
  return {
    ...none,
    lines,
    head: headOf(page, story.start, lines, dialect),
    furniture: page.length - lines.length,
    outside: proseOutside(page, story),
  };
}

/** A day stands so many lines above its headline, at most: further up it is the day on which the page was copied. */
const DAY_ABOVE = 2;

/** @param lines of the story, which begins at `page[start]` */
function headOf(
  page: readonly Line[],
  start: number,
  lines: readonly Line[],
  dialect: Dialect,
): Head | undefined {
  const head = readHead(lines, 0, 'start', dialect);
  return head && withDayAbove(page, Math.max(0, start - DAY_ABOVE), start, dialect, head);
}

/** A page among whole ones that has no menu: it begins with its headline, or a few lines above. */
function uncutPage(page: readonly Line[], dialect: Dialect): CutPage | undefined {
  const opening = isProsaic(page)
    ? openingBelow(page, 0, { floor: 0, isFirst: true, dialect, seen: new Map() })
    : undefined;
  if (!opening) return undefined;
  const { start, head } = opening;
  return { lines: partOf(page, start, page.length), head, furniture: start, outside: [], index: [] };
}

/** The lines of a page's story, below the gap that its page stands below. */
function partOf(page: readonly Line[], start: number, end: number): readonly Line[] {
  const [top, first] = [page[0], page[start]];
  if (top && first) first.gap = Math.max(top.gap, first.gap);
  return page.slice(start, end);
}

/** @returns lines in runs, each but the first begun by a line of a kind */
function splitAt(lines: readonly Line[], begins: (line: Line) => boolean): Line[][] {
  const runs: Line[][] = [[]];
  for (const [at, line] of lines.entries()) {
    if (at > 0 && begins(line)) runs.push([]);
    runs.at(-1)?.push(line);
  }
  return runs;
}
