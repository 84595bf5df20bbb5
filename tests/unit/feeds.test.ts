// What subscribers get: ids that stay, days that are right everywhere, nothing that shows twice or vanishes.
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { resolveSections } from '../../integration/config/options.ts';
import type { SectionConfig } from '../../integration/config/section-config.ts';
import { createUrls } from '../../integration/config/urls.ts';
import { atomFeed } from '../../integration/feeds/atom.ts';
import { type CorrectedSummary, correctionsFeed } from '../../integration/feeds/corrections-feed.ts';
import type { FeedHead, FeedStory } from '../../integration/feeds/feed-item.ts';
import { opml } from '../../integration/feeds/feed-list.ts';
import { storiesForFeeds } from '../../integration/feeds/in-feeds.ts';
import { jsonFeed } from '../../integration/feeds/json-feed.ts';
import { rssFeed } from '../../integration/feeds/rss.ts';
import type { StorySummary } from '../../integration/stories/story-summary.ts';
import type { Story } from '../../integration/story.ts';

const CONFIG: SectionConfig = {
  title: 'The Log',
  description: 'News of the harbor.',
  publisher: 'The Log',
  lang: 'en',
  origin: 'https://log.example',
  base: '/',
  root: '/',
  trailingSlash: 'always',
  format: 'directory',
  pages: {
    front: true,
    archive: true,
    places: true,
    search: true,
    feeds: true,
    sitemap: true,
    robots: true,
    notFound: true,
    sections: true,
    authors: true,
    agencies: true,
    about: true,
    subscribe: true,
    corrections: true,
  },
  icons: ['apple-touch-icon.png'],
  csp: true,
  feeds: { undated: false, tag: 'log.example,2026:stories', size: 50, archives: 10_000 },
  search: true,
  strings: {},
};
const HEAD: FeedHead = { title: 'The Log', self: '/rss.xml', page: '/' };

const story = (id: string, more: Partial<Story> = {}): FeedStory => ({
  entry: {
    id,
    data: {
      headline: `Ferry ${id}`,
      photos: [],
      lang: 'en',
      dir: 'ltr',
      places: [],
      wordCount: 5,
      source: { dump: 'dumps/a.txt', lines: [1, 9], bytes: [0, 90], body: 20, digest: 'd' },
      date: new Date('2025-04-24'),
      dateBasis: 'stated',
      ...more,
    },
  },
  blocks: more.retracted === undefined ? [{ type: 'paragraph', text: 'The ferry came in.' }] : [],
});

/** The ids of a feed's only story in the three formats, where it is published in a certain way. */
async function idsIn(config: SectionConfig, stories = [story('returns')]) {
  const urls = createUrls(config);
  const rss = parseRssFeed(await rssFeed(stories, HEAD, config, urls)).items?.[0];
  const atom = parseAtomFeed(atomFeed(stories, HEAD, config, urls)).entries?.[0];
  const json = parseJsonFeed(JSON.parse(jsonFeed(stories, HEAD, config, urls))).items?.[0];
  return { rss: rss?.guid, atom: atom?.id, json: json?.id };
}

describe('the id of an item', () => {
  test('is a tag that stays where the site gets HTTPS, another base, or another host whose authority is named', async () => {
    const tag = 'tag:log.example,2026:stories/returns';
    const expected = { rss: { value: tag, isPermaLink: false }, atom: tag, json: tag };
    for (const moved of [
      {},
      { origin: 'http://log.example' },
      { base: '/news/', root: '/news/' },
      { origin: 'https://new.example' },
    ])
      expect(await idsIn({ ...CONFIG, ...moved })).toEqual(expected);
  });

  test('is the address where a site with subscribers asks for it', async () => {
    const { tag: _, ...feeds } = CONFIG.feeds;
    const link = 'https://log.example/stories/returns/';
    expect(await idsIn({ ...CONFIG, feeds })).toEqual({
      rss: { value: link, isPermaLink: true },
      atom: link,
      json: link,
    });
  });

  test('stays where the story gets another address', async () => {
    const renamed = story('comes-back', { formerIds: ['returns'] });
    expect(await idsIn(CONFIG, [renamed])).toEqual(await idsIn(CONFIG));
  });
});

test('a correction keeps its id where its story gets another address, or the site another host', async () => {
  const corrected = (id: string, formerIds: string[] = []) => ({
    id,
    data: { headline: 'Ferry Returns' },
    corrected: {
      correction: { text: 'An earlier version named the wrong pier.', date: '2025-05-02' as const },
      formerIds,
    },
  });
  const itemOf = async (summary: CorrectedSummary, config: SectionConfig) =>
    parseRssFeed(await correctionsFeed([summary], HEAD, config, createUrls(config))).items?.[0];
  const first = await itemOf(corrected('returns'), CONFIG);
  expect(first?.link).toBe('https://log.example/stories/returns/#corrected-2025-05-02');
  expect(first?.guid).toEqual({
    value: 'tag:log.example,2026:stories/returns#corrected-2025-05-02',
    isPermaLink: false,
  });
  const moved = await itemOf(corrected('comes-back', ['returns']), {
    ...CONFIG,
    origin: 'https://new.example',
  });
  expect(moved?.link).toBe('https://new.example/stories/comes-back/#corrected-2025-05-02');
  expect(moved?.guid).toEqual(first?.guid);
});

describe('the day of an item', () => {
  test.each(['Pacific/Noumea', 'Asia/Tokyo', 'Europe/London', 'America/New_York', 'Pacific/Pago_Pago'])(
    'is the story’s day in %s',
    async (timeZone) => {
      const { pubDate = '' } =
        parseRssFeed(await rssFeed([story('a')], HEAD, CONFIG, createUrls(CONFIG))).items?.[0] ?? {};
      const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(
        new Date(pubDate),
      );
      expect(day).toBe('2025-04-24');
    },
  );

  test('of a photo is said to be approximate; one that nothing dates says so', async () => {
    const urls = createUrls(CONFIG);
    const { date: _, dateBasis: __, ...undated } = story('b').entry.data;
    const feed = parseRssFeed(
      await rssFeed(
        [story('a', { dateBasis: 'photo' }), { entry: { id: 'b', data: undated }, blocks: [] }],
        HEAD,
        CONFIG,
        urls,
      ),
    );
    const [photo, none] = feed.items ?? [];
    expect(photo?.content?.encoded).toContain('Around April 24, 2025');
    expect(none?.pubDate).toBeUndefined();
    expect(none?.content?.encoded).toContain('Undated');
  });
});

describe('an item', () => {
  test('carries what the page shows: dek, captions with credits, correction, source; a byline as its author', async () => {
    const data: Partial<Story> = {
      dek: 'After a year in dock',
      byline: 'Ines Calloway',
      dateline: { place: 'BREST', agency: 'AFP' },
      photos: [{ caption: 'The ferry at its pier.', credit: 'Reuters' }],
      correction: { text: 'It was the northern pier.', date: new Date('2025-05-02') },
    };
    const [item] =
      parseRssFeed(await rssFeed([story('a', data)], HEAD, CONFIG, createUrls(CONFIG))).items ?? [];
    expect(item?.dc?.creators).toEqual(['Ines Calloway']);
    expect(item?.content?.encoded).toBe(
      '<p><em>After a year in dock</em></p>' +
        '<p><strong>Corrected on May 2, 2025</strong> It was the northern pier.</p>' +
        '<figure><figcaption>The ferry at its pier. <small>Reuters</small></figcaption></figure>' +
        '<p>The ferry came in.</p>' +
        '<p><small>Comes from: AFP</small></p>',
    );
  });

  test('says what a record states: paper, first address, rights, keywords', async () => {
    const data: Partial<Story> = {
      publication: 'The Post & Mail',
      url: 'https://post.example/?a=1&b=2',
      rights: '© The Post',
      keywords: ['ferries'],
      dateline: { place: 'BREST', agency: 'AFP' },
    };
    const urls = createUrls(CONFIG);
    const last =
      '<p><small>Comes from: The Post &amp; Mail, AFP · ' +
      '<a href="https://post.example/?a=1&amp;b=2">Original address</a> · © The Post</small></p>';
    const [rss] = parseRssFeed(await rssFeed([story('a', data)], HEAD, CONFIG, urls)).items ?? [];
    expect(rss?.content?.encoded?.endsWith(last)).toBe(true);
    expect(rss?.categories?.map(({ name }) => name)).toEqual(['ferries']);
    const [json] = parseJsonFeed(jsonFeed([story('a', data)], HEAD, CONFIG, urls)).items ?? [];
    expect(json?.content_html?.endsWith(last)).toBe(true);
    expect(json?.tags).toEqual(['ferries']);
  });

  test('of a retracted story has the reason and nothing else, under the id that it had', async () => {
    const retracted = story('returns', { retracted: 'It never left.' });
    expect(await idsIn(CONFIG, [retracted])).toEqual(await idsIn(CONFIG));
    const [item] = parseRssFeed(await rssFeed([retracted], HEAD, CONFIG, createUrls(CONFIG))).items ?? [];
    expect(item?.content?.encoded).toBe('<p><strong>Retracted</strong> It never left.</p>');
    expect(item?.description).toBe('It never left.');
  });
});

describe('a feed', () => {
  test('names its hub and its picture in every format', async () => {
    const hub = 'https://hub.example/';
    const config = { ...CONFIG, feeds: { ...CONFIG.feeds, hub } };
    const urls = createUrls(config);
    const icon = 'https://log.example/apple-touch-icon.png';
    const rss = parseRssFeed(await rssFeed([story('a')], HEAD, config, urls));
    expect(rss.atom?.links).toContainEqual({ rel: 'hub', href: hub });
    expect(rss.image).toEqual({ url: icon, title: 'The Log', link: 'https://log.example/' });
    const atom = parseAtomFeed(atomFeed([story('a')], HEAD, config, urls));
    expect(atom.links).toContainEqual({ rel: 'hub', href: hub });
    expect(atom.icon).toBe(icon);
    const json = parseJsonFeed(JSON.parse(jsonFeed([story('a')], HEAD, config, urls)));
    expect(json).toMatchObject({ hubs: [{ type: 'WebSub', url: hub }], icon });
  });
});

describe('the stories of feeds', () => {
  const summary = (id: string, day: string | undefined, at: number): StorySummary => ({
    id,
    key: id,
    location: [0, at, 1],
    data: {
      headline: id,
      lang: 'en',
      dir: 'ltr',
      places: [],
      ...(day && { date: new Date(day), dateBasis: 'stated' }),
    },
  });
  const ids = (stories: readonly StorySummary[]) => stories.map(({ id }) => id);
  const dated = [summary('c', '2025-03-01', 3), summary('a', '2025-01-01', 1)];
  const undated = [summary('x', undefined, 8), summary('y', undefined, 9)];

  test('are those that have a day, unless none has, or the site asks for all', () => {
    const all = [...dated, ...undated];
    expect(ids(storiesForFeeds(all, [], { undated: false }))).toEqual(['c', 'a']);
    expect(ids(storiesForFeeds(undated, [], { undated: false }))).toEqual(['x', 'y']);
    expect(ids(storiesForFeeds(all, [], { undated: true }))).toEqual(['c', 'a', 'x', 'y']);
  });

  test('have a retracted one where it was', () => {
    const retracted = summary('b', '2025-02-01', 2);
    expect(ids(storiesForFeeds(dated, [retracted], { undated: false }))).toEqual(['c', 'b', 'a']);
  });
});

test('OPML names every feed, with names that hold markup', () => {
  const feeds = [
    { title: 'The Log: <A> & "B"', name: 'The Log: <A> & "B"', page: '/places/a/', rss: '/places/a/rss.xml' },
    { title: 'The Log: C', name: 'The Log: C', page: '/places/c/', rss: '/places/c/rss.xml' },
  ];
  const groups = [
    { title: 'The Log', feeds: [{ title: 'The Log', name: 'The Log', page: '/', rss: '/rss.xml' }] },
    { title: 'Places', feeds },
  ];
  const { body } = parseOpml(opml(groups, CONFIG, createUrls(CONFIG)));
  const [own, places] = body?.outlines ?? [];
  expect(own).toMatchObject({ text: 'The Log', xmlUrl: 'https://log.example/rss.xml', type: 'rss' });
  expect(places?.outlines?.map(({ text, xmlUrl }) => [text, xmlUrl])).toEqual(
    feeds.map(({ title, rss }) => [title, `https://log.example${rss}`]),
  );
});

test.each([
  [{ id: 'guid' }, 'feeds.id'],
  [{ size: 0 }, 'feeds.size'],
  [{ hub: 'hub.example' }, 'feeds.hub'],
  [{ authority: 'https://old.example' }, 'feeds.authority'],
  [{ authority: 'old.example,2024-13' }, 'feeds.authority'],
  [{ authority: 'old.example,2024-05-32' }, 'feeds.authority'],
])('an option that makes no feed is refused: %o', (feeds, name) => {
  expect(() => resolveSections([{ feeds }])).toThrow(name);
});
