// The files of a story index, beside Astro's cache: a manifest that says what the index was made from, and a file of
// summaries. They are replaced as a whole, so that an index is never half there.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';
import { digestFile } from '../files/file-digest.ts';
import { LineWriter } from '../files/json-lines.ts';
import { FORMATS, type Format } from '../formats/format.ts';
import { StoryRows } from './story-rows.ts';
import { type IndexedStory, type SummaryRow, toRow } from './story-summary.ts';

/** A dump whose stories are in an index. */
export interface IndexedDump {
  /** Path relative to the project's root. */
  name: string;
  /** Path of its decoded text, relative to the root, where byte ranges are not in the dump itself. */
  text?: string | undefined;
  /** Its format, where that is not page text. */
  format?: Format | undefined;
  /** File name of its records, in the folder of the dump cache. */
  records: string;
}

const MANIFEST = 'story-index.json';
const SUMMARIES = 'summaries-';

const basisSchema = z.object({
  rules: z.string().describe('Of the code, its options, the corrections and the lock of addresses.'),
  dumps: z.array(z.string()).describe('SHA-256 of each.'),
  published: z
    .string()
    .describe('Digest of the addresses that were published, each of a story of the index.'),
});
/** What has to be as it was where a load takes stories as they are. */
export type IndexBasis = z.infer<typeof basisSchema>;

const manifestSchema = z.object({
  /** Equal for equal dumps, options and code. */
  inputs: z.string(),
  summaries: z.string(),
  /** SHA-256 of the summaries. */
  digest: z.string(),
  stories: z.int().min(0),
  /** How many of them are published without a date. */
  undated: z.int().min(0),
  /** Dates that are hardly true, each with the number of its dump and the line of its story. */
  far: z.array(z.object({ dump: z.int().min(0), day: z.string(), line: z.int().min(1) })),
  dumps: z.array(
    z.object({
      name: z.string(),
      text: z.string().optional(),
      format: z.enum(FORMATS).optional(),
      records: z.string(),
    }),
  ),
  /** Absent where no story can be taken as it is. */
  basis: basisSchema.optional(),
});

/** What an index is made from, and what it has. */
export type Manifest = z.infer<typeof manifestSchema>;

/** What a build says of an index. */
export type IndexCounts = Pick<Manifest, 'stories' | 'undated' | 'far'>;

/** Collects stories in the order of their dumps, and writes their summaries in the order of the site. */
export class StoryIndexWriter {
  readonly #rows = new StoryRows();
  #far: IndexCounts['far'] = [];

  add(story: IndexedStory): void {
    this.#rows.add(toRow(story));
  }

  /** Takes a story as it is in an index, before any other. @param line its row there */
  take(line: string, row: SummaryRow): void {
    this.#rows.take(line, row);
  }

  /** @returns ids of all stories */
  ids(): string[] {
    return [...this.#rows.ids()];
  }

  /**
   * Puts stories whose dates are hardly true behind the other dated ones.
   * @returns their dates, each with the number of its dump
   */
  markFar(): IndexCounts['far'] {
    this.#far = this.#rows.markFar();
    return this.#far;
  }

  /** Replaces the index in a folder. */
  async finish(
    folder: string,
    inputs: string,
    dumps: readonly IndexedDump[],
    basis?: IndexBasis,
  ): Promise<IndexCounts> {
    const summaries = `${SUMMARIES}${inputs.slice(0, 16)}.jsonl`;
    const writer = LineWriter.open(path.join(folder, summaries));
    for (const line of this.#rows.lines()) {
      writer.add(line);
      writer.flushIfFull();
    }
    const digest = writer.commit();
    const counts = { stories: this.#rows.length, undated: this.#rows.undated, far: this.#far };
    writeCacheFile(path.join(folder, MANIFEST), { inputs, summaries, digest, ...counts, dumps, basis });
    for (const name of await readdir(folder)) {
      if (name.startsWith(SUMMARIES) && name !== summaries) await rm(path.join(folder, name));
    }
    return counts;
  }
}

/** @returns what the index in a folder has, where it was made from these inputs and is whole */
export async function currentIndexCounts(folder: string, inputs: string): Promise<IndexCounts | undefined> {
  const manifest = readCacheFile(path.join(folder, MANIFEST), manifestSchema);
  if (manifest?.inputs !== inputs || !(await isWhole(folder, manifest))) return undefined;
  const { stories, undated, far } = manifest;
  return { stories, undated, far };
}

/** @returns the manifest of the index in a folder, where that is whole, whatever it was made from */
export async function currentIndex(folder: string): Promise<Manifest | undefined> {
  const manifest = readCacheFile(path.join(folder, MANIFEST), manifestSchema);
  return manifest && (await isWhole(folder, manifest)) ? manifest : undefined;
}

async function isWhole(folder: string, { summaries, digest }: Manifest): Promise<boolean> {
  const found = await digestFile(path.join(folder, summaries)).catch(() => undefined);
  return found?.digest === digest;
}

/**
 * Reads the manifest of the index in a folder.
 * @throws Error where there is none
 */
export function readManifest(folder: string): Manifest {
  const manifest = readCacheFile(path.join(folder, MANIFEST), manifestSchema);
  if (manifest) return manifest;
  // https://developers.cloudflare.com/workers/runtime-apis/web-standards/#navigatoruseragent
  if (globalThis.navigator?.userAgent === 'Cloudflare-Workers') {
    throw new Error(
      'The pages of wirecopy() are made from files, and Cloudflare’s runtime has none. Let its adapter prerender in ' +
        "Node: cloudflare({ prerenderEnvironment: 'node' }) in astro.config.mjs.",
    );
  }
  throw missingCollection(folder);
}

/**
 * @param folder of the collection's story index
 * @param others folders of those that were loaded and that no section shows
 * @returns the error where the collection is not there, with the collection that was meant, or the lines to add
 */
export function missingCollection(folder: string, others: readonly string[] = []): Error {
  const name = nameOf(folder);
  const said = `The pages of wirecopy() are made from a collection “${name}”, and none was loaded by dumpLoader().`;
  const [other] = others.map(nameOf);
  if (other === undefined) return new Error(`${said} ${collectionLines(name)}`);
  return new Error(`${said} “${other}” was: show it by wirecopy({ collection: '${other}' }).`);
}

const nameOf = (folder: string) => decodeURIComponent(path.basename(folder));

/** What to do for a collection. */
export function collectionLines(name: string): string {
  return `Put text files into dumps/, and this into src/content.config.ts:

import { defineCollection } from 'astro:content';
import { dumpLoader } from 'astro-wirecopy/loader';

export const collections = { ${/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : `'${name}'`}: defineCollection({ loader: dumpLoader({ dumps: 'dumps/**/*.txt' }) }) };
`;
}
