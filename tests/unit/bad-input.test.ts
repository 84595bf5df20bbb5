// What becomes of dumps that are no good: a message with a place and a code, and every line in the ledger.
import { describe, expect, test } from 'vitest';
import { type ReadDump, readDump } from '../../integration/dump/index.ts';
import { truncate } from '../../integration/utils/truncate.ts';

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
    ['an override', 'Ferry \u202eRetu\u202brns', 'Ferry \u202eRetu\u202brns\u202c\u202c'],
    ['an isolate', 'Ferry \u2067Returns', 'Ferry \u2067Returns\u2069'],
    [
      'an isolate around an embedding',
      'Ferry \u2067Re\u202aturns\u2069 Today',
      'Ferry \u2067Re\u202aturns\u202c\u2069 Today',
    ],
    ['nothing that was open', 'Fer\u2069ry Re\u202cturns', 'Ferry Returns'],
    ['what is whole', 'Ferry \u2067Returns\u2069 To Town', 'Ferry \u2067Returns\u2069 To Town'],
  ])('that turn the direction of text are closed where the text ends: %s', (_, headline, closed) => {
    const text = GOOD.replaceAll('A Good Story', headline).replace('a body.', 'a \u202ebody.');
    const [story] = readDump(text).stories;
    expect(story?.headline).toBe(closed);
    expect(story?.blocks[0]).toEqual({ type: 'paragraph', text: 'It has a \u202ebody.\u202c' });
  });

  test('that turn direction are closed in each part of a caption, and in a summary', () => {
    const caption = 'A ferry \u202eat its pier, April 24, 2025. (AFP\u202c)';
    const text = GOOD.replaceAll('TT\n', `${caption}\n${caption}\n\nTT\n`);
    expect(readDump(text).stories[0]?.photos).toEqual([
      { caption: 'A ferry \u202eat its pier, April 24, 2025.\u202c', credit: 'AFP', date: '2025-04-24' },
    ]);
    expect(truncate(`So \u202eit went ${'on and on '.repeat(9)}\u202c`, 20)).toBe(
      'So \u202eit went on and\u202c…',
    );
  });

  test('of thousands of directions that are opened and closed at random are read in a moment', () => {
    const text = `${GOOD}\n\nA ${'\u202b'.repeat(2e5)}${'\u2069\u2067\u2069'.repeat(2e5)} line.`;
    expect(readDump(text).stories).toHaveLength(1);
  });

  test('of a letter with half a million marks are removed, and said to be', () => {
    const dump = readDump(`${GOOD}\n\nA \u0301 letter e${'\u0315\u0301\u0327'.repeat(170_000)} line.`);
    expect(codes(dump)).toContain('combining-marks 11:13');
    const last = dump.stories[0]?.blocks.at(-1);
    expect(JSON.stringify(last).length).toBeLessThan(100);
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
  test('stories with eighty captions, each of them twice, are read in a moment', () => {
    const captions = (story: number) =>
      Array.from(
        { length: 80 },
        (_, at) => `The crew of boat ${story} at pier ${at} in town, May 3, 2025. (AFP)`,
      );
    const stories = Array.from({ length: 4 }, (_, at) => {
      const headline = `Boat ${at} Keeps Its Lamp in Town`;
      const photos = captions(at).flatMap((caption) => [caption, caption]);
      return [
        headline,
        '',
        ...photos,
        'TT',
        '',
        headline,
        '',
        ...photos,
        '',
        'It came at noon.',
        'It left.',
      ].join('\n');
    });
    const dump = readDump(stories.join('\n\n\n\n'));
    expect(dump.stories.length).toBeGreaterThanOrEqual(4);
    expect(booked(dump)).toBe(dump.lines);
  });

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

describe('what happened to a text on its way into a dump is a warning at its line', () => {
  const BODY =
    'The ferry came in at noon, and nobody had seen so many people on the quay since it was reopened.';
  const said = (...lines: string[]) =>
    readDump(['A Ferry Comes to the Quay', ...lines, BODY, BODY.replace('noon', 'dusk')].join('\n\n'))
      .messages.filter(({ code }) => code !== 'undated' && code !== 'doubtful')
      .map(({ code, severity, line }) => `${code} ${severity} ${line}`);

  test.each([
    'At the CafÃ© of the harbor, nobody waits for the ferry any more since it has come for good.',
    'The harborâ€™s keeper waved to it, and to all those who had come down with lamps and with flags.',
    'Ð¿Ð°Ñ€Ð¾Ð¼ came in at noon, as the keeper of the harbor writes it, and he writes it so every day.',
  ])('letters that were encoded twice: %s', (line) => {
    expect(said(BODY, line)).toEqual(['encoded-twice warning 5']);
  });

  test('entities in one line alone, escaped once or twice', () => {
    const line =
      'The keeper said it was &amp;quot;about time&amp;quot;, and so did all who had come to the quay.';
    expect(said(BODY, line)).toEqual(['entities-left warning 5']);
    expect(said(BODY, line.replaceAll('&amp;', '&'))).toEqual(['entities-left warning 5']);
  });

  test.each([
    'Voilà\u00a0», a dit le gardien, «\u00a0il est enfin là\u00a0», et «\u00a0c’est l’été\u00a0» pour tous ceux du quai.',
    'SÃO JOÃO, IRMÃ”, O NÂº 4: A balsa chegou ao meio-dia, e ninguém tinha visto tanta gente no cais.',
    'So viel Spaß“, sagt der Wärter, „hatten wir nie“, und alle, die am Kai standen, sahen es auch so.',
    'The keeper reads AT&T and R&amp;D on the crates, and asks nobody what may be in them or what for.',
  ])('letters that only look like that are none: %s', (line) => {
    expect(said(BODY, line)).toEqual([]);
  });
});
