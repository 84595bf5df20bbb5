// What search engines and hosts are told: sitemaps, the news sitemap, the policy of the pages, headers.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, inject, test } from 'vitest';
import { headersFor, readHeaders } from '../headers.ts';
import {
  assertXml,
  attribute,
  fileAt,
  jsonLd,
  linkTo,
  meta,
  named,
  pagesOf,
  readText,
  textOf,
} from './published.ts';

const built = inject('sites');
const ORIGIN = 'https://wire.example';
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

const SITES = [
  { name: 'sample', folder: built.sample, base: '/' },
  { name: 'under /news', folder: built.news, base: '/news/' },
];

interface Entry {
  loc: string;
  lastmod?: string;
}

interface NewsEntry extends Entry {
  'news:news': {
    'news:publication': { 'news:name': string; 'news:language': string };
    'news:publication_date': string;
    'news:title': string;
  };
}

function read(folder: string, file: string) {
  const xml = readText(folder, file);
  assertXml(xml);
  return parser.parse(xml);
}

describe.each(SITES)('sitemaps ($name)', ({ folder, base }) => {
  const index: Entry[] = read(folder, 'sitemap-index.xml').sitemapindex.sitemap;
  const news = `${ORIGIN}${base}news-sitemap.xml`;
  const sitemaps = index.filter(({ loc }) => loc !== news);

  test('the index names the sitemap for news', () => {
    expect(index.map(({ loc }) => loc)).toContain(news);
  });

  test('each says in the index what its newest page says, and nothing where no page says anything', () => {
    expect(sitemaps.length).toBeGreaterThan(0);
    for (const { loc, lastmod } of sitemaps) {
      const entries: Entry[] = read(folder, fileAt(loc, base)).urlset.url;
      const newest = entries
        .flatMap((entry) => entry.lastmod ?? [])
        .sort()
        .at(-1);
      expect(lastmod, loc).toBe(newest);
    }
  });

  test('a lastmod stands where a page claims a day, and is that day', () => {
    const claimed = new Map(
      pagesOf(folder, base).map((page) => {
        const [story] = jsonLd(page);
        return [linkTo(page, 'canonical'), story?.dateModified ?? story?.datePublished];
      }),
    );
    const entries: Entry[] = sitemaps.flatMap(({ loc }) => read(folder, fileAt(loc, base)).urlset.url);
    for (const { loc, lastmod } of entries) expect(lastmod?.slice(0, 10), loc).toBe(claimed.get(loc));
    expect(entries.some(({ lastmod }) => lastmod)).toBe(true);
  });

  test('the news sitemap has the stories of the two days before the newest, in their language', () => {
    const news: NewsEntry[] = read(folder, 'news-sitemap.xml').urlset.url;
    const stories = pagesOf(folder, base).flatMap((page) => {
      const [story] = jsonLd(page);
      return story?.datePublished ? [{ page, day: String(story.datePublished) }] : [];
    });
    const newest = Math.max(...stories.map(({ day }) => Date.parse(day)));
    const expected = stories.filter(({ day }) => newest - Date.parse(day) <= 2 * 86_400_000);
    expect(news.map(({ loc }) => loc).sort()).toEqual(
      expected.map(({ page }) => linkTo(page, 'canonical')).sort(),
    );
    for (const { loc, 'news:news': entry } of news) {
      const { page, day } = expected.find((each) => linkTo(each.page, 'canonical') === loc) ?? missing(loc);
      expect(entry['news:publication']['news:name']).toBe(meta(page, 'og:site_name'));
      expect(entry['news:publication']['news:language']).toBe(jsonLd(page)[0]?.inLanguage);
      expect(entry['news:publication_date']).toBe(day);
      expect(entry['news:title']).toBe(named(page, 'h1').map(textOf).join());
    }
  });

  test('robots.txt names both', () => {
    const named = [...readText(folder, 'robots.txt').matchAll(/^Sitemap: (\S+)$/gm)].map(([, url]) => url);
    expect(named).toEqual([`${ORIGIN}${base}sitemap-index.xml`, `${ORIGIN}${base}news-sitemap.xml`]);
  });
});

test('the README has nginx send what _headers asks for', async () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, block = ''] = /```nginx\n([\s\S]*?)```/.exec(readme) ?? [];
  const sent = new Map(matches(/add_header ([\w-]+) "(.*)" always;/g, block));
  const rules = await readHeaders(built.sample);
  const everywhere = new Map(rules.find(({ pattern }) => pattern === '/*')?.headers);
  expect([...sent.keys()]).toEqual([...everywhere.keys()]);
  for (const [name, value = ''] of everywhere) {
    // Pages state the rest of the policy, whose hashes differ from build to build.
    if (name === 'Content-Security-Policy') expect(value).toContain(`; ${sent.get(name)}`);
    else expect(sent.get(name)).toBe(value);
  }
  const lasting = matches(/~\^(\S+) "(.*)"; #/g, block);
  const types = matches(/~ (\/\S+)\$ \{\s+types \{\}\s+default_type (\S+);/g, block);
  expect([lasting.length, types.length]).toEqual([2, 1]);
  const { digest } = JSON.parse(readText(built.sample, 'search/latest.json'));
  for (const [folder, value] of lasting) {
    const own = folder.replace('[0-9a-f]+', digest);
    expect(headersFor(`${own}x.css`, rules).get('cache-control')).toBe(value);
  }
  for (const [feed, type] of types) {
    const asked = headersFor(feed.replaceAll('\\', ''), rules).get('content-type');
    expect(asked).toBe(`${type}; charset=utf-8`);
  }
});

/** What the two groups of a pattern hold, at each place where it matches. */
function matches(pattern: RegExp, text: string): [string, string][] {
  return [...text.matchAll(pattern)].map(([, first = '', second = '']) => [first, second]);
}

test('a site without a day of publication has no news sitemap, and names none', () => {
  expect(existsSync(path.join(built.long, 'news-sitemap.xml'))).toBe(false);
  expect(readText(built.long, 'robots.txt')).not.toContain('news-sitemap');
});

describe.each(SITES)('the policy ($name)', ({ folder, base }) => {
  const pages = pagesOf(folder, base).filter(({ html }) => !html.includes('http-equiv="refresh"'));

  test('is on every page, first thing, and allows nothing inline and nothing from elsewhere', () => {
    for (const page of pages) {
      const policy = policyOf(page);
      expect(policy.get('default-src'), page.file).toEqual(["'none'"]);
      expect(policy.get('base-uri'), page.file).toEqual(["'none'"]);
      for (const [directive, sources] of policy) {
        const loose = sources.filter((source) => !/^'(?:self|none|sha256-.+)'$/.test(source));
        expect(loose, `${page.file}: ${directive}`).toEqual([]);
      }
    }
  });

  test('pages have no inline style or handler for it to forbid', () => {
    for (const page of pages) {
      const names = page.elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
      expect(
        names.filter((name) => name === 'style' || name.startsWith('on')),
        page.file,
      ).toEqual([]);
    }
  });

  test('is among the headers of every address, with what only a header can say', async () => {
    const rules = await readHeaders(folder);
    const search = pages.find(({ file }) => file === 'search/index.html') ?? missing('search');
    for (const { address } of pages) {
      const headers = headersFor(address, rules);
      const policy = directives(headers.get('content-security-policy') ?? '');
      for (const [directive, sources] of policyOf(search)) expect(policy.get(directive)).toEqual(sources);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.has('cache-control')).toBe(false);
    }
  });

  test('files named for their content may be kept for ever, feeds have types that browsers show', async () => {
    const rules = await readHeaders(folder);
    expect(headersFor(`${base}_astro/x.css`, rules).get('cache-control')).toContain('immutable');
    const { digest } = JSON.parse(readText(folder, 'search/latest.json'));
    expect(headersFor(`${base}search/${digest}/manifest.bin`, rules).get('cache-control')).toContain(
      'immutable',
    );
    for (const name of ['', 'latest.json'])
      expect(headersFor(`${base}search/${name}`, rules).has('cache-control')).toBe(false);
    const lists = ['places/oman', 'sections/sport', 'authors/a-writer', 'agencies/a-wire', 'corrections'];
    const feeds = ['rss.xml', 'atom.xml', 'feed/some-story.xml', ...lists.map((list) => `${list}/rss.xml`)];
    for (const feed of feeds)
      expect(headersFor(base + feed, rules).get('content-type'), feed).toBe('application/xml; charset=utf-8');
    expect(headersFor(`${base}feed.json`, rules).get('content-type')).toMatch(/^application\/feed\+json/);
  });
});

function policyOf(page: ReturnType<typeof pagesOf>[number]): Map<string, string[]> {
  const found = named(page, 'meta').find(
    (each) => attribute(each, 'http-equiv') === 'content-security-policy',
  );
  return directives((found && attribute(found, 'content')) ?? '');
}

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

function missing(what: string): never {
  throw new Error(`There is no ${what}.`);
}
