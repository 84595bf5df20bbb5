// Bytes in any encoding to bytes in UTF-8. Decides the encoding: a byte order mark tells it, else the site's
// option, else it is UTF-8, whose bytes pass through as they are.
import { Buffer } from 'node:buffer';
import { type Message, message } from '../messages.ts';

const UTF8 = 'utf-8';
/** What to do about bytes that are no text. */
export const SAY_ENCODING =
  'Where the dump is in another encoding, say so: encoding: "windows-1252" (Western Europe), "windows-1256" (Arabic) ' +
  'or any label TextDecoder knows, in dumpLoader(), or check --encoding windows-1252.';
/** Stands for bytes that mean nothing. */
const REPLACEMENT = '\ufffd';
/** In these, a replacement character can stand in the text itself; in all others it means that bytes were wrong. */
const WITH_REPLACEMENT = new Set(['utf-16le', 'utf-16be', 'gb18030']);
/** No byte order mark is longer. */
const MARK_BYTES = 3;

/**
 * The name of an encoding by any of its labels (https://encoding.spec.whatwg.org/#names-and-labels):
 * `latin1` is `windows-1252`.
 * @throws Error where TextDecoder knows no such label, with what may be written instead
 */
export function encodingNamed(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    throw new Error(
      `encoding: “${label}” is no encoding that can be read. Name one by a label of the Encoding Standard, as in ` +
        '"utf-8", "windows-1256", "iso-8859-1", "shift_jis"; all are listed at https://encoding.spec.whatwg.org/#names-and-labels.',
      { cause },
    );
  }
}

/**
 * The encoding of a text.
 * @param start its first three bytes, or all where it is shorter
 * @param stated what the site's options say, as `encodingNamed` gives it
 */
export function encodingOf(start: Uint8Array, stated: string = UTF8): string {
  const [one, two, three] = start;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  if (one === 0xef && two === 0xbb && three === 0xbf) return UTF8;
  return stated;
}

/** Turns a text into UTF-8, chunk by chunk. Chunks may end anywhere. */
export class Decoder {
  /** Collects what was no text; whoever reads takes it from here. */
  readonly messages: Message[] = [];
  readonly #stated: string;
  #encoding: string | undefined;
  /** Bytes that are not yet enough to tell the encoding. */
  #start = new Uint8Array();
  /** None where bytes pass through. */
  #decoder: TextDecoder | undefined;
  /** Throws at bytes that mean nothing; none where the decoder's replacement characters tell as much. */
  #strict: TextDecoder | undefined;
  #line = 1;
  /** UTF-16 code units of the current line so far. */
  #column = 0;
  #reported = 0;

  /** @param encoding what the text is in where no byte order mark says otherwise, by its name */
  constructor(encoding: string = UTF8) {
    this.#stated = encoding;
  }

  /** @returns the chunk in UTF-8, and what an earlier one had left open */
  push(chunk: Uint8Array): Uint8Array {
    if (this.#encoding) return this.#decode(chunk);
    const start = this.#start.length > 0 ? Buffer.concat([this.#start, chunk]) : chunk;
    if (start.length < MARK_BYTES) {
      this.#start = Uint8Array.from(start);
      return new Uint8Array();
    }
    this.#begin(start);
    return this.#decode(start);
  }

  /** @returns the rest, once the last chunk was pushed */
  end(): Uint8Array {
    if (this.#encoding) return this.#decoder ? this.#decode() : new Uint8Array();
    this.#begin(this.#start);
    return Buffer.concat([this.#decode(this.#start), this.end()]);
  }

  #begin(start: Uint8Array): void {
    const encoding = encodingOf(start, this.#stated);
    this.#encoding = encoding;
    if (encoding === UTF8) return;
    this.#decoder = new TextDecoder(encoding);
    if (WITH_REPLACEMENT.has(encoding)) this.#strict = new TextDecoder(encoding, { fatal: true });
  }

  /** @param chunk none at the end */
  #decode(chunk?: Uint8Array): Uint8Array {
    if (!this.#decoder) return chunk ?? new Uint8Array();
    const options = { stream: chunk !== undefined };
    const text = this.#decoder.decode(chunk, options);
    this.#count(text, !this.#isSound(chunk, options));
    return Buffer.from(text);
  }

  #isSound(chunk: Uint8Array | undefined, options: TextDecodeOptions): boolean {
    try {
      return this.#strict?.decode(chunk, options) !== undefined;
    } catch {
      this.#strict = undefined;
      return false;
    }
  }

  /** Keeps account of lines and, where replacement characters are faults, reports the first of each line. */
  #count(text: string, doubtful: boolean): void {
    let fault = doubtful ? text.indexOf(REPLACEMENT) : -1;
    for (let from = 0; ; ) {
      const feed = text.indexOf('\n', from);
      const to = feed < 0 ? text.length : feed;
      if (fault >= from && fault < to) this.#report(this.#column + fault - from + 1);
      if (fault >= 0 && fault < to) fault = text.indexOf(REPLACEMENT, to);
      if (feed < 0) {
        this.#column += to - from;
        return;
      }
      this.#line++;
      this.#column = 0;
      from = feed + 1;
    }
  }

  #report(column: number): void {
    if (this.#reported === this.#line) return;
    this.#reported = this.#line;
    const text = `Bytes that mean nothing in ${this.#encoding} stand here; U+FFFD is put in their place. ${SAY_ENCODING}`;
    this.messages.push(message('invalid-bytes', this.#line, column, text));
  }
}
