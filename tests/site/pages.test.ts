// What every page promises: valid HTML, no script, and a story told as what it is.
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  filesOf,
  jsonLd,
  linkTo,
  meta,
  named,
  pagesOf,
  readText,
  sitemapOf,
  textOf,
  within,
} from './published.ts';

const built = inject('sites');
const pages = pagesOf(built.sample);
const stories = pages.filter(({ file }) => file.startsWith('stories/'));

/** The rules are html-validate's own, but for what a dump decides. */
const RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'doctype-style': 'off' },
};

describe('every page', () => {
  test.each([
    ...pages.map((page) => ({ site: 'sample', ...page })),
    ...pagesOf(built.hostile).map((page) => ({ site: 'hostile', ...page })),
    ...pagesOf(built.long)
      .filter(({ file }) => !file.startsWith('stories/'))
      .map((page) => ({ site: 'long', ...page })),
  ])('is valid HTML: $site $file', async ({ html, file }) => {
    const report = await new HtmlValidate(new StaticConfigLoader(RULES)).validateString(html, file);
    const wrong = report.results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has one h1, a title and a description of its own', () => {
    for (const page of pages) {
      expect(named(page, 'h1').map(textOf), page.file).toHaveLength(1);
      expect(meta(page, 'description'), page.file).toMatch(/\S/);
    }
    const titles = pages.map((page) => named(page, 'title').map(textOf).join());
    expect(new Set(titles).size).toBe(pages.length);
  });

  test('has no id twice', () => {
    for (const page of pages) {
      const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
      expect(new Set(ids).size, page.file).toBe(ids.length);
    }
  });

  test('brings no JavaScript, but for the page that searches', () => {
    const scripts = filesOf(built.sample).filter((file) => /\.m?js$/.test(file));
    const [start = ''] = scripts.filter((file) => file.startsWith('_astro/search.'));
    // What that one loads when it needs it: stemmers, each in a file of its own.
    const loaded = (readText(built.sample, start).match(/(?<=\.\/)[\w.-]+\.js/gu) ?? []).map(String);
    const known = [start, ...loaded.map((name) => `_astro/${name}`)];
    expect(scripts.filter((file) => !known.includes(file))).toEqual([]);
    for (const page of pages.filter(({ file }) => file !== 'search/index.html')) {
      const types = named(page, 'script').map((script) => attribute(script, 'type'));
      expect(
        types.filter((type) => type !== 'application/ld+json'),
        page.file,
      ).toEqual([]);
      const handlers = page.elements.flatMap(({ attrs }) =>
        attrs.filter(({ name }) => name.startsWith('on')),
      );
      expect(handlers, page.file).toEqual([]);
    }
  });
});

describe('a story page', () => {
  test('there is one for each story of the sample', () => {
    expect(stories.length).toBeGreaterThanOrEqual(8);
  });

  test('marks its article with the story’s language and direction', () => {
    const directions = stories.map((page) => {
      const [article] = named(page, 'article', 'story');
      return [article && attribute(article, 'lang'), article && attribute(article, 'dir')].join(' ');
    });
    expect(new Set(directions)).toContain('en ltr');
    expect(new Set(directions)).toContain('ar rtl');
  });

  test('tells search engines what it shows readers', () => {
    for (const page of stories) {
      const [article] = jsonLd(page);
      expect(article, page.file).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: named(page, 'h1').map(textOf).join(),
        description: meta(page, 'description'),
        url: linkTo(page, 'canonical'),
        inLanguage: attribute(named(page, 'article', 'story')[0] ?? fail(), 'lang'),
      });
      expect(meta(page, 'og:title')).toBe(article?.headline);
      expect(meta(page, 'og:url')).toBe(article?.url);
    }
  });

  test('claims a day of publication only where the dump vouches for it, everywhere alike', () => {
    const lastmod = new Map(sitemapOf(built.sample).map((entry) => [entry.loc, entry.lastmod?.slice(0, 10)]));
    const claims = stories.map((page) => {
      const [article] = jsonLd(page);
      const time = named(page, 'article', 'story').flatMap((story) => named(within(story), 'time'))[0];
      const claimed = article?.datePublished;
      expect(meta(page, 'article:published_time'), page.file).toBe(claimed);
      expect(lastmod.get(linkTo(page, 'canonical') ?? ''), page.file).toBe(claimed);
      const shown = time ? textOf(time) : 'Undated';
      if (claimed) expect(time && attribute(time, 'datetime')).toBe(claimed);
      return claimed
        ? 'stated'
        : time
          ? /^(Around|نحو|Vers le) | dolayları$/.test(shown)
            ? 'approximate'
            : shown
          : 'undated';
    });
    expect(new Set(claims)).toEqual(new Set(['stated', 'approximate', 'undated']));
  });

  test('shows each photo’s caption as a caption, with its credit', () => {
    const page = stories.find(({ file }) => file.includes('grain-quay')) ?? fail();
    const captions = named(page, 'figcaption').map(textOf);
    expect(captions).toHaveLength(1);
    expect(captions[0]).toContain('Dock workers guide the bulk carrier Nilometer to its berth');
    expect(named(page, 'small', 'credit').map(textOf)).toEqual(['Reuters']);
  });

  test('sets the dateline apart from the sentence it opens', () => {
    const page = stories.find(({ file }) => file.includes('beekeepers')) ?? fail();
    const [dateline] = named(page, 'span', 'dateline');
    expect(dateline && textOf(dateline).trim()).toBe('ATHENS:');
  });
});

test('walking from the front page by “Next” visits every story once', () => {
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const [lead] = named(pages.find(({ file }) => file === 'index.html') ?? fail(), 'article', 'lead');
  let address = lead && attribute(named(within(lead), 'a')[0] ?? fail(), 'href');
  const visited: string[] = [];
  while (address) {
    const page = byAddress.get(decodeURI(address)) ?? fail(address);
    expect(visited).not.toContain(page.file);
    visited.push(page.file);
    const next = named(page, 'a').find((link) => attribute(link, 'rel') === 'next');
    address = next && attribute(next, 'href');
  }
  expect(visited.sort()).toEqual(stories.map(({ file }) => file).sort());
});

function fail(what = 'not found'): never {
  throw new Error(what);
}
