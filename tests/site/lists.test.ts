// Long lists come in pages, and a full page keeps what it holds.
import { expect, inject, test } from 'vitest';
import { LONG } from '../sites.ts';
import { attribute, named, pageAt, pagesOf, textOf, within } from './published.ts';

const folder = inject('sites').long;

/** The stories a list page shows, by address. */
function listed(file: string): string[] {
  return named(pageAt(folder, file), 'ul', 'stories')
    .flatMap((list) => named(within(list), 'a'))
    .map((link) => attribute(link, 'href') ?? '');
}

test('the pages of a list hold each of its stories once, a hundred a page, from the oldest', () => {
  const pages = [1, 2, 3].map((number) => listed(`archive/undated/${number}/index.html`));
  expect(pages.map(({ length }) => length)).toEqual([100, 100, LONG.undated - 200]);
  expect(new Set(pages.flat()).size).toBe(LONG.undated);
  expect(pages[0]?.[0]).toContain('town-1-');
  expect(pages[2]?.at(-1)).toContain(`town-${LONG.undated}-`);
});

test('a list’s own address shows the newest hundred and leads to all older ones', () => {
  const shown = listed('archive/undated/index.html');
  expect(shown).toHaveLength(100);
  expect(shown.at(-1)).toContain(`town-${LONG.undated}-`);
  const seen = new Set(shown);
  let file = 'archive/undated/index.html';
  for (let steps = 0; steps < 10; steps++) {
    const older = named(pageAt(folder, file), 'a', 'previous')[0];
    if (!older) break;
    file = `${attribute(older, 'href')?.slice(1)}index.html`;
    for (const story of listed(file)) seen.add(story);
  }
  expect(seen.size).toBe(LONG.undated);
});

test('a month’s list is cut the same way, its newest story first', () => {
  expect(listed('archive/2025/03/index.html')).toHaveLength(100);
  expect(listed('archive/2025/03/1/index.html')).toHaveLength(100);
  expect(listed('archive/2025/03/2/index.html')).toHaveLength(LONG.dated - 100);
  const [heading] = named(pageAt(folder, 'archive/2025/03/index.html'), 'h1');
  expect(heading && textOf(heading)).toBe('Stories of March 2025');
});

test('a list of up to a hundred stories is one page', () => {
  const sample = pagesOf(inject('sites').sample);
  expect(sample.filter(({ file }) => /archive\/.*\/\d\/index/.test(file))).toEqual([]);
});
