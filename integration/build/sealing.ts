// The end of a shard's build: takes away what another shard brings, and leaves the record that says what was built.
import { hash } from 'node:crypto';
import path from 'node:path';
import { catalogueInputs } from '../stories/catalogue.ts';
import { otherFiles, removeFiles, stateOf } from './output.ts';
import type { WrittenPage } from './past.ts';
import { Inventory, writeRecord } from './record.ts';
import { holdsRest, type Shard } from './shard.ts';

/** A shard whose files are all written. */
export interface WrittenShard {
  shard: Shard;
  /** Its output folder. */
  folder: string;
  /** Folders of the catalogues that its pages were made from. */
  catalogues: readonly string[];
  /** Digest of the templates that made them. */
  templates: string;
  /** By file, relative to the folder. */
  pages: ReadonlyMap<string, WrittenPage>;
}

/** Call it once nothing more is written. */
export function sealShard({ shard, folder, catalogues, templates, pages }: WrittenShard): void {
  const inventory = new Inventory();
  for (const [file, { size }] of pages) inventory.add(file, size);
  const others = otherFiles(folder, pages);
  if (!holdsRest(shard)) removeFiles(folder, others);
  else for (const file of others) inventory.add(file, stateOf(path.join(folder, file))?.size ?? 0);
  writeRecord(folder, { shard, inputs: inputsOf(catalogues), templates, contents: inventory.finish() });
}

/** Equal for equal dumps, options and code of every section. */
function inputsOf(catalogues: readonly string[]): string {
  return hash('sha256', catalogues.map(catalogueInputs).join('\n'), 'hex');
}
