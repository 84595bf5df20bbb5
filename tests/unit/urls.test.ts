// Addresses hold whatever the host's configuration says of bases and slashes.
import { expect, test } from 'vitest';
import { optionsSchema } from '../../integration/config/options.ts';
import { createUrls } from '../../integration/config/urls.ts';

const FACTS = {
  origin: 'https://wire.example',
  base: '/',
  root: '/',
  trailingSlash: 'ignore',
  format: 'directory',
  pages: optionsSchema.parse({}).pages,
} as const;

test('pages end in a slash where they are folders, files never do', () => {
  const urls = createUrls(FACTS);
  expect(urls.front()).toBe('/');
  expect(urls.story('a-story')).toBe('/stories/a-story/');
  expect(urls.month('2025', '04')).toBe('/archive/2025/04/');
  expect(urls.month('2025', '04', 3)).toBe('/archive/2025/04/3/');
  expect(urls.rss()).toBe('/rss.xml');
});

test('pages follow Astro’s trailingSlash and build.format', () => {
  expect(createUrls({ ...FACTS, trailingSlash: 'never' }).archive()).toBe('/archive');
  expect(createUrls({ ...FACTS, format: 'file' }).archive()).toBe('/archive');
  expect(createUrls({ ...FACTS, format: 'file', trailingSlash: 'always' }).archive()).toBe('/archive/');
});

test('a section’s front page ends as its other pages do, the home of a host in a slash unless it is never to', () => {
  const section = { ...FACTS, base: '/blog/', root: '/blog/wire/' };
  expect(createUrls({ ...section, trailingSlash: 'never' }).front()).toBe('/blog/wire');
  expect(createUrls({ ...section, format: 'file' }).front()).toBe('/blog/wire');
  expect(createUrls({ ...section, format: 'file', trailingSlash: 'always' }).front()).toBe('/blog/wire/');
  const home = { ...FACTS, base: '/blog/', root: '/blog/', format: 'file' } as const;
  expect(createUrls(home).front()).toBe('/blog/');
  expect(createUrls({ ...home, trailingSlash: 'never' }).front()).toBe('/blog');
  expect(createUrls({ ...FACTS, trailingSlash: 'never' }).front()).toBe('/');
});

test('everything stays below the section, but the sitemap lies where Astro writes it', () => {
  const urls = createUrls({ ...FACTS, base: '/blog/', root: '/blog/wire/' });
  expect(urls.front()).toBe('/blog/wire/');
  expect(urls.undated()).toBe('/blog/wire/archive/undated/');
  expect(urls.rss()).toBe('/blog/wire/rss.xml');
  expect(urls.sitemap()).toBe('/blog/sitemap-index.xml');
});

test('an id in any script, or with signs that mean something in an address, makes one that leads back to it', () => {
  for (const id of ['متحف-الحكايات', 'ayvalıkta', '100%-of-it', 'what?#now']) {
    const url = new URL(createUrls(FACTS).absolute(createUrls(FACTS).story(id)));
    expect(decodeURIComponent(url.pathname)).toBe(`/stories/${id}/`);
    expect(url.search + url.hash).toBe('');
  }
});

test('an absolute address is the one that a URL has, whatever the path', () => {
  const { absolute } = createUrls(FACTS);
  const paths = [
    '/',
    '/a/',
    '/stories/a-b_c.html',
    '/%D8%A8/',
    '//host/x',
    '/a//b',
    '/../a',
    '/a/./b',
    '/%2e%2e/a',
    '/a/%2E/b',
  ];
  for (const path of [
    ...paths,
    '/ä/ b',
    '/a?b#c',
    'https://cdn.example/a.jpg',
    '/.hidden/',
    '/a\\b',
    '/a/..',
    '',
  ])
    expect(absolute(path)).toBe(new URL(path, FACTS.origin).href);
});
