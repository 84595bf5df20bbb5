// What is remembered of the search indexes of a build: where they are, what they were made from, and how their folders
// were left. Pages learn from it which index is theirs; the next build, what it can leave in place.
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import type { ProjectFolders, SectionConfig } from '../config/section-config.ts';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';
import { SEARCH_FOLDER } from '../search/format/layout.ts';

const indexSchema = z.object({
  section: z.string().describe('Path that the section’s addresses begin with.'),
  inputs: z.string().describe('Equal for equal stories, options and code.'),
  digest: z.string().describe('Names the manifest.'),
  /** Relative to the output folder. */
  folder: z.string(),
  folders: z.array(z.string()).describe('Those in it that are its own.'),
  files: z.string().describe('Digest of their files’ names and sizes.'),
});
/** The index of a section, as it was left. */
export type MadeIndex = z.infer<typeof indexSchema>;

const madeSchema = z.object({ output: z.string().describe('Absolute path.'), indexes: z.array(indexSchema) });
/** The indexes of a build. */
export type MadeIndexes = z.infer<typeof madeSchema>;

/** @returns where it is remembered, beside the story indexes that the sections are made from */
export function madeIndexesFile({ storyIndex }: ProjectFolders): string {
  return path.join(path.dirname(path.resolve(storyIndex)), 'search.json');
}

/** @returns what is remembered; nothing where there is nothing, or it is damaged */
export function readMadeIndexes(file: string): MadeIndexes | undefined {
  return readCacheFile(file, madeSchema);
}

export function writeMadeIndexes(file: string, made: MadeIndexes): void {
  writeCacheFile(file, made);
}

/** Folder of a section's index, relative to the output folder. */
export function searchFolder({ base, root }: Pick<SectionConfig, 'base' | 'root'>): string {
  return `${decodeURI(root.slice(base.length))}${SEARCH_FOLDER}`;
}

/** @returns a digest of the names and sizes of all files in the folders of an index */
export function filesDigest(folder: string, folders: readonly string[]): string {
  const digest = createHash('sha256');
  for (const name of folders.toSorted()) {
    const own = path.join(folder, name);
    if (!statSync(own, { throwIfNoEntry: false })?.isDirectory()) continue;
    for (const file of readdirSync(own).sort())
      digest.update(`${name}/${file} ${statSync(path.join(own, file)).size}\n`);
  }
  return digest.digest('hex');
}
