// Draws the world as a map shows it: the outline of every country, on the Equal Earth projection, which gives each the
// area it has, and parts of it that are drawn larger. Decides how fine the lines are: the map is part of a page and has
// to weigh little. Whose lines these are: Natural Earth's, by way of world-atlas.
//
//   node .ci/draw-world.ts    writes the map and the codes of countries into integration/pages/

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { type GeoProjection, geoEqualEarth, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fineAtlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import data from 'world-countries/dist/countries-unescaped.json' with { type: 'json' };
import type { DrawnMap, MapCountry, RegionMap, WorldMap } from '../integration/pages/world-map.ts';

/** Units across; lines are drawn to whole units, about a pixel each where the map is at its widest. */
const WIDTH = 1000;
/** Units left free at the edges, for points are drawn as discs. */
const EDGE = 8;
/** Antarctica is left out, and with it the empty south. */
const ANTARCTICA = '010';
/** A country that is smaller both ways is hard to see on a phone, and is drawn as a disc as well; in units. */
const SMALL = 14;

/** Parts of the world that are drawn larger where they hold most stories: by their code (UN M49), the smallest first. */
const REGIONS: readonly ({ code: string } & Part)[] = [
  { code: '145', west: 25, south: 12, east: 62, north: 43 },
  { code: '150', west: -11, south: 34, east: 42, north: 66 },
  { code: '002', west: -19, south: -36, east: 52, north: 38 },
  { code: '142', west: 60, south: -11, east: 146, north: 54 },
  { code: '019', west: -125, south: -56, east: -34, north: 58 },
];

/** Lines whose course is disputed: between which two lands of the atlas, and which part of the line, in degrees. */
const DISPUTED: readonly { between: readonly [string, string]; part?: Partial<Part> }[] = [
  { between: ['Morocco', 'W. Sahara'] },
  { between: ['Serbia', 'Kosovo'] },
  { between: ['Israel', 'Palestine'] },
  { between: ['Israel', 'Syria'] },
  { between: ['Cyprus', 'N. Cyprus'] },
  { between: ['Somalia', 'Somaliland'] },
  // Kashmir, and the glacier north of it.
  { between: ['India', 'Pakistan'], part: { south: 32.5 } },
  { between: ['India', 'Siachen Glacier'] },
  { between: ['Pakistan', 'Siachen Glacier'] },
  { between: ['India', 'China'] },
  // Crimea.
  { between: ['Russia', 'Ukraine'], part: { north: 46.6 } },
  // Halaib, and Abyei.
  { between: ['Egypt', 'Sudan'], part: { west: 33 } },
  { between: ['Sudan', 'S. Sudan'], part: { west: 27.5, east: 29.5 } },
  { between: ['Guyana', 'Venezuela'] },
];

/** A part of the world, in degrees. */
interface Part {
  west: number;
  south: number;
  east: number;
  north: number;
}

const countriesSchema = z.array(
  z.object({
    name: z.object({ common: z.string() }),
    cca2: z.string(),
    ccn3: z.string(),
    latlng: z.tuple([z.number(), z.number()]),
  }),
);

/** Two letters of ISO 3166-1 for each country, by its common English name. */
export function countryCodes(): Record<string, string> {
  return Object.fromEntries(countriesSchema.parse(data).map(({ name, cca2 }) => [name.common, cca2]));
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const atlasSchema = z.looseObject({
  type: z.literal('Topology'),
  objects: z.looseObject({
    countries: z.looseObject({
      type: z.literal('GeometryCollection'),
      geometries: z.array(z.looseObject({ properties: z.object({ name: z.string() }) })),
    }),
  }),
  arcs: z.array(z.array(z.array(z.number()))),
});

const isAtlas = (value: unknown): value is Atlas => atlasSchema.safeParse(value).success;

type Land = GeoJSON.Feature<GeoJSON.Geometry, { name: string }>;

/** What a map is drawn from. */
interface Lands {
  /** All but Antarctica. */
  land: Land[];
  /** Lines whose course is disputed, from point to point. */
  disputed: GeoJSON.Position[][];
}

/** @param least area of a bend that is drawn, in square degrees */
function landsOf(atlas: unknown, least = 0): Lands {
  if (!isAtlas(atlas)) throw new Error('world-atlas is not the atlas that the map is drawn from.');
  const topology = least > 0 ? simplify(presimplify(atlas), least) : atlas;
  const { countries } = topology.objects;
  return {
    land: feature(topology, countries).features.filter(({ id }) => id !== ANTARCTICA),
    disputed: DISPUTED.flatMap(({ between, part = {} }) =>
      mesh(topology, countries, (a, b) => a !== b && isBetween(a, b, between)).coordinates.map((line) =>
        partOf(line, part),
      ),
    ),
  };
}

/** A land of the atlas, as far as its name goes. */
interface Named {
  properties?: { name?: string } | undefined;
}

const isBetween = (a: Named, b: Named, between: readonly string[]): boolean =>
  between.includes(a.properties?.name ?? '') && between.includes(b.properties?.name ?? '');

/** What of a line is in a part of the world, up to its edges. */
function partOf(line: readonly GeoJSON.Position[], part: Partial<Part>): GeoJSON.Position[] {
  return line.flatMap((point, at) => {
    const last = line[at - 1];
    const edge = last && isIn(last, part) !== isIn(point, part) ? [edgeBetween(last, point, part)] : [];
    return isIn(point, part) ? [...edge, point] : edge;
  });
}

/** Where a line from one point to another enters a part of the world, or leaves it. */
function edgeBetween(from: GeoJSON.Position, to: GeoJSON.Position, part: Partial<Part>): GeoJSON.Position {
  let [outside, inside] = isIn(to, part) ? [from, to] : [to, from];
  for (let halves = 0; halves < 12; halves++) {
    const middle = outside.map((value, axis) => (value + (inside[axis] ?? 0)) / 2);
    if (isIn(middle, part)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function isIn([x = 0, y = 0]: GeoJSON.Position, part: Partial<Part>): boolean {
  const { west = -180, south = -90, east = 180, north = 90 } = part;
  return x >= west && x <= east && y >= south && y <= north;
}

/** Draws the map. */
export function drawWorld(): WorldMap {
  const lands = landsOf(atlas);
  const { land } = lands;
  const countries = countriesSchema.parse(data).filter(({ ccn3 }) => ccn3 !== ANTARCTICA);
  const middles = countries.map(({ latlng: [latitude, longitude] }) => [longitude, latitude]);
  const all = {
    type: 'GeometryCollection',
    geometries: [...land.map(({ geometry }) => geometry), { type: 'MultiPoint', coordinates: middles }],
  } satisfies GeoJSON.GeometryCollection;
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitWidth(WIDTH - 2 * EDGE, all);
  const [x, y] = projection.translate();
  projection.translate([x + EDGE, y + EDGE]);
  const [, [, bottom]] = geoPath(projection).bounds(all);
  const height = Math.ceil(bottom) + EDGE;
  return {
    ...drawMap(lands, countries, projection, WIDTH, height),
    regions: REGIONS.map((region) => drawRegion(region, countries)),
  };
}

type CountryData = z.infer<typeof countriesSchema>[number];

function drawRegion(
  { code, west, south, east, north }: (typeof REGIONS)[number],
  countries: readonly CountryData[],
): RegionMap {
  const unitsOfDegree = WIDTH / (east - west);
  const lands = landsOf(fineAtlas, LEAST_BEND / unitsOfDegree ** 2);
  const corners = [
    [west, south],
    [east, south],
    [west, north],
    [east, north],
    [(west + east) / 2, south],
    [(west + east) / 2, north],
  ];
  const projection = geoEqualEarth()
    .rotate([-(west + east) / 2, 0])
    .fitWidth(WIDTH, { type: 'MultiPoint', coordinates: corners });
  const [, [, bottom]] = geoPath(projection).bounds({ type: 'MultiPoint', coordinates: corners });
  const height = Math.ceil(bottom);
  projection.clipExtent([
    [0, 0],
    [WIDTH, height],
  ]);
  const members = countries.filter(
    ({ latlng: [latitude, longitude] }) =>
      latitude > south && latitude < north && longitude > west && longitude < east,
  );
  return {
    code,
    members: members.map(({ name }) => name.common),
    ...drawMap(lands, countries, projection, WIDTH, height),
  };
}

/** The smallest bend of a line that is drawn in a part of the world, in square units: it would weigh more than the world. */
const LEAST_BEND = 12;

function drawMap(
  { land, disputed }: Lands,
  countries: readonly CountryData[],
  projection: GeoProjection,
  width: number,
  height: number,
): DrawnMap {
  const outlines = new Map<string, string>();
  const small = new Map<string, boolean>();
  const unlisted: string[] = [];
  const byNumber = new Map(countries.map(({ ccn3, name }) => [ccn3, name.common]));
  const names = new Set(byNumber.values());
  for (const each of land) {
    const path = new SvgPath();
    geoPath(projection, path)(each);
    if (path.data === '') continue;
    const name = byNumber.get(String(each.id)) ?? each.properties.name;
    if (names.has(name)) {
      outlines.set(name, (outlines.get(name) ?? '') + path.data);
      const [[left, top], [right, bottom]] = geoPath(projection).bounds(each);
      small.set(name, (small.get(name) ?? true) && right - left < SMALL && bottom - top < SMALL);
    } else unlisted.push(path.data);
  }
  const drawn = countries.flatMap(({ name, cca2, latlng: [latitude, longitude] }): MapCountry[] => {
    const path = outlines.get(name.common);
    const [x, y] = projection([longitude, latitude]) ?? [-1, -1];
    const isInside = x >= 0 && x <= width && y >= 0 && y <= height;
    if (!path && !isInside) return [];
    const point = isInside && (!path || small.get(name.common)) && ([Math.round(x), Math.round(y)] as const);
    return [{ name: name.common, code: cca2, ...(path && { path }), ...(point && { point }) }];
  });
  const isOn = ([x, y]: readonly [number, number]) => x >= 0 && x <= width && y >= 0 && y <= height;
  const lines = disputed.map((line) =>
    line.flatMap(([longitude = 0, latitude = 0]) => {
      const point = projection([longitude, latitude]);
      return point && isOn(point) ? [point] : [];
    }),
  );
  return {
    width,
    height,
    countries: drawn,
    rest: unlisted.join(''),
    disputed: lines.map((line) => lineData(line)).join(''),
  };
}

/** Writes a line as the `d` of an SVG path. */
function lineData(line: readonly (readonly [number, number])[]): string {
  const [first, ...others] = line;
  if (!first || others.length === 0) return '';
  const path = new SvgPath();
  path.moveTo(...first);
  for (const point of others) path.lineTo(...point);
  path.endLine();
  return path.data;
}

/**
 * Writes lines as the `d` of an SVG path, in whole units from one point to the next. Points that fall together are
 * one, and an island that shrinks to less than a triangle is none. Neighbours keep their border in common, since
 * both round it alike.
 */
class SvgPath {
  data = '';
  #ring: [x: number, y: number][] = [];

  moveTo(x: number, y: number): void {
    this.#ring = [this.#rounded(x, y)];
  }

  lineTo(x: number, y: number): void {
    const point = this.#rounded(x, y);
    const last = this.#ring.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) this.#ring.push(point);
  }

  closePath(): void {
    if (this.#ring.length < 3) return;
    this.#write();
    this.data += 'z';
  }

  /** Ends a line that is no outline. */
  endLine(): void {
    if (this.#ring.length > 1) this.#write();
  }

  #write(): void {
    const [first, ...others] = this.#ring;
    if (!first) return;
    let [x, y] = first;
    this.data += `M${x} ${y}l`;
    const steps: string[] = [];
    for (const [nextX, nextY] of others) {
      steps.push(`${nextX - x} ${nextY - y}`);
      [x, y] = [nextX, nextY];
    }
    this.data += steps.join(' ').replaceAll(' -', '-');
  }

  #rounded(x: number, y: number): [number, number] {
    return [Math.round(x), Math.round(y)];
  }

  beginPath(): void {}

  /** For points, of which the map has none. */
  arc(): void {}
}

if (import.meta.main) {
  const write = (name: string, value: unknown) =>
    writeFileSync(
      path.join(import.meta.dirname, '../integration/pages', name),
      `${JSON.stringify(value, null, 1)}\n`,
    );
  write('country-codes.json', countryCodes());
  write('world-map.json', drawWorld());
}
