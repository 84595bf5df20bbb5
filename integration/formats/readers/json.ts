// JSON: records in an array, one behind the other, or in a list within an object.
import { emptyLedger, type Found, type LineClass, message } from '../../dump/index.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import { jsonFault } from './json-fault.ts';
import { type JsonRecord, JsonSplitter } from './json-splitter.ts';
import { isRecord, ObjectRecords } from './object-records.ts';

export class JsonReader implements FormatReader {
  readonly ledger = emptyLedger();
  lines = 0;
  readonly #records: ObjectRecords;
  readonly #splitter = new JsonSplitter({
    record: (record) => this.#read(record),
    line: (number, hasInk) => this.#book(number, number, hasInk ? 'markup' : 'blank'),
  });
  #found: Found[] = [];
  #any = false;
  /** The last line that is booked. */
  #booked = 0;

  constructor(options: FormatOptions) {
    this.#records = new ObjectRecords(options);
  }

  push(chunk: Uint8Array): Found[] {
    this.#splitter.push(chunk);
    this.lines = this.#splitter.breaks;
    return this.#take();
  }

  end(): Found[] {
    const { open } = this.#splitter;
    const isCut = !open && this.#splitter.depth > 0;
    this.lines = this.#splitter.end();
    if (open) {
      this.#book(open.line, this.lines, 'unclaimed');
      this.#say(
        open.line,
        open.column,
        'The record that begins here is cut off at the end of the file; it is not published.',
      );
    } else if (isCut) {
      this.#say(
        Math.max(1, this.lines),
        1,
        'The file ends within a list that is not closed: it may have been cut off.',
      );
    }
    if (!this.#splitter.hasInk)
      this.#found.push({ message: message('empty', Math.max(1, this.lines), 1, 'This dump holds no text.') });
    else if (!this.#any && !open && !isCut)
      this.#say(1, 1, 'This JSON has no list of records: expected is [{"headline": …, "text": …}, …].');
    return this.#take();
  }

  takeText(): Uint8Array[] {
    return this.#records.writer.take();
  }

  #take(): Found[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #read({ line, column, lastLine, text, isDeep, bytes }: JsonRecord): void {
    this.#any = true;
    const found = text === undefined ? undefined : this.#parse(text, line, column, lastLine);
    if (!found) {
      const why = isDeep ? 'is nested deeper than any story' : `is ${(bytes / 2 ** 20).toFixed(1)} MiB long`;
      this.#say(line, column, `The record that begins here ${why}; it is not published.`);
    } else this.#found.push(...found);
    this.#book(line, lastLine, found?.some(({ story }) => story) ? 'field' : 'unclaimed');
  }

  #parse(text: string, line: number, column: number, lastLine: number): Found[] {
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      return [{ message: jsonFault(text, line, column) }];
    }
    return isRecord(record) ? this.#records.read(record, [line, lastLine]) : [];
  }

  #say(line: number, column: number, text: string): void {
    this.#found.push({ message: message('malformed', line, column, text) });
  }

  /** Books lines that are not booked yet: two records can share one. */
  #book(first: number, last: number, name: LineClass): void {
    this.ledger[name] += Math.max(0, last - Math.max(first - 1, this.#booked));
    this.#booked = Math.max(this.#booked, last);
  }
}
