// JSON Lines: a record a line. A line that is no JSON is reported with the place where it stops being that.
import { emptyLedger, type Found, message } from '../../dump/index.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import { type RawLine, RawLines } from '../raw-lines.ts';
import { jsonFault } from './json-fault.ts';
import { isRecord, ObjectRecords } from './object-records.ts';

const MAX_RECORD = 8 * 2 ** 20;

export class JsonLinesReader implements FormatReader {
  readonly ledger = emptyLedger();
  readonly #lines = new RawLines(MAX_RECORD);
  readonly #records: ObjectRecords;
  #any = false;

  constructor(options: FormatOptions) {
    this.#records = new ObjectRecords(options);
  }

  get lines(): number {
    return this.#lines.count;
  }

  push(chunk: Uint8Array): Found[] {
    return this.#read(this.#lines.push(chunk));
  }

  end(): Found[] {
    const found = this.#read(this.#lines.end());
    if (!this.#any)
      found.push({ message: message('empty', Math.max(1, this.lines), 1, 'This dump holds no text.') });
    return found;
  }

  takeText(): Uint8Array[] {
    return this.#records.writer.take();
  }

  #read(lines: readonly RawLine[]): Found[] {
    const found: Found[] = this.#lines.messages.splice(0).map((each) => ({ message: each }));
    this.ledger.unclaimed += this.#lines.tooLong;
    this.#any ||= this.#lines.tooLong > 0;
    this.#lines.tooLong = 0;
    for (const line of lines) found.push(...this.#record(line));
    return found;
  }

  #record({ number, text }: RawLine): Found[] {
    if (text.trim() === '') {
      this.ledger.blank++;
      return [];
    }
    this.#any = true;
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      this.ledger.unclaimed++;
      return [{ message: jsonFault(text, number, 1) }];
    }
    if (!isRecord(record)) {
      this.ledger.unclaimed++;
      const said = 'This line is no record: an object was expected, as in {"headline": …, "text": …}.';
      return [{ message: message('malformed', number, 1, said) }];
    }
    const found = this.#records.read(record, [number, number]);
    this.ledger[found.some(({ story }) => story) ? 'field' : 'unclaimed']++;
    return found;
  }
}
