// What a reader gets, in a real browser: pages that everyone can use, that say nothing to the console and fetch
// nothing from elsewhere.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsInBothSchemes, launch, layoutShifts, type Opened, openPage, openPageIn } from './browser.ts';
import { type Host, serve } from './serve.ts';

const built = inject('sites');
const titles = readdirSync(path.join(built.sample, 'stories'));
const arabic = titles.find((title) => /^\p{Script=Arabic}/u.test(title)) ?? missing('An Arabic story');
const PAGES = {
  front: '/',
  story: `/stories/${titles.find((title) => title.includes('grain-quay')) ?? missing('The grain quay')}/`,
  'Arabic story': `/stories/${arabic}/`,
  archive: '/archive/',
  about: '/about/',
  subscribe: '/subscribe/',
  corrections: '/corrections/',
  places: '/places/',
  place: '/places/egypt/',
  year: '/archive/2025/',
  month: `/archive/2025/${readdirSync(path.join(built.sample, 'archive/2025')).sort()[0]}/`,
  undated: '/archive/undated/',
  'not found': '/404.html',
};

let browser: Browser;
/** The sample, and the same stories in a site that speaks Arabic. */
let host: Host;
let arabicHost: Host;
let context: BrowserContext | undefined;
let noise: string[] = [];
/** A page that goes from address to address. */
let opened: Opened;

beforeAll(async () => {
  host = await serve(built.sample);
  arabicHost = await serve(built.arabic);
  browser = await launch();
  opened = await openPageIn(await browser.newContext(), host.origin);
});

afterEach(async () => {
  await context?.close();
  context = undefined;
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await arabicHost?.close();
});

/** Opens a page in a context of its own, which is closed after the test. */
async function openAnew(
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
  origin = host.origin,
): Promise<Page> {
  const opened = await openPage(browser, origin + address, options);
  context = opened.page.context();
  noise = opened.noise;
  return opened.page;
}

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1280, height: 800 };

/** Brings the page that all tests share to an address. */
async function open(address: string, size = DESK, origin = host.origin): Promise<Page> {
  await opened.goTo(origin + address, size);
  return opened.page;
}

const SITES = [
  { site: 'English', origin: () => host.origin },
  { site: 'Arabic', origin: () => arabicHost.origin },
];

describe.each(
  SITES.flatMap((site) => Object.entries(PAGES).map(([name, address]) => ({ ...site, name, address }))),
)('the $name page of the $site site', ({ origin, address }) => {
  beforeAll(() => opened.goTo(origin() + address, PHONE));

  test('says nothing to the console and asks for nothing from elsewhere', () => {
    expect(opened.noise).toEqual([]);
  });

  test('shifts nothing while it loads on a phone', async () => {
    expect(await layoutShifts(opened.page)).toEqual([]);
  });

  test('has targets that a thumb can hit on a phone', async () => {
    const small = await opened.page.evaluate(() =>
      [...document.querySelectorAll('nav a, .footer a, .onward a, .counts a, .story .kicker a')]
        .filter((link) => link.getBoundingClientRect().height < 44)
        .map((link) => link.outerHTML),
    );
    expect(small).toEqual([]);
  });

  test('fits screens of 360, 768 and 1280 px', async () => {
    for (const width of [360, 768, 1280]) {
      await opened.page.setViewportSize({ width, height: 800 });
      const { page } = opened;
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  test('has no fault that axe finds, light or dark', async () => {
    expect(await faultsInBothSchemes(opened.page)).toEqual([]);
  });

  test('reads the same without JavaScript', async () => {
    const { shown, sent } = await opened.page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      // What is parsed so runs no script, as in a browser that has none.
      const sent = new DOMParser().parseFromString(html, 'text/html');
      return { shown: document.body.textContent, sent: sent.body.textContent };
    });
    expect(sent).not.toBe('');
    expect(sent).toBe(shown);
  });

  test('shifts nothing while it loads on a desk', async () => {
    await opened.page.emulateMedia({ colorScheme: 'light' });
    await opened.page.setViewportSize(DESK);
    await opened.page.reload();
    expect(await layoutShifts(opened.page)).toEqual([]);
  });
});

test('the Arabic story reads from right to left inside a site that reads from left to right', async () => {
  const page = await open(PAGES['Arabic story'], DESK);
  const edges = await page.evaluate(() => {
    const range = document.createRange();
    const heading = document.querySelector('h1') ?? document.body;
    range.selectNodeContents(heading);
    const [line] = range.getClientRects();
    const box = heading.getBoundingClientRect();
    return { start: box.right - (line?.right ?? 0), end: (line?.left ?? 0) - box.left };
  });
  expect(Math.abs(edges.start)).toBeLessThan(2);
  expect(edges.end).toBeGreaterThan(2);
  expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
});

test('an Arabic site is mirrored: its nameplate on the right, what comes next on the left', async () => {
  const page = await open(PAGES.story, DESK, arabicHost.origin);
  const left = async (selector: string) => (await page.locator(selector).boundingBox())?.x ?? Number.NaN;
  expect(await left('.nameplate')).toBeGreaterThan(await left('.masthead nav'));
  expect(await left('.neighbours .next')).toBeLessThan(await left('.neighbours .previous'));
});

test('the archive reads as a table of years by months, mirrored in an Arabic site', async () => {
  const page = await open(PAGES.archive);
  const table = await page.locator('table').first().ariaSnapshot();
  expect(table).toMatch(/^- table "Archive":/);
  expect(table).toMatch(/columnheader "Mar/);
  expect(table).toMatch(/rowheader "2026"[\s\S]*cell "Mar \d+"/);
  const arabic = await open(PAGES.archive, DESK, arabicHost.origin);
  const left = async (selector: string) => (await arabic.locator(selector).first().boundingBox())?.x ?? 0;
  expect(await left('.grid tbody th')).toBeGreaterThan(await left('.grid tbody td'));
});

test('eighteen years fit on two screens of a phone, and every month can be hit', async () => {
  const page = await open(PAGES.archive, { width: 360, height: 740 });
  const { height, small } = await page.evaluate(() => {
    const rows = document.querySelector('.grid tbody');
    const [year] = rows?.children ?? [];
    for (const cell of year?.querySelectorAll('td:not(.total)') ?? [])
      cell.innerHTML = '<a href="/"><i>Sep</i> 112</a>';
    rows?.replaceChildren(...Array.from({ length: 18 }, () => year?.cloneNode(true) ?? ''));
    const boxes = [...document.querySelectorAll('.grid td a')].map((link) => link.getBoundingClientRect());
    return {
      height: document.documentElement.scrollHeight,
      small: boxes.filter((box) => box.width < 24 || box.height < 24).length,
    };
  });
  expect(height).toBeLessThanOrEqual(2 * 740);
  expect(small).toBe(0);
});

test('a year stands in one line on a phone, in languages that put a word behind it as well', async () => {
  const page = await open(PAGES.archive, { width: 320, height: 740 });
  const heights = await page
    .locator('.grid tbody th a')
    .first()
    .evaluate((year) =>
      ['2025', '2025年', '2025년'].map((text) => {
        year.textContent = text;
        const written = document.createRange();
        written.selectNodeContents(year);
        return new Set([...written.getClientRects()].map(({ top }) => Math.round(top))).size;
      }),
    );
  expect(heights).toEqual([1, 1, 1]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

/** Presses Tab until an element has the focus, which must then be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const found = await focused.evaluate((element, wanted) => element.matches(wanted), selector);
    if (!found) continue;
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    return;
  }
  throw new Error(`The keyboard does not reach ${selector} on ${page.url()}.`);
}

test('the keyboard leads from the front page by a story, the next one and its place to the place’s feed', async () => {
  // Without motion: a transition that the next key press cuts short is an error to the browser, not to a reader.
  const page = await openAnew('/', { reducedMotion: 'reduce' });
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip:focus');
  expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(40);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator('.lead a:focus').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/stories/**');
  const first = page.url();
  await tabTo(page, 'a[rel="next"]');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== first && url.pathname.startsWith('/stories/'));
  await tabTo(page, 'a[rel="tag"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/places/*/');
  await tabTo(page, 'main a[href$="/rss.xml"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/places/*/rss.xml');
  expect(noise).toEqual([]);
});

test.each(['/rss.xml', '/atom.xml'])(
  '%s, opened in a browser, says what it is and leads to the site',
  async (feed) => {
    const page = await open(feed);
    await page.getByText('Copy the address of this page into a feed reader.').waitFor();
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => element.childElementCount === 0 && element.getClientRects().length > 0)
        .map((element) => element.textContent ?? ''),
    );
    expect(seen).toContain('The Last Ferryman of the Sound Takes On an Apprentice');
    // Neither markup nor what is meant for programs.
    expect(seen.filter((text) => /<|^https?:|^tag:/u.test(text))).toEqual([]);
    expect(await page.getByText('To the site').getAttribute('href')).toBe('https://wire.example/');
  },
);

test('a clipping prints the story without the site’s navigation', async () => {
  const page = await open(PAGES.story);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead nav').isVisible()).toBe(false);
  expect(await page.locator('nav.neighbours').isVisible()).toBe(false);
  expect(await page.locator('article h1').isVisible()).toBe(true);
  expect(await page.locator('.related').isVisible()).toBe(false);
  expect(await page.locator('.address').textContent()).toBe(`https://wire.example${PAGES.story}`);
  expect(await page.locator('.address').isVisible()).toBe(true);
});

test('the front page prints every story that it shows, and no field to search in', async () => {
  const page = await open(PAGES.front, DESK);
  const stories = page.locator('main a[href*="/stories/"]');
  const onScreen = await stories.count();
  await page.emulateMedia({ media: 'print' });
  const printed = await stories.evaluateAll((links) => links.filter((link) => link.checkVisibility()).length);
  expect(onScreen).toBeGreaterThan(20);
  expect(printed).toBe(onScreen);
  expect(await page.locator('.search-field').isVisible()).toBe(false);
});

test('on paper, where there is no map, nothing is said of its lines', async () => {
  const page = await open(PAGES.places);
  const borders = page.locator('main p', { hasText: 'borders' });
  expect(await borders.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.map').isVisible()).toBe(false);
  expect(await borders.isVisible()).toBe(false);
});

test('on a phone all news comes before the places', async () => {
  const page = await open(PAGES.front, PHONE);
  const bottoms = await page
    .locator('.front-page a[href*="/stories/"]')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().bottom));
  expect((await page.locator('.where').boundingBox())?.y).toBeGreaterThan(Math.max(...bottoms));
});

test.each([
  [360, 17],
  [768, 18],
  [1680, 18],
])('at %i px a story is set in letters of %i px or more, and at most 20', async (width, least) => {
  const page = await open(PAGES.story, { width, height: 800 });
  const size = await page
    .locator('.body p')
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(least);
  expect(size).toBeLessThanOrEqual(20);
});

test('on a phone with letters twice as large no word of the calendar or of a button is cut', async () => {
  const page = await open(PAGES.archive, PHONE);
  const cut = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const isCut = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const box = element.getBoundingClientRect();
      const parts = [...range.getClientRects()];
      const isOut = parts.some(({ left, right }) => left < box.left - 1 || right > box.right + 1);
      return isOut || (element.localName === 'button' && parts.length > 1);
    };
    const named = [...document.querySelectorAll('.grid td a, .search-field button')];
    return [`${named.length > 2}`, ...named.filter(isCut).map((element) => element.textContent)];
  });
  expect(cut).toEqual(['true']);
});

test('in forced colours the map and its legend keep their shades', async () => {
  const page = await openAnew(PAGES.places, { forcedColors: 'active' });
  const shades = (selector: string, property: 'backgroundColor' | 'fill') =>
    page
      .locator(selector)
      .evaluateAll((elements, name) => elements.map((element) => getComputedStyle(element)[name]), property);
  const legend = await shades('.scale i', 'backgroundColor');
  expect(legend.length).toBeGreaterThan(1);
  expect(new Set(legend).size).toBe(legend.length);
  for (const shade of await shades('.map a', 'fill')) expect(legend).toContain(shade);
});

test('an address that does not exist shows the 404 page and the way back', async () => {
  const page = await open('/stories/no-such-story/');
  expect(await page.locator('h1').textContent()).toBe('Page not found');
  await page.locator('main a').first().click();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('a hostile dump runs no script in a browser', async () => {
  const other = await serve(built.hostile);
  try {
    const [title] = readdirSync(path.join(built.hostile, 'stories'));
    const page = await openAnew(`/stories/${encodeURIComponent(title ?? '')}/`, {}, other.origin);
    expect(noise).toEqual([]);
    expect(await page.locator('h1').textContent()).toContain('<script>alert("1")</script>');
  } finally {
    await context?.close();
    context = undefined;
    await other.close();
  }
});

function missing(what: string): never {
  throw new Error(`${what} is not in the sample.`);
}
