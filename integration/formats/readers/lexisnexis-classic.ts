// A document as the old interface of LexisNexis exported it: centred lines for the paper and its day, the headline, labels,
// the text below `LENGTH`, more labels. Decides where its text begins and ends.
import { cleanLine, type LineClass, readBlocks } from '../../dump/index.ts';
import { dayOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';
import { joinLines, wordsOf } from '../text/wraps.ts';
import { isCopyright, isDay, type Run, runsOf, TAIL, takeField } from './lexisnexis-runs.ts';
import type { ReadDocument } from './line-reader.ts';

/** Books the lines of a run. */
type Mark = (run: Run, name: LineClass) => void;

/** Where the parts of a document are, as indexes of its runs. */
interface Parts {
  firstLabel: number;
  text: number;
  /** Whether the text begins behind a label, on its line. */
  isBehindLabel: boolean;
  /** Where the labels below the text begin. */
  tail: number;
}

/** @returns nothing where the document has no LENGTH line, which parts its head from its text */
export function readClassic(lines: readonly RawLine[]): ReadDocument | undefined {
  const runs = runsOf(lines);
  const parts = partsOf(runs);
  if (!parts) return undefined;
  const classes = new Map<number, LineClass>();
  const mark: Mark = (run, name) => {
    for (const { number } of run.lines) classes.set(number, name);
  };
  const fields: StatedFields = {};
  readTop(runs.slice(0, parts.firstLabel), fields, mark);
  for (const run of runs.slice(parts.firstLabel, parts.text)) {
    if (run.label !== undefined && run.label !== 'body') takeField(run, fields);
    mark(run, 'field');
  }
  const words = wordsOf(lines.map(({ text }) => text).join('\n'));
  const texts = runs.slice(parts.text, parts.tail).map((run, index) => {
    const joined = joinLines(
      run.lines.map(({ text }) => text),
      words,
    );
    const text = parts.isBehindLabel && index === 0 ? joined.replace(/^[^:]*:\s*/u, '') : joined;
    return { run, text: cleanLine(text) };
  });
  const body = texts.filter(({ text }) => text !== '');
  const { blocks, classes: taken } = readBlocks(body.map(({ text }) => text));
  for (const [index, { run }] of body.entries()) mark(run, taken[index] ?? 'paragraph');
  for (const run of runs.slice(parts.tail)) {
    takeField(run, fields);
    mark(run, run.label === undefined && !isCopyright(run) ? 'furniture' : 'field');
  }
  return { lines, fields, body: { blocks, captions: [] }, classes };
}

function partsOf(runs: readonly Run[]): Parts | undefined {
  const firstLabel = runs.findIndex(({ label }) => label !== undefined);
  const length = runs.findIndex(({ label }) => label === 'length');
  if (firstLabel < 1 || length < 0) return undefined;
  // Labels up to the text; below LENGTH, what has no label begins it.
  const ends = ({ label }: Run, at: number) =>
    at >= firstLabel && (label === undefined ? at > length : label === 'body' || TAIL.has(label));
  const end = runs.findIndex(ends);
  const at = end < 0 ? runs.length : end;
  const label = runs[at]?.label;
  const isBehindLabel = label === 'body' && runs[at]?.value !== '';
  const text = label === 'body' && !isBehindLabel ? at + 1 : at;
  const tail = runs.findIndex(
    (run, index) => index >= text && ((run.label && TAIL.has(run.label)) || isCopyright(run)),
  );
  return { firstLabel, text, isBehindLabel, tail: tail < 0 ? runs.length : tail };
}

/** Paper, day, edition and headline: what stands above the labels. */
function readTop(runs: readonly Run[], fields: StatedFields, mark: Mark): void {
  const dated = runs.findIndex((run) => run.lines.some(({ text }) => isDay(text)));
  const textOf = (run: Run | undefined) =>
    cleanLine(run?.lines.map(({ text }) => text.trim()).join(' ') ?? '');
  for (const run of runs) mark(run, 'field');
  const above = runs.slice(0, Math.max(0, dated));
  const paper = above.find((run) => !isCopyright(run));
  if (paper) fields.publication = textOf(paper);
  const rights = runs.find(isCopyright);
  if (rights) fields.rights = textOf(rights);
  const day = runs[dated]?.lines.find(({ text }) => isDay(text));
  const date = dayOf(day?.text.trim());
  if (date) fields.date = date;
  // Where the day stands in no line of its own, all but the last are about the paper.
  const below = dated < 0 ? runs.slice(-1) : runs.slice(dated + 1);
  const flush = below.filter((run) => !isCentred(run) && !isCopyright(run));
  const [headline, ...more] = flush.length > 0 ? flush : below.slice(-1);
  if (!headline) return;
  fields.headline = textOf(headline);
  mark(headline, 'headline');
  if (more.length === 0) return;
  fields.dek = more.map(textOf).join(' ');
  for (const run of more) mark(run, 'dek');
}

/** Indents of centred lines. */
const CENTRED = 8;

const isCentred = ({ lines }: Run) =>
  lines.every(({ text }) => text.length - text.trimStart().length >= CENTRED);
