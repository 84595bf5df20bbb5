// A newspaper's pages, copied from a browser: the layout that the first dumps had.
import { readFileSync } from 'node:fs';
import { parseRssFeed } from 'feedsmith';
import { expect, inject, test } from 'vitest';
import { SEED } from '../sites.ts';
import { bodyOf, jsonLd, named, pagesOf, readText, sitemapOf, textOf } from './published.ts';

const folder = inject('sites').seed;
const stories = pagesOf(folder).filter(({ file }) => file.startsWith('stories/'));
// What the layout says, read without the parser: three blank lines part stories, and a story's last lines are its
// paragraphs, once headline, captions and furniture have been printed twice.
const expected = readFileSync(SEED, 'utf8')
  .split('\n\n\n\n')
  .map((story) => {
    const lines = story.split('\n').filter((line) => line.trim() !== '');
    const head = lines.lastIndexOf(lines[1] ?? '');
    return { headline: lines[0] ?? '', paragraphs: lines.slice(head + 1) };
  });

test('has its paragraphs on the right pages, in order, word for word, and no others', () => {
  expect(expected.map(({ paragraphs }) => paragraphs.length)).toEqual([3, 2]);
  const found = stories.map((page) => ({
    headline: named(page, 'h1').map(textOf).join(),
    paragraphs: bodyOf(page),
  }));
  const byHeadline = (a: { headline: string }, b: { headline: string }) => (a.headline < b.headline ? -1 : 1);
  expect(found.sort(byHeadline)).toEqual(expected.sort(byHeadline));
});

test('credits its photos and dates a story by one of them, as approximate', () => {
  const credits = stories.flatMap((page) => named(page, 'small', 'credit').map(textOf));
  expect(credits.sort()).toEqual(['Asharq Al-Awsat', 'Reuters']);
  const dates = stories.map((page) => named(page, 'div', 'facts').map(textOf).join());
  expect(dates.some((text) => text.includes('Around April 24, 2025'))).toBe(true);
  expect(dates.some((text) => text.includes('Undated'))).toBe(true);
  for (const page of stories) expect(jsonLd(page)[0]).not.toHaveProperty('datePublished');
});

test('gives a feed of the story that has a date and a sitemap with both', () => {
  expect(parseRssFeed(readText(folder, 'rss.xml')).items).toHaveLength(1);
  const listed = sitemapOf(folder).filter(({ loc }) => loc.includes('/stories/'));
  expect(listed).toHaveLength(2);
});
