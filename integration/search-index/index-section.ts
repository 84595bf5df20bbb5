// Makes the search index of one section: goes through its stories in the order of their dumps, indexes those that are in
// no run of the cache, and merges.
import path from 'node:path';
import type { SectionConfig, SectionSetup } from '../config/section-config.ts';
import { RangeReader } from '../files/range-reader.ts';
import { countryName, createTranslations } from '../i18n/translations.ts';
import { countryCodes } from '../pages/world-map.ts';
import { RunCutter } from '../search/build/cut.ts';
import type { IndexFolder } from '../search/build/folder.ts';
import { buildIndex, type IndexedStory, type Run } from '../search/build/index.ts';
import { orderDates } from '../search/build/order.ts';
import { cacheVersion } from '../stories/cache-version.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import { readBodyFrom } from '../stories/read-body.ts';
import { type StoryEntry, StoryIndex } from '../stories/story-index.ts';
import { compareLocations, type StorySummary } from '../stories/story-summary.ts';
import { collectGarbage } from '../terminal/heap-limit.ts';
import { KnownSources, type StorySource } from './known-sources.ts';
import { RunCache } from './run-cache.ts';
import { StoryFacets, searchedText, sourceKey } from './searched-text.ts';

/** Stories that are indexed anew, from which on a collection of garbage is no part of the time that this takes. */
const WORTH_COLLECTING = 20_000;

/** What was made of one section. */
interface SectionIndex {
  /** Names its manifest. */
  digest: string;
  /** Its folders in that of the section's indexes. */
  folders: string[];
  stories: number;
}

/**
 * Makes the index of a section.
 * @param files folder of the section's indexes
 * @returns nothing where all of its stories are retracted: there is nothing to search
 */
export async function indexSection(
  section: SectionSetup,
  files: IndexFolder,
): Promise<SectionIndex | undefined> {
  const ranges = new RangeReader();
  try {
    const { stories, runs, indexed } = await indexStories(section, ranges);
    const count = stories.length;
    if (count === 0) return undefined;
    const { digest, folders } = await buildIndex(stories, runs, {
      read: (name) => files.read(name),
      write: files.write,
      ...(indexed >= WORTH_COLLECTING && { beforeMerge: collectGarbage }),
    });
    await files.keepOnly(folders);
    return { digest, folders, stories: count };
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
  const located = summaries.map((summary) => ({ summary, location: summary.location }));
  return located.sort((a, b) => compareLocations(a.location, b.location)).map(({ summary }) => summary);
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
