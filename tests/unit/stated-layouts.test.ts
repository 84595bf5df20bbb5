// What a site says of how stories stand in its dumps goes before what their look tells.
import { describe, expect, test } from 'vitest';
import { loaderOptionsSchema } from '../../integration/config/loader-options.ts';
import { DumpReader, type Layout, readDump } from '../../integration/dump/index.ts';
import { LayoutFinder } from '../../integration/stories/layout-finder.ts';
import { runCli } from './cli.ts';
import { countLines, sum } from './reading.ts';

const prose = (name: string, at: number) =>
  `Paragraph ${at} of the ${name} story says, in more words than any headline has, what the harbor board did on that day.`;
const story = (name: string, headline = `Harbor board meets over the ${name}`) => [
  headline,
  ...[1, 2, 3].map((at) => prose(name, at)),
];

function read(text: string, layout?: Layout) {
  const { stories, ledger, lines, messages } = readDump(text, layout && { layout });
  expect(sum(ledger)).toBe(lines);
  expect(lines).toBe(countLines(text));
  return { headlines: stories.map(({ headline }) => headline), stories, messages };
}

describe('stories: one', () => {
  test('a dump is one story, whatever gaps, rules and headlines stand in it', () => {
    const parts = ['crane', 'ferry', 'lamp'].map((name) => story(name).join('\n\n'));
    for (const between of ['\n\n\n\n', '\n\n-----\n\n']) {
      const text = parts.join(between);
      expect(read(text).headlines).toHaveLength(3);
      expect(read(text, { stories: 'one' }).headlines).toEqual(['Harbor board meets over the crane']);
    }
  });
});

describe('separator', () => {
  const text = ['crane', 'ferry', 'lamp'].map((name) => story(name).join('\n')).join('\nq q q\n');

  test('parts stories where nothing else would, and is furniture', () => {
    const { headlines, stories } = read(text, { separator: 'q q q' });
    expect(headlines).toEqual(
      ['crane', 'ferry', 'lamp'].map((name) => `Harbor board meets over the ${name}`),
    );
    expect(stories.every(({ blocks }) => blocks.length === 3)).toBe(true);
  });

  test('may be a pattern', () => {
    const numbered = text.replace('q q q', 'item 17').replace('q q q', 'item 18');
    expect(read(numbered, { separator: '/^item \\d+$/' }).headlines).toHaveLength(3);
  });

  test('parts alone: wide gaps and other rules don’t', () => {
    const wide = `${story('crane').join('\n\n')}\n\n\n\n${story('ferry').join('\n\n')}\n\n-----\n\n${story('lamp').join('\n\n')}`;
    expect(read(wide, { separator: '-----' }).headlines).toHaveLength(2);
  });
});

test('gap: so many blank lines part stories, fewer don’t', () => {
  const text = [story('crane'), story('ferry'), story('lamp')]
    .map((lines) => lines.join('\n\n\n'))
    .join('\n\n\n\n\n');
  expect(read(text, { gap: 4 }).headlines).toHaveLength(3);
  expect(read(text, { gap: 5 }).headlines).toHaveLength(1);
});

test('headline: the first line is one, whatever it looks like', () => {
  const headline =
    'The harbor board met. It was, the board said, the longest of its meetings since the harbor was built in 1911.';
  const text = [story('crane', headline), story('ferry', headline.replace('1911', '1912'))]
    .map((lines) => lines.join('\n\n'))
    .join('\n-----\n');
  expect(read(text, { separator: '-----', headline: 'first' }).headlines).toEqual([
    headline,
    headline.replace('1911', '1912'),
  ]);
});

test('a dump is read in pieces of any size as it is whole', () => {
  const text = ['crane', 'ferry', 'lamp'].map((name) => story(name).join('\n')).join('\nq q q\n');
  const reader = new DumpReader({ layout: { separator: 'q q q', headline: 'first' } });
  const found = [...Buffer.from(text)].flatMap((byte) => reader.push(Uint8Array.of(byte)));
  found.push(...reader.end());
  expect(found.flatMap((each) => each.story ?? [])).toEqual(
    read(text, { separator: 'q q q', headline: 'first' }).stories,
  );
});

describe('the option', () => {
  const problems = (layouts: unknown) => loaderOptionsSchema.safeParse({ dumps: '*.txt', layouts }).success;

  test('takes one layout for all dumps, or globs with one each; the first that matches counts', () => {
    expect(new LayoutFinder({ layouts: { gap: 3 } }).find('any/where.txt')).toEqual({ gap: 3 });
    const finder = new LayoutFinder({
      layouts: { 'old/*.txt': { separator: '-----' }, '**': { stories: 'one' } },
    });
    expect(finder.find('old/a.txt')).toEqual({ separator: '-----' });
    expect(finder.find('new/a.txt')).toEqual({ stories: 'one' });
    expect(new LayoutFinder().find('new/a.txt')).toBeUndefined();
  });

  test('refuses what is no layout', () => {
    expect(problems({ gap: 3, headline: 'first' })).toBe(true);
    expect(problems({ 'a/*.txt': { separator: '/^-+$/' } })).toBe(true);
    for (const wrong of [
      { gap: 0 },
      { stories: 'two' },
      { separator: '/(/' },
      { stories: 'one', gap: 3 },
      { 'a/*.txt': { gaps: 3 } },
    ])
      expect(problems(wrong)).toBe(false);
  });
});

test('check takes it as arguments', async () => {
  const wrong = await runCli('check', '--layout', 'gap=none', 'tests/unit/fixtures/shapes/plain.txt');
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('--layout: expected stories=one, separator=LINE, gap=NUMBER or headline=first');
  const { out } = await runCli(
    'check',
    '--json',
    '--layout',
    'stories=one',
    'tests/unit/fixtures/shapes/plain.txt',
  );
  expect(JSON.parse(out).dumps[0].stories).toHaveLength(1);
});
