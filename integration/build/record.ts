// What a shard's folder says of itself, so that shards which do not make one site are never united: which shard it
// is, what it was built from, and a digest of what was written. It names no file: whoever reads it looks at the
// folder, and can't be led out of it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { MOST_SHARDS, type Shard } from './shard.ts';

/** The record's file in the folder. No dot before it: tools that carry folders between machines leave those out. */
export const RECORD = 'wirecopy-shard.json';

const FORM = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().min(0);
const recordSchema = z
  .object({
    form: z.literal(FORM),
    shard: z.object({ index: z.int().min(1), count: z.int().max(MOST_SHARDS) }),
    /** Of dumps, options and code. */
    inputs: digest,
    /** Of templates and configuration. */
    templates: digest,
    contents: z.object({ files: count, bytes: count, digest }),
  })
  .refine(({ shard }) => shard.index <= shard.count);

/** What a folder holds, the record left out. */
export type Contents = z.infer<typeof recordSchema>['contents'];

/** A shard, and what it was built from. */
export interface ShardRecord {
  shard: Shard;
  inputs: string;
  templates: string;
  contents: Contents;
}

/** Gathers what is in a folder, in whatever order it comes. */
export class Inventory {
  readonly #lines: string[] = [];
  #bytes = 0;

  /** @param file relative to the folder, with forward slashes; @param size in bytes */
  add(file: string, size: number): void {
    this.#lines.push(`${file}\0${size}\n`);
    this.#bytes += size;
  }

  finish(): Contents {
    const sum = createHash('sha256');
    for (const line of this.#lines.sort()) sum.update(line);
    return { files: this.#lines.length, bytes: this.#bytes, digest: sum.digest('hex') };
  }
}

export function writeRecord(folder: string, record: ShardRecord): void {
  writeFileSync(path.join(folder, RECORD), `${JSON.stringify({ form: FORM, ...record }, null, 2)}\n`);
}

/** @returns nothing where there is no record, or none of this form */
export function readRecord(folder: string): ShardRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path.join(folder, RECORD), 'utf8')));
  } catch {
    return undefined;
  }
}
