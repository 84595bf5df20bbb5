// Which pages a build has to make, and how they get the states of their files.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { comparePages, type KeyedPage, setStates } from '../../integration/build/compare-pages.ts';
import { fileState } from '../../integration/build/output-folder.ts';

const OUTPUT = path.join(mkdtempSync(path.join(tmpdir(), 'wirecopy-compare-')), '/');
afterAll(() => rmSync(OUTPUT, { recursive: true }));

const format = {
  site: 'https://wire.example',
  base: '/',
  trailingSlash: 'ignore',
  build: { format: 'directory' },
} as const;
const fileOf = (name: string) => `stories/${name}/index.html`;

function pageOf(name: string, cacheKey: string): KeyedPage {
  const route = { type: 'page', isIndex: false };
  return Object.assign(Object.create(null), { pathname: `/stories/${name}/`, route, cacheKey });
}

/** Pages as a build left them, whose files have no time of their own. */
function written(pages: readonly KeyedPage[]) {
  const { pages: former } = comparePages(pages, {
    output: OUTPUT,
    format,
    shard: undefined,
    former: new Map(),
  });
  const states = Array.from(former.keys(), (file) => {
    const name = OUTPUT + file;
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, file);
    utimesSync(name, 0, 0);
    const state = fileState(name);
    if (!state) throw new Error(`${name} was not written.`);
    return state;
  });
  setStates(former, states);
  return former;
}

test('pages are made that are new, show something else, or whose file is not as it was left; the others stay', () => {
  const long = 'a key that is longer than its digest '.repeat(4);
  const before = ['same', 'long', 'other', 'touched', 'deleted', 'gone'].map((name) =>
    pageOf(name, name === 'long' ? long : `1 ${name}`),
  );
  const former = written(before);
  writeFileSync(OUTPUT + fileOf('touched'), 'Not ours.');
  rmSync(OUTPUT + fileOf('deleted'));
  const now = [
    pageOf('new', '1'),
    ...before.slice(0, 2),
    pageOf('other', '2 other'),
    ...before.slice(3, 5),
    pageOf('last', '1'),
  ];
  const { pages, stale, pathnames } = comparePages(now, { output: OUTPUT, format, shard: undefined, former });
  const made = ['new', 'other', 'touched', 'deleted', 'last'];
  expect(stale.map(({ file }) => file)).toEqual(made.map(fileOf));
  expect([...pathnames]).toEqual(now.map(({ pathname }) => pathname.slice(1)));
  setStates(
    pages,
    made.map((_, at) => ({ size: 100 + at, mtime: at })),
  );
  expect([...pages.keys()]).toEqual(now.map(({ pathname }) => `${pathname.slice(1)}index.html`));
  expect(pages.get(fileOf('same'))).toEqual(former.get(fileOf('same')));
  expect(pages.get(fileOf('long'))).toEqual(former.get(fileOf('long')));
  for (const [at, name] of made.entries())
    expect(pages.get(fileOf(name))).toMatchObject({ size: 100 + at, mtime: at });
  expect(pages.get(fileOf('other'))?.key).not.toBe(former.get(fileOf('other'))?.key);
});

test('a shard makes its own pages alone, and reports those of all', () => {
  const pages = Array.from({ length: 40 }, (_, at) => pageOf(`shared-${at}`, '1'));
  const parts = [1, 2].map((index) =>
    comparePages(pages, { output: OUTPUT, format, shard: { index, count: 2 }, former: new Map() }),
  );
  expect(parts.flatMap(({ stale }) => stale.map(({ file }) => file)).sort()).toEqual(
    pages.map(({ pathname }) => `${pathname.slice(1)}index.html`).sort(),
  );
  for (const { stale, pathnames } of parts) {
    expect(stale.length).toBeGreaterThan(0);
    expect(pathnames).toHaveLength(pages.length);
  }
});
