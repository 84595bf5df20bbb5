// What is written into the files of an index is read back, and what was not written is noticed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TermsWriter } from '../../../integration/search/build/terms-writer.ts';
import { SegmentReader } from '../../../integration/search/client/dictionary.ts';
import { IndexFiles } from '../../../integration/search/client/files.ts';
import { ByteReader, ByteWriter, decodeWord, encodeWord } from '../../../integration/search/format/bytes.ts';
import { type Card, cardLine, decodeCards, fileOfCards } from '../../../integration/search/format/cards.ts';
import { sealed, unsealed } from '../../../integration/search/format/checksum.ts';
import {
  decodeManifest,
  encodeManifest,
  type Manifest,
} from '../../../integration/search/format/manifest.ts';
import { decodePostings, PostingsEncoder } from '../../../integration/search/format/postings.ts';
import { decodeTerms, type EncodedTerm, encodeTerms } from '../../../integration/search/format/terms.ts';

const encodeCards = (cards: readonly Card[]) => fileOfCards(cards.map(cardLine));

const word = fc.string({ unit: 'binary', maxLength: 12 });

describe('bytes', () => {
  test('numbers and words come back', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), fc.array(word), (numbers, words) => {
        const writer = new ByteWriter(1);
        for (const number of numbers) writer.number(number);
        for (const each of words) writer.word(each);
        const reader = new ByteReader(writer.take());
        expect(numbers.map(() => reader.number())).toEqual(numbers);
        expect(words.map(() => reader.word())).toEqual(words);
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });

  test('words sort as bytes as they do as strings', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const order = Buffer.compare(encodeWord(a), encodeWord(b));
        expect(order).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(decodeWord(encodeWord(a))).toBe(a);
      }),
    );
  });
});

describe('checksum', () => {
  test('is CRC-32', () => {
    expect(Buffer.from(sealed(Buffer.from('123456789'))).toString()).toBe('cbf43926\n123456789');
  });

  test('a file that was changed anywhere, or cut, is none', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, by) => {
          const file = sealed(bytes);
          expect(unsealed(file)).toEqual(bytes);
          const place = at % file.length;
          expect(unsealed(file.subarray(0, place))).toBeUndefined();
          file[place] = (file[place] ?? 0) ^ by;
          expect(unsealed(file)).toBeUndefined();
        },
      ),
    );
  });

  test('a host’s page for missing files is none', () => {
    expect(unsealed(Buffer.from('<!doctype html><title>Not found</title>'))).toBeUndefined();
    expect(unsealed(new Uint8Array())).toBeUndefined();
  });
});

describe('postings', () => {
  const list = fc
    .record({
      outOf: fc.integer({ min: 1, max: 200_000 }),
      impacts: fc.boolean(),
      share: fc.constantFrom(1, 0.9, 0.5, 0.05, 0.001),
      seed: fc.nat(),
    })
    .map(({ outOf, impacts, share, seed }) => {
      let state = seed;
      const stories = Array.from({ length: Math.min(outOf, 3000) }, (_, at) =>
        Math.floor((at * outOf) / Math.min(outOf, 3000)),
      ).filter(() => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32 < share;
      });
      return { outOf, hasImpacts: impacts, stories };
    });

  test('come back', () => {
    const encoder = new PostingsEncoder();
    fc.assert(
      fc.property(list, ({ outOf, hasImpacts, stories }) => {
        const postings = Uint32Array.from(stories, (story) => story * 16 + (story % 16));
        const shape = { count: stories.length, outOf, hasImpacts };
        const decoded = decodePostings(encoder.encode(postings, shape).slice(), shape);
        expect([...decoded.stories]).toEqual(stories);
        expect([...decoded.impacts]).toEqual(hasImpacts ? stories.map((story) => story % 16) : []);
      }),
    );
  });

  test('of all stories take a bit a story', () => {
    const all = Uint32Array.from({ length: 8000 }, (_, story) => story * 16);
    expect(new PostingsEncoder().encode(all, { count: 8000, outOf: 8000, hasImpacts: false })).toHaveLength(
      1000,
    );
  });

  test('of one story among very many come back', () => {
    const shape = { count: 2, outOf: 2 ** 24, hasImpacts: true };
    const postings = Uint32Array.of(7, (2 ** 24 - 1) * 16 + 3);
    expect(decodePostings(new PostingsEncoder().encode(postings, shape), shape)).toEqual({
      stories: Uint32Array.of(0, 2 ** 24 - 1),
      impacts: Uint8Array.of(7, 3),
    });
  });

  test('that are damaged end, in a list or an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.integer({ min: 1, max: 5000 }), (bytes, outOf) => {
        try {
          const shape = { count: Math.ceil(outOf / 3), outOf, hasImpacts: true };
          expect(decodePostings(bytes, shape).stories.every((story) => story < outOf)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

test('terms come back, with where their lists are', () => {
  const kind = fc.constantFrom('terms', 'lists', 'new lists', 'pieces');
  const entries = fc.uniqueArray(
    fc.record({ term: word, count: fc.nat(), spellings: fc.array(word), kind }),
    {
      selector: ({ term }) => term,
    },
  );
  fc.assert(
    fc.property(entries, fc.integer({ min: -1, max: 500 }), fc.nat(40_000), (unsorted, first, offset) => {
      const position = { file: first, offset };
      const terms = unsorted
        .sort((a, b) => (a.term < b.term ? -1 : 1))
        .map(({ term, count, spellings, kind }): EncodedTerm & { term: string } => {
          const before = { ...position };
          const rest = { term, bytes: encodeWord(term), count, spellings, position: before };
          const length = (count % 1000) + 1;
          if (kind === 'terms') return { ...rest, place: { in: 'terms', bytes: encodeWord(term) } };
          if (kind === 'pieces') {
            const file = position.file + 1;
            // Stories of the segment fill two pieces; the next list opens a file.
            Object.assign(position, { file: file + 1, offset: Number.NaN });
            return { ...rest, place: { in: 'pieces', file } };
          }
          if (kind === 'new lists' || position.file < 0 || Number.isNaN(position.offset))
            Object.assign(position, { file: position.file + 1, offset: 0 });
          const { file, offset } = position;
          position.offset += length;
          return { ...rest, place: { in: 'lists', file, offset, length } };
        });
      const [head] = terms;
      if (head && Number.isNaN(head.position.offset)) return;
      const decoded = decodeTerms(encodeTerms(terms), 200_000);
      expect(decoded).toEqual(
        terms.map(({ term, count, spellings, place }) => ({ term, count, spellings, place })),
      );
    }),
  );
});

test('a manifest comes back, and one of another format is not read', () => {
  const manifest: Manifest = {
    languages: [
      { lang: 'en', stories: 30 },
      { lang: 'zh-Hant', stories: 2 },
    ],
    segments: [
      {
        digest: '0123456789abcdef',
        stories: 32,
        months: [
          { month: '1899-12', first: 3, end: 10 },
          { month: '2024-01', first: 10, end: 32 },
        ],
        separators: ['', 'm', 'mu', '叙'],
      },
      { digest: 'fedcba9876543210', stories: 0, months: [], separators: [] },
    ],
  };
  const bytes = encodeManifest(manifest);
  expect(decodeManifest(bytes)).toEqual(manifest);
  bytes[0] = 99;
  expect(decodeManifest(bytes)).toBeUndefined();
  expect(() => decodeManifest(encodeManifest(manifest).subarray(0, 20))).toThrow(RangeError);
});

test('cards come back, whatever a headline holds', () => {
  const cards: Card[] = [
    { id: 'one', headline: 'A <b>"bold"</b> & plain headline', lang: 'en', basis: 'none', places: [] },
    { id: 'a-b--c', headline: 'A b & c', lang: 'en', basis: 'none', places: [] },
    { id: 'a-b--c-f3f0af65', headline: 'A b & c', lang: 'en', basis: 'stated', places: [] },
    { id: '~tilde', headline: '', lang: 'en', basis: 'file', places: [] },
    {
      id: 'خبر',
      headline: 'خبر',
      lang: 'ar',
      basis: 'photo',
      date: '2025-04-24',
      places: ['Syria', 'Lebanon'],
    },
  ];
  // A tilde is in no address that is made of a headline.
  const plain = cards.filter(({ id }) => !id.startsWith('~'));
  expect(decodeCards(encodeCards(plain))).toEqual(plain);
  const hostile: Card = {
    id: 'x',
    headline: 'Two\tcolumns\nand a line',
    lang: 'en',
    basis: 'none',
    places: [],
  };
  expect(decodeCards(encodeCards([hostile]))[0]?.headline).toBe('Two columns and a line');
});

test('cards whose address follows from their headline do not say it twice', () => {
  const card: Card = {
    id: 'élysée-lit-40-lamps',
    headline: 'Élysée lit 40 lamps',
    lang: 'fr',
    basis: 'none',
    places: [],
  };
  expect(decodeCards(encodeCards([card]))).toEqual([card]);
  expect(Buffer.from(encodeCards([card])).toString()).not.toContain('élysée-lit');
});

test('a list that is larger than a file may be is cut, and read as one', async () => {
  const stories = 450_000;
  const all = Uint32Array.from({ length: stories }, (_, story) => story * 16 + (story % 16));
  const some = all.filter((_, story) => story % 1000 === 7);
  const files = new Map<string, Uint8Array>();
  const writer = new TermsWriter('old', stories, async (name, bytes) => {
    files.set(name, bytes.slice());
  });
  await writer.add({ term: encodeWord('before'), spellings: [], postings: some });
  await writer.add({ term: encodeWord('the'), spellings: [], postings: all });
  await writer.add({ term: encodeWord('under'), spellings: [], postings: some });
  await writer.finish();
  expect(Math.max(...[...files.values()].map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024);

  const segment = { digest: 'old', stories, months: [], separators: writer.separators };
  const fetch = async (name: string) => new Response(files.get(name)?.slice());
  const reader = new SegmentReader(segment, new IndexFiles('', fetch));
  for (const [term, expected] of [
    ['before', some],
    ['the', all],
    ['under', some],
  ] as const) {
    const entry = await reader.find(term);
    const list = entry && (await reader.postings(entry));
    expect(list?.stories, term).toEqual(expected.map((posting) => posting >>> 4));
    expect(list?.impacts, term).toEqual(Uint8Array.from(expected, (posting) => posting & 15));
  }
});
