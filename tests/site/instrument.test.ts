// The archive as an instrument: every page leads to those around it, and says where it stands, in words and in what
// programs read; nothing of a dump's path is shown.
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  jsonLd,
  linksOf,
  meta,
  named,
  pageAt,
  pagesOf,
  shownDay,
  textOf,
  within,
} from './published.ts';

const built = inject('sites');
const sample = pagesOf(built.sample);
const storiesOf = (pages: readonly BuiltPage[]) =>
  pages.filter(({ file }) => /^stories\/.+\/index/.test(file));
const dayOf = (page: BuiltPage) => {
  const time = shownDay(page);
  return (time && attribute(time, 'datetime')) ?? '';
};

/** The links of a part of a page. */
function linksIn(page: BuiltPage, name: string, className: string): string[] {
  return named(page, name, className).flatMap((part) => linksOf({ ...page, ...within(part) }, 'href'));
}

test.each(['sample', 'arabic', 'long'] as const)(
  'the trail that a page of the site “%s” shows is the one that it tells search engines',
  (site) => {
    const withTrail = pagesOf(built[site]).filter((page) => named(page, 'nav', 'trail').length > 0);
    expect(withTrail.length).toBeGreaterThan(5);
    for (const page of withTrail) {
      const list = jsonLd(page).find((each) => each['@type'] === 'BreadcrumbList');
      const items = list?.itemListElement;
      const told = Array.isArray(items) ? items.map((item: { item?: string }) => item.item) : [];
      const shown = linksIn(page, 'nav', 'trail').map((href) => `https://wire.example${href}`);
      expect(told.slice(0, shown.length), page.file).toEqual(shown);
    }
  },
);

test.each([
  ['year', /^archive\/\d+\/index/],
  ['month', /^archive\/\d+\/\d+\/index/],
])('every %s leads to the one before it and the one after it', (_, files) => {
  const pages = sample.filter(({ file }) => files.test(file)).sort((a, b) => (a.file < b.file ? -1 : 1));
  expect(pages.length).toBeGreaterThan(2);
  for (const [at, page] of pages.entries()) {
    const around = [pages[at - 1], pages[at + 1]].flatMap((other) => other?.address ?? []);
    expect(linksIn(page, 'nav', 'steps'), page.file).toEqual(around);
  }
});

test('a page of a list says which of how many it is, and jumps to any of them', () => {
  const lists = pagesOf(built.long).filter(({ file }) =>
    /^(?:archive\/undated|places\/kenya)\/\d+\//.test(file),
  );
  expect(lists.length).toBeGreaterThan(3);
  for (const page of lists) {
    const [, number, total] = /(\d+) of (\d+)/.exec(
      textOf(named(page, 'h1')[0] ?? page.elements[0] ?? never()),
    ) ??
      /(\d+) of (\d+)/.exec(textOf(named(page, 'header', 'list-head')[0] ?? never())) ?? [undefined, '', ''];
    expect(page.file).toContain(`/${number}/`);
    const folder = path.dirname(path.dirname(page.file));
    const jumps = linksIn(page, 'details', 'jump');
    if (Number(total) > 2)
      expect(jumps).toEqual(Array.from({ length: Number(total) }, (_, at) => `/${folder}/${at + 1}/`));
  }
});

test('a story’s date leads to its day or its month', () => {
  const dated = storiesOf(sample).filter((page) => dayOf(page));
  expect(dated.length).toBeGreaterThan(10);
  for (const page of dated) {
    const [year, month] = dayOf(page).split('-');
    const links = linksIn(page, 'div', 'facts').filter((href) => href.startsWith('/archive/'));
    expect(links, page.file).toHaveLength(1);
    expect(links[0]).toMatch(new RegExp(`^/archive/${year}/${month}/(?:\\d+/)?$`));
  }
});

test('what is called newer is as new or newer, what is called older is not', () => {
  const byAddress = new Map(storiesOf(sample).map((page) => [page.address, page]));
  let compared = 0;
  for (const page of byAddress.values()) {
    for (const neighbour of named(page, 'nav', 'neighbours').flatMap((nav) => named(within(nav), 'p'))) {
      const [href = ''] = linksOf({ ...page, ...within(neighbour) }, 'href');
      const other = byAddress.get(href);
      if (!other || !dayOf(other) || !dayOf(page)) continue;
      const isNewer = textOf(neighbour).includes('Newer');
      expect(isNewer || textOf(neighbour).includes('Older'), page.file).toBe(true);
      expect(isNewer ? dayOf(other) >= dayOf(page) : dayOf(other) <= dayOf(page), page.file).toBe(true);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(10);
});

test('undated stories are listed each with its opening and its places', () => {
  const page = pageAt(built.sample, 'archive/undated/index.html');
  const items = named(page, 'ul', 'stories').flatMap((list) => named(within(list), 'li'));
  expect(items.length).toBeGreaterThan(3);
  const opened = items.filter((item) => named(within(item), 'p').some((line) => textOf(line).length > 40));
  expect(opened).toHaveLength(items.length);
  const placed = items.filter((item) =>
    named(within(item), 'span', 'when').some((each) => textOf(each) !== ''),
  );
  expect(placed).toHaveLength(items.length);
});

test('no page shows where its dump lies', () => {
  for (const page of [...sample, ...pagesOf(built.arabic), ...pagesOf(built.seed)]) {
    expect(page.html, page.file).not.toMatch(
      /src\/dumps|\.\.\/|fixtures|\b(?:sample|gazette|seed)\.txt|lines? \d+–\d+/,
    );
  }
});

describe('what programs learn of a page', () => {
  test('every page has the colours of its frame and the language of its preview', () => {
    for (const page of sample.filter(({ html }) => !html.includes('http-equiv="refresh"'))) {
      const colours = named(page, 'meta').filter((each) => attribute(each, 'name') === 'theme-color');
      expect(
        colours.map((each) => attribute(each, 'media')),
        page.file,
      ).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
      expect(meta(page, 'og:locale'), page.file).toBe('en_US');
    }
    expect(meta(pageAt(built.arabic, 'index.html'), 'og:locale')).toMatch(/^ar_/);
  });

  test('the front page says which site it is and whose', () => {
    const told = JSON.stringify(jsonLd(pageAt(built.sample, 'index.html')));
    expect(told).toContain('"WebSite"');
    expect(told).toContain('"Organization"');
    expect(told).toContain('"logo"');
  });

  test('a story has an author only where it has a byline', () => {
    for (const page of storiesOf(sample)) {
      const bylines = named(page, 'p', 'byline').length;
      expect(jsonLd(page)[0]?.author === undefined, page.file).toBe(bylines === 0);
    }
  });
});

function never(): never {
  throw new Error('The page has nothing of the kind.');
}
