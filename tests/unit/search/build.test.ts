// An index depends on its stories alone, and an index that grows changes little.
import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RunCutter } from '../../../integration/search/build/cut.ts';
import { inSegments, orderDates } from '../../../integration/search/build/order.ts';
import { indexRun } from '../../../integration/search/build/run.ts';
import { storiesOfRun } from '../../../integration/search/build/run-reader.ts';
import { SEGMENT_STEP } from '../../../integration/search/format/layout.ts';
import { build, type Files, type TestStory } from './archive.ts';

const WORDS = 'harbour lamp ferry élan ÉLAN İstanbul مدرسة المدرسة می‌خواهم 叙利亚 สวัสดี U.S. 2025 quay'.split(
  ' ',
);

const story = fc.record({
  id: fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 8 }),
  headline: fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' ')),
  text: fc.array(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
    { maxLength: 3 },
  ),
  lang: fc.constantFrom('en', 'ar', 'tr', 'zh-Hant'),
  date: fc.constantFrom('1999-12-31', '2024-02-29', '2024-03-01', '2025-04-24'),
  places: fc.subarray(['Egypt', 'Syria', 'Chad']),
});
const stories = fc.uniqueArray(story, { selector: ({ id }) => id, maxLength: 30 });

const namesOf = (files: Files) => [...files.keys()].sort();

function expectEqual(files: Files, others: Files): void {
  expect(namesOf(files)).toEqual(namesOf(others));
  for (const [name, bytes] of files)
    expect(Buffer.compare(bytes, others.get(name) ?? new Uint8Array()), name).toBe(0);
}

describe('the same stories make the same files', { timeout: 60_000 }, () => {
  test('wherever runs end', async () => {
    await fc.assert(
      fc.asyncProperty(stories, fc.array(fc.nat(30)), async (each, ends) => {
        const whole = await build(each);
        const cut = await build(each, { ends });
        expect(cut.digest).toBe(whole.digest);
        expectEqual(cut.files, whole.files);
      }),
    );
  });

  test('in whatever order dumps have them, where each has a date', async () => {
    await fc.assert(
      fc.asyncProperty(
        stories.chain((each) =>
          fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
        ),
        fc.array(fc.nat(30)),
        async ([each, shuffled], ends) => {
          expectEqual((await build(shuffled, { ends })).files, (await build(each)).files);
        },
      ),
    );
  });

  test('whatever index was there before', async () => {
    await fc.assert(
      fc.asyncProperty(stories, stories, async (former, each) => {
        const before = await build(former);
        const after = await build(each, { files: before.files });
        const kept = new Map(
          [...after.files].filter(([name]) => !name.includes('/') || isIn(name, after.folders)),
        );
        expectEqual(kept, (await build(each)).files);
      }),
    );
  });
});

const isIn = (name: string, folders: readonly string[]) =>
  folders.some((folder) => name.startsWith(`${folder}/`));

test('a segment that did not change is not written again', async () => {
  const some = Array.from({ length: 5 }, (_, at): TestStory => ({ id: `s${at}`, headline: 'One lamp' }));
  const { files, folders } = await build(some);
  const [, segment = ''] = folders;
  const marked: Files = new Map(files);
  marked.set(`${segment}/cards-0.txt`, Uint8Array.of(1));
  const again = await build(some, { files: marked });
  expect(again.files.get(`${segment}/cards-0.txt`)).toEqual(Uint8Array.of(1));
  // Without the file that is written last it is not whole.
  marked.delete(`${segment}/segment.bin`);
  expectEqual((await build(some, { files: marked })).files, files);
});

test('an index of many stories has an old segment, which stays as it is when stories are appended', {
  timeout: 60_000,
}, async () => {
  const many = Array.from(
    { length: SEGMENT_STEP + 10 },
    (_, at): TestStory => ({
      id: `s${at}`,
      headline: `Lamp ${at % 100}`,
      date: new Date(Date.UTC(2000, 0, 1) + at * 3_600_000).toISOString().slice(0, 10),
    }),
  );
  // Ids order the stories of a day as numbers order them here.
  const padded = many.map((each, at) => ({ ...each, id: `s${String(at).padStart(6, '0')}` }));
  const before = await build(padded.slice(0, -2));
  const after = await build(padded);
  const [, old, young] = before.folders;
  expect(after.folders[1]).toBe(old);
  expect(after.folders[2]).not.toBe(young);
  const oldNames = namesOf(before.files).filter((name) => name.startsWith(`${old}/`));
  expect(oldNames.length).toBeGreaterThan(SEGMENT_STEP / 64);
  for (const name of oldNames) expect(after.files.get(name)).toEqual(before.files.get(name));
});

test('segments end at a multiple of a step', () => {
  const sizes = (count: number) => inSegments(Array.from({ length: count })).map(({ length }) => length);
  expect(sizes(0)).toEqual([]);
  expect(sizes(10)).toEqual([10]);
  expect(sizes(SEGMENT_STEP)).toEqual([SEGMENT_STEP]);
  expect(sizes(SEGMENT_STEP * 3 + 1)).toEqual([SEGMENT_STEP * 3, 1]);
});

test('a story without a date is ordered by the dated ones around it', () => {
  expect(orderDates([undefined, '2024-05-01', undefined, undefined, '2024-06-01', undefined])).toEqual([
    ...['2024-05-01', '2024-05-01', '2024-05-01', '2024-05-01', '2024-06-01', '2024-06-01'],
  ]);
  expect(orderDates([undefined, undefined])).toEqual(['', '']);
});

describe('runs', () => {
  const keys = Array.from({ length: 60_000 }, (_, at) => hash('sha256', String(at)));
  const endsOf = (some: readonly string[], characters = 3000) => {
    const cutter = new RunCutter();
    return some.filter((key) => cutter.endsWith(key, characters));
  };

  test('end at the same stories where one is added before them', () => {
    const ends = endsOf(keys);
    const more = endsOf([...keys.slice(0, 1000), hash('sha256', 'new'), ...keys.slice(1000)]);
    expect(ends.length).toBeGreaterThan(5);
    // Those before the new story, and all but the next few behind it.
    expect(more.slice(-3)).toEqual(ends.slice(-3));
  });

  test('of long stories are short', () => {
    expect(endsOf(keys.slice(0, 100), 2 ** 21).length).toBe(20);
  });

  test('know how many stories they have, and are none when damaged', () => {
    const run = indexRun([{ lang: 'en', headline: 'One', text: [] }]);
    expect(storiesOfRun(run)).toBe(1);
    expect(storiesOfRun(run.subarray(0, -1))).toBeUndefined();
    run[12] = (run[12] ?? 0) ^ 1;
    expect(storiesOfRun(run)).toBeUndefined();
  });
});

test('a word of a million letters, and a text of marks alone, are indexed', async () => {
  const { files } = await build([
    { id: 'long', headline: 'é'.repeat(1_000_000), text: ['\u0301'.repeat(1000), '漢\u200d字'.repeat(1000)] },
  ]);
  expect(files.size).toBeGreaterThan(3);
});
