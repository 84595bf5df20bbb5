// A copy of a dump's text, in the cache: kept where byte ranges must last and the dump's own bytes are not its text. A
// copy is good for one dump, known by its digest, and is proved by its own digest when it is used.
import { createHash, hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { AtomicFile } from './atomic-file.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { digestFile } from './file-digest.ts';

const NAME_LENGTH = 24;
/** Copies, their records, and what an interrupted build left of either. */
const COPY_NAME = /^[0-9a-f]{24}\.txt/u;

/** @param key what tells the dump from others, and how it is decoded */
export function copyPath(folder: string, key: string): string {
  return path.join(folder, `${hash('sha256', key).slice(0, NAME_LENGTH)}.txt`);
}

/**
 * Whether a copy is there, as it was made from a dump.
 * @param digest of the dump
 */
export async function isCurrentCopy(copy: string, digest: string): Promise<boolean> {
  // Who keeps no copies has no use for what checks it, which takes an eighth of the command's start.
  const { recordSchema } = await import('./text-copy-record.ts');
  const record = readCacheFile(recordPath(copy), recordSchema);
  if (record?.dump !== digest) return false;
  const found = await digestFile(copy).catch(() => undefined);
  return found?.digest === record.copy;
}

/** A copy that is being written; it takes its place once it is whole. */
export class TextCopyWriter {
  readonly #copy: string;
  readonly #digest: string;
  readonly #file: AtomicFile;
  readonly #sum = createHash('sha256');

  private constructor(copy: string, digest: string, file: AtomicFile) {
    this.#copy = copy;
    this.#digest = digest;
    this.#file = file;
  }

  /** @param digest of the dump */
  static open(copy: string, digest: string): TextCopyWriter {
    return new TextCopyWriter(copy, digest, AtomicFile.open(copy));
  }

  write(bytes: Uint8Array): void {
    this.#sum.update(bytes);
    this.#file.write(bytes);
  }

  /** @param isSound whether the copy can be read in place of the dump the next time */
  commit(isSound: boolean): void {
    this.#file.commit();
    const record = { dump: this.#digest, copy: this.#sum.digest('hex') };
    if (isSound) writeCacheFile(recordPath(this.#copy), record);
    else rmSync(recordPath(this.#copy), { force: true });
  }

  discard(): void {
    this.#file.discard();
  }
}

/**
 * Copies a text while it is read.
 * @param digest of the dump
 * @param isSound asked at the end: a text with faults is read from its dump every time, or they would be reported only
 * once
 */
export async function* copyWhileReading(
  text: AsyncIterable<Uint8Array>,
  copy: string,
  digest: string,
  isSound: () => boolean,
): AsyncGenerator<Uint8Array> {
  const writer = TextCopyWriter.open(copy, digest);
  let isWhole = false;
  try {
    for await (const chunk of text) {
      writer.write(chunk);
      yield chunk;
    }
    isWhole = true;
  } finally {
    if (!isWhole) writer.discard();
  }
  writer.commit(isSound());
}

/** Deletes the copies in a folder that are not used. */
export async function removeUnusedCopies(folder: string, used: readonly string[]): Promise<void> {
  const files = new Set(used.flatMap((copy) => [copy, recordPath(copy)]));
  for (const name of await readdir(folder).catch(() => [])) {
    if (COPY_NAME.test(name) && !files.has(path.join(folder, name))) await rm(path.join(folder, name));
  }
}

const recordPath = (copy: string) => `${copy}.json`;
