// Text records: stories one behind the other, each under front matter (between lines of dashes, in YAML), under labelled
// lines (`Title: …`) or under a heading of Markdown or AsciiDoc. Decides where the next record begins: at front matter that names a
// field, at labels that begin with the dump's first one or name a headline, or at a heading of the first one's level where the
// dump begins with one.
import { type Found, type LineClass, message } from '../../dump/index.ts';
import { draftMark, type FieldValues, valuesOf } from '../fields/field-values.ts';
import { FieldNames } from '../fields/names.ts';
import { statedFields } from '../fields/record.ts';
import type { FormatOptions } from '../format.ts';
import type { RawLine } from '../raw-lines.ts';
import { makeStory } from '../stated-story.ts';
import { asciiDocTitle, readAsciiDocHeader } from './asciidoc-header.ts';
import { CodeBlocks } from './code-blocks.ts';
import { type FrontMatter, isFence, mayBeFrontMatter, readFrontMatter } from './front-matter.ts';
import { type Labelled, readLabel } from './labels.ts';
import { LineReader } from './line-reader.ts';
import { headingReader, isAboveTitle, readSigned } from './markdown-title.ts';
import { draft } from './object-records.ts';
import { readRecordText } from './record-text.ts';

const MAX_STORY_BYTES = 8 * 2 ** 20;
/** Who wrote a story and when stands within so many lines below a heading. */
const MAX_SIGNATURE = 6;
/** Front matter is shorter than this, in lines, and so are labels. */
const MAX_FRONT = 300;
const SEPARATOR = /^\s*(?:[-=_*#~•+]\s*){3,}$/u;

/** A line that goes on with the value of the label above. */
const CONTINUES = /^\s{2,}\S/u;

/** A record while it is being read. */
interface OpenRecord {
  first: number;
  values: FieldValues;
  isMarkdown: boolean;
  /** Whether a heading is its headline. */
  isTitled?: boolean;
  /** Where it says that it is a draft. */
  draft?: string | undefined;
  /** Lines of its text. */
  body: RawLine[];
  size: number;
}

export class RecordsReader extends LineReader {
  readonly #names: FieldNames;
  #record: OpenRecord | undefined;
  /** Lines that may be front matter, from the fence that opens it. */
  #front: RawLine[] = [];
  /** Whether front matter was read, and a blank line stood at the top of the first. */
  #hasFront = false;
  #hasGap = false;
  /** Labelled lines in a row. */
  #labels: RawLine[] = [];
  #firstLabel: string | undefined;
  #above = '';
  /** What reads the heading that records begin with, where the dump does; not known before its first line with text. */
  #readTitle: ((line: string) => string | undefined) | undefined;
  #isBegun = false;
  readonly #code = new CodeBlocks();
  #isOverlong = false;
  #orphans = 0;

  constructor(options: FormatOptions) {
    super(options);
    this.#names = new FieldNames(options.fields);
  }

  protected finish(found: Found[]): void {
    this.#endLabels(found);
    this.#giveUpFront(found);
    this.#endRecord(found);
  }

  protected line(line: RawLine, found: Found[]): void {
    if (!this.#isBegun && isAboveTitle(line.text)) {
      this.ledger.markup++;
      return;
    }
    const title = this.#titleIn(line);
    if (title !== undefined) this.#beginAtTitle(line, title, found);
    else if (this.#front.length > 0) this.#frontLine(line, found);
    else if (isFence(line.text) && this.#labels.length === 0 && this.#above.trim() === '')
      this.#front.push(line);
    else this.#textLine(line, found);
    this.#above = line.text;
  }

  #titleIn({ text }: RawLine): string | undefined {
    if (text.trim() === '' || this.#code.holds(text, this.#above)) return undefined;
    if (!this.#isBegun) {
      this.#isBegun = true;
      this.#readTitle =
        headingReader(text) ?? (asciiDocTitle(text) === undefined ? undefined : asciiDocTitle);
    }
    return this.#readTitle?.(text);
  }

  #beginAtTitle({ number }: RawLine, title: string, found: Found[]): void {
    this.finish(found);
    this.ledger.headline++;
    this.#begin({
      first: number,
      values: { headline: title },
      isMarkdown: true,
      isTitled: true,
      body: [],
      size: 0,
    });
  }

  #frontLine(line: RawLine, found: Found[]): void {
    const fence = this.#front[0]?.text.trim() ?? '';
    const isEnd = line.text.trim() === fence || (fence === '---' && line.text.trim() === '...');
    if (isEnd && this.#front.length > 1) {
      const front = readFrontMatter(this.#front, this.#names);
      if (front) this.#beginAtFront(front, found);
      else {
        this.#giveUpFront(found);
        // What was taken for an end may be a beginning.
        if (isFence(line.text)) {
          this.#front.push(line);
          return;
        }
        this.#textLine(line, found);
        return;
      }
      this.ledger.separator++;
      return;
    }
    const isFirst = !this.#hasFront && this.#record === undefined;
    if (
      this.#front.length < MAX_FRONT &&
      mayBeFrontMatter(line.text, fence, this.#front, isFirst || this.#hasGap)
    ) {
      this.#front.push(line);
      return;
    }
    this.#giveUpFront(found);
    if (isFence(line.text)) this.#front.push(line);
    else this.#textLine(line, found);
  }

  #beginAtFront({ values, draft, messages }: FrontMatter, found: Found[]): void {
    this.#endRecord(found);
    const first = this.#front[0]?.number ?? 1;
    if (!this.#hasFront) this.#hasGap = this.#front[1]?.text.trim() === '';
    this.#hasFront = true;
    this.ledger.separator++;
    for (const { text } of this.#front.slice(1)) this.ledger[text.trim() === '' ? 'blank' : 'field']++;
    this.#front = [];
    found.push(...messages.map((each) => ({ message: each })));
    this.#begin({ first, values, draft, isMarkdown: true, body: [], size: 0 });
  }

  #giveUpFront(found: Found[]): void {
    const lines = this.#front;
    this.#front = [];
    for (const line of lines) this.#textLine(line, found);
  }

  #textLine(line: RawLine, found: Found[]): void {
    const isInBlock = this.#labels.length > 0;
    // Below front matter, labels are of the text: programs show how records look.
    const label = this.#hasFront ? undefined : readLabel(line.text, this.#names);
    if (label && (isInBlock ? this.#labels.length < MAX_FRONT : this.#mayBegin(label))) {
      this.#labels.push(line);
      if (label.field !== 'text') return;
      this.#endLabels(found);
      return;
    }
    // What is indented below a label goes on with its value.
    if (isInBlock && CONTINUES.test(line.text)) {
      this.#labels.push(line);
      return;
    }
    this.#endLabels(found, line);
    this.#bodyLine(line, found);
  }

  /** Whether labels may begin with this one: records begin with a label that is not known where the first does. */
  #mayBegin({ field, label }: Labelled): boolean {
    if (this.#above.trim() !== '' && !SEPARATOR.test(this.#above)) return false;
    const isFirst = this.#firstLabel === undefined && this.#record === undefined;
    return field !== undefined || isFirst || label === this.#firstLabel;
  }

  /**
   * Decides whether labelled lines begin a record, or are text.
   * @param below the line below them
   */
  #endLabels(found: Found[], below?: RawLine): void {
    if (this.#labels.length === 0) return;
    const lines = this.#labels.slice(0, this.#labelsBefore(below));
    const text = this.#labels.slice(lines.length);
    this.#labels = [];
    if (lines.length > 0) this.#takeOrBegin(lines, found);
    for (const line of text) this.#bodyLine(line, found);
  }

  /** @returns how many lines are labels: below the last known one may stand text that has colons, `LONDON: The ferry left.` */
  #labelsBefore(below: RawLine | undefined): number {
    const labelled = this.#labels.map(({ text }) => readLabel(text, this.#names));
    const last = labelled.findLastIndex((label) => label?.field !== undefined);
    const isText = (at: number) => at > last && /[.!?…。]["”’)]?$/u.test(labelled[at]?.value ?? '');
    const isBlankBelow = below === undefined || below.text.trim() === '';
    if (isBlankBelow && !labelled.some((_, at) => isText(at))) return this.#labels.length;
    const next = this.#labels.findIndex(({ text }, at) => at > last && !CONTINUES.test(text));
    return next < 0 ? this.#labels.length : next;
  }

  #takeOrBegin(lines: readonly RawLine[], found: Found[]): void {
    const labelled = lines.map(({ text }) => readLabel(text, this.#names));
    const first = labelled[0];
    const isHead = labelled.some((each) => each?.field === 'headline' && each.value !== '');
    const isHere = this.#firstLabel === undefined || first?.label === this.#firstLabel;
    const isNew = this.#record === undefined || this.#record.body.some(({ text }) => text.trim() !== '');
    if (!isNew && this.#record && !isHead) {
      // More labels of the same record, below a blank line.
      this.#takeLabels(lines, this.#record, found);
      return;
    }
    const isKnown = labelled.some((each) => each?.field !== undefined);
    if (!isHead && !(isHere && isKnown && labelled.length > 1)) {
      for (const line of lines) this.#bodyLine(line, found);
      return;
    }
    this.#firstLabel ??= first?.label;
    this.#endRecord(found);
    const record: OpenRecord = {
      first: lines[0]?.number ?? 1,
      values: {},
      isMarkdown: false,
      body: [],
      size: 0,
    };
    this.#begin(record);
    this.#takeLabels(lines, record, found);
  }

  #takeLabels(lines: readonly RawLine[], record: OpenRecord, found: Found[]): void {
    const stated: Record<string, string> = {};
    let last = '';
    let text: RawLine | undefined;
    for (const line of lines) {
      const label = readLabel(line.text, this.#names);
      if (label?.field === 'text') text = { number: line.number, text: label.value };
      else if (label) {
        last = label.label;
        stated[last] = label.value;
      } else if (last !== '') stated[last] += ` ${line.text.trim()}`;
      this.ledger.field++;
    }
    record.values = { ...valuesOf(stated, this.#names), ...record.values };
    if (text && text.text !== '') {
      this.ledger.field--;
      this.#bodyLine(text, found);
    }
  }

  #begin(record: OpenRecord): void {
    this.#record = record;
    this.#isOverlong = false;
    this.#orphans = 0;
  }

  #bodyLine(line: RawLine, found: Found[]): void {
    const record = this.#record;
    if (!record || this.#isOverlong) {
      const isBlank = line.text.trim() === '';
      this.ledger[isBlank ? 'blank' : SEPARATOR.test(line.text) ? 'separator' : 'unclaimed']++;
      if (!isBlank && !record && this.#orphans++ === 0) {
        const text = 'No field stands above this text; it is not published.';
        found.push({ message: message('no-headline', line.number, 1, text) });
      }
      return;
    }
    record.body.push(line);
    record.size += line.text.length;
    if (record.size <= MAX_STORY_BYTES) return;
    this.#isOverlong = true;
    const text = 'This story goes on past 8 MiB; from here to the next record nothing is published.';
    found.push({ message: message('story-too-long', line.number, 1, text) });
  }

  #endRecord(found: Found[]): void {
    const record = this.#record;
    if (!record) return;
    this.#record = undefined;
    const { body } = record;
    // Between records stand rules and blank lines.
    let end = body.length;
    while (end > 0 && isBetween(body[end - 1]?.text ?? '')) end--;
    for (const { text } of body.slice(end)) this.ledger[text.trim() === '' ? 'blank' : 'separator']++;
    const all = body.slice(0, end);
    const lines = record.isTitled
      ? this.#withoutSignature(this.#withoutHeader(all, record), record.values)
      : all;
    const { body: read, messages } = readRecordText(lines, record.isMarkdown);
    const last = body[end - 1]?.number ?? record.first;
    if (record.draft !== undefined) {
      found.push({ message: draft(record.draft, record.first) });
      this.#book(read.classes, lines.length, false);
      return;
    }
    const made = makeStory(
      { fields: statedFields(record.values), body: read, lines: [record.first, last], classes: read.classes },
      this.writer,
      this.options.fileDay,
    );
    found.push(...made, ...messages.map((each) => ({ message: each })));
    this.#book(
      read.classes,
      lines.length,
      made.some(({ story }) => story !== undefined),
    );
    if (made.length > 0) {
      if (record.isTitled && read.blocks.every(({ type }) => type !== 'paragraph'))
        found.push({ message: message('doubtful', record.first, 1, LIST_ALONE) });
      return;
    }
    found.push({
      message: message('no-body', record.first, 1, 'This record has no text; it is not published.'),
    });
  }

  /** Takes what an AsciiDoc document states below its title. @returns the lines below */
  #withoutHeader(lines: readonly RawLine[], record: OpenRecord): readonly RawLine[] {
    if (this.#readTitle !== asciiDocTitle) return lines;
    const header = readAsciiDocHeader(lines);
    record.values = { ...valuesOf(header.stated, this.#names), ...record.values };
    record.draft = draftMark(header.stated);
    this.ledger.field += header.lines;
    return lines.slice(header.lines);
  }

  /** Takes what stands between a heading and the text. @returns the lines of the text */
  #withoutSignature(lines: readonly RawLine[], values: FieldValues): readonly RawLine[] {
    let text = 0;
    for (const [at, line] of lines.entries()) {
      if (line.text.trim() === '') continue;
      const signed = at < MAX_SIGNATURE ? readSigned(line.text) : undefined;
      if (!signed) break;
      values.byline ??= signed.byline;
      values.date ??= signed.date;
      this.ledger.field++;
      this.ledger.blank += at - text;
      text = at + 1;
    }
    return lines.slice(text);
  }

  #book(classes: readonly LineClass[], lines: number, isPublished: boolean): void {
    for (const name of classes) this.ledger[isPublished ? name : 'unclaimed']++;
    // Lines without anything that is text are blank, or held characters that are removed.
    this.ledger.blank += lines - classes.length;
  }
}

const LIST_ALONE =
  'This may be no story: below its heading stand lists and no paragraph, as in notes of what is to be done.';

const isBetween = (text: string) => text.trim() === '' || SEPARATOR.test(text);
