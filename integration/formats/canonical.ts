// The text of stories whose format can't be cut by bytes (escapes, quoting, entities, broken lines): how it is written,
// once, into the cache, and read back by byte range. Head lines first, then a line for each paragraph. Marks that no
// cleaned text holds lead the lines of subheads and lists.
import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import type { StoryText } from '../dump/body.ts';
import { countWords, PlainBytes } from '../dump/lines/characters.ts';
import type { Block } from '../dump/types.ts';

const SUBHEAD = '\u0001';
const FIRST_ITEM = '\u001d';
const NEXT_ITEM = '\u001f';

/** Where a story was written, and what tells it from others. */
export interface WrittenStory {
  bytes: [start: number, end: number];
  /** Byte offset at which the body begins. */
  body: number;
  digest: string;
  /** Words in the body. */
  wordCount: number;
}

/** Writes one story behind the other. */
export class CanonicalWriter {
  #offset = 0;
  #pieces: Uint8Array[] = [];

  /** @param head lines that tell the story from others: its headline, and what else is stated */
  write(head: readonly string[], blocks: readonly Block[]): WrittenStory {
    const lines = [...head, ...blocks.flatMap(linesOf)];
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const start = this.#offset;
    this.#offset += bytes.length;
    this.#pieces.push(bytes);
    let body = 0;
    for (let line = 0; line < head.length; line++) body = bytes.indexOf('\n', body) + 1;
    return {
      bytes: [start, this.#offset],
      body: start + body,
      digest: digestOf(bytes),
      wordCount: wordsIn(bytes, body, lines, head.length),
    };
  }

  /** @returns what was written since it was last asked for */
  take(): Uint8Array[] {
    return this.#pieces.splice(0);
  }
}

/**
 * A story's text, read again.
 * @param bytes as they were written
 * @param bodyOffset where in them the body begins
 */
export function readCanonicalStory(bytes: Uint8Array, bodyOffset: number): StoryText {
  const blocks: Block[] = [];
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', bodyOffset);
  for (const line of body.split('\n').slice(0, -1)) {
    const last = blocks.at(-1);
    if (line.startsWith(SUBHEAD)) blocks.push({ type: 'subhead', text: line.slice(1) });
    else if (line.startsWith(FIRST_ITEM)) blocks.push({ type: 'list', items: [line.slice(1)] });
    else if (line.startsWith(NEXT_ITEM) && last?.type === 'list') last.items.push(line.slice(1));
    else blocks.push({ type: 'paragraph', text: line });
  }
  return { blocks, digest: digestOf(bytes) };
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'subhead':
      return [SUBHEAD + block.text];
    case 'list':
      return block.items.map((item, at) => (at === 0 ? FIRST_ITEM : NEXT_ITEM) + item);
  }
}

/** Copied, since a part of a string holds on to the whole, and a digest is kept of every story. */
const digestOf = (bytes: Uint8Array) =>
  Buffer.from(hash('sha256', bytes, 'hex'), 'latin1').toString('latin1', 0, 32);

function wordsIn(bytes: Buffer, from: number, lines: readonly string[], first: number): number {
  const plain = new PlainBytes(bytes);
  let words = 0;
  let start = from;
  for (let at = first; at < lines.length; at++) {
    const end = bytes.indexOf('\n', start);
    const counted = end > start ? plain.words(start, end) : 0;
    words += counted >= 0 ? counted : countWords(lines[at] ?? '');
    start = end + 1;
  }
  return words;
}
