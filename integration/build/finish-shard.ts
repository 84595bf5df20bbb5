// The end of a shard's build: deletes what only the first shard keeps, and writes the shard manifest.
import { hash } from 'node:crypto';
import path from 'node:path';
import { indexInputs } from '../stories/story-index.ts';
import type { WrittenPage } from './build-manifest.ts';
import { fileState, removeFiles, unlistedFiles } from './output-folder.ts';
import { ownsRest, type Shard } from './shard.ts';
import { FileTally, writeShardManifest } from './shard-manifest.ts';

/** A shard whose files are all written. */
export interface WrittenShard {
  shard: Shard;
  /** Its output folder. */
  folder: string;
  /** Folders of the story indexes that its pages were made from. */
  storyIndexes: readonly string[];
  /** Hash of the code that rendered them. */
  dependencies: string;
  /** By file, relative to the folder. */
  pages: ReadonlyMap<string, WrittenPage>;
}

/** Call it once nothing more is written. */
export function finishShard({ shard, folder, storyIndexes, dependencies, pages }: WrittenShard): void {
  const tally = new FileTally();
  for (const [file, { size }] of pages) tally.add(file, size);
  const others = unlistedFiles(folder, pages);
  if (!ownsRest(shard)) removeFiles(folder, others);
  else for (const file of others) tally.add(file, fileState(path.join(folder, file))?.size ?? 0);
  writeShardManifest(folder, { shard, inputs: inputsOf(storyIndexes), dependencies, totals: tally.totals() });
}

/** Equal for equal dumps, options and code of every section. */
function inputsOf(storyIndexes: readonly string[]): string {
  return hash('sha256', storyIndexes.map(indexInputs).join('\n'), 'hex');
}
