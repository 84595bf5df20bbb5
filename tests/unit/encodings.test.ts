// Dumps that are not plain UTF-8: other encodings, compressed files, and the copies that byte ranges refer to.
import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadingOptions } from '../../integration/config/loader-options.ts';
import { Decoder, encodingNamed, type Message } from '../../integration/dump/index.ts';
import { openDump, type TextOptions } from '../../integration/files/dump-text.ts';
import { digestFile } from '../../integration/files/file-digest.ts';
import { dumpFile } from '../../integration/files/find-dumps.ts';
import { removeUnusedCopies } from '../../integration/files/text-copy.ts';
import { dumpLoader } from '../../integration/loader.ts';
import { encodingsOf } from '../../integration/stories/encoding-finder.ts';
import { FormatFinder } from '../../integration/stories/format-finder.ts';
import { StoryReader } from '../../integration/stories/story-reader.ts';
import { longDump, storyText } from '../dumps.ts';
import { load } from './loading.ts';

let folder = '';
let cache = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-encodings-'));
  cache = path.join(folder, 'cache');
});
afterAll(() => rm(folder, { recursive: true }));

const ARABIC = storyText('الميناء القديم يستقبل أول سفينة منذ عام', [
  'وصلت السفينة ظهر الاثنين إلى الرصيف القديم، وفق ما قاله مدير الميناء.',
  'وكان الميناء قد أُغلق قبل عام لإصلاح رصيفه الشمالي.',
]);
const XML = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`;
const FRENCH = storyText('Le café de la gare rouvre après l’été', ['Le café a rouvert ses portes à midi.']);

/** Writes a file and gives it back as a dump. */
async function dump(name: string, bytes: string | Uint8Array) {
  await writeFile(path.join(folder, name), bytes);
  return dumpFile(path.join(folder, name), folder);
}

const PAGES = { name: 'pages', because: 'it says so' } as const;

/** Reads a dump as the loader does. */
async function read(
  file: Awaited<ReturnType<typeof dump>>,
  options: ReadingOptions & { cache?: string } = {},
) {
  const { cache } = options;
  const encoding = encodingsOf(options).find(file.name);
  const text = await openDump(file, { encoding, ...(cache && (await copiesIn(cache, file))) });
  const headlines: string[] = [];
  const messages: Message[] = [];
  let lines = 0;
  for await (const batch of new StoryReader(options).read(file, text, PAGES)) {
    for (const reading of batch) {
      if (reading.kind === 'story') headlines.push(reading.story.headline);
      else if (reading.kind === 'message') messages.push(reading.message);
      else lines = reading.lines;
    }
  }
  const errors = messages.filter(({ severity }) => severity === 'error');
  return { headlines, lines, text, errors, codes: messages.map(({ code }) => code) };
}

/** How the loader asks for a copy of a text. */
async function copiesIn(cache: string, file: Awaited<ReturnType<typeof dump>>): Promise<TextOptions> {
  return { copies: { folder: cache, digest: (await digestFile(file.path)).digest, of: 'text' } };
}

/** Changes a byte near the end of a file, and leaves its size and its time. */
async function changeByte(file: string): Promise<void> {
  const { atime, mtime } = await stat(file);
  const bytes = await readFile(file);
  const at = bytes.length - 20;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(file, bytes);
  await utimes(file, atime, mtime);
}

async function textOf(file: Awaited<ReturnType<typeof dump>>, options: Parameters<typeof openDump>[1] = {}) {
  return Buffer.concat(await Array.fromAsync(await openDump(file, options))).toString();
}

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const latin1 = (text: string) => Buffer.from(text.replaceAll('’', "'"), 'latin1');
/** The bytes of a text in windows-1256, by looking up every byte's character. */
function windows1256(text: string): Uint8Array {
  const characters = new TextDecoder('windows-1256').decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  return Uint8Array.from(text, (character) => characters.indexOf(character));
}

describe('an encoding', () => {
  test.each([
    ['UTF-8', Buffer.from(ARABIC)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${ARABIC}`)],
    ['UTF-16, little-endian', Buffer.from(`\ufeff${ARABIC}`, 'utf16le')],
    ['UTF-16, big-endian', utf16be(ARABIC)],
  ])('is told by its byte order mark: %s', async (name, bytes) => {
    const { headlines, errors } = await read(await dump(`${name}.txt`, bytes));
    expect(headlines).toEqual(['الميناء القديم يستقبل أول سفينة منذ عام']);
    expect(errors).toEqual([]);
  });

  test.each([
    ['windows-1252', 'Un café rouvre', 'pages'],
    ['windows-1256', 'الميناء القديم يستقبل أول سفينة', 'pages'],
    ['gb18030', '老码头的木船学校重新开学', 'pages'],
    ['latin1', 'title;text\nUn café rouvre;Il a rouvert à midi.', 'csv'],
  ] as const)(
    'that is stated for a dump in UTF-8 would make other letters of it: %s',
    async (encoding, text, format) => {
      const finder = new FormatFinder({ encoding, format });
      // Its first bytes may end within a letter.
      const long = `${text}\n`.repeat(5000);
      for (const each of [text, long, `a${long}`, `ab${long}`]) {
        const file = await dump('utf-8.txt', each);
        const found = await finder.find('utf-8.txt', await openDump(file, { encoding }));
        expect(found.name).toBe('refused');
        expect(found.because).toContain('text in UTF-8');
      }
    },
  );

  test.each([
    ['windows-1252', latin1(FRENCH)],
    ['windows-1256', windows1256(ARABIC)],
    ['windows-1256', Buffer.from(`\ufeff${ARABIC}`)],
    ['gb18030', Buffer.from('The pier opens. ', 'latin1')],
    ['gb18030', Uint8Array.of(0x41, 0xc2, 0xa9, 0x41)],
    ['utf-16le', Buffer.from('ab', 'utf16le')],
    ['utf-8', Buffer.from(FRENCH)],
  ])('that a dump is in is no mistake: %s', async (encoding, bytes) => {
    const file = await dump('right.txt', bytes);
    const found = await new FormatFinder({ encoding }).find('right.txt', await openDump(file, { encoding }));
    expect(found.name).toBe('pages');
  });

  test.each<[what: string, bytes: Uint8Array, encoding: string | undefined, text: string]>([
    ['states', latin1(`${XML('ISO-8859-1')}<a>café</a>`), undefined, 'café'],
    ['states, with letters that come late', latin1(`${XML('latin1')}${' '.repeat(1e5)}é`), undefined, 'é'],
    ['states no longer', Buffer.from(`${XML('ISO-8859-1')}<a>café</a>`), undefined, 'café'],
    ['states and the site states otherwise', latin1(`${XML('koi8-r')}é`), 'windows-1252', 'é'],
    ['states by a label that nobody knows', Buffer.from(`${XML('x-mine')}é`), undefined, 'é'],
    ['states below its first line', Buffer.from(`<a>\n${XML('ISO-8859-1')}é</a>`), undefined, 'é'],
  ])('of XML is the one that it %s', async (_, bytes, encoding, text) => {
    expect(await textOf(await dump('a.xml', bytes), { encoding })).toContain(text);
  });

  test.each([
    ['windows-1256', windows1256(ARABIC), 'الميناء القديم يستقبل أول سفينة منذ عام'],
    ['latin1', latin1(FRENCH), "Le café de la gare rouvre après l'été"],
  ])('is taken from the option where nothing else tells it: %s', async (encoding, bytes, headline) => {
    const { headlines, errors } = await read(await dump(`${encoding}.txt`, bytes), { encoding });
    expect(headlines).toEqual([headline]);
    expect(errors).toEqual([]);
  });

  test('a byte order mark says more than the option', async () => {
    const file = await dump('marked.txt', `\ufeff${ARABIC}`);
    expect((await read(file, { encoding: 'windows-1256' })).headlines).toEqual([
      'الميناء القديم يستقبل أول سفينة منذ عام',
    ]);
  });

  test('that nobody knows is refused when the site is configured, with what may be written instead', () => {
    expect(() => dumpLoader({ dumps: 'a.txt', encoding: 'windows-9999' })).toThrow(
      /"windows-1256".*"windows-9999"/u,
    );
    expect(encodingNamed('LATIN1')).toBe('windows-1252');
  });

  test('bytes that mean nothing in it are an error at their line and column', async () => {
    const file = await dump(
      'broken.sjis.txt',
      Buffer.concat([latin1(`${FRENCH}\nab`), Buffer.from([0xff, 0x2e])]),
    );
    const { errors } = await read(file, { encoding: 'shift_jis' });
    const last = FRENCH.split('\n').length + 1;
    expect(errors).toContainEqual(expect.objectContaining({ code: 'invalid-bytes', line: last, column: 3 }));
  });

  test('a replacement character that UTF-16 text itself holds is no error; half a surrogate pair is', async () => {
    const doubt = `${FRENCH}\nA \ufffd stands here.`;
    const held = await dump('held.txt', Buffer.from(`\ufeff${doubt}`, 'utf16le'));
    expect((await read(held)).errors).toEqual([]);
    const half = await dump('half.txt', Buffer.from(`\ufeff${doubt}\nHalf \ud83d of a pair.`, 'utf16le'));
    const { errors } = await read(half);
    expect(errors.at(-1)).toMatchObject({
      code: 'invalid-bytes',
      line: doubt.split('\n').length + 1,
      column: 6,
    });
  });

  test('invalid UTF-8 is reported with its byte in the file, behind a replacement character that is none', async () => {
    const before = `${FRENCH}\n  A \ufffd and a `;
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xc7]), Buffer.from(' byte.')]);
    const [error] = (await read(await dump('invalid.txt', bytes))).errors;
    expect(error).toMatchObject({ code: 'invalid-bytes', column: '  A \ufffd and a '.length + 1 });
    expect(error?.text).toContain(`${Buffer.byteLength(before) + 1} of the dump’s text`);
  });

  test('makes the same of chunks of any size', () => {
    const inputs = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 40 }),
      size: fc.integer({ min: 1, max: 7 }),
      form: fc.constantFrom('utf16le', 'utf16be', 'utf-8'),
    });
    fc.assert(
      fc.property(inputs, ({ text, size, form }) => {
        const marked = `\ufeff${text.toWellFormed()}`;
        const bytes =
          form === 'utf16be'
            ? utf16be(marked.slice(1))
            : Buffer.from(marked, form === 'utf-8' ? 'utf8' : 'utf16le');
        const decoder = new Decoder();
        const out: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) out.push(decoder.push(bytes.subarray(at, at + size)));
        out.push(decoder.end());
        expect(
          Buffer.concat(out)
            .toString()
            .replace(/^\ufeff/u, ''),
        ).toBe(marked.slice(1));
        expect(decoder.messages).toEqual([]);
      }),
    );
  });
});

describe('a compressed dump', () => {
  const LONG = longDump(1500, 0);

  test.each([
    ['gzip', gzipSync(LONG)],
    ['gzip of two members', Buffer.concat([gzipSync(LONG.slice(0, 5000)), gzipSync(LONG.slice(5000))])],
    ['zstd', zstdCompressSync(LONG)],
    [
      'zstd of several frames',
      Buffer.concat([0, 700, 5000].map((from, at, all) => zstdCompressSync(LONG.slice(from, all[at + 1])))),
    ],
    [
      'zstd with a skippable frame first',
      Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]), zstdCompressSync(LONG)]),
    ],
  ])('is read to its last line: %s', async (name, bytes) => {
    expect(await textOf(await dump(name, bytes))).toBe(LONG);
  });

  test('is known by its first bytes, whatever it is named', async () => {
    expect(await textOf(await dump('named.txt', gzipSync(LONG)))).toBe(LONG);
  });

  test('can be in another encoding', async () => {
    const file = await dump('utf16.txt.gz', gzipSync(Buffer.from(`\ufeff${ARABIC}`, 'utf16le')));
    expect((await read(file)).headlines).toEqual(['الميناء القديم يستقبل أول سفينة منذ عام']);
  });

  test('takes its day from its name', async () => {
    expect((await dump('2025-04-24.txt.zst', zstdCompressSync(FRENCH))).day).toBe('2025-04-24');
  });

  const gzip = gzipSync(LONG);
  const zstd = zstdCompressSync(LONG);
  const damaged = (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    copy.fill(0xa5, Math.floor(copy.length * 0.8), Math.floor(copy.length * 0.8) + 40);
    return copy;
  };
  test.each([
    ['cut.gz', gzip.subarray(0, Math.floor(gzip.length * 0.8))],
    ['damaged.gz', damaged(gzip)],
    ['cut.zst', zstd.subarray(0, Math.floor(zstd.length * 0.8))],
    ['damaged.zst', damaged(zstd)],
  ])(
    'that is damaged is an error that names it and says what to do; what stands before is cached: %s',
    async (name, bytes) => {
      const { headlines, errors, lines } = await read(await dump(name, bytes));
      expect(headlines.length).toBeGreaterThan(100);
      expect(errors).toContainEqual(expect.objectContaining({ code: 'unreadable', line: lines }));
      expect(errors.map(({ text }) => text).join()).toMatch(new RegExp(`${name}.*again.*--test`, 'u'));
    },
  );

  test.each(['empty.gz', 'empty.zst', 'text.gz', 'text.zst'])(
    'that holds nothing of the kind its name says is an error, and not empty: %s',
    async (name) => {
      const file = await dump(name, name.startsWith('empty') ? '' : FRENCH);
      expect((await read(file)).codes).toEqual(['unreadable']);
    },
  );
});

describe('the copy of a text', () => {
  test('is not made of a dump that is its own text', async () => {
    const { text } = await read(await dump('plain.txt', `\ufeff${ARABIC}`), { cache });
    expect(text.copy).toBeUndefined();
  });

  test('holds the dump unpacked, in UTF-8, and is used again', async () => {
    const file = await dump('cached.txt.gz', gzipSync(windows1256(ARABIC)));
    const { text } = await read(file, { cache, encoding: 'windows-1256' });
    expect(await readFile(text.copy ?? '', 'utf8')).toBe(ARABIC);
    const again = await read(file, { cache, encoding: 'windows-1256' });
    expect(again.text.isCurrent).toBe(true);
    expect(again.text.copy).toBe(text.copy);
    expect(again.headlines).toEqual(['الميناء القديم يستقبل أول سفينة منذ عام']);
  });

  test.each([
    ['the dump changed', async (file: string) => appendFile(file, gzipSync('\n\nMore.'))],
    ['its bytes changed, and neither size nor time', changeByte],
    ['the copy was cut off', async (_: string, copy: string) => truncate(copy, 10)],
    ['the copy is gone', async (_: string, copy: string) => rm(copy)],
  ])('is made again when %s', async (name, change) => {
    const file = await dump(`${name}.gz`, gzipSync(ARABIC));
    const first = await read(file, { cache });
    await change(file.path, first.text.copy ?? '');
    const second = await read(file, { cache });
    expect(second.text.isCurrent).toBe(false);
    expect(await readFile(second.text.copy ?? '', 'utf8')).toBe(await textOf(file));
  });

  test('of a dump with faults is made every time, so that they are reported every time', async () => {
    const bytes = gzipSync(longDump(900, 0));
    const file = await dump('faulty.gz', bytes.subarray(0, bytes.length - 300));
    const codes = async () => (await read(file, { cache })).errors.map(({ code }) => code);
    expect(await codes()).toContain('unreadable');
    expect(await codes()).toContain('unreadable');
  });

  test('never takes the old one’s place when reading stops halfway', async () => {
    const file = await dump('halfway.gz', gzipSync(longDump(3000, 0)));
    const { copy = '' } = await openDump(file, await copiesIn(cache, file));
    for await (const _ of await openDump(file, await copiesIn(cache, file))) break;
    expect((await readdir(cache)).filter((name) => path.join(cache, name).startsWith(copy))).toEqual([]);
  });

  test('can be read from a byte on, whether it is made or there', async () => {
    const file = await dump('from.gz', gzipSync(ARABIC));
    const rest = Buffer.from(ARABIC).subarray(100);
    for (const state of [false, true]) {
      const text = await openDump(file, await copiesIn(cache, file));
      expect(text.isCurrent).toBe(state);
      expect(Buffer.concat(await Array.fromAsync(text.from(100)))).toEqual(rest);
    }
    expect(Buffer.concat(await Array.fromAsync((await openDump(file)).from(100)))).toEqual(rest);
  });

  test('goes when its dump has gone', async () => {
    const own = path.join(folder, 'dropping');
    const [cached, gone] = [await dump('a.gz', gzipSync(ARABIC)), await dump('b.gz', gzipSync(FRENCH))];
    const { text } = await read(cached, { cache: own });
    await read(gone, { cache: own });
    expect(await readdir(own)).toHaveLength(4);
    await removeUnusedCopies(own, [text.copy ?? '']);
    expect((await readdir(own)).sort()).toEqual(
      [text.copy, `${text.copy}.json`].map((name) => path.basename(name ?? '')),
    );
  });
});

test('dumps of several encodings are loaded together, where globs state them', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'wirecopy-mixed-'));
  try {
    await writeFile(path.join(root, 'new.txt'), FRENCH);
    await writeFile(
      path.join(root, 'old.txt'),
      Buffer.from(FRENCH.replaceAll('’', "'").replaceAll('gare', 'côte'), 'latin1'),
    );
    const { log, index } = await load(root, {
      dumps: '*.txt',
      encoding: { 'old*.txt': 'windows-1252', 'none*.txt': 'windows-1256' },
    });
    expect(index).toContain('"stories":2');
    expect(log.join('\n')).not.toMatch(/refused|invalid-bytes/u);
    expect(log.join('\n')).toContain('“none*.txt”');
  } finally {
    await rm(root, { recursive: true });
  }
});
