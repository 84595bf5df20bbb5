// What a reader finds by search, at the root of a host and below it, in English and in Arabic, and what the page
// says where there is no searching.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { HOSTILE } from '../dumps.ts';
import { faultsInBothSchemes, launch, type Opened, openPage, openPageIn } from './browser.ts';
import { type Host, serve } from './serve.ts';

const built = inject('sites');
/** Stands in one story’s body with the article before it, which a stem has not. */
const WORDS_IN_ARABIC = 'البساتين';
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('searchbox').press('Enter');
}

describe.each([
  { name: 'sample', folder: built.sample, base: '/' },
  { name: 'under /news', folder: built.news, base: '/news/' },
  { name: 'in Arabic', folder: built.arabic, base: '/' },
])('search ($name)', ({ folder, base }) => {
  let host: Host;
  /** A page that goes from address to address. */
  let opened: Opened;

  beforeAll(async () => {
    host = await serve(folder, base);
    opened = await openPageIn(await browser.newContext(), `${host.origin}${base}search/`);
  });

  afterAll(async () => {
    await opened?.page.context().close();
    await host?.close();
  });

  /** Brings the page to the search. */
  const open = async (query = '') => {
    await opened.goTo(`${host.origin}${base}search/${query}`, { width: 1280, height: 720 });
    return opened.page;
  };

  test('loads nothing of the index before somebody searches', async () => {
    await open();
    expect(opened.asked.filter((file) => /\.(?:bin|json|txt)$/u.test(file))).toEqual([]);
    expect(opened.noise).toEqual([]);
  });

  test.each([
    { language: 'English', words: 'electricity glacier', id: /swiss-village/ },
    { language: 'Arabic', words: WORDS_IN_ARABIC, id: /\p{Script=Arabic}/u },
  ])('finds a story by words of its body and leads to it ($language)', async ({ words, id }) => {
    const page = await open();
    await searchFor(page, words);
    const first = page.locator('.results li').first();
    await first.waitFor();
    expect(await first.locator('.when').textContent()).toMatch(/\S/);
    await first.locator('mark').first().waitFor();
    await first.locator('a').click();
    await page.waitForURL('**/stories/**');
    const { pathname } = new URL(page.url());
    expect(pathname.startsWith(`${base}stories/`)).toBe(true);
    expect(decodeURIComponent(pathname)).toMatch(id);
    expect(await page.locator('article').textContent()).toContain(words.split(' ')[0]);
    expect(opened.noise).toEqual([]);
  });

  test('has no fault that axe finds in what it found, light or dark', async () => {
    const page = await open('?q=glacier');
    await page.locator('.results li').first().waitFor();
    expect(await faultsInBothSchemes(page)).toEqual([]);
  });

  test('says when and where the stories play that it found', async () => {
    const page = await open('?q=glacier');
    const when = page.locator('.results li .when').first();
    await when.waitFor();
    expect(await when.textContent()).toMatch(/(?:2026|٢٠٢٦).* · (?:Switzerland|سويسرا)/u);
  });

  test('says so where no story has the words, and keeps them in the address', async () => {
    const page = await open();
    await searchFor(page, 'xyzzyplugh');
    await page.getByRole('status').filter({ hasText: 'xyzzyplugh' }).waitFor();
    expect(await page.locator('.results li').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('q')).toBe('xyzzyplugh');
    expect(opened.noise).toEqual([]);
  });

  test('without JavaScript the page shows no field, and says what to do instead', async () => {
    const { page } = await openPage(browser, `${host.origin}${base}search/`, { javaScriptEnabled: false });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    for (const name of ['archive', 'places']) {
      expect(await page.locator(`main a[href="${base}${name}/"]`).isVisible()).toBe(true);
    }
    expect(await page.locator('code').textContent()).toBe(`site:wire.example${base.replace(/\/$/, '')}`);
    await page.context().close();
  });
});

test('what a hostile dump says is found and shown as text', async () => {
  const host = await serve(built.hostile);
  const { page, noise } = await openPage(browser, `${host.origin}/search/`);
  await searchFor(page, 'second clerk');
  const first = page.locator('.results li').first();
  await first.waitFor();
  expect(await first.locator('a').textContent()).toBe(HOSTILE.headline);
  expect(await first.locator('img, script, b').count()).toBe(0);
  expect(await first.locator('.excerpt').textContent()).toContain('<script>alert(4)</script>');
  expect(noise).toEqual([]);
  await page.context().close();
  await host.close();
});
