// The stories of a site as its pages need them: a short listing of each, in the order of the site, and the rest
// read back from its record when its own page is made. Kept as files beside Astro's cache: what a build holds in
// memory is a line a story and not the story.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import type { CalendarDay, DateBasis } from '../dump/index.ts';
import { LineWriter, readLines, writeWhole } from '../files/jsonl.ts';
import { RangeReader } from '../files/ranges.ts';
import type { ListedStory, Story, StoryInput } from '../story.ts';
import { type Correction, type Edited, edit } from './editing.ts';
import type { Filed } from './filing.ts';
import type { RecordPlace } from './kept.ts';
import type { RecordedStory } from './recording.ts';

/** A story as lists, neighbours and archives show it. */
export interface Listing {
  /** The last part of its address. */
  id: string;
  /** What lists show of it. */
  data: ListedStory;
  /** Digest of all that is known of the story, its words included: what shows the story changes when this does. */
  key: string;
  /** What an editor said of it, already in `data`. */
  correction?: Correction;
  /** Where its record is: which of the catalogue's dumps, byte offset, length. */
  place: readonly [dump: number, offset: number, length: number];
}

/** A story with all that is known of it but its text. */
export interface StoryEntry {
  /** The last part of its address. */
  id: string;
  /** All that is known of it, as the collection's schema has it. */
  data: Story;
}

/** A dump whose stories are in a catalogue. */
export interface CataloguedDump {
  /** Path relative to the project's root. */
  name: string;
  /** Path of its unpacked text, relative to the root, where it is packed or not in UTF-8. */
  text?: string | undefined;
  /** File name of its records, in the folder of kept dumps. */
  records: string;
}

/** The folder of a collection's catalogue and of what is kept of its dumps. */
export function catalogueFolder(cacheDir: URL, collection: string): URL {
  return new URL(`wirecopy/${encodeURIComponent(collection)}/`, cacheDir);
}

const POINTER = 'catalogue.json';

const pointerSchema = z.object({
  /** What the catalogue was made of: equal for equal dumps, options and code. */
  inputs: z.string(),
  listings: z.string(),
  bytes: z.int().min(0),
  stories: z.int().min(0),
  dumps: z.array(z.object({ name: z.string(), text: z.string().optional(), records: z.string() })),
});

/** Listings as they are written: dates as days, and nothing twice. */
interface Row {
  id: string;
  key: string;
  place: [dump: number, offset: number, length: number];
  headline: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  date?: CalendarDay;
  basis?: DateBasis;
  places: string[];
  correction?: Correction;
}

/** @returns how many stories the catalogue in a folder has, where it was made of these inputs and is whole */
export async function currentCatalogue(folder: string, inputs: string): Promise<number | undefined> {
  try {
    const pointer = pointerSchema.parse(JSON.parse(await readFile(path.join(folder, POINTER), 'utf8')));
    const { size } = await stat(path.join(folder, pointer.listings));
    return pointer.inputs === inputs && size === pointer.bytes ? pointer.stories : undefined;
  } catch {
    // None there, or not one that can be trusted: it will be written anew.
    return undefined;
  }
}

/** Gathers stories in the order of their dumps, and writes them down in the order of the site. */
export class CatalogueWriter {
  readonly #rows: Row[] = [];

  add(filed: Filed<RecordedStory & RecordPlace>, dump: number, correction?: Correction): void {
    const { id, headline, lang, dir, date, dateBasis, places, record } = edit(filed, correction);
    this.#rows.push({
      id,
      key: keyOf(record, correction),
      place: [dump, record.offset, record.length],
      headline,
      lang,
      dir,
      ...(date && { date }),
      ...(dateBasis && { basis: dateBasis }),
      places,
      ...(correction && { correction }),
    });
  }

  /** Puts the catalogue in place of the one before. */
  async finish(folder: string, inputs: string, dumps: readonly CataloguedDump[]): Promise<void> {
    // Stories of one day, and those of none, stay in dump order: the sort is stable.
    this.#rows.sort((a, b) => compare(b.date ?? '', a.date ?? ''));
    const listings = `listings-${inputs.slice(0, 16)}.jsonl`;
    const writer = await LineWriter.open(path.join(folder, listings));
    for (const row of this.#rows) {
      writer.add(JSON.stringify(row));
      await writer.settle();
    }
    await writer.finish();
    const pointer = { inputs, listings, bytes: writer.offset, stories: this.#rows.length, dumps };
    await writeWhole(path.join(folder, POINTER), JSON.stringify(pointer));
    for (const name of await readdir(folder)) {
      if (name.startsWith('listings-') && name !== listings) await rm(path.join(folder, name));
    }
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A catalogue, opened for the pages of a site. */
export class Catalogue {
  /** Every story but the retracted, in the order of the site: newest first, then undated ones in dump order. */
  readonly listings: readonly Listing[];
  /** The retracted ones, in the same order. */
  readonly retracted: readonly Listing[];
  readonly dumps: readonly CataloguedDump[];
  readonly #folder: string;
  readonly #ranges: RangeReader;

  /**
   * Opens the catalogue in a folder.
   * @param ranges keeps its files open
   * @throws Error where there is none: the collection was not loaded by `dumpLoader()`
   */
  constructor(folder: string, ranges = new RangeReader()) {
    this.#ranges = ranges;
    this.#folder = folder;
    const pointer = readPointer(folder);
    this.dumps = pointer.dumps;
    // Read in one go and let go of at once: a line of it is short, and there is one a story.
    const lines = readFileSync(path.join(folder, pointer.listings), 'utf8').split('\n');
    const all = lines.filter(Boolean).map((line) => toListing(JSON.parse(line)));
    this.listings = all.filter((listing) => !isRetracted(listing));
    this.retracted = all.filter(isRetracted);
  }

  /** Reads what else is known of a story. */
  story({ id, correction, place: [dump, offset, length] }: Listing): StoryEntry {
    const from = this.dumps[dump];
    if (!from)
      throw new Error(`The catalogue names no dump ${dump}. Delete Astro's cache folder and build again.`);
    const bytes = this.#ranges.read(path.join(this.#folder, from.records), offset, offset + length);
    const record: RecordedStory = JSON.parse(bytes.toString());
    return { id, data: toStory(edit(record, correction), from) };
  }
}

/**
 * How many stories the catalogue in a folder has.
 * @throws Error where there is none
 */
export function countStories(folder: string): number {
  return readPointer(folder).stories;
}

/**
 * The listings of the catalogue in a folder, in the order of the site, for those who need to see each but once.
 * Retracted stories are left out.
 * @throws Error where there is no catalogue
 */
export async function* readListings(folder: string): AsyncGenerator<Listing> {
  const { listings } = readPointer(folder);
  for await (const line of readLines(path.join(folder, listings))) {
    if (line === '') continue;
    const listing = toListing(JSON.parse(line));
    if (!isRetracted(listing)) yield listing;
  }
}

/**
 * What the catalogue in a folder was made of: equal for equal dumps, options and code.
 * @throws Error where there is no catalogue
 */
export function catalogueInputs(folder: string): string {
  return readPointer(folder).inputs;
}

/** A recorded story as the schema takes it. */
export function storyInput(
  { lines, bytes, body, digest, ...told }: RecordedStory & Edited,
  { name, text }: Pick<CataloguedDump, 'name' | 'text'>,
): StoryInput {
  return { ...told, source: { dump: name, ...(text && { text }), lines, bytes, body, digest } };
}

/** The same as pages see it. A record was written by this package from what its own reader found. */
function toStory(record: RecordedStory & Edited, from: CataloguedDump): Story {
  const { photos, date, correction, source, ...told } = storyInput(record, from);
  return {
    ...told,
    source,
    photos: record.photos.map(({ date: taken, ...photo }) => ({
      ...photo,
      ...(taken && { date: new Date(taken) }),
    })),
    ...(record.date && { date: new Date(record.date) }),
    ...(record.correction && {
      correction: { ...record.correction, date: new Date(record.correction.date) },
    }),
  };
}

/** Digest of all that is known of a story: of its record, and of what an editor said of it. */
export function keyOf({ key }: RecordPlace['record'], correction: Correction | undefined): string {
  return correction ? hash('sha256', key + JSON.stringify(correction)).slice(0, key.length) : key;
}

const isRetracted = ({ correction }: Listing) => correction?.retracted !== undefined;

function toListing({ id, key, place, headline, lang, dir, date, basis, places, correction }: Row): Listing {
  const dated = date && basis ? { date: new Date(date), dateBasis: basis } : {};
  return {
    id,
    key,
    place,
    ...(correction && { correction }),
    data: { headline, lang, dir, places, ...dated },
  };
}

function readPointer(folder: string) {
  try {
    return pointerSchema.parse(JSON.parse(readFileSync(path.join(folder, POINTER), 'utf8')));
  } catch (cause) {
    // https://developers.cloudflare.com/workers/runtime-apis/web-standards/#navigatoruseragent
    if (globalThis.navigator?.userAgent === 'Cloudflare-Workers') {
      throw new Error(
        'The pages of wirecopy() are made from files, and Cloudflare’s runtime has none. Let its adapter prerender in ' +
          "Node: cloudflare({ prerenderEnvironment: 'node' }) in astro.config.mjs.",
        { cause },
      );
    }
    throw new Error(
      `There is no catalogue of stories in ${folder}. The pages of wirecopy() need a collection ` +
        `“${decodeURIComponent(path.basename(folder))}”, loaded by dumpLoader() in src/content.config.ts.`,
      { cause },
    );
  }
}
