// Runs of stories that were indexed before, in a folder of the cache: each under the digest of all that it was made
// from, so that stories that did not change are not read and indexed again.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';
import type { RangeReader } from '../files/range-reader.ts';
import { runKey } from '../search/build/cut.ts';
import type { Run } from '../search/build/index.ts';
import { indexRun, type StoryText } from '../search/build/run.ts';
import { type RunSource, runInMemory, storiesOfRun } from '../search/build/run-reader.ts';
import { textKey } from './searched-text.ts';

/** What is known of a run beside its bytes. */
const factsSchema = z.object({
  bytes: z.int().min(0),
  keys: z.array(z.string()).describe('Digests of the text of each of its stories.'),
});

/** A run, and digests of the texts of its stories. */
export interface CachedRun {
  run: Run;
  keys: readonly string[];
}

/** Indexes runs, or finds them indexed. */
export class RunCache {
  readonly #folder: string;
  readonly #version: string;
  readonly #ranges: RangeReader;
  readonly #used = new Set<string>();
  /** Stories whose runs were made. */
  indexed = 0;

  /** @param version of all that the text of a story depends on beside its dump */
  constructor(folder: string, version: string, ranges: RangeReader) {
    this.#folder = folder;
    this.#version = version;
    this.#ranges = ranges;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * @param sources digests of what each of its stories is made from
   * @param read reads the texts of its stories
   */
  get(sources: readonly string[], read: () => StoryText[]): CachedRun {
    const file = path.join(this.#folder, runKey([this.#version, ...sources]));
    const facts = `${file}.json`;
    this.#used.add(path.basename(file)).add(path.basename(facts));
    const known = readCacheFile(facts, factsSchema);
    const source = new KeptRun(file, this.#ranges, () => indexRun(read()));
    if (known?.keys.length === sources.length && sizeOf(file) === known.bytes)
      return { run: { stories: sources.length, source }, keys: known.keys };
    const texts = read();
    this.indexed += texts.length;
    const bytes = indexRun(texts);
    const keys = texts.map(textKey);
    writeWhole(file, bytes);
    writeCacheFile(facts, { bytes: bytes.length, keys });
    return { run: { stories: sources.length, source }, keys };
  }

  /** Deletes runs that nothing asked for. */
  removeUnused(): void {
    for (const name of readdirSync(this.#folder))
      if (!this.#used.has(name)) rmSync(path.join(this.#folder, name), { recursive: true });
  }
}

/** A run in a file of the cache, which is looked at when it is first read. */
class KeptRun implements RunSource {
  readonly #file: string;
  readonly #ranges: RangeReader;
  #make: (() => Uint8Array) | undefined;
  #opened: RunSource | undefined;

  /** @param make makes the run again, where the file is damaged; it is let go of when that is known, and all that it needs */
  constructor(file: string, ranges: RangeReader, make: () => Uint8Array) {
    this.#file = file;
    this.#ranges = ranges;
    this.#make = make;
  }

  read(start: number, end: number): Uint8Array {
    this.#opened ??= this.#open();
    return this.#opened.read(start, end);
  }

  #open(): RunSource {
    const file = this.#file;
    const make = this.#make;
    this.#make = undefined;
    if (!make || (existsSync(file) && storiesOfRun(readFileSync(file)) !== undefined))
      return { read: (start, end) => this.#ranges.read(file, start, end) };
    // The next build makes the file again.
    rmSync(file, { force: true });
    return runInMemory(make());
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/** Under another name first: a build that is stopped leaves no half of a run. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, bytes);
  renameSync(draft, file);
}
