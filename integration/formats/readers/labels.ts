// Lines that state a field: `Title: …`, `Date: …`, in Org `#+TITLE: …`. Decides which words before a colon are labels.
import type { FieldName, FieldNames } from '../fields/names.ts';

const LABEL =
  /^\s*(?:\*\*|#\+)?(?<label>[\p{L}\p{M}][\p{L}\p{M}\p{N} _/-]{0,30}?)(?:\*\*)?\s*[:：]\s*(?:\*\*\s*)?(?<value>.*)$/u;
/** Names that fields have in objects, and ordinary words before a colon in a text. */
const NO_LABELS = new Set(['name', 'day', 'story', 'page', 'lead', 'guid', 'content', 'data', 'html']);
/** What stands before a colon in a text can be longer, and what stands behind it. */
const MOST_WORDS = 3;
const MAX_VALUE = 100;

/** YAML begins so a text of several lines, which are indented below. */
const BLOCK = /^[|>][+-]?$/u;

/** A label, and what stands behind it. */
export interface Labelled {
  /** Nothing where the label is not known. */
  field?: FieldName | undefined;
  label: string;
  value: string;
}

/**
 * Reads a line among labels, which may have one that is not known: `Edition: Final`, `From: desk@wire.example`.
 * @returns what it states; nothing where it looks like text
 */
export function readLabel(line: string, names: FieldNames): Labelled | undefined {
  const { label, value = '' } = LABEL.exec(line)?.groups ?? {};
  if (label === undefined) return undefined;
  const labelled = { label: label.toLowerCase(), value: value.trim().replace(BLOCK, '') };
  const field = NO_LABELS.has(labelled.label) ? undefined : names.meaning(label)?.field;
  if (field) return { field, ...labelled };
  const isShort = label.length > 1 && label.split(/\s+/u).length <= MOST_WORDS && value.length <= MAX_VALUE;
  return isShort && !value.startsWith('//') ? labelled : undefined;
}
