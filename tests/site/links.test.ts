// Every way from one page to another leads somewhere, at the root of a host and below it.
import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  fileAt,
  filesOf,
  linksOf,
  linkTo,
  named,
  pagesOf,
  readText,
  sitemapOf,
} from './published.ts';

const ORIGIN = 'https://wire.example';
const built = inject('sites');

describe.each([
  { name: 'sample', folder: built.sample, base: '/' },
  { name: 'under /news', folder: built.news, base: '/news/' },
  { name: 'long', folder: built.long, base: '/' },
])('$name', ({ folder, base }) => {
  const files = new Set(filesOf(folder));
  const pages = pagesOf(folder, base);

  test('every link of every page leads to a file of the site', () => {
    const dead = pages.flatMap((page) => {
      return linksOf(page, 'href', 'src')
        .filter((link) => new URL(link, ORIGIN).origin !== ORIGIN || !files.has(fileAt(link, base)))
        .map((link) => `${page.file}: ${link}`);
    });
    expect(dead).toEqual([]);
  });

  test('every link to a place in a page finds it', () => {
    for (const page of pages) {
      const ids = new Set(page.elements.map((element) => attribute(element, 'id')));
      const fragments = named(page, 'a').flatMap(
        (link) => attribute(link, 'href')?.match(/^#(.+)$/)?.[1] ?? [],
      );
      expect(fragments.length).toBeGreaterThan(0);
      for (const fragment of fragments) expect(ids, page.file).toContain(fragment);
    }
  });

  test('every page but the 404 names its own address as canonical', () => {
    for (const page of pages.filter(({ file }) => file !== '404.html')) {
      expect(decodeURI(linkTo(page, 'canonical') ?? ''), page.file).toBe(ORIGIN + page.address);
    }
    expect(pages.filter((page) => !linkTo(page, 'canonical')).map(({ file }) => file)).toEqual(['404.html']);
  });

  test('the sitemap lists every page once, and nothing else', () => {
    const listed = sitemapOf(folder, base).map(({ loc }) => decodeURI(loc));
    const expected = pages.filter(({ file }) => file !== '404.html').map(({ address }) => ORIGIN + address);
    expect(listed.sort()).toEqual(expected.sort());
  });

  test('every page but the front page is linked from another', () => {
    const linked = new Set(
      pages.flatMap((page) => named(page, 'a').map((link) => decodeURI(attribute(link, 'href') ?? ''))),
    );
    const lost = pages.filter(({ file, address }) => file !== '404.html' && !linked.has(address));
    expect(lost.map(({ file }) => file)).toEqual([]);
  });

  test('every page tells feed readers of the feed', () => {
    for (const page of pages) expect(linkTo(page, 'alternate')).toBe(`${base}rss.xml`);
  });

  test('the feed leads to pages of the site', () => {
    const links = [...readText(folder, 'rss.xml').matchAll(/<link>([^<]*)</g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link.startsWith(ORIGIN + base), link).toBe(true);
      expect(files, link).toContain(fileAt(link, base));
    }
  });
});
