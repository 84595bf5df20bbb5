// What of a story is searched, and what of it is kept from build to build.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RangeReader } from '../../../integration/files/range-reader.ts';
import { indexRun, type StoryText } from '../../../integration/search/build/run.ts';
import { KnownSources } from '../../../integration/search-index/known-sources.ts';
import { RunCache } from '../../../integration/search-index/run-cache.ts';
import {
  StoryFacets,
  searchedText,
  sourceKey,
  textKey,
} from '../../../integration/search-index/searched-text.ts';
import type { StoryEntry } from '../../../integration/stories/story-index.ts';

const entry: StoryEntry = {
  id: 'lamp',
  data: {
    headline: 'The Lamp of the Pier',
    dek: 'It was lit.',
    byline: 'Mira Vell',
    section: 'Ports & Piers',
    photos: [{ caption: 'The lamp at dusk.', credit: 'Ode Rask' }],
    date: new Date('2014-07-03'),
    dateBasis: 'photo',
    lang: 'en',
    dir: 'ltr',
    places: ['Egypt', 'Chad'],
    wordCount: 9,
    correction: { text: 'It was a Monday.', date: new Date('2014-07-05') },
    source: { dump: 'a.txt', lines: [1, 9], bytes: [0, 90], body: 20, digest: 'd1' },
  },
};
const BLOCKS = [
  { type: 'paragraph' as const, text: 'A keeper lit it.' },
  { type: 'list' as const, items: ['One lamp', 'Two piers'] },
];

test('all that a story’s page shows as its own is searched', () => {
  expect(searchedText(entry, BLOCKS)).toEqual({
    lang: 'en',
    headline: 'The Lamp of the Pier',
    text: [
      'It was lit.',
      'Mira Vell',
      'Ports & Piers',
      'It was a Monday.',
      'A keeper lit it.',
      'One lamp',
      'Two piers',
      'The lamp at dusk.',
      'Ode Rask',
    ],
  });
});

test('a story is read again where any of that may have changed', () => {
  const changed = (data: Partial<StoryEntry['data']>) =>
    sourceKey({ ...entry, data: { ...entry.data, ...data } });
  const keys = [
    changed({}),
    changed({ headline: 'Another' }),
    changed({ lang: 'fr' }),
    changed({ dek: 'It went out.' }),
    changed({ byline: 'Ode Rask' }),
    changed({ photos: [] }),
    changed({ correction: { text: 'It was a Tuesday.', date: new Date('2014-07-05') } }),
    changed({ source: { ...entry.data.source, digest: 'd2' } }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(changed({ source: { ...entry.data.source, bytes: [50, 140] } })).toBe(keys[0]);
});

test('searches are narrowed by what stands in addresses, and show what readers call it', () => {
  const facets = new StoryFacets((name) => (name === 'Egypt' ? 'مصر' : name));
  expect(facets.shown(entry)).toMatchObject({
    id: 'lamp',
    date: '2014-07-03',
    basis: 'photo',
    places: [
      { value: 'egypt', label: 'مصر' },
      { value: 'chad', label: 'Chad' },
    ],
    sections: [{ value: 'ports--piers', label: 'Ports & Piers' }],
    authors: [{ value: 'mira-vell', label: 'Mira Vell' }],
  });
  const { date: _, dateBasis: __, byline: ___, ...undated } = entry.data;
  const signed = { ...entry.data, byline: 'Mira Vell and Ode Rask, AFP', agency: 'AFP' };
  expect(facets.shown({ ...entry, data: signed }).authors).toEqual([
    { value: 'mira-vell', label: 'Mira Vell' },
    { value: 'ode-rask', label: 'Ode Rask' },
  ]);
  const named = { ...entry.data, section: 'Egypt', byline: 'Egypt', places: ['Egypt', '!'] };
  expect(
    facets.shown({ ...entry, data: named }),
    'a place is translated, and other names are not',
  ).toMatchObject({
    places: [{ value: 'egypt', label: 'مصر' }],
    sections: [{ value: 'egypt', label: 'Egypt' }],
    authors: [{ value: 'egypt', label: 'Egypt' }],
  });
  expect(facets.shown({ ...entry, data: undated })).toMatchObject({ basis: 'none', authors: [] });
});

describe('what is known of stories', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-sources-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Asks for stories. @returns those that had to be read, each a source of its own */
  function ask(stories: readonly string[], version = '1'): string[] {
    const read: string[] = [];
    const known = new KnownSources(path.join(folder, 'searched.json'), version);
    for (const story of stories) {
      const find = () => {
        read.push(story);
        return { key: `of ${story}`, size: 7 };
      };
      expect(known.of(story, find)).toEqual({ key: `of ${story}`, size: 7 });
    }
    known.write();
    return read;
  }

  test('is asked of those alone that no build has read, as long as the code is the same', async () => {
    expect(ask(['a', 'b'])).toEqual(['a', 'b']);
    expect(ask(['a', 'b', 'c'])).toEqual(['c']);
    expect(ask(['c'])).toEqual([]);
    expect(ask(['a', 'c'])).toEqual(['a']);
    expect(ask(['a'], '2')).toEqual(['a']);
    await writeFile(path.join(folder, 'searched.json'), 'damaged');
    expect(ask(['a'], '2')).toEqual(['a']);
  });
});

describe('a run', () => {
  const TEXTS: StoryText[] = ['one', 'two'].map((headline) => ({ headline, lang: 'en', text: ['A lamp.'] }));
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-runs-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Gets a run. @returns its bytes, the digests of its texts, and how often its stories were read */
  async function get(sources: readonly string[] = ['a', 'b'], version = '1') {
    let reads = 0;
    const ranges = new RangeReader();
    const cache = new RunCache(folder, version, ranges);
    const { run, keys } = await cache.get(sources, () => {
      reads++;
      return TEXTS;
    });
    const bytes = Buffer.from(run.source.read(0, 2 ** 20));
    ranges.close();
    cache.removeUnused();
    return { reads, keys, bytes };
  }
  const whole = Buffer.from(indexRun(TEXTS));
  const file = async (ending: RegExp) =>
    path.join(folder, (await readdir(folder)).find((name) => ending.test(name)) ?? '');

  test('is indexed once, and read back', async () => {
    expect(await get()).toEqual({ reads: 1, keys: TEXTS.map(textKey), bytes: whole });
    expect(await get()).toEqual({ reads: 0, keys: TEXTS.map(textKey), bytes: whole });
  });

  test('of other stories, or read by other code, is another, and what nobody asks for is deleted', async () => {
    await get();
    expect((await get(['a', 'c'])).reads).toBe(1);
    expect((await get(['a', 'c'], '2')).reads).toBe(1);
    expect(await readdir(folder)).toHaveLength(2);
  });

  test('that is damaged, cut or gone is indexed again', async () => {
    await get();
    const run = await file(/^[0-9a-f]+$/u);
    const damaged = await readFile(run);
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    for (const bytes of [damaged, whole.subarray(0, 30)]) {
      await writeFile(run, bytes);
      expect((await get()).bytes).toEqual(whole);
    }
    await rm(run);
    expect((await get()).bytes).toEqual(whole);
    await rm(await file(/json$/u));
    expect(await get()).toEqual({ reads: 1, keys: TEXTS.map(textKey), bytes: whole });
  });
});
