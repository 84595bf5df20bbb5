// Measures the sample in Lighthouse as a phone sees it, or every kind of page that a site given has, and prints a table
// for .github/docs/decisions.md. On demand, since figures of a busy machine say little:
// npm run lighthouse [folder of a built site]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import chromium from '@sparticuz/chromium';
import lighthouse from 'lighthouse';
import { serve } from './browser/serve.ts';

const CATEGORIES = {
  performance: 'Performance',
  accessibility: 'Accessibility',
  'best-practices': 'Best practices',
  seo: 'SEO',
} as const;

const folder = path.resolve(process.argv[2] ?? 'dist');
const stories = await readdir(path.join(folder, 'stories'));
const story = stories.find((id) => /^[a-z0-9-]+$/.test(id)) ?? missing('story in Latin letters');
const arabic = stories.find((id) => /^\p{Script=Arabic}/u.test(id)) ?? missing('story in Arabic');
const [place = missing('place')] = (await readdir(path.join(folder, 'places'))).filter(
  (name) => !name.includes('.'),
);
const pages = {
  Front: '/',
  Story: `/stories/${story}/`,
  'Arabic story': `/stories/${encodeURIComponent(arabic)}/`,
  Archive: '/archive/',
  Year: await firstOf('archive', /^\/archive\/\d+\/$/),
  Month: await firstOf('archive', /^\/archive\/\d+\/\d+\/$/),
  Day: await firstOf('archive', /^\/archive\/\d+\/\d+\/\d\d\/$/),
  'Undated stories': await firstOf('archive/undated', /^\/archive\/undated\/$/),
  Places: '/places/',
  Place: `/places/${encodeURIComponent(place)}/`,
  Sections: await firstOf('sections', /^\/sections\/$/),
  Section: await firstOf('sections', /^\/sections\/[^/]+\/$/),
  Author: await firstOf('authors', /^\/authors\/[^/]+\/$/),
  Agency: await firstOf('agencies', /^\/agencies\/[^/]+\/$/),
  About: '/about/',
  Corrections: '/corrections/',
  Subscribe: '/subscribe/',
  Search: '/search/',
};

const host = await serve(folder);
const profile = await mkdtemp(path.join(tmpdir(), 'lighthouse-'));
// Lighthouse brings its own tabs, and wants a browser that nobody else looks after.
const browser = spawn(
  await chromium.executablePath(),
  ['--headless', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'pipe'] },
);
try {
  const port = await portOf(browser.stderr);
  const columns = Object.values(CATEGORIES);
  console.log(`| Page | ${columns.join(' | ')} |\n| --- |${columns.map(() => ' ---: |').join('')}`);
  for (const [name, address] of Object.entries(pages)) {
    if (address === undefined) continue;
    const run = await lighthouse(host.origin + address, { port, logLevel: 'error', output: 'json' });
    if (!run || run.lhr.runtimeError) {
      throw new Error(`Lighthouse could not look at ${address}: ${run?.lhr.runtimeError?.message}`);
    }
    const { categories, audits } = run.lhr;
    const scores = Object.keys(CATEGORIES).map((id) => Math.round((categories[id]?.score ?? 0) * 100));
    console.log(`| ${name} | ${scores.join(' | ')} |`);
    if (scores.every((score) => score === 100)) continue;
    process.exitCode = 1;
    for (const id of Object.keys(CATEGORIES)) {
      for (const { id: audit, weight } of categories[id]?.auditRefs ?? []) {
        const found = audits[audit];
        if (weight > 0 && found && found.score !== null && found.score < 1) {
          console.error(`${name}: ${found.title} (${audit}) ${found.displayValue ?? ''}`);
        }
      }
    }
  }
} finally {
  browser.kill();
  await once(browser, 'exit');
  await host.close();
  await rm(profile, { recursive: true, force: true });
}

/** The first address below a folder that is as asked; nothing where the site has none. */
async function firstOf(below: string, kind: RegExp): Promise<string | undefined> {
  const files = await readdir(path.join(folder, below), { recursive: true }).catch(() => []);
  return files
    .filter((file) => path.basename(file) === 'index.html')
    .map(
      (file) =>
        `/${below}/${file
          .split(path.sep)
          .slice(0, -1)
          .map((part) => `${part}/`)
          .join('')}`,
    )
    .sort()
    .find((address) => kind.test(address));
}

/** The port that a browser says it listens on. */
async function portOf(output: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: output })) {
    const port = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
    if (port) return Number(port);
  }
  throw new Error('The browser ended before it began.');
}

function missing(what: string): never {
  throw new Error(`There is no ${what} in ${folder}: build the sample first.`);
}
