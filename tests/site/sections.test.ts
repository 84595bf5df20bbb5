// Several sections in one site: each with its own stories, words, feeds, sitemap and search, from one call.
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { storyText } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { writeProject } from '../sites.ts';
import { treeOf } from '../trees.ts';
import {
  assertXml,
  attribute,
  type BuiltPage,
  bodyOf,
  fileAt,
  filesOf,
  linkTo,
  named,
  pageAt,
  pagesOf,
  readText,
  sitemapOf,
  textOf,
} from './published.ts';

const BASE = '/blog/';
/** In both sections, with other words. */
const SHARED = 'Ferry Keeps Its Lamp Through the Storm';
const SHARED_ID = 'ferry-keeps-its-lamp-through-the-storm';
const NEWS = ['The ferry of Norway kept its lamp on Monday.', 'It was seen from the pier, said its captain.'];
const CABLES = ['A cable from Kenya told of the lamp on Friday.', 'It was kept in a drawer, said its clerk.'];

const CONFIG = `
  import wirecopy from 'astro-wirecopy';
  export default {
    site: 'https://host.example',
    base: '/blog',
    trailingSlash: 'always',
    integrations: [
      wirecopy(
        { title: 'The News' },
        { title: 'الأرشيف', lang: 'ar', base: '/ids/cables/', collection: 'cables' },
      ),
    ],
  };`;

let folder = '';
let dist = '';

beforeAll(async () => {
  folder = await writeProject('sections', {
    'package.json': '{ "name": "host", "private": true, "type": "module" }',
    'astro.config.mjs': CONFIG,
    'src/content.config.ts': `
      import { defineCollection } from 'astro:content';
      import { dumpLoader } from 'astro-wirecopy/loader';
      const of = (dumps) => defineCollection({ loader: dumpLoader({ dumps, corrections: 'fixes.yaml' }) });
      export const collections = { stories: of('news/*.txt'), cables: of('cables/*.txt') };`,
    'src/pages/about.astro': `---
      import { sectionAt } from 'astro-wirecopy/site';
      const { archive, config } = sectionAt('/ids/cables');
      ---
      <html lang="en"><head><title>About</title></head><body>{config.title}: {archive().stories.length}</body></html>`,
    'fixes.yaml': `${SHARED_ID}:\n  date: 2025-03-04\n`,
    'news/wire.txt': storyText(SHARED, NEWS),
    'cables/wire.txt': storyText(SHARED, CABLES),
  });
  const built = await buildSite(folder);
  expect(built.code, built.output).toBe(0);
  dist = path.join(folder, 'dist');
}, 60_000);

/** Pages that the plugin made, of the one section and of the other. */
function sectionPages(): [news: BuiltPage[], cables: BuiltPage[]] {
  const pages = pagesOf(dist, BASE).filter(({ file }) => file !== 'about/index.html');
  const ofCables = ({ file }: BuiltPage) => file.startsWith('ids/cables/');
  return [pages.filter((page) => !ofCables(page)), pages.filter(ofCables)];
}

test('every page is in its section’s name and language, and leads to pages of its section alone', () => {
  const [news, cables] = sectionPages();
  expect(news.length).toBeGreaterThan(7);
  // A section brings no 404, and the host has a page /about/ of its own.
  expect(cables).toHaveLength(news.length);
  const sections = [
    { pages: news, lang: 'en', title: 'The News', root: BASE, other: `${BASE}ids/cables/` },
    { pages: cables, lang: 'ar', title: 'الأرشيف', root: `${BASE}ids/cables/`, other: undefined },
  ];
  for (const { pages, lang, title, root, other } of sections) {
    for (const page of pages) {
      expect(named(page, 'html').map((html) => attribute(html, 'lang'))).toEqual([lang]);
      const [nameplate] = [...named(page, 'p', 'nameplate'), ...named(page, 'h1', 'nameplate')];
      expect(nameplate && textOf(nameplate).trim()).toBe(title);
      // In whatever language it is, its full stop stands at its end.
      for (const motto of named(page, 'p', 'motto')) expect(attribute(motto, 'dir')).toBe('auto');
      const links = named(page, 'a').map((link) => attribute(link, 'href') ?? '');
      for (const link of links.filter((href) => !/^(?:#|data:)/u.test(href))) {
        expect(link.startsWith(root), `${page.file}: ${link}`).toBe(true);
        expect(other !== undefined && link.startsWith(other)).toBe(false);
        expect(filesOf(dist)).toContain(fileAt(link, BASE));
      }
    }
  }
});

test('one id in two sections is two stories, each with the text of its own dump', () => {
  const news = pageAt(dist, `stories/${SHARED_ID}/index.html`, BASE);
  const cables = pageAt(dist, `ids/cables/stories/${SHARED_ID}/index.html`, BASE);
  expect(bodyOf(news)).toEqual(NEWS);
  expect(bodyOf(cables)).toEqual(CABLES);
  expect(linkTo(news, 'canonical')).toBe(`https://host.example/blog/stories/${SHARED_ID}/`);
  expect(linkTo(cables, 'canonical')).toBe(`https://host.example/blog/ids/cables/stories/${SHARED_ID}/`);
});

test('each section has feeds of its own stories', () => {
  for (const [root, paragraphs, title] of [
    ['', NEWS, 'The News'],
    ['ids/cables/', CABLES, 'الأرشيف'],
  ] as const) {
    const rss = readText(dist, `${root}rss.xml`);
    assertXml(rss);
    const { channel } = new XMLParser().parse(rss).rss;
    expect(channel.title).toBe(title);
    expect(channel.item['content:encoded']).toContain(paragraphs[1]);
    const feed = JSON.parse(readText(dist, `${root}feed.json`));
    expect([feed.title, feed.items.length]).toEqual([title, 1]);
    expect(feed.items[0].content_html).toContain(paragraphs[1]);
  }
});

test('one sitemap lists every page of the host once, and robots.txt names the news of both sections', () => {
  const locs = sitemapOf(dist, BASE).map(({ loc }) => loc);
  const [news, cables] = sectionPages();
  const canonicals = [...news, ...cables].flatMap((page) => linkTo(page, 'canonical') ?? []);
  expect([...locs].sort()).toEqual([...canonicals, 'https://host.example/blog/about/'].sort());
  const named = [...readText(dist, 'robots.txt').matchAll(/^Sitemap: (\S+)$/gm)].map(([, url]) => url ?? '');
  expect(named).toEqual([
    'https://host.example/blog/sitemap-index.xml',
    'https://host.example/blog/news-sitemap.xml',
    'https://host.example/blog/ids/cables/news-sitemap.xml',
  ]);
  for (const url of named) assertXml(readText(dist, fileAt(url, BASE)));
  expect(readText(dist, 'ids/cables/news-sitemap.xml')).toContain('الأرشيف');
});

test('each section is searched by an index of its own, and hosts are told of the feeds of both', () => {
  const headers = readText(dist, '_headers');
  for (const below of ['', 'ids/cables/']) {
    const { digest } = JSON.parse(readText(dist, `${below}search/latest.json`));
    expect(filesOf(dist)).toContain(`${below}search/${digest}/manifest.bin`);
    const [element] = named(pageAt(dist, `${below}search/index.html`, BASE), 'wirecopy-search');
    expect(element && attribute(element, 'data-section')).toBe(`/blog/${below}`);
    expect(element && attribute(element, 'data-digest')).toBe(digest);
    expect(headers).toContain(`/blog/${below}search/${digest}/*\n`);
  }
  expect(headers).toContain('/blog/rss.xml\n');
  expect(headers).toContain('/blog/ids/cables/rss.xml\n');
});

test('a page of the host’s own shows what it likes of a section that it names', () => {
  expect(readText(dist, 'about/index.html')).toContain('الأرشيف: 1');
});

test('a build after a change in one section publishes what one from nothing would', async () => {
  const more = storyText('Lamp Found in a Drawer of the Clerk', ['It was the lamp of the ferry, she said.']);
  appendFileSync(path.join(folder, 'cables/wire.txt'), `\n\n\n\n${more}\n`);
  const next = await buildSite(folder);
  expect(next.code, next.output).toBe(0);
  expect(filesOf(dist)).toContain('ids/cables/stories/lamp-found-in-a-drawer-of-the-clerk/index.html');
  const cached = treeOf(dist);
  for (const name of ['dist', 'node_modules/.astro', '.astro'])
    rmSync(path.join(folder, name), { recursive: true, force: true });
  const anew = await buildSite(folder);
  expect(anew.code, anew.output).toBe(0);
  expect(treeOf(dist)).toEqual(cached);
});

test('two calls of wirecopy() are an error that says how one publishes several sections', async () => {
  const config = path.join(folder, 'twice.config.mjs');
  writeFileSync(
    config,
    `import wirecopy from 'astro-wirecopy';
    export default {
      site: 'https://host.example',
      integrations: [wirecopy({ base: '/news' }), wirecopy({ base: '/cables', collection: 'cables' })],
    };`,
  );
  const { code, output } = await buildSite(folder, ['--config', 'twice.config.mjs']);
  expect(code).not.toBe(0);
  expect(output).toContain('wirecopy() is twice');
  expect(output).toContain("wirecopy({ title: 'News', base: '/news' }, { title: 'Cables'");
});
