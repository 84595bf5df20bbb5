// The archive: counts that add up, in a table that reads as one and is drawn as bars.
import { expect, inject, test } from 'vitest';
import { attribute, named, pageAt, pagesOf, textOf, within } from './published.ts';

const built = inject('sites');
const archive = pageAt(built.sample, 'archive/index.html');

const rows = named(archive, 'table', 'grid')
  .flatMap((table) => named(within(table), 'td'))
  .flatMap((cell) =>
    named(within(cell), 'a').map((link) => ({
      path: attribute(link, 'href') ?? '',
      shade: attribute(cell, 'class') ?? '',
      count: Number(/\d+$/.exec(textOf(link).trim())?.[0]),
    })),
  );

test('every month with stories is a cell with its count, that leads to it', () => {
  const months = pagesOf(built.sample).filter(({ file }) => /^archive\/\d{4}\/\d{2}\/index/.test(file));
  expect(rows.map(({ path }) => path).sort()).toEqual(months.map(({ address }) => address).sort());
  for (const { path, count } of rows) {
    const page = months.find(({ address }) => address === path);
    expect(
      page && named(page, 'li').filter((item) => named(within(item), 'time').length > 0),
      path,
    ).toHaveLength(count);
  }
});

test('months and undated stories together are all stories', () => {
  const undated = named(pageAt(built.sample, 'archive/undated/index.html'), 'ul', 'stories');
  const withoutDate = undated.flatMap((list) => named(within(list), 'li')).length;
  const stories = pagesOf(built.sample).filter(({ file }) => file.startsWith('stories/'));
  expect(rows.reduce((sum, { count }) => sum + count, withoutDate)).toBe(stories.length);
});

test('the busiest month has the darkest shade, and every row adds up to its total', () => {
  const most = Math.max(...rows.map(({ count }) => count));
  expect(rows.find(({ count }) => count === most)?.shade).toBe('h5');
  for (const row of named(archive, 'tr').slice(1)) {
    const counts = named(within(row), 'td').map((cell) => Number(/\d+$/.exec(textOf(cell).trim())?.[0] ?? 0));
    const total = counts.pop();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  }
});

test('an Arabic archive writes years, months and counts in Arabic', () => {
  const page = pageAt(built.arabic, 'archive/index.html');
  expect(named(page, 'html').map((html) => attribute(html, 'dir'))).toEqual(['rtl']);
  expect(named(page, 'th').map(textOf)).toContain('٢٠٢٦');
  expect(named(page, 'th').map(textOf)).toContain('مارس');
  expect(named(page, 'td').map((cell) => textOf(cell).trim())).toContain('يناير ٢');
});
