// Small files of the cache: a digest on the first line, and below it JSON that the digest proves. What was damaged, cut
// off, or written by another version counts as not there, and is made again.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { z } from 'astro/zod';
import { writeFileAtomic } from './atomic-file.ts';

/** @returns what was written to a cache file; nothing where it is missing or damaged, or has not this schema */
export function readCacheFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> | undefined {
  const text = readText(file);
  const end = text?.indexOf('\n') ?? -1;
  if (text === undefined || end < 0) return undefined;
  const json = text.slice(end + 1);
  // What its digest proves was written by JSON.stringify, and can be parsed.
  return digestOf(json) === text.slice(0, end) ? schema.safeParse(JSON.parse(json)).data : undefined;
}

/** Writes a value that survives JSON. */
export function writeCacheFile(file: string, value: unknown): void {
  const json = JSON.stringify(value);
  writeFileAtomic(file, `${digestOf(json)}\n${json}`);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there, or not to be read: both mean that it is made again, and writing it says what is wrong with the disk.
    return undefined;
  }
}

const digestOf = (text: string) => hash('sha256', text, 'hex');
