// Whatever happened to a cache, what is read through it is what stands in the dumps: damage is noticed by digests, and
// names in it lead nowhere else.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeFiles } from '../../integration/build/output-folder.ts';
import { DumpReader } from '../../integration/dump/index.ts';
import { dumpFile } from '../../integration/files/find-dumps.ts';
import { DumpCache } from '../../integration/stories/dump-cache.ts';
import { readDumpState } from '../../integration/stories/dump-state.ts';
import { FormatFinder } from '../../integration/stories/format-finder.ts';
import { countStories, readSummaries } from '../../integration/stories/story-index.ts';
import { currentIndexCounts, StoryIndexWriter } from '../../integration/stories/story-index-files.ts';
import { StoryReader } from '../../integration/stories/story-reader.ts';
import { storyText } from '../dumps.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-caches-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

/** Reads a dump as a load does. @returns its stories, and whether they came out of the cache */
async function read(name = 'wire.txt', cache = at('cache'), meanwhile = async () => {}) {
  const dumps = new DumpCache(cache, 'version');
  const cached = await dumps.open(dumpFile(at(name), folder), 'utf-8', new FormatFinder({}));
  const { isUnchanged } = cached;
  await meanwhile();
  const stories: unknown[] = [];
  const headlines: string[] = [];
  for await (const batch of cached.read(new StoryReader())) {
    for (const event of batch) {
      if (event.kind !== 'story') continue;
      stories.push(event.story);
      headlines.push(event.story.headline);
    }
  }
  await dumps.removeUnused();
  return { isUnchanged, stories, headlines };
}

const filesBelow = async (name: string) =>
  (await readdir(at(name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const DUMP = [
  storyText('Ferry Returns', ['It came at noon.', 'It left at one.'], 'The ferry, May 3, 2025. (AFP)'),
  storyText('Harbor Closes', ['It closed on Monday.', 'Nobody said why.']),
].join('\n\n\n\n');

describe('a cached dump', () => {
  test('gives the same stories as the dump itself, without reading it again', async () => {
    await writeFile(at('wire.txt'), DUMP);
    const first = await read();
    const second = await read();
    expect([first.isUnchanged, second.isUnchanged]).toEqual([false, true]);
    expect(second.stories).toEqual(first.stories);
    expect(second.headlines).toEqual(['Ferry Returns', 'Harbor Closes']);
  });

  test('is read anew where any byte of the cache is another, or its end is missing', {
    timeout: 60_000,
  }, async () => {
    await writeFile(at('wire.txt'), Buffer.from(`\ufeff${DUMP}`, 'utf16le'));
    const { stories } = await read();
    await cp(at('cache'), at('whole'), { recursive: true });
    const files = (await filesBelow('whole')).map((file) => path.relative(at('whole'), file));
    // Texts that are kept prove themselves when they are read: see kept-texts.test.ts.
    const names = files.filter((name) => !name.endsWith('.texts'));
    // The state, the records, a copy of the text, and the record of the copy.
    expect(names).toHaveLength(4);
    for (const name of names) {
      const bytes = await readFile(at(`whole/${name}`));
      for (let position = 0; position < bytes.length; position += Math.ceil(bytes.length / 12)) {
        const flipped = Buffer.from(bytes);
        flipped[position] = (flipped[position] ?? 0) ^ 1;
        for (const damaged of [flipped, bytes.subarray(0, position)]) {
          await cp(at('whole'), at('cache'), { recursive: true, force: true });
          await writeFile(at(`cache/${name}`), damaged);
          const again = await read();
          expect(again.isUnchanged, `${name} at ${position}`).toBe(false);
          expect(again.stories).toEqual(stories);
        }
      }
    }
  });

  test('that was copied from elsewhere is used', async () => {
    await writeFile(at('wire.txt'), DUMP);
    const { stories } = await read();
    await cp(at('cache'), at('copied'), { recursive: true });
    expect(await read('wire.txt', at('copied'))).toMatchObject({ isUnchanged: true, stories });
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    // Not packed but stored, so that the size stays.
    ['gzip', (text: string) => gzipSync(text, { level: 0 })],
  ])('in %s that changed is read anew, at equal size and time too', async (_, encode) => {
    const before = encode(DUMP);
    const after = encode(DUMP.replaceAll('Ferry Returns', 'Ferry Departs'.slice(0, 13)));
    expect(after.length).toBe(before.length);
    await writeFile(at('wire.txt'), before);
    await read();
    const { atime, mtime } = await stat(at('wire.txt'));
    await writeFile(at('wire.txt'), after);
    await utimes(at('wire.txt'), atime, mtime);
    expect((await read()).headlines[0]).toBe('Ferry Departs');
  });

  test('that changed while it was read is read anew the next time', async () => {
    await writeFile(at('wire.txt'), DUMP);
    const changed = DUMP.replaceAll('Ferry Returns', 'Ferry Leaves');
    await read('wire.txt', at('cache'), () => writeFile(at('wire.txt'), changed));
    expect(await read()).toMatchObject({ isUnchanged: false, headlines: ['Ferry Leaves', 'Harbor Closes'] });
  });

  test('that grew is read on as it was begun: how its stories look comes back whole', async () => {
    const signed = (number: number) =>
      `Lighthouse Number ${number} Is Painted Once More\nBy Ann Lee\n${`It is number ${number} on this coast. ${'Many words follow. '.repeat(20)}\n`.repeat(8)}`;
    const stories = Array.from({ length: 120 }, (_, number) => signed(number));
    await writeFile(at('wire.txt'), stories.join('\n\n\n'));
    await read();
    const [state = ''] = (await filesBelow('cache')).filter((file) => file.endsWith('.json'));
    const reader = new DumpReader();
    reader.push(await readFile(at('wire.txt')));
    reader.end();
    expect(reader.dialect.isClear).toBe(true);
    expect(readDumpState(state.replace(/json$/u, 'jsonl'))?.dialect).toEqual(reader.dialect);
  });

  test('may be older than the dump’s time, or younger: clocks are not asked', async () => {
    await writeFile(at('wire.txt'), DUMP);
    await read();
    for (const time of [0, 4e9]) {
      await utimes(at('wire.txt'), time, time);
      expect((await read()).isUnchanged).toBe(true);
    }
  });

  test('may hold line and paragraph separators, which end no line of the cache', async () => {
    const headline = 'Ferry\u2028Returns\u2029Again';
    await writeFile(
      at('wire.txt'),
      storyText(headline, ['It came\u2028at noon.', 'It left.'], 'A\u2029ferry. (AFP)'),
    );
    const { stories } = await read();
    const again = await read();
    expect(again).toMatchObject({ isUnchanged: true, stories });
    expect(again.headlines[0]).toMatch(/^Ferry\sReturns\sAgain$/u);
  });
});

describe('a story index', () => {
  const write = async () => {
    await writeFile(at('wire.txt'), DUMP);
    const { stories } = await read();
    const writer = new StoryIndexWriter();
    for (const [number, id] of ['ferry-returns', 'harbor-closes'].entries()) {
      const story = { headline: `${id}\u2028\u2029`, lang: 'en', dir: 'ltr', places: [] } as const;
      writer.add({
        id,
        key: 'k',
        location: [0, 0, 0],
        isCorrected: false,
        story: { ...Object(stories[number]), ...story },
      });
    }
    await writer.finish(at('cache'), 'inputs', [{ name: 'wire.txt', records: 'records.jsonl' }]);
  };

  test('holds any headline', async () => {
    await write();
    const found: string[] = [];
    for await (const { data } of readSummaries(at('cache'))) found.push(data.headline);
    expect(found).toEqual(['ferry-returns\u2028\u2029', 'harbor-closes\u2028\u2029']);
    expect(countStories(at('cache'))).toBe(2);
  });

  test('counts as not there where any byte of it is another', async () => {
    await write();
    expect(await currentIndexCounts(at('cache'), 'inputs')).toEqual({ stories: 2, undated: 1, far: [] });
    const files = (await filesBelow('cache')).filter((file) => /story-index|summaries/u.test(file));
    expect(files).toHaveLength(2);
    for (const file of files) {
      const bytes = await readFile(file);
      for (let position = 0; position < bytes.length; position += 5) {
        bytes[position] = (bytes[position] ?? 0) ^ 1;
        await writeFile(file, bytes);
        expect(await currentIndexCounts(at('cache'), 'inputs'), `${file} at ${position}`).toBeUndefined();
        bytes[position] = (bytes[position] ?? 0) ^ 1;
      }
      await writeFile(file, bytes);
    }
  });
});

test('no name in a manifest deletes a file outside of the output folder', async () => {
  await mkdir(at('t/dist/below'), { recursive: true });
  const [victim, page] = [at('victim'), at('t/dist/below/page.html')];
  for (const file of [victim, page]) await writeFile(file, 'text');
  removeFiles(at('t/dist'), [
    '../../victim',
    victim,
    'below/../../../victim',
    '..',
    '.',
    '',
    'below/page.html',
  ]);
  expect(await readFile(victim, 'utf8')).toBe('text');
  await expect(stat(page)).rejects.toThrow('ENOENT');
  expect((await stat(at('t/dist'))).isDirectory()).toBe(true);
});
