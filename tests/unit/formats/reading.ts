// What the tests of formats share: reading a file as `check` and the loader do, in pieces, with its books checked.
import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import {
  type Block,
  type DumpStory,
  type Found,
  type Message,
  readStoryText,
} from '../../../integration/dump/index.ts';
import { createReader } from '../../../integration/formats/create-reader.ts';
import {
  FieldNames,
  type FormatOptions,
  isOwnText,
  type KnownFormat,
  knownFormat,
  readCanonicalStory,
  refuseBinary,
  SNIFFED_BYTES,
  sniffFormat,
} from '../../../integration/formats/index.ts';
import { sum } from '../reading.ts';

/** Lines as they are counted everywhere: line breaks, and one more if anything follows the last. */
function linesIn(bytes: Uint8Array): number {
  const breaks = bytes.reduce((total, byte) => (byte === 0x0a ? total + 1 : total), 0);
  return bytes.length > 0 && bytes.at(-1) !== 0x0a ? breaks + 1 : breaks;
}

function formatOf(bytes: Uint8Array, name: string, options: FormatOptions = {}): KnownFormat {
  const head = bytes.subarray(0, SNIFFED_BYTES);
  const refused = refuseBinary(head, 'utf-8');
  const file = { name, isWhole: bytes.length <= SNIFFED_BYTES, names: new FieldNames(options.fields) };
  return knownFormat(refused ? { refused } : sniffFormat(head, file), name);
}

/** A dump as it was read. */
export interface ReadFile {
  format: KnownFormat['name'];
  stories: DumpStory[];
  messages: Message[];
  /** Codes of its messages. */
  codes: string[];
  ledger: ReturnType<typeof createReader>['ledger'];
  lines: number;
}

/**
 * Reads a file, and proves what holds for every file: the ledger adds up to its lines, and each story's text comes back
 * by its byte range.
 * @param size of the pieces in which it comes
 */
export function readFile(
  content: string | Uint8Array,
  name: string,
  { size = 2 ** 16, format, ...options }: FormatOptions & { size?: number; format?: KnownFormat } = {},
): ReadFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const known = format ?? formatOf(bytes, name, options);
  const reader = createReader(known, options);
  const found: Found[] = [];
  const texts: Uint8Array[] = [];
  const take = (more: Found[]) => {
    found.push(...more);
    texts.push(...(reader.takeText?.() ?? []));
  };
  for (let at = 0; at < bytes.length; at += size)
    take(reader.push(Uint8Array.from(bytes.subarray(at, at + size))));
  take(reader.end());
  const stories = found.flatMap(({ story }) => story ?? []);
  const messages = found.flatMap(({ message }) => message ?? []);
  expect(reader.lines, `lines of ${name}`).toBe(linesIn(bytes));
  expect(sum(reader.ledger), `ledger of ${name}: ${JSON.stringify(reader.ledger)}`).toBe(reader.lines);
  if (reader.takeText) {
    const text = Buffer.concat(texts);
    for (const { bytes: range, body, blocks, digest, lines } of stories) {
      const readBack = isOwnText(known.name) ? readStoryText : readCanonicalStory;
      expect(readBack(text.subarray(...range), body - range[0])).toEqual({ blocks, digest });
      expect(lines[0]).toBeGreaterThanOrEqual(1);
      expect(lines[1]).toBeLessThanOrEqual(reader.lines);
    }
  }
  for (const { line, column } of messages) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  const codes = messages.map(({ code }) => code);
  return { format: known.name, stories, messages, codes, ledger: reader.ledger, lines: reader.lines };
}

/** What a story says, without what is computed of it. */
export function saysOf({
  lines: _,
  bytes: __,
  body: ___,
  classes: ____,
  wordCount: _____,
  digest: ______,
  ...said
}: DumpStory) {
  return said;
}

export const paragraph = (text: string): Block => ({ type: 'paragraph', text });
export const subhead = (text: string): Block => ({ type: 'subhead', text });
export const list = (...items: string[]): Block => ({ type: 'list', items });
