// What the tests of the dump reader share: reading a dump with its books checked, and what to compare.

import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { emptyLedger, readDump } from '../../integration/dump/index.ts';
import { type Block, type DumpStory, type Ledger, LINE_CLASSES } from '../../integration/dump/types.ts';

const shapesFolder = new URL('./fixtures/shapes/', import.meta.url);

/** The names of all fixtures, each a dump in one of the shapes found in the wild. */
export const shapeNames = readdirSync(shapesFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length))
  .sort();

export function shapeText(name: string): string {
  return readFileSync(new URL(`${name}.txt`, shapesFolder), 'utf8');
}

/** A fixture and ways to speak of its lines (1-based), so that a test quotes them word for word. */
export function shape(name: string) {
  const text = shapeText(name);
  const lines = text.split('\n');
  const line = (number: number): string => {
    const found = lines[number - 1];
    if (found === undefined || found.trim() === '')
      throw new Error(`${name}.txt has no words in line ${number}`);
    return found;
  };
  return {
    text,
    line,
    paragraphs: (...numbers: number[]): Block[] =>
      numbers.map((number) => ({ type: 'paragraph', text: line(number) })),
    subhead: (number: number): Block => ({ type: 'subhead', text: line(number).slice(2) }),
    list: (...numbers: number[]): Block => ({
      type: 'list',
      items: numbers.map((number) => line(number).slice(2)),
    }),
  };
}

export const paragraphs = (...texts: string[]): Block[] => texts.map((text) => ({ type: 'paragraph', text }));

/** Lines as an editor's `wc` would have it: line breaks, and one more if words follow the last. */
export function countLines(text: string): number {
  const pieces = text.split('\n');
  return pieces.at(-1) === '' ? pieces.length - 1 : pieces.length;
}

export const sum = (ledger: Ledger): number =>
  LINE_CLASSES.reduce((total, lineClass) => total + ledger[lineClass], 0);

/** A whole ledger out of the classes that have any lines. */
export function ledgerOf(counts: Partial<Ledger>): Ledger {
  return { ...emptyLedger(), ...counts };
}

export type Facts = Omit<DumpStory, 'bytes' | 'body' | 'classes' | 'wordCount' | 'digest'>;

/** What a story says and where its lines are, without what is counted or computed from that. */
function factsOf({
  bytes: _,
  body: __,
  classes: ___,
  wordCount: ____,
  digest: _____,
  ...facts
}: DumpStory): Facts {
  return facts;
}

/** What a story says, wherever it stands. */
export function saidBy(story: DumpStory): Omit<Facts, 'lines'> {
  const { lines: _, ...said } = factsOf(story);
  return said;
}

/** Reads a dump that has nothing wrong with it, and checks that every line of it is accounted for. */
export function read(text: string, options?: { furniture?: string[] }) {
  const dump = readDump(text, options);
  expect(dump.lines).toBe(countLines(text));
  expect(sum(dump.ledger), 'the ledger adds up to the line count').toBe(dump.lines);
  expect(dump.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { ...dump, facts: dump.stories.map(factsOf), said: dump.stories.map(saidBy) };
}

/** Reads a dump of exactly one story. */
export function readOne(text: string, options?: { furniture?: string[] }) {
  const dump = read(text, options);
  expect(dump.stories.map(({ headline }) => headline)).toHaveLength(1);
  const [story] = dump.stories;
  if (!story) throw new Error('no story');
  return { ...dump, story };
}

/** The dump as a tool leaves it that squeezes every run of blank lines to at most `blanks`. */
export function collapse(text: string, blanks: 0 | 1): string {
  const cached: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') cached.push(line);
    else if (blanks === 1 && cached.at(-1) !== '') cached.push('');
  }
  return cached.join('\n');
}

/** One page in the seed's layout, around the lines that a test is about. */
export function page({
  headline = 'Windmill Keepers Elect a President by the Breeze',
  captions = [],
  afterHead = [],
  body = [
    'The keepers of eleven windmills met on Saturday to choose a president, and adjourned twice for lack of wind.',
    'Their new president promised patience, and a coat of tar for the oldest sails.',
  ],
}: {
  headline?: string;
  captions?: string[];
  afterHead?: string[];
  body?: string[];
}): string {
  const figure = captions.flatMap((caption) => [caption, caption]);
  return [
    headline,
    '',
    ...figure,
    'TT',
    '',
    headline,
    '',
    ...figure,
    ...(figure.length > 0 ? [''] : []),
    ...[...afterHead, ...body].flatMap((line) => [line, '']),
  ]
    .slice(0, -1)
    .join('\n');
}
