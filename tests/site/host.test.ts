// The plugin in a project that is not this one: a site with pages of its own, and one that forgot its address.
import { statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { astroBuild } from '../builds.ts';
import { storyText } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { writeProject } from '../sites.ts';
import {
  attribute,
  fileAt,
  filesOf,
  jsonLd,
  linkTo,
  meta,
  named,
  pageAt,
  pagesOf,
  readText,
  textOf,
  within,
} from './published.ts';

const PARAGRAPHS = [
  'The lighthouse was lit again on Monday.',
  'It had been dark for a year, its keeper said.',
];

const CAPTION = 'The keeper trims the lamp of the lighthouse, April 2, 2025.';
const ID = 'lighthouse-on-the-northern-cape-is-lit-again';

const PROJECT = {
  'package.json': '{ "name": "host", "private": true, "type": "module" }',
  'src/content.config.ts': `
    import { defineCollection } from 'astro:content';
    import { dumpLoader } from 'astro-wirecopy/loader';
    export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: 'stories.txt' }) }) };`,
  'src/pages/index.astro':
    '<html lang="en"><head><title>Host</title></head><body>The host’s own page</body></html>',
  'src/pages/wire/archive/index.astro':
    '<html lang="en"><head><title>Host</title></head><body>The host’s own archive</body></html>',
  'stories.txt': storyText(
    'Lighthouse on the Northern Cape Is Lit Again',
    PARAGRAPHS,
    `${CAPTION} (Reuters)`,
  ),
};

function config(options: string): string {
  return `
    import wirecopy from 'astro-wirecopy';
    export default { ${options}, integrations: [wirecopy({ base: '/wire', title: 'The Host’s Wire' })] };`;
}

let folder = '';
let dist = '';

beforeAll(async () => {
  folder = await writeProject('host', {
    ...PROJECT,
    'astro.config.mjs': config(`site: 'https://host.example.org', base: '/blog'`),
    [`src/photos/${ID}.png`]: await sharp({
      create: { width: 1600, height: 900, channels: 3, background: '#8c1c1f' },
    })
      .png()
      .toBuffer(),
  });
  const built = await buildSite(folder);
  expect(built.code, built.output).toBe(0);
  expect(built.output).not.toContain('[WARN]');
  dist = path.join(folder, 'dist');
}, 60_000);

test('the section’s pages stand under its base, and the host’s own pages stay', () => {
  const files = filesOf(dist);
  expect(files).toContain('wire/stories/lighthouse-on-the-northern-cape-is-lit-again/index.html');
  expect(files).toContain('wire/index.html');
  expect(files).toContain('wire/rss.xml');
  expect(files).toContain('sitemap-index.xml');
  expect(readText(dist, 'index.html')).toContain('The host’s own page');
});

test('a page that the host has for a route wins over the plugin’s', () => {
  expect(readText(dist, 'wire/archive/index.html')).toContain('The host’s own archive');
});

test('a section brings no robots.txt and no 404 for the whole host', () => {
  expect(filesOf(dist)).not.toContain('wire/robots.txt');
  expect(filesOf(dist)).not.toContain('robots.txt');
  expect(filesOf(dist).filter((file) => file.includes('404'))).toEqual([]);
});

test('every canonical of the section is the address it is published at', () => {
  const pages = pagesOf(dist, '/blog/').filter((page) => linkTo(page, 'canonical'));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  for (const page of pages) {
    const canonical = linkTo(page, 'canonical') ?? '';
    expect(canonical).toMatch(/^https:\/\/host\.example\.org\/blog\/wire\//);
    expect(fileAt(canonical, '/blog/')).toBe(page.file);
  }
});

test('a picture that lies in photos/ under a story’s id stands above its caption: sized, lazy, in several widths', () => {
  const page = pageAt(dist, `wire/stories/${ID}/index.html`, '/blog/');
  const [figure] = named(page, 'figure', 'photo');
  const [image] = figure ? named(within(figure), 'img') : [];
  if (!figure || !image) throw new Error('The story shows no picture.');
  expect(textOf(figure).replace(/\s+/g, ' ').trim()).toBe(`${CAPTION} Reuters`);
  const [width, height, loading, alt] = ['width', 'height', 'loading', 'alt'].map((name) =>
    attribute(image, name),
  );
  expect(Number(width) / Number(height)).toBeCloseTo(16 / 9);
  expect([loading, alt]).toEqual(['lazy', CAPTION]);
  const sources = (attribute(image, 'srcset') ?? '').split(', ').map((source) => source.split(' ')[0] ?? '');
  expect(sources).toHaveLength(4);
  for (const source of sources) expect(filesOf(dist)).toContain(fileAt(source, '/blog/'));
  expect(named(page, 'span', 'label')).toEqual([]);
});

test('the same picture stands beside links to the story, as a JPEG of the size that is stated', async () => {
  const page = pageAt(dist, `wire/stories/${ID}/index.html`, '/blog/');
  const url = meta(page, 'og:image') ?? '';
  expect(url).toMatch(/^https:\/\/host\.example\.org\/blog\//);
  const { format, width, height } = await sharp(path.join(dist, fileAt(url, '/blog/'))).metadata();
  expect([format, String(width), String(height)]).toEqual([
    'jpeg',
    meta(page, 'og:image:width'),
    meta(page, 'og:image:height'),
  ]);
  expect(meta(page, 'og:image:alt')).toBe(CAPTION);
  expect(meta(page, 'twitter:card')).toBe('summary_large_image');
  expect(jsonLd(page)[0]?.image).toBe(url);
});

test('a build that finds nothing changed leaves every file in place, pictures included, and feeds unchanged', async () => {
  const before = filesOf(dist);
  const feeds = ['wire/rss.xml', 'wire/feed.json', 'sitemap-index.xml'].map((file) => path.join(dist, file));
  const times = feeds.map((file) => Math.round(statSync(file).mtimeMs));
  // As a shell has it for a build that was started in another way.
  const again = await buildSite(folder, [], { _: '/usr/bin/elsewhere' });
  expect(again.code, again.output).toBe(0);
  expect(again.output).not.toContain('every page is made again');
  expect(filesOf(dist)).toEqual(before);
  // By which nginx and Apache tell subscribers that there is nothing new.
  expect(feeds.map((file) => Math.round(statSync(file).mtimeMs))).toEqual(times);
  expect(before.filter((file) => file.endsWith('.webp')).length).toBeGreaterThan(3);
});

test('the front page shows the lead story’s picture at once', () => {
  const [image] = named(pageAt(dist, 'wire/index.html', '/blog/'), 'img');
  expect(image && attribute(image, 'loading')).toBe('eager');
});

test('a project without an address is told so, once and clearly', async () => {
  const nameless = await writeProject('nameless', {
    ...PROJECT,
    'astro.config.mjs': config('').replace('{ ,', '{'),
  });
  const built = await buildSite(nameless);
  expect(built.code).not.toBe(0);
  expect(built.output).toContain('wirecopy() needs the address of the site');
  expect(built.output).toContain("site: 'https://example.com'");
  expect(built.output).toContain("site: 'https://example.com'");
});

test('a build that finds no story says what it found, and fails', async () => {
  const storyless = await writeProject('storyless', {
    ...PROJECT,
    'astro.config.mjs': config("site: 'https://host.example.org'"),
    'stories.txt': 'A Headline That Nothing Follows\n\nTT\n\nA Headline That Nothing Follows\n',
  });
  const built = await astroBuild(storyless, [], {});
  expect(built.code).not.toBe(0);
  expect(built.output).toContain('No story was found in stories.txt');
  expect(built.output).toMatch(/stories\.txt:1:1 .*\(no-body\)/u);
  expect(built.output).toContain('npx wirecopy check');
});
