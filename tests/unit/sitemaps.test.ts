// Sitemaps that are brought up to date are what @astrojs/sitemap would write from nothing.
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareAddresses } from '../../integration/sitemap/sitemap-text.ts';
import {
  openSitemaps,
  readSitemaps,
  type SitemapUpdate,
  updateSitemaps,
} from '../../integration/sitemap/update-sitemaps.ts';

const SITE = 'https://log.example/';
const NEWS = `${SITE}news-sitemap.xml`;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wirecopy-sitemaps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Days of pages, by path. */
type Days = Readonly<Record<string, string>>;

/** Has @astrojs/sitemap write the sitemaps of some pages. */
async function write(output: string, days: Days, isAsked = (_address: string) => true): Promise<void> {
  const { hooks } = sitemap({
    customSitemaps: [NEWS],
    namespaces: { news: false, xhtml: false, image: false, video: false },
    filter: isAsked,
    serialize: (item) => {
      const lastmod = days[decodeURI(new URL(item.url).pathname).slice(1)];
      return lastmod ? { ...item, lastmod } : item;
    },
  });
  const pages = Object.keys(days)
    .sort(compareAddresses)
    .map((pathname) => ({ pathname }));
  const given = { config: { site: SITE, base: '/' }, routes: [], pages, logger: silent };
  const options = { ...given, dir: pathToFileURL(`${output}/`) };
  for (const hook of ['astro:routes:resolved', 'astro:config:done', 'astro:build:done'] as const) {
    const run: unknown = hooks[hook];
    if (typeof run === 'function') await run(options);
  }
}

/** @returns the sitemaps of `now`, brought up to date from those of `before`, and the same from nothing */
async function both(before: Days, now: Days, change?: (text: string) => string) {
  const [output, clean] = ['output', 'clean'].map((name) => path.join(folder, name)) as [string, string];
  await write(output, before);
  await write(clean, now);
  const first = path.join(output, 'sitemap-0.xml');
  if (change) writeFileSync(first, change(readFileSync(first, 'utf8')));
  const former = openSitemaps(readSitemaps(output));
  let asked = 0;
  const update: SitemapUpdate = {
    folder: output,
    work: path.join(folder, 'work'),
    lastmodOf: (address) => now[decodeURI(new URL(address).pathname).slice(1)] ?? '',
    others: [NEWS],
    write: (work, isAsked) =>
      write(work, now, (address) => {
        const is = isAsked(address);
        if (is) asked++;
        return is;
      }),
  };
  const isUpdated = former !== undefined && (await updateSitemaps(former, update));
  return { isUpdated, asked, updated: readSitemaps(output), written: readSitemaps(clean) };
}

const days = (count: number, more: Days = {}): Days => ({
  '': '',
  ...Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `stories/quay-${at}/`,
      at % 3 === 0 ? '' : `2025-0${1 + (at % 9)}-11`,
    ]),
  ),
  ...more,
});

describe('sitemaps that are brought up to date', () => {
  test.each<[string, Days, Days, number]>([
    ['a page is new', days(50), days(50, { 'stories/quay-7-again/': '2025-02-01', 'a&b/': '' }), 3],
    ['pages are gone', days(50), days(30), 1],
    ['a page has another day', days(50), days(50, { 'stories/quay-8/': '2025-12-30' }), 2],
    ['a page no longer has a day', days(50, { 'stories/quay-8/': '2025-12-30' }), days(50), 2],
    [
      'letters and numbers of addresses sort otherwise than bytes',
      days(20, { 'stories/Ä/': '', 'stories/عمان/': '2025-01-01' }),
      days(20, { 'stories/a/': '', 'stories/z/': '', 'stories/Ä/': '', 'stories/مصر/': '' }),
      4,
    ],
  ])('are what a build from nothing writes, when %s', async (_, before, now, most) => {
    const { isUpdated, asked, updated, written } = await both(before, now);
    expect(isUpdated).toBe(true);
    expect(updated).toEqual(written);
    expect(asked).toBeLessThanOrEqual(most);
    expect(readdirSync(folder).sort()).toEqual(['clean', 'output']);
  });

  test('have nothing of what a build that was stopped left on its way', async () => {
    await write(path.join(folder, 'work'), { 'stories/elsewhere/': '' });
    renameSync(path.join(folder, 'work/sitemap-0.xml'), path.join(folder, 'work/sitemap-1.xml'));
    const { updated, written } = await both(days(50), days(51));
    expect(updated).toEqual(written);
  });

  test.each<[string, (text: string) => string]>([
    ['their entries are written in another way', (text) => text.replaceAll('<url>', '<url >')],
    ['one begins otherwise', (text) => text.replace('<urlset ', '<urlset xmlns:a="b" ')],
    ['one was cut', (text) => text.slice(0, -9)],
  ])('are left to be written anew, where %s', async (_, change) => {
    expect((await both(days(9), days(12), change)).isUpdated).toBe(false);
  });
});
