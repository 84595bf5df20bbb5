// A feed that somebody opens in a browser: it fits the screen, and each story runs in its own direction.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './browser.ts';
import { type Host, serve } from './serve.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/css" href="/feed.css"?>';
const LONG = 'Ferry'.repeat(40);
const ARABIC = 'وصلت السفينة ظهر الاثنين.';
const RSS = `${HEAD}<rss version="2.0"><channel><title>Wire</title>${[LONG, ARABIC]
  .map((text) => `<item><title>${text}</title><description>${text}</description></item>`)
  .join('')}</channel></rss>`;
const ATOM = `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>${[LONG, ARABIC]
  .map((text) => `<entry><title>${text}</title><summary>${text}</summary></entry>`)
  .join('')}</feed>`;

let folder: string;
let host: Host;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-feed-'));
  await copyFile(path.join(import.meta.dirname, '../../src/styles/feed.css'), path.join(folder, 'feed.css'));
  await writeFile(path.join(folder, 'rss.xml'), RSS);
  await writeFile(path.join(folder, 'atom.xml'), ATOM);
  [host, browser] = [await serve(folder), await launch()];
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(folder, { recursive: true });
});

/** How far the first letter of a text is from the right edge of its element, in pixels. */
function fromRight(page: Page, text: string): Promise<number[]> {
  return page.evaluate((text) => {
    const elements = [...document.querySelectorAll('*')].filter(
      ({ children, textContent }) => children.length === 0 && textContent === text,
    );
    return elements.map((element) => {
      const letter = document.createRange();
      if (element.firstChild) letter.setStart(element.firstChild, 0);
      if (element.firstChild) letter.setEnd(element.firstChild, 1);
      return Math.round(element.getBoundingClientRect().right - letter.getBoundingClientRect().right);
    });
  }, text);
}

test.each(['rss.xml', 'atom.xml'])('%s', async (file) => {
  const { page, noise } = await openPage(browser, `${host.origin}/${file}`, {
    viewport: { width: 320, height: 640 },
  });
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  expect(await fromRight(page, ARABIC)).toEqual([0, 0]);
  expect(noise).toEqual([]);
  await page.context().close();
});
