// Reuters-21578 and what is written like it: SGML with a `<REUTERS>` element a story.
import type { Found } from '../../dump/index.ts';
import { bylineOf, dayOf, lineOf } from '../fields/values.ts';
import type { FormatOptions } from '../format.ts';
import type { StatedFields } from '../stated-story.ts';
import { classesOf, indentedParagraphs, type ParsedDocument, placeOf, SgmlReader } from './sgml-reader.ts';

/** What closes a story. */
const SIGNATURE = /^reuters?$/iu;

export class ReutersReader extends SgmlReader {
  constructor(options: FormatOptions) {
    super(options, 'REUTERS');
  }

  protected read(document: ParsedDocument, found: Found[]): void {
    const { lines, texts } = document;
    const within = (name: string) => texts.filter(({ path }) => path.at(-1) === name);
    const value = (name: string) => lineOf(within(name).map(({ text }) => text)) ?? '';
    const fields: StatedFields = {};
    const headline = value('title');
    if (headline) fields.headline = headline;
    const date = dayOf(value('date').replace(/(\d)-([A-Z]{3})-(\d)/u, '$1 $2 $3'));
    if (date) fields.date = date;
    const byline = bylineOf(value('author'));
    if (byline) fields.byline = byline;
    const place = placeOf(value('dateline'));
    if (place) {
      fields.place = place;
      fields.agency = 'Reuters';
    }
    const topics = within('d').filter(({ path }) => path.includes('topics'));
    if (topics.length > 0) fields.keywords = topics.flatMap(({ text }) => lineOf(text) ?? []);
    const [body] = [within('body'), within('text')].filter((each) => each.length > 0);
    const paragraphs = unsigned(indentedParagraphs((body ?? []).map(({ text }) => text).join('')));
    // Many are a headline alone; they say so.
    if (paragraphs.length === 0 && headline) {
      this.leaveOutHeadline(document, headline, found);
      return;
    }
    const blocks = paragraphs.map((text) => ({ type: 'paragraph' as const, text }));
    this.publish(
      { lines, fields, body: { blocks, captions: [] }, classes: classesOf(lines, body ?? []) },
      found,
    );
  }
}

/** @returns a story's paragraphs without the agency's name below them */
function unsigned(paragraphs: readonly string[]): string[] {
  const last = paragraphs.at(-1);
  if (last === undefined) return [];
  if (SIGNATURE.test(last)) return paragraphs.slice(0, -1);
  return [...paragraphs.slice(0, -1), last.replace(/\s+reuters?$/iu, '')];
}
