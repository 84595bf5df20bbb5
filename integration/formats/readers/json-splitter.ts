// Where the records of a JSON file begin and end: in an array, one behind the other, or in a list within an object
// (`{"articles": [{…}]}`). Nothing is parsed here: brackets are counted, strings are skipped as a whole, so that a file of
// any size is read record by record.
import { Buffer } from 'node:buffer';

/** A record, cut out. */
export interface JsonRecord {
  /** 1-based place at which it begins. */
  line: number;
  column: number;
  lastLine: number;
  /** Its text; none where it is too long, or deeper than any story. */
  text: string | undefined;
  isDeep: boolean;
  bytes: number;
}

const MAX_RECORD = 8 * 2 ** 20;
/** A record that is deeper is made to exhaust readers. */
const MAX_DEPTH = 128;
/** Lists of records within an object go by these names, and what stands around them too. */
const LISTS =
  /^(?:@graph|articles|items|stories|results|documents|docs|data|records|news|entries|posts|messages|hits|rows|response|feed)$/iu;
/** Objects around a list: `{"response": {"results": [`. */
const MAX_AROUND = 2;
const MAX_NAME = 64;

const [QUOTE, BACKSLASH, LINE_FEED, COMMA, COLON] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const isBlank = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Called with what is found, in order. */
export interface JsonEvents {
  record(record: JsonRecord): void;
  /** A line that ends outside of records; `hasInk` where there is anything on it. */
  line(number: number, hasInk: boolean): void;
}

interface OpenRecord {
  line: number;
  column: number;
  pieces: Uint8Array[];
  bytes: number;
  isDeep: boolean;
}

export class JsonSplitter {
  /** Line feeds so far. */
  breaks = 0;
  /** Whether anything but white space was read. */
  hasInk = false;
  /** Brackets that are open. */
  depth = 0;
  /** Anything at the place of a record that is none. */
  strays = 0;
  readonly #events: JsonEvents;
  #recordDepth = 0;
  #record: OpenRecord | undefined;
  #inString = false;
  #isEscaped = false;
  /** Whether the next string is a name. */
  #beforeName = false;
  #isInName = false;
  #name: number[] = [];
  /** The names that the current value stands under, outermost first, in a record that may be none. */
  #under: string[] = [];
  /** Whether a list was just opened that may be the records'. */
  #mayBeList = false;
  #lineHasInk = false;
  /** Bytes of the current line before this chunk. */
  #lineBefore = 0;
  #lineStart = 0;

  constructor(events: JsonEvents) {
    this.#events = events;
  }

  /** The record that is not closed. */
  get open(): { line: number; column: number } | undefined {
    return this.#record;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#lineStart = 0;
    let start = 0;
    let at = !this.hasInk && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (at < bytes.length) {
      if (this.#inString) {
        at = this.#skipString(bytes, at);
        continue;
      }
      const byte = bytes[at++] ?? 0;
      if (byte === LINE_FEED) this.#endLine(at);
      if (isBlank(byte)) continue;
      this.hasInk = true;
      this.#lineHasInk = true;
      const opened = this.#mayBeList;
      this.#mayBeList = false;
      if (byte === QUOTE) this.#openString();
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (opened && byte === OPEN_OBJECT) this.#enterList();
        if (!this.#record && byte === OPEN_OBJECT && this.depth === this.#recordDepth) {
          start = at - 1;
          const column = this.#lineBefore + at - this.#lineStart;
          this.#record = { line: this.breaks + 1, column, pieces: [], bytes: 0, isDeep: false };
          this.#under = [];
        }
        this.#openBracket(byte);
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        this.depth = Math.max(0, this.depth - 1);
        this.#under.length = Math.min(this.#under.length, Math.max(0, this.depth - this.#recordDepth));
        if (this.#record && this.depth === this.#recordDepth) {
          this.#keep(bytes.subarray(start, at));
          this.#endRecord();
        }
      } else if (byte === COMMA) {
        this.#beforeName = true;
      } else if (byte !== COLON && !this.#record && this.depth === this.#recordDepth) this.strays++;
    }
    if (this.#record) this.#keep(bytes.subarray(start));
    this.#lineBefore += bytes.length - this.#lineStart;
  }

  /** The last line, where no line feed ends it. @returns how many lines there are */
  end(): number {
    const isOpen = this.#lineBefore > 0;
    if (isOpen && !this.#record) this.#events.line(this.breaks + 1, this.#lineHasInk);
    return this.breaks + (isOpen ? 1 : 0);
  }

  #skipString(bytes: Buffer, from: number): number {
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at++;
    }
    for (;;) {
      const quote = bytes.indexOf(QUOTE, at);
      const end = quote < 0 ? bytes.length : quote;
      let backslashes = 0;
      while (end - 1 - backslashes >= at && bytes[end - 1 - backslashes] === BACKSLASH) backslashes++;
      if (this.#isInName && this.#name.length < MAX_NAME)
        this.#name.push(...bytes.subarray(from, Math.min(end, from + MAX_NAME)));
      if (quote >= 0 && backslashes % 2 === 1) {
        at = quote + 1;
        continue;
      }
      this.#countBreaks(bytes, from, end);
      if (quote < 0) {
        this.#isEscaped = backslashes % 2 === 1;
        return bytes.length;
      }
      this.#inString = false;
      if (this.#isInName) this.#endName();
      return quote + 1;
    }
  }

  /** A string has no line feed in JSON; where one stands nevertheless, lines must be right. */
  #countBreaks(bytes: Buffer, from: number, to: number): void {
    for (
      let feed = bytes.indexOf(LINE_FEED, from);
      feed >= 0 && feed < to;
      feed = bytes.indexOf(LINE_FEED, feed + 1)
    )
      this.#endLine(feed + 1);
  }

  #openString(): void {
    this.#inString = true;
    const around = this.depth - this.#recordDepth;
    this.#isInName =
      this.#record !== undefined && this.#recordDepth === 0 && this.#beforeName && around <= MAX_AROUND;
    this.#name = [];
    this.#beforeName = false;
    if (!this.#record && this.depth === this.#recordDepth) this.strays++;
  }

  #endName(): void {
    this.#isInName = false;
    this.#under.length = Math.max(0, this.depth - this.#recordDepth - 1);
    this.#under.push(Buffer.from(this.#name).toString());
  }

  #openBracket(byte: number): void {
    if (this.depth === 0 && !this.#record && byte === OPEN_LIST) this.#recordDepth = 1;
    else if (!this.#record && this.depth === this.#recordDepth) this.strays++;
    this.depth++;
    this.#beforeName = byte === OPEN_OBJECT;
    const record = this.#record;
    if (!record) return;
    const around = this.depth - this.#recordDepth;
    if (around > MAX_DEPTH) record.isDeep = true;
    this.#mayBeList =
      byte === OPEN_LIST &&
      this.#recordDepth === 0 &&
      around === this.#under.length + 1 &&
      this.#under.length > 0 &&
      this.#under.every((name) => LISTS.test(name));
  }

  /** What looked like a record is what stands around a list of them. */
  #enterList(): void {
    const first = this.#record?.line ?? this.breaks + 1;
    this.#record = undefined;
    this.#recordDepth = this.depth;
    for (let line = first; line <= this.breaks; line++) this.#events.line(line, true);
  }

  #keep(bytes: Uint8Array): void {
    const record = this.#record;
    if (!record) return;
    record.bytes += bytes.length;
    // Copied, since a caller may reuse its buffer for the next chunk.
    if (record.bytes <= MAX_RECORD) record.pieces.push(Uint8Array.prototype.slice.call(bytes));
    else record.pieces = [];
  }

  #endRecord(): void {
    const record = this.#record;
    if (!record) return;
    this.#record = undefined;
    const isReadable = record.bytes <= MAX_RECORD && !record.isDeep;
    const { line, column, isDeep, bytes } = record;
    const text = isReadable ? Buffer.concat(record.pieces).toString() : undefined;
    this.#events.record({ line, column, lastLine: this.breaks + 1, text, isDeep, bytes });
  }

  /** @param at the byte behind the line feed */
  #endLine(at: number): void {
    this.breaks++;
    if (!this.#record) this.#events.line(this.breaks, this.#lineHasInk);
    this.#lineHasInk = false;
    this.#lineBefore = 0;
    this.#lineStart = at;
  }
}
