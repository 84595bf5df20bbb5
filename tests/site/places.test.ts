// The places that stories are about: a map, an index, and a page for each.
import { describe, expect, inject, test } from 'vitest';
import { LONG } from '../sites.ts';
import { attribute, type BuiltPage, filesOf, named, pageAt, pagesOf, textOf, within } from './published.ts';

const built = inject('sites');

/** Links of a list of stories. */
const listed = (page: BuiltPage) =>
  named(page, 'ul', 'stories')
    .flatMap((list) => named(within(list), 'a'))
    .map((link) => attribute(link, 'href'));

describe('the places of the sample', () => {
  const index = pageAt(built.sample, 'places/index.html');
  const counts = named(index, 'ul', 'counts')
    .flatMap((list) => named(within(list), 'li'))
    .map((item) => ({
      path: attribute(named(within(item), 'a')[0] ?? item, 'href') ?? '',
      count: Number(named(within(item), 'span', 'count').map(textOf).join()),
    }));

  test('are listed with as many stories as their pages hold', () => {
    expect(counts.length).toBeGreaterThanOrEqual(15);
    for (const { path, count } of counts) {
      const page = pageAt(built.sample, `${decodeURIComponent(path.slice(1))}index.html`);
      expect(listed(page), path).toHaveLength(count);
    }
  });

  test('are each a link on the map, shaded by their count, which the list repeats for those who can’t use it', () => {
    const [map] = named(index, 'svg');
    const links = map ? named(within(map), 'a') : [];
    expect(new Set(links.map((link) => attribute(link, 'href')))).toEqual(
      new Set(counts.map(({ path }) => path)),
    );
    const shades = new Map(links.map((link) => [attribute(link, 'href'), attribute(link, 'class')]));
    const most = counts.toSorted((a, b) => b.count - a.count)[0];
    expect(shades.get(most?.path)).toBe('s5');
    const ones = counts.filter(({ count }) => count === 1).map(({ path }) => shades.get(path));
    expect(new Set(ones).size).toBe(1);
    expect(ones[0]).not.toBe('s5');
    for (const link of links) expect(attribute(link, 'tabindex')).toBe('-1');
  });

  test('are linked from each story that names them, and link back to it', () => {
    const stories = pagesOf(built.sample).filter(({ file }) => file.startsWith('stories/'));
    const links = stories.flatMap((page) =>
      named(page, 'a')
        .filter((link) => attribute(link, 'rel') === 'tag')
        .map((link) => ({ place: attribute(link, 'href') ?? '', story: encodeURI(page.address) })),
    );
    expect(links.length).toBe(counts.reduce((sum, { count }) => sum + count, 0));
    for (const { place, story } of links) {
      const page = pageAt(built.sample, `${decodeURIComponent(place.slice(1))}index.html`);
      expect(listed(page).map((path) => encodeURI(decodeURIComponent(path ?? '')))).toContain(story);
    }
  });

  test('lead on from a story to others of the same place, and never to itself or its neighbours', () => {
    const stories = pagesOf(built.sample).filter(({ file }) => file.startsWith('stories/'));
    const related = stories.flatMap((page) =>
      named(page, 'section', 'related').map((section) => ({
        page,
        links: named(within(section), 'a').map((link) => attribute(link, 'href') ?? ''),
      })),
    );
    expect(related.length).toBeGreaterThan(0);
    for (const { page, links } of related) {
      expect(links.length).toBeGreaterThan(0);
      expect(links.length).toBeLessThanOrEqual(3);
      const neighbours = named(page, 'nav', 'neighbours')
        .flatMap((nav) => named(within(nav), 'a'))
        .map((link) => attribute(link, 'href'));
      for (const link of links) {
        expect(decodeURIComponent(link)).not.toBe(page.address);
        expect(neighbours).not.toContain(link);
      }
    }
  });
});

test('a place with many stories is paged from its oldest, dated ones before undated ones', () => {
  const { long } = built;
  const pages = filesOf(long).filter((file) => /^places\/kenya\/\d+\/index\.html$/.test(file));
  expect(pages).toHaveLength(Math.ceil((LONG.undated + LONG.dated) / 100));
  expect(listed(pageAt(long, 'places/kenya/index.html'))).toHaveLength(100);
  const oldest = named(pageAt(long, 'places/kenya/1/index.html'), 'span', 'when').map(textOf);
  expect(oldest).toHaveLength(100);
  expect(new Set(oldest)).toEqual(new Set(['Undated']));
  const newest = named(pageAt(long, 'places/kenya/index.html'), 'span', 'when').map(textOf);
  expect(newest[0]).toBe('Around Mar 28, 2025');
});

test('the map says in numbers what its shades mean, whose lines it has, and shows small countries as discs', () => {
  const index = pageAt(built.sample, 'places/index.html');
  expect(named(index, 'span', 'step').map((step) => textOf(step).trim())).toEqual(['1', '2', '3']);
  expect(named(index, 'p', 'lines').map(textOf).join()).toContain('Natural Earth');
  const discs = named(index, 'a').filter((link) => named(within(link), 'circle').length > 0);
  expect(discs.map((link) => attribute(link, 'href'))).toContain('/places/lebanon/');
});

test('an Arabic site calls countries by their Arabic names, under the same addresses', () => {
  const index = pageAt(built.arabic, 'places/index.html');
  const egypt = named(index, 'a').filter((link) => attribute(link, 'href') === '/places/egypt/');
  expect(egypt.map((link) => textOf(link))).toContain('مصر');
});
