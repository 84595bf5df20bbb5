// The rows of a story index while it is made, in the order in which they come. Each is kept as the line that it becomes, and
// in numbers there is what decides on its place among the others, and on what it leads on to: as objects, rows would take the
// most of what a load has in memory.
import type { CalendarDay } from '../dump/index.ts';
import { doubled } from '../utils/doubled.ts';
import { NumberedTexts } from '../utils/numbered-texts.ts';
import { TextList } from '../utils/text-list.ts';
import { farFrom } from './far-dates.ts';
import { relatedStories, StoryTerms } from './related.ts';
import { isRetracted, MOST_RELATED, type SummaryRow } from './story-summary.ts';

/** Which number of a row is what. */
const DUMP = 0;
const OFFSET = 1;
const LINE = 2;
const DAY = 3;
const CORRECTED = 4;
const RETRACTED = 5;
const FAR = 6;
const NUMBERS = 7;
const ROOM = 1024;

/** Of rows without a day; its number is 0. */
const NO_DAY = '';

/** Dates of a dump that tell nothing of one another. */
const FEW = 5;
/** What a date that is hardly true is sorted by: before all others, and after none. */
const BEFORE_ALL = '0';

/** What a row says that depends on other stories: `lines()` writes it last. */
const OF_OTHERS = /(?:,"far":true)?(?:,"related":\[[\d,-]*\])?\}$/u;

/** A date that is hardly true, with the number of its dump and the line of its story. */
export interface FarDate {
  dump: number;
  day: CalendarDay;
  line: number;
}

export class StoryRows {
  readonly #lines = new TextList();
  readonly #terms = new StoryTerms();
  #numbers = new Float64Array(ROOM * NUMBERS);
  readonly #days = new NumberedTexts(NO_DAY);

  add(row: SummaryRow): void {
    this.#add(JSON.stringify(row), row);
  }

  /** Takes a row of an index. What depends on other stories is told anew. @param line as it stands there */
  take(line: string, row: SummaryRow): void {
    this.#add(line.replace(OF_OTHERS, '}'), row);
  }

  #add(written: string, row: SummaryRow): void {
    const at = this.#lines.add(written);
    this.#terms.add(row);
    if (at * NUMBERS === this.#numbers.length) this.#numbers = doubled(this.#numbers, Float64Array);
    const { location, line, date, corrected } = row;
    const numbers = [
      location[0],
      location[1],
      line,
      this.#days.number(date ?? NO_DAY),
      Number(corrected !== undefined),
      Number(isRetracted(row)),
      0,
    ];
    this.#numbers.set(numbers, at * NUMBERS);
  }

  get length(): number {
    return this.#lines.length;
  }

  /** How many are published without a date. */
  get undated(): number {
    return this.#all().filter((row) => !this.#is(row, RETRACTED) && this.#number(row, DAY) === 0).length;
  }

  /** Ids of all. */
  *ids(): Generator<string> {
    for (const line of this.#lines) {
      const { id }: SummaryRow = JSON.parse(line);
      yield id;
    }
  }

  /**
   * Puts stories whose dates are hardly true behind the other dated ones.
   * @returns their dates, in the order of their dumps
   */
  markFar(): FarDate[] {
    const all = this.#all();
    let farOfAll: { day: CalendarDay | undefined } | undefined;
    const marked: FarDate[] = [];
    for (const rows of Map.groupBy(all, (row) => this.#number(row, DUMP)).values()) {
      const days = this.#daysOf(rows);
      if (days.length < FEW) farOfAll ??= { day: farFrom(this.#daysOf(all)) };
      const far = days.length < FEW ? farOfAll?.day : farFrom(days);
      if (far === undefined) continue;
      for (const row of rows) {
        const day = this.#day(row);
        // What an editor says of a date is true.
        if (day === '' || day < far || this.#is(row, CORRECTED)) continue;
        this.#numbers[row * NUMBERS + FAR] = 1;
        marked.push({ dump: this.#number(row, DUMP), day, line: this.#number(row, LINE) });
      }
    }
    return marked.sort((a, b) => a.dump - b.dump || a.line - b.line);
  }

  /** Rows as they are written, in the order of the site. */
  *lines(): Generator<string> {
    const order = this.#inOrder();
    const published = order.filter((row) => !this.#is(row, RETRACTED));
    const times = Float64Array.from(published, (row) => Date.parse(this.#day(row)));
    const related = relatedStories(this.#terms, published, times);
    /** Of the row in `related`. */
    let from = 0;
    for (const row of order) {
      let line = this.#lines.at(row).slice(0, -1);
      if (this.#is(row, FAR)) line += ',"far":true';
      if (!this.#is(row, RETRACTED)) {
        const found = related.subarray(from, from + MOST_RELATED).filter((distance) => distance !== 0);
        if (found.length > 0) line += `,"related":[${found.join()}]`;
        from += MOST_RELATED;
      }
      yield `${line}}`;
    }
  }

  /** Stories of one day, and those of none, stay in dump order, in whichever order they came. */
  #inOrder(): Uint32Array {
    const ranks = this.#ranks();
    return this.#all().sort(
      (a, b) =>
        (ranks[b] ?? 0) - (ranks[a] ?? 0) ||
        this.#number(a, DUMP) - this.#number(b, DUMP) ||
        this.#number(a, OFFSET) - this.#number(b, OFFSET),
    );
  }

  /** Of each row, how late its day is. */
  #ranks(): Uint32Array {
    const sorted = [...this.#days.all, BEFORE_ALL].sort();
    const rankOf = new Map(sorted.map((day, rank) => [day, rank]));
    return this.#all().map((row) => rankOf.get(this.#is(row, FAR) ? BEFORE_ALL : this.#day(row)) ?? 0);
  }

  #all(): Uint32Array {
    return Uint32Array.from({ length: this.length }, (_, row) => row);
  }

  #daysOf(rows: Iterable<number>): CalendarDay[] {
    const days: CalendarDay[] = [];
    for (const row of rows) if (this.#number(row, DAY) !== 0) days.push(this.#day(row));
    return days;
  }

  #day(row: number): CalendarDay {
    return this.#days.at(this.#number(row, DAY));
  }

  #is(row: number, which: number): boolean {
    return this.#number(row, which) === 1;
  }

  #number(row: number, which: number): number {
    return this.#numbers[row * NUMBERS + which] ?? 0;
  }
}
