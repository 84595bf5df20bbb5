// The lines of a document that are its text: reads them, and books each for what it was taken for.
import { cleanLine, type LineClass } from '../../dump/index.ts';
import type { RawLine } from '../raw-lines.ts';
import { linesBody } from '../text/markdown.ts';
import type { LineBody } from '../text/plain.ts';

/** @param classes of the document's lines, by number; those of its text are added */
export function readTextLines(text: readonly RawLine[], classes: Map<number, LineClass>): LineBody {
  const body = linesBody(text.map((line) => line.text));
  let next = 0;
  for (const line of text)
    if (cleanLine(line.text) !== '') classes.set(line.number, body.classes[next++] ?? 'paragraph');
  return body;
}
