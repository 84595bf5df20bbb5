// What a page may weigh, as it goes over the wire: compressed, with the styles it waits for. A connection's first
// round trip carries some 14 KB (RFC 6928: ten segments).
import { statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, fileAt, filesOf, named, pagesOf, readText } from './published.ts';

const KB = 1024;
const built = inject('sites');

/** Bytes of a page's HTML and of the style sheets it links, each compressed. */
function weigh(folder: string, page: BuiltPage): number {
  const sheets = named(page, 'link')
    .filter((link) => attribute(link, 'rel') === 'stylesheet')
    .map((link) => readText(folder, fileAt(attribute(link, 'href') ?? '')));
  expect(sheets.length, page.file).toBeGreaterThan(0);
  return [page.html, ...sheets].reduce((sum, text) => sum + gzipSync(text).length, 0);
}

describe.each([
  { name: 'sample', folder: built.sample },
  { name: 'Arabic', folder: built.arabic },
  { name: 'long', folder: built.long },
  ...(built.seed ? [{ name: 'seed', folder: built.seed }] : []),
])('$name', ({ folder }) => {
  const pages = pagesOf(folder);

  test('every story comes in one round trip, styles included: 14 KB', () => {
    const stories = pages.filter(({ file }) => file.startsWith('stories/'));
    expect(stories.length).toBeGreaterThan(0);
    for (const page of stories) expect(weigh(folder, page), page.file).toBeLessThanOrEqual(14 * KB);
  });

  test('a story in the language of the site weighs at most 60 KB with its fonts', () => {
    const stories = pages.filter(
      ({ file, html }) => file.startsWith('stories/') && html.includes('as="font"'),
    );
    expect(stories.length).toBeGreaterThan(0);
    for (const page of stories) {
      const fonts = named(page, 'link')
        .filter((link) => attribute(link, 'as') === 'font')
        .map((link) => statSync(path.join(folder, fileAt(attribute(link, 'href') ?? ''))).size);
      // A story in another script than the site's brings the fonts of both.
      const limit = fonts.length > 2 ? 90 : 60;
      expect(
        fonts.reduce((sum, size) => sum + size, weigh(folder, page)),
        page.file,
      ).toBeLessThanOrEqual(limit * KB);
    }
  });

  test('the front page weighs at most 20 KB, every other at most 24 KB', () => {
    for (const page of pages) {
      const limit = page.file === 'index.html' ? 20 : 24;
      expect(weigh(folder, page), page.file).toBeLessThanOrEqual(limit * KB);
    }
  });
});

test('the script of the page that searches weighs at most 15 KB, the stemmer of English included', () => {
  const files = filesOf(built.sample).filter((file) => /^_astro\/(?:search|stemmer)\..*\.js$/u.test(file));
  expect(files).toHaveLength(2);
  const weight = files.reduce(
    (sum, file) => sum + gzipSync(readText(built.sample, file), { level: 9 }).length,
    0,
  );
  expect(weight).toBeLessThanOrEqual(15 * KB);
});
