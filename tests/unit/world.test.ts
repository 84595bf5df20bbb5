// The map of the world, before any story is on it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { countryCodes, drawWorld } from '../../integration/pages/world-map.ts';
import { worldModule } from '../../integration/vite/world-module.ts';

const world = drawWorld();

test('the module of a build has it, drawn or from the cache, whatever became of the cache', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-world-'));
  const cacheDir = pathToFileURL(`${folder}/`);
  const file = path.join(folder, 'wirecopy/world-map.json');
  const read = () => worldModule({ root: cacheDir, cacheDir });
  const drawn = await read();
  expect(drawn).toContain(`export const world = ${JSON.stringify(world)};`);
  expect(drawn).toContain(`export const codes = ${JSON.stringify(countryCodes())};`);
  const cached = await readFile(file, 'utf8');
  expect(await read()).toBe(drawn);
  await writeFile(file, cached.replace('Singapore', 'Sangapore'));
  expect(await read()).toBe(drawn);
  await rm(file);
  expect(await read()).toBe(drawn);
  await rm(folder, { recursive: true });
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

test('weighs at most 12 KB compressed', () => {
  expect(gzipSync(world.countries.map(({ path }) => path).join('')).length).toBeLessThan(12 * 1024);
});

test('every country has its own code', () => {
  const codes = countryCodes();
  expect(codes).toMatchObject({ Syria: 'SY', Türkiye: 'TR' });
  expect(new Set(Object.values(codes)).size).toBe(Object.keys(codes).length);
});
