// What is cached of each dump from one build to the next: an unchanged dump is not parsed again, and of one that has
// grown only the new end is. A dump is unchanged if its bytes are, whatever its time says. Where anything about the
// cache is odd, the dump is read again.
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { openDump } from '../files/dump-text.ts';
import { digestFile } from '../files/file-digest.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { removeUnusedCopies } from '../files/text-copy.ts';
import { isReadInPlace } from '../formats/format.ts';
import { CachedDump } from './cached-dump.ts';
import { readCurrentState, stateFile } from './dump-state.ts';
import type { FormatFinder } from './format-finder.ts';
import { textsFile } from './kept-texts.ts';

const NAME_LENGTH = 24;
const CACHE_FILE = /^[0-9a-f]{24}\.(?:jsonl?|texts)/u;

/** The folder in which dumps are cached. */
export class DumpCache {
  readonly #folder: string;
  readonly #version: string;
  readonly #used = new Set<string>();
  readonly #usedCopies: string[] = [];

  /** @param version of all that records depend on besides their dump: options, and the code itself */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** Finds out whether a dump is cached, and whether it has changed or grown since. */
  async open(file: DumpFile, encoding: string, formats: FormatFinder): Promise<CachedDump> {
    const name = createHash('sha256').update(file.name).digest('hex').slice(0, NAME_LENGTH);
    const records = path.join(this.#folder, `${name}.jsonl`);
    for (const each of [records, stateFile(records), textsFile(records)]) this.#used.add(path.basename(each));
    const state = await readCurrentState(records, this.#version);
    const { size, prefix, digest } = await digestFile(file.path, state?.size);
    const begins = state !== undefined && prefix === state.digest;
    const format =
      begins && size === state.size
        ? state.format
        : await formats.find(file.name, await openDump(file, { encoding }));
    const copies = { folder: this.#copies, digest, of: isReadInPlace(format) ? 'text' : 'stories' } as const;
    const text = await openDump(file, { encoding, copies });
    // A copy of its text has to be there as well.
    const isUnchanged = begins && size === state.size && (!text.copy || text.isCurrent);
    const isGrown =
      begins &&
      size > state.size &&
      state.checkpoint !== undefined &&
      state.format.name === format.name &&
      !text.copy;
    if (text.copy) this.#usedCopies.push(text.copy);
    const known = isUnchanged || isGrown ? state : undefined;
    const version = this.#version;
    const opened = { file, format, records, version, size, digest, encoding, copies, state: known };
    return new CachedDump({ ...opened, text, isUnchanged });
  }

  /** Deletes what belongs to dumps that were not opened. */
  async removeUnused(): Promise<void> {
    await removeUnusedCopies(this.#copies, this.#usedCopies);
    for (const name of await readdir(this.#folder).catch(() => [])) {
      if (CACHE_FILE.test(name) && !this.#used.has(name)) await rm(path.join(this.#folder, name));
    }
  }

  get #copies(): string {
    return path.join(this.#folder, 'texts');
  }
}
