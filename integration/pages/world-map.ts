// The world as a map shows it: the outline of every country, on the Equal Earth projection, which gives each the
// area it has. Decides how fine the lines are: the map is part of a page and has to weigh little.

import { z } from 'astro/zod';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import data from 'world-countries/dist/countries-unescaped.json' with { type: 'json' };

/** Units across; lines are drawn to whole units, about a pixel each where the map is at its widest. */
const WIDTH = 1000;
/** Units left free at the edges, for points are drawn as discs. */
const EDGE = 6;
/** Antarctica is left out, and with it the empty south. */
const ANTARCTICA = '010';

/** A country as it is drawn. */
export interface MapCountry {
  /** Common English name. */
  name: string;
  /** Two letters, ISO 3166-1. */
  code: string;
  /** Outline, as the `d` of an SVG path; absent where the country is too small to have one. */
  path?: string;
  /** Its middle, where it has no outline. */
  point?: readonly [x: number, y: number];
}

/** The map of the world, drawn. */
export interface WorldMap {
  /** In the map's own units. */
  width: number;
  /** In the map's own units. */
  height: number;
  /** Every country that ISO 3166-1 gives a code, but for Antarctica. */
  countries: MapCountry[];
  /** Land that is no country of the list. */
  rest: string;
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

/** Draws the map. */
export function drawWorld(): WorldMap {
  const topology: unknown = atlas;
  if (!isAtlas(topology)) throw new Error('world-atlas is not the atlas that the map is drawn from.');
  const { features } = feature(topology, topology.objects.countries);
  const land = features.filter(({ id }) => id !== ANTARCTICA);
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
  const outlines = new Map<string, string>();
  const unlisted: string[] = [];
  const byNumber = new Map(countries.map(({ ccn3, name }) => [ccn3, name.common]));
  const names = new Set(byNumber.values());
  for (const each of land) {
    const path = new SvgPath();
    geoPath(projection, path)(each);
    const name = byNumber.get(String(each.id)) ?? each.properties.name;
    if (names.has(name)) outlines.set(name, (outlines.get(name) ?? '') + path.data);
    else unlisted.push(path.data);
  }
  return {
    width: WIDTH,
    height: Math.ceil(bottom) + EDGE,
    countries: countries.map(({ name, cca2, latlng: [latitude, longitude] }) => {
      const path = outlines.get(name.common);
      const point = projection([longitude, latitude]);
      return {
        name: name.common,
        code: cca2,
        ...(path ? { path } : point && { point: [Math.round(point[0]), Math.round(point[1])] as const }),
      };
    }),
    rest: unlisted.join(''),
  };
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
    this.#ring = [[Math.round(x), Math.round(y)]];
  }

  lineTo(x: number, y: number): void {
    const point: [number, number] = [Math.round(x), Math.round(y)];
    const last = this.#ring.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) this.#ring.push(point);
  }

  closePath(): void {
    const [first, ...others] = this.#ring;
    if (!first || others.length < 2) return;
    let [x, y] = first;
    this.data += `M${x} ${y}l`;
    const steps: string[] = [];
    for (const [nextX, nextY] of others) {
      steps.push(`${nextX - x} ${nextY - y}`);
      [x, y] = [nextX, nextY];
    }
    this.data += `${steps.join(' ').replaceAll(' -', '-')}z`;
  }

  beginPath(): void {}

  /** For points, of which the map has none. */
  arc(): void {}
}
