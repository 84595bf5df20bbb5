// Records within a record: an answer of a site's interface has its stories in a list, beside what it says of itself
// (`{"status": "ok", "articles": [{…}]}`), and a file of such answers has one in each record.
import { valuesOf } from '../fields/field-values.ts';
import type { FieldNames } from '../fields/names.ts';
import { mayBeStory } from '../fields/record.ts';

/** A list stands so deep at most: `{"response": {"zone": [{"records": {"article": [{…}]}}]}}`. */
const MAX_DEPTH = 6;
/** An object that says more than this in one string has a text of its own, under a name that is not known. */
const LONGEST_NOTE = 200;

/** @returns the stories of all lists within a record that is none itself; nothing where there are none */
export function recordsWithin(record: object, names: FieldNames): readonly object[] {
  const hasText = Object.values(record).some(
    (value) => typeof value === 'string' && value.length > LONGEST_NOTE,
  );
  return hasText ? [] : listsWithin(record, names, MAX_DEPTH);
}

function listsWithin(value: object, names: FieldNames, depth: number): readonly object[] {
  if (depth === 0) return [];
  const inner: object[] = Object.values(value).filter(isObject);
  if (Array.isArray(value)) {
    const values = inner.map((each) => valuesOf(each, names));
    const titled = values.filter(({ headline }) => headline !== undefined);
    // Some of them may have no text, which is reported of each.
    if (titled.some(mayBeStory) && titled.length * 2 > inner.length) return inner;
  }
  return inner.flatMap((each) => listsWithin(each, names, depth - 1));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
