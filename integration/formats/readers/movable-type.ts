// The format in which Movable Type, TypePad and others export and import what they published: entries parted by eight dashes,
// each of sections parted by five. The first section states fields, one a line; each other one is named by its first
// line. Comments are no part of a story. https://movabletype.org/documentation/appendices/import-export-format.html
import type { Found } from '../../dump/index.ts';
import type { FormatOptions } from '../format.ts';
import type { RawLine } from '../raw-lines.ts';
import { DocumentReader } from './line-reader.ts';
import { MT_ENTRY_END, MT_SECTION_END } from './marks.ts';
import { ObjectRecords } from './object-records.ts';

const FIELD = /^(?<name>[A-Z][A-Z ]*):[ \t]*(?<value>.*)$/u;
const SECTION = /^(?<name>BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\s*$/u;
/** Month, day and year, whatever the clock is. */
const DATE = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?!\d)/u;

/** An entry as it is exported. */
interface Entry {
  /** Values of the first section, by their names. */
  fields: ReadonlyMap<string, readonly string[]>;
  /** Texts of the others. Of several of one name, as comments are, the first. */
  sections: ReadonlyMap<string, string>;
}

export class MovableTypeReader extends DocumentReader {
  readonly #records: ObjectRecords;

  constructor(options: FormatOptions) {
    super(options);
    this.#records = new ObjectRecords(options, this.writer);
  }

  protected line(line: RawLine, found: Found[]): void {
    if (!MT_ENTRY_END.test(line.text)) {
      this.add(line, found);
      return;
    }
    this.#end(found);
    this.book([line], 'separator');
  }

  protected finish(found: Found[]): void {
    this.#end(found);
  }

  #end(found: Found[]): void {
    const lines = this.take();
    const first = lines.find(({ text }) => text.trim() !== '');
    const last = lines.at(-1);
    if (!first || !last) {
      this.book(lines, 'blank');
      return;
    }
    const read = this.#records.read(recordOf(readEntry(lines)), [first.number, last.number]);
    this.book(lines, read.some(({ story }) => story) ? 'field' : 'unclaimed');
    found.push(...read);
  }
}

function readEntry(lines: readonly RawLine[]): Entry {
  const fields = new Map<string, string[]>();
  const sections = new Map<string, string>();
  const [first = [], ...rest] = sectionsOf(lines);
  for (const line of first) {
    const { name, value = '' } = FIELD.exec(line)?.groups ?? {};
    if (name) fields.set(name, [...(fields.get(name) ?? []), value.trim()]);
  }
  for (const lines of named(rest)) {
    const [title = '', ...text] = lines;
    const name = SECTION.exec(title)?.groups?.name;
    if (name && !sections.has(name)) sections.set(name, text.join('\n').trim());
  }
  return { fields, sections };
}

/** @returns the sections that have names; what stands below five dashes without one goes on with the section above */
function named(sections: readonly string[][]): string[][] {
  const found: string[][] = [];
  for (const lines of sections) {
    const last = found.at(-1);
    if (last && !SECTION.test(lines[0] ?? '')) last.push('', ...lines);
    else found.push([...lines]);
  }
  return found;
}

function sectionsOf(lines: readonly RawLine[]): string[][] {
  const sections: string[][] = [[]];
  for (const { text } of lines) {
    if (MT_SECTION_END.test(text)) sections.push([]);
    else if (text.trim() !== '' || (sections.at(-1)?.length ?? 0) > 0) sections.at(-1)?.push(text);
  }
  return sections;
}

/** @returns an entry as a record, by names that are known of records */
function recordOf({ fields, sections }: Entry): object {
  const field = (name: string) => fields.get(name)?.find((value) => value !== '');
  const categories = [...(fields.get('PRIMARY CATEGORY') ?? []), ...(fields.get('CATEGORY') ?? [])];
  const [section, ...others] = new Set(categories.filter((name) => name !== ''));
  const tags = (field('TAGS') ?? '').split(',').map((tag) => tag.trim().replace(/^"(.*)"$/u, '$1'));
  const text = [sections.get('BODY'), sections.get('EXTENDED BODY')].filter(Boolean).join('\n\n');
  return Object.fromEntries(
    Object.entries({
      title: field('TITLE'),
      text,
      description: sections.get('EXCERPT') || undefined,
      author: field('AUTHOR'),
      date: dateOf(field('DATE')),
      slug: field('BASENAME'),
      post_status: field('STATUS'),
      section,
      tags: [...others, ...tags].filter((tag) => tag !== ''),
    }).filter(([, value]) => value !== undefined),
  );
}

/** @returns the day as ISO 8601 writes it; what is no date of this format as it stands */
function dateOf(written: string | undefined): string | undefined {
  const { year, month = '', day = '' } = DATE.exec(written ?? '')?.groups ?? {};
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written;
}
