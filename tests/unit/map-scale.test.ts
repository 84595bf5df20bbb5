// The steps of the map's shades.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapSteps, shadeOf } from '../../integration/pages/map-scale.ts';

test('counts that are nearly equal have shades that are nearly equal: 60 and 65', () => {
  const steps = mapSteps(65);
  expect(shadeOf(60, steps)).toBe(shadeOf(65, steps));
  expect(steps.map(({ from, to }) => `${from}–${to}`)).toEqual(['1–3', '4–10', '11–25', '26–40', '41–65']);
});

test('a single story is the darkest where none has more', () => {
  expect(mapSteps(1)).toEqual([{ from: 1, to: 1 }]);
  expect(shadeOf(1, mapSteps(1))).toBe(5);
});

test('steps begin with 1, end with the most, and leave no count out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), (most) => {
      const steps = mapSteps(most);
      expect(steps[0]?.from).toBe(1);
      expect(steps.at(-1)?.to).toBe(most);
      for (const [at, { from, to }] of steps.entries()) {
        expect(to).toBeGreaterThanOrEqual(from);
        if (at > 0) expect(from).toBe((steps[at - 1]?.to ?? 0) + 1);
      }
      expect(shadeOf(most, steps)).toBe(5);
    }),
  );
});
