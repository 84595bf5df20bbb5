import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordWindows } from '../../integration/dump/heads/word-windows.ts';
import { DumpReader, readDump, readStoryLedger } from '../../integration/dump/index.ts';
import { type DumpStory, LINE_CLASSES, type LineClass } from '../../integration/dump/types.ts';
import { copies, LAYOUTS, type Line, textOf } from './layouts.ts';
import { ledgerOf, saidBy, shapeNames, shapeText, sum } from './reading.ts';

type Dump = ReturnType<typeof readDump>;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Lines of a dump of any bytes: line breaks, and one more if anything follows the last. */
function countLines(bytes: Uint8Array): number {
  const breaks = bytes.reduce((total, byte) => (byte === 0x0a ? total + 1 : total), 0);
  return bytes.length > 0 && bytes.at(-1) !== 0x0a ? breaks + 1 : breaks;
}

/** Whether bytes begin with the mark of UTF-16, in which a line break is two bytes. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function blocksOf(stories: readonly DumpStory[]) {
  const blocks = stories.flatMap((story) => story.blocks);
  return {
    paragraph: blocks.filter(({ type }) => type === 'paragraph').length,
    subhead: blocks.filter(({ type }) => type === 'subhead').length,
    list: blocks.flatMap((block) => (block.type === 'list' ? block.items : [])).length,
  };
}

/** What holds for any dump whatsoever. */
function expectSound(dump: Dump, bytes: Uint8Array): void {
  expect(Object.keys(dump.ledger).sort()).toEqual([...LINE_CLASSES].sort());
  for (const count of Object.values(dump.ledger)) {
    expect(Number.isInteger(count)).toBe(true);
    expect(count).toBeGreaterThanOrEqual(0);
  }
  expect(dump.lines).toBe(countLines(bytes));
  expect(sum(dump.ledger)).toBe(dump.lines);

  let line = 0;
  let byte = 0;
  for (const { lines, bytes: range, body } of dump.stories) {
    expect(lines[0]).toBeGreaterThan(line);
    expect(lines[1]).toBeGreaterThanOrEqual(lines[0]);
    expect(range[0]).toBeGreaterThanOrEqual(byte);
    expect(body).toBeGreaterThanOrEqual(range[0]);
    expect(range[1]).toBeGreaterThanOrEqual(body);
    line = lines[1];
    byte = range[1];
  }
  expect(line).toBeLessThanOrEqual(dump.lines);
  expect(byte).toBeLessThanOrEqual(bytes.length);

  const { paragraph, subhead, list } = dump.ledger;
  expect(blocksOf(dump.stories), 'all body lines are in stories').toEqual({ paragraph, subhead, list });
  for (const message of dump.messages) {
    expect(message.line).toBeGreaterThanOrEqual(1);
    expect(message.column).toBeGreaterThanOrEqual(1);
    expect(message.text).not.toBe('');
  }
}

/** Reads a dump in pieces as a stream would bring them. */
function readInChunks(bytes: Uint8Array, size: number): Dump {
  const reader = new DumpReader();
  const dump: Pick<Dump, 'stories' | 'messages'> = { stories: [], messages: [] };
  const take = (found: ReturnType<DumpReader['end']>): void => {
    for (const one of found) {
      if ('story' in one) dump.stories.push(one.story);
      else dump.messages.push(one.message);
    }
  };
  for (let start = 0; start < bytes.length; start += size)
    take(reader.push(bytes.subarray(start, start + size)));
  take(reader.end());
  return { ...dump, lines: reader.lines, ledger: reader.ledger };
}

/** Lines such as a dump is made of, without the sense: what a confused scraper might leave behind. */
const oddLine = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\t',
    '\u00a0',
    '\u200b',
    '\r',
    'TT',
    'tt',
    'Short Url',
    'Select Page',
    'Updated 03 August 2024',
    'Updated',
    'By ',
    'By Marta Eskelund',
    'by Marta Eskelund | Jun 27, 2014 | Opinion',
    'بقلم:',
    'BEIRUT:',
    'Cairo: Samir Wahba',
    'LONDON (Reuters) -',
    '- ',
    '– Why now',
    '•',
    '• one',
    'Q:',
    'A: Yes.',
    '(',
    ')',
    '()',
    ' (SPA)',
    'A bridge at dawn. (AP)',
    'A Bridge at Dawn',
    'The bridge stood at dawn where it had stood at dusk, to the relief of those who had crossed it.',
    '\u202eenihsnus',
    '\ufeff',
    '__proto__',
    '[object Object]',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const oddLines = fc.array(oddLine, { maxLength: 60 });

type Edit = (lines: string[], at: number, other: number) => string[];

const EDITS: Record<string, Edit> = {
  insert: (lines, at, other) => lines.toSpliced(at, 0, lines[other] ?? 'TT'),
  'insert a blank': (lines, at) => lines.toSpliced(at, 0, ''),
  delete: (lines, at) => lines.toSpliced(at, 1),
  duplicate: (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  swap: (lines, at, other) => lines.with(at, lines[other] ?? '').with(other, lines[at] ?? ''),
  'cut in two': (lines, at) => {
    const line = lines[at] ?? '';
    const middle = line.indexOf(' ', line.length / 2);
    return middle < 0 ? lines : lines.toSpliced(at, 1, line.slice(0, middle), line.slice(middle + 1));
  },
};

/** A real shape with a few of its lines inserted, deleted, duplicated, swapped or cut. */
const mutated = fc
  .record({
    name: fc.constantFrom(...shapeNames),
    edits: fc.array(
      fc.record({
        edit: fc.constantFrom(...Object.values(EDITS)),
        at: fc.nat(200),
        other: fc.nat(200),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ name, edits }) =>
    edits
      .reduce(
        (lines, { edit, at, other }) =>
          lines.length === 0 ? lines : edit(lines, at % lines.length, other % lines.length),
        shapeText(name).split('\n'),
      )
      .join('\n'),
  );

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  // Bytes of which every other is one that means something to a reader of lines.
  fc
    .array(
      fc.oneof(fc.constantFrom(0x0a, 0x0d, 0x20, 0x54, 0xc2, 0xe2, 0x80, 0xff, 0xfe, 0x00), fc.nat(255)),
      {
        maxLength: 600,
      },
    )
    .map((bytes) => Uint8Array.from(bytes)),
);

describe('whatever a dump holds', () => {
  test('random lines: the ledger adds up, stories stand in order and apart', () => {
    fc.assert(
      fc.property(oddLines, (lines) => {
        const text = lines.join('\n');
        expectSound(readDump(text), bytesOf(text));
      }),
      { numRuns: 400 },
    );
  });

  test('random bytes: the ledger adds up and nothing is thrown', () => {
    fc.assert(
      fc.property(
        anyBytes.filter((bytes) => !isUtf16(bytes)),
        (bytes) => expectSound(readDump(bytes), bytes),
      ),
      { numRuns: 400 },
    );
  });

  test('random bytes behind a UTF-16 mark: the ledger adds up to the lines that were read', () => {
    fc.assert(
      fc.property(anyBytes, fc.constantFrom([0xff, 0xfe], [0xfe, 0xff]), (bytes, mark) => {
        const dump = readDump(Uint8Array.from([...mark, ...bytes]));
        expect(sum(dump.ledger)).toBe(dump.lines);
      }),
      { numRuns: 200 },
    );
  });

  test('real shapes with lines inserted, deleted, doubled, swapped and cut: the ledger adds up', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const dump = readDump(text);
        expectSound(dump, bytesOf(text));
        const blank = text
          .split('\n')
          .slice(0, dump.lines)
          .filter((line) => line.trim() === '').length;
        expect(dump.ledger.blank).toBe(blank);
      }),
      { numRuns: 600 },
    );
  });

  test('real shapes cut off at any byte: the ledger adds up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapeNames), fc.nat(), fc.nat(), (name, from, to) => {
        const whole = bytesOf(shapeText(name));
        const bytes = whole.subarray(from % 8 === 0 ? 0 : from % whole.length, to % whole.length);
        expectSound(readDump(bytes), bytes);
      }),
      { numRuns: 400 },
    );
  });

  test('a story’s byte range holds its lines, no more and no fewer', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const bytes = bytesOf(text);
        for (const story of readDump(text).stories) {
          const own = new TextDecoder().decode(bytes.subarray(...story.bytes));
          const lines = text.split('\n').slice(story.lines[0] - 1, story.lines[1]);
          expect(own.trimEnd()).toBe(lines.join('\n').trimEnd());
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('a story read again by its byte range has each line taken for what it was', () => {
  for (const name of shapeNames) {
    const bytes = bytesOf(shapeText(name));
    const reader = new DumpReader();
    const found = [...reader.push(bytes), ...reader.end()];
    for (const { lines, bytes: range, classes } of found.flatMap(({ story }) => story ?? [])) {
      const counts = ledgerOf({ blank: lines[1] - lines[0] + 1 - classes.length });
      for (const each of classes) counts[each]++;
      expect(readStoryLedger(bytes.subarray(...range), reader.dialect)).toEqual(counts);
    }
  }
});

describe('in pieces', () => {
  test.each(shapeNames)('%s: read byte by byte it is what it is read whole', (name) => {
    const bytes = bytesOf(shapeText(name));
    expect(readInChunks(bytes, 1)).toEqual(readDump(bytes));
  });

  test('mutated shapes, in chunks of any size, are read as they are whole', () => {
    fc.assert(
      fc.property(mutated, fc.integer({ min: 1, max: 80 }), (text, size) => {
        const bytes = bytesOf(text);
        expect(readInChunks(bytes, size)).toEqual(readDump(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test('random bytes, one at a time, are read as they are whole', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(readInChunks(bytes, 1)).toEqual(readDump(bytes));
      }),
      { numRuns: 200 },
    );
  });
});

describe('stories written out and read back', () => {
  const classes = (lines: readonly Line[]) => {
    const counts: Partial<Record<LineClass, number>> = {};
    for (const [is] of lines) counts[is] = (counts[is] ?? 0) + 1;
    return ledgerOf(counts);
  };

  test.each(LAYOUTS)(
    'in the layout “$name” stories come back equal, and every line is taken for what it is',
    (layout) => {
      fc.assert(
        fc.property(copies, (stories) => {
          const lines = layout.write(stories);
          const dump = readDump(textOf(lines));
          expect(dump.stories.map(saidBy)).toEqual(stories.map(layout.tell));
          expect(dump.ledger).toEqual(classes(lines));
        }),
        { numRuns: 60 },
      );
    },
  );

  test('layouts that stand in one dump do not disturb one another', () => {
    const mixable = LAYOUTS.filter(({ name }) =>
      [
        'seed',
        'no photo',
        'no TT',
        'dek',
        'blog',
        'sister paper',
        'caption once before TT and once after',
      ].includes(name),
    );
    fc.assert(
      fc.property(
        copies,
        fc.array(fc.constantFrom(...mixable), { minLength: 6, maxLength: 6 }),
        (stories, chosen) => {
          const blanks: Line[] = [1, 2, 3].map(() => ['blank', ''] as const);
          const pages = stories.map((story, index) => (chosen[index] ?? LAYOUTS[0])?.write([story]) ?? []);
          const lines = pages.flatMap((page, index) => (index === 0 ? page : [...blanks, ...page]));
          const dump = readDump(textOf(lines));
          expect(dump.stories.map(saidBy)).toEqual(
            stories.map((story, index) => (chosen[index] ?? LAYOUTS[0])?.tell(story)),
          );
          expect(dump.ledger).toEqual(classes(lines));
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a window of words has the words of its lines, in their order, whichever lines it had before', () => {
  const text = fc.array(fc.constantFrom('harbour', 'lantern', 'bridge', 'the', 'Porto', 'quay'), {
    maxLength: 4,
  });
  const range = fc.tuple(fc.integer({ min: -2, max: 3 }), fc.nat({ max: 9 }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), fc.array(range, { maxLength: 12 }), (texts, ranges) => {
      const lines = texts.map((words, at) => ({
        ...{ number: at + 1, start: at, end: at, gap: 0 },
        ...{ text: words.join(' '), words: words.length },
      }));
      const windows = new WordWindows();
      const all = windows.fill('story', lines, 0, 12).words;
      const said = (words: readonly number[], { words: names }: WordWindows) =>
        words.map((word) => names[word]);
      for (const [from, length] of ranges) {
        const start = Math.max(0, from);
        const others = new WordWindows();
        const fresh = others.fill('some', lines.slice(start, Math.max(0, from + length)), 0, 12);
        const window = windows.fill('some', lines, from, from + length);
        expect(said(window.words, windows)).toEqual(said(fresh.words, others));
        expect(said(window.recurring(2).words, windows)).toEqual(said(fresh.recurring(2).words, others));
        expect(all.filter((word) => window.has(word) !== window.words.includes(word))).toEqual([]);
      }
    }),
  );
});
