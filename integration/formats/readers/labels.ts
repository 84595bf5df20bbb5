// Lines that state a field: `Title: …`, `Date: …`. Decides which words before a colon are labels.
import type { FieldName, FieldNames } from '../fields/names.ts';

const LABEL =
  /^\s*(?:\*\*)?(?<label>[\p{L}\p{M}][\p{L}\p{M}\p{N} _/-]{0,30}?)(?:\*\*)?\s*[:：]\s*(?:\*\*\s*)?(?<value>.*)$/u;
/** Names that fields have in objects, and ordinary words before a colon in a text. */
const NO_LABELS = new Set(['name', 'day', 'story', 'page', 'lead', 'guid', 'content', 'data', 'html']);
/** What stands before a colon in a text can be longer, and what stands behind it. */
const MOST_WORDS = 3;
const MAX_VALUE = 100;

/** A label, and what stands behind it. */
export interface Labelled {
  field: FieldName;
  label: string;
  value: string;
}

/** A label that may be known as none. */
export type MaybeKnown = Omit<Labelled, 'field'> & { field?: FieldName | undefined };

/** @returns what a line states, if it is a label with a value */
function readLabel(line: string, names: FieldNames): Labelled | undefined {
  const { label, value } = LABEL.exec(line)?.groups ?? {};
  if (label === undefined || value === undefined) return undefined;
  const field = names.meaning(label)?.field;
  if (!field || NO_LABELS.has(label.toLowerCase())) return undefined;
  return { field, label: label.toLowerCase(), value: value.trim() };
}

/**
 * Reads a line among labels, which may have one that is not known: `Edition: Final`, `From: desk@wire.example`.
 * @returns nothing where it looks like text
 */
export function readLabelAmongOthers(line: string, names: FieldNames): MaybeKnown | undefined {
  const known = readLabel(line, names);
  if (known) return known;
  const { label = '', value = '' } = LABEL.exec(line)?.groups ?? {};
  const isShort = label.length > 1 && label.split(/\s+/u).length <= MOST_WORDS && value.length <= MAX_VALUE;
  const isAddress = value.startsWith('//');
  return isShort && !isAddress ? { label: label.toLowerCase(), value: value.trim() } : undefined;
}
