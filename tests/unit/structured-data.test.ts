// What story pages tell search engines, held against schema.org's own table of types and properties: the compiler
// refuses a property that a type has not, or a value that a property can't have.
import type { BreadcrumbList, NewsArticle, WithContext } from 'schema-dts';
import { describe, expect, test } from 'vitest';
import { optionsSchema } from '../../integration/config/options.ts';
import type { SectionConfig } from '../../integration/config/section-config.ts';
import { createUrls } from '../../integration/config/urls.ts';
import { breadcrumbList, newsArticle, scriptJson } from '../../integration/pages/structured-data.ts';
import type { StoryEntry } from '../../integration/stories/story-index.ts';

const facts: SectionConfig = {
  title: 'The Wire',
  description: 'News.',
  publisher: 'Wire & Sons',
  lang: 'en',
  origin: 'https://wire.example',
  base: '/',
  root: '/',
  trailingSlash: 'ignore',
  format: 'directory',
  pages: optionsSchema.parse({}).pages,
  icons: [],
  csp: true,
  feeds: { undated: false, size: 50, archives: 10_000 },
  search: false,
  strings: {},
};
const urls = createUrls(facts);
const story: StoryEntry = {
  id: 'lamps-counted',
  data: {
    headline: 'Lamps Counted',
    dek: 'One is missing',
    byline: '007',
    section: 'Towns',
    dateline: { place: 'BEIRUT, Lebanon', agency: 'AP' },
    photos: [],
    date: new Date('2025-04-24'),
    dateBasis: 'stated',
    lang: 'en',
    dir: 'ltr',
    places: ['Lebanon', 'Syria'],
    wordCount: 240,
    correction: { text: 'There are nine lamps.', date: new Date('2025-04-26') },
    source: { dump: 'a.txt', lines: [1, 9], bytes: [0, 99], body: 20, digest: 'x' },
  },
};

describe('NewsArticle', () => {
  test('says all that is known of a story, in properties that schema.org has', () => {
    const article: WithContext<NewsArticle> = newsArticle(story, 'One is missing', facts, urls);
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Lamps Counted',
      description: 'One is missing',
      inLanguage: 'en',
      dateline: 'BEIRUT, Lebanon',
      contentLocation: [
        { '@type': 'Place', name: 'Lebanon' },
        { '@type': 'Place', name: 'Syria' },
      ],
      correction: {
        '@type': 'CorrectionComment',
        text: 'There are nine lamps.',
        datePublished: '2025-04-26',
      },
      author: { '@type': 'Person', name: '007' },
      publisher: { '@type': 'Organization', name: 'Wire & Sons' },
      isPartOf: { '@type': 'WebSite', name: 'The Wire' },
    });
  });

  test('says what a record states: its first address, keywords, whose it is, its slug and page', () => {
    const data: Partial<StoryEntry['data']> = {
      url: 'https://harbour.example/lamps',
      publication: 'The Harbour Post',
      rights: 'Copyright © 2025 The Harbour Press. All Rights Reserved.',
      keywords: ['lamps', 'towns'],
      slug: 'BC-Lamps',
      page: 'A6',
    };
    const article: WithContext<NewsArticle> = newsArticle(
      { ...story, data: { ...story.data, ...data } },
      'x',
      facts,
      urls,
    );
    expect(article).toMatchObject({
      isBasedOn: 'https://harbour.example/lamps',
      copyrightNotice: data.rights,
      copyrightHolder: { '@type': 'Organization', name: 'The Harbour Press' },
      keywords: ['lamps', 'towns'],
      identifier: 'BC-Lamps',
      pagination: 'A6',
    });
  });

  test.each([
    { basis: 'stated', published: '2025-04-24' },
    { basis: 'file', published: '2025-04-24' },
    { basis: 'photo', published: undefined },
  ] as const)(
    'claims a day of publication where the dump vouches for it ($basis)',
    ({ basis, published }) => {
      const entry = { ...story, data: { ...story.data, dateBasis: basis } };
      expect(newsArticle(entry, 'x', facts, urls).datePublished).toBe(published);
    },
  );
});

test('a trail of pages is numbered from the top, with absolute addresses', () => {
  const trail = [
    { name: 'Archive', path: '/archive/' },
    { name: '2025', path: '/archive/2025/' },
  ];
  const list: WithContext<BreadcrumbList> = breadcrumbList(trail, urls);
  expect(list.itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Archive', item: 'https://wire.example/archive/' },
    { '@type': 'ListItem', position: 2, name: '2025', item: 'https://wire.example/archive/2025/' },
  ]);
});

test('nothing in it can close its script element', () => {
  const json = scriptJson({ headline: '</script><!--<script>\u2028&' });
  expect(json).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(json)).toEqual({ headline: '</script><!--<script>\u2028&' });
});
