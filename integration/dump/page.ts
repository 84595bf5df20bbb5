// The text of one page, which holds one story at most: its headline, its head, and all below as its body.

import { readHead } from './heads/head.ts';
import { openingBelow } from './heads/openings.ts';
import { sniffDialect } from './heads/sniff-dialect.ts';
import { book, emptyLedger } from './ledger.ts';
import { type Line, LineSplitter } from './lines/lines.ts';
import { type Message, message } from './messages.ts';
import { comparisonForm } from './phrases/comparison.ts';
import type { DumpOptions } from './reader.ts';
import { buildStory } from './stories.ts';
import type { DumpStory, Ledger } from './types.ts';

/** A page, read. */
export interface ReadPage {
  /** Its story; lines and bytes are counted from the page's beginning. */
  story: DumpStory | undefined;
  messages: Message[];
  ledger: Ledger;
  lines: number;
}

/** A shorter line below a title that has the site's name behind it, or before, may be a menu's. */
const MIN_HEADLINE = 16;

/** Where the headline of a page stands whose first line is its title, with the site's name: the line that it names. */
function belowTitle(lines: readonly Line[]): number {
  const title = comparisonForm(lines[0]?.text ?? '').toLowerCase();
  const at = lines.findIndex(({ text }, index) => {
    if (index === 0 || text.length < MIN_HEADLINE || text.length >= title.length) return false;
    const form = comparisonForm(text).toLowerCase();
    return PART.test(
      title.startsWith(form)
        ? title.slice(form.length)
        : title.endsWith(form)
          ? title.slice(0, -form.length)
          : '',
    );
  });
  return Math.max(0, at);
}

/** A site's name, and what parts it from a headline. */
const PART = /^\s*[-|:·»]\s*\S.*$|^\S.*[-|:·«]\s*$/u;

/** @param bytes of the page's text, in UTF-8 */
export function readPage(bytes: Uint8Array, { furniture, fileDay }: DumpOptions = {}): ReadPage {
  const splitter = new LineSplitter();
  const all = [...splitter.push(bytes), ...splitter.end()];
  const lines = all.filter((line) => line.text !== '');
  const ledger = { ...emptyLedger(), blank: splitter.blank, unclaimed: all.length - lines.length };
  const page: ReadPage = { story: undefined, messages: splitter.messages, ledger, lines: splitter.count };
  const { dialect } = sniffDialect(lines, furniture);
  const below = belowTitle(lines);
  const found = below > 0 ? undefined : openingBelow(lines, 0, { floor: 0, isFirst: true, dialect });
  const start = found?.start ?? below;
  const head = found?.head ?? readHead(lines, start, 'start', dialect);
  const story = lines.slice(start);
  const first = lines[0];
  if (!head || story.length <= head.classes.length) {
    ledger.unclaimed += lines.length;
    if (!first) return page;
    const text = head
      ? `No body follows the headline “${head.headline.slice(0, 60)}”; it is not published.`
      : 'No headline was found on this page; it is not published.';
    page.messages.push(message(head ? 'no-body' : 'no-headline', first.number, 1, text));
    return page;
  }
  ledger.furniture += start;
  page.story = buildStory(story, head, fileDay);
  book(ledger, page.story.classes);
  return page;
}
