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
  /** What decides on every page; absent where the next build has to ask the templates for them in any case. */
  inputs?: string | undefined;
  /** Whether one of the pages shows a picture that Astro makes. */
  pictures: boolean;
  /** By file, relative to the output folder. */
  pages: Map<string, WrittenPage>;
  /** The package's pages that have no key, as Astro wrote them. */
  keyless: Map<string, FileState>;
  /** Everything else that was written, relative to the output folder. */
  others: string[];
}

/** Lists whose values are looked at without a schema each: there may be a hundred thousand. */
const strings = z.custom<string[]>((value) => isListOf(value, 'string'));
const numbers = z.custom<number[]>((value) => isListOf(value, 'number'));

function isListOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === type);
}

/** Columns: an array for each file takes longer to read than all that is in them. */
const filesSchema = z.object({ names: strings, sizes: numbers, mtimes: numbers });

const manifestSchema = z.object({
  folder: z.string(),
  shard: z.string(),
  dependencies: z.string().optional(),
  inputs: z.string().optional(),
  pictures: z.boolean(),
  pages: filesSchema.extend({ keys: strings }),
  keyless: filesSchema,
  others: strings,
});

/** @returns what a build wrote; nothing where there is no such file, or it is damaged */
export function readBuildManifest(file: string): BuildManifest | undefined {
  const manifest = readCacheFile(file, manifestSchema);
  if (!manifest) return undefined;
  const { keys } = manifest.pages;
  const pages = new Map<string, WrittenPage>();
  for (const [at, [name, { size, mtime }]] of filesOf(manifest.pages).entries())
    pages.set(name, { key: keys[at] ?? '', size, mtime });
  return { ...manifest, pages, keyless: new Map(filesOf(manifest.keyless)) };
}

export function writeBuildManifest(file: string, manifest: BuildManifest): void {
  const { pages, keyless } = manifest;
  writeCacheFile(file, {
    ...manifest,
    pages: { ...columnsOf(pages), keys: Array.from(pages.values(), ({ key }) => key) },
    keyless: columnsOf(keyless),
  });
}

function filesOf({ names, sizes, mtimes }: z.infer<typeof filesSchema>): [string, FileState][] {
  return names.map((name, at) => [name, { size: sizes[at] ?? 0, mtime: mtimes[at] ?? 0 }]);
}

function columnsOf(files: ReadonlyMap<string, FileState>): z.infer<typeof filesSchema> {
  return {
    names: [...files.keys()],
    sizes: Array.from(files.values(), ({ size }) => size),
    mtimes: Array.from(files.values(), ({ mtime }) => mtime),
  };
}
