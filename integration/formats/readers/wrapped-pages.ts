// Page text whose lines are broken at a fixed width: joins them, hands what comes out to the reader of pages, and tells its
// findings by the lines of the dump.
import { Buffer } from 'node:buffer';
import {
  addLedger,
  cleanLine,
  type DumpOptions,
  DumpReader,
  emptyLedger,
  type Found,
  type Ledger,
  message,
  type SavedDialect,
} from '../../dump/index.ts';
import type { FormatReader } from '../format.ts';
import { type RawLine, RawLines } from '../raw-lines.ts';
import { HALF_WORDS, joinLines, joinWrapped, type Wraps } from '../text/wraps.ts';

/** So much is read before the first lines are joined: the words in it tell which hyphens split a word. */
const READ_AHEAD = 2 ** 18;
const MAX_WORDS = 200_000;
/** A longer paragraph is joined as far as it goes. */
const MAX_PARAGRAPH = 2000;
const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** A line that was made, and the lines of the dump that it was made of. */
interface Joined {
  first: number;
  last: number;
  /** How many were joined to the first. */
  more: number;
  isBlank: boolean;
}

type LooseWraps = { [Key in keyof Wraps]: Wraps[Key] | undefined } & Pick<Wraps, 'width'>;

export class WrappedPagesReader implements FormatReader {
  readonly #width: number;
  readonly #isDoubled: boolean;
  readonly #isRagged: boolean;
  readonly #reader: DumpReader;
  readonly #lines = new RawLines();
  readonly #words = new Set<string>();
  /** Lines that are not joined yet. */
  #open: RawLine[] = [];
  #size = 0;
  #isReading = false;
  /** Joined lines from number `#from` on; what stands before them is reported. */
  #joined: Joined[] = [];
  #from = 1;
  #made = 0;
  /** Lines that were joined to another, by what they were taken for. */
  readonly #more: Ledger = emptyLedger();
  #moreLines = 0;
  /** Blank lines in a row. */
  #blank = 0;
  #texts: Uint8Array[] = [];
  #any = false;

  /** @param wraps how the lines are broken */
  constructor(options: DumpOptions, { width, isDoubled, isRagged }: LooseWraps) {
    this.#width = width;
    this.#isDoubled = isDoubled === true;
    this.#isRagged = isRagged === true;
    this.#reader = new DumpReader(options);
  }

  get lines(): number {
    return this.#lines.count;
  }

  get ledger(): Ledger {
    const ledger = { ...this.#reader.ledger };
    addLedger(ledger, this.#more);
    // What is in no story is furniture where nothing else was left out.
    const rest = this.#lines.count - this.#made - this.#moreLines;
    ledger[this.#reader.ledger.unclaimed > 0 ? 'unclaimed' : 'furniture'] += Math.max(0, rest);
    return ledger;
  }

  get dialect(): SavedDialect {
    return this.#reader.dialect;
  }

  push(chunk: Uint8Array): Found[] {
    const found: Found[] = [];
    this.#take(this.#lines.push(chunk), found);
    return found;
  }

  end(): Found[] {
    const found: Found[] = [];
    this.#take(this.#lines.end(), found);
    this.#join(this.#open.length, found);
    this.#report(this.#reader.end(), found);
    return found;
  }

  takeText(): Uint8Array[] {
    return this.#texts.splice(0);
  }

  #take(lines: readonly RawLine[], found: Found[]): void {
    found.push(...this.#lines.messages.splice(0).map((each) => ({ message: each })));
    if (!this.#any && lines.length > 0) {
      this.#any = true;
      const doubled = this.#isDoubled ? ', and a blank line stands below each' : '';
      const text = `Lines are broken at about ${this.#width} characters${doubled}; they were joined to paragraphs.`;
      found.push({ message: message('wrapped', lines[0]?.number ?? 1, 1, text) });
    }
    for (const line of lines) {
      if (this.#isDouble(line)) continue;
      this.#open.push(line);
      this.#size += line.text.length;
      if (this.#words.size < MAX_WORDS)
        for (const [word] of line.text.replace(HALF_WORDS, '').toLowerCase().matchAll(WORD))
          this.#words.add(word);
    }
    this.#isReading ||= this.#size > READ_AHEAD;
    if (!this.#isReading) return;
    // As far as a paragraph ends for sure.
    const blank = this.#open.findLastIndex(({ text }) => text.trim() === '');
    const whole = blank < 0 && this.#open.length > MAX_PARAGRAPH ? this.#open.length : blank + 1;
    this.#join(whole, found);
  }

  /** Whether a line is one of the blank lines of which every second one is left out; it is booked then. */
  #isDouble({ text }: RawLine): boolean {
    if (text.trim() !== '') this.#blank = 0;
    else if (this.#isDoubled && this.#blank++ % 2 === 0) {
      this.#more.blank++;
      this.#moreLines++;
      return true;
    }
    return false;
  }

  /** Joins the first so many open lines. */
  #join(count: number, found: Found[]): void {
    const lines = this.#open.splice(0, count);
    if (lines.length === 0) return;
    const groups = joinWrapped(
      lines.map(({ text }) => text),
      this.#width,
      this.#isRagged,
    );
    const out: string[] = [];
    let next = 0;
    const blanksTo = (until: number) => {
      for (; next < until; next++) {
        out.push('');
        this.#add(lines.slice(next, next + 1), true);
      }
    };
    for (const group of groups) {
      const [first = 0] = group;
      const last = group.at(-1) ?? first;
      blanksTo(first);
      const text = joinLines(
        lines.slice(first, last + 1).map((line) => line.text),
        this.#words,
      );
      out.push(text);
      this.#add(lines.slice(first, last + 1), cleanLine(text) === '');
      next = last + 1;
    }
    blanksTo(lines.length);
    const bytes = Buffer.from(`${out.join('\n')}\n`);
    this.#texts.push(bytes);
    this.#report(this.#reader.push(bytes), found);
  }

  #add(lines: readonly RawLine[], isBlank: boolean): void {
    this.#made++;
    const [first, last] = [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1];
    this.#joined.push({ first, last, more: lines.length - 1, isBlank });
  }

  #report(more: readonly Found[], found: Found[]): void {
    let reported = 0;
    for (const one of more) {
      if (one.message) {
        found.push({ message: { ...one.message, line: this.#at(one.message.line).first } });
        continue;
      }
      const { story } = one;
      const [first, last] = story.lines;
      this.#bookMore(first, last, story.classes);
      found.push({ ...one, story: { ...story, lines: [this.#at(first).first, this.#at(last).last] } });
      reported = Math.max(reported, last);
    }
    if (reported < this.#from + 1000) return;
    this.#joined = this.#joined.slice(reported - this.#from);
    this.#from = reported;
  }

  /** Books the lines of a story that were joined to others. */
  #bookMore(first: number, last: number, classes: readonly (keyof Ledger)[]): void {
    let at = 0;
    for (let line = first; line <= last; line++) {
      const { more, isBlank } = this.#at(line);
      if (isBlank) continue;
      const name = classes[at++] ?? 'paragraph';
      this.#more[name] += more;
      this.#moreLines += more;
    }
  }

  #at(line: number): Joined {
    return (
      this.#joined[line - this.#from] ?? this.#joined[0] ?? { first: 1, last: 1, more: 0, isBlank: true }
    );
  }
}
