// Whatever happened since the last build, a build publishes what one from nothing would: the same files, byte for
// byte. Each test changes something in a project of its own and compares the two.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyText } from '../dumps.ts';
import { astroBuild, ROOT } from '../sites.ts';
import { treeOf } from '../trees.ts';

/** Not inside node_modules, where Node does not take TypeScript. */
const PROJECT = path.join(tmpdir(), `wirecopy-incremental-${process.pid}`);
const DUMP = path.join(PROJECT, 'dumps/wire.txt');
const DIST = path.join(PROJECT, 'dist');
const CACHE = path.join(PROJECT, 'cache');
/** The project's own files, as they are in the repository. */
const FILES = [
  'astro.config.mjs',
  'integration',
  'package.json',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.json',
];

const PARAGRAPHS = Array.from(
  { length: 9 },
  (_, at) => `Paragraph ${at} ${'tells of lamps and ferries '.repeat(14)}here.`,
);
const story = (number: number, more = '') =>
  storyText(
    `Ferry ${number} of Norway Keeps Its Lamp${more}`,
    [`Ferry ${number} was seen on Monday.`, ...PARAGRAPHS],
    number % 3 === 0 ? undefined : `Ferry ${number} at its pier, May ${1 + (number % 28)}, 2025. (AFP)`,
  );
const dumpOf = (...stories: string[]) => `${stories.join('\n\n\n\n')}\n`;
/** Large enough for what is appended to be read by itself. */
const MANY = Array.from({ length: 150 }, (_, number) => story(number));

/** Some of them in another order. */
const FEWER = dumpOf(...MANY.slice(3, 60).reverse());

beforeAll(async () => {
  await rm(PROJECT, { recursive: true, force: true });
  await mkdir(path.dirname(DUMP), { recursive: true });
  for (const name of FILES) {
    if (existsSync(path.join(ROOT, name)))
      await cp(path.join(ROOT, name), path.join(PROJECT, name), { recursive: true });
  }
  await writeFile(
    path.join(PROJECT, 'test.config.mjs'),
    "import config from './astro.config.mjs';\nexport default { ...config, cacheDir: process.env.CACHE_DIR };\n",
  );
  await symlink(path.join(ROOT, 'node_modules'), path.join(PROJECT, 'node_modules'));
  await writeFile(DUMP, dumpOf(...MANY));
  await build();
  fromNothing.set(sources(), treeOf(DIST));
}, 120_000);
afterAll(() => rm(PROJECT, { recursive: true, force: true }));

const environment = (cache: string) => ({ DUMPS: 'dumps/*.txt', CACHE_DIR: cache });
const options = (folder: string) => ['--config', 'test.config.mjs', '--outDir', folder];

/** Builds on what the last build left. @returns what it said */
async function build(folder = DIST, cache = CACHE): Promise<string> {
  const { code, output } = await astroBuild(PROJECT, options(folder), environment(cache));
  if (code !== 0) throw new Error(output);
  return output;
}

/** What builds from nothing gave, by what they were made of: the project is often what it was before. */
const fromNothing = new Map<string, ReturnType<typeof treeOf>>();

/** The lock file says when to make pages anew; nothing of it stands on them. */
const sources = () =>
  JSON.stringify(
    [...FILES, 'dumps']
      .filter((name) => name !== 'package-lock.json')
      .map((name) => treeOf(path.join(PROJECT, name))),
  );

async function treeFromNothing(): Promise<ReturnType<typeof treeOf>> {
  const known = fromNothing.get(sources());
  if (known) return known;
  const cold = path.join(PROJECT, 'cold');
  await build(cold, path.join(PROJECT, 'cold-cache'));
  const tree = treeOf(cold);
  fromNothing.set(sources(), tree);
  await rm(cold, { recursive: true });
  await rm(path.join(PROJECT, 'cold-cache'), { recursive: true });
  return tree;
}

/** Builds again; that must give what a build from nothing gives. @returns what it said */
async function expectAsFromNothing(): Promise<string> {
  const said = await build();
  expect(treeOf(DIST)).toEqual(await treeFromNothing());
  return said;
}

/** How many pages a build rendered, by what it said. */
const made = (said: string) => Number(/(\d+) pages made/u.exec(said)?.[1]);

/** Edits a file of the project for as long as something runs. */
async function withEdited(
  file: string,
  edit: (text: string) => string,
  run: () => Promise<void>,
): Promise<void> {
  const name = path.join(PROJECT, file);
  const before = await readFile(name, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  await writeFile(name, after);
  try {
    await run();
  } finally {
    await writeFile(name, before);
  }
}

describe('a build after another gives what one from nothing would', { timeout: 120_000 }, () => {
  test('where nothing changed, and it renders none of the pages again', async () => {
    expect(made(await expectAsFromNothing())).toBe(0);
  });

  test('where stories were appended, and it renders few pages', async () => {
    await appendFile(DUMP, `\n\n\n${dumpOf(story(900), story(901))}`);
    const pages = made(await expectAsFromNothing());
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(40);
  });

  test('where a story in the middle was edited, and one was given another headline', async () => {
    const stories = MANY.with(40, story(40, ' Lit'));
    await writeFile(
      DUMP,
      dumpOf(...stories).replace('Ferry 70 was seen on Monday.', 'Ferry 70 was seen on Tuesday, twice.'),
    );
    await expectAsFromNothing();
    const page = await readFile(
      path.join(DIST, 'stories/ferry-70-of-norway-keeps-its-lamp/index.html'),
      'utf8',
    );
    expect(page).toContain('seen on Tuesday, twice.');
    expect(existsSync(path.join(DIST, 'stories/ferry-40-of-norway-keeps-its-lamp'))).toBe(false);
  });

  test('where stories were deleted, a month’s last ones among them, and others changed their order', async () => {
    await writeFile(DUMP, FEWER);
    await expectAsFromNothing();
  });

  test('where another dump came, and it went while the first got another name', async () => {
    const other = path.join(PROJECT, 'dumps/a.txt');
    await writeFile(other, dumpOf(story(3), story(700)));
    await expectAsFromNothing();
    await rm(other);
    const named = path.join(PROJECT, 'dumps/2025-06-01.txt');
    await rename(DUMP, named);
    await expectAsFromNothing();
    await rename(named, DUMP);
  });

  test('where a correction came', async () => {
    const file = path.join(PROJECT, 'src/corrections.yaml');
    const before = await readFile(file, 'utf8').catch(() => undefined);
    await writeFile(file, 'ferry-12-of-norway-keeps-its-lamp:\n  headline: Ferry 12 Has Two Lamps\n');
    await expectAsFromNothing();
    const page = await readFile(
      path.join(DIST, 'stories/ferry-12-of-norway-keeps-its-lamp/index.html'),
      'utf8',
    );
    expect(page).toContain('Ferry 12 Has Two Lamps');
    await (before === undefined ? rm(file) : writeFile(file, before));
    await expectAsFromNothing();
  });

  test('where a template changed, and it says so', () =>
    withEdited(
      'src/components/StoryBody.astro',
      (text) => `${text}\n<hr />\n`,
      async () => {
        expect(await expectAsFromNothing()).toContain('every page is made again');
      },
    ));

  test('where the styles changed', () =>
    withEdited(
      'src/styles/page.css',
      (text) => `${text}\nhr { color: teal; }\n`,
      async () => {
        await expectAsFromNothing();
        const styles = (await readdir(path.join(DIST, '_astro'))).filter((name) => name.endsWith('.css'));
        expect(styles.length).toBe(new Set(styles.map((name) => name.split('.')[0])).size);
      },
    ));

  test('where the configuration changed', () =>
    withEdited(
      'astro.config.mjs',
      (text) => text.replace("title: 'The Wire'", "title: 'The Cable'"),
      async () => {
        await expectAsFromNothing();
        expect(
          await readFile(path.join(DIST, 'stories/ferry-12-of-norway-keeps-its-lamp/index.html'), 'utf8'),
        ).toContain('The Cable');
      },
    ));

  test('where a dependency changed, and the dumps are read anew', () =>
    withEdited(
      'package-lock.json',
      (text) => text.replace('"version": "', '"version": "0'),
      async () => {
        await expectAsFromNothing();
      },
    ));

  test('where a page was tampered with, or taken away', async () => {
    await appendFile(
      path.join(DIST, 'stories/ferry-12-of-norway-keeps-its-lamp/index.html'),
      '<p>Not ours.</p>',
    );
    await rm(path.join(DIST, 'stories/ferry-13-of-norway-keeps-its-lamp'), { recursive: true });
    expect(made(await expectAsFromNothing())).toBe(2);
  });

  test.each([
    ['was deleted', async () => rm(CACHE, { recursive: true })],
    [
      'has every file cut in half, or empty',
      async () => {
        for (const [at, file] of (await filesIn(CACHE)).entries())
          await truncate(file, at % 2 === 0 ? Math.floor((await readFile(file)).length / 2) : 0);
      },
    ],
    [
      'was written by another version',
      async () => {
        for (const file of await filesIn(path.join(CACHE, 'wirecopy'))) {
          await writeFile(
            file,
            (await readFile(file, 'utf8'))
              .replace('"stamp":"', '"stamp":"0')
              .replace(/^wirecopy pages \d+/u, 'wirecopy pages 0'),
          );
        }
      },
    ],
  ])('where the cache folder %s', async (_, spoil) => {
    await spoil();
    await expectAsFromNothing();
  });

  test('and a file of somebody else’s in the output folder stays, as long as a build can tell', async () => {
    await writeFile(path.join(DIST, 'CNAME'), 'wire.example');
    await build();
    expect(await readFile(path.join(DIST, 'CNAME'), 'utf8')).toBe('wire.example');
    await rm(path.join(DIST, 'CNAME'));
  });
});

describe('a build that was killed', { timeout: 120_000 }, () => {
  test.each(['Syncing content', 'generating static routes'])(
    'after it said “%s” leaves nothing that the next one trusts',
    async (moment) => {
      const before = await readFile(DUMP, 'utf8');
      await writeFile(DUMP, before.replaceAll('on Monday', 'on Sunday'));
      await killedBuild((output) => output.includes(moment));
      await writeFile(DUMP, before);
      await expectAsFromNothing();
    },
  );
});

/** Starts a build and kills it, as a machine that goes down would, as soon as what it said is far enough. */
function killedBuild(isFarEnough: (output: string) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', ...options(DIST)],
      {
        cwd: PROJECT,
        env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...environment(CACHE) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    let killed = false;
    const hear = (data: Buffer) => {
      output += data;
      if (!killed && isFarEnough(output)) killed = child.kill('SIGKILL');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', () =>
      killed ? resolve() : reject(new Error(`It ended before it could be killed:\n${output}`)),
    );
  });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
