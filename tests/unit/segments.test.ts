// A dump that is read in segments, cut anywhere: the result is that of reading it whole.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DumpReader, type Found, readInSegments, readSegment } from '../../integration/dump/index.ts';
import { storyText } from '../dumps.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures/pages');
const page = (name: string) => readFileSync(path.join(FIXTURES, name), 'utf8');
const pages = readdirSync(FIXTURES).map((name) => page(name).trim());
/** How a dump's stories look is settled by so much of it. */
const SURVEYED = 512 * 1024;

const prose = Array.from(
  { length: 8 },
  (_, at) => `Paragraph ${at} ${'of many words '.repeat(20)}ends here.`,
);
const lamps = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    storyText(`Lighthouse ${from + at} Is Painted Again`, [`It is number ${from + at}.`, ...prose]),
  );
const plain = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    [`Harbour ${from + at} Opens Its Gates`, ...prose, `The gates were ${from + at} years old.`].join('\n\n'),
  );

/** What one reader finds in each chunk, and knows at the end. */
function readWhole(chunks: readonly Uint8Array[]) {
  const reader = new DumpReader();
  const found: Found[][] = chunks.map((chunk) => reader.push(chunk));
  found.push(reader.end());
  const { lines, ledger, checkpoint, dialect } = reader;
  return { found, totals: { lines, ledger, checkpoint, dialect } };
}

async function readCut(chunks: readonly Uint8Array[], segmentBytes: number, ahead: number) {
  const convert = async (found: readonly Found[]) => [...found];
  let here = 0;
  const convertHere = (found: readonly Found[]) => {
    here += found.length;
    return convert(found);
  };
  async function* pieces() {
    for (const bytes of chunks) yield { bytes: Uint8Array.from(bytes), before: [] };
  }
  const reading = readInSegments<Found>(pieces(), {
    options: {},
    segmentBytes,
    ahead,
    convert: convertHere,
    read: (segment) => readSegment(segment, {}, convert),
    // Whoever reads them after that finds something else.
    release: (bytes) => bytes.fill(0x41),
  });
  const found: Found[][] = [];
  for (;;) {
    const { value, done } = await reading.next();
    if (done) return { found, totals: value, here };
    found.push(value);
  }
}

/** Cuts a dump at places given as parts of it. */
function cut(dump: Buffer, places: readonly number[]): Uint8Array[] {
  const offsets = [...new Set(places.map((place) => Math.floor(place * dump.length)))].sort((a, b) => a - b);
  return [...offsets, dump.length].map((end, at) => dump.subarray(offsets[at - 1] ?? 0, end));
}

const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
const sizes = fc.constantFrom(1, 20_000, 200_000);

describe('a dump read in segments', () => {
  test.for([
    ['echoed headlines', lamps(0, 700).join('\n\n\n\n')],
    ['headlines below gaps', plain(0, 700).join('\n\n\n')],
    ['no gaps', `${lamps(0, 700).join('\n\n')}\n`],
    ['entities', lamps(0, 600).join('\n\n\n\n').replaceAll('It is', 'It &amp; they &#8217;re')],
    ['rules', plain(0, 700).join('\n----------\n')],
  ])('%s: the same as one reader, by chunks', async ([, text = '']) => {
    const dump = Buffer.from(text);
    expect(dump.length).toBeGreaterThan(SURVEYED * 1.5);
    const chunks = cut(dump, [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]);
    const { here, ...read } = await readCut(chunks, 1, 3);
    expect(read).toEqual(readWhole(chunks));
    // All that stands below its first part was read in segments.
    expect(here).toBeLessThan(read.found.flat().length * 0.7);
  });

  test('two readers that never meet: the same as one reader', async () => {
    // Its pages, with what they hold said before each line, are cut at every other one, whichever comes first.
    const dump = Buffer.from(`${page('collapsed-lone-caption-above-tt.txt')}\n\n\n\n`.repeat(1300));
    const chunks = Array.from({ length: Math.ceil(dump.length / 65_549) }, (_, at) =>
      dump.subarray(at * 65_549, (at + 1) * 65_549),
    );
    const { here, ...read } = await readCut(chunks, 262_196, 3);
    expect(read).toEqual(readWhole(chunks));
    expect(here).toBe(read.found.flat().length);
  });

  test('whatever stands in it, and wherever it is cut, the same as one reader', async () => {
    const odd = fc.constantFrom(
      '',
      '\n\n\n\n',
      'TT\n',
      'Short One\n',
      '\u0007 A line that is odd.\n',
      '\u00e4\u00f6\u00fc \u0634\u0627\u0631\u0639 \u2028\n',
      'A sentence that closes.\n\n\n',
      '&nbsp;\n&nbsp;\n',
      `${'word '.repeat(30_000)}\n`,
    );
    const parts = fc.array(fc.tuple(fc.nat(pages.length - 1), odd), { minLength: 20, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(
        parts,
        places,
        sizes,
        fc.integer({ min: 1, max: 5 }),
        async (list, at, size, ahead) => {
          const mixed = list.map(([page, line]) => `${pages[page] ?? ''}\n\n\n${line}`).join('\n');
          const text = `${lamps(0, 220).join('\n\n\n\n')}\n\n\n\n${mixed}\n${lamps(500, 30).join('\n\n\n\n')}`;
          const chunks = cut(Buffer.from(text), at);
          const { here: _, ...read } = await readCut(chunks, size, ahead);
          expect(read).toEqual(readWhole(chunks));
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});
