// A real browser, and pages in it that note everything they say and everything they ask for elsewhere.
import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';

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
}

/** Opens an address in a context of its own; close the page's context when done. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const { origin } = new URL(url);
  const context = await browser.newContext(options);
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
  return { page, noise, asked };
}

/**
 * What axe finds wrong with a page as it is now.
 * @param tag names the rules that are asked, where not all of them are
 */
export async function faultsOf(page: Page, tag?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tag) => {
    const { violations } = await window.axe.run(tag ? { runOnly: tag } : {});
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

declare global {
  interface Window {
    axe: typeof axe;
  }
}
