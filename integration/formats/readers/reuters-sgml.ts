// Reuters-21578 and what is written like it: SGML with a `<REUTERS>` element a story. Each is read for itself by saxes,
// since SGML holds what XML forbids: several outermost elements, characters by numbers that XML has none for.
import { cleanLine, type Found, type LineClass, message } from '../../dump/index.ts';
import { bylineOf, dayOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';
import { joinLines } from '../text/wraps.ts';
import { createXmlParser, escapeLoose } from '../text/xml-parser.ts';
import { DocumentReader } from './line-reader.ts';

const BEGINS = /^\s*<REUTERS\b/iu;
const ENDS = /<\/REUTERS>\s*$/iu;
/** Characters that XML has no place for, by number. */
const CONTROLS = /&#(?:[0-8]|1[1-9]|2\d|3[01]|127);/gu;
/** What closes a story. */
const SIGNATURE = /^reuters?$/iu;

export class ReutersReader extends DocumentReader {
  #isOpen = false;

  protected line(line: RawLine, found: Found[]): void {
    if (BEGINS.test(line.text)) {
      if (this.#isOpen) this.#cut(found);
      this.#isOpen = true;
    }
    if (!this.#isOpen) {
      this.book([line], 'markup');
      return;
    }
    this.add(line, found);
    if (!ENDS.test(line.text)) return;
    this.#isOpen = false;
    this.#read(found);
  }

  protected finish(found: Found[]): void {
    if (this.#isOpen) this.#cut(found);
  }

  #cut(found: Found[]): void {
    this.leaveOut(
      this.take(),
      found,
      'This story has no end (</REUTERS>): it is cut off; it is not published.',
    );
  }

  #read(found: Found[]): void {
    const lines = this.take();
    const read = parse(lines);
    if ('fault' in read) {
      const { line, column, text } = read.fault;
      this.book(lines, 'unclaimed');
      found.push({
        message: message('malformed', line, column, `This story is no SGML (${text}); it is not published.`),
      });
      return;
    }
    const { values, keywords, textLines } = read;
    const value = (name: string) => cleanLine((values.get(name) ?? '').replace(/\s+/gu, ' '));
    const fields: StatedFields = {};
    const headline = value('title');
    if (headline) fields.headline = headline;
    const date = dayOf(value('date').replace(/(\d)-([A-Z]{3})-(\d)/u, '$1 $2 $3'));
    if (date) fields.date = date;
    const byline = bylineOf(value('author'));
    if (byline) fields.byline = byline;
    const place = value('dateline').replace(/,?\s*\p{L}+\s+\d{1,2}\s*[-–—]*\s*$|\s*[-–—]+\s*$/u, '');
    if (place) {
      fields.place = place;
      fields.agency = 'Reuters';
    }
    if (keywords.length > 0) fields.keywords = keywords;
    const classes = new Map<number, LineClass>();
    for (const { number, text } of lines)
      if (text.trim() !== '') classes.set(number, textLines.has(number) ? 'paragraph' : 'markup');
    const blocks = paragraphs(values.get('body') ?? values.get('text') ?? '').map((text) => ({
      type: 'paragraph' as const,
      text,
    }));
    // Many are a headline alone; they say so.
    if (blocks.length === 0 && headline) {
      this.leaveOut(
        lines,
        found,
        `No text belongs to the headline “${headline.slice(0, 60)}”; it is not published.`,
        'no-body',
      );
      return;
    }
    this.publish({ lines, fields, body: { blocks, captions: [] }, classes }, found);
  }
}

type Read =
  | { values: Map<string, string>; keywords: string[]; textLines: Set<number> }
  | { fault: { line: number; column: number; text: string } };

function parse(lines: readonly RawLine[]): Read {
  const values = new Map<string, string>();
  const keywords: string[] = [];
  const textLines = new Set<number>();
  const path: string[] = [];
  let number = lines[0]?.number ?? 1;
  let fault: { line: number; column: number; text: string } | undefined;
  const takeText = (text: string) => {
    const name = path.at(-1) ?? '';
    if (name === 'd') {
      const keyword = cleanLine(text);
      if (path.includes('topics') && keyword !== '') keywords.push(keyword);
    } else values.set(name, (values.get(name) ?? '') + text);
    if (name !== 'body' && name !== 'text') return;
    // A text is told as a whole, at its end.
    const parts = text.split('\n');
    for (const [at, part] of parts.entries())
      if (part.trim() !== '') textLines.add(number - parts.length + 1 + at);
  };
  const parser = createXmlParser({
    open: ({ name }) => path.push(name.toLowerCase()),
    close: () => path.pop(),
    text: takeText,
    fault: (text) => {
      fault ??= { line: number, column: Math.max(1, parser.column + 1), text };
    },
  });
  for (const line of lines) {
    number = line.number;
    parser.write(`${escapeLoose(line.text.replace(CONTROLS, ''))}\n`);
  }
  parser.close();
  return fault ? { fault } : { values, keywords, textLines };
}

/** Paragraphs begin with an indent; their lines are broken at any width. */
function paragraphs(text: string): string[] {
  const out: string[][] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (out.length === 0 || /^\s{2,}\S/u.test(line)) out.push([trimmed]);
    else out.at(-1)?.push(trimmed);
  }
  const joined = out.map((lines) => cleanLine(joinLines(lines, new Set()))).filter(Boolean);
  const last = joined.at(-1);
  if (last !== undefined && SIGNATURE.test(last)) joined.pop();
  else if (last !== undefined) joined.splice(-1, 1, last.replace(/\s+reuters?$/iu, ''));
  return joined;
}
