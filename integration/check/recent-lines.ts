// The lines of a dump that were read last, to be shown when something is said of one. A message is found at most a
// story later than its line, so a window somewhat larger than the largest story, and than what is read ahead where
// several threads read, is enough.
import { Buffer } from 'node:buffer';

const WINDOW_BYTES = 20 * 2 ** 20;
const LINE_FEED = 0x0a;

/** A byte of the dump, and the line it is in. */
interface Mark {
  offset: number;
  line: number;
}

/** A window on the end of a text, as far as it was read. */
export class RecentLines {
  /** Byte n of the text is at n modulo the window's size. Used over and over: chunks held on to would pile up. */
  readonly #ring = Buffer.allocUnsafe(WINDOW_BYTES);
  /** Where each chunk begins. */
  #marks: Mark[] = [];
  /** How much was read, and the line that comes next. */
  #end: Mark = { offset: 0, line: 1 };

  /** Begins a new text. */
  clear(): void {
    this.#marks = [];
    this.#end = { offset: 0, line: 1 };
  }

  /** @param chunk what follows in the text */
  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += WINDOW_BYTES) this.#add(chunk.subarray(at, at + WINDOW_BYTES));
  }

  /** @returns a line as it stands in the dump, if it is in the window; what is no UTF-8 as U+FFFD */
  line(number: number): string | undefined {
    const mark = this.#marks.findLast(({ line }) => line < number) ?? this.#marks[0];
    if (!mark || number > this.#end.line) return undefined;
    // The first line there is may have lost its beginning, unless it is the first of all.
    if (number <= mark.line && mark.offset > 0) return undefined;
    let start = mark.offset;
    for (let { line } = mark; line < number; line++) start = this.#feedFrom(start) + 1;
    const end = this.#feedFrom(start);
    return this.#slice(start, end).toString('utf8').replace(/\r$/u, '');
  }

  #add(chunk: Uint8Array): void {
    this.#marks.push(this.#end);
    const at = this.#end.offset % WINDOW_BYTES;
    const before = Math.min(chunk.length, WINDOW_BYTES - at);
    this.#ring.set(chunk.subarray(0, before), at);
    this.#ring.set(chunk.subarray(before), 0);
    this.#end = { offset: this.#end.offset + chunk.length, line: this.#end.line + countFeeds(chunk) };
    const lost = this.#marks.findLastIndex(({ offset }) => offset < this.#end.offset - WINDOW_BYTES);
    if (lost >= 0) this.#marks.splice(0, lost + 1);
  }

  /** @returns offset of the next line feed, or the end */
  #feedFrom(start: number): number {
    for (let from = start; from < this.#end.offset; ) {
      const at = from % WINDOW_BYTES;
      const length = Math.min(WINDOW_BYTES - at, this.#end.offset - from);
      const feed = this.#ring.subarray(at, at + length).indexOf(LINE_FEED);
      if (feed >= 0) return from + feed;
      from += length;
    }
    return this.#end.offset;
  }

  #slice(start: number, end: number): Buffer {
    const at = start % WINDOW_BYTES;
    const first = this.#ring.subarray(at, at + end - start);
    return Buffer.concat([first, this.#ring.subarray(0, end - start - first.length)]);
  }
}

function countFeeds(bytes: Uint8Array): number {
  let feeds = 0;
  // Twice as fast as a look at each byte.
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) feeds++;
  return feeds;
}
