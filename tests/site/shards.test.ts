// A site that was built in shards, by several threads, and merged is the one that a single build in one thread writes,
// byte for byte.
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHARD_MANIFEST } from '../../integration/build/shard-manifest.ts';
import { main } from '../../integration/cli.ts';
import { type Built, ROOT } from '../builds.ts';
import { longDump, storyText } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { WORK } from '../sites.ts';
import { treeOf } from '../trees.ts';

const FOLDER = path.join(WORK, 'shards');
const DUMP = path.join(FOLDER, 'wire.txt');
const at = (name: string) => path.join(FOLDER, name);
const COUNT = 2;
const SHARDS = Array.from({ length: COUNT }, (_, index) => `${index + 1}/${COUNT}`);

beforeAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await writeFile(DUMP, longDump(120, 40));
});
afterAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
});

const options = (folder: string) => ['--config', 'tests/astro.config.mjs', '--outDir', at(folder)];
const environment = (cache: string, env: Record<string, string>) => ({
  ...{ DUMPS: DUMP, BASE_PATH: '/news', CACHE_DIR: at(cache), THREADS: '2', OG_IMAGES: '5' },
  ...env,
});

/** @returns what a build said that went well */
function saidBy({ code, output }: Built): string {
  if (code !== 0) throw new Error(output);
  return output;
}

/**
 * Builds the project's site, under a base path.
 * @param cache as on a machine of its own; one that stands for a machine that builds several folders otherwise
 * @returns what it said
 */
const build = async (folder: string, env: Record<string, string> = {}, cache = `${folder}-cache`) =>
  saidBy(await buildSite(ROOT, options(folder), environment(cache, env)));

const made = (said: string) => Number(/(\d+) pages made/u.exec(said)?.[1]);
const nameOf = (shard: string) => `dist-${shard.replace('/', '-of-')}`;

async function merge(folders: readonly string[], out: string): Promise<{ code: number; err: string }> {
  const err: string[] = [];
  const code = await main(
    ['merge', '--force', '--out', at(out), ...folders.map(at)],
    { write: () => true },
    { write: (text) => err.push(String(text)) },
  );
  return { code, err: err.join('') };
}

/** Takes folders away and brings them back, packed as the caches of machines are that are made anew for every build. */
async function carry(...folders: string[]): Promise<void> {
  const tar = (...args: string[]) =>
    execFileSync('tar', ['--directory', FOLDER, '--file', at('packed.tar'), ...args]);
  tar('--create', '--format', 'posix', ...folders);
  for (const folder of folders) await rm(at(folder), { recursive: true });
  tar('--extract');
}

let filesOfFirst: string[] = [];

describe('two shards', { timeout: 300_000 }, () => {
  const [first = '', second = ''] = SHARDS.map(nameOf);

  test('built on machines of their own, again after an append, make the site that one build makes', async () => {
    const cold: string[] = [];
    for (const shard of SHARDS) cold.push(await build(nameOf(shard), { SHARD: shard }));
    expect(Math.min(...cold.map(made))).toBeGreaterThan(20);
    // The first alone keeps them: of many stories they take long.
    expect(cold.map((said) => said.includes('sitemap-index.xml'))).toEqual([true, false]);
    await appendFile(DUMP, `\n\n\n${storyText('Ferry to Norway Is Back', ['It was late on Monday.'])}\n`);
    const after: number[] = [];
    for (const shard of SHARDS) {
      await carry(nameOf(shard), `${nameOf(shard)}-cache`);
      after.push(made(await build(nameOf(shard), { SHARD: shard })));
    }
    expect(after.reduce((sum, count) => sum + count)).toBeLessThan(20);
    await build('whole', { THREADS: '1' });
    filesOfFirst = Object.keys(treeOf(at(first)));
    expect(await merge([first, second], 'merged')).toEqual({ code: 0, err: '' });
    expect(treeOf(at('merged'))).toEqual(treeOf(at('whole')));
  });

  test('built on one machine, one after another, share a cache and a folder with each other and with the whole site', async () => {
    const shared = `${first}-cache`;
    await build(first, { SHARD: '2/2' }, shared);
    expect(treeOf(at(first))).toEqual(treeOf(at(second)));
    await build(first, {}, shared);
    expect(treeOf(at(first))).toEqual(treeOf(at('whole')));
  });
});

test('a shard holds nothing but its pages and its record, but for the first', () => {
  const files = Object.keys(treeOf(at(nameOf('2/2'))));
  expect(files).toContain(SHARD_MANIFEST);
  expect(files.filter((file) => file !== SHARD_MANIFEST && !file.endsWith('index.html'))).toEqual(
    files.filter((file) => file.endsWith('/rss.xml') || /^stories\/[^/]+\.png$/u.test(file)),
  );
  expect(filesOfFirst).toEqual(
    expect.arrayContaining(['sitemap-index.xml', 'robots.txt', 'index.html', '404.html']),
  );
});

test('a record names no folder', async () => {
  const record = await readFile(path.join(at(nameOf('2/2')), SHARD_MANIFEST), 'utf8');
  expect(record.replaceAll(/[0-9a-f]{64}/gu, '#')).not.toMatch(/[/\\]/u);
});
