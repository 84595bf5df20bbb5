// Where the archive of a feed is cut: what a subscriber has kept stays as it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArchivePart, archiveParts } from '../../integration/feeds/archive-parts.ts';

const SETTINGS = { size: 50, archives: Number.POSITIVE_INFINITY };

interface Story {
  id: string;
  corrected?: { formerIds: string[] };
}

/** Newest first. */
const stories = (count: number, name = 'story') =>
  Array.from({ length: count }, (_, at): Story => ({ id: `${name}-${count - at}` }));

/** Each part's file, as far as stories and neighbours decide on it. */
const files = (parts: readonly ArchivePart<Story>[]) =>
  new Map(
    parts.map(({ name, stories }, at) => [
      name,
      JSON.stringify([parts[at - 1]?.name, stories.map(({ id }) => id)]),
    ]),
  );
const changed = (before: readonly ArchivePart<Story>[], after: readonly ArchivePart<Story>[]) => {
  const known = files(before);
  return [...files(after)].filter(([name, file]) => known.get(name) !== file).length;
};

describe('the parts of a feed’s archive', () => {
  test('have, with the feed, each story once and in order, and no more than the feed has', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 60 }), (count, size) => {
        const all = stories(count);
        const parts = archiveParts(all, { ...SETTINGS, size });
        const inParts = parts.toReversed().flatMap((part) => part.stories);
        expect(inParts).toEqual(all.slice(count - inParts.length));
        expect(count - inParts.length).toBeLessThanOrEqual(size);
        for (const part of parts) {
          expect(part.stories.length).toBeLessThanOrEqual(size);
          expect(part.stories.length).toBeGreaterThanOrEqual(size / 3);
        }
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      }),
    );
  });

  test('stay as they are when newer stories come', () => {
    const all = stories(2000);
    const parts = archiveParts(all, SETTINGS);
    for (let newer = 1; newer <= 200; newer += 9)
      expect(archiveParts([...stories(newer, 'newer'), ...all], SETTINGS).slice(0, parts.length)).toEqual(
        parts,
      );
  });

  test('are the same but for one or two when a story comes in between, or goes', () => {
    const all = stories(3000);
    const parts = archiveParts(all, SETTINGS);
    const counts = Array.from({ length: 30 }, (_, time) => {
      const at = 60 + time * 97;
      const more = archiveParts(all.toSpliced(at, 0, { id: `between-${at}` }), SETTINGS);
      const fewer = archiveParts(all.toSpliced(at, 1), SETTINGS);
      return [changed(parts, more), changed(parts, fewer)];
    }).flat();
    expect(counts.filter((count) => count > 2).length).toBeLessThan(counts.length / 10);
    expect(Math.max(...counts)).toBeLessThan(10);
    expect(Math.min(...counts)).toBe(1);
  });

  test('are the same but for the oldest when years come that are before all others', () => {
    const all = stories(3000);
    const parts = archiveParts(all, SETTINGS);
    for (const count of [1, 10, 77, 1000]) {
      const more = archiveParts([...all, ...stories(count, 'older')], SETTINGS);
      const names = new Set(more.map(({ name }) => name));
      expect(parts.filter(({ name }) => !names.has(name)).length).toBeLessThan(10);
      expect(more.slice(-50)).toEqual(parts.slice(-50));
    }
  });

  test('are named for the id that their newest story had first', () => {
    const parts = archiveParts(stories(200), SETTINGS);
    expect(parts.map(({ name }) => name)).toEqual(parts.map((part) => part.stories[0]?.id));
    const renamed = stories(200).map(({ id }) => ({ id: `renamed-${id}`, corrected: { formerIds: [id] } }));
    expect(archiveParts(renamed, SETTINGS).map(({ name }) => name)).toEqual(parts.map(({ name }) => name));
  });

  test('are left out where there are more stories than the site wants in them', () => {
    expect(archiveParts(stories(101), { size: 50, archives: 100 })).toEqual([]);
    expect(archiveParts(stories(100), { size: 50, archives: 100 })).not.toEqual([]);
  });
});
