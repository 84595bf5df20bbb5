// What a build leaves as the last one left it, without asking for it: pages, and sitemaps.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type PageFormat, type PrerenderPath, reportedFile } from '../../integration/astro/output-paths.ts';
import { readBuildManifest, writeBuildManifest } from '../../integration/build/build-manifest.ts';
import { asWritten, isContested, reportedPages } from '../../integration/build/known-pages.ts';
import { fileState } from '../../integration/build/output-folder.ts';
import { KeptSitemaps } from '../../integration/sitemap/kept-sitemaps.ts';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'wirecopy-known-'));
const OUTPUT = path.join(FOLDER, 'dist/');
afterAll(() => rmSync(FOLDER, { recursive: true }));
beforeEach(() => {
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT);
});

const format: PageFormat = {
  site: 'https://wire.example',
  base: '/',
  trailingSlash: 'ignore',
  build: { format: 'directory' },
};
const state = { size: 1, mtime: 1 };
const KNOWN = {
  pages: new Map([
    ['stories/a/index.html', { key: 'k', ...state }],
    ['feed/a.xml', { key: 'k', ...state }],
  ]),
  keyless: new Map([
    ['index.html', state],
    ['404.html', state],
  ]),
};

describe('known pages', () => {
  test('are reported as Astro reports pages, and feeds are not', () => {
    expect(reportedPages(KNOWN, format)).toEqual(['', '404/', 'stories/a/']);
  });

  test.each([
    ['file', 'stories/index.html', 'stories/index'],
    ['file', 'index.html', ''],
    ['directory', 'stories/index/index.html', 'stories/index/'],
    ['directory', 'robots.txt', undefined],
  ] as const)('in the format %s, %s stands for its address', (name, file, address) => {
    expect(reportedFile(file, { ...format, build: { format: name } })).toBe(address);
  });

  test('are contested by a page that wants the address of one, however its slashes are', () => {
    const pages = (pathname: string): PrerenderPath[] => [
      Object.assign(Object.create(null), { pathname, route: {} }),
    ];
    for (const pathname of ['/stories/a', 'stories/a/', '/', 'feed/a.xml', '/404'])
      expect(isContested(KNOWN, pages(pathname), format)).toBe(true);
    expect(isContested(KNOWN, pages('/stories/b/'), format)).toBe(false);
    expect(isContested(KNOWN, [], format)).toBe(false);
  });

  test('are as they were written until somebody writes or deletes one', () => {
    const files = ['a.html', 'b.html', 'c.html'];
    const states = new Map(
      files.map((file) => {
        writeFileSync(path.join(OUTPUT, file), 'Lamps.');
        return [file, fileState(path.join(OUTPUT, file)) ?? state];
      }),
    );
    expect(asWritten(OUTPUT, states)).toEqual(files);
    appendFileSync(path.join(OUTPUT, 'a.html'), 'More.');
    rmSync(path.join(OUTPUT, 'c.html'));
    expect(asWritten(OUTPUT, states)).toEqual(['b.html']);
  });

  test('are read from the manifest as they were written into it', () => {
    const file = path.join(FOLDER, 'manifest.json');
    const manifest = { folder: OUTPUT, shard: '', inputs: 'i', pictures: false, others: ['b'], ...KNOWN };
    writeBuildManifest(file, manifest);
    expect(readBuildManifest(file)).toEqual(manifest);
  });
});

describe('sitemaps', () => {
  const memory = path.join(FOLDER, 'sitemaps.json');
  const file = path.join(OUTPUT, 'sitemap-0.xml');
  const written = () => {
    writeFileSync(file, '<urlset/>');
    new KeptSitemaps(memory, OUTPUT).remember('inputs', ['sitemap-0.xml']);
    return new KeptSitemaps(memory, OUTPUT);
  };

  test('are left where they would be written as they are', () => {
    expect(written().files).toEqual(['sitemap-0.xml']);
    const kept = written();
    // A build gives a file that holds what it held its former time.
    utimesSync(file, 9, 9);
    expect(kept.areCurrent('inputs')).toBe(true);
  });

  test('are not, made from other inputs, in another folder, changed, or forgotten', () => {
    expect(written().areCurrent('others')).toBe(false);
    expect(new KeptSitemaps(memory, FOLDER).files).toEqual([]);
    const kept = written();
    appendFileSync(file, '\n');
    expect(kept.areCurrent('inputs')).toBe(false);
    written().forget();
    expect(existsSync(file)).toBe(false);
    expect(new KeptSitemaps(memory, OUTPUT).files).toEqual([]);
  });
});
