// A real browser, and pages in it that note everything they say and everything they ask for elsewhere.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import type axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';

/** The package's own arguments are for functions in the cloud: one process, and a web without its same-origin rule. */
export async function launch(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
}

export interface Opened {
  page: Page;
  /** What the console, failing requests and requests to other hosts said so far. */
  noise: string[];
  /** Paths asked for so far. */
  asked: string[];
  /**
   * Goes on to another address, of whichever host: what was said and asked before is forgotten. A page of its own for it
   * would take a process of its own, and half as long again.
   * @param size of the window, which may be another by now
   */
  goTo(url: string, size: { width: number; height: number }): Promise<void>;
}

/** Opens an address in a context of its own; close the page's context when done. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  return openPageIn(await browser.newContext(options), url);
}

/** Opens an address in a context, which has at hand what other pages in it have loaded; close the page when done. */
export async function openPageIn(context: BrowserContext, url: string): Promise<Opened> {
  let { origin } = new URL(url);
  const page = await context.newPage();
  const noise: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const target = new URL(request.url());
    if (target.origin === origin) asked.push(target.pathname);
    else noise.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  const goTo: Opened['goTo'] = async (next, size) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ media: null, colorScheme: null });
    ({ origin } = new URL(next));
    noise.length = 0;
    asked.length = 0;
    await page.goto(next);
  };
  return { page, noise, asked, goTo };
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Brings axe to a page. Playwright's own way takes longer than axe itself does. */
async function bringAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  await session.detach();
}

/**
 * What axe finds wrong with a page as it is now.
 * @param tag names the rules that are asked, where not all of them are
 */
export async function faultsOf(page: Page, tag?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await bringAxe(page);
  return page.evaluate(async (tag) => {
    const { violations } = await window.axe.run({
      resultTypes: ['violations'],
      ...(tag && { runOnly: tag }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, tag);
}

/** What axe finds wrong with a page, light or dark: its colours alone differ. */
export async function faultsInBothSchemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await faultsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await faultsOf(page, 'cat.color');
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/**
 * What moved by itself since the page was loaded, looked at from its beginning to its end. A font that comes after the
 * first paint moves a little of what stood there in its stead: then the page is loaded again, which has it at hand.
 */
export async function layoutShifts(page: Page): Promise<string[]> {
  for (let attempt = 0; attempt < 3 && (await hasLateFont(page)); attempt++) await page.reload();
  return page.evaluate(async () => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let at = 0; at < document.body.scrollHeight; at += innerHeight) {
      scrollTo(0, at);
      await frame();
      await frame();
    }
    return observer.takeRecords().map((entry) => JSON.stringify(entry));
  });
}

/** Whether a font came after something was painted. */
async function hasLateFont(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const [painted] = performance.getEntriesByName('first-paint');
    const fonts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'));
    // Where nothing is painted yet, all fonts came in time.
    return (
      painted !== undefined &&
      fonts.some(({ startTime, duration }) => startTime + duration > painted.startTime)
    );
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
