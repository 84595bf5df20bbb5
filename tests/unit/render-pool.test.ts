// The threads that make pages: same files with any number of them, every one has its share, and a page that can't be made
// ends all of them at once, with its name.
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PageQueue, type PageToMake } from '../../integration/build/page-queue.ts';
import { type RenderJob, renderAll } from '../../integration/build/render-pool.ts';
import { readThreads, threadsFor } from '../../integration/build/threads.ts';
import { treeOf } from '../trees.ts';

/** An app as Astro's code for prerendering exports one. What a page does is in its address. */
const APP = `
import { isMainThread, threadId } from 'node:worker_threads';
const routes = ['/plain/[n]', '/other/[n]'].map((route) => ({ routeData: { route, component: route, type: 'page' } }));
export const app = {
  manifest: { routes },
  setInternals() {},
  setOptions() {},
  async render(request, { routeData }) {
    const { pathname } = new URL(request.url);
    if (!isMainThread) {
      if (pathname.includes('throws')) throw new TypeError('There is no lamp.');
      if (pathname.includes('exits')) process.exit(7);
      if (pathname.includes('missing')) return new Response(null, { status: 404 });
      if (pathname.includes('later')) { setTimeout(() => { throw new Error('Too late.'); }); await new Promise(() => {}); }
    }
    if (pathname.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 2));
    return new Response(routeData.route + ' ' + pathname + ' ä '.repeat(pathname.length));
  },
};
`;

// Threads begin when the machine has time for them.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let entry: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-pool-'));
  entry = pathToFileURL(path.join(folder, 'app.mjs')).href;
  await writeFile(path.join(folder, 'app.mjs'), APP);
});
afterAll(() => rm(folder, { recursive: true }));

const pages = (count: number, name: string): PageToMake[] =>
  Array.from({ length: count }, (_, at) => ({
    pathname: `${name}/${at}`,
    file: at % 3 === 0 ? `${name}-${at}.html` : `${name}/${at}/index.html`,
    route: at % 2,
  }));

interface Made {
  output: string;
  /** Pages that Astro's own thread rendered. */
  main: string[];
  /** How many pages were reported. */
  reported: number;
  warnings: string[];
}

async function made(
  of: readonly PageToMake[],
  threads: number,
  more: Partial<RenderJob> = {},
): Promise<Made> {
  const { app } = await import(/* @vite-ignore */ entry);
  const output = await mkdtemp(path.join(folder, 'dist-'));
  const result: Made = { output, main: [], reported: 0, warnings: [] };
  const states = await renderAll({
    pages: [...of],
    routes: ['/plain/[n]', '/other/[n]'].map((route) => ({ route, component: route })),
    threads,
    waits: true,
    render: async ({ pathname, route }) => {
      result.main.push(pathname);
      const { routeData } = app.manifest.routes[route];
      const response = await app.render(new Request(`https://wire.example/${pathname}/`), { routeData });
      return response.bytes();
    },
    setup: { entry, pagesByKeys: new Map(), entrySpecifierToBundleMap: new Map(), scripts: [] },
    format: {
      site: 'https://wire.example',
      base: '/',
      trailingSlash: 'ignore',
      build: { format: 'directory' },
    },
    output,
    onMade: (count) => (result.reported += count),
    warn: (message) => result.warnings.push(message),
    ...more,
  });
  expect(states).toHaveLength(of.length);
  for (const { size, mtime } of states) expect(Math.min(size, mtime)).toBeGreaterThan(0);
  return result;
}

test('one, two and four threads make the same files, and no page twice', async () => {
  const all = pages(120, 'slow');
  const [one, two, four] = [await made(all, 1), await made(all, 2), await made(all, 4)];
  expect(Object.keys(treeOf(one.output))).toHaveLength(120);
  expect(treeOf(two.output)).toEqual(treeOf(one.output));
  expect(treeOf(four.output)).toEqual(treeOf(one.output));
  for (const { reported, warnings } of [one, two, four]) expect([reported, warnings]).toEqual([120, []]);
  expect(one.main).toHaveLength(120);
});

test('threads take pages by themselves: none waits for Astro’s own, not even while that one is busy', async () => {
  const output = await mkdtemp(path.join(folder, 'dist-'));
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const written = () =>
    existsSync(path.join(output, 'plain')) ? readdirSync(path.join(output, 'plain')).length : 0;
  await made(pages(100, 'plain'), 2, {
    output,
    render: async () => {
      while (written() < 50) Atomics.wait(pause, 0, 0, 10);
      return Buffer.from('x');
    },
  });
  expect(Object.keys(treeOf(output))).toHaveLength(100);
});

describe('while a processor is taken', () => {
  const written = (output: string) => {
    const folder = path.join(output, 'plain');
    return existsSync(folder) ? readdirSync(folder).length : 0;
  };

  test('one thread less makes pages', async () => {
    const { main } = await made(pages(120, 'slow'), 2, { processorFree: () => new Promise(() => {}) });
    expect(main).toHaveLength(120);
  });

  test.each([
    ['then', () => Promise.resolve()],
    ['also where what took it failed', () => Promise.reject(new Error('No index.'))],
  ])('the last one starts %s, where there are pages enough', async (_, processorFree) => {
    const output = await mkdtemp(path.join(folder, 'dist-'));
    const pause = new Int32Array(new SharedArrayBuffer(4));
    await made(pages(3200, 'plain'), 2, {
      output,
      processorFree,
      render: async () => {
        while (written(output) < 50) Atomics.wait(pause, 0, 0, 10);
        return Buffer.from('x');
      },
    });
    expect(Object.keys(treeOf(output))).toHaveLength(3200);
  });

  test('few pages are worth no more threads', async () => {
    const { main } = await made(pages(120, 'slow'), 2, { processorFree: async () => {} });
    expect(main).toHaveLength(120);
  });
});

describe('a page that can’t be made in a thread', () => {
  const bad = async (name: string) => {
    let others = 0;
    // Astro's own thread never ends: nothing but the failure ends the build.
    const render = () =>
      new Promise<Uint8Array>((resolve) => setTimeout(() => resolve(Buffer.from('x')), 5 + others++));
    return made(pages(2000, name), 3, { render });
  };

  test.each([
    ['throws', /^throws\/\d+ could not be made: There is no lamp\.$/u],
    ['exits', /^exits\/\d+ could not be made: its thread ended\. It exited with code 7\.$/u],
    [
      'missing',
      /^missing\/\d+ could not be made: It answered 404, and a page with a cacheKey must be a page\.$/u,
    ],
    ['later', /^later\/\d+ could not be made: its thread ended\. Too late\.$/u],
  ])('because it %s ends the build with its name', async (name, message) => {
    await expect(bad(name)).rejects.toThrow(message);
  });
});

test('a page that can’t be made in Astro’s own thread ends the build with its name, and the others stop', async () => {
  const output = await mkdtemp(path.join(folder, 'dist-'));
  const render = () => Promise.reject(new Error('There is no lamp.'));
  await expect(made(pages(4000, 'slow'), 2, { render, output })).rejects.toThrow(
    /^slow\/\d+ could not be made: There is no lamp\.$/u,
  );
  expect(Object.keys(treeOf(output)).length).toBeLessThan(1000);
});

test('a page that can’t be written ends the build with the name of its file, and why', async () => {
  await writeFile(path.join(folder, 'file'), '');
  const output = path.join(folder, 'file');
  await expect(made(pages(40, 'slow'), 2, { output })).rejects.toThrow(
    /slow[-/]\d+\S* can’t be written: a (?:file has its name|part of its path is a file)\./u,
  );
});

test('where a thread can’t start, the others make all pages, and it is said', async () => {
  const setup = {
    entry: `${entry}-nowhere`,
    pagesByKeys: new Map(),
    entrySpecifierToBundleMap: 0,
    scripts: [],
  };
  const { main, warnings } = await made(pages(50, 'plain'), 2, { setup });
  expect(main).toHaveLength(50);
  expect(warnings).toEqual([expect.stringMatching(/^A thread that renders could not start: /u)]);
});

test('where Astro is not as expected, its own thread makes all pages', async () => {
  const { main } = await made(pages(50, 'plain'), 4, { setup: undefined });
  expect(main).toHaveLength(50);
});

test('a queue gives every page once, and none after it was stopped', () => {
  const all = pages(101, 'ü');
  const queue = PageQueue.of(all, 2);
  const other = new PageQueue(queue.shared);
  const taken: PageToMake[] = [];
  for (let batch = queue.take(); batch; batch = other.take()) {
    expect(batch.first).toBe(taken.length);
    taken.push(...batch.pages);
  }
  expect(taken).toEqual(all);
  other.begin(1, 17);
  expect(queue.pageOf(1)).toEqual(all[17]);
  expect(queue.pageOf(0)).toBeUndefined();
  other.finish(1, 17, { size: 5, mtime: 1.25 });
  expect(queue.pageOf(1)).toBeUndefined();
  expect(queue.state(17)).toEqual({ size: 5, mtime: 1.25 });
  const stopped = PageQueue.of(all, 1);
  new PageQueue(stopped.shared).stop();
  expect(stopped.take()).toBeUndefined();
});

test('THREADS says how many threads there are; without it, few pages have one', () => {
  expect([readThreads(undefined), readThreads(''), readThreads('4')]).toEqual([undefined, undefined, 4]);
  for (const wrong of ['0', '-1', '65', 'all', '1.5', ' 2'])
    expect(() => readThreads(wrong)).toThrow(`THREADS=${JSON.stringify(wrong)} names no number of threads.`);
  expect(threadsFor(10)).toBe(1);
});
