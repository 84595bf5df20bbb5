// The build manifest: which files the last build wrote, what each page was made from, and the state it was left in. A
// build leaves in place what it would write again, and deletes what it does not.
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';
import type { FileState } from './output-folder.ts';

/** A page as it was written. */
export interface WrittenPage extends FileState {
  /** Digest of all that it shows. */
  key: string;
}

export interface BuildManifest {
  /** The output folder. */
  folder: string;
  /** Which shard of the site it was, as SHARD names it; empty for the whole. */
  shard: string;
  /** Hash of the code that rendered the pages; absent where it is not known. */
  dependencies?: string | undefined;
  /** Whether one of the pages shows a picture that Astro makes. */
  pictures: boolean;
  /** By file, relative to the output folder. */
  pages: Map<string, WrittenPage>;
  /** Everything else that was written, relative to the output folder. */
  others: string[];
}

const manifestSchema = z.object({
  folder: z.string(),
  shard: z.string(),
  dependencies: z.string().optional(),
  pictures: z.boolean(),
  pages: z.array(z.tuple([z.string(), z.string(), z.number(), z.number()])),
  others: z.array(z.string()),
});

/** @returns what a build wrote; nothing where there is no such file, or it is damaged */
export function readBuildManifest(file: string): BuildManifest | undefined {
  const manifest = readCacheFile(file, manifestSchema);
  if (!manifest) return undefined;
  const pages = new Map(manifest.pages.map(([name, key, size, mtime]) => [name, { key, size, mtime }]));
  return { ...manifest, pages };
}

export function writeBuildManifest(file: string, manifest: BuildManifest): void {
  const pages = Array.from(manifest.pages, ([name, { key, size, mtime }]) => [name, key, size, mtime]);
  writeCacheFile(file, { ...manifest, pages });
}
