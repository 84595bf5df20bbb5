// Dumps that threads read: what comes of them is what comes of them here.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpFile } from '../../integration/files/find-dumps.ts';
import type { CachedDump } from '../../integration/stories/cached-dump.ts';
import { DumpCache } from '../../integration/stories/dump-cache.ts';
import { DumpReading } from '../../integration/stories/dump-reading.ts';
import { FormatFinder } from '../../integration/stories/format-finder.ts';
import { ReadingThreads } from '../../integration/stories/reading-threads.ts';
import { StoryReader } from '../../integration/stories/story-reader.ts';
import { storyText } from '../dumps.ts';

const stories = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    storyText(`${name} ${at} Is Lit Again`, ['It was lit on Monday in Norway.', 'Its neighbour was not.']),
  ).join('\n\n\n\n');
const DUMPS: Readonly<Record<string, string | Uint8Array>> = {
  'pages.txt': stories('Lamp', 300),
  'orphan.txt': `${stories('Pier', 20)}\n\n\n\nA Headline That Nothing Follows`,
  'packed.txt.gz': gzipSync(stories('Ferry', 40)),
  'records.jsonl': `${JSON.stringify({ headline: 'Quay Closed', date: '2025-04-24', text: 'It closed at noon.' })}\n`,
  'empty.txt': '',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-threads-'));
  for (const [name, text] of Object.entries(DUMPS)) await writeFile(path.join(folder, name), text);
});
afterEach(() => rm(folder, { recursive: true }));

const open = async (cache: string) => {
  const dumps = new DumpCache(path.join(folder, cache), '1');
  const files = Object.keys(DUMPS).map((name) => dumpFile(path.join(folder, name), folder));
  return Promise.all(files.map((file) => dumps.open(file, 'utf-8', new FormatFinder())));
};

/** Every file below a folder, by its path there. */
async function filesIn(cache: string): Promise<Map<string, string>> {
  const root = path.join(folder, cache);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = async (name: string) => [path.relative(root, name), await readFile(name, 'latin1')] as const;
  return new Map(await Promise.all(names.sort().map(read)));
}

test('threads leave the cache that one thread leaves, and give the same stories and messages', async () => {
  const here = await open('here');
  const reader = new StoryReader();
  const found: string[][] = [];
  for (const dump of here) {
    const events = (await Array.fromAsync(dump.read(reader))).flat();
    found.push(events.map((event) => JSON.stringify(event)));
  }
  const elsewhere = await open('elsewhere');
  const threads = new ReadingThreads(elsewhere, {});
  for (const [at, dump] of elsewhere.entries()) {
    expect(await threads.isRead(dump)).toBe(true);
    const events = (await Array.fromAsync(dump.readCached())).flat();
    expect(events.map((event) => JSON.stringify(event)).sort()).toEqual(found[at]?.sort());
  }
  await threads.close();
  expect(await filesIn('elsewhere')).toEqual(await filesIn('here'));
}, 30_000);

const PROSE = Array.from(
  { length: 8 },
  (_, at) => `Paragraph ${at} ${'of many words '.repeat(14)}ends here.`,
);
const longStories = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    storyText(`${name} ${at} Is Lit Again`, [`It was lit ${at} times in Norway.`, ...PROSE]),
  ).join('\n\n\n\n');
/** In a language whose words are in no list of ours. */
const swedish = Array.from({ length: 60 }, (_, at) =>
  storyText(`Lampa ${at} lyser igen`, [
    `Staden beslutade i måndags att den gamla lampan skulle lysa igen i hamnen i Norge, för ${at} gången.`,
    ...PROSE,
  ]),
).join('\n\n\n\n');
/** With a line that has a control character, other languages, and bytes that are no UTF-8. */
const LARGE = Buffer.concat([
  Buffer.from(longStories('Lamp', 420)),
  Buffer.from(`\n\n\n\nA Line \u0007 That Is Odd\n\n${'Und die Laterne ist wieder an. '.repeat(40)}\n\n\n\n`),
  Buffer.from([0xc3, 0x28, 0x0a, 0x0a, 0x0a, 0x0a]),
  Buffer.from(`${swedish}\n\n\n\n`),
  Buffer.from(longStories('Harbour', 420)),
]);

test('one dump that several threads read leaves the cache that one thread leaves, whatever its encoding', async () => {
  for (const encoding of ['utf-8', 'windows-1252']) {
    await writeFile(path.join(folder, 'large.txt'), LARGE);
    const file = dumpFile(path.join(folder, 'large.txt'), folder);
    const open = (cache: string) =>
      new DumpCache(path.join(folder, cache), '1').open(file, encoding, new FormatFinder());
    const read = async (dump: CachedDump, threads: number) => {
      const reading = new DumpReading({}, 'kept', { worth: 1, threads, segmentBytes: 2 ** 18 });
      const events = (await Array.fromAsync(dump.read(reading))).flat();
      await reading.close();
      return events;
    };
    const expected = await read(await open(`one ${encoding}`), 0);
    expect(expected.length).toBeGreaterThan(800);
    const inSwedish = expected.filter((event) => event.kind === 'story' && event.story.lang === 'sv');
    expect(inSwedish.length).toBeGreaterThan(20);
    const found = await read(await open(`many ${encoding}`), 2);
    expect(found).toEqual(expected.map((event) => JSON.parse(JSON.stringify(event))));
    expect(await filesIn(`many ${encoding}`)).toEqual(await filesIn(`one ${encoding}`));
  }
}, 60_000);

test('a segment that no thread can read is an error', async () => {
  await writeFile(path.join(folder, 'large.txt'), LARGE);
  const dumps = new DumpCache(path.join(folder, 'cache'), '1');
  const dump = await dumps.open(
    dumpFile(path.join(folder, 'large.txt'), folder),
    'utf-8',
    new FormatFinder(),
  );
  const reading = new DumpReading({}, 'kept', { worth: 1, threads: 2, segmentBytes: 2 ** 18 });
  const events = dump.read(reading);
  await events.next();
  await reading.close();
  await expect(Array.fromAsync(events)).rejects.toThrow('A thread that reads dumps ended');
}, 60_000);

test('a dump that is gone when a thread comes to it is an error, and the others are read', async () => {
  const [first, second, ...rest] = await open('cache');
  if (!first || !second) throw new Error('There are dumps.');
  await rm(path.join(folder, 'orphan.txt'));
  const threads = new ReadingThreads([first, second], {});
  await expect(threads.isRead(second)).rejects.toThrow('orphan.txt');
  expect(await threads.isRead(first)).toBe(true);
  for (const dump of rest) expect(await threads.isRead(dump)).toBe(false);
  await threads.close();
}, 30_000);
