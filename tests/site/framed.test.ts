// Pages that a build puts into a frame that Astro made: they are what Astro makes of them, byte for byte.
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileDump, longDump } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { copyProject, SEED } from '../sites.ts';
import { treeOf } from '../trees.ts';

const PROJECT = path.join(tmpdir(), `wirecopy-framed-${process.pid}`);

let framed: Record<string, string>;
beforeAll(async () => {
  await copyProject(PROJECT);
  const dumps = { hostile: hostileDump(), long: longDump(20, 20), seed: readFileSync(SEED, 'utf8') };
  for (const [name, text] of Object.entries(dumps))
    await writeFile(path.join(PROJECT, `src/dumps/${name}.txt`), text);
  await writeFile(
    path.join(PROJECT, 'src/pages/framing.txt.ts'),
    "import { isFramed } from 'virtual:wirecopy/framing';\nexport const GET = () => new Response(String(isFramed));\n",
  );
  // Nobody looks at cards.
  const config = path.join(PROJECT, 'astro.config.mjs');
  await writeFile(config, readFileSync(config, 'utf8').replace('ogImages: 100', 'ogImages: 1'));
  framed = await build('framed', 'true');
}, 300_000);
afterAll(async () => {
  await rm(PROJECT, { recursive: true, force: true });
});

/**
 * Builds the site from nothing.
 * @param isFramed what it must say of itself
 * @returns digests of its pages
 */
async function build(name: string, isFramed: 'true' | 'false'): Promise<Record<string, string>> {
  const out = path.join(PROJECT, name);
  const built = await buildSite(PROJECT, ['--force', '--outDir', out]);
  expect(built.code, built.output).toBe(0);
  expect(readFileSync(path.join(out, 'framing.txt'), 'utf8')).toBe(isFramed);
  const pages = Object.entries(treeOf(out)).filter(([file]) => file.endsWith('.html'));
  return Object.fromEntries(pages);
}

test('there are many', () => {
  expect(Object.keys(framed).length).toBeGreaterThan(100);
});

describe('Astro makes all pages, and they are the same,', () => {
  test.each([
    ['a middleware', 'src/middleware.ts', 'export const onRequest = (_context, next) => next();\n'],
    [
      'a handler of requests',
      'src/fetch.ts',
      "import { astro, FetchState } from 'astro/fetch';\nexport default { fetch: (request) => astro(new FetchState(request)) };\n",
    ],
  ])('where the project has %s', async (_, file, text) => {
    await writeFile(path.join(PROJECT, file), text);
    const pages = await build('asked', 'false');
    await rm(path.join(PROJECT, file));
    expect(pages).toEqual(framed);
  });
});

test('what a component says that stands in place of one of ours, beside it, its pages say', async () => {
  const config = path.join(PROJECT, 'astro.config.mjs');
  const before = readFileSync(config, 'utf8');
  await writeFile(
    path.join(PROJECT, 'src/components/OwnDate.astro'),
    "{Astro.props.story.headline.includes('Town 7 ') && <b>seven</b>}\n",
  );
  const own = "wirecopy({ components: { StoryDate: './src/components/OwnDate.astro' },";
  await writeFile(config, before.replace('wirecopy({', own));
  const pages = await build('replaced', 'false');
  await writeFile(config, before);
  expect(Object.keys(pages).filter((page) => pages[page] !== framed[page])).not.toEqual([]);
});

test('what a template of the package was edited to say of some stories, their pages say', async () => {
  const file = path.join(PROJECT, 'src/components/StoryDate.astro');
  const edited = "{Astro.props.story.headline.includes('Town 7 ') && <b>seven</b>}\n";
  await writeFile(file, `${readFileSync(file, 'utf8')}${edited}`);
  const pages = await build('edited', 'false');
  const changed = Object.keys(pages).filter((page) => pages[page] !== framed[page]);
  expect(changed).toContain('stories/council-of-town-7-counts-its-lamps-and-finds-one-missing/index.html');
});
