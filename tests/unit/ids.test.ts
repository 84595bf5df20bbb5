// Ids are promises: safe, stable, distinct, and never moved by what is appended.
import { slug } from 'github-slugger';
import { describe, expect, test } from 'vitest';
import { IdAssigner } from '../../integration/stories/id-assigner.ts';
import type { StoryRecord } from '../../integration/stories/story-reader.ts';
import { slugify } from '../../integration/utils/slug.ts';

const assignAll = (headlines: readonly string[]) => {
  const ids = new IdAssigner();
  return headlines.map(
    (headline, at) => ids.assign(story(headline, digestOf(at)), 'a.txt', undefined).story?.id ?? '',
  );
};
/** A story of which only the headline, the digest and the line matter. */
const story = (headline: string, digest: string, line = 1): StoryRecord => ({
  headline,
  digest,
  lines: [line, line + 2],
  bytes: [0, 1],
  body: 1,
  photos: [],
  places: [],
  wordCount: 1,
  lang: 'en',
  dir: 'ltr',
  words: `${digest.slice(0, 8)}`.repeat(5),
});
/** A stand-in for a digest: different for each story, and hexadecimal. */
const digestOf = (at: number) => (at + 1).toString(16).padStart(2, '0').repeat(16);

describe('an id', () => {
  test('comes from the headline', () => {
    expect(assignAll(['The Port Reopens: What’s Next?'])).toEqual(['the-port-reopens-whats-next']);
  });

  test('has of each character in ASCII what github-slugger leaves', () => {
    const characters = Array.from({ length: 128 }, (_, code) => `a${String.fromCharCode(code)}B`);
    expect(characters.map(slugify)).toEqual(characters.map((text) => slug(text)));
  });

  test('keeps the letters of an Arabic headline', () => {
    expect(assignAll(['افتتاح الميناء الجديد'])).toEqual(['افتتاح-الميناء-الجديد']);
  });

  test('has the Turkish dotted İ as an i', () => {
    expect(assignAll(['İstanbul’da Lodos', 'I\u0307zmir Limanı'])).toEqual([
      'istanbulda-lodos',
      'izmir-limanı',
    ]);
  });

  test.each([
    ['600 Latin characters', 'harbour '.repeat(75)],
    ['600 Arabic characters', 'ميناء '.repeat(100)],
    ['one word of 600 characters', 'x'.repeat(600)],
    ['one word of 300 four-byte characters', '𐍈'.repeat(300)],
  ])('of %s is cut under 96 bytes', (_, headline) => {
    const [id = ''] = assignAll([headline]);
    expect(Buffer.byteLength(id)).toBeLessThanOrEqual(96);
    expect(Buffer.byteLength(id)).toBeGreaterThan(20);
    expect(id).not.toMatch(/-$|\ufffd/u);
  });

  test.each([
    '../../etc/passwd',
    'index',
    '404',
    'CON',
    'nul',
    'COM1',
    '🎉🎉',
    '?!…',
    '   ',
    '.',
    '..',
    'a/b\\c:d*e?"f<g>h|i',
  ])('of the headline “%s” is a safe name for a file on Linux, macOS and Windows', (headline) => {
    const [id = ''] = assignAll([headline]);
    expect(id).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u);
    expect(id).not.toMatch(/^(?:index|404|con|nul|com1)$/iu);
  });

  test('is distinct for headlines without letters', () => {
    expect(new Set(assignAll(['🎉', '🎊', '!!!'])).size).toBe(3);
  });
});

describe('where two headlines make one id', () => {
  test('the later one has another, of thousands of long ones too, in any script', () => {
    const long = ['liman '.repeat(12), 'ميناء '.repeat(8), '港口'.repeat(14)];
    const headlines = Array.from({ length: 3000 }, (_, at) => `${at} ${long[at % long.length]}`);
    const ids = assignAll([...headlines, ...headlines]);
    expect(new Set(ids.slice(0, headlines.length)).size).toBe(headlines.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the earlier keeps it and the later takes a digest', () => {
    const [first, second] = assignAll(['Budget Approved', 'Budget Approved']);
    expect(first).toBe('budget-approved');
    expect(second).toBe('budget-approved-02020202');
  });

  test.each([
    ['case', 'STRASSE', 'strasse'],
    ['Unicode form', 'Am\u00e9lie', 'Ame\u0301lie'],
    ['width', 'Ｐort', 'Port'],
    ['final sigma', 'ΛΟΓΟΣ', 'λογος'],
  ])('headlines that differ only by %s get names that every file system tells apart', (_, one, other) => {
    const ids = assignAll([one, other]).map((id) => id.normalize('NFKC').toUpperCase());
    expect(new Set(ids).size).toBe(2);
  });

  test('appending never moves an id', () => {
    const dump = ['A', 'B', 'A', 'A', 'C', 'B'];
    const ids = assignAll(dump);
    for (let length = 1; length < dump.length; length++) {
      expect(assignAll(dump.slice(0, length))).toEqual(ids.slice(0, length));
    }
  });

  test('a headline that reads like an id with a digest does not take one away', () => {
    const ids = assignAll(['Budget', 'Budget', 'Budget 02020202', 'Budget']);
    expect(new Set(ids).size).toBe(4);
    expect(ids.slice(0, 2)).toEqual(['budget', 'budget-02020202']);
  });

  test('the same words twice are one story, and the message says where the first one is', () => {
    const ids = new IdAssigner();
    const [one, other] = ['aa'.repeat(16), 'bb'.repeat(16)];
    ids.assign(story('Budget', one, 1), 'a.txt', undefined);
    ids.assign(story('Budget', other, 9), 'a.txt', undefined);
    for (const [digest, line] of [
      [one, 1],
      [other, 9],
    ] as const) {
      const { story: published, message } = ids.assign(story('Budget', digest, 30), 'b.txt', undefined);
      expect(published).toBeUndefined();
      expect(message).toMatchObject({ code: 'duplicate', line: 30 });
      expect(message?.text).toContain(`a.txt:${line};`);
    }
  });

  test('is known of thousands of stories, and so is where each of them stands', () => {
    const ids = new IdAssigner();
    const digest = (at: number) => at.toString(16).padStart(32, '0');
    const add = (at: number, dump: string) =>
      ids.assign(story(`Lamp ${at % 1500}`, digest(at), at + 1), dump, undefined);
    const first = Array.from({ length: 3000 }, (_, at) => add(at, `${at % 7}.txt`).story?.id);
    expect(new Set(first).size).toBe(3000);
    expect(first.slice(0, 1500)).toEqual(Array.from({ length: 1500 }, (_, at) => `lamp-${at}`));
    for (let at = 0; at < 3000; at++)
      expect(add(at, 'again.txt').message?.text).toContain(` ${at % 7}.txt:${at + 1};`);
  });
});
