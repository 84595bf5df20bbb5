// The wirecopy command, run as a user runs it.
import { exec, execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../integration/cli.ts';
import { MESSAGES } from '../../integration/dump/index.ts';
import type { Output } from '../../integration/terminal/command.ts';
import { tableIn } from '../docs.ts';
import { runCli as wirecopy } from './cli.ts';

const root = path.resolve(import.meta.dirname, '../..');
const seed = path.join(root, 'tests/unit/fixtures/shapes/seed.txt');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-check-'));
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(root);
  await rm(folder, { recursive: true });
});

/** Runs the published command in a process of its own. */
function spawned(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'integration/bin.js'), ...args],
      { cwd: folder },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

async function dump(name: string, text: string): Promise<string> {
  await writeFile(path.join(folder, name), text);
  return name;
}

const STORY =
  'Ferry Returns to Its Old Pier\n\nTT\n\nFerry Returns to Its Old Pier\n\nThe ferry came in at noon.';

describe('wirecopy check', () => {
  test('exits 0 where nothing is wrong', async () => {
    const { code, out } = await spawned('check', await dump('good.txt', STORY));
    expect(code).toBe(0);
    expect(out).toContain('Ferry Returns to Its Old Pier');
  });

  test('ends with what is wrong in several dumps, by code, and where it begins', async () => {
    const names = [await dump('sum-good.txt', STORY)];
    for (const name of ['sum-a.txt', 'sum-b.txt'])
      names.push(await dump(name, `${'A paragraph without a headline. '.repeat(9)}`));
    const { out } = await wirecopy('check', ...names);
    expect(out).toMatch(
      / {2}no-headline: 2 errors, in sum-a\.txt and 1 other\n {2}undated: 1 warning, in sum-good\.txt\n$/u,
    );
    const alone = await wirecopy('check', 'sum-a.txt');
    expect(alone.out).toMatch(/1 error, 0 warnings, \d+ notes?\.\n$/u);
  });

  test('expands a glob that no shell has, and says where nothing matches', async () => {
    for (const name of ['glob-b.txt', 'glob-a.txt']) await dump(name, STORY);
    const { code, out } = await wirecopy('check', 'glob-*.txt');
    expect(code).toBe(0);
    expect(out.match(/^glob-\w\.txt(?= {2})/gmu)).toEqual(['glob-a.txt', 'glob-b.txt']);
    expect((await wirecopy('check', 'none-*.txt')).err).toMatch(/^No file matches none-\*\.txt/u);
  });

  test('says its version', async () => {
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    expect(await wirecopy('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test('exits 1 where a dump has an error, and names file, line and column', async () => {
    const { code, out } = await spawned(
      'check',
      await dump('orphan.txt', `${'A paragraph without a headline. '.repeat(9)}`),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/orphan\.txt[\s\S]*1:1[\s\S]*no-headline/u);
  });

  test.each([
    [
      'a file that is not there',
      ['check', 'nowhere.txt'],
      /There is no file nowhere\.txt \(\/.*nowhere\.txt\)\./u,
    ],
    ['one by its whole path', ['check', '/nowhere.txt'], /There is no file \/nowhere\.txt\.$/mu],
    [
      'several that are not there',
      ['check', 'nowhere.txt', '.', 'none-*.txt'],
      /nowhere\.txt.*\n.* is a folder.*\nNo file matches none-\*\.txt/u,
    ],
    ['a folder', ['check', '.'], /folder|directory/iu],
    ['no file', ['check'], /Usage/u],
    ['no command', [], /Usage/u],
    ['an unknown command', ['chekc', 'a.txt'], /chekc.*Did you mean “check”/u],
    ['an unknown option in its place', ['--versoin'], /no option --versoin\. Did you mean “--version”\?/u],
    ['an option without its dashes', ['help'], /no command “help”\. Did you mean “--help”\?/u],
    ['an option that is a command', ['--check', 'a.txt'], /no option --check\. Did you mean “check”\?/u],
    ['an unknown option', ['check', '--jsn', 'a.txt'], /--jsn\. Did you mean “--json”\?\n\n.*--help.*\n$/u],
    ['a wrong value', ['check', '--layout', 'gap=x', 'a.txt'], /^--layout.*\n\n.*--help.*\n$/u],
  ])('exits 2 for %s, and says why', async (_, args, why) => {
    const { code, out, err } = await wirecopy(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(why);
  });

  test.runIf(process.platform !== 'win32')('exits 2 for a pipe, a socket or a device, at once', async () => {
    execFileSync('mkfifo', [path.join(folder, 'fifo')]);
    for (const [name, kind] of [
      ['fifo', 'a pipe'],
      ['/dev/zero', 'a device'],
    ] as const) {
      const { code, err } = await wirecopy('check', name);
      expect(code).toBe(2);
      expect(err).toContain(`${name} is ${kind}`);
    }
  });

  test.runIf(process.platform !== 'win32')('shows a file’s name on one line, whatever it holds', async () => {
    const name = await dump('a\n9:9 error Forged (no-body)\u001b[31m.txt', 'Only a Headline');
    const { out } = await wirecopy('check', name);
    expect(out.split('\n').filter((line) => line.startsWith('9:9'))).toEqual([]);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('a\\u{a}9:9 error Forged');
  });

  test('makes control and bidirectional characters visible', async () => {
    const name = await dump('escape.txt', STORY.replaceAll('Ferry', 'Ferry \u202e\u2066Night'));
    const { out } = await wirecopy('check', name);
    expect(out).toContain('\\u{202e}\\u{2066}Night');
    expect(out).not.toContain('\u202e');
  });

  test('says what format a dump is in, and what that rests on', async () => {
    const file = await dump(
      'one.jsonl',
      `${JSON.stringify({ headline: 'Ferry Returns', text: 'At noon.' })}\n`,
    );
    const { out } = await wirecopy('check', file);
    expect(out).toContain('one.jsonl  JSON Lines: its first line is an object');
    expect(JSON.parse((await wirecopy('check', '--json', file)).out).dumps).toMatchObject([
      { format: 'jsonl', because: 'its first line is an object' },
    ]);
    expect((await wirecopy('check', '--format', 'jsonl', file)).out).toContain(
      'JSON Lines: an option says so',
    );
  });

  test('--json prints one object with a dump a file, keys without a value left out', async () => {
    const { out } = await wirecopy('check', '--json', await dump('good.txt', STORY));
    expect(JSON.parse(out)).toEqual({
      dumps: [
        {
          dump: 'good.txt',
          format: 'pages',
          lines: 7,
          ledger: {
            headline: 1,
            dek: 0,
            byline: 0,
            caption: 0,
            furniture: 1,
            echo: 1,
            paragraph: 1,
            subhead: 0,
            list: 0,
            blank: 3,
            unclaimed: 0,
          },
          stories: [
            {
              id: 'ferry-returns-to-its-old-pier',
              headline: 'Ferry Returns to Its Old Pier',
              photos: [],
              lang: 'en',
              dir: 'ltr',
              places: [],
              wordCount: 6,
              confidence: expect.closeTo(0.9, 1),
              lines: [1, 7],
              blocks: [{ type: 'paragraph', text: 'The ferry came in at noon.' }],
            },
          ],
          messages: [expect.objectContaining({ severity: 'warning', code: 'undated', line: 1, column: 1 })],
        },
      ],
    });
  });

  test('publishes duplicates across dumps once, and says where the other is', async () => {
    const names = [await dump('one.txt', STORY), await dump('two.txt', STORY)];
    const { out } = await wirecopy('check', '--json', ...names);
    const { dumps } = JSON.parse(out);
    expect(dumps[0].stories).toHaveLength(1);
    expect(dumps[1].stories).toHaveLength(0);
    expect(dumps[1].messages).toContainEqual(expect.objectContaining({ code: 'duplicate' }));
  });

  test('a day in the file’s name dates its stories', async () => {
    const { out } = await wirecopy('check', '--json', await dump('2026-02-28.txt', STORY));
    expect(JSON.parse(out).dumps[0].stories[0]).toMatchObject({ date: '2026-02-28', dateBasis: 'file' });
  });

  test('a day that no calendar has dates nothing', async () => {
    const { out } = await wirecopy('check', '--json', await dump('2026-02-30.txt', STORY));
    expect(JSON.parse(out).dumps[0].stories[0]).not.toHaveProperty('date');
  });
});

/** Runs the command on a terminal of a width. */
async function onTerminal(columns: number, hasColors: boolean, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = (to: string[]): Output => ({
    write: (text) => to.push(String(text)),
    isTTY: true,
    columns,
    hasColors: () => hasColors,
  });
  const code = await main(['check', ...args], terminal(out), terminal(err));
  return { code, out: out.join(''), err: err.join('') };
}

describe('the report for people', () => {
  const LONG = '長い見出し'.repeat(30);
  const MIXED = [
    'Ferry Returns to Its Old Pier',
    LONG,
    'الميناءُ القديمُ يستقبلُ أوّلَ سفينةٍ منذ عامٍ كاملٍ من الانتظار الطويل على الرصيف',
    `Cafe\u0301 ${'e\u0301'.repeat(90)}`,
  ];
  const text = MIXED.map((headline) => STORY.replaceAll('Ferry Returns to Its Old Pier', headline));

  test.each([60, 80, 132])(
    'keeps the table of stories within %i columns, whatever the script',
    async (columns) => {
      const name = await dump('mixed.txt', text.join('\n\n\n\n'));
      const { out } = await onTerminal(columns, false, path.join(folder, name));
      const table = out.split('\n').filter((line) => /^ +\d+ {2}(?:undated|\d{4})/u.test(line));
      expect(table).toHaveLength(MIXED.length);
      for (const row of table) expect(stringWidth(row)).toBeLessThanOrEqual(columns);
      expect(table[0]).toMatch(/^ +1 {2}undated +en +6 {2}Ferry Returns/u);
      expect(table[1]).toMatch(/長い見出し.*…$/u);
    },
  );

  test('shows the id of each story whole: corrections are made by it', async () => {
    const headline = 'Ferry Returns to Its Old Pier After a Year of Waiting for the Harbor';
    const name = await dump('ids.txt', STORY.replaceAll('Ferry Returns to Its Old Pier', headline));
    const { out } = await onTerminal(60, false, path.join(folder, name));
    expect(out).toContain('  ferry-returns-to-its-old-pier-after-a-year-of-waiting-for-the-harbor\n');
  });

  test('shows the first twenty messages of a code and how many there are, all with --all', async () => {
    const stories = Array.from({ length: 50 }, (_, at) => STORY.replaceAll('Ferry', `Ferry ${at}`));
    const name = await dump('undated.txt', stories.join('\n\n\n\n'));
    const shown = (out: string) => out.match(/\(undated\)$/gmu)?.length;
    const { out } = await wirecopy('check', name);
    expect(shown(out)).toBe(20);
    expect(out).toContain('undated: 50 in all');
    expect(out).toContain('50 warnings');
    expect(shown((await wirecopy('check', '--all', name)).out)).toBe(50);
  });

  test('cuts nothing where it does not go to a terminal', async () => {
    const { out } = await wirecopy('check', await dump('long.txt', STORY.replaceAll('Ferry', LONG)));
    expect(out).toContain(`${LONG} Returns to Its Old Pier`);
  });

  test('says of an approximate day that it is one', async () => {
    const caption = 'The ferry, April 24, 2025. (Reuters)';
    const text = STORY.replace('TT', `${caption}\n${caption}\n\nTT`);
    const { out } = await wirecopy('check', await dump('photo.txt', text));
    expect(out).toContain('~2025-04-24');
  });

  test('shows the line that a message is about, with a caret under the column', async () => {
    const { out } = await wirecopy(
      'check',
      await dump('bell.txt', STORY.replace('came in', 'came\u0007 in')),
    );
    expect(out).toContain(
      [
        'bell.txt:7:15 warning Removed 1 forbidden character: U+0007. (control-characters)',
        '    7 | The ferry came\\u{7} in at noon.',
        '      |               ^',
      ].join('\n'),
    );
  });

  test('puts the caret under the right column behind wide characters, and shows what is near it of a long line', async () => {
    const line = `${'長'.repeat(400)}\u0007${'x'.repeat(400)}`;
    const name = await dump('wide.txt', STORY.replace('The ferry came in at noon.', line));
    const { out } = await onTerminal(80, false, path.join(folder, name));
    const [shown = '', caret = ''] = out
      .split('\n')
      .slice(out.split('\n').findIndex((each) => /^ +7 \|/u.test(each)));
    expect(stringWidth(shown)).toBeLessThanOrEqual(80);
    const before = shown.slice(0, shown.indexOf('\\u{7}'));
    expect(caret.indexOf('^')).toBe(stringWidth(before));
  });

  test('lists messages in the order of their lines', async () => {
    const stories = [1, 2, 3].map((n) =>
      STORY.replaceAll('Ferry', `Ferry ${n}`).replace('noon', 'no\u0007on'),
    );
    const { out } = await wirecopy('check', await dump('order.txt', stories.join('\n\n\n\n')));
    const lines = [...out.matchAll(/^order\.txt:(\d+):/gmu)].map(([, line]) => Number(line));
    expect(lines).toHaveLength(6);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test('is in colour on a terminal that has them, and nowhere else', async () => {
    const name = path.join(folder, await dump('colour.txt', STORY));
    expect((await onTerminal(80, true, name)).out).toContain('\u001b[33mwarning\u001b[39m');
    expect((await onTerminal(80, false, name)).out).not.toContain('\u001b');
    expect((await wirecopy('check', name)).out).not.toContain('\u001b');
  });

  test('ends with what all dumps amount to', async () => {
    const names = [await dump('one.txt', STORY), await dump('two.txt', STORY)];
    expect((await wirecopy('check', ...names)).out).toMatch(
      /^1 story in 2 dumps: 0 errors, 2 warnings, 1 note\.\n {2}undated: 2 warnings, in one\.txt and 1 other\n$/mu,
    );
  });
});

describe('a large dump', { timeout: 30_000 }, () => {
  const paragraph = `${'The council counted its lamps again, and again found one of them missing. '.repeat(8)}\n\n`;
  let name = '';
  beforeAll(async () => {
    const story = (n: number) =>
      `Lamps of Town ${n}\n\nTT\n\nLamps of Town ${n}\n\n${paragraph.repeat(12)}\n\n`;
    name = await dump('large.txt', Array.from({ length: 3200 }, (_, n) => story(n)).join(''));
  });

  test('shows on a terminal how far it has come, and takes that away again', async () => {
    const { err } = await onTerminal(80, false, '--json', path.join(folder, name));
    expect(err).toMatch(/\r\[#*\.*\] \d+ % {2}\d+ of 2\d MB .+/u);
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  test('leaves standard error alone where that is no terminal', async () => {
    expect((await spawned('check', name)).err).toBe('');
  });

  test('is printed piece by piece: no more waits for a slow reader than a dump’s share', async () => {
    const pieces: string[] = [];
    let [waiting, most] = [0, 0];
    const slow: Output = {
      write(text) {
        pieces.push(String(text));
        waiting += text.length;
        most = Math.max(most, waiting);
        return false;
      },
      once(_, listener) {
        setImmediate(() => {
          waiting = 0;
          listener();
        });
      },
    };
    expect(await main(['check', '--json', path.join(folder, name)], slow, { write: () => {} })).toBe(0);
    expect(JSON.parse(pieces.join('')).dumps[0].stories).toHaveLength(3200);
    expect(most).toBeLessThan(2 ** 20);
  });
});

test('many messages are printed in the order of their lines, and each once', async () => {
  const lines = Array.from({ length: 9001 }, (_, n) => `A paragraph with a bell\u0007, the ${n}th of them.`);
  const name = await dump('bells.txt', `${STORY}\n\n${lines.join('\n\n')}`);
  const { out } = await onTerminal(80, false, '--json', path.join(folder, name));
  const { messages } = JSON.parse(out).dumps[0];
  const bells = messages.filter(({ code }: { code: string }) => code === 'control-characters');
  expect(bells.map(({ line }: { line: number }) => line)).toEqual(lines.map((_, n) => 9 + 2 * n));
});

describe('the options of the loader', () => {
  test('--encoding reads a dump that is in another', async () => {
    await writeFile(path.join(folder, 'latin.txt'), Buffer.from(STORY.replaceAll('Ferry', 'Café'), 'latin1'));
    expect((await wirecopy('check', 'latin.txt')).code).toBe(1);
    const { code, out } = await wirecopy('check', '--encoding', 'latin1', 'latin.txt');
    expect(code).toBe(0);
    expect(out).toContain('Café Returns');
  });

  test('--furniture takes a line for a page control', async () => {
    const name = await dump('share.txt', STORY.replace('TT', 'Share this'));
    const { out } = await wirecopy('check', '--json', '--furniture', 'Share this', name);
    expect(JSON.parse(out).dumps[0].ledger.furniture).toBe(1);
  });

  test.each([
    ['--encoding', 'windows-9999', /windows-9999/u],
    ['--lang', '?', /\?/u],
  ])('a wrong %s exits 2 and says so', async (option, value, why) => {
    const { code, err } = await wirecopy('check', option, value, await dump('good.txt', STORY));
    expect(code).toBe(2);
    expect(err).toMatch(why);
  });
});

test('a packed dump is checked as it is', async () => {
  await writeFile(path.join(folder, 'packed.txt.gz'), gzipSync(STORY));
  const { code, out } = await wirecopy('check', 'packed.txt.gz');
  expect(code).toBe(0);
  expect(out).toContain('Ferry Returns to Its Old Pier');
});

test('a packed dump that unpacks to thousands of times its size is read as far as that is likely', async () => {
  await writeFile(path.join(folder, 'bomb.txt.zst'), zstdCompressSync(Buffer.alloc(2 ** 26, '\n')));
  const { code, out } = await wirecopy('check', '--json', 'bomb.txt.zst');
  expect(code).toBe(1);
  const [{ messages, lines }] = JSON.parse(out).dumps;
  expect(lines).toBeLessThan(2 ** 23);
  expect(messages.at(-1).text).toContain('more than 500 times its size');
});

test('whoever stops reading ends the command quietly', async () => {
  const name = await dump(
    'pipe.txt',
    Array.from({ length: 3000 }, (_, n) => STORY.replaceAll('Ferry', `Ferry ${n}`)).join('\n\n\n\n'),
  );
  const command = `"${process.execPath}" "${path.join(root, 'integration/bin.js')}" check --json ${name} | head -c 100 > /dev/null`;
  const err = await new Promise<string>((resolve) =>
    exec(command, { cwd: folder }, (_, __, stderr) => resolve(stderr)),
  );
  expect(err).toBe('');
});

test('the table of messages in the docs is the one in the code', () => {
  const cells = tableIn('messages');
  const rows = Object.entries(MESSAGES).map(([code, { severity, meaning }]) => [
    `\`${code}\``,
    severity,
    meaning,
  ]);
  expect(cells[0]).toEqual(['Code', 'Severity', 'What it says']);
  expect(cells.slice(2)).toEqual(rows);
});

test('a newspaper’s pages give exactly the ledger, credits and dates that they have', async () => {
  const { code, out } = await wirecopy('check', '--json', seed);
  const [checked] = JSON.parse(out).dumps;
  expect(code).toBe(0);
  expect(checked.lines).toBe(33);
  expect(checked.ledger).toEqual({
    headline: 2,
    dek: 0,
    byline: 0,
    caption: 2,
    furniture: 2,
    echo: 8,
    paragraph: 5,
    subhead: 0,
    list: 0,
    blank: 14,
    unclaimed: 0,
  });
  expect(checked.stories.map(({ photos }: { photos: { credit: string }[] }) => photos[0]?.credit)).toEqual([
    'Reuters',
    'Asharq Al-Awsat',
  ]);
  expect(checked.stories[0]).toMatchObject({ date: '2025-04-24', dateBasis: 'photo' });
  expect(checked.stories[1]).not.toHaveProperty('date');
});

test('--strict fails for a doubtful story, which is listed first', async () => {
  const links = 'Weather\n\nTides of the week\n\nBoats for sale\n\nBerths\n\nTimetable';
  const text = `Ferry Returns to Its Old Pier\n\nBy Mara Elliot\n\n${links}\n\nThe ferry came in at noon.\n\n${links}\n`;
  const name = await dump('doubtful.txt', text);
  const { code, out } = await wirecopy('check', name);
  expect(code).toBe(0);
  expect(out).toMatch(/^doubtful\.txt:1:1 warning .*\(doubtful\)$/mu);
  expect(out.indexOf('(doubtful)')).toBeLessThan(out.indexOf('(undated)'));
  expect((await wirecopy('check', '--strict', name)).code).toBe(1);
});
