// The shard manifest, a file in a shard's folder, so that shards which do not make one site are never merged: which shard
// it is, what it was built from, and a digest of what was written. It names no file, so none outside the folder either.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { MAX_SHARDS, type Shard } from './shard.ts';

/** Name of the file. Without a dot in front: tools that copy folders between machines leave such files out. */
export const SHARD_MANIFEST = 'wirecopy-shard.json';

/** Version of the manifest. */
const VERSION = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().min(0);
const manifestSchema = z
  .object({
    version: z.literal(VERSION),
    shard: z.object({ index: z.int().min(1), count: z.int().max(MAX_SHARDS) }),
    /** Of dumps, options and code. */
    inputs: digest,
    /** Of the code that rendered pages. */
    dependencies: z.string(),
    totals: z.object({ files: count, bytes: count, digest }),
  })
  .refine(({ shard }) => shard.index <= shard.count);

/** What a folder holds, without the manifest. */
export type FileTotals = z.infer<typeof manifestSchema>['totals'];

/** A shard, and what it was built from. */
export interface ShardManifest {
  shard: Shard;
  inputs: string;
  dependencies: string;
  totals: FileTotals;
}

/** Counts the files of a folder, in whatever order they come. */
export class FileTally {
  readonly #lines: string[] = [];
  #bytes = 0;

  /** @param file relative to the folder, with forward slashes; @param size in bytes */
  add(file: string, size: number): void {
    this.#lines.push(`${file}\0${size}\n`);
    this.#bytes += size;
  }

  totals(): FileTotals {
    const sum = createHash('sha256');
    for (const line of this.#lines.sort()) sum.update(line);
    return { files: this.#lines.length, bytes: this.#bytes, digest: sum.digest('hex') };
  }
}

export function writeShardManifest(folder: string, manifest: ShardManifest): void {
  writeFileSync(
    path.join(folder, SHARD_MANIFEST),
    `${JSON.stringify({ version: VERSION, ...manifest }, null, 2)}\n`,
  );
}

/** @returns nothing where there is no manifest, or one of another version */
export function readShardManifest(folder: string): ShardManifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, SHARD_MANIFEST), 'utf8')));
  } catch {
    return undefined;
  }
}
