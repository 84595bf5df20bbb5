// The SGML in which the Linguistic Data Consortium and TREC hand out the copy of agencies and newspapers (Gigaword,
// AQUAINT, TIPSTER): a `<DOC>` element a story. Decides what its elements mean, which differ from one paper to the next.

import {
  type CalendarDay,
  cleanLine,
  type Found,
  isAgencyCredit,
  isCalendarDay,
  readByline,
  readCaption,
} from '../../dump/index.ts';
import { valuesOf } from '../fields/field-values.ts';
import { FieldNames } from '../fields/names.ts';
import { statedFields, withoutRepeatedDek } from '../fields/record.ts';
import { lineOf } from '../fields/values.ts';
import type { FormatOptions } from '../format.ts';
import type { StatedFields } from '../stated-story.ts';
import { plainBody, type StoryBody } from '../text/plain.ts';
import type { SgmlText } from '../text/sgml.ts';
import { joinLines } from '../text/wraps.ts';
import { classesOf, indentedParagraphs, type ParsedDocument, placeOf, SgmlReader } from './sgml-reader.ts';

/** Names of elements, by what fields are called elsewhere. */
const ELEMENTS: Readonly<Record<string, string>> = {
  hl: 'headline',
  contenttitle: 'headline',
  tti: 'headline',
  lp: 'text',
  date_time: 'date',
  datetime: 'date',
  dd: 'date',
  so: 'source',
  pub: 'source',
  cat: 'category',
};
/** Elements that part the text of another one. */
const PARTS = new Set(['p', 's']);
/** Elements that number a document, and often name its day. */
const NUMBERS = new Set(['docno', 'docid']);

export class DocReader extends SgmlReader {
  readonly #names: FieldNames;

  constructor(options: FormatOptions) {
    super(options, 'DOC');
    this.#names = new FieldNames(options.fields);
  }

  protected read(document: ParsedDocument, found: Found[]): void {
    const { lines, attributes, texts } = document;
    // https://catalog.ldc.upenn.edu/docs/LDC2003T05/: “not intended for publication”
    if (attributes.type === 'advis') {
      const text = 'This is a word of the agency to editors, and no story; it is not published.';
      this.leaveOut(lines, found, text, 'no-story');
      return;
    }
    const isBody = (each: SgmlText) => this.#names.meaning(nameOf(each))?.field === 'text';
    const written = texts.filter(isBody);
    const fields = this.#fields(texts.filter((each) => !isBody(each)));
    const signed = fields.byline === undefined ? bylineAbove(written) : undefined;
    if (signed !== undefined) fields.byline = signed;
    const body = signed === undefined ? written : written.slice(1);
    if (fields.date === undefined) {
      const numbered = texts.find(({ path }) => NUMBERS.has(path.at(-1) ?? ''))?.text;
      const date = dayOfNumber(fields.unreadDate ?? '') ?? dayOfNumber(attributes.id ?? numbered ?? '');
      if (date) Object.assign(fields, { date, unreadDate: undefined });
    }
    if (body.length === 0 && fields.headline) {
      this.leaveOutHeadline(document, fields.headline, found);
      return;
    }
    const read = bodyOf(body);
    const stated = withoutRepeatedDek(fields, read);
    this.publish({ lines, fields: stated, body: read, classes: classesOf(lines, body) }, found);
  }

  #fields(texts: readonly SgmlText[]): StatedFields {
    const record: Record<string, string> = Object.create(null);
    for (const each of texts) {
      const name = nameOf(each);
      const text = lineOf(each.text);
      if (text === undefined) continue;
      const joint = this.#names.meaning(name)?.field === 'keywords' ? '; ' : ' ';
      record[name] = record[name] === undefined ? text : record[name] + joint + text;
    }
    const { dateline, ...others } = record;
    const { headline, ...fields } = statedFields(valuesOf(others, this.#names));
    return {
      ...(headline && { headline: headline.replace(FILED, '') }),
      ...fields,
      ...(dateline !== undefined && placeAndAgency(dateline)),
    };
  }
}

/** @returns the element that a text is of, as fields are called elsewhere */
function nameOf({ path }: SgmlText): string {
  const own = path.at(-1) ?? '';
  const name = PARTS.has(own) ? (path.at(-2) ?? '') : own;
  return ELEMENTS[name] ?? name;
}

/** Who wrote a story stands above its text in some, in no element of its own. */
function bylineAbove([first, next]: readonly SgmlText[]): string | undefined {
  const line = first && next && lineOf(first.text);
  return line === undefined ? undefined : readByline(line)?.byline;
}

/** `FT  14 MAY 91 / `: a newspaper's own mark above its headlines. */
const FILED = /^[A-Z]{2,4}\s+\d{1,2} [A-Z]{3} \d{2}\s*\/\s*/u;

function placeAndAgency(dateline: string): StatedFields {
  const place = placeOf(dateline);
  const agency = isAgencyCredit(dateline) ? readCaption(dateline).credit : undefined;
  return { ...(place && { place }), ...(agency && { agency }) };
}

/** `AFP_ENG_19940512.0001`, `AP880212-0001`, `910514` */
const NUMBERED_DAY = /(?<![\d])(?<year>(?:19|20)?\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-2]\d|3[01])(?!\d)/u;

/** @returns the day in the number of a document: it was there before the century changed, where two digits name a year */
function dayOfNumber(number: string): CalendarDay | undefined {
  const { year, month, day } = NUMBERED_DAY.exec(number)?.groups ?? {};
  if (!year || !month || !day) return undefined;
  const written = `${year.length === 2 ? `19${year}` : year}-${month}-${day}`;
  return isCalendarDay(written) ? written : undefined;
}

/** @returns the text of a story: its elements are paragraphs, or its indents begin them, or its lines are */
function bodyOf(texts: readonly SgmlText[]): StoryBody {
  if (texts.some(({ path }) => PARTS.has(path.at(-1) ?? ''))) {
    const paragraphs = texts.map(({ text }) =>
      cleanLine(joinLines(text.trim().split(/\s*\n\s*/u), new Set())),
    );
    return plainBody(paragraphs.filter(Boolean).join('\n\n'));
  }
  const text = texts.map((each) => each.text).join('\n');
  const written = text.split('\n').filter((line) => line.trim() !== '');
  const indented = written.filter((line) => /^\s{2,}/u.test(line)).length;
  return indented > 0 && indented < written.length
    ? plainBody(indentedParagraphs(text).join('\n\n'))
    : plainBody(text);
}
