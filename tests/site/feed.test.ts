// What a subscriber gets.
import { parseRssFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { assertXml, bodyOf, jsonLd, linkTo, pagesOf, readText } from './published.ts';

const built = inject('sites');

describe.each([
  { name: 'sample', folder: built.sample, base: '/' },
  { name: 'under /news', folder: built.news, base: '/news/' },
])('the feed ($name)', ({ folder, base }) => {
  const xml = readText(folder, 'rss.xml');
  const feed = parseRssFeed(xml);
  const stories = pagesOf(folder, base).filter(({ file }) => file.startsWith('stories/'));
  const byLink = new Map(stories.map((page) => [linkTo(page, 'canonical'), page]));

  test('is well-formed', () => {
    expect(() => assertXml(xml)).not.toThrow();
  });

  test('says where it lives, in which language, and how fresh its newest story is', () => {
    expect(feed.link).toBe(`https://wire.example${base}`);
    expect(feed.language).toBe('en');
    expect(feed.atom?.links).toEqual([
      { href: `https://wire.example${base}rss.xml`, rel: 'self', type: 'application/rss+xml' },
    ]);
    const newest = stories
      .map((page) => String(jsonLd(page)[0]?.datePublished ?? ''))
      .sort()
      .at(-1);
    expect(newest).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(feed.lastBuildDate).toBe(new Date(`${newest}`).toUTCString());
  });

  test('carries each story of the sample once, under its permanent address', () => {
    const guids = feed.items?.map(({ guid }) => guid?.value);
    expect(new Set(guids)).toEqual(new Set(byLink.keys()));
    for (const item of feed.items ?? []) expect(item.guid).toEqual({ value: item.link, isPermaLink: true });
  });

  test('carries the whole text of each story, in order', () => {
    for (const item of feed.items ?? []) {
      const page = byLink.get(item.link);
      const content = item.content?.encoded ?? '';
      const blocks = [...content.matchAll(/<(p|h2|ul)>(.*?)<\/\1>/gs)].map(([, , html = '']) => plain(html));
      expect(blocks, item.link).toEqual(page && bodyOf(page));
      expect(content).not.toMatch(/(?:href|src)=/);
    }
  });

  test('dates a story only where its page claims a day of publication', () => {
    for (const item of feed.items ?? []) {
      const claimed = jsonLd(byLink.get(item.link) ?? pageMissing(item.link))[0]?.datePublished;
      expect(item.pubDate, item.link).toBe(claimed ? new Date(String(claimed)).toUTCString() : undefined);
    }
  });

  test('names an author for every story', () => {
    for (const item of feed.items ?? []) expect(item.dc?.creators?.join(), item.link).toMatch(/\S/);
  });
});

test('a long site’s feed has its fifty newest stories', () => {
  expect(parseRssFeed(readText(built.long, 'rss.xml')).items).toHaveLength(50);
});

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function pageMissing(link: string | undefined): never {
  throw new Error(`No page at ${link}`);
}
