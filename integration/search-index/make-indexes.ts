// Makes the search indexes of a build, one a section, and leaves in place what is still right. A plain function of folders:
// any thread can call it.
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { SectionSetup } from '../config/section-config.ts';
import { IndexFolder } from '../search/build/folder.ts';
import { writeLatest } from '../search/build/latest.ts';
import { countStories, indexInputs } from '../stories/story-index.ts';
import {
  filesDigest,
  type MadeIndex,
  madeIndexesFile,
  readMadeIndexes,
  searchFolder,
  writeMadeIndexes,
} from './made-indexes.ts';

/** What was made. */
export interface IndexingResult {
  /** Folders of the indexes, relative to the output folder. */
  folders: string[];
  /** How many stories can be searched, and how many of their sections had to be indexed anew. */
  stories: number;
  changed: number;
}

/**
 * Makes the index of each section that is searched, and deletes those of an earlier build that are no longer.
 * @param output folder of the site
 */
export async function makeIndexes(
  sections: readonly SectionSetup[],
  output: string,
): Promise<IndexingResult> {
  const [first] = sections;
  if (!first) return { folders: [], stories: 0, changed: 0 };
  const memory = madeIndexesFile(first.folders);
  const former = readMadeIndexes(memory);
  const before = former?.output === output ? former.indexes : [];
  // Stopped on the way, it leaves nothing that the next build would take for whole.
  rmSync(memory, { force: true });
  const searched = sections.filter(isSearched);
  const kept = new Set(searched.map(({ config }) => searchFolder(config)));
  for (const { folder } of before)
    if (!kept.has(folder)) await new IndexFolder(path.join(output, folder)).keepOnly([]);
  const indexes: MadeIndex[] = [];
  let stories = 0;
  let changed = 0;
  for (const section of searched) {
    const own = before.find(({ section: root }) => root === section.config.root);
    const index = await makeIndex(section, output, own);
    if (!index) continue;
    indexes.push(index.made);
    stories += index.stories;
    if (index.isNew) changed++;
  }
  writeMadeIndexes(memory, { output, indexes });
  return {
    folders: indexes.flatMap(({ folder, folders }) => folders.map((name) => `${folder}/${name}`)),
    stories,
    changed,
  };
}

/** Whether the indexes of all sections are there, as they would be made. */
export function areCurrent(sections: readonly SectionSetup[], output: string): boolean {
  const [first] = sections;
  const former = first && readMadeIndexes(madeIndexesFile(first.folders));
  if (former?.output !== output) return false;
  return sections.filter(isSearched).every((section) => {
    const own = former.indexes.find(({ section: root }) => root === section.config.root);
    return own !== undefined && isWhole(section, output, own) && own.inputs === inputsOf(section);
  });
}

/** Equal for equal stories, options and code. */
function inputsOf({ config, folders }: SectionSetup): string {
  return hash('sha256', JSON.stringify([config, indexInputs(folders.storyIndex)]));
}

/** Whether the files of an index are as they were left. */
function isWhole({ config }: SectionSetup, output: string, { files, folders }: MadeIndex): boolean {
  return files === filesDigest(path.join(output, searchFolder(config)), folders);
}

/** Whether a section has an index. */
export function isSearched({ config, folders }: SectionSetup): boolean {
  return config.search && countStories(folders.storyIndex) > 0;
}

/** @param before what the last build left in the same place */
async function makeIndex(
  section: SectionSetup,
  output: string,
  before: MadeIndex | undefined,
): Promise<{ made: MadeIndex; stories: number; isNew: boolean } | undefined> {
  const { config, folders } = section;
  const folder = searchFolder(config);
  const files = new IndexFolder(path.join(output, folder));
  const inputs = inputsOf(section);
  const isLeft = before !== undefined && isWhole(section, output, before);
  if (isLeft && before.inputs === inputs) {
    await writeLatest(before.digest, files);
    return { made: before, stories: countStories(folders.storyIndex), isNew: false };
  }
  // Of what was changed since, nothing is left in place.
  if (!isLeft) await files.keepOnly([]);
  // It has all that writes an index with it, and the reader of page text.
  const { indexSection } = await import('./index-section.ts');
  const built = await indexSection(section, files);
  if (!built) return undefined;
  const { digest, folders: own, stories } = built;
  const made = {
    section: config.root,
    inputs,
    digest,
    folder,
    folders: own,
    files: filesDigest(path.join(output, folder), own),
  };
  return { made, stories, isNew: true };
}
