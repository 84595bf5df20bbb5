// What readers of SGML share: documents between two tags, each with its lines, and what is said of one that is cut off or
// is no SGML.
import { cleanLine, type Found, type LineClass, message } from '../../dump/index.ts';
import type { FormatOptions } from '../format.ts';
import type { RawLine } from '../raw-lines.ts';
import { parseSgml, type SgmlText } from '../text/sgml.ts';
import { joinLines } from '../text/wraps.ts';
import { DocumentReader } from './line-reader.ts';

/** A document, parsed. */
export interface ParsedDocument {
  lines: readonly RawLine[];
  attributes: Readonly<Record<string, string>>;
  texts: readonly SgmlText[];
}

export abstract class SgmlReader extends DocumentReader {
  readonly #element: string;
  readonly #begins: RegExp;
  readonly #ends: RegExp;
  #isOpen = false;

  /** @param element that a story is, in capitals */
  constructor(options: FormatOptions, element: string) {
    super(options);
    this.#element = element;
    this.#begins = new RegExp(`^\\s*<${element}\\b`, 'iu');
    this.#ends = new RegExp(`</${element}>\\s*$`, 'iu');
  }

  protected abstract read(document: ParsedDocument, found: Found[]): void;

  protected line(line: RawLine, found: Found[]): void {
    if (this.#begins.test(line.text)) {
      if (this.#isOpen) this.#cut(found);
      this.#isOpen = true;
    }
    if (!this.#isOpen) {
      this.book([line], 'markup');
      return;
    }
    this.add(line, found);
    if (!this.#ends.test(line.text)) return;
    this.#isOpen = false;
    this.#parse(found);
  }

  protected finish(found: Found[]): void {
    if (this.#isOpen) this.#cut(found);
  }

  #cut(found: Found[]): void {
    const text = `This story has no end (</${this.#element}>): it is cut off; it is not published.`;
    this.leaveOut(this.take(), found, text);
  }

  #parse(found: Found[]): void {
    const lines = this.take();
    const parsed = parseSgml(lines);
    if (!('fault' in parsed)) {
      this.read({ lines, ...parsed }, found);
      return;
    }
    const { line, column, text } = parsed.fault;
    this.book(lines, 'unclaimed');
    found.push({
      message: message('malformed', line, column, `This story is no SGML (${text}); it is not published.`),
    });
  }

  /** Leaves a story out that is a headline alone. */
  protected leaveOutHeadline({ lines }: ParsedDocument, headline: string, found: Found[]): void {
    const text = `No text belongs to the headline “${headline.slice(0, 60)}”; it is not published.`;
    this.leaveOut(lines, found, text, 'no-body');
  }
}

/** @returns what each line of a document that is not blank was taken for: markup, where no text of the story stands */
export function classesOf(
  lines: readonly RawLine[],
  body: readonly SgmlText[],
): ReadonlyMap<number, LineClass> {
  const classes = new Map<number, LineClass>();
  const ofText = new Set<number>();
  for (const {
    lines: [first, last],
  } of body)
    for (let at = first; at <= last; at++) ofText.add(at);
  for (const { number, text } of lines)
    if (text.trim() !== '') classes.set(number, ofText.has(number) ? 'paragraph' : 'markup');
  return classes;
}

/** `PARIS, May 12 (AFP)`, `OSLO, Feb 26 -`: in parentheses some have the name of the file instead. */
const DATELINE = /^(?<place>[^()]*)(?:\([^()]*\))?[\s_–—-]*$/u;
const DAY = /,?\s*(?:\p{L}+\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2})[,\s–—-]*$/u;
const MAX_DATELINE = 200;

/** @returns the place of a dateline, without its day and its agency; nothing where none is named */
export function placeOf(dateline: string): string | undefined {
  if (dateline.length > MAX_DATELINE) return undefined;
  const { place = '' } = DATELINE.exec(dateline)?.groups ?? {};
  return place.replace(DAY, '').replace(/[,\s_–—-]+$/u, '') || undefined;
}

/** @returns paragraphs that begin with an indent; their lines are broken at any width */
export function indentedParagraphs(text: string): string[] {
  const out: string[][] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (out.length === 0 || /^\s{2,}\S/u.test(line)) out.push([trimmed]);
    else out.at(-1)?.push(trimmed);
  }
  return out.map((lines) => cleanLine(joinLines(lines, new Set()))).filter(Boolean);
}
