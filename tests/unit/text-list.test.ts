// Texts that stand one behind the other in memory.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextList } from '../../integration/utils/text-list.ts';

function listOf(texts: readonly string[]): TextList {
  const list = new TextList();
  for (const text of texts) list.add(text);
  return list;
}

/** What can be written as UTF-8, with characters of one to four bytes beside one another. */
const texts = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'z', 'é', 'ह', '\ud7ff', '\ue000', 'ﬁ', '𝄞', '🜂'), maxLength: 6 }),
);

test('gives texts as they were added', () => {
  fc.assert(
    fc.property(texts, (added) => {
      const list = listOf(added);
      expect([...list]).toEqual(added);
      expect(list.length).toBe(added.length);
      expect(list.byteLength).toBe(Buffer.byteLength(added.join('')));
    }),
  );
});

test('sorts as strings are sorted', () => {
  fc.assert(
    fc.property(texts, (added) => {
      expect([...listOf(added).sorted()]).toEqual(added.toSorted());
    }),
  );
});

test('keeps more than a piece holds, and a text that is longer than one', () => {
  const long = 'é'.repeat(2 ** 20);
  const added = ['a', long, 'b', ...Array.from({ length: 5000 }, (_, at) => `${at} `.repeat(100)), ''];
  const list = listOf(added);
  expect([...list]).toEqual(added);
});
