// The archive: counts that add up, in a table that reads as one and is drawn as bars.
import { expect, inject, test } from 'vitest';
import { attribute, named, pageAt, pagesOf, textOf, within } from './published.ts';

const built = inject('sites');
const archive = pageAt(built.sample, 'archive/index.html');

const rows = named(archive, 'table', 'months').flatMap((table) =>
  named(within(table), 'tbody')
    .flatMap((body) => named(within(body), 'tr'))
    .map((row) => ({
      path: attribute(named(within(row), 'a')[0] ?? row, 'href') ?? '',
      cells: row.childNodes.flatMap((node) => ('tagName' in node ? [node.tagName] : [])),
      count: Number(named(within(row), 'td').map(textOf).join().trim()),
      bar: Number(attribute(named(within(row), 'rect')[0] ?? row, 'width')),
    })),
);

test('every month with stories is a row: its name heads it, its count is the cell', () => {
  const months = pagesOf(built.sample).filter(({ file }) => /^archive\/\d{4}\/\d{2}\/index/.test(file));
  expect(rows.map(({ path }) => path).sort()).toEqual(months.map(({ address }) => address).sort());
  for (const { cells } of rows) expect(cells).toEqual(['th', 'td']);
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

test('a bar is as long as its month’s share of the busiest', () => {
  const most = Math.max(...rows.map(({ count }) => count));
  for (const { bar, count } of rows) expect(bar).toBeCloseTo((100 * count) / most, 1);
});

test('an Arabic archive writes years, months and counts in Arabic', () => {
  const page = pageAt(built.arabic, 'archive/index.html');
  expect(named(page, 'html').map((html) => attribute(html, 'dir'))).toEqual(['rtl']);
  expect(named(page, 'h2').map(textOf)).toContain('٢٠٢٦');
  expect(named(page, 'th').map(textOf)).toContain('مارس');
  expect(named(page, 'span', 'count').map(textOf)).toContain('١');
});
