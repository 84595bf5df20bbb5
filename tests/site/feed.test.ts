// What a subscriber gets.
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { LONG } from '../sites.ts';
import {
  assertXml,
  attribute,
  bodyOf,
  jsonLd,
  linkTo,
  named,
  pagesOf,
  readText,
  shownDay,
  textOf,
} from './published.ts';

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
    expect(feed.lastBuildDate).toBe(new Date(`${newest}T12:00:00Z`).toUTCString());
  });

  test('carries each story that has a day once, under an id that holds neither the base nor the scheme', () => {
    const dated = stories.filter((page) => shownDay(page));
    expect(dated.length).toBeLessThan(stories.length);
    expect(new Set(feed.items?.map(({ link }) => link))).toEqual(
      new Set(dated.map((page) => linkTo(page, 'canonical'))),
    );
    for (const { guid, link } of feed.items ?? []) {
      const id = /([^/]+)\/$/u.exec(link ?? '')?.[1];
      expect(guid).toEqual({ value: `tag:wire.example,2026:stories/${id}`, isPermaLink: false });
    }
  });

  test('carries the whole text of each story, in order', () => {
    for (const item of feed.items ?? []) {
      const page = byLink.get(item.link);
      const content = item.content?.encoded ?? '';
      const blocks = [...content.matchAll(/<(p|h2|ul)(?: [^>]*)?>(.*?)<\/\1>/gs)].map(([, , html = '']) =>
        plain(html),
      );
      const body = page ? bodyOf(page) : [];
      const at = blocks.indexOf(body[0] ?? '');
      expect(blocks.slice(at, at + body.length), item.link).toEqual(body);
      expect(content).not.toMatch(/(?:href|src)=/);
    }
  });

  test('dates a story by the day on its page, at noon, and says where that is approximate', () => {
    for (const item of feed.items ?? []) {
      const page = byLink.get(item.link) ?? pageMissing(item.link);
      const time = shownDay(page);
      const day = (time && attribute(time, 'datetime')) ?? '';
      expect(item.pubDate, item.link).toBe(new Date(`${day}T12:00:00Z`).toUTCString());
      const claimed = jsonLd(page)[0]?.datePublished;
      if (claimed) expect(claimed).toBe(day);
      else
        expect(item.content?.encoded, item.link).toMatch(
          /<p(?: lang="\w+" dir="\w+")?>(?:Around|نحو|Vers le|\d+ \p{L}+ \d+ dolayları)/u,
        );
    }
  });

  test('names an author where there is one, and shows captions with their credits', () => {
    let authors = 0;
    for (const item of feed.items ?? []) {
      const page = byLink.get(item.link) ?? pageMissing(item.link);
      const byline = named(page, 'p', 'byline').map(textOf);
      expect(item.dc?.creators?.length ?? 0, item.link).toBe(byline.length);
      authors += byline.length;
      const captions = named(page, 'figcaption').length;
      expect(item.content?.encoded?.match(/<figcaption>/gu)?.length ?? 0, item.link).toBe(captions);
      for (const credit of named(page, 'small', 'credit').map(textOf))
        expect(item.content?.encoded).toContain(`<small>${credit}</small>`);
    }
    expect(authors).toBeGreaterThan(0);
  });
});

test('a long site’s feed has its fifty newest stories', () => {
  expect(parseRssFeed(readText(built.long, 'rss.xml')).items).toHaveLength(50);
});

test('who follows the archive of a long site’s feed finds each dated story, in order and once', () => {
  const current = 'https://wire.example/atom.xml';
  const [feed, ...parts] = followed(built.long, current);
  expect(parts.length).toBeGreaterThan(1);
  for (const { address, feed } of parts) {
    expect(feed.id).toBe(address);
    expect(linked(feed, 'self')).toBe(address);
    expect(linked(feed, 'current')).toBe(current);
  }
  const inParts = parts.flatMap((part) => idsOf(part.feed));
  const inFeed = feed ? idsOf(feed.feed) : [];
  const beforeParts = inFeed.slice(0, LONG.dated - inParts.length);
  expect(new Set([...inFeed, ...inParts]).size).toBe(LONG.dated);
  // What is in the feed and in its newest part is in the same order in both.
  expect([...beforeParts, ...inParts].slice(0, inFeed.length)).toEqual(inFeed);
});

const readAtom = (xml: string) => parseAtomFeed(xml);
type AtomFeed = ReturnType<typeof readAtom>;

const linked = ({ links = [] }: AtomFeed, wanted: string) => links.find(({ rel }) => rel === wanted)?.href;
const idsOf = ({ entries = [] }: AtomFeed) => entries.map(({ id }) => id);

/** @returns the feed at an address, and all that its links lead back to */
function followed(folder: string, address: string): { address: string; feed: AtomFeed }[] {
  const feed = readAtom(readText(folder, new URL(address).pathname.slice(1)));
  const previous = linked(feed, 'prev-archive');
  return [{ address, feed }, ...(previous ? followed(folder, previous) : [])];
}

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
