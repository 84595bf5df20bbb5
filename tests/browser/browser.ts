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

/** What axe finds wrong with a page as it is now. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
