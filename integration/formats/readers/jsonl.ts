// JSON Lines: a record a line. A line that is no JSON is reported with the place where it stops being that.
import { type Found, message } from '../../dump/index.ts';
import type { FormatOptions } from '../format.ts';
import type { RawLine } from '../raw-lines.ts';
import { jsonFault } from './json-fault.ts';
import { LineReader } from './line-reader.ts';
import { isRecord, ObjectRecords } from './object-records.ts';

const MAX_RECORD = 8 * 2 ** 20;

export class JsonLinesReader extends LineReader {
  readonly #records: ObjectRecords;

  constructor(options: FormatOptions) {
    super(options, MAX_RECORD);
    this.#records = new ObjectRecords(options, this.writer);
  }

  protected line({ number, text }: RawLine, found: Found[]): void {
    if (text.trim() === '') {
      this.ledger.blank++;
      return;
    }
    const made = this.#record(number, text);
    this.ledger[made.some(({ story }) => story) ? 'field' : 'unclaimed']++;
    found.push(...made);
  }

  /** Nothing is open between two lines. */
  protected finish(): void {}

  #record(number: number, text: string): Found[] {
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      return [{ message: jsonFault(text, number, 1) }];
    }
    if (isRecord(record)) return this.#records.read(record, [number, number]);
    const said = 'This line is no record: an object was expected, as in {"headline": …, "text": …}.';
    return [{ message: message('malformed', number, 1, said) }];
  }
}
