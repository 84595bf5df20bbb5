// Bytes to lines as they stand, blank ones and indents included, with their numbers: what readers of line-wise formats
// begin with. Decides when a line is too long to be kept.
import { Buffer, isUtf8 } from 'node:buffer';
import { type Message, message, SAY_ENCODING } from '../dump/index.ts';

/** A line as it stands, without its line break. */
export interface RawLine {
  /** 1-based. */
  number: number;
  text: string;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = 0xfeff;
const DEFAULT_LIMIT = 4 * 2 ** 20;

/** Splits bytes into lines. Chunks may end anywhere. */
export class RawLines {
  /** Lines seen so far. */
  count = 0;
  /** Lines that were too long, and are not among those returned. */
  tooLong = 0;
  /** Collects what was odd; whoever reads lines takes it from here. */
  readonly messages: Message[] = [];
  readonly #limit: number;
  #pieces: Uint8Array[] = [];
  #pending = 0;

  /** @param limit longest line that is kept, in bytes */
  constructor(limit = DEFAULT_LIMIT) {
    this.#limit = limit;
  }

  /** @returns the lines that end in this chunk */
  push(chunk: Uint8Array): RawLine[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: RawLine[] = [];
    let from = 0;
    for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, from)) {
      this.#endLine(bytes.subarray(from, feed), lines);
      from = feed + 1;
    }
    if (from < bytes.length) this.#keep(bytes.subarray(from));
    return lines;
  }

  /** @returns the last line, where it had no line break */
  end(): RawLine[] {
    const lines: RawLine[] = [];
    if (this.#pending > 0) this.#endLine(Buffer.alloc(0), lines);
    return lines;
  }

  #keep(bytes: Uint8Array): void {
    this.#pending += bytes.length;
    // Copied, since a caller may reuse its buffer for the next chunk.
    if (this.#pending <= this.#limit) this.#pieces.push(Uint8Array.prototype.slice.call(bytes));
    else this.#pieces = [];
  }

  #endLine(rest: Buffer, lines: RawLine[]): void {
    this.count++;
    const length = this.#pending + rest.length;
    const bytes = this.#pending > 0 && length <= this.#limit ? Buffer.concat([...this.#pieces, rest]) : rest;
    this.#pieces = [];
    this.#pending = 0;
    if (length > this.#limit) {
      this.tooLong++;
      const size = `${(length / 2 ** 20).toFixed(1)} MiB`;
      this.messages.push(
        message('line-too-long', this.count, 1, `This line is ${size} long; no story was made of it.`),
      );
      return;
    }
    const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    let text = bytes.toString('utf8', 0, end);
    if (this.count === 1 && text.charCodeAt(0) === BYTE_ORDER_MARK) text = text.slice(1);
    if (text.includes('\ufffd') && !isUtf8(bytes)) this.#reportInvalid(text);
    lines.push({ number: this.count, text });
  }

  #reportInvalid(text: string): void {
    const said = `Bytes of this line are not UTF-8. ${SAY_ENCODING}`;
    this.messages.push(message('invalid-bytes', this.count, text.indexOf('\ufffd') + 1, said));
  }
}
