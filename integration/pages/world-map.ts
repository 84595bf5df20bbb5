// The world as a map shows it. It is drawn once, by `node .ci/draw-world.ts`, and kept beside this file: drawing takes a
// second, and is the same for every site.
import { readFile } from 'node:fs/promises';
import codes from './country-codes.json' with { type: 'json' };

/** A country as it is drawn. */
export interface MapCountry {
  /** Common English name. */
  name: string;
  /** Two letters, ISO 3166-1. */
  code: string;
  /** Outline, as the `d` of an SVG path; absent where the country is too small to have one. */
  path?: string;
  /** Its middle, where it has no outline or a small one. */
  point?: readonly [x: number, y: number];
}

/** A map, drawn. */
export interface DrawnMap {
  /** In the map's own units. */
  width: number;
  /** In the map's own units. */
  height: number;
  /** Every country that ISO 3166-1 gives a code and that the map shows, but for Antarctica. */
  countries: MapCountry[];
  /** Land that is no country of the list. */
  rest: string;
  /** Lines whose course is disputed, as the `d` of an SVG path. */
  disputed: string;
}

/** A part of the world, drawn larger. */
export interface RegionMap extends DrawnMap {
  /** Its code in UN M49, which Intl.DisplayNames has names for. */
  code: string;
  /** Common English names of the countries whose middle it shows. */
  members: string[];
}

/** The map of the world, drawn. */
export interface WorldMap extends DrawnMap {
  /** The smallest first. */
  regions: RegionMap[];
}

/** Two letters of ISO 3166-1 for each country, by its common English name. */
export const countryCodes: Readonly<Record<string, string>> = codes;

/** @returns the map, a {@link WorldMap}, as JSON */
export function worldMapJson(): Promise<string> {
  return readFile(new URL('world-map.json', import.meta.url), 'utf8');
}
