// Which stories lead on from one.
import { expect, test } from 'vitest';
import { createArchive } from '../../integration/pages/story-archive.ts';
import { type RelatableStory, relatedStories, StoryTerms } from '../../integration/stories/related.ts';
import { MOST_RELATED, type StorySummary } from '../../integration/stories/story-summary.ts';

type DatedStory = RelatableStory & { date?: string };

const story = (headline: string, more: Partial<DatedStory> = {}): DatedStory => ({
  headline,
  places: [],
  ...more,
});

/** @returns of each story how much further on those are that it leads on to */
function distances(stories: readonly DatedStory[]): number[][] {
  const terms = new StoryTerms();
  // In another order than that of the site.
  const order = Uint32Array.from(stories, (_, at) => stories.length - 1 - at);
  for (const each of stories.toReversed()) terms.add(each);
  const times = Float64Array.from(stories, ({ date }) => Date.parse(date ?? ''));
  const related = relatedStories(terms, order, times);
  return stories.map((_, at) =>
    [...related.subarray(at * MOST_RELATED, (at + 1) * MOST_RELATED)].filter((distance) => distance !== 0),
  );
}

/** @returns positions of the stories that one leads on to */
const leadsTo = (stories: readonly DatedStory[], at: number) =>
  (distances(stories)[at] ?? []).map((offset) => at + offset);

/** Dated stories, newest first, a day apart. */
const dated = (count: number, of: (at: number) => DatedStory) =>
  Array.from({ length: count }, (_, at) => ({
    ...of(at),
    date: new Date(Date.UTC(2024, 0, 1 + count - at)).toISOString().slice(0, 10),
  }));

test('older stories are taken, the nearest first, so that a new one changes no older page', () => {
  const syria = dated(12, (at) => story(`No ${at}`, { places: ['Syria'] }));
  expect(leadsTo(syria, 5)).toEqual([7, 8, 9]);
  const grown = dated(13, (at) => story(`No ${at}`, { places: ['Syria'] }));
  const before = distances(syria);
  // The last few have too few older ones, and lead to newer ones.
  expect(distances(grown).slice(1, 9)).toEqual(before.slice(0, 8));
});

test('where too few are older, newer ones fill up', () => {
  const stories = dated(8, (at) => story(`No ${at}`, { places: ['Syria'] }));
  expect(leadsTo(stories, 5)).toEqual([7, 3, 2]);
  expect(leadsTo(stories, 7)).toEqual([5, 4, 3]);
});

test('a rare word of the headline leads farther than a country that many stories name', () => {
  const stories = dated(60, (at) =>
    story(at === 1 || at === 50 ? `Lighthouse keepers of hill ${at}` : `No ${at}`, { places: ['Peru'] }),
  );
  expect(leadsTo(stories, 1)[0]).toBe(50);
});

test('undated stories lead to those that stand before them in their dump', () => {
  const stories = Array.from({ length: 9 }, (_, at) => story(`No ${at}`, { places: ['Oman'] }));
  expect(leadsTo(stories, 6)).toEqual([4, 3, 2]);
});

test('a story is never among its own, nor are its neighbours, nor one twice; alone, it leads nowhere', () => {
  const stories = [
    ...dated(4, (at) => story(`No ${at}`, { places: at % 2 ? ['Syria', 'Russia'] : ['Russia', 'Syria'] })),
    { ...story('Nothing like it'), date: '2020-01-01' },
  ];
  expect(leadsTo(stories, 0)).toEqual([2, 3]);
  expect(leadsTo(stories, 4)).toEqual([]);
});

test('headlines without spaces share pairs of characters', () => {
  const stories = dated(9, (at) => story(at === 1 || at === 6 ? '灯塔守望者回家' : `No ${at}`));
  expect(leadsTo(stories, 1)).toEqual([6]);
});

test('an archive finds the stories that a summary names by their distance', () => {
  const stories = ['a', 'b', 'c', 'd'].map(
    (id): StorySummary => ({
      id,
      key: id,
      location: [0, 0, 0],
      data: { headline: id, lang: 'en', dir: 'ltr', places: [] },
      ...(id === 'a' && { related: [2, 3] }),
    }),
  );
  const { related } = createArchive(stories, (id) => ['a', 'b', 'c', 'd'].indexOf(id));
  expect(stories.map((each) => related(each).map(({ id }) => id))).toEqual([['c', 'd'], [], [], []]);
});
