// Makes the search indexes of a build, one a section: goes through its stories in the order of their dumps, indexes
// those that are in no run of the cache, and merges. A plain function of folders: any thread can call it.
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { SectionConfig, SectionSetup } from '../config/section-config.ts';
import { RangeReader } from '../files/range-reader.ts';
import { countryName, createTranslations } from '../i18n/translations.ts';
import { countryCodes } from '../pages/world-map.ts';
import { RunCutter } from '../search/build/cut.ts';
import { IndexFolder } from '../search/build/folder.ts';
import { buildIndex, type IndexedStory, type Run, writeLatest } from '../search/build/index.ts';
import { orderDates } from '../search/build/order.ts';
import { cacheVersion } from '../stories/cache-version.ts';
import { readBodyFrom } from '../stories/read-body.ts';
import { countStories, indexInputs, type StoryEntry, StoryIndex } from '../stories/story-index.ts';
import { compareLocations, type StorySummary } from '../stories/story-summary.ts';
import { collectGarbage } from '../terminal/heap-limit.ts';
import { calendarDay } from '../text.ts';
import { KnownSources, type StorySource } from './known-sources.ts';
import {
  filesDigest,
  type MadeIndex,
  madeIndexesFile,
  readMadeIndexes,
  searchFolder,
  writeMadeIndexes,
} from './made-indexes.ts';
import { RunCache } from './run-cache.ts';
import { StoryFacets, searchedText, sourceKey } from './searched-text.ts';

/** Stories that are indexed anew, from which on a collection of garbage is no part of the time that this takes. */
const WORTH_COLLECTING = 20_000;

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
  const ranges = new RangeReader();
  try {
    const { stories, runs, indexed } = await indexStories(section, ranges);
    // Where all are retracted there is nothing to search.
    if (stories.length === 0) return undefined;
    const count = stories.length;
    const built = await buildIndex(stories, runs, {
      read: (name) => files.read(name),
      write: files.write,
      ...(indexed >= WORTH_COLLECTING && { beforeMerge: collectGarbage }),
    });
    await files.keepOnly(built.folders);
    const digest = filesDigest(path.join(output, folder), built.folders);
    const made = {
      section: config.root,
      inputs,
      digest: built.digest,
      folder,
      folders: built.folders,
      files: digest,
    };
    return { made, stories: count, isNew: true };
  } finally {
    ranges.close();
  }
}

/**
 * Stories in the order of their dumps, each with the run that its text is in. The story index is let go of with this: to
 * merge the runs takes room as well.
 * @returns besides, how many of them were indexed anew
 */
async function indexStories(
  { config, folders }: SectionSetup,
  ranges: RangeReader,
): Promise<{ stories: IndexedStory[]; runs: Run[]; indexed: number }> {
  const version = cacheVersion('search', folders.root);
  const cache = new RunCache(path.join(folders.storyIndex, 'runs'), version, ranges);
  const known = new KnownSources(path.join(folders.storyIndex, 'searched.json'), version);
  const facets = new StoryFacets(placeNames(config));
  const { records, summaries: inSiteOrder } = new StoryIndex(folders.storyIndex, ranges);
  const summaries = inDumpOrder(inSiteOrder);
  const orders = ordersOf(summaries);
  const textOf = (summary: StorySummary) => {
    const entry = records.story(summary);
    return searchedText(entry, readBodyFrom(ranges, entry, { root: folders.root }));
  };
  const stories: IndexedStory[] = [];
  const runs: Run[] = [];
  const cutter = new RunCutter();
  let batch: { summary: StorySummary; key: string }[] = [];
  const close = async () => {
    const own = batch;
    batch = [];
    const { run, keys } = cache.get(
      own.map(({ key }) => key),
      () => own.map(({ summary }) => textOf(summary)),
    );
    for (const [at, key] of keys.entries()) {
      const story = stories[stories.length - own.length + at];
      if (story) story.key = key;
    }
    runs.push(run);
  };
  for (const [at, summary] of summaries.entries()) {
    const { key, size } = known.of(summary.key, () => sourceOf(records.story(summary)));
    stories.push({
      ...facets.shown(summary),
      order: orders[at] ?? '',
      text: { run: runs.length, at: batch.length },
      key,
    });
    batch.push({ summary, key });
    if (cutter.endsWith(key, size)) await close();
  }
  if (batch.length > 0) await close();
  cache.removeUnused();
  known.write();
  return { stories, runs, indexed: cache.indexed };
}

function sourceOf(entry: StoryEntry): StorySource {
  const [start, end] = entry.data.source.bytes;
  return { key: sourceKey(entry), size: end - start };
}

function inDumpOrder(summaries: readonly StorySummary[]): StorySummary[] {
  return summaries.toSorted((a, b) => compareLocations(a.location, b.location));
}

/** The days that stories are ordered by. @param summaries in the order of their dumps */
function ordersOf(summaries: readonly StorySummary[]): string[] {
  const dumps = Map.groupBy(summaries, ({ location: [dump] }) => dump);
  return [...dumps.values()].flatMap((own) =>
    orderDates(own.map(({ data: { date } }) => date && calendarDay(date))),
  );
}

/** @returns what readers of a section call a place */
function placeNames({ strings, lang }: SectionConfig): (name: string) => string {
  const translations = createTranslations(strings)(lang, lang);
  return (name) => countryName(name, translations, countryCodes);
}
