// Bytes to lines. Decides where a line ends (a line feed; carriage returns belong to the white space at its
// end), what is white space around it, and what is removed from its text. Blank lines are counted, not kept.
import { Buffer, isUtf8 } from 'node:buffer';
import { closeDirections } from '../../utils/directions.ts';
import { type Message, message } from '../messages.ts';
import {
  FORBIDDEN,
  firstForbidden,
  mayHaveMarks,
  PlainBytes,
  Scan,
  withoutEdges,
  withoutForbidden,
} from './characters.ts';
import { SAY_ENCODING } from './decoding.ts';

/** A line with something on it. */
export interface Line {
  /** 1-based. */
  number: number;
  /** Byte offset of the line's first byte. */
  start: number;
  /** Byte offset behind its last byte, line feed not counted. */
  end: number;
  /** Trimmed, NFC, without forbidden characters. Empty for a line that is too long to be text. */
  text: string;
  /** How many words it has. */
  words: number;
  /** How many blank lines stand directly before it; more below a rule that parts stories. */
  gap: number;
}

/** A longer line is not decoded: no paragraph of news is 4 MiB, and a string has an end. */
const MAX_LINE_BYTES = 4 * 2 ** 20;

const LINE_FEED = 0x0a;
/**
 * Marks on one letter: no script has more (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format), and putting
 * them in order takes time by the square of their number.
 */
const MAX_MARKS = 30;
const MANY_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'u');
/** Stands for bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';
const FORM_FEED = 0x0c;
/** A new page parts what stands above and below as so many blank lines do. */
const PAGE_GAP = 2;
/** Space, tab, carriage return and other white space of ASCII. */
const isSpace = (byte: number | undefined) =>
  byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

/**
 * Splits bytes into lines, keeping their place in the whole.
 * Chunks may end anywhere, even inside a character or between CR and LF; the lines are the same.
 */
export class LineSplitter {
  /** Lines seen so far, blank ones included. */
  count = 0;
  blank = 0;
  /** Collects what was odd; whoever reads lines takes it from here. */
  readonly messages: Message[] = [];
  #offset: number;
  /** Blank lines since the last line: those in a row without a byte that is no ASCII, most of them in a row, and others. */
  #run = 0;
  #gap = 0;
  #lookalikes = 0;
  /** Pieces of a line whose end has not come yet. */
  #pieces: Uint8Array[] = [];
  #pending = 0;
  readonly #scan = new Scan();
  /** Of the line that was cleaned last. */
  #words = 0;
  #isPlain = true;

  /** @param from where in its dump the first chunk stands, and how many blank lines above; default: its beginning */
  constructor({ offset, line, gap } = { offset: 0, line: 1, gap: 0 }) {
    this.#offset = offset;
    this.count = line - 1;
    this.#run = gap;
  }

  /** @returns the lines that end in this chunk */
  push(chunk: Uint8Array): Line[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const plain = new PlainBytes(bytes);
    const lines: Line[] = [];
    let from = 0;
    for (;;) {
      // Half of all lines are blank; that is seen at once.
      const feed = bytes[from] === LINE_FEED ? from : bytes.indexOf(LINE_FEED, from);
      if (feed < 0) break;
      this.#endLine(bytes, plain, from, feed, lines);
      this.#offset += 1;
      from = feed + 1;
    }
    if (from < bytes.length) {
      this.#pending += bytes.length - from;
      if (this.#pending > MAX_LINE_BYTES) this.#pieces = [];
      // Copied, since a caller may reuse its buffer for the next chunk.
      else this.#pieces.push(Uint8Array.prototype.slice.call(bytes, from));
    }
    return lines;
  }

  /** @returns the last line, where it had no line feed */
  end(): Line[] {
    const lines: Line[] = [];
    const none = Buffer.alloc(0);
    if (this.#pending > 0) this.#endLine(none, new PlainBytes(none), 0, 0, lines);
    return lines;
  }

  #endLine(bytes: Buffer, plain: PlainBytes, from: number, to: number, lines: Line[]): void {
    this.count++;
    const start = this.#offset;
    const length = this.#pending + to - from;
    if (length === 0) {
      this.blank++;
      this.#run++;
      return;
    }
    const first = this.#pending > 0 ? this.#pieces[0]?.[0] : bytes[from];
    if (first === FORM_FEED) this.#run += PAGE_GAP;
    this.#offset += length;
    if (length > MAX_LINE_BYTES) {
      this.#pending = 0;
      this.#pieces = [];
      const size = `${(length / 2 ** 20).toFixed(1)} MiB`;
      this.messages.push(
        message('line-too-long', this.count, 1, `This line is ${size} long; no story was made of it.`),
      );
      lines.push({ number: this.count, start, end: this.#offset, text: '', words: 0, gap: this.#takeGap() });
      return;
    }
    let text: string;
    if (this.#pending > 0) {
      const whole = Buffer.concat([...this.#pieces, bytes.subarray(from, to)], length);
      this.#pieces = [];
      this.#pending = 0;
      text = this.#clean(whole, new PlainBytes(whole), 0, length, start);
    } else {
      text = this.#clean(bytes, plain, from, to, start);
    }
    if (text === '') {
      this.blank++;
      if (this.#isPlain) this.#run++;
      else this.#addLookalike();
    } else {
      lines.push({
        number: this.count,
        start,
        end: this.#offset,
        text,
        words: this.#words,
        gap: this.#takeGap(),
      });
    }
  }

  /** A line that holds no-break spaces and the like stands for a paragraph without words: it parts two gaps. */
  #addLookalike(): void {
    this.#gap = Math.max(this.#gap, this.#run);
    this.#run = 0;
    this.#lookalikes++;
  }

  #takeGap(): number {
    const gap = Math.max(this.#gap, this.#run) || this.#lookalikes;
    [this.#gap, this.#run, this.#lookalikes] = [0, 0, 0];
    return gap;
  }

  /** @param start byte offset of the line in its dump */
  #clean(bytes: Buffer, plain: PlainBytes, from: number, to: number, start: number): string {
    const first = from;
    while (to > from && isSpace(bytes[to - 1])) to--;
    while (from < to && isSpace(bytes[from])) from++;
    this.#isPlain = from === to;
    if (this.#isPlain) return '';
    this.#words = plain.words(from, to);
    if (this.#words >= 0) return bytes.toString('latin1', from, to);
    const raw = bytes.toString('utf8', from, to);
    if (raw.includes(REPLACEMENT) && !isUtf8(bytes.subarray(from, to))) {
      this.#reportInvalid(bytes.subarray(first, to), start);
    }
    let text = closeDirections(withoutEdges(this.#withoutManyMarks(raw, from - first)).normalize('NFC'));
    const scan = this.#scan.of(text);
    if (scan.hasForbidden) {
      text = this.#withoutForbidden(raw, text, from - first);
      scan.of(text);
    }
    this.#words = scan.words;
    return text;
  }

  /** @param line its bytes, from its first */
  #reportInvalid(line: Buffer, start: number): void {
    const { before, offset } = firstInvalid(line);
    const byte = `0x${(line[offset] ?? 0).toString(16)}`;
    const text = `Byte ${offset + 1} of this line, ${start + offset + 1} of the dump’s text, is not UTF-8 (${byte}). ${SAY_ENCODING}`;
    this.messages.push(message('invalid-bytes', this.count, before.length + 1, text));
  }

  /** @param indent how many characters stand before `raw` in its line */
  #withoutForbidden(raw: string, clean: string, indent: number): string {
    const found = raw.match(FORBIDDEN) ?? [];
    const names = [...new Set(found)].map(
      (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    const text = `Removed ${found.length} forbidden character${found.length === 1 ? '' : 's'}: ${names.slice(0, 5).join(', ')}.`;
    this.messages.push(message('control-characters', this.count, indent + firstForbidden(raw) + 1, text));
    return closeDirections(withoutEdges(withoutForbidden(clean)).normalize('NFC'));
  }

  /** @param indent how many characters stand before `raw` in its line */
  #withoutManyMarks(raw: string, indent: number): string {
    const first = mayHaveMarks(raw, MAX_MARKS) ? raw.search(MANY_MARKS) : -1;
    if (first < 0) return raw;
    const text = `More than ${MAX_MARKS} marks stand on one letter here; those beyond are removed.`;
    this.messages.push(message('combining-marks', this.count, indent + first + 1, text));
    return raw.replace(new RegExp(MANY_MARKS, 'gu'), '$1');
  }
}

/** Where bytes stop being UTF-8: the first replacement character that does not stand there itself. */
function firstInvalid(line: Buffer): { before: string; offset: number } {
  const text = line.toString('utf8');
  let [at, offset, from] = [0, 0, 0];
  for (;;) {
    at = text.indexOf(REPLACEMENT, from);
    offset += Buffer.byteLength(text.slice(from, at));
    if (at < 0 || line.toString('latin1', offset, offset + 3) !== '\xef\xbf\xbd') break;
    offset += 3;
    from = at + 1;
  }
  return { before: text.slice(0, at), offset };
}

/** @returns the text of a line; empty where there is none */
export function textAt(lines: readonly Line[], at: number): string {
  return lines[at]?.text ?? '';
}
