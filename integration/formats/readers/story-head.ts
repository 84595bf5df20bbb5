// What stands above the text of a `.story` file of the Daily Mail: `By`, names, `PUBLISHED:`, a time, `UPDATED:`, another.
// Decides where the text begins, and reads what was stated above.
import type { LineClass } from '../../dump/index.ts';
import { cleanLine, isBareBy } from '../../dump/index.ts';
import { bylineOf, dayOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';

const LABEL = /^(?<label>published|created|last updated|updated|modified):?$/iu;
/** What stands between two of these. */
const MARK = /^[.|•]$/u;
const AND = /^(?:and|,|for)(?=\s|$)\s*/iu;
/** A line of a text is longer than a name, and than a time with its day. */
const MAX_NAME = 60;

/** A head, read. */
export interface StoryHead {
  fields: Pick<StatedFields, 'byline' | 'date'>;
  /** How many lines it has, blank ones included; none where the file begins with its text. */
  length: number;
  classes: ReadonlyMap<number, LineClass>;
}

/** @param lines of a file, above its highlights */
export function readStoryHead(lines: readonly RawLine[]): StoryHead {
  const names: string[] = [];
  const days = new Map<string, string>();
  const classes = new Map<number, LineClass>();
  let [label, length] = ['', 0];
  for (const [at, { text, number }] of lines.entries()) {
    const line = cleanLine(text);
    if (line === '') continue;
    const next = isBareBy(line) ? 'by' : LABEL.exec(line)?.groups?.label?.toLowerCase();
    if (next !== undefined) label = next;
    else if (!MARK.test(line)) {
      if (label === '' || !isStated(label, line)) break;
      if (label === 'by') names.push(line.replace(AND, ''));
      else days.set(label, line);
      // A label has one time, and a byline may have several lines.
      if (label !== 'by') label = 'stated';
    }
    classes.set(number, label === 'by' ? 'byline' : 'furniture');
    length = at + 1;
  }
  const byline = bylineOf(names.filter(Boolean));
  const date = dayOf(days.get('published') ?? days.get('created') ?? [...days.values()][0]);
  return { fields: { ...(byline && { byline }), ...(date && { date }) }, length, classes };
}

/** Whether a line is what a label is said of. */
function isStated(label: string, line: string): boolean {
  if (line.length > MAX_NAME) return false;
  return label === 'by' ? !/[.!?]$|\d/u.test(line) : dayOf(line) !== undefined;
}
