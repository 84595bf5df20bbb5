// Whatever happened since the last build, a build publishes what one from nothing would: the same files, byte for
// byte. Tests change something in a project of their own, one after the other, and compare.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astroBuild, startAstroBuild } from '../builds.ts';
import { storyText } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { copyProject } from '../sites.ts';
import { treeOf } from '../trees.ts';

const PROJECT = path.join(tmpdir(), `wirecopy-incremental-${process.pid}`);
const DIST = path.join(PROJECT, 'dist');
const CACHE = path.join(PROJECT, 'cache');

const PARAGRAPHS = Array.from(
  { length: 9 },
  (_, at) => `Paragraph ${at} ${'tells of lamps and ferries '.repeat(14)}here.`,
);
const story = (number: number, more = '') =>
  storyText(
    `Ferry ${number} of Norway Keeps Its Lamp${more}`,
    [`Ferry ${number} was seen on Monday.`, ...PARAGRAPHS],
    number % 3 === 0 ? undefined : `Ferry ${number} at its pier, May ${1 + (number % 28)}, 2025. (AFP)`,
  );
const stories = (first: number, count: number) => Array.from({ length: count }, (_, at) => story(first + at));
const dumpOf = (...texts: string[]) => `${texts.join('\n\n\n\n')}\n`;
const pageOf = (number: number) =>
  path.join(DIST, `stories/ferry-${number}-of-norway-keeps-its-lamp/index.html`);

/** The dumps at first, by name. The first is large enough for what is appended to be read by itself. */
const DUMPS: Record<string, string> = {
  'wire.txt': dumpOf(...stories(0, 100)),
  'edited.txt': dumpOf(...stories(100, 20)),
  'fewer.txt': dumpOf(...stories(200, 20)),
  'renamed.txt': dumpOf(...stories(300, 5)),
  'gone.txt': dumpOf(...stories(400, 5)),
};
/** The same after a day at the desk. */
const DUMPS_LATER: Record<string, string> = {
  'wire.txt': `${DUMPS['wire.txt']}\n\n\n${dumpOf(story(900), story(901))}`,
  'edited.txt': dumpOf(...stories(100, 20).with(4, story(104, ' Lit'))).replace(
    'Ferry 110 was seen on Monday.',
    'Ferry 110 was seen on Tuesday, twice.',
  ),
  // Stories of one month are gone, the others stand in another order.
  'fewer.txt': dumpOf(...stories(200, 9).reverse()),
  '2025-06-01.txt': DUMPS['renamed.txt'] ?? '',
  // One of them is in another dump already.
  'a-new.txt': dumpOf(story(3), story(700)),
};
const CORRECTIONS = path.join(PROJECT, 'src/corrections.yaml');
const CORRECTION = 'ferry-12-of-norway-keeps-its-lamp:\n  headline: Ferry 12 Has Two Lamps\n';

async function writeDumps(dumps: Readonly<Record<string, string>>): Promise<void> {
  for (const name of await readdir(path.join(PROJECT, 'dumps'))) {
    if (!(name in dumps)) await rm(path.join(PROJECT, 'dumps', name));
  }
  for (const [name, text] of Object.entries(dumps)) {
    const file = path.join(PROJECT, 'dumps', name);
    if ((await readFile(file, 'utf8').catch(() => undefined)) !== text) await writeFile(file, text);
  }
}

beforeAll(async () => {
  await copyProject(PROJECT);
  await mkdir(path.join(PROJECT, 'dumps'));
  await writeFile(
    path.join(PROJECT, 'test.config.mjs'),
    "import config from './astro.config.mjs';\nexport default { ...config, cacheDir: process.env.CACHE_DIR };\n",
  );
  // Cards take most of the time that a small site takes.
  await edit('astro.config.mjs', (text) => text.replace('ogImages: 100', 'ogImages: 5'));
  await writeDumps(DUMPS);
  await build();
  atFirst = treeOf(DIST);
}, 300_000);
afterAll(async () => {
  await rm(PROJECT, { recursive: true, force: true });
});

const environment = (cache: string) => ({ DUMPS: 'dumps/*.txt', CACHE_DIR: cache });
const options = (folder: string) => ['--config', 'test.config.mjs', '--outDir', folder];

/** Builds on what the last build left. @returns what it said */
async function build(): Promise<string> {
  const { code, output } = await buildSite(PROJECT, options(DIST), environment(CACHE));
  if (code !== 0) throw new Error(output);
  return output;
}

/** What the first build gave, from nothing. */
let atFirst: ReturnType<typeof treeOf>;

/** What a build from nothing gives now, by two threads, in a process of its own. */
async function treeFromNothing(): Promise<ReturnType<typeof treeOf>> {
  const [cold, cache] = [path.join(PROJECT, 'cold'), path.join(PROJECT, 'cold-cache')];
  const { code, output } = await astroBuild(PROJECT, options(cold), { ...environment(cache), THREADS: '2' });
  if (code !== 0) throw new Error(output);
  const tree = treeOf(cold);
  await rm(cold, { recursive: true });
  await rm(cache, { recursive: true });
  return tree;
}

/** Builds again, where all is as it was at first; that must give what was at first. @returns what it said */
async function expectAsAtFirst(): Promise<string> {
  const said = await build();
  expect(treeOf(DIST)).toEqual(atFirst);
  return said;
}

/** How many pages a build rendered, by what it said. */
const made = (said: string) => Number(/(\d+) pages made/u.exec(said)?.[1]);

/** Edits a file of the project. @returns what takes that back */
async function edit(file: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const name = path.join(PROJECT, file);
  const before = await readFile(name, 'utf8');
  expect(change(before)).not.toBe(before);
  await writeFile(name, change(before));
  return () => writeFile(name, before);
}

// Builds take their time: a change that leads to the next one is not taken back in between, and what several changes
// have led to is compared once.
describe('a build after another gives what one from nothing would', { timeout: 300_000 }, () => {
  test('where nothing changed: it renders none of the pages again, and leaves a file that is somebody else’s', async () => {
    await writeFile(path.join(DIST, 'CNAME'), 'wire.example');
    const said = await build();
    expect(made(said)).toBe(0);
    // Astro's own count, which stands below.
    const [, more] = /Astro makes (\d+) more/u.exec(said) ?? [];
    expect(said).toContain(`${more} page(s) built`);
    expect(await readFile(path.join(DIST, 'CNAME'), 'utf8')).toBe('wire.example');
    await rm(path.join(DIST, 'CNAME'));
    expect(treeOf(DIST)).toEqual(atFirst);
  });

  test('where nothing changed but the front page, a feed and the sitemap, which were tampered with or deleted', async () => {
    await appendFile(path.join(DIST, 'index.html'), '<p>Not ours.</p>');
    await rm(path.join(DIST, 'rss.xml'));
    await truncate(path.join(DIST, 'sitemap-0.xml'), 99);
    expect(made(await expectAsAtFirst())).toBe(0);
  });

  test('where a story got longer and others moved down in their dump, and it renders few pages', async () => {
    const longer = (DUMPS['edited.txt'] ?? '').replace(
      'Ferry 101 was seen on Monday.',
      'Ferry 101 was seen.\n\nMonday.',
    );
    await writeDumps({ ...DUMPS, 'edited.txt': longer });
    const pages = made(await build());
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThan(12);
    expect(await readFile(pageOf(101), 'utf8')).toContain('<p>Monday.</p>');
    // What such a build gives is compared below, with other edits.
    await writeDumps(DUMPS);
    expect(made(await expectAsAtFirst())).toBe(pages);
  });

  test('where stories were appended, and it renders few pages', async () => {
    await writeDumps({ ...DUMPS, 'wire.txt': DUMPS_LATER['wire.txt'] ?? '' });
    const pages = made(await build());
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(40);
    expect(existsSync(pageOf(901))).toBe(true);
  });

  const takeBack: (() => Promise<void>)[] = [];
  const again = 'every page is made again';

  test('where a template and the styles changed, then the configuration', async () => {
    takeBack.push(await edit('src/components/StoryBody.astro', (text) => `${text}\n<hr />\n`));
    takeBack.push(await edit('src/styles/page.css', (text) => `${text}\nhr { color: teal; }\n`));
    expect(await build()).toContain(again);
    expect(await readFile(pageOf(12), 'utf8')).toContain('<hr');
    const styles = (await readdir(path.join(DIST, '_astro'))).filter((name) => name.endsWith('.css'));
    expect(styles.length).toBe(new Set(styles.map((name) => name.split('.')[0])).size);
    const retitled = (text: string) => text.replace("title: 'The Wire'", "title: 'The Cable'");
    takeBack.push(await edit('astro.config.mjs', retitled));
    expect(await build()).toContain(again);
    expect(await readFile(pageOf(12), 'utf8')).toContain('The Cable');
  });

  test('where stories were then edited, deleted or given another order, dumps came, went or got another name, and a correction came', async () => {
    await writeDumps(DUMPS_LATER);
    await writeFile(CORRECTIONS, CORRECTION);
    const pages = made(await build());
    expect(pages).toBeGreaterThan(20);
    expect(pages).toBeLessThan(200);
    expect(treeOf(DIST)).toEqual(await treeFromNothing());
    expect(await readFile(pageOf(110), 'utf8')).toContain('seen on Tuesday, twice.');
    expect(await readFile(pageOf(12), 'utf8')).toContain('Ferry 12 Has Two Lamps');
    expect([pageOf(104), pageOf(215), pageOf(400)].filter(existsSync)).toEqual([]);
    expect([pageOf(700), pageOf(300)].filter(existsSync)).toHaveLength(2);
  });

  test('where all of that was taken back, and builds in between were killed as they read the dumps and as they made pages', async () => {
    const changed = Object.entries(DUMPS).map(([name, text]) => [
      name,
      text.replaceAll('on Monday', 'on Sunday'),
    ]);
    await writeDumps(Object.fromEntries(changed));
    for (const moment of ['Syncing content', 'generating static routes'])
      await killedBuild((output) => output.includes(moment));
    await writeDumps(DUMPS);
    await rm(CORRECTIONS);
    for (const back of takeBack) await back();
    await expectAsAtFirst();
  });

  test('where a dependency changed, so that the dumps are read anew, and pages and the search index were tampered with or deleted', async () => {
    const takeBack = await edit('package-lock.json', (text) => text.replace('"version": "', '"version": "0'));
    await appendFile(pageOf(12), '<p>Not ours.</p>');
    await rm(path.dirname(pageOf(13)), { recursive: true });
    for (const file of await filesIn(path.join(DIST, 'search'))) {
      if (file.endsWith('terms-0.bin')) await truncate(file, 9);
      if (file.endsWith('cards-0.txt')) await rm(file);
    }
    expect(made(await expectAsAtFirst())).toBe(2);
    await takeBack();
  });

  test('where every file of the cache is gone, empty, cut in half, or was written by another version', async () => {
    let versioned = 0;
    for (const [at, file] of (await filesIn(CACHE)).entries()) {
      const other = ofAnotherVersion(await readFile(file, 'utf8'));
      // Every second of those that name a version.
      if (other !== undefined && versioned++ % 2 === 0) await writeFile(file, other);
      else if (at % 3 === 0) await rm(file);
      else await truncate(file, at % 3 === 1 ? Math.floor((await readFile(file)).length / 2) : 0);
    }
    expect(versioned).toBeGreaterThan(0);
    await expectAsAtFirst();
  });
});

/** A file of the cache as another version of this program would have written it; nothing where it states no version. */
function ofAnotherVersion(file: string): string | undefined {
  const [digest = '', json = ''] = file.split('\n');
  const other = json.replace(/"version":"/u, '"version":"0');
  return digest === sha256(json) && other !== json ? `${sha256(other)}\n${other}` : undefined;
}

/** Starts a build and kills it, as a machine that goes down would, as soon as what it said is far enough. */
function killedBuild(isFarEnough: (output: string) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = startAstroBuild(PROJECT, options(DIST), environment(CACHE));
    let output = '';
    let killed = false;
    const hear = (data: Buffer) => {
      output += data;
      if (!killed && isFarEnough(output)) killed = child.kill('SIGKILL');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', () =>
      killed ? resolve() : reject(new Error(`It ended before it could be killed:\n${output}`)),
    );
  });
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
