// What readers of JSON and of tables share: an object of names and values to a story, and what is said where no field is
// known.
import { type Found, type Message, message, shorten } from '../../dump/index.ts';
import { CanonicalWriter } from '../canonical.ts';
import { draftMark, valuesOf } from '../fields/field-values.ts';
import { type FieldName, FieldNames } from '../fields/names.ts';
import { bodyOf, mayBeStory, statedFields, withoutRepeatedDek } from '../fields/record.ts';
import { dayOf, textOf } from '../fields/values.ts';
import type { FormatOptions } from '../format.ts';
import { makeStory } from '../stated-story.ts';
import { recordsWithin } from './nested-records.ts';

/** Sets of field names that are reported; records may have a set each. */
const MAX_REPORTED = 5;
const MAX_NAMED = 20;
/** What states a day has little else. */
const DAY = /^(?=.*\d)[^/]{6,40}$|^[\d/ :]{8,20}$/u;

/** Makes stories of records. */
export class ObjectRecords {
  readonly names: FieldNames;
  readonly writer: CanonicalWriter;
  readonly #options: FormatOptions;
  readonly #reported = new Set<string>();
  /** The same of those whose days are not known. */
  readonly #undated = new Set<string>();

  /** @param writer where the text of stories goes */
  constructor(options: FormatOptions, writer = new CanonicalWriter()) {
    this.writer = writer;
    this.#options = options;
    this.names = new FieldNames(options.fields);
  }

  /** @returns its story, or those of the list that it has; and what there is to say */
  read(record: object, lines: [first: number, last: number]): Found[] {
    const mark = draftMark(record);
    if (mark !== undefined) return [{ message: draft(mark, lines[0]) }];
    const values = valuesOf(record, this.names);
    if (!mayBeStory(values)) {
      const within = values.headline === undefined ? recordsWithin(record, this.names) : [];
      if (within.length > 0) return within.flatMap((each) => this.read(each, lines));
      return this.#withoutText(record, values.headline, lines[0]);
    }
    const body = bodyOf(values);
    const found = makeStory(
      { fields: withoutRepeatedDek(statedFields(values), body), body, lines },
      this.writer,
      this.#options.fileDay,
    );
    if (found.length > 0) return this.#withFields(found, record);
    return [{ message: message('no-body', lines[0], 1, 'This record has no text; it is not published.') }];
  }

  /** Says once of each set of fields which may be a headline, or a day, where none is known as that. */
  #withFields(found: Found[], record: object): Found[] {
    return found.map((each) => {
      const more = each.message && this.#hint(each.message, record);
      return more ? { message: { ...each.message, text: `${each.message.text} ${more}` } } : each;
    });
  }

  #hint({ code }: Message, record: object): string | undefined {
    if (code === 'made-headline' && this.#isNew(Object.keys(record)))
      return whichIs(record, ['headline'], this.names);
    return code === 'undated' && this.#isNew(Object.keys(record), this.#undated)
      ? dateHint(record, this.names)
      : undefined;
  }

  /** Whether an object is records by their ids: `{"a1": {"title": …}, "a2": {"title": …}}`. */
  #isById(record: object): boolean {
    const values: unknown[] = Object.values(record);
    const isOne = (value: unknown) =>
      isRecord(value) && Object.keys(value).some((name) => this.names.meaning(name)?.field === 'text');
    return values.length > 0 && values.every(isOne);
  }

  #isNew(keys: readonly string[], reported = this.#reported): boolean {
    const set = setOf(keys);
    if (reported.has(set) || reported.size >= MAX_REPORTED) return false;
    reported.add(set);
    return true;
  }

  /** A record without a text: because no field is known as one, or because it says nothing. */
  #withoutText(record: object, headline: unknown, line: number): Found[] {
    if (isByColumns(record)) return [{ message: message('unknown-fields', line, 1, BY_COLUMNS) }];
    if (this.#isById(record)) return [{ message: message('unknown-fields', line, 1, BY_ID) }];
    const keys = Object.keys(record);
    const isKnown = keys.some((key) => this.names.meaning(key)?.field === 'text');
    if (!isKnown && this.#isNew(keys)) {
      const wanted: FieldName[] = headline === undefined ? ['text', 'headline'] : ['text'];
      const said =
        'No field here is known as the text of a story; no record with these fields is published. ' +
        whichIs(record, wanted, this.names);
      return [{ message: message('unknown-fields', line, 1, said) }];
    }
    // The same was said of another record, or nothing in this one tells that it is a story.
    if (!isKnown && (headline === undefined || this.#reported.has(setOf(keys)))) return [];
    const text =
      headline === undefined
        ? 'This record has no text; it is not published.'
        : `No text belongs to the headline “${shorten(textOf(headline) ?? '')}”; it is not published.`;
    return [{ message: message('no-body', line, 1, text) }];
  }
}

/** @returns what records with the same fields share */
const setOf = (keys: readonly string[]) => keys.toSorted().join('\n');

/** @returns which fields there are, and how a site says what they are */
function whichIs(record: object, wanted: readonly FieldName[], names: FieldNames): string {
  const listed = Object.keys(record).map((name) => `“${shorten(name)}”`);
  const more = listed.length > MAX_NAMED ? ` and ${listed.length - MAX_NAMED} more` : '';
  const likely = namesByLength(record, names);
  const given = wanted
    .map((field) => ({ field, name: likely.shift() ?? EXAMPLES[field] ?? field }))
    .toReversed();
  const option = given.map(({ field, name }) => `${field}: ${JSON.stringify(name)}`).join(', ');
  const flags = given.map(
    ({ field, name }) => `--field ${field}=${/\s/u.test(name) ? JSON.stringify(name) : name}`,
  );
  return (
    `There are ${listed.slice(0, MAX_NAMED).join(', ') || 'none'}${more}. Say which is which: ` +
    `fields: { ${option} } in dumpLoader(), or check ${flags.join(' ')}.`
  );
}

/** @returns which field may state the day of a story, where none is known to */
function dateHint(record: object, names: FieldNames): string | undefined {
  if (Object.keys(record).some((name) => names.meaning(name)?.field === 'date')) return undefined;
  const mayBe = ([name, value]: [string, unknown]) =>
    names.meaning(name) === undefined && typeof value === 'string' && DAY.test(value) && dayOf(value);
  const [name] = Object.entries(record).find(mayBe) ?? [];
  if (name === undefined) return undefined;
  const flag = `--field date=${/\s/u.test(name) ? JSON.stringify(name) : name}`;
  return `“${shorten(name)}” may say it: fields: { date: ${JSON.stringify(name)} } in dumpLoader(), or check ${flag}.`;
}

/** An address, or a word with digits: it names a record. */
const MARK = /^(?:[a-z]+:\/\/\S+|(?=.*\d)[\w-]{6,})$/iu;

/** Names to be given for an example, where no field of a record is likely. */
const EXAMPLES: Partial<Record<FieldName, string>> = { headline: 'heading', text: 'content' };

/** @returns fields that may be a text or a headline, by how much they hold: the text of a story before its headline */
function namesByLength(record: object, names: FieldNames): string[] {
  const mayBe = (name: string) => ['dek', undefined].includes(names.meaning(name)?.field);
  return (
    Object.entries(record)
      .map(([name, value]) => ({ name, text: textOf(value) ?? '' }))
      .filter(
        ({ name, text }) => mayBe(name) && !/^\W/u.test(name) && /\p{L}/u.test(text) && !MARK.test(text),
      )
      // Of two that hold as much, the headline is the first.
      .toReversed()
      .sort((one, other) => other.text.length - one.text.length)
      .map(({ name }) => name)
  );
}

/** @param mark where the record says so */
export function draft(mark: string, line: number): Message {
  return message(
    'draft',
    line,
    1,
    `This record says that it is a draft (${shorten(mark)}); it is not published.`,
  );
}

const BY_COLUMNS =
  'This is a table by columns, as pandas writes JSON where nothing else is said; no story is read of it. Write it by ' +
  "records: to_json(path, orient='records', lines=True).";

const BY_ID =
  "These are records by their ids, and no list of them; no story is read of them. Make a list: “jq '[.[]]' OLD > NEW” does.";

/** Whether an object is a table by columns: `{"title": {"0": …}, "text": {"0": …}}`, `{"columns": […], "data": […]}`. */
function isByColumns(record: object): boolean {
  if ('columns' in record && 'data' in record) return Array.isArray(record.columns);
  const values: unknown[] = Object.values(record);
  const isColumn = (value: unknown) =>
    isRecord(value) && '0' in value && Object.keys(value).every((key) => /^\d+$/u.test(key));
  return values.length > 1 && values.every(isColumn);
}

/** Whether a value has names and values. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
