// Fills the story index: reads the dumps that changed, gives stories their ids and corrections, and writes what the site's
// pages are made from.
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import type { AddressLock } from './address-lock.ts';
import type { CachedStory } from './cached-story.ts';
import { applyCorrection, withFormerIds } from './correction.ts';
import type { Corrections } from './corrections.ts';
import { DumpReading } from './dump-reading.ts';
import type { EntryStore } from './entry-store.ts';
import { IdAssigner, type IdentifiedStory } from './id-assigner.ts';
import { reportFar, type Source } from './indexed-sources.ts';
import type { LoadReport } from './load-report.ts';
import type { PublishedAddresses } from './published-addresses.ts';
import { areWorthThreads, ReadingThreads } from './reading-threads.ts';
import { StoryIndexWriter } from './story-index-files.ts';
import type { ReaderEvent } from './story-reader.ts';
import { storyKey } from './story-summary.ts';
import { TakenStories } from './taken-stories.ts';

/** Where a story comes from. */
interface Origin {
  /** Number of its dump. */
  at: number;
  source: Source;
}

interface Indexing {
  /** Folder of the story index. */
  index: string;
  inputs: string;
  /** The same without the dumps. */
  rules: string;
  corrections: Corrections;
  lock: AddressLock;
  /** What the last build published; absent in `astro dev`. */
  published: PublishedAddresses | undefined;
  options: ResolvedLoaderOptions;
  report: LoadReport;
  entries: EntryStore | undefined;
}

/** Dumps that take long are read in threads: many, each in one; one, in parts. */
export async function indexStories(sources: readonly Source[], indexing: Indexing): Promise<void> {
  const changed = sources.map(({ cached }) => cached).filter(({ isUnchanged }) => !isUnchanged);
  const threads = areWorthThreads(changed) ? new ReadingThreads(changed, indexing.options) : undefined;
  const reading = new DumpReading(indexing.options, 'kept');
  try {
    await indexRead(sources, indexing, reading, threads);
  } finally {
    await reading.close();
    await threads?.close();
  }
}

async function indexRead(
  sources: readonly Source[],
  indexing: Indexing,
  reading: DumpReading,
  threads: ReadingThreads | undefined,
): Promise<void> {
  const { index, inputs, rules, corrections, report, entries } = indexing;
  const writer = new StoryIndexWriter();
  entries?.begin();
  await readStories(sources, indexing, reading, threads, writer);
  if (!corrections.areNone) corrections.verify(writer.ids(), indexing.lock);
  reportFar(writer.markFar(), sources, report);
  const now = indexing.published?.now();
  report.counts = await writer.finish(
    index,
    inputs,
    sources.map(({ indexed }) => indexed),
    now?.digest === undefined
      ? undefined
      : { rules, dumps: sources.map(({ cached }) => cached.digest), published: now.digest },
  );
  now?.write(index);
  await entries?.finish(inputs);
}

/** Gives all stories to the writer. What knows their ids is let go of with this. */
async function readStories(
  sources: readonly Source[],
  indexing: Indexing,
  reading: DumpReading,
  threads: ReadingThreads | undefined,
  writer: StoryIndexWriter,
): Promise<void> {
  const { lock, report } = indexing;
  const taken = await takeStories(sources, indexing, writer);
  const ids = new IdAssigner<CachedStory, Origin>(lock, taken);
  if (taken) indexing.published?.keep(taken.others);
  const publish = async (story: IdentifiedStory<CachedStory>, origin: Origin) => {
    const { name } = origin.source.file;
    const warning = indexing.published?.compare(story, name, lock.formerIds(story.id));
    if (warning) report.addMessage(name, warning);
    await addStory(story, origin, writer, indexing);
  };
  /** @param from where in the file of records those begin that are not in the index */
  const take = async (batch: readonly ReaderEvent<CachedStory>[], origin: Origin, from: number) => {
    const { name } = origin.source.file;
    for (const event of batch) {
      if (event.kind === 'message') report.addMessage(name, event.message);
      else if (event.kind === 'end') report.addDump(name, event);
      else if (event.story.record.offset >= from) {
        const { story } = ids.assign(event.story, name, origin);
        if (story) await publish(story, origin);
      }
    }
  };
  for (const [at, source] of sources.entries()) {
    const { file, cached } = source;
    if (taken && at < taken.dumps) {
      report.addUnchanged(file.name, cached);
      continue;
    }
    const above = at === taken?.dumps ? taken.above : undefined;
    const isRead = await threads?.isRead(cached);
    const batches = isRead ? cached.readCached() : cached.read(reading, above);
    for await (const batch of batches) await take(batch, { at, source }, above?.end ?? 0);
  }
  for (const { story, source } of ids.assignPending()) if (story) await publish(story, source);
  for (const { dump, message } of indexing.published?.moved() ?? []) report.addMessage(dump, message);
}

/** Only where all that is done with a story is to index it, and no other story can have more right to its id. */
async function takeStories(
  sources: readonly Source[],
  { index, rules, lock, published, options, entries }: Indexing,
  writer: StoryIndexWriter,
): Promise<TakenStories | undefined> {
  if (!published || entries || options.updateAddresses || lock.size > 0) return undefined;
  return TakenStories.open(index, rules, published, sources, (line, row) => writer.take(line, row));
}

async function addStory(
  { id, record, ...uncorrected }: IdentifiedStory<CachedStory>,
  { at, source: { file, indexed } }: Origin,
  writer: StoryIndexWriter,
  { corrections, lock, entries }: Indexing,
): Promise<void> {
  const correction = withFormerIds(corrections.of(id), lock.formerIds(id));
  const story = applyCorrection(uncorrected, correction);
  const key = storyKey(record.key, correction);
  const isCorrected = correction !== undefined;
  writer.add({ id, key, location: [at, record.offset, record.length], story, isCorrected });
  await entries?.set(id, story, key, file, indexed);
}
