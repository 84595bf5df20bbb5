// A story read again from its bytes: the same lines, the same blocks, the digest that proves it, and what each line was
// taken for.
import { printedPage, readBlocks } from './blocks.ts';
import { restoreDialect, type SavedDialect } from './heads/dialect.ts';
import { readHead } from './heads/head.ts';
import { book, emptyLedger } from './ledger.ts';
import { EntityDecoder } from './lines/entities.ts';
import { type Line, LineSplitter } from './lines/lines.ts';
import { buildStory, digestLines } from './stories.ts';
import type { Block, Ledger } from './types.ts';

export interface StoryText {
  blocks: Block[];
  digest: string;
}

/**
 * @param bytes the story's bytes, headline to last line
 * @param bodyOffset where in them the body begins
 * @param isEscaped whether its dump has entities throughout
 */
export function readStoryText(bytes: Uint8Array, bodyOffset: number, isEscaped = false): StoryText {
  const { lines } = readLines(bytes, isEscaped);
  const texts = lines.map(({ text }) => text);
  const headLength = lines.filter((line) => line.start < bodyOffset).length;
  const body = texts.slice(headLength);
  const head = texts.slice(0, headLength);
  return {
    blocks: readBlocks(body, printedPage(head, body, lines.slice(headLength))).blocks,
    digest: digestLines(lines),
  };
}

/**
 * What the lines of a story were taken for.
 * @param bytes the story's bytes, headline to last line
 * @param dialect of its dump
 * @returns nothing where the bytes are not such a story
 */
export function readStoryLedger(bytes: Uint8Array, dialect: SavedDialect): Ledger | undefined {
  const { lines, blank } = readLines(bytes, dialect.escaped === true);
  const head = readHead(lines, 0, 'start', restoreDialect(dialect));
  if (!head || lines.length <= head.classes.length) return undefined;
  const ledger = { ...emptyLedger(), blank };
  book(ledger, buildStory(lines, head).classes);
  return ledger;
}

function readLines(bytes: Uint8Array, isEscaped: boolean): { lines: Line[]; blank: number } {
  const splitter = new LineSplitter();
  const lines = [...splitter.push(bytes), ...splitter.end()].filter((line) => line.text !== '');
  if (!isEscaped) return { lines, blank: splitter.blank };
  const decoder = new EntityDecoder();
  const decoded = lines.flatMap((line) => decoder.decode(line) ?? []);
  return { lines: decoded, blank: splitter.blank + decoder.blank };
}
