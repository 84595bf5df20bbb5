// Sections that do without some of their pages: what is off is not there, and nothing leads to it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { storyText } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { writeProject } from '../sites.ts';
import { fileAt, filesOf, jsonLd, linksOf, meta, named, pageAt, pagesOf, readText } from './published.ts';

const ORIGIN = 'https://host.example';
const ID = 'lighthouse-of-norway-is-lit-again';

/** What the sections of the site are told; each is at `/` and its name, but for the bare one, which has the host. */
const SECTIONS = {
  bare: {
    base: '/',
    pages: {
      front: false,
      archive: false,
      places: false,
      search: false,
      feeds: false,
      sitemap: false,
      robots: false,
      notFound: false,
      about: false,
      corrections: false,
      sections: false,
      authors: false,
      agencies: false,
      subscribe: false,
    },
  },
  placeless: { base: '/placeless', pages: { places: false } },
  feedless: { base: '/feedless', pages: { feeds: false, search: false } },
  frontless: { base: '/frontless', pages: { front: false } },
  homeless: { base: '/homeless', pages: { front: false, archive: false, sitemap: false } },
};

let dist = '';

beforeAll(async () => {
  const folder = await writeProject('without', {
    'package.json': '{ "name": "host", "private": true, "type": "module" }',
    'astro.config.mjs': `
      import wirecopy from 'astro-wirecopy';
      export default { site: '${ORIGIN}', integrations: [wirecopy(...${JSON.stringify(Object.values(SECTIONS))})] };`,
    'src/content.config.ts': `
      import { defineCollection } from 'astro:content';
      import { dumpLoader } from 'astro-wirecopy/loader';
      export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: '*.txt' }) }) };`,
    'src/pages/index.astro': '<html lang="en"><head><title>Host</title></head><body>The host</body></html>',
    '2025-04-24.txt': storyText('Lighthouse of Norway Is Lit Again', [
      'The lighthouse of Norway was lit again on Monday.',
      'It had been dark for a year, its keeper said.',
    ]),
  });
  const built = await buildSite(folder);
  expect(built.code, built.output).toBe(0);
  dist = path.join(folder, 'dist');
}, 60_000);

/** Files of a section, but for those of its index. */
const filesIn = (section: string) =>
  filesOf(dist)
    .filter((file) => file.startsWith(`${section}/`) && !/\/search\/[0-9a-f]{16}\/|latest\.json/u.test(file))
    .map((file) => file.slice(section.length + 1));

test('a build prepares no packages for a browser', () => {
  expect(existsSync(path.join(dist, '../node_modules/.vite'))).toBe(false);
});

test('with every page off there are the stories, and what the host has itself', () => {
  const others = Object.keys(SECTIONS).map((name) => `${name}/`);
  const files = filesOf(dist).filter((file) => ![...others, '_astro/'].some((name) => file.startsWith(name)));
  expect(files).toEqual(
    [
      '.nojekyll',
      '_headers',
      'index.html',
      `stories/${ID}/index.html`,
      'sitemap-0.xml',
      'sitemap-index.xml',
    ].sort(),
  );
  expect(named(pageAt(dist, `stories/${ID}/index.html`), 'nav')).toHaveLength(0);
});

test('a page that is off is not there, nor what goes with it', () => {
  expect(filesIn('placeless').filter((file) => file.startsWith('places/'))).toEqual([]);
  expect(filesIn('placeless')).toContain('rss.xml');
  expect(filesIn('feedless').filter((file) => /rss|feed/u.test(file))).toEqual([]);
  expect(filesIn('feedless')).toContain('places/norway/index.html');
  expect(filesIn('feedless')).not.toContain('search/index.html');
  expect(filesOf(dist).filter((file) => file.startsWith('feedless/search/'))).toEqual([]);
  expect(filesIn('frontless')).not.toContain('index.html');
  expect(filesIn('homeless').filter((file) => /sitemap|archive/u.test(file))).toEqual([]);
});

test('nothing on any page leads to one that is not there', () => {
  const files = filesOf(dist);
  const dead = pagesOf(dist).flatMap((page) => {
    const links = linksOf(page, 'href', 'src', 'action');
    const told = [...JSON.stringify(jsonLd(page)).matchAll(/"(https:\/\/host\.example[^"]*)"/gu)];
    return [...links, ...told.map(([, url = '']) => url)]
      .filter((link) => !files.includes(fileAt(link)))
      .map((link) => `${page.file}: ${link}`);
  });
  expect(dead).toEqual([]);
});

test('no feed and no header names a page that is not there', () => {
  const files = filesOf(dist);
  for (const feed of files.filter((file) => /(?:rss\.xml|feed\.json)$/u.test(file))) {
    for (const [url] of readText(dist, feed).matchAll(/https:\/\/host\.example[^"<\s]*/gu))
      expect(files, `${feed}: ${url}`).toContain(fileAt(url));
  }
  const paths = [...readText(dist, '_headers').matchAll(/^(\/\S+\.(?:xml|json))$/gmu)].map(
    ([, each = '']) => each,
  );
  expect(paths.filter((each) => each.startsWith('/feedless') || each.split('/').length === 2)).toEqual([]);
  expect(paths).not.toContain('/placeless/places/*/rss.xml');
  expect(paths).toContain('/frontless/places/*/rss.xml');
});

describe('a section without a front page', () => {
  test('is stood for by its archive', () => {
    expect(JSON.parse(readText(dist, 'frontless/feed.json')).home_page_url).toBe(
      `${ORIGIN}/frontless/archive/`,
    );
  });
  test('and without an archive by the page of the host', () => {
    expect(JSON.parse(readText(dist, 'homeless/feed.json')).home_page_url).toBe(`${ORIGIN}/`);
  });
});

test('the sitemap lists the pages of the sections that want one, and no other', () => {
  expect(readText(dist, 'sitemap-index.xml')).not.toContain('homeless');
  const sitemap = readText(dist, 'sitemap-0.xml');
  expect(sitemap).toContain('/placeless/archive/');
  expect(sitemap).toContain(`/feedless/stories/${ID}/`);
  expect(sitemap).not.toContain('homeless');
});

test('a site that asks for no OG images names none and has none', () => {
  expect(filesOf(dist).filter((file) => file.endsWith('.png'))).toEqual([]);
  for (const page of pagesOf(dist))
    for (const name of ['og:image', 'og:image:width', 'og:image:alt', 'twitter:card'])
      expect(meta(page, name), page.file).toBeUndefined();
});
