// WET: WARC records that hold the text of web pages, a page a record. Decides where a record ends: where it says, if the
// next one begins there. The day of a record is the day of a crawl, and dates no story.
import { Buffer } from 'node:buffer';
import { addLedger, emptyLedger, type Found, message, readPage, shorten } from '../../dump/index.ts';
import { urlOf } from '../fields/values.ts';
import type { FormatOptions, FormatReader } from '../format.ts';

const MAX_HEADER = 64 * 1024;
const MAX_PAGE = 8 * 2 ** 20;
const LINE_FEED = 0x0a;
const BEGINS = 'WARC/';
/** What stands between two records, at most. */
const BETWEEN = /^(?:\r?\n){1,8}(?:WARC\/|$)/u;
const LOOKED_AHEAD = 24;

interface Header {
  type: string;
  url: string | undefined;
  length: number;
  /** Whether its content is text. */
  isText: boolean;
  /** Line of the header on which the length stands, from 0. */
  lengthLine: number;
}

export class WetReader implements FormatReader {
  readonly ledger = emptyLedger();
  readonly #options: FormatOptions;
  #pending = Buffer.alloc(0);
  /** Bytes before what is pending. */
  #offset = 0;
  #breaks = 0;
  #isMidLine = false;
  /** Bytes of a record's content that are left out without being held. */
  #skipped = 0;
  /** Whether what comes is left out up to the next record. */
  #isLost = false;
  #any = false;

  constructor(options: FormatOptions) {
    this.#options = options;
  }

  get lines(): number {
    return this.#breaks + (this.#isMidLine ? 1 : 0);
  }

  push(chunk: Uint8Array): Found[] {
    const found: Found[] = [];
    this.#pending = Buffer.concat([this.#pending, chunk]);
    while (this.#step(false, found));
    return found;
  }

  end(): Found[] {
    const found: Found[] = [];
    while (this.#step(true, found));
    if (!this.#any)
      found.push({ message: message('empty', Math.max(1, this.lines), 1, 'This dump holds no text.') });
    return found;
  }

  /** Takes what is pending one step further. @returns whether there may be another step */
  #step(isEnd: boolean, found: Found[]): boolean {
    if (this.#pending.length === 0) return false;
    if (this.#skipped > 0) {
      const length = Math.min(this.#skipped, this.#pending.length);
      this.#skipped -= length;
      this.#take(length, 'unclaimed');
      return true;
    }
    if (this.#isLost) return this.#findNext(isEnd);
    const feed = this.#pending.indexOf(LINE_FEED);
    const line = this.#pending.toString('latin1', 0, feed < 0 ? this.#pending.length : feed).trim();
    if (line === '') {
      if (feed < 0 && !isEnd) return false;
      this.#take(feed < 0 ? this.#pending.length : feed + 1, 'blank');
      return true;
    }
    if (feed < 0 && !isEnd && this.#pending.length < MAX_HEADER) return false;
    this.#any = true;
    if (line.startsWith(BEGINS)) return this.#record(isEnd, found);
    this.#say(found, 0, 'No WARC record begins here; what stands here is left out.');
    this.#isLost = true;
    return true;
  }

  /** Leaves out lines up to one that begins a record. */
  #findNext(isEnd: boolean): boolean {
    const next = this.#pending.indexOf(`\n${BEGINS}`);
    if (next >= 0) {
      this.#isLost = false;
      this.#take(next + 1, 'unclaimed');
      return true;
    }
    // The beginning of what is looked for may be the end of what is here.
    const length = isEnd ? this.#pending.length : this.#pending.length - BEGINS.length;
    if (length <= 0) return false;
    this.#take(length, 'unclaimed');
    return isEnd;
  }

  #record(isEnd: boolean, found: Found[]): boolean {
    const bytes = this.#pending;
    const windows = bytes.indexOf('\r\n\r\n');
    const unix = bytes.indexOf('\n\n');
    const isWindows = windows >= 0 && (unix < 0 || windows < unix);
    const headerEnd = isWindows ? windows + 4 : unix < 0 ? -1 : unix + 2;
    if (headerEnd < 0 || headerEnd > MAX_HEADER) {
      if (headerEnd < 0 && !isEnd && bytes.length <= MAX_HEADER) return false;
      this.#say(found, 0, 'The header of this record has no end; the record is left out.');
      this.#lose();
      return true;
    }
    const header = readHeader(bytes.toString('utf8', 0, headerEnd));
    if (!header) {
      this.#say(found, 0, 'This record says no Content-Length; it is left out.');
      this.#lose();
      return true;
    }
    if (header.length > MAX_PAGE) {
      this.#say(
        found,
        header.lengthLine,
        `This record is ${(header.length / 2 ** 20).toFixed(1)} MiB long; it is left out.`,
      );
      this.#take(headerEnd, 'unclaimed');
      this.#skipped = header.length;
      return true;
    }
    const end = headerEnd + header.length;
    if (bytes.length < end + LOOKED_AHEAD && !isEnd) return false;
    if (bytes.length < end || !BETWEEN.test(bytes.toString('latin1', end, end + LOOKED_AHEAD) || '\n')) {
      this.#wrongLength(header, bytes.length < end, headerEnd, found);
      return true;
    }
    this.#read(header, headerEnd, end, found);
    return true;
  }

  #wrongLength(header: Header, isCut: boolean, headerEnd: number, found: Found[]): void {
    const next = this.#pending.indexOf(`\n${BEGINS}`, headerEnd - 1);
    const isShorter = isCut || (next >= 0 && next < headerEnd + header.length);
    const what = isShorter ? (next < 0 ? 'ends with the file before that' : 'is shorter') : 'is longer';
    this.#say(
      found,
      header.lengthLine,
      `The record says that it is ${header.length} bytes long, and ${what}; it is not published.`,
    );
    this.#lose();
  }

  #read({ isText, url }: Header, headerEnd: number, end: number, found: Found[]): void {
    const content = this.#pending.subarray(headerEnd, end);
    const firstLine = this.#breaksIn(headerEnd);
    this.#header(headerEnd);
    const start = this.#offset;
    if (!isText) {
      this.#take(content.length, 'markup');
      return;
    }
    const { story, confidence, messages, ledger } = readPage(content, this.#options);
    const above = firstLine;
    for (const each of messages) found.push({ message: { ...each, line: each.line + above } });
    addLedger(this.ledger, ledger);
    this.#advance(content.length);
    if (!story) return;
    const { lines, bytes, body } = story;
    found.push({
      story: {
        ...story,
        ...(url && { url }),
        lines: [lines[0] + above, lines[1] + above],
        bytes: [bytes[0] + start, bytes[1] + start],
        body: body + start,
      },
      ...(confidence !== undefined && { confidence }),
    });
    if (story.date) return;
    const text = `Nothing dates “${shorten(story.headline)}”.`;
    found.push({ message: message('undated', lines[0] + above, 1, text) });
  }

  /** Lines above the content, once its header is read. */
  #breaksIn(length: number): number {
    let breaks = this.#breaks;
    for (
      let feed = this.#pending.indexOf(LINE_FEED);
      feed >= 0 && feed < length;
      feed = this.#pending.indexOf(LINE_FEED, feed + 1)
    )
      breaks++;
    return breaks;
  }

  #header(length: number): void {
    const lines = this.#breaksIn(length) - this.#breaks;
    this.ledger.separator++;
    this.ledger.field += lines - 2;
    this.ledger.blank++;
    this.#advance(length);
  }

  #say(found: Found[], line: number, text: string): void {
    found.push({ message: message('malformed', this.#breaks + 1 + line, 1, text) });
  }

  #lose(): void {
    this.#isLost = true;
    // Past the line that begins this record, or it would be found again.
    const feed = this.#pending.indexOf(LINE_FEED);
    this.#take(feed < 0 ? this.#pending.length : feed, 'unclaimed');
  }

  /** Goes on by so many bytes, and books the lines that begin in them. */
  #take(length: number, name: 'unclaimed' | 'blank' | 'markup'): void {
    const before = this.lines;
    this.#advance(length);
    this.ledger[name] += this.lines - before;
  }

  #advance(length: number): void {
    const bytes = this.#pending;
    for (
      let feed = bytes.indexOf(LINE_FEED);
      feed >= 0 && feed < length;
      feed = bytes.indexOf(LINE_FEED, feed + 1)
    )
      this.#breaks++;
    if (length > 0) this.#isMidLine = bytes[length - 1] !== LINE_FEED;
    this.#pending = bytes.subarray(length);
    this.#offset += length;
  }
}

function readHeader(text: string): Header | undefined {
  const lines = text.split(/\r?\n/u);
  const fields = new Map<string, [value: string, line: number]>();
  for (const [at, line] of lines.entries()) {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/u.exec(line) ?? [];
    if (name && value !== undefined) fields.set(name.toLowerCase(), [value.trim(), at]);
  }
  const [length = '', lengthLine = 0] = fields.get('content-length') ?? [];
  if (!/^\d{1,15}$/u.test(length)) return undefined;
  const type = fields.get('warc-type')?.[0].toLowerCase() ?? '';
  const content = fields.get('content-type')?.[0] ?? '';
  return {
    type,
    url: urlOf(fields.get('warc-target-uri')?.[0].replace(/^<|>$/gu, '')),
    length: Number(length),
    isText: type === 'conversion' || (type === 'resource' && /^text\/plain\b/iu.test(content)),
    lengthLine,
  };
}
