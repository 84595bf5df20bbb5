// Which stories lead on from one.
import { expect, test } from 'vitest';
import { createArchive } from '../../integration/pages/story-archive.ts';
import type { StorySummary } from '../../integration/stories/story-summary.ts';

/** Stories in the order of a site, each by the places it is about. */
function edition(...places: string[][]) {
  const stories = places.map(
    (named, at): StorySummary => ({
      id: String(at),
      key: String(at),
      location: [0, 0, 0],
      data: { headline: `Story ${at}`, lang: 'en', dir: 'ltr', places: named },
    }),
  );
  const { related } = createArchive(stories);
  return (at: number, count = 3) =>
    related(stories[at] ?? stories.slice(-1)[0] ?? never(), count).map(({ id }) => Number(id));
}

test('the stories that follow are taken first, so that a new one changes no older page', () => {
  const syria = Array.from({ length: 12 }, () => ['Syria']);
  const related = edition(...syria);
  expect(related(5)).toEqual([7, 8, 9]);
  expect(edition(['Syria'], ...syria)(6)).toEqual([8, 9, 10]);
});

test('where too few follow, those before fill up, the nearest first', () => {
  const related = edition(...Array.from({ length: 8 }, () => ['Syria']));
  expect(related(5)).toEqual([7, 3, 2]);
  expect(related(7)).toEqual([5, 4, 3]);
});

test('a story is never among its own, nor are its neighbours, nor one twice', () => {
  const related = edition(['Syria', 'Russia'], ['Syria'], ['Russia', 'Syria'], ['Syria', 'Russia'], ['Peru']);
  expect(related(0)).toEqual([2, 3]);
  expect(related(4)).toEqual([]);
});

test('names that share an address share their stories', () => {
  const related = edition(['Côte d’Ivoire'], ['Peru'], ['côte divoire']);
  expect(related(0)).toEqual([2]);
});

function never(): never {
  throw new Error('There is no story.');
}
