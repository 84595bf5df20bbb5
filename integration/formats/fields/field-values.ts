// Which values of a record are which field: the one a site names, else the likeliest that says something.
import { FIELD_NAMES, type FieldName, type FieldNames } from './names.ts';
import { languageOf, textOf, urlOf } from './values.ts';

/** What a record says of each field, as it stands there. */
export type FieldValues = Partial<Record<FieldName, unknown>>;

/** Objects that programs put around a story's fields. */
const WRAPPERS = ['_source', 'fields', 'article', 'story', 'node', 'metadata', 'meta', 'attributes', 'data'];

/** Added to the rank of a field: one in an object around it, and one that is an object, where another says the same in a text. */
const OF_WRAPPERS = 1000;
const OF_OBJECTS = 500;

/** @returns the values of the fields of an object that are known */
export function valuesOf(object: object, names: FieldNames): FieldValues {
  const values: FieldValues = {};
  const ranks: Partial<Record<FieldName, number>> = {};
  const take = (from: object, penalty: number) => {
    for (const [name, value] of Object.entries(from)) {
      // `_source` is no source.
      if (WRAPPERS.includes(name) && isObject(value)) continue;
      const meaning = names.meaning(name);
      if (!meaning || !saysSomething(meaning.field, value)) continue;
      const rank = meaning.rank + penalty + (isObject(value) ? OF_OBJECTS : 0);
      if (rank >= (ranks[meaning.field] ?? Number.POSITIVE_INFINITY)) continue;
      ranks[meaning.field] = rank;
      values[meaning.field] = value;
    }
  };
  take(object, 0);
  for (const name of WRAPPERS) {
    const inner: unknown = Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
    if (isObject(inner)) take(inner, OF_WRAPPERS);
  }
  for (const field of FIELD_NAMES) {
    const path = names.own[field];
    if (path?.includes('.') && !(path in object)) {
      const value = valueAt(object, path);
      if (value !== undefined) values[field] = value;
    }
  }
  return values;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `content.body`: a field of a field. */
function valueAt(object: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? Reflect.get(value, name)
          : undefined,
      object,
    );
}

function saysSomething(field: FieldName, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  switch (field) {
    case 'date':
      return typeof value === 'number' || textOf(value) !== undefined;
    case 'keywords':
    case 'byline':
      return Array.isArray(value) || textOf(value) !== undefined;
    case 'language':
      return languageOf(value) !== undefined;
    case 'url':
      return urlOf(value) !== undefined;
    default:
      return textOf(value) !== undefined;
  }
}

/** What WordPress says of posts that are not public. */
const NOT_PUBLIC = new Set(['draft', 'auto-draft', 'pending', 'private', 'trash', 'future', 'inherit']);
const DRAFT_MARK = /^(?:(?<draft>draft)|(?<published>published)|(?<status>post_?status))$/iu;

/** Whether a field is one by which records say that they are drafts. */
export function marksDrafts(name: string): boolean {
  return DRAFT_MARK.test(name);
}

/** @returns where a record says that it is not meant to be published, as it stands there: `draft: true` */
export function draftMark(record: object): string | undefined {
  const found = Object.entries(record).find(([name, value]) => {
    const mark = DRAFT_MARK.exec(name)?.groups;
    if (!mark) return false;
    const said = String(value).toLowerCase();
    return mark.draft ? said === 'true' : mark.published ? said === 'false' : NOT_PUBLIC.has(said);
  });
  return found && `${found[0]}: ${String(found[1])}`;
}
