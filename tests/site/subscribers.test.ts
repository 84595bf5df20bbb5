// Every feed of a site, held against the rules that feed readers and the W3C's validator go by.
import { parseRssFeed } from 'feedsmith';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, inject, test } from 'vitest';
import {
  assertXml,
  attribute,
  fileAt,
  filesOf,
  named,
  pageAt,
  pagesOf,
  readText,
  within,
} from './published.ts';

const built = inject('sites');
const ORIGIN = 'https://wire.example';
/** RFC 822, with the years in four digits that RSS recommends. */
const RFC_822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const SITES = [
  { name: 'sample', folder: built.sample, base: '/' },
  { name: 'under /news', folder: built.news, base: '/news/' },
  { name: 'hostile', folder: built.hostile, base: '/' },
];

describe.each(SITES)('every RSS feed ($name)', ({ folder, base }) => {
  const feeds = filesOf(folder)
    .filter((file) => file.endsWith('rss.xml'))
    .map((file) => {
      const xml = readText(folder, file);
      return { file, xml, feed: parseRssFeed(xml) };
    });

  test('is well-formed, names itself and the page it belongs to', () => {
    expect(feeds.length).toBeGreaterThan(0);
    for (const { file, xml, feed } of feeds) {
      expect(() => assertXml(xml), file).not.toThrow();
      const self = feed.atom?.links?.map(({ href, rel, type }) => [decodeURI(href ?? ''), rel, type]);
      expect(self, file).toEqual([[`${ORIGIN}${base}${file}`, 'self', 'application/rss+xml']]);
      const page = decodeURI(feed.link ?? '').slice(`${ORIGIN}${base}`.length);
      expect(page, file).toBe(file.replace(/rss\.xml$/, ''));
    }
  });

  test('has the elements that RSS asks for, none of them empty', () => {
    for (const { file, xml, feed } of feeds) {
      for (const text of [feed.title, feed.description, feed.language]) expect(text, file).toMatch(/\S/);
      expect(xml, file).not.toMatch(/<(\w+(?::\w+)?)(?: [^>]*)?>\s*<\/\1>/);
      for (const item of feed.items ?? []) {
        expect(item.title, file).toMatch(/\S/);
        expect(item.description, file).toMatch(/\S/);
      }
    }
  });

  test('writes its dates as RFC 822 wants them, with the newest for the whole', () => {
    for (const { file, feed } of feeds) {
      const dates = (feed.items ?? []).flatMap(({ pubDate }) => pubDate ?? []);
      for (const date of dates) expect(date, file).toMatch(RFC_822);
      const newest = Math.max(...dates.map((date) => Date.parse(date)));
      expect(feed.lastBuildDate, file).toBe(dates.length > 0 ? new Date(newest).toUTCString() : undefined);
    }
  });

  test('names each story once, by an address of the site that does not change', () => {
    for (const { file, feed } of feeds) {
      const guids = (feed.items ?? []).map(({ guid }) => guid?.value ?? '');
      expect(new Set(guids).size, file).toBe(guids.length);
      for (const item of feed.items ?? []) {
        expect(item.guid?.value, file).toMatch(/^tag:wire\.example,2026:stories\/[^/]+$/u);
        expect(filesOf(folder), item.link).toContain(fileAt(item.link ?? '', base));
      }
    }
  });

  test('carries HTML that stands anywhere: no scripts, no styles, no relative addresses', () => {
    for (const { file, feed } of feeds) {
      for (const item of feed.items ?? []) {
        for (const html of [item.content?.encoded, item.description]) {
          const elements = [...elementsOf(html ?? '')];
          const odd = elements.filter(
            ({ tagName }) => !/^(?:p|h2|ul|li|div|strong|em|small|figure|figcaption)$/.test(tagName),
          );
          expect(
            odd.map(({ tagName }) => tagName),
            file,
          ).toEqual([]);
          const names = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
          expect(
            names.filter((name) => name !== 'lang' && name !== 'dir'),
            file,
          ).toEqual([]);
        }
      }
    }
  });
});

describe.each(SITES)('the JSON feed ($name)', ({ folder, base }) => {
  const text = readText(folder, 'feed.json');
  const feed = JSON.parse(text);

  test('is a JSON Feed 1.1 with all that one must have', () => {
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.title).toMatch(/\S/);
    expect(feed.home_page_url).toBe(`${ORIGIN}${base}`);
    expect(feed.feed_url).toBe(`${ORIGIN}${base}feed.json`);
    expect(feed.language).toBe('en');
    for (const author of feed.authors) expect(author.name ?? author.url).toMatch(/\S/);
    expect(Array.isArray(feed.items)).toBe(true);
  });

  test('has items with an id, a full address, content and honest dates', () => {
    for (const item of feed.items) {
      expect(item.id).toMatch(/^tag:wire\.example,2026:stories\/[^/]+$/u);
      expect(filesOf(folder)).toContain(fileAt(item.url, base));
      expect(item.content_html).toMatch(/^<(?:p|h2|ul|div|figure)/);
      if ('date_published' in item) {
        expect(item.date_published).toMatch(/^\d{4}-\d{2}-\d{2}T12:00:00Z$/);
      }
      for (const tag of item.tags ?? []) expect(tag).toMatch(/\S/);
    }
  });

  test('tells the same stories as the RSS feed, word for word', () => {
    const told = (feed.items as { url: string; content_html: string }[]).map((item) => [
      item.url,
      item.content_html,
    ]);
    const rss = parseRssFeed(readText(folder, 'rss.xml')).items ?? [];
    expect(told).toEqual(rss.map((item) => [item.link, item.content?.encoded]));
  });
});

describe.each(SITES.slice(0, 2))('the feed of a place ($name)', ({ folder, base }) => {
  const places = filesOf(folder).filter((file) => /^places\/[^/]+\/index\.html$/.test(file));

  test('has the stories of the place’s page', () => {
    expect(places.length).toBeGreaterThan(3);
    for (const file of places) {
      const page = pageAt(folder, file, base);
      const feed = parseRssFeed(readText(folder, file.replace('index.html', 'rss.xml')));
      const shown = named(page, 'a')
        .map((link) => attribute(link, 'href') ?? '')
        .filter((href) => href.startsWith(`${base}stories/`));
      const told = new Set((feed.items ?? []).map(({ link }) => (link ?? '').slice(ORIGIN.length)));
      // Without those that nothing dates, unless there is no other.
      const dated = shown.filter((href) =>
        named(pageAt(folder, fileAt(href, base), base), 'article').some(
          (article) => named(within(article), 'time').length > 0,
        ),
      );
      expect(told, file).toEqual(new Set(dated.length > 0 ? dated : shown));
    }
  });

  test('is made known by the head of the place’s page', () => {
    for (const file of places) {
      const feeds = alternates(pageAt(folder, file, base));
      expect(feeds.map(decodeURI), file).toContain(`${base}${file.replace('index.html', 'rss.xml')}`);
    }
  });
});

test('every page makes the site’s feeds known, and nothing that is not there', () => {
  for (const { folder, base } of SITES) {
    const files = filesOf(folder);
    for (const page of pagesOf(folder, base).filter(({ html }) => !html.includes('http-equiv="refresh"'))) {
      const feeds = alternates(page);
      expect(feeds.slice(0, 3), page.file).toEqual(
        ['rss.xml', 'atom.xml', 'feed.json'].map((feed) => base + feed),
      );
      for (const feed of feeds) expect(files).toContain(fileAt(feed, base));
    }
  }
});

function alternates(page: ReturnType<typeof pageAt>): string[] {
  return named(page, 'link')
    .filter((link) => attribute(link, 'rel') === 'alternate')
    .map((link) => attribute(link, 'href') ?? '');
}

function* elementsOf(html: string): Generator<DefaultTreeAdapterTypes.Element> {
  const queue: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(html).childNodes];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) queue.push(...node.childNodes);
  }
}
