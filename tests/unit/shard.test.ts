// Which pages are whose.
import { describe, expect, test } from 'vitest';
import { ownsPage, ownsRest, readShard, type Shard } from '../../integration/build/shard.ts';

const shards = (count: number): Shard[] =>
  Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));
const FILES = Array.from({ length: 8000 }, (_, at) => `stories/ferry-${at}-returns/index.html`);

describe('SHARD', () => {
  test.each([undefined, ''])('%j is the whole site', (text) => {
    expect(readShard(text)).toBeUndefined();
  });

  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['3/16', { index: 3, count: 16 }],
    ['16/16', { index: 16, count: 16 }],
  ])('%s is one part of several', (text, shard) => {
    expect(readShard(text)).toEqual(shard);
  });

  test.each(['0/4', '5/4', 'x', '1', '1/', '/4', '1/0', '-1/4', '1.5/4', '1/4/2', '1/99999', ' 1/4\n'])(
    '%j is refused, with what it should look like',
    (text) => {
      expect(() => readShard(text)).toThrow(/names no shard.*3\/16/u);
    },
  );
});

describe('a page', () => {
  test('belongs to exactly one shard', () => {
    for (const file of FILES.slice(0, 500)) {
      expect(shards(7).filter((shard) => ownsPage(shard, file))).toHaveLength(1);
    }
  });

  test('is one of about as many in every shard', () => {
    for (const shard of shards(16)) {
      const held = FILES.filter((file) => ownsPage(shard, file)).length;
      expect(held).toBeGreaterThan(500 * 0.8);
      expect(held).toBeLessThan(500 * 1.2);
    }
  });

  test('stays where it was published, on any machine', () => {
    const where = (file: string) => shards(4).find((shard) => ownsPage(shard, file))?.index;
    // Written down once: caches of earlier builds rely on it.
    expect(['stories/a/index.html', 'stories/b/index.html', 'archive/2025/index.html'].map(where)).toEqual([
      3, 1, 1,
    ]);
  });
});

test('what is no page with a key belongs to one shard alone', () => {
  expect(shards(16).filter(ownsRest)).toEqual([{ index: 1, count: 16 }]);
});
