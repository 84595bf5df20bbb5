// A load takes stories as they stand in the index that it replaces: the new index is that of a load from nothing.
import { hash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'astro/zod';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCacheFile, writeCacheFile } from '../../integration/files/cache-file.ts';
import { storyText } from '../dumps.ts';
import { load } from './loading.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-taken-'));
  await mkdir(path.join(folder, 'src'));
});
afterEach(() => rm(folder, { recursive: true }));

const CORRECTIONS = 'src/corrections.yaml';
const LONG_BODY = Array.from(
  { length: 12 },
  (_, at) => `Paragraph ${at} ${'of many words '.repeat(30)}ends here.`,
);

/** A story by its number; several share a headline, a place or a date, and each has words of its own. */
function storyOf(number: number): string {
  const place = ['Kenya', 'Norway', 'Peru'][number % 3];
  const headline = number % 7 === 3 ? 'A Ferry Returns' : `Lighthouse ${number} of ${place} Is Painted Again`;
  const year = number % 31 === 5 ? 2095 : 2010 + (number % 9);
  const caption =
    number % 4 === 1 ? undefined : `A keeper in ${place}, March ${(number % 28) + 1}, ${year}. (AFP)`;
  return storyText(headline, [`It is number ${number} in ${place}, a clerk said.`, ...LONG_BODY], caption);
}

type Dumps = Record<string, readonly number[]>;

/** Enough for a place to read on from. */
const LONG = Array.from({ length: 150 }, (_, at) => at);

async function write(dumps: Dumps): Promise<void> {
  await rm(path.join(folder, 'dumps'), { recursive: true, force: true });
  await mkdir(path.join(folder, 'dumps'));
  for (const [name, numbers] of Object.entries(dumps))
    await writeFile(path.join(folder, 'dumps', name), `${numbers.map(storyOf).join('\n\n\n\n')}\n`);
}

const index = (root: string) => path.join(root, 'cache/wirecopy/stories');

/** What a load leaves that pages, search and later loads are made from, and what it says. */
async function loaded(root: string) {
  const { log } = await load(root, { dumps: 'dumps/*.txt' });
  const files: Record<string, string> = {};
  for (const name of await readdir(index(root)))
    if (/^summaries|\.jsonl$|\.texts$|lock$/u.test(name))
      files[name] = await readFile(path.join(index(root), name), 'utf8');
  return { log, files };
}

async function loadedFromNothing() {
  const other = await mkdtemp(path.join(tmpdir(), 'wirecopy-taken-'));
  try {
    await cp(path.join(folder, 'dumps'), path.join(other, 'dumps'), { recursive: true });
    await cp(path.join(folder, 'src'), path.join(other, 'src'), { recursive: true });
    return await loaded(other);
  } finally {
    await rm(other, { recursive: true });
  }
}

const manifestSchema = z.looseObject({ summaries: z.string(), digest: z.string(), basis: z.unknown() });
const readIndex = () => readCacheFile(path.join(index(folder), 'story-index.json'), manifestSchema);

/** One thing that happens to an archive between two loads. */
const changes: fc.Arbitrary<(dumps: Dumps) => Dumps> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('b.txt', 'c.txt'), fc.array(fc.nat(190), { minLength: 1, maxLength: 4 }))
      .map(([name, more]) => (dumps: Dumps) => ({ ...dumps, [name]: [...(dumps[name] ?? []), ...more] })),
  },
  fc.constantFrom(
    (dumps: Dumps) => ({ ...dumps, 'd.txt': [191, 192, 10] }),
    (dumps: Dumps) => ({ ...dumps, 'a.txt': [193, 3] }),
    (dumps: Dumps) => ({ ...dumps, 'b.txt': (dumps['b.txt'] ?? []).slice(0, -1) }),
    (dumps: Dumps) => ({ ...dumps, 'b.txt': [194, ...(dumps['b.txt'] ?? [])] }),
    ({ 'c.txt': _, ...dumps }: Dumps) => dumps,
  ),
);

describe('stories that are taken as they are', () => {
  test('whatever is added, changed or gone, the index is that of a load from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 2, maxLength: 4 }), async (history) => {
        await rm(path.join(folder, 'cache'), { recursive: true, force: true });
        let dumps: Dumps = { 'b.txt': LONG, 'c.txt': [180, 181] };
        for (const change of [(same: Dumps) => same, ...history]) {
          dumps = change(dumps);
          await write(dumps);
          const { files, log } = await loaded(folder);
          const clean = await loadedFromNothing();
          // A load from nothing knows of no address that another story had.
          const isSettled = readIndex()?.basis !== undefined;
          if (isSettled) expect({ files, log }).toEqual(clean);
          else expect({ ...files, 'published.lock': '' }).toEqual({ ...clean.files, 'published.lock': '' });
        }
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  test('are all where nothing changed, and the same is said of them', async () => {
    await write({ 'b.txt': LONG });
    const { log } = await loaded(folder);
    expect(log.join()).toContain('date-far');
    expect((await loaded(folder)).log).toEqual(log);
  });

  test('are those above the place where a dump has grown: their records are not looked at', async () => {
    await write({ 'b.txt': LONG });
    await loaded(folder);
    await mark('Lighthouse 2 of Peru Is Painted Again', 'A Marked Headline');
    await write({ 'b.txt': [...LONG, 170] });
    const { files } = await loaded(folder);
    expect(Object.values(files).join('')).toContain('A Marked Headline');
    expect(Object.values(files).join('')).toContain('Lighthouse 170 of Peru');
  });

  test('are none where a correction has changed', async () => {
    await write({ 'b.txt': LONG });
    await loaded(folder);
    await mark('Lighthouse 2 of Peru Is Painted Again', 'A Marked Headline');
    await writeFile(path.join(folder, CORRECTIONS), 'a-ferry-returns:\n  headline: The Ferry Is Back\n');
    const { files, log } = await loaded(folder);
    expect({ files, log }).toEqual(await loadedFromNothing());
    expect(Object.values(files).join('')).toContain('The Ferry Is Back');
  });
});

/** Changes a headline in the index, whose digest says then that it was so from the beginning. */
async function mark(headline: string, marked: string): Promise<void> {
  const manifest = readIndex();
  if (!manifest) throw new Error('There is no story index.');
  const file = path.join(index(folder), manifest.summaries);
  const text = (await readFile(file, 'utf8')).replace(headline, marked);
  await writeFile(file, text);
  writeCacheFile(path.join(index(folder), 'story-index.json'), { ...manifest, digest: hash('sha256', text) });
}
