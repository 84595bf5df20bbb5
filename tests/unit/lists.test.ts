// A list in pages: every item on one numbered page, and full pages that never change as the list grows.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_SIZE, paginate } from '../../integration/pages/pagination.ts';

const sizes = fc.integer({ min: 0, max: 1200 });
const growth = fc.integer({ min: 0, max: 300 });
const ends = fc.constantFrom('first' as const, 'last' as const);

/** A list of so many numbers, 0 the oldest, new ones at the given end. */
function list(size: number, newest: 'first' | 'last'): number[] {
  const oldestFirst = Array.from({ length: size }, (_, at) => at);
  return newest === 'last' ? oldestFirst : oldestFirst.reverse();
}

test('a list of up to a hundred is one page without a number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: PAGE_SIZE }), ends, (size, newest) => {
      expect(paginate(list(size, newest), newest)).toEqual([{ items: list(size, newest) }]);
    }),
  );
});

test('the numbered pages of a longer list hold every item once', () => {
  fc.assert(
    fc.property(fc.integer({ min: PAGE_SIZE + 1, max: 1200 }), ends, (size, newest) => {
      const numbered = paginate(list(size, newest), newest).slice(1);
      expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, at) => at + 1));
      expect(numbered.flatMap(({ items }) => items).sort((a, b) => a - b)).toEqual(list(size, 'last'));
      expect(numbered.every(({ items }) => items.length <= PAGE_SIZE)).toBe(true);
    }),
  );
});

test('a full page keeps its items, in their order, however the list grows', () => {
  fc.assert(
    fc.property(sizes, growth, ends, (size, more, newest) => {
      const before = paginate(list(size, newest), newest);
      const after = paginate(list(size + more, newest), newest);
      for (const page of before.filter(({ number, items }) => number && items.length === PAGE_SIZE)) {
        expect(after.find(({ number }) => number === page.number)?.items).toEqual(page.items);
      }
    }),
  );
});

test('going on to what is older, from the list’s own page, misses nothing', () => {
  fc.assert(
    fc.property(sizes, ends, (size, newest) => {
      const pages = paginate(list(size, newest), newest);
      const seen = new Set<number>();
      let page = pages[0];
      while (page) {
        for (const item of page.items) seen.add(item);
        const { older } = page;
        page = older === undefined ? undefined : pages.find(({ number }) => number === older);
      }
      expect(seen.size).toBe(size);
    }),
  );
});
