// What readers of line-wise formats share: lines as they stand, stories made of fields and a body, and a ledger in which
// a document's lines are booked once it is known whether it is published.
import { emptyLedger, type Found, type LineClass, type MessageCode, message } from '../../dump/index.ts';
import { CanonicalWriter } from '../canonical.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import { type RawLine, RawLines } from '../raw-lines.ts';
import { makeStory, type StatedFields } from '../stated-story.ts';
import type { StoryBody } from '../text/plain.ts';

const MAX_DOCUMENT = 8 * 2 ** 20;

/** A document of several lines, read. */
export interface ReadDocument {
  lines: readonly RawLine[];
  fields: StatedFields;
  body: StoryBody;
  /** What its lines were taken for, by number; others are furniture. */
  classes: ReadonlyMap<number, LineClass>;
}

export abstract class LineReader implements FormatReader {
  readonly ledger = emptyLedger();
  protected readonly options: FormatOptions;
  protected readonly writer = new CanonicalWriter();
  readonly #lines: RawLines;
  #any = false;

  /** @param longest line that is kept, in bytes; by default, what is usual for text */
  constructor(options: FormatOptions, longest?: number) {
    this.options = options;
    this.#lines = new RawLines(longest);
  }

  get lines(): number {
    return this.#lines.count;
  }

  push(chunk: Uint8Array): Found[] {
    return this.#read(this.#lines.push(chunk));
  }

  end(): Found[] {
    const found = this.#read(this.#lines.end());
    this.finish(found);
    if (!this.#any)
      found.push({ message: message('empty', Math.max(1, this.lines), 1, 'This dump holds no text.') });
    return found;
  }

  takeText(): Uint8Array[] {
    return this.writer.take();
  }

  /** Takes one line. */
  protected abstract line(line: RawLine, found: Found[]): void;

  /** Takes the end of the dump. */
  protected abstract finish(found: Found[]): void;

  /** Makes the story of a document, and books its lines. @returns whether it is published */
  protected publish({ lines, fields, body, classes }: ReadDocument, found: Found[]): boolean {
    const written = lines.filter(({ number }) => classes.has(number));
    const first = written[0]?.number ?? lines[0]?.number ?? 1;
    const last = written.at(-1)?.number ?? first;
    const made = makeStory({ fields, body, lines: [first, last] }, this.writer, this.options.fileDay);
    found.push(...made);
    if (made.length === 0)
      found.push({
        message: message('no-body', first, 1, 'This document has no text; it is not published.'),
      });
    const isPublished = made.some(({ story }) => story !== undefined);
    for (const { number, text } of lines) {
      const name = text.trim() === '' ? 'blank' : (classes.get(number) ?? 'furniture');
      this.ledger[isPublished || name === 'blank' ? name : 'unclaimed']++;
    }
    return isPublished;
  }

  /** Books lines that are no story. */
  protected book(lines: readonly RawLine[], name: LineClass): void {
    for (const { text } of lines) this.ledger[text.trim() === '' ? 'blank' : name]++;
  }

  /** Leaves a document out, and says why. */
  protected leaveOut(
    lines: readonly RawLine[],
    found: Found[],
    text: string,
    code: MessageCode = 'malformed',
  ): void {
    const first = lines.find((line) => line.text.trim() !== '')?.number ?? 1;
    this.book(lines, 'unclaimed');
    found.push({ message: message(code, first, 1, text) });
  }

  /** Says that a document seems to be cut off; what is there of it is published. */
  protected sayCut(lines: readonly RawLine[], found: Found[], missing: string): void {
    const last = lines.findLast((line) => line.text.trim() !== '');
    const text = `${missing}: it seems to be cut off here. What stands above is published.`;
    found.push({ message: message('malformed', last?.number ?? 1, (last?.text.length ?? 0) + 1, text) });
  }

  #read(lines: readonly RawLine[]): Found[] {
    const found: Found[] = this.#lines.messages.splice(0).map((each) => ({ message: each }));
    this.ledger.unclaimed += this.#lines.tooLong;
    this.#any ||= this.#lines.tooLong > 0;
    this.#lines.tooLong = 0;
    for (const line of lines) {
      this.#any ||= line.text.trim() !== '';
      this.line(line, found);
    }
    return found;
  }
}

/** A reader of documents of which each is held until it ends. */
export abstract class DocumentReader extends LineReader {
  #document: RawLine[] = [];
  #size = 0;

  /** The lines of the current document. */
  protected get document(): readonly RawLine[] {
    return this.#document;
  }

  /** Adds a line to the current document. */
  protected add(line: RawLine, found: Found[]): void {
    this.#size += line.text.length + 1;
    if (this.#size <= MAX_DOCUMENT) {
      this.#document.push(line);
      return;
    }
    if (this.#document.length > 0) {
      this.leaveOut(
        this.#document,
        found,
        'This document goes on past 8 MiB; it is not published.',
        'story-too-long',
      );
      this.#document = [];
    }
    this.book([line], 'unclaimed');
  }

  /** @returns the current document, and begins the next */
  protected take(): RawLine[] {
    const lines = this.#document;
    this.#document = [];
    this.#size = 0;
    return lines;
  }
}
