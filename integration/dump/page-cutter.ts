// Pages that were copied whole, one below another: cuts each to its story, and holds no more than one page.

import { type Dialect, isBelowGap } from './heads/dialect.ts';
import { type Head, readHead } from './heads/head.ts';
import { findStory, isIndex, isWholePage, proseOutside } from './heads/whole-page.ts';
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

/** Heads of a dump that print their headline again. */
export interface Echoes {
  count: number;
  /** Whether the first head of the dump is one. */
  isFirst: boolean;
}

/** Links of a page stand twice on it: more echoes on each are headlines. */
const MANY_ECHOES = 4;

/** @returns whether most runs of lines that gaps part are whole pages */
export function areWholePages(lines: readonly Line[], echoes: Echoes, dialect: Dialect): boolean {
  const pages = splitAt(lines, (line) => isBelowGap(line, dialect));
  const most = (echoes.isFirst ? 1 : MANY_ECHOES) * pages.length;
  return echoes.count <= most && pages.filter(isWholePage).length * 2 > pages.length;
}

/** Takes the lines of a dump of whole pages, and gives back what is left of each page. */
export class PageCutter {
  readonly #dialect: Dialect;
  #page: Line[] = [];

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** The line that was taken last. */
  get last(): Line | undefined {
    return this.#page.at(-1);
  }

  /** @returns the page above a line, where the line begins the next one */
  push(line: Line): CutPage | undefined {
    const isNext = isBelowGap(line, this.#dialect) || this.#page.length >= MAX_LINES;
    const cut = isNext ? this.end() : undefined;
    this.#page.push(line);
    return cut;
  }

  /** @returns the last page */
  end(): CutPage | undefined {
    const page = this.#page;
    this.#page = [];
    return page.length > 0 ? cutPage(page, this.#dialect) : undefined;
  }
}

function cutPage(page: readonly Line[], dialect: Dialect): CutPage {
  const isWhole = isWholePage(page);
  const none = { lines: [], head: undefined, furniture: 0, outside: [], index: [] };
  if (isWhole && isIndex(page)) return { ...none, index: page };
  const story = isWhole ? findStory(page) : undefined;
  const [top, first] = [page[0], page[story?.start ?? 0]];
  if (!story || !top || !first) return { ...none, lines: page };
  first.gap = Math.max(top.gap, first.gap);
  const lines = page.slice(story.start, story.end);
  return {
    lines,
    head: readHead(lines, 0, 'start', dialect),
    furniture: page.length - lines.length,
    outside: proseOutside(page, story),
    index: [],
  };
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
