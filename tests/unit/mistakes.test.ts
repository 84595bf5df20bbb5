// Mistakes that people make with files, variables and corrections: each is named, with what to do.
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressWarning, checkBase, checkEnvironment } from '../../integration/config/environment.ts';
import { resolveSections, type WirecopyOptions } from '../../integration/config/options.ts';
import { injectedRoutes } from '../../integration/config/routes.ts';
import { findDumps } from '../../integration/files/find-dumps.ts';
import { unreadFiles } from '../../integration/files/unread-files.ts';
import { nodeTooOld } from '../../integration/node-version.js';
import { AddressLock } from '../../integration/stories/address-lock.ts';
import { Corrections } from '../../integration/stories/corrections.ts';
import { LOCK_HEADER } from '../../integration/stories/lock-lines.ts';
import { lostPictures } from '../../integration/stories/lost-pictures.ts';
import { missingCollection } from '../../integration/stories/story-index-files.ts';
import { storyText } from '../dumps.ts';
import { load } from './loading.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'wirecopy-mistakes-'));
  await mkdir(path.join(root, 'src/dumps'), { recursive: true });
  await write('src/dumps/wire.txt', storyText('Ferry Returns', ['It came at noon.', 'It left.']));
});
afterEach(() => rm(root, { recursive: true }));

const DUMPS = 'src/dumps/**/*.txt';
const write = (name: string, text: string | Uint8Array) => writeFile(path.join(root, name), text);

describe('files beside the dumps', () => {
  const unread = async (...patterns: string[]) =>
    unreadFiles(patterns, root, await findDumps(patterns, root)).map(({ name, why }) =>
      why ? `${name}: ${why}` : name,
    );

  test('that a glob leaves out are named, hidden ones and pictures are not', async () => {
    await mkdir(path.join(root, 'src/dumps/old'));
    for (const name of ['a.docx', 'B.TXT', 'old/c.html', 'd.md', '.hidden', 'e.JPG'])
      await write(`src/dumps/${name}`, 'text');
    expect(await unread(DUMPS)).toEqual([
      'src/dumps/B.TXT',
      'src/dumps/a.docx',
      'src/dumps/d.md',
      'src/dumps/old/c.html',
    ]);
    const { log } = await load(root, { dumps: DUMPS });
    expect(log.join('\n')).toContain(
      'src/dumps/B.TXT, src/dumps/a.docx, src/dumps/d.md, src/dumps/old/c.html',
    );
    expect(log.join('\n')).toContain('“npx wirecopy check FILE” says what one is');
    // The glob, and one that leaves out only what is no dump.
    expect(log.join('\n')).toContain('“src/dumps/**/*.txt”');
    expect(log.join('\n')).toContain('“src/dumps/**/*.{txt,TXT,md}”');
  });

  test('that were taken away on purpose, or where files are named one by one, are nobody’s mistake', async () => {
    await write('src/dumps/b.txt', 'text');
    expect(await unread(DUMPS, '!src/dumps/b.txt')).toEqual([]);
    await write('src/dumps/c.docx', 'text');
    expect(await unread('src/dumps/wire.txt')).toEqual([]);
  });

  test('that a glob names and nobody can read are named with the reason, and the others are published', async () => {
    await mkdir(path.join(root, 'src/dumps/2025.txt'));
    await symlink(path.join(root, 'gone'), path.join(root, 'src/dumps/link.txt'));
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [path.join(root, 'src/dumps/pipe.txt')]);
      const name = Buffer.concat([
        Buffer.from(path.join(root, 'src/dumps/caf')),
        Buffer.from([0xe9]),
        Buffer.from('.txt'),
      ]);
      await writeFile(name, 'text');
    }
    const found = await unread(DUMPS);
    expect(found).toContain('src/dumps/2025.txt: a folder');
    expect(found).toContain('src/dumps/link.txt: a link to nothing');
    if (process.platform !== 'win32') {
      expect(found).toContain('src/dumps/pipe.txt: no file but a pipe, a socket or a device');
      expect(found).toContain('src/dumps/caf\ufffd.txt: its name is not UTF-8: rename it');
    }
    const { log } = await load(root, { dumps: DUMPS });
    expect(log[0]).toContain('1 story from 1 dump');
    await expect(load(root, { dumps: DUMPS, strict: true })).rejects.toThrow(/errors in the dumps/u);
  });
});

test('of several globs the one that names nothing is told', async () => {
  const { log } = await load(root, {
    dumps: [DUMPS, 'old/*.txt', './src/dumps/wire.txt', '!src/dumps/x.txt'],
  });
  expect(log.filter((line) => line.includes('No dump matches'))).toEqual([
    'No dump matches “old/*.txt” of dumpLoader({ dumps }).',
  ]);
});

test('a glob by which an option says something of some dumps, and which matches none, is told', async () => {
  const { log } = await load(root, {
    dumps: DUMPS,
    format: { 'src/dump/*.txt': 'pages', 'src/dumps/w*': 'auto' },
    layouts: { '*.txt': { stories: 'one' }, '**/wire.txt': { headline: 'first' } },
    languages: { 'src/dumps/ar/*': 'ar', './src/dumps/wire.txt': 'en' },
  });
  expect(log.filter((line) => line.includes('No dump matches'))).toEqual([
    'No dump matches “src/dump/*.txt” of dumpLoader({ format }).',
    'No dump matches “*.txt” of dumpLoader({ layouts }).',
    'No dump matches “src/dumps/ar/*” of dumpLoader({ languages }).',
  ]);
});

test('an option that is said of all dumps has no glob that could match none', async () => {
  const { log } = await load(root, { dumps: DUMPS, format: 'pages', layouts: { headline: 'first' } });
  expect(log.join('\n')).not.toContain('No dump matches');
});

test('pictures that are no story’s are told, with the story that was meant; no folder of them is no mistake', async () => {
  await load(root, { dumps: DUMPS });
  const indexes = [path.join(root, 'cache/wirecopy/stories')];
  const photos = path.join(root, 'src/photos');
  expect(lostPictures(photos, indexes)).toEqual([]);
  await mkdir(photos);
  for (const name of ['ferry-returns.JPG', 'ferry-returns-2.png', 'ferry-retuns.jpg', 'notes.txt'])
    await write(`src/photos/${name}`, '');
  expect(lostPictures(photos, indexes)).toEqual([
    expect.stringMatching(/ferry-retuns\.jpg: no story has the id .* Did you mean “ferry-returns”\?$/u),
  ]);
});

describe('a strict build', () => {
  test('ends where a dump has an error, and one that is not ends well', async () => {
    await write('src/dumps/bad.txt', Buffer.from([0x41, 0xff, 0x0a]));
    expect((await load(root, { dumps: DUMPS })).log.join('\n')).toContain('invalid-bytes');
    await expect(load(root, { dumps: DUMPS, strict: true })).rejects.toThrow(/this build is strict/u);
    // Nothing changed, and all comes from the cache.
    await expect(load(root, { dumps: DUMPS, strict: true })).rejects.toThrow(/this build is strict/u);
    await rm(path.join(root, 'src/dumps/bad.txt'));
    await load(root, { dumps: DUMPS, strict: true });
  });

  test.each(['1', 'true', 'yes'])('is asked for by STRICT=%s as well', async (value) => {
    await write('src/dumps/bad.txt', Buffer.from([0x41, 0xff, 0x0a]));
    process.env.STRICT = value;
    try {
      await expect(load(root, { dumps: DUMPS })).rejects.toThrow(/STRICT=1/u);
      for (const off of ['0', 'false', '']) {
        process.env.STRICT = off;
        await load(root, { dumps: DUMPS });
      }
    } finally {
      delete process.env.STRICT;
    }
  });
});

describe('a folder that may not be read', () => {
  /** What is said to a user who may not do all; who runs the tests may. */
  async function saidOf(...patterns: string[]): Promise<string> {
    const module = (name: string) =>
      JSON.stringify(new URL(`../../integration/files/${name}.ts`, import.meta.url).href);
    const script = `
      const { findDumps } = await import(${module('find-dumps')});
      const { unreadFiles } = await import(${module('unread-files')});
      if (process.getuid() === 0) process.setuid(65534);
      const given = [${JSON.stringify(patterns)}, ${JSON.stringify(root)}];
      try { unreadFiles(...given, await findDumps(...given)); } catch (error) { console.log(error.message); }`;
    await chmod(root, 0o755);
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  }

  test.skipIf(process.platform === 'win32')(
    'is an error that names it: its stories would be gone',
    async () => {
      const closed = path.join(root, 'src/dumps/closed');
      await mkdir(closed);
      for (const folder of [closed, path.join(root, 'src/dumps')]) {
        await chmod(folder, 0);
        const name = path.relative(root, folder);
        expect(await saidOf(DUMPS)).toBe(
          `The folder ${name} (${folder}) can't be read. Check its permissions.\n`,
        );
        await chmod(folder, 0o755);
      }
      expect(await saidOf(DUMPS)).toBe('');
    },
  );
});

describe('corrections', () => {
  const wrong = (text: string) => {
    try {
      new Corrections(text).verify(['ferry-returns']);
    } catch (error) {
      return String(error);
    }
    return '';
  };

  test('of a story that the collection does not have: its own file is proposed where others share it', async () => {
    const retracted = 'winter-lamps-are-lit-in-town:\n  retracted: They never were.\n';
    await write('src/corrections.yaml', retracted);
    await expect(load(root, { dumps: DUMPS })).rejects.toThrow(/another collection.*corrections: "src\//u);
    await write('src/own.yaml', retracted);
    await expect(load(root, { dumps: DUMPS, corrections: 'src/own.yaml' })).rejects.toThrow(
      /No story has the id “winter-lamps-are-lit-in-town”\.\n/u,
    );
  });

  test('of a story that is gone say so where its address is locked, and lead to its new id where it has one', async () => {
    const lock = AddressLock.of([
      { id: 'ferry-returns', words: 'a'.repeat(40) },
      { id: 'lamp-is-lit', words: 'b'.repeat(40) },
      { id: 'ferry-comes-back', words: 'a'.repeat(40), movedTo: 'ferry-returns' },
    ]);
    const said = (id: string) => {
      const corrections = new Corrections(`${id}:\n  retracted: It never was.\n`);
      return () => corrections.verify(['ferry-returns'], lock);
    };
    expect(said('lamp-is-lit')).toThrow(/“lamp-is-lit”\. .*no dump holds that story any more: put it back/u);
    expect(said('ferry-comes-back')).toThrow(/a former id of “ferry-returns”; correct it there/u);
    expect(said('ferry-return')).toThrow(/Did you mean “ferry-returns”/u);
    await write('src/addresses.lock', `${LOCK_HEADER}lamp-is-lit ${'b'.repeat(40)}\n`);
    await write('src/corrections.yaml', 'lamp-is-lit:\n  retracted: It never was.\n');
    await expect(load(root, { dumps: DUMPS })).rejects.toThrow(/no dump holds that story any more/u);
  });

  test('in corrections.yml are read as those in corrections.yaml; two files are refused by name', async () => {
    const retracted = 'ferry-returns:\n  retracted: It never came.\n';
    await write('src/corrections.yml', retracted);
    await load(root, { dumps: DUMPS });
    const folder = path.join(root, 'cache/wirecopy/stories');
    const { summaries } = JSON.parse(
      (await readFile(path.join(folder, 'story-index.json'), 'utf8')).split('\n')[1] ?? '',
    );
    expect(await readFile(path.join(folder, summaries), 'utf8')).toContain('It never came.');
    await write('src/corrections.yaml', '');
    await expect(load(root, { dumps: DUMPS })).rejects.toThrow(/corrections\.yaml.*corrections\.yml/u);
  });

  test('at the project’s root are named as not read, with the place where they would be', async () => {
    await write('corrections.yaml', 'ferry-returns:\n  retracted: It never came.\n');
    const { log } = await load(root, { dumps: DUMPS });
    expect(log).toContain('corrections.yaml is not read: corrections stand in src/corrections.yaml.');
    expect((await load(root, { dumps: DUMPS, corrections: 'corrections.yaml' })).log.join()).not.toContain(
      'not read',
    );
  });

  test('with a colon in a headline say that it wants quotes, with the line', () => {
    const said = wrong('ferry-returns:\n  headline: Harbor: A Ferry Returns\n');
    expect(said).toContain('corrections.yaml:2:13');
    expect(said).toContain('Put the text in quotes');
    expect(said).not.toContain('compact mappings');
  });

  test('with thousands of open brackets are one mistake', () => {
    const said = wrong(`ferry-returns: ${'['.repeat(20_000)}`);
    expect(said).toContain('is wrong in one place');
    expect(said.length).toBeLessThan(1000);
  });

  test('may be nothing but comments', () => {
    expect(wrong('# ferry-returns:\n#   headline: A Ferry\n')).toBe('');
  });
});

describe('the variables of a build', () => {
  test.each([
    ['news.example.org', 'https://news.example.org'],
    ['ftp://example.org', 'https://'],
    ['wire', 'https://'],
  ])('SITE_URL=%s is refused by name, with what it should be', (SITE_URL, meant) => {
    expect(() => checkEnvironment({ SITE_URL })).toThrow(`SITE_URL=${JSON.stringify(SITE_URL)}`);
    expect(() => checkEnvironment({ SITE_URL })).toThrow(meant);
  });

  test('a path in SITE_URL belongs into BASE_PATH', () => {
    const site = { SITE_URL: 'https://me.github.io/news/' };
    expect(() => checkEnvironment(site)).toThrow('SITE_URL=https://me.github.io BASE_PATH=/news');
    expect(() => checkEnvironment({ ...site, BASE_PATH: '/news' })).not.toThrow();
  });

  test.each(['https://x.org/news', '//news', '/news//old', '/news?a', '/a b', 'c:\\news'])(
    'BASE_PATH=%s is refused by name',
    (BASE_PATH) => {
      expect(() => checkEnvironment({ BASE_PATH })).toThrow(`BASE_PATH=${JSON.stringify(BASE_PATH)}`);
    },
  );

  test.each(['/', '/news', '/news/', 'news', '/a/b', '/новости', '/n%20s'])('%s is a path', (base) => {
    expect(() => checkBase('base', base)).not.toThrow();
    expect(() => checkEnvironment({ BASE_PATH: base, SITE_URL: 'https://news.example.org' })).not.toThrow();
  });

  test('an address that is nobody’s is warned of until it is set', () => {
    for (const site of ['https://wire.example', 'https://news.wire.example/a'])
      expect(addressWarning(site)).toContain('SITE_URL');
    for (const site of ['https://news.bbc.co.uk', 'https://example.github.io'])
      expect(addressWarning(site)).toBeUndefined();
  });
});

test('a story that stands in the dumps twice is undated once in the log, and no more where nothing changed', async () => {
  await write('src/dumps/again.txt', storyText('Ferry Returns', ['It came at noon.', 'It left.']));
  for (let time = 0; time < 2; time++)
    expect((await load(root, { dumps: DUMPS })).log.slice(0, 2)).toEqual([
      expect.stringContaining('1 story from 2 dumps'),
      'undated: 1',
    ]);
});

test('a front page of one’s own beside a section without a path is warned of, until one of them is not wanted', async () => {
  await mkdir(path.join(root, 'src/pages'));
  await write('src/pages/index.astro', '');
  const [srcDir, publicDir] = ['src/', 'public/'].map((name) => pathToFileURL(path.join(root, name)));
  if (!srcDir || !publicDir) throw new Error('There is no folder.');
  const warnings = (options: WirecopyOptions) => {
    const [section] = resolveSections([options]);
    if (!section) throw new Error('There is no section.');
    return injectedRoutes(section, { srcDir, publicDir }).warnings.join('\n');
  };
  expect(warnings({})).toContain("wirecopy({ base: '/news' })");
  expect(warnings({ base: '/news' })).toBe('');
  expect(warnings({ pages: { front: false } })).toBe('');
});

test('a collection that was not loaded is named, with the lines to add', () => {
  const { message } = missingCollection('/project/cache/wirecopy/c%C3%A1bles');
  expect(message).toContain('“cábles”');
  expect(message).toContain('src/content.config.ts');
  expect(message).toContain("dumpLoader({ dumps: 'dumps/**/*.txt' })");
  expect(missingCollection('/cache/old-cables').message).toContain("{ 'old-cables': defineCollection");
  // It is there under another name.
  const other = missingCollection('/cache/stories', ['/cache/c%C3%A1bles']).message;
  expect(other).toContain("wirecopy({ collection: 'cábles' })");
});

test.each([
  ['v18.20.8', 'needs Node 22.18 or newer; this is Node 18.20.8.'],
  ['v22.17.1', 'needs Node 22.18 or newer; this is Node 22.17.1.'],
  ['v22.18.0', undefined],
  ['v24.1.0', undefined],
])('Node %s is told whether it is too old, with the one that is needed', (version, said) => {
  const told = nodeTooOld(version);
  if (said === undefined) expect(told).toBeUndefined();
  else expect(told).toContain(said);
});
