// Lines that state a field: `Title: …`, `Date: …`. Decides which words before a colon are labels.
import type { FieldName, FieldNames } from '../fields/names.ts';

const LABEL =
  /^\s*(?:\*\*)?(?<label>[\p{L}\p{M}][\p{L}\p{M}\p{N} _/-]{0,30}?)(?:\*\*)?\s*[:：]\s*(?:\*\*\s*)?(?<value>.*)$/u;
/** Names that fields have in objects, and ordinary words before a colon in a text. */
const NO_LABELS = new Set(['name', 'day', 'story', 'page', 'lead', 'guid', 'content', 'data', 'html']);

/** A label, and what stands behind it. */
export interface Labelled {
  field: FieldName;
  label: string;
  value: string;
}

/** @returns what a line states, if it is a label with a value */
export function readLabel(line: string, names: FieldNames): Labelled | undefined {
  const { label, value } = LABEL.exec(line)?.groups ?? {};
  if (label === undefined || value === undefined) return undefined;
  const field = names.meaning(label)?.field;
  if (!field || NO_LABELS.has(label.toLowerCase())) return undefined;
  return { field, label: label.toLowerCase(), value: value.trim() };
}
