// What each line of a page is taken for. Every fixture in fixtures/pages says it line by line, ahead of a bar, so that
// a test of a shape is the shape itself.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DumpReader, readDump, readStoryLedger } from '../../integration/dump/index.ts';
import { LINE_CLASSES, type LineClass } from '../../integration/dump/types.ts';
import { collapse, ledgerOf, page, read, saidBy, shapeNames, shapeText } from './reading.ts';

const folder = new URL('./fixtures/pages/', import.meta.url);
const names = readdirSync(folder).map((name) => name.slice(0, -'.txt'.length));

interface Annotated {
  text: string;
  /** By line, 1-based; blank lines are left out. */
  classes: Map<number, LineClass>;
}

const isLineClass = (name: string): name is LineClass => LINE_CLASSES.some((each) => each === name);

function annotated(name: string): Annotated {
  const classes = new Map<number, LineClass>();
  const lines = readFileSync(new URL(`${name}.txt`, folder), 'utf8').split('\n');
  const text = lines.map((line, at) => {
    if (line === '') return '';
    const [first = '', ...said] = line.split('|');
    const is = first.trim();
    if (!isLineClass(is)) throw new Error(`${name}.txt does not say what line ${at + 1} is.`);
    classes.set(at + 1, is);
    return said.join('|').slice(1);
  });
  return { text: text.join('\n'), classes };
}

/** What every line of a dump was taken for: lines of stories by their stories, the others by what is left of the ledger. */
function classesOf(text: string): Map<number, LineClass> {
  const { stories, ledger } = readDump(text);
  const classes = new Map<number, LineClass>();
  const written = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [at + 1]));
  for (const story of stories) {
    const lines = written.filter((line) => line >= story.lines[0] && line <= story.lines[1]);
    for (const [at, line] of lines.entries()) classes.set(line, story.classes[at] ?? 'unclaimed');
  }
  const left = written.filter((line) => !classes.has(line));
  for (const line of left) classes.set(line, ledger.unclaimed > 0 ? 'unclaimed' : 'furniture');
  return classes;
}

const sorted = (classes: Map<number, LineClass>) => [...classes].sort(([a], [b]) => a - b);

describe('line by line', () => {
  test.each(names)('%s', (name) => {
    const { text, classes } = annotated(name);
    expect(sorted(classesOf(text))).toEqual(sorted(classes));
  });

  test.each(names)('%s: line breaks of Windows change nothing', (name) => {
    const { text, classes } = annotated(name);
    expect(sorted(classesOf(text.replaceAll('\n', '\r\n')))).toEqual(sorted(classes));
  });
});

describe('a story read again from its bytes alone', () => {
  const texts = [
    ...names.map((name) => [name, annotated(name).text] as const),
    ...shapeNames.map((name) => [name, shapeText(name)] as const),
    ['headline-led-by-a-dash', '- A Headline Led by a Dash\n\nIt was the first of its dump.\n'] as const,
  ];
  test.each(texts)('%s: its lines are taken for what they were taken for', (_, text) => {
    const bytes = Buffer.from(text);
    const reader = new DumpReader();
    const stories = [...reader.push(bytes), ...reader.end()].flatMap(({ story }) => story ?? []);
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories) {
      const wanted = ledgerOf({ blank: story.lines[1] - story.lines[0] + 1 - story.classes.length });
      for (const each of story.classes) wanted[each]++;
      expect(readStoryLedger(bytes.subarray(...story.bytes), reader.dialect)).toEqual(wanted);
    }
  });
});

describe('between others', () => {
  // Left out: shapes that are known only by what all stories of a dump have in common.
  const alone = ['plain', 'blog', 'masthead', 'masthead-blog', 'no-blanks', 'one-blank'];
  const shapes = shapeNames.filter((name) => !alone.includes(name));
  const before = page({
    headline: 'Basket Makers Open a School for Left Hands',
    captions: ['Left hands at work. (EPA)'],
    body: ['The school has eleven pupils.', 'It will have twelve.'],
  });
  const after = page({
    headline: 'Hill Town Paints Its Only Taxi in Stripes',
    captions: ['The taxi of the hill town, May 5, 2023. (AP)'],
    body: ['It can be seen from the next hill.', 'The driver was not asked.'],
  });
  const dump = (name: string) => [before, shapeText(name).trimEnd(), after].join('\n\n\n\n');
  const wanted = (name: string) => [before, shapeText(name), after].flatMap((text) => read(text).said);

  test.each(shapes)('%s is read as it is alone', (name) => {
    expect(read(dump(name)).said).toEqual(wanted(name));
  });

  // With neither TT nor photo, a head without its gap is a line that stands twice.
  test.each(shapes.filter((name) => name !== 'no-tt'))(
    '%s is read as it is alone, blank runs collapsed to one, and to none',
    (name) => {
      for (const blanks of [1, 0] as const)
        expect(read(collapse(dump(name), blanks)).said).toEqual(wanted(name));
    },
  );
});

describe('what is close', () => {
  const plain =
    'Swimmers Cross the Strait by Moonlight\n\nTwo hundred swimmers set out on Thursday night.\n\nAll came back.';

  test('a short line below a gap, among pages that show more, is read on, and that is said', () => {
    const { stories, messages } = readDump(
      [page({}), plain, page({ headline: 'Another Page' })].join('\n\n\n\n'),
    );
    expect(stories.map(({ headline }) => headline)).toHaveLength(2);
    expect(messages.filter(({ code }) => code === 'join-close').map(({ line }) => line)).toEqual([13]);
  });

  test('a close decision is told once, however many lines lead to it', () => {
    const cry = 'Where is the bridge';
    const { messages } = readDump(
      [page({}), cry, cry, cry, 'It was the third evening on which they asked.'].join('\n\n'),
    );
    expect(messages.filter(({ code }) => code === 'join-close').map(({ text }) => text)).toHaveLength(1);
  });

  test('at the beginning of a dump it can be part of no story, and begins one', () => {
    const { stories } = readDump([plain, page({})].join('\n\n\n\n'));
    expect(stories.map(({ headline }) => headline)).toEqual([
      'Swimmers Cross the Strait by Moonlight',
      saidBy(read(page({})).stories[0] ?? never()).headline,
    ]);
  });

  test('a line above a headline that is no known control is told of, with its place', () => {
    const { stories, messages } = readDump(`CULTURE\n\n${page({})}`);
    expect(stories).toHaveLength(1);
    expect(messages).toContainEqual(
      expect.objectContaining({ code: 'above-headline', severity: 'info', line: 1, column: 1 }),
    );
  });
});

function never(): never {
  throw new Error('There is no story.');
}
