// The entries of a collection, as Astro's store has them after one load and after the next.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpLoader, readBody } from '../../integration/loader.ts';
import { storySchema } from '../../integration/story.ts';
import { storyText } from '../dumps.ts';

type Entry = Parameters<LoaderContext['store']['set']>[0];

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'wirecopy-entries-'));
});
afterEach(() => rm(root, { recursive: true }));

/** A project whose store outlives a load, as Astro's does. */
function project(dumps = '*.txt') {
  const entries = new Map<string, Entry>();
  const meta = new Map<string, string>();
  const folder = pathToFileURL(`${root}/`);
  const say = () => undefined;
  const context: Record<string, unknown> = {
    collection: 'stories',
    meta,
    store: {
      get: (id: string) => entries.get(id),
      set: (entry: Entry) => entries.set(entry.id, entry),
      delete: (id: string) => entries.delete(id),
      keys: () => entries.keys(),
    },
    parseData: async ({ data }: { data: unknown }) => storySchema.parse(data),
    logger: { info: say, warn: say, error: say, debug: say },
    config: { root: folder, srcDir: new URL('src/', folder), cacheDir: new URL('cache/', folder) },
  };
  return {
    entries,
    // As much of Astro as a loader asks for.
    load: () => dumpLoader({ dumps }).load(context as unknown as LoaderContext),
  };
}

test('an entry whose story moved in its dump says where it stands now, and its body is found there', async () => {
  const second = storyText('Ferry to Norway Is Back', ['It was late on Monday.', 'Nobody had waited.']);
  const dump = (first: string) => `${storyText('Pier Is Painted Again', [first])}\n\n\n\n${second}\n`;
  const { entries, load } = project();
  const moved = async (first: string) => {
    await writeFile(path.join(root, 'wire.txt'), dump(first));
    await load();
    const entry = entries.get('ferry-to-norway-is-back');
    if (!entry) throw new Error('The second story is an entry.');
    const data = storySchema.parse(entry.data);
    return { lines: data.source.lines, blocks: await readBody({ id: entry.id, data }, { root }) };
  };
  const before = await moved('It is green.');
  const after = await moved('It is green.\n\nIt was red.');
  expect(after.lines[0]).toBe(before.lines[0] + 2);
  expect(after.blocks).toEqual(before.blocks);
});

test('dumps that are not packed count as large as they are: entries of five megabytes of JSON have their text', async () => {
  const text = 'The ferry leaves an hour later from Monday on. '.repeat(5000);
  const records = Array.from({ length: 22 }, (_, at) =>
    JSON.stringify({ title: `Ferry ${at}`, text: `${at} ${text}` }),
  );
  await writeFile(path.join(root, 'ferries.jsonl'), `${records.join('\n')}\n`);
  const { entries, load } = project('*.jsonl');
  await load();
  expect(entries.get('ferry-7')?.rendered?.html).toContain('<p>7 The ferry leaves');
});
