// What becomes of dumps that are no good: a message with a place and a code, and every line in the ledger.
import { describe, expect, test } from 'vitest';
import { type ReadDump, readDump } from '../../integration/dump/index.ts';

const GOOD = 'A Good Story\n\nTT\n\nA Good Story\n\nIt has a body.\n\nOf two paragraphs.';

const codes = ({ messages }: ReadDump) =>
  messages.map(({ code, line, column }) => `${code} ${line}:${column}`);
const booked = ({ ledger }: ReadDump) => Object.values(ledger).reduce((sum, lines) => sum + lines, 0);

describe('a dump without a story', () => {
  test('that is empty is said to be', () => {
    const dump = readDump('');
    expect(codes(dump)).toEqual(['empty 1:1']);
    expect(dump.lines).toBe(0);
    expect(booked(dump)).toBe(0);
  });

  test('that has only blank lines is said to be empty, and its lines are counted', () => {
    const dump = readDump('\n  \n\t\r\n\u00a0\n\u200b');
    expect(codes(dump)).toEqual(['empty 5:1']);
    expect(dump.ledger.blank).toBe(5);
  });
});

describe('half a story', () => {
  test('a headline with no body is an error at its line, and the next story is published', () => {
    const dump = readDump(`Nothing Follows This\n\nTT\n\nNothing Follows This\n\n\n\n${GOOD}`);
    expect(codes(dump)).toContain('no-body 1:1');
    expect(dump.stories.map(({ headline }) => headline)).toEqual(['A Good Story']);
    expect(dump.ledger.unclaimed).toBe(3);
    expect(booked(dump)).toBe(dump.lines);
  });

  test('a body with no headline is an error at its first line, and the next story is published', () => {
    const orphan = 'This paragraph opens the dump, and no headline stands above it.';
    const dump = readDump(`\n${orphan}\n\nNeither above this one.\n\n\n\n${GOOD}`);
    expect(codes(dump)).toContain('no-headline 2:1');
    expect(dump.stories.map(({ headline }) => headline)).toEqual(['A Good Story']);
    expect(dump.ledger.unclaimed).toBe(2);
    expect(booked(dump)).toBe(dump.lines);
  });

  test('a headline alone is an error', () => {
    const dump = readDump('Only a Headline');
    expect(codes(dump)).toEqual(['no-body 1:1']);
    expect(dump.ledger.unclaimed).toBe(1);
  });
});

describe('characters', () => {
  test('that XML forbids are removed, and said to be, with line and column', () => {
    const dump = readDump(GOOD.replace('a body', 'a\u0007 bo\u0000dy'));
    expect(dump.stories[0]?.blocks[0]).toEqual({ type: 'paragraph', text: 'It has a body.' });
    expect(codes(dump)).toContain('control-characters 7:9');
  });

  test.each([
    ['U+000B', '\u000b'],
    ['U+000C', '\u000c'],
    ['U+0085', '\u0085'],
  ])('of which %s parts words leave them apart', (_, character) => {
    const dump = readDump(GOOD.replace('It has', `On Sunday.${character}It has`));
    expect(dump.stories[0]?.blocks[0]).toEqual({ type: 'paragraph', text: 'On Sunday. It has a body.' });
    expect(dump.stories[0]?.wordCount).toBe((readDump(GOOD).stories[0]?.wordCount ?? 0) + 2);
  });

  test('a line of nothing but control characters is blank', () => {
    expect(readDump(`${GOOD}\n\n\u0001\u0002`).stories[0]?.blocks).toHaveLength(2);
  });

  test('are in Unicode form NFC', () => {
    const dump = readDump(GOOD.replaceAll('Good', 'Ame\u0301lie'));
    expect(dump.stories[0]?.headline).toBe('A Am\u00e9lie Story');
  });

  test('that are no UTF-8 are an error with line, byte and the way out', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${GOOD}\n\nA bad `),
      Buffer.from([0xc7, 0xe1]),
      Buffer.from(' byte.'),
    ]);
    const dump = readDump(bytes);
    const error = dump.messages.find(({ code }) => code === 'invalid-bytes');
    expect(error).toMatchObject({ severity: 'error', line: 11, column: 7 });
    expect(error?.text).toContain('Byte 7');
    expect(error?.text).toContain('windows-1256');
    expect(booked(dump)).toBe(dump.lines);
  });

  test('a replacement character that the dump itself holds is no error', () => {
    expect(codes(readDump(`${GOOD}\n\nA \ufffd stands here.`))).toEqual(['undated 1:1']);
  });

  test.each([
    ['CRLF', GOOD.replaceAll('\n', '\r\n')],
    ['a BOM', `\ufeff${GOOD}`],
    ['white space at line ends', GOOD.replaceAll('\n', ' \t\n')],
    ['no-break and zero-width spaces around lines', GOOD.replaceAll('\n', '\u00a0\u200b\n\u200b\u00a0')],
  ])('%s makes no difference', (_, text) => {
    const [plain] = readDump(GOOD).stories;
    const [story] = readDump(text).stories;
    expect(story?.blocks).toEqual(plain?.blocks);
    expect(story?.digest).toBe(plain?.digest);
  });
});

describe('sizes beyond all news', () => {
  test('a line of over 4 MiB is unclaimed, said to be, and the stories around it stand', () => {
    const dump = readDump(
      `${GOOD}\n\n${'x'.repeat(5 * 2 ** 20)}\n\n\n\n${GOOD.replaceAll('Good', 'Second')}`,
    );
    expect(codes(dump)).toContain('line-too-long 11:1');
    expect(dump.ledger.unclaimed).toBe(1);
    expect(dump.stories.map(({ headline }) => headline)).toEqual(['A Good Story', 'A Second Story']);
    expect(booked(dump)).toBe(dump.lines);
  });

  test('a story of over 8 MiB is published as far as that, and the rest is said to be missing', () => {
    const paragraph = `${'word '.repeat(2000)}ends.\n\n`;
    const dump = readDump(`${GOOD}\n\n${paragraph.repeat(900)}\n\n\n${GOOD.replaceAll('Good', 'Second')}`);
    expect(dump.messages.map(({ code }) => code)).toContain('story-too-long');
    expect(dump.stories.map(({ headline }) => headline)).toEqual(['A Good Story', 'A Second Story']);
    expect(dump.ledger.unclaimed).toBeGreaterThan(0);
    expect(booked(dump)).toBe(dump.lines);
  });
});
