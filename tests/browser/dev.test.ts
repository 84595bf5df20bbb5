// What a developer sees in `astro dev`: pages that follow their dumps, an error overlay where a line of one is wrong,
// and a panel in the toolbar that says where the story on the page stands. One server for all, of a site below a path; each
// test mends what it broke.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ROOT } from '../builds.ts';
import { storyText } from '../dumps.ts';
import { launch } from './browser.ts';

const FERRY = storyText(
  'Ferry Returns to Its Old Pier',
  ['The ferry came in at noon on Monday.', 'Nobody was there but the harbor master.'],
  'The ferry at its pier, May 3, 2025. (AFP)',
);
const ORPHAN = 'A Headline <b>That Nothing</b> Follows\n\nTT\n\nA Headline <b>That Nothing</b> Follows';

let folder: string;
let server: ChildProcess;
let said = '';
let site: string;
let browser: Browser;
let page: Page;
let editions = 0;

const dump = (name: string, ...stories: string[]) =>
  writeFile(path.join(folder, 'dumps', name), `${stories.join('\n\n\n\n')}\n`);

beforeAll(async () => {
  // Not inside node_modules, where nobody watches files.
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-dev-'));
  await mkdir(path.join(folder, 'node_modules'));
  for (const name of await readdir(path.join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.'))
      await symlink(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  await symlink(ROOT, path.join(folder, 'node_modules/astro-wirecopy'));
  await mkdir(path.join(folder, 'src'));
  await mkdir(path.join(folder, 'dumps'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(
    path.join(folder, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';
import wirecopy from 'astro-wirecopy';
export default defineConfig({
  site: 'https://wire.example',
  base: '/daily',
  cacheDir: '.cache',
  integrations: [wirecopy({ title: 'The Wire' })],
  vite: { cacheDir: '.cache/vite' },
});
`,
  );
  await writeFile(
    path.join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { dumpLoader } from 'astro-wirecopy/loader';
export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: 'dumps/**/*.txt' }) }) };
`,
  );
  const port = await freePort();
  // Astro's server does not answer where it takes itself for a part of a test.
  const { VITEST: _, ...inherited } = process.env;
  site = `http://127.0.0.1:${port}/daily`;
  server = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'dev', '--host', '127.0.0.1', '--port', `${port}`],
    {
      cwd: folder,
      env: { ...inherited, NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  await untilSaid('watching for file changes');
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  if (server?.exitCode === null) {
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.kill();
    await closed;
  }
  await rm(folder, { recursive: true, force: true });
});

/** Waits until the server has said something. */
function untilSaid(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data;
      if (said.includes(text)) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('close', () => reject(new Error(said)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()));
    });
  });
}

/** Opens a page in a window of its own: one that is there may be about to be loaded anew. */
async function visit(address: string): Promise<void> {
  await page?.close();
  page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const listening = untilListening();
  await page.goto(site + address, { waitUntil: 'commit' });
  await listening;
}

/** Waits until the page, being loaded, hears of changes: what was told to browsers before, it does not learn. */
async function untilListening(): Promise<void> {
  await page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
}

/** Makes a change, and waits until the page was loaded anew because of it. */
async function reloads(change: () => Promise<void>): Promise<void> {
  const listening = untilListening();
  await change();
  await listening;
}

/** Writes the dump, and waits until browsers were told of that and of all that came before. */
async function start(...stories: string[]): Promise<void> {
  const edition = `Edition ${++editions}`;
  await dump('wire.txt', ...stories, storyText(edition, ['This is the newest.', 'It will be followed.']));
  const told = async () =>
    (await readFile(path.join(folder, '.astro/data-store.json'), 'utf8')).includes(edition);
  await expect.poll(told, { timeout: 20_000 }).toBe(true);
}

const headline = (text: string) => page.locator('main a', { hasText: text });
const overlay = () => page.locator('vite-error-overlay');

describe('astro dev', () => {
  test('starts where no dump is there yet, and says so where it is seen', async () => {
    expect(said).toContain('No dump matches “dumps/**/*.txt”');
    await visit('/');
    await overlay().getByText('No dump matches').first().waitFor();
  });

  test('shows a dump as soon as it is there', async () => {
    await dump('wire.txt', FERRY);
    await headline('Ferry Returns to Its Old Pier').waitFor();
    await overlay().waitFor({ state: 'detached' });
  });
});

describe('pages follow their dumps', () => {
  beforeEach(async () => {
    await start(FERRY);
    await visit('/');
    await headline('Ferry Returns to Its Old Pier').waitFor();
  });

  test('where one is edited', async () => {
    await reloads(() => dump('wire.txt', FERRY.replaceAll('Old Pier', 'New Pier')));
    await headline('Ferry Returns to Its New Pier').waitFor();
    expect(await headline('Old Pier').count()).toBe(0);
  });

  test('where only the words of a story’s body are', async () => {
    await visit('/stories/ferry-returns-to-its-old-pier/');
    await page.getByText('Nobody was there but the harbor master.').waitFor();
    await reloads(() => dump('wire.txt', FERRY.replace('harbor master', 'night watchman')));
    await page.getByText('Nobody was there but the night watchman.').waitFor();
  });

  test('where one is added, and deleted again', async () => {
    await reloads(() =>
      dump('more.txt', storyText('Lamps Are Lit', ['They were lit on Monday.', 'All of them.'])),
    );
    await headline('Lamps Are Lit').waitFor();
    await reloads(() => rm(path.join(folder, 'dumps/more.txt')));
    await headline('Lamps Are Lit').waitFor({ state: 'detached' });
    expect(await headline('Ferry Returns to Its Old Pier').count()).toBeGreaterThan(0);
  });

  test('while they are written anew: a page is that of before or that of after', async () => {
    const others = Array.from({ length: 40 }, (_, at) =>
      storyText(`Lamp ${at} Is Lit`, ['It was lit on Monday.', 'Its neighbour was not.']),
    );
    await start(FERRY, ...others);
    let isWriting = true;
    const statuses = new Set<number>();
    const asking = (async () => {
      while (isWriting) {
        const answer = await fetch(`${site}/stories/ferry-returns-to-its-old-pier/`);
        statuses.add(answer.status);
        expect(await answer.text()).toContain('Nobody was there but the harbor master.');
      }
    })();
    for (const before of [10, 40, 20])
      await start(...others.slice(0, before), FERRY, ...others.slice(before));
    isWriting = false;
    await asking;
    expect([...statuses]).toEqual([200]);
  });

  test('where a correction comes, and goes', async () => {
    const file = path.join(folder, 'src/corrections.yaml');
    await reloads(() =>
      writeFile(file, 'ferry-returns-to-its-old-pier:\n  headline: Ferry Returns After All\n'),
    );
    await headline('Ferry Returns After All').waitFor();
    await reloads(() => rm(file));
    await headline('Ferry Returns to Its Old Pier').waitFor();
  });
});

describe('search', () => {
  test('finds what the dumps say now', async () => {
    await start(FERRY);
    await visit('/search/?q=harbor');
    await headline('Ferry Returns to Its Old Pier').waitFor();
    await start(FERRY.replace('harbor master', 'night watchman'));
    await visit('/search/?q=watchman');
    await headline('Ferry Returns to Its Old Pier').waitFor();
    await visit('/search/?q=harbor');
    await page.getByText('No story has “harbor”.').waitFor();
  });
});

describe('the error overlay', () => {
  beforeEach(async () => {
    await start(FERRY);
    await visit('/');
    await headline('Ferry Returns to Its Old Pier').waitFor();
    await overlay().waitFor({ state: 'detached' });
  });

  test('shows a bad line of a dump with file, line and excerpt, and goes once it is mended', async () => {
    await dump('wire.txt', FERRY, ORPHAN);
    await overlay().waitFor({ state: 'attached' });
    const line = FERRY.split('\n').length + 4;
    await overlay().getByText(`dumps/wire.txt:${line}:1`, { exact: true }).waitFor();
    expect(await overlay().locator('#message-content').textContent()).toContain(
      'No body follows the headline',
    );
    // As text: what a dump says is nothing to an overlay.
    expect(await overlay().locator('.error-line').textContent()).toBe(
      'A Headline <b>That Nothing</b> Follows',
    );
    await dump('wire.txt', FERRY);
    await overlay().waitFor({ state: 'detached' });
    await headline('Ferry Returns to Its Old Pier').waitFor();
  });

  test('is there on every page, as often as one is opened, as long as the line is', async () => {
    await dump('wire.txt', FERRY, ORPHAN);
    await overlay().waitFor({ state: 'attached' });
    await visit('/archive/');
    await overlay().waitFor({ state: 'attached' });
    await visit('/archive/');
    await overlay().waitFor({ state: 'attached' });
  });

  test('shows a mistake in the corrections, with the id that was meant, and goes once it is mended', async () => {
    const file = path.join(folder, 'src/corrections.yaml');
    await writeFile(
      file,
      '# What was wrong.\nferry-returns-to-its-odl-pier:\n  headline: Ferry Returns After All\n',
    );
    await overlay().getByText('src/corrections.yaml:2:1', { exact: true }).waitFor();
    expect(await overlay().locator('#message-content').textContent()).toContain(
      'Did you mean “ferry-returns-to-its-old-pier”?',
    );
    await rm(file);
    await overlay().waitFor({ state: 'detached' });
  });
});

describe('the panel in the dev toolbar', () => {
  const panel = () => page.locator('astro-dev-toolbar-app-canvas[data-app-id="astro-wirecopy"] .panel');
  const open = async (address: string) => {
    await visit(address);
    await openPanel();
  };
  /** Clicks until it is open: a page that loads anew closes it. */
  const openPanel = () =>
    vi.waitFor(
      async () => {
        await page.locator('button[data-app-id="astro-wirecopy"]').click();
        await panel().getByRole('heading', { level: 1 }).waitFor({ timeout: 2000 });
      },
      { timeout: 30_000 },
    );

  beforeEach(async () => {
    await start(storyText('Lamps Are Lit', ['They were lit on Monday.', 'All of them.']), FERRY);
    await visit('/');
    await headline('Lamps Are Lit').waitFor();
  });

  test('says of a story where it stands, what its lines were taken for, and what was said of them', async () => {
    await open('/stories/lamps-are-lit/');
    const text = (await panel().textContent()) ?? '';
    expect(text).toContain('Lamps Are Lit');
    expect(text).toMatch(/dumps\/wire\.txt, lines 1–\d+/u);
    expect(await panel().getByRole('row', { name: 'paragraph 2' }).count()).toBe(1);
    expect(await panel().getByRole('row', { name: 'headline 1' }).count()).toBe(1);
    expect(text).toContain('Nothing dates “Lamps Are Lit”. (undated)');
  });

  test('opens the dump at the story’s line in an editor', async () => {
    await open('/stories/ferry-returns-to-its-old-pier/');
    await page.route('**/__open-in-editor?*', (route) => route.fulfill({ status: 200 }));
    const line = /lines (\d+)–/u.exec((await panel().textContent()) ?? '')?.[1];
    const request = page.waitForRequest('**/__open-in-editor?*');
    await panel().getByRole('button', { name: 'dumps/wire.txt' }).click();
    const asked = new URL((await request).url()).searchParams.get('file');
    expect(asked).toBe(`${path.join(folder, 'dumps/wire.txt')}:${line}:1`);
    expect(Number(line)).toBeGreaterThan(5);
  });

  test('says of other pages what became of all lines, and lists the errors', async () => {
    await dump('wire.txt', FERRY, ORPHAN);
    await overlay().waitFor({ state: 'attached' });
    await visit('/archive/');
    await overlay().waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await openPanel();
    expect(await panel().getByRole('heading', { level: 1 }).textContent()).toBe('The Wire');
    expect(await panel().getByRole('row', { name: 'unclaimed 3' }).count()).toBe(1);
    expect(await panel().getByRole('listitem').textContent()).toContain(
      'A Headline <b>That Nothing</b> Follows',
    );
  });
});
