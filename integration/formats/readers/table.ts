// Tables: CSV by RFC 4180 with any of four separators, and text between tabs. The first row names the columns. Decides
// where a row ends, and says where quoting goes wrong. Made for long cells: quotes and line breaks are looked for, what
// stands between them is never gone through byte by byte.
import { Buffer } from 'node:buffer';
import { emptyLedger, type Found, message, shorten } from '../../dump/index.ts';
import { marksDrafts } from '../fields/field-values.ts';
import { dayOf } from '../fields/values.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import { type Cell, findRow, SEPARATORS, type Separator, statesSeparator, textOfCell } from './cells.ts';
import { ObjectRecords } from './object-records.ts';

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const MAX_ROW = 8 * 2 ** 20;
export class TableReader implements FormatReader {
  readonly ledger = emptyLedger();
  readonly #records: ObjectRecords;
  readonly #separator: number;
  #pending = Buffer.alloc(0);
  #columns: string[] | undefined;
  /** Whether its first row is one of values, and no name of a column is known. */
  #isNameless = false;
  #breaks = 0;
  #endsOpen = false;
  /** Whether the current line is booked already. */
  #isMidLine = false;
  #any = false;
  #hasRecords = false;

  constructor(options: FormatOptions, separator: Separator) {
    this.#records = new ObjectRecords(options);
    this.#separator = SEPARATORS[separator];
  }

  get lines(): number {
    return this.#breaks + (this.#endsOpen ? 1 : 0);
  }

  push(chunk: Uint8Array): Found[] {
    const found: Found[] = [];
    this.#pending = Buffer.concat([this.#pending, chunk]);
    if (!this.#any && BYTE_ORDER_MARK.equals(this.#pending.subarray(0, BYTE_ORDER_MARK.length)))
      this.#pending = this.#pending.subarray(BYTE_ORDER_MARK.length);
    this.#readRows(false, found);
    return found;
  }

  end(): Found[] {
    const found: Found[] = [];
    this.#readRows(true, found);
    if (!this.#any)
      found.push({ message: message('empty', Math.max(1, this.lines), 1, 'This dump holds no text.') });
    return found;
  }

  takeText(): Uint8Array[] {
    return this.#records.writer.take();
  }

  #readRows(isEnd: boolean, found: Found[]): void {
    const bytes = this.#pending;
    let from = 0;
    while (from < bytes.length) {
      const row = findRow(bytes, from, this.#separator, isEnd);
      if ('cells' in row) {
        this.#row(bytes, from, row, found);
        from = row.next;
      } else if ('fault' in row) {
        // Its line is left out, and may not be here yet.
        if (!isEnd && bytes.length - from <= MAX_ROW && bytes.indexOf(LINE_FEED, row.fault) < 0) break;
        from = this.#skipFault(bytes, from, row.fault, found);
      } else if (isEnd || bytes.length - from > MAX_ROW) from = this.#skipOpen(bytes, from, found);
      else break;
    }
    this.#pending = Buffer.from(bytes.subarray(from));
    if (isEnd) this.#endsOpen = bytes.length > 0 && bytes.at(-1) !== LINE_FEED;
  }

  #row(bytes: Buffer, from: number, { cells, next }: { cells: Cell[]; next: number }, found: Found[]): void {
    const line = this.#breaks + 1;
    const [only] = cells;
    if (
      cells.length === 1 &&
      only &&
      !only.isQuoted &&
      bytes.toString('latin1', only.start, only.end).trim() === ''
    ) {
      this.#book(bytes, from, next, 'blank');
      return;
    }
    this.#any = true;
    if (!this.#columns && statesSeparator(bytes, from, next)) {
      this.#book(bytes, from, next, 'field');
      return;
    }
    if (this.#isNameless) {
      this.#book(bytes, from, next, 'unclaimed');
      return;
    }
    if (!this.#columns) {
      const columns = cells.map((cell) => textOfCell(bytes, cell).trim());
      this.#isNameless = !columns.some((name) => this.#records.names.meaning(name)) && columns.some(isValue);
      if (this.#isNameless) {
        const text = `This table has no row of names for its columns: the first one is “${shorten(columns.join(', '))}”. Put one above it, such as headline,date,text; nothing of it is published.`;
        found.push({ message: message('unknown-fields', line, 1, text) });
      } else this.#columns = columns;
      this.#book(bytes, from, next, this.#isNameless ? 'unclaimed' : 'field');
      return;
    }
    const lines = breaksIn(bytes, from, next) + (bytes[next - 1] === LINE_FEED ? 0 : 1);
    const filled = cells.findLastIndex(({ start, end }) => end > start) + 1;
    if (cells.length < this.#columns.length || filled > this.#columns.length) {
      this.#book(bytes, from, next, 'unclaimed');
      const text = `This row has ${cells.length} columns of ${this.#columns.length}; it is not published.`;
      found.push({ message: message('malformed', line, 1, text) });
      return;
    }
    const record: Record<string, string> = Object.create(null);
    for (const [at, name] of this.#columns.entries()) {
      const cell = cells[at];
      // By the first row it is told what columns may be that are not known.
      const isAsked =
        this.#records.names.meaning(name) !== undefined || marksDrafts(name) || !this.#hasRecords;
      record[name] = cell && isAsked ? textOfCell(bytes, cell) : '';
    }
    this.#hasRecords = true;
    const read = this.#records.read(record, [line, line + Math.max(1, lines) - 1]);
    found.push(...read);
    this.#book(bytes, from, next, read.some(({ story }) => story) ? 'field' : 'unclaimed');
  }

  /** Leaves out a row whose quoting is wrong, up to the end of the line of its fault. */
  #skipFault(bytes: Buffer, from: number, fault: number, found: Found[]): number {
    const feed = bytes.indexOf(LINE_FEED, fault);
    const next = feed < 0 ? bytes.length : feed + 1;
    const line = this.#breaks + 1 + breaksIn(bytes, from, fault);
    const lineStart = Math.max(from, bytes.lastIndexOf(LINE_FEED, fault - 1) + 1);
    const column = bytes.toString('utf8', lineStart, fault).length + 1;
    const text =
      'A quote closes here and more text stands behind it; this row is not published. Within quotes, a quote is written twice.';
    this.#any = true;
    this.#book(bytes, from, next, 'unclaimed');
    found.push({ message: message('malformed', line, column, text) });
    return next;
  }

  /** Leaves out the line in which a quote opens that is not closed, and what comes below where that is too long. */
  #skipOpen(bytes: Buffer, from: number, found: Found[]): number {
    const isLong = bytes.length - from > MAX_ROW;
    const feed = isLong ? bytes.lastIndexOf(LINE_FEED) : bytes.indexOf(LINE_FEED, from);
    const next = feed < from ? bytes.length : feed + 1;
    const line = this.#breaks + 1;
    this.#any = true;
    this.#book(bytes, from, next, 'unclaimed');
    const text = 'A quote is opened in this row and never closed; the row is not published.';
    found.push({ message: message('malformed', line, 1, text) });
    return next;
  }

  /** @param name what the first line of a row is; of a cell's further lines, each is text or blank */
  #book(bytes: Buffer, from: number, next: number, name: 'field' | 'blank' | 'unclaimed'): void {
    let start = from;
    let isFirst = true;
    while (start < next) {
      const feed = bytes.indexOf(LINE_FEED, start);
      const end = feed < 0 || feed >= next ? next : feed;
      if (feed >= 0 && feed < next) this.#breaks++;
      if (isFirst && this.#isMidLine) this.#isMidLine = false;
      else if (isFirst || name === 'unclaimed') this.ledger[name]++;
      else this.ledger[isBlankBetween(bytes, start, end) ? 'blank' : 'paragraph']++;
      isFirst = false;
      start = end + 1;
    }
    this.#isMidLine = next > from && bytes[next - 1] !== LINE_FEED;
  }
}

/** A name has fewer words, and no full stop. */
const MAX_NAME = 60;
const SENTENCE = /(?:\S+\s+){4}.*[.!?]["”’]?$/su;

/** Whether a cell is a day or a text, which no column is called. */
const isValue = (text: string) => text.length > MAX_NAME || SENTENCE.test(text) || dayOf(text) !== undefined;

function breaksIn(bytes: Buffer, from: number, to: number): number {
  let breaks = 0;
  for (
    let feed = bytes.indexOf(LINE_FEED, from);
    feed >= 0 && feed < to;
    feed = bytes.indexOf(LINE_FEED, feed + 1)
  )
    breaks++;
  return breaks;
}

function isBlankBetween(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x20 && (byte < 0x09 || byte > 0x0d)) return false;
  }
  return true;
}
