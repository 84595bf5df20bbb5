// Which files are dumps, and what is said where there is none; and that a story's text comes back as it was read, or
// not at all.
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDump } from '../../integration/dump/index.ts';
import { readExcerpts } from '../../integration/files/excerpts.ts';
import { dumpFile, findDumps } from '../../integration/files/find-dumps.ts';
import { linesOf, readLinesInBatches } from '../../integration/files/json-lines.ts';
import { readBody } from '../../integration/loader.ts';
import { storyText } from '../dumps.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'wirecopy-files-'));
  await mkdir(path.join(root, 'dumps/2025'), { recursive: true });
  for (const name of ['b.txt', 'a.txt', '2025/wire-2025-04-24.txt', '2025/2025-02-30.txt', 'note.md'])
    await writeFile(path.join(root, 'dumps', name), 'A line.\n');
});
afterAll(() => rm(root, { recursive: true }));

describe('finding dumps', () => {
  test('gives those that a pattern names, in the order of their names', async () => {
    const files = await findDumps(['dumps/**/*.txt'], root);
    expect(files.map(({ name }) => name)).toEqual([
      'dumps/2025/2025-02-30.txt',
      'dumps/2025/wire-2025-04-24.txt',
      'dumps/a.txt',
      'dumps/b.txt',
    ]);
  });

  test('gives one that several patterns name once, and none that is excluded', async () => {
    const files = await findDumps(['dumps/*.txt', 'dumps/a.txt', '!dumps/b.txt'], root);
    expect(files.map(({ name }) => name)).toEqual(['dumps/a.txt']);
  });

  test('reads the day that a name states, if the calendar has it', async () => {
    const files = await findDumps(['dumps/2025/*.txt'], root);
    expect(files.map(({ day }) => day)).toEqual([undefined, '2025-04-24']);
  });

  test('that match no pattern is an error with the pattern, the folder searched and what to do', async () => {
    const found = findDumps(['nowhere/*.txt', '*.dump'], root);
    await expect(found).rejects.toThrow('No dump matches “nowhere/*.txt”, “*.dump”');
    await expect(found).rejects.toThrow(`searched from ${root}`);
    await expect(found).rejects.toThrow('in src/content.config.ts: dumpLoader({ dumps: "dumps/**/*.txt" })');
  });

  test('that match no pattern are told with the files that stand there', async () => {
    await mkdir(path.join(root, 'exports'));
    await writeFile(path.join(root, 'exports/stories.csv'), 'title,text');
    await expect(findDumps(['exports/**/*.txt'], root)).rejects.toThrow(
      'There are other files: exports/stories.csv.',
    );
  });

  test('in a folder that is named itself is an error that says how its files are', async () => {
    const found = findDumps(['dumps/'], root);
    await expect(found).rejects.toThrow('“dumps/” is a folder');
    await expect(found).rejects.toThrow('"dumps/**/*.txt"');
  });

  test('that can’t be read is an error with the file', async () => {
    await symlink(path.join(root, 'gone.txt'), path.join(root, 'link.txt'));
    await expect(findDumps(['link.txt'], root)).rejects.toThrow(/link\.txt/u);
  });
});

describe('a story’s text', () => {
  const text = `${storyText('Ferry Returns', ['It came at noon.', 'It left at one.'])}\n`;
  const entry = async () => {
    await writeFile(path.join(root, 'wire.txt'), text);
    const [story] = readDump(text).stories;
    if (!story) throw new Error('There is no story.');
    const { lines, bytes, body, digest, blocks } = story;
    return {
      blocks,
      id: 'ferry-returns',
      data: { source: { dump: 'wire.txt', lines, bytes, body, digest } },
    };
  };

  test('comes back block by block', async () => {
    const { blocks, ...read } = await entry();
    expect(await readBody(read, { root })).toEqual(blocks);
  });

  test('of a dump that changed meanwhile is an error, never other text', async () => {
    const read = await entry();
    for (const changed of [text.replace('noon', 'dusk'), `A line more.\n${text}`, text.slice(0, 40)]) {
      await writeFile(path.join(root, 'wire.txt'), changed);
      const body = readBody(read, { root });
      await expect(body).rejects.toThrow('The dump wire.txt changed after it was read');
      await expect(body).rejects.toThrow(/lines 1–\d+/u);
    }
  });

  test('of a dump that is gone is an error with the file', async () => {
    const read = await entry();
    await rm(path.join(root, 'wire.txt'));
    await expect(readBody(read, { root })).rejects.toThrow(
      /The dump wire\.txt, with the story “ferry-returns”/u,
    );
  });
});

describe('excerpts', () => {
  const excerpts = async (
    text: string | Buffer,
    places: { line: number; column: number }[],
    encoding = 'utf-8',
  ) => {
    await writeFile(path.join(root, 'lines.txt'), text);
    return readExcerpts(dumpFile(path.join(root, 'lines.txt'), root), encoding, places);
  };

  test('show a line with two above and two below, as far as there are', async () => {
    const text = 'one\ntwo\r\nthree\nfour\nfive\nsix';
    expect(
      await excerpts(text, [
        { line: 4, column: 1 },
        { line: 1, column: 1 },
        { line: 6, column: 1 },
      ]),
    ).toEqual([
      { first: 2, lines: ['two', 'three', 'four', 'five', 'six'] },
      { first: 1, lines: ['one', 'two', 'three'] },
      { first: 4, lines: ['four', 'five', 'six'] },
    ]);
  });

  test('cut long lines, but for the one that is spoken of up to its place', async () => {
    const [excerpt] = await excerpts(`${'a'.repeat(5000)}\n${'b'.repeat(5000)}`, [{ line: 2, column: 900 }]);
    const [above = '', line = ''] = excerpt?.lines ?? [];
    expect(above.length).toBe(400);
    expect(line.length).toBeGreaterThan(900);
    expect(line.length).toBeLessThan(4000);
  });

  test('are in Unicode, whatever the dump is in; of a line that is not there is none', async () => {
    const latin = Buffer.from('Café\nThé', 'latin1');
    expect(
      await excerpts(
        latin,
        [
          { line: 2, column: 1 },
          { line: 9, column: 1 },
        ],
        'windows-1252',
      ),
    ).toEqual([{ first: 1, lines: ['Café', 'Thé'] }, undefined]);
  });

  test('of a large dump are found beyond the first piece that is read', async () => {
    const text = Array.from({ length: 60_000 }, (_, at) => `Line ${at + 1}, of many.`).join('\n');
    const [excerpt] = await excerpts(text, [{ line: 50_000, column: 1 }]);
    expect(excerpt?.lines[2]).toBe('Line 50000, of many.');
    expect((await readFile(path.join(root, 'lines.txt'))).length).toBeGreaterThan(2 ** 18);
  });
});

describe('the lines of a file', () => {
  const lines = async (name: string, text: string) => {
    const file = path.join(root, name);
    await writeFile(file, text);
    const batches = await Array.fromAsync(readLinesInBatches(file));
    return { atOnce: [...linesOf(file)], batches: batches.flat() };
  };

  test.each([
    ['empty.jsonl', '', []],
    ['one.jsonl', '{"a":"é"}\n', ['{"a":"é"}']],
    ['open.jsonl', '1\n2', ['1', '2']],
    ['separators.jsonl', '"\u2028"\n"\u0085"\n', ['"\u2028"', '"\u0085"']],
  ])('of %s end at line feeds and nowhere else', async (name, text, expected) => {
    expect(await lines(name, text)).toEqual({ atOnce: expected, batches: expected });
  });

  test('are whole wherever a piece that is read ends, and however long they are', async () => {
    const long = [
      '灯'.repeat(400_000),
      ...Array.from({ length: 60_000 }, (_, at) => `${at} é灯`),
      'x'.repeat(2 ** 20),
    ];
    expect(await lines('long.jsonl', `${long.join('\n')}\n`)).toEqual({ atOnce: long, batches: long });
  });
});
