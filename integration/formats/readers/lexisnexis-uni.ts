// A document as Nexis Uni exports it: headline, paper and day first, labels, `Body`, the text, labels. Decides which lines of
// its head are the headline, and where its text ends.
import { cleanLine, type LineClass } from '../../dump/index.ts';
import { dayOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';
import { COPYRIGHT, isDay, labelOf, runOf, TAIL, takeField } from './lexisnexis-runs.ts';
import type { ReadDocument } from './line-reader.ts';
import { readTextLines } from './text-lines.ts';

/** Whether a line stands above the text and says no more. */
export const isBodyLine = (text: string) => /^\s*(?:Body|Text|Textkörper|Corps|Cuerpo)\s*$/u.test(text);

/** Where the parts of a head are, as indexes of its lines. */
interface HeadParts {
  headline: number;
  paper: number;
  day: number;
}

/**
 * @param isCover whether a list of what was asked for stands above, with no line between
 * @returns nothing where the document has no headline above its paper and its day
 */
export function readUni(lines: readonly RawLine[], isCover: boolean): ReadDocument | undefined {
  const bodyAt = lines.findIndex(({ text }) => isBodyLine(text));
  const head = lines.slice(0, bodyAt).filter(({ text }) => text.trim() !== '');
  const parts = partsOf(head, isCover);
  if (!parts) return undefined;
  const classes = new Map<number, LineClass>();
  for (const [at, { number }] of head.entries())
    classes.set(number, at < parts.headline ? 'furniture' : 'field');
  const fields: StatedFields = {};
  const headline = head.slice(parts.headline, parts.paper);
  fields.headline = cleanLine(headline.map(({ text }) => text.trim()).join(' '));
  fields.publication = cleanLine(head[parts.paper]?.text ?? '');
  const date = dayOf(head[parts.day]?.text);
  if (date) fields.date = date;
  for (const line of head.slice(parts.day + 1)) takeField(runOf([line]), fields);
  const below = lines.findIndex(({ text }, at) => at > bodyAt && endsText(text));
  const end = below < 0 ? lines.length : below;
  classes.set(lines[bodyAt]?.number ?? 0, 'field');
  const body = readTextLines(lines.slice(bodyAt + 1, end), classes);
  for (const line of lines.slice(end)) {
    if (line.text.trim() === '') continue;
    takeField(runOf([line]), fields);
    classes.set(line.number, 'field');
  }
  return { lines, fields, body, classes };
}

function partsOf(head: readonly RawLine[], isCover: boolean): HeadParts | undefined {
  const label = head.findIndex(({ text }) => COPYRIGHT.test(text) || labelOf(text) !== undefined);
  const labels = label < 0 ? head.length : label;
  const day = head.findLastIndex(({ text }, at) => at < labels && isDay(text));
  const paper = day > 0 ? day - 1 : -1;
  const headline = isCover && paper > 0 ? paper - 1 : 0;
  return day < 2 || headline >= paper ? undefined : { headline, paper, day };
}

function endsText(text: string): boolean {
  const label = labelOf(text);
  return /^\s*Classification\s*$/iu.test(text) || (label !== undefined && TAIL.has(label));
}
