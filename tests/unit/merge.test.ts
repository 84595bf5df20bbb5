// `wirecopy merge`: shards that make a site, and all that do not. The folders are made here, as builds leave them.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  FileTally,
  SHARD_MANIFEST,
  type ShardManifest,
  writeShardManifest,
} from '../../integration/build/shard-manifest.ts';
import { main } from '../../integration/cli.ts';
import { treeOf } from '../trees.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-merge-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);
const INPUTS = 'a'.repeat(64);
const TEMPLATES = 'b'.repeat(64);
const PAGES: Record<string, string> = {
  'index.html': 'front',
  'stories/a/index.html': 'a',
  'stories/b/index.html': 'of b',
  'stories/naïve-café-قهوة/index.html': 'c',
  '_astro/x.css': 'p {}',
  '.nojekyll': '',
};

/** Makes a folder as a shard's build leaves it. */
async function shard(
  index: number,
  count: number,
  files: readonly string[],
  record: Partial<ShardManifest> = {},
  name = `dist-${index}`,
): Promise<string> {
  const inventory = new FileTally();
  for (const file of files) {
    const text = PAGES[file] ?? file;
    await mkdir(path.dirname(at(`${name}/${file}`)), { recursive: true });
    await writeFile(at(`${name}/${file}`), text);
    inventory.add(file, Buffer.byteLength(text));
  }
  await mkdir(at(name), { recursive: true });
  const totals = inventory.totals();
  writeShardManifest(at(name), {
    shard: { index, count },
    inputs: INPUTS,
    dependencies: TEMPLATES,
    totals,
    ...record,
  });
  return at(name);
}

const FIRST = ['index.html', 'stories/a/index.html', '_astro/x.css', '.nojekyll'];
const SECOND = ['stories/b/index.html', 'stories/naïve-café-قهوة/index.html'];
const both = async () => [await shard(1, 2, FIRST), await shard(2, 2, SECOND)];

async function merge(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(
    ['merge', '--out', at('dist'), ...args],
    { write: (text) => out.push(String(text)) },
    { write: (text) => err.push(String(text)) },
  );
  return { code, out: out.join(''), err: err.join('') };
}

/** Merges what must not be merged. @returns what it said */
async function refused(...args: string[]): Promise<string> {
  const { code, out, err } = await merge(...args);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(existsSync(at('dist'))).toBe(false);
  expect((await readdir(folder)).filter((name) => name.includes('merging'))).toEqual([]);
  return err;
}

describe('shards of one build', () => {
  test('become one site, in whatever order they are named, without their records', async () => {
    const { code, out } = await merge(...(await both()).reverse());
    expect(code).toBe(0);
    expect(out).toContain('6 files');
    expect(Object.keys(treeOf(at('dist'))).sort()).toEqual(Object.keys(PAGES).sort());
    for (const [file, text] of Object.entries(PAGES))
      expect(await readFile(at(`dist/${file}`), 'utf8')).toBe(text);
  });

  test('are left as they were, and what is built into them later does not reach the site', async () => {
    const shards = await both();
    const before = treeOf(at('dist-1'));
    await merge(...shards);
    expect(treeOf(at('dist-1'))).toEqual(before);
    await writeFile(at('dist-1/stories/a/index.html'), 'another');
    expect(await readFile(at('dist/stories/a/index.html'), 'utf8')).toBe('a');
  });

  test('can be one, or have none of the pages', async () => {
    expect((await merge(await shard(1, 1, FIRST))).code).toBe(0);
    expect((await merge('--force', await shard(1, 2, FIRST), await shard(2, 2, []))).code).toBe(0);
  });

  test('go into a folder that is there and empty', async () => {
    await mkdir(at('dist'));
    expect((await merge(...(await both()))).code).toBe(0);
  });

  test('replace what was in the folder with --force, and nothing of it stays', async () => {
    await mkdir(at('dist'));
    await writeFile(at('dist/old.html'), 'old');
    expect((await merge('--force', ...(await both()))).code).toBe(0);
    expect(Object.keys(treeOf(at('dist'))).sort()).toEqual(Object.keys(PAGES).sort());
  });
});

describe('a merge that was killed', () => {
  /** No process has this number. */
  const GONE = 2 ** 30;

  test('leaves nothing behind once another ran, and what another process makes is left alone', async () => {
    await mkdir(at(`dist.merging-${GONE}/stories`), { recursive: true });
    await mkdir(at(`dist.replaced-${GONE}`));
    await mkdir(at(`dist.merging-${process.ppid}`));
    await mkdir(at('dist'));
    expect((await merge(...(await both()))).code).toBe(0);
    const names = (await readdir(folder)).filter((name) => name.startsWith('dist.'));
    expect(names).toEqual([`dist.merging-${process.ppid}`]);
  });

  test('between the old site and the new one leaves the old one, also where the next is refused', async () => {
    await mkdir(at(`dist.replaced-${GONE}`));
    await writeFile(at(`dist.replaced-${GONE}/index.html`), 'old');
    const { code } = await merge('--force', ...(await both()));
    expect(code).toBe(0);
    expect(await readFile(at('dist/index.html'), 'utf8')).toBe('front');
  });
});

describe('exits 1, writes nothing and says why', () => {
  test('where shards are missing', async () => {
    const [some, other] = [await shard(1, 9, FIRST), await shard(4, 9, SECOND)];
    expect(await refused(some, other)).toContain('Of 9 shards, these are missing: 2–3, 5–9.');
  });

  test('where a shard is there twice', async () => {
    const duplicate = await shard(2, 2, ['stories/b/index.html'], {}, 'again');
    expect(await refused(...(await both()), duplicate)).toMatch(/dist-2 and .*again are both shard 2\/2/u);
  });

  test('where two shards have one file', async () => {
    const overlap = await shard(2, 2, [...SECOND, 'index.html']);
    expect(await refused(await shard(1, 2, FIRST), overlap)).toMatch(/dist-2 has index\.html, .*another/u);
  });

  test('where the site was cut into different numbers of shards', async () => {
    expect(await refused(await shard(1, 2, FIRST), await shard(2, 4, SECOND))).toMatch(
      /dist-1 is one of 2 shards, .*dist-2 is one of 4/u,
    );
  });

  test.each([
    ['dumps or versions', { inputs: 'c'.repeat(64) }, /different dumps, or with different versions/u],
    ['dependencies', { dependencies: 'c'.repeat(64) }, /different templates, packages or configurations/u],
  ])('where they were built from different %s', async (_, record, why) => {
    expect(await refused(await shard(1, 2, FIRST), await shard(2, 2, SECOND, record))).toMatch(why);
  });

  test.each<[string, (shard: string) => Promise<void>]>([
    ['lost a file', (shard) => rm(path.join(shard, 'stories/b/index.html'))],
    ['got one more', (shard) => writeFile(path.join(shard, 'more.html'), '')],
    ['has one that was cut off', (shard) => truncate(path.join(shard, 'stories/b/index.html'), 1)],
    ['has a link', (shard) => symlink('/etc/passwd', path.join(shard, 'link'))],
    ['has a link to a folder', (shard) => symlink('/etc', path.join(shard, 'folder'))],
  ])('where a shard %s', async (_, spoil) => {
    const shards = await both();
    await spoil(at('dist-2'));
    expect(await refused(...shards)).toMatch(/dist-2 was changed since it was built/u);
  });

  test.each([
    ['none', undefined],
    ['cut off', '{"form":1,"shard":{"ind'],
    ['of another form', JSON.stringify({ form: 2 })],
    ['for a shard that can’t be', record({ shard: { index: 3, count: 2 } })],
    ['for more shards than there can be', record({ shard: { index: 2, count: 1e15 } })],
    ['with a digest that is a path', record({ inputs: '../../etc/passwd' })],
  ])('where a record is %s', async (_, text) => {
    const shards = await both();
    if (text === undefined) await rm(at(`dist-2/${SHARD_MANIFEST}`));
    else await writeFile(at(`dist-2/${SHARD_MANIFEST}`), text);
    expect(await refused(...shards)).toMatch(/dist-2 is no shard/u);
  });
});

function record(changed: object): string {
  const totals = { files: 0, bytes: 0, digest: INPUTS };
  const whole = { form: 1, shard: { index: 2, count: 2 }, inputs: INPUTS, dependencies: TEMPLATES, totals };
  return JSON.stringify({ ...whole, ...changed });
}

describe('exits 2 and says why', () => {
  test('where the folder is not empty, which is left alone', async () => {
    await mkdir(at('dist'));
    await writeFile(at('dist/precious.txt'), 'mine');
    const { code, err } = await merge(...(await both()));
    expect(code).toBe(2);
    expect(err).toContain('--force');
    expect(Object.keys(treeOf(at('dist')))).toEqual(['precious.txt']);
  });

  test.each([
    ['a shard', () => at('dist-1')],
    ['in a shard', () => at('dist-1/site')],
    ['above the shards', () => folder],
    ['where the command runs', () => process.cwd()],
    ['above where it runs', () => '/'],
  ])('where the site would be put %s, even with --force', async (_, out) => {
    const shards = await both();
    const before = treeOf(folder);
    const { code, err } = await merge('--force', '--out', out(), ...shards);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(treeOf(folder)).toEqual(before);
  });

  test.each([
    ['no shard is named', [], /Name the folder/u],
    ['a folder is not there', ['nowhere'], /no folder nowhere/u],
    ['an option is unknown', ['--outt', 'x'], /--outt/u],
  ])('where %s', async (_, args, why) => {
    const { code, err } = await merge(...args);
    expect(code).toBe(2);
    expect(err).toMatch(why);
  });
});

test('--help says how it is called and what its exit codes mean', async () => {
  const { code, out } = await merge('--help');
  expect(code).toBe(0);
  expect(out).toMatch(/wirecopy merge[\s\S]*--out[\s\S]*Exit code/u);
});
