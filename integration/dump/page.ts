// The text of one page, which holds one story at most: its headline, its head, and all below as its body.

import { confidenceOf, WHOLE_PAGE } from './confidence.ts';
import { doubtMessages } from './doubt-messages.ts';
import { measureDoubts } from './doubts.ts';
import { isNeverHeadline, readHead } from './heads/head.ts';
import { type Opening, openingBelow } from './heads/openings.ts';
import { storyFinder } from './heads/page-story.ts';
import { isTitleOf } from './heads/page-title.ts';
import { sniffDialect } from './heads/sniff-dialect.ts';
import { isIndex, isWholePage } from './heads/whole-page.ts';
import type { WordWeights } from './heads/word-weights.ts';
import { book, emptyLedger } from './ledger.ts';
import { type Line, LineSplitter } from './lines/lines.ts';
import { type Message, message, shorten } from './messages.ts';
import type { DumpOptions } from './reading.ts';
import { buildStory } from './stories.ts';
import { textFaults } from './text-faults.ts';
import type { DumpStory, Ledger } from './types.ts';

/** A page, read. */
export interface ReadPage {
  /** Its story; lines and bytes are counted from the page's beginning. */
  story: DumpStory | undefined;
  /** How sure it is that its story was read right, from 0 to 1. */
  confidence: number | undefined;
  messages: Message[];
  ledger: Ledger;
  lines: number;
}

/** Where the headline of a page stands whose first line is its title, with the site's name: the line that it names. */
function belowTitle(lines: readonly Line[]): number {
  const title = lines[0]?.text ?? '';
  return Math.max(
    0,
    lines.findIndex(({ text }, at) => at > 0 && isTitleOf(title, text)),
  );
}

/** @param bytes of the page's text, in UTF-8 */
export function readPage(bytes: Uint8Array, { furniture, fileDay }: DumpOptions = {}): ReadPage {
  const splitter = new LineSplitter();
  const all = [...splitter.push(bytes), ...splitter.end()];
  const lines = all.filter((line) => line.text !== '');
  const ledger = { ...emptyLedger(), blank: splitter.blank, unclaimed: all.length - lines.length };
  const page: ReadPage = {
    story: undefined,
    confidence: undefined,
    messages: splitter.messages,
    ledger,
    lines: splitter.count,
  };
  const { dialect } = sniffDialect(lines, furniture);
  const context = () => ({ floor: 0, isFirst: true, dialect, seen: new Map() });
  const top = openingBelow(lines, 0, context());
  const part = top && opensPage(top) ? ALL : partOf(lines, dialect.weights);
  const [first] = lines;
  if (first && part.isWhole && isIndex(lines)) {
    ledger.unclaimed += lines.length;
    const text = 'This page is a list of links, with hardly any text; it is not published.';
    page.messages.push(message('no-story', first.number, 1, text));
    return page;
  }
  const own = lines.slice(part.start, part.end);
  const found = part.isTitled ? undefined : part === ALL ? top : openingBelow(own, 0, context());
  const start = found?.start ?? 0;
  const head = found?.head ?? readHead(own, start, 'start', dialect);
  const story = own.slice(start);
  if (!head || story.length <= head.classes.length) {
    ledger.unclaimed += lines.length;
    if (!first) return page;
    const text = head
      ? `No body follows the headline “${shorten(head.headline)}”; it is not published.`
      : 'No headline was found on this page; it is not published.';
    page.messages.push(message(head ? 'no-body' : 'no-headline', first.number, 1, text));
    return page;
  }
  ledger.furniture += lines.length - story.length;
  page.story = buildStory(story, head, { fileDay });
  book(ledger, page.story.classes);
  const leftOut = lines.slice(0, part.start + start).filter((line) => !isNeverHeadline(line, dialect));
  const above = part.isWhole ? WHOLE_PAGE : leftOut.length;
  const reading = measureDoubts(story, head, { ...dialect, shape: undefined }, page.story, above);
  page.confidence = confidenceOf(reading.doubts);
  page.messages.push(...doubtMessages(page.story, reading, page.confidence));
  page.messages.push(...textFaults(page.story));
  return page;
}

interface Part {
  start: number;
  end: number;
  /** Whether the page's title names the headline. */
  isTitled: boolean;
  /** Whether menus and the like were cut off. */
  isWhole: boolean;
}

const ALL: Part = { start: 0, end: Number.POSITIVE_INFINITY, isTitled: false, isWhole: false };

/** A head of text that was taken out of its page has no more lines. */
const SHORT_HEAD = 4;

/** Whether a page begins with its headline, and says right below who wrote the story, or when: no menu is around it. */
function opensPage({ start, head }: Opening): boolean {
  const isStated = head.byline !== undefined || head.stated !== undefined;
  return start === 0 && isStated && head.junk === 0 && head.classes.length <= SHORT_HEAD;
}

/** The part of a page that is its story: from the headline that its title names, or that its prose says again. */
function partOf(lines: readonly Line[], weights: WordWeights): Part {
  const titled = belowTitle(lines);
  const find = storyFinder(weights);
  const isWhole = isWholePage(lines, find);
  const found = isWhole ? find(lines) : undefined;
  const end = found && found.end > titled ? found.end : lines.length;
  return { start: titled || (found?.start ?? 0), end, isTitled: titled > 0, isWhole };
}
