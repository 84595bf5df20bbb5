// Feeds as programs read them that people follow sites with. Debian has them: apt-get install newsboat python3-feedparser.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { readText } from './published.ts';

const built = inject('sites');
const folder = mkdtempSync(path.join(tmpdir(), 'wirecopy-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SITES = [
  ['sample', built.sample],
  ['hostile', built.hostile],
  ['long', built.long],
] as const;
const ids = (site: string) =>
  (JSON.parse(readText(site, 'feed.json')).items as { id: string }[]).map(({ id }) => id);

/** @returns what a program says; nothing where it is not there */
function said(program: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Debian's own, whatever Python else is first on the path. */
const PYTHON = '/usr/bin/python3';
const hasFeedparser = (() => {
  try {
    return said(PYTHON, '-c', 'import feedparser') !== undefined;
  } catch {
    return false;
  }
})();
const hasNewsboat = said('newsboat', '-v') !== undefined;

describe.skipIf(!hasFeedparser)('feedparser', () => {
  const PROGRAM = `
import feedparser, json, sys
d = feedparser.parse(open(sys.argv[1], 'rb').read())
print(json.dumps({'bozo': bool(d.bozo), 'version': d.version, 'links': [l.get('rel') for l in d.feed.links],
  'entries': [{'id': e.id, 'day': e.get('published', '')[:40], 'text': len(e.content[0].value)} for e in d.entries]}))`;

  test.each(SITES)('reads RSS and Atom of the site “%s” as the same stories, whole', (_, site) => {
    for (const [file, version] of [
      ['rss.xml', 'rss20'],
      ['atom.xml', 'atom10'],
    ] as const) {
      const read = JSON.parse(said(PYTHON, '-c', PROGRAM, path.join(site, file)) ?? '');
      expect(read).toMatchObject({ bozo: false, version });
      const entries: { id: string; text: number }[] = read.entries;
      expect(entries.map(({ id }) => id)).toEqual(ids(site));
      for (const { text } of entries) expect(text).toBeGreaterThan(20);
      expect(read.links.includes('prev-archive')).toBe(site === built.long);
    }
  });
});

describe.skipIf(!hasNewsboat)('newsboat', () => {
  test.each(SITES)('takes in each story of the site “%s” once, however often it asks', (name, site) => {
    const file = (extension: string) => path.join(folder, `${name}.${extension}`);
    writeFileSync(file('urls'), `file://${path.join(site, 'rss.xml')}\n`);
    // Twice: what was there before is not new.
    for (let times = 0; times < 2; times++)
      said('newsboat', '-u', file('urls'), '-c', file('db'), '-x', 'reload');
    const unread = said('newsboat', '-u', file('urls'), '-c', file('db'), '-x', 'print-unread');
    expect(Number.parseInt(unread ?? '', 10)).toBe(ids(site).length);
  });
});

test.skipIf(hasNewsboat && hasFeedparser)(
  'newsboat or feedparser is not there: its tests are left out',
  () => {
    expect([hasNewsboat, hasFeedparser]).toContain(false);
  },
);
