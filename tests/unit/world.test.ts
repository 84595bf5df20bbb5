// The map of the world, before any story is on it.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { countryCodes, drawWorld } from '../../.ci/draw-world.ts';
import { countryCodes as codesHeld, worldMapJson } from '../../integration/pages/world-map.ts';

const world = drawWorld();

test('what the package holds is what is drawn now', async () => {
  expect(JSON.parse(await worldMapJson())).toEqual(world);
  expect(codesHeld).toEqual(countryCodes());
});

test('every country has an outline, or a point where it is too small for one', () => {
  expect(world.countries.length).toBeGreaterThan(240);
  for (const { name, path, point } of world.countries) expect(path ?? point, name).toBeDefined();
  const drawn = world.countries.filter(({ path }) => path).map(({ name }) => name);
  expect(drawn).toEqual(
    expect.arrayContaining(['Syria', 'Türkiye', 'Palestine', 'Kosovo', 'DR Congo', 'South Sudan']),
  );
  expect(world.countries.find(({ name }) => name === 'Singapore')?.point).toHaveLength(2);
});

test('every line stays on the map', () => {
  const on = ([x, y]: readonly [number, number]) => x >= 0 && x <= world.width && y >= 0 && y <= world.height;
  for (const { name, path, point } of world.countries) {
    if (point) expect(on(point), name).toBe(true);
    let at: [number, number] = [0, 0];
    for (const [, command, numbers = ''] of (path ?? '').matchAll(/([Ml])([^Mlz]*)/g)) {
      const values = (numbers.match(/-?\d+/g) ?? []).map(Number);
      for (let index = 0; index + 1 < values.length; index += 2) {
        const [x = 0, y = 0] = values.slice(index, index + 2);
        at = command === 'M' ? [x, y] : [at[0] + x, at[1] + y];
        expect(on(at), `${name} ${at}`).toBe(true);
      }
    }
  }
});

test('disputed lines are drawn as such: Western Sahara, Crimea, Kashmir and others on the world, the Golan where it is larger', () => {
  const lines = (map: { disputed: string }) => map.disputed.match(/M/g) ?? [];
  expect(lines(world).length).toBeGreaterThanOrEqual(9);
  const west = world.regions.find(({ code }) => code === '145');
  expect(west && lines(west).length).toBeGreaterThanOrEqual(4);
  for (const map of [world, ...world.regions]) {
    for (const [, x, y] of map.disputed.matchAll(/M(\d+) (\d+)/g)) {
      expect(Number(x)).toBeLessThanOrEqual(map.width);
      expect(Number(y)).toBeLessThanOrEqual(map.height);
    }
  }
});

test('weighs at most 12 KB compressed', () => {
  expect(gzipSync(world.countries.map(({ path }) => path).join('')).length).toBeLessThan(12 * 1024);
});

test('every country has its own code', () => {
  const codes = countryCodes();
  expect(codes).toMatchObject({ Syria: 'SY', Türkiye: 'TR' });
  expect(new Set(Object.values(codes)).size).toBe(Object.keys(codes).length);
});
