// Several collections of one project, which Astro loads at the same time: a lock is of one of them, as corrections are,
// and what one leaves out another may read.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAddressLock } from '../../integration/stories/address-lock-file.ts';
import { publishedFile } from '../../integration/stories/published-addresses.ts';
import { storyText } from '../dumps.ts';
import { load } from './loading.ts';

const NEWS = storyText('Harbor Notes', ['The ferry leaves an hour later from Monday on.']);
const CABLES = storyText('Harbor Notes', ['Pilots ask all masters to keep to the northern channel.']);

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'wirecopy-collections-'));
  for (const folder of ['src', 'dumps']) await mkdir(path.join(root, folder));
  await writeFile(path.join(root, 'dumps/news.txt'), NEWS);
  await writeFile(path.join(root, 'dumps/cables.text'), CABLES);
});
afterEach(() => rm(root, { recursive: true }));

const NEWS_DUMPS = { dumps: 'dumps/*.txt' };
const CABLE_DUMPS = { dumps: 'dumps/*.text' };
const loadBoth = (cables: Parameters<typeof load>[1] = CABLE_DUMPS, name = 'cables') =>
  Promise.all([load(root, NEWS_DUMPS), load(root, cables, name)]);

/** Ids that a collection has published. */
async function idsOf(collection: string): Promise<string[]> {
  const published = await readAddressLock(publishedFile(path.join(root, 'cache/wirecopy', collection)));
  return [...(published?.addresses() ?? [])].map(({ id }) => id);
}

test('a file that one of them reads is no file that nobody reads', async () => {
  await writeFile(path.join(root, 'dumps/left.md'), NEWS);
  const [news, cables] = await loadBoth();
  for (const { log } of [news, cables]) {
    const told = log.find((line) => line.includes('are not read'));
    expect(told).toContain('dumps/left.md');
    expect(told).not.toMatch(/dumps\/(?:news\.txt|cables\.text)/u);
  }
});

test('the customary lock moves no story of another one, which is told how to have one', async () => {
  await load(root, { ...NEWS_DUMPS, updateAddresses: true });
  const lock = await readFile(path.join(root, 'src/addresses.lock'), 'utf8');
  const [news, cables] = await loadBoth();
  expect(await idsOf('stories')).toEqual(['harbor-notes']);
  expect(await idsOf('cables')).toEqual(['harbor-notes']);
  expect(cables.log.join('\n')).toContain('npx wirecopy lock --collection cables --out src/cables.lock');
  expect(news.log.join('\n')).not.toContain('wirecopy lock');
  expect(await readFile(path.join(root, 'src/addresses.lock'), 'utf8')).toBe(lock);
});

test('the customary file of corrections is not that of another one, whose stories it does not know', async () => {
  await writeFile(path.join(root, 'dumps/cables.text'), CABLES.replaceAll('Harbor Notes', 'Pilot Notes'));
  await writeFile(path.join(root, 'src/corrections.yaml'), 'harbor-notes:\n  headline: Harbor News\n');
  await expect(loadBoth()).resolves.toHaveLength(2);
  await writeFile(path.join(root, 'src/corrections.yaml'), 'pilot-notes:\n  headline: Pilot News\n');
  await expect(loadBoth()).rejects.toThrow(/No story has the id “pilot-notes”/u);
});

test('where none of several has the customary name, no lock is guessed to be of one', async () => {
  await writeFile(path.join(root, 'src/addresses.lock'), '');
  const both = Promise.all([load(root, NEWS_DUMPS, 'news'), load(root, CABLE_DUMPS, 'cables')]);
  await expect(both).rejects.toThrow(/is the lock of one collection/u);
});

test('no two of them keep one lock', async () => {
  await expect(loadBoth({ ...CABLE_DUMPS, updateAddresses: true })).rejects.toThrow(/src\/cables\.lock/u);
  await loadBoth({ ...CABLE_DUMPS, updateAddresses: true, addresses: 'src/cables.lock' });
  expect(await idsOf('cables')).toEqual(['harbor-notes']);
});

test('the only one that names no lock has the customary one, whatever its name', async () => {
  await load(root, { ...CABLE_DUMPS, updateAddresses: true }, 'cables');
  const again = await load(root, CABLE_DUMPS, 'cables');
  expect(again.log.join('\n')).not.toContain('wirecopy lock');
});
