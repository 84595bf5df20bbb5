// One load of a collection: finds its dumps, parses those that changed, gives stories their ids and corrections, and
// writes the story index that the site's pages are made from.
import { createHash, hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { reloadBrowsers } from '../astro/reload-browsers.ts';
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import { type DumpFile, dumpFile, findDumps } from '../files/find-dumps.ts';
import { idleGlobs, unreadFiles } from '../files/unread-files.ts';
import { plural } from '../utils/plural.ts';
import { AddressLock, readAddressLock, refuseDamage } from './address-lock.ts';
import { cacheVersion } from './cache-version.ts';
import { applyCorrection, withFormerIds } from './correction.ts';
import { type Corrections, readCorrections } from './corrections.ts';
import { type CachedDump, type CachedStory, DumpCache } from './dump-cache.ts';
import { DumpReading } from './dump-reading.ts';
import { EntryStore } from './entry-store.ts';
import { farMessage } from './far-dates.ts';
import { FormatFinder } from './format-finder.ts';
import { IdAssigner, type IdentifiedStory } from './id-assigner.ts';
import { LoadReport } from './load-report.ts';
import { markLoaded } from './loaded-collections.ts';
import { updateLock } from './lock-update.ts';
import { PublishedAddresses } from './published-addresses.ts';
import { areWorthThreads, ReadingThreads } from './reading-threads.ts';
import {
  currentIndexCounts,
  type IndexCounts,
  type IndexedDump,
  StoryIndexWriter,
} from './story-index-files.ts';
import { storyIndexFolder } from './story-index-folder.ts';
import { storyKey } from './story-summary.ts';
import { TakenStories } from './taken-stories.ts';

/** The files that a load reads and writes. */
export interface LoadFiles {
  /** Folder of the project. */
  root: string;
  /** Globs of the dumps, relative to it. */
  patterns: readonly string[];
  /** Path of the file of corrections, whether it is there or not. */
  corrections: string;
  /** Path of the lock of addresses, whether it is there or not. */
  addresses: string;
  /** Folder of the story index. */
  index: string;
}

/** @returns where a collection's files are */
export function loadFiles(
  { dumps, corrections, addresses }: ResolvedLoaderOptions,
  { config, collection }: LoaderContext,
): LoadFiles {
  const root = fileURLToPath(config.root);
  return {
    root,
    patterns: typeof dumps === 'string' ? [dumps] : dumps,
    corrections: corrections ? path.resolve(root, corrections) : correctionsIn(fileURLToPath(config.srcDir)),
    addresses: addresses
      ? path.resolve(root, addresses)
      : fileURLToPath(new URL('addresses.lock', config.srcDir)),
    index: storyIndexFolder(config.cacheDir, collection),
  };
}

/** @throws Error where a project has two files of corrections, of which one would be ignored */
function correctionsIn(folder: string): string {
  const yaml = path.join(folder, 'corrections.yaml');
  const yml = path.join(folder, 'corrections.yml');
  if (!existsSync(yml)) return yaml;
  if (!existsSync(yaml)) return yml;
  throw new Error(
    `There are two files of corrections, and one is read: put all into ${yaml}, and delete ${yml}.`,
  );
}

/** @returns files at the project's root that somebody took for the file of corrections */
function strayCorrections({ root, corrections }: LoadFiles): string[] {
  return ['corrections.yaml', 'corrections.yml'].filter((name) => {
    const file = path.join(root, name);
    return file !== corrections && existsSync(file);
  });
}

/** A dump on its way into the index. */
interface Source {
  file: DumpFile;
  cached: CachedDump;
  indexed: IndexedDump;
}

/**
 * Loads all dumps of a collection.
 * @returns what is worth logging; it is logged already
 * @throws Error where no dump matches, a file can't be read, a correction is wrong, or, when building, no story is found
 */
export async function loadStories(
  files: LoadFiles,
  options: ResolvedLoaderOptions,
  context: LoaderContext,
): Promise<LoadReport> {
  const { root, index } = files;
  const dumps = await findDumps(files.patterns, root);
  const corrections = await openCorrections(files, options);
  const lock = await openLock(files, options);
  const version = cacheVersion(options, root);
  const cache = new DumpCache(index, version);
  const sources: Source[] = [];
  const formats = new FormatFinder(options);
  for (const file of dumps) sources.push(await openSource(file, cache, formats, options, root));

  const inputs = digestInputs(version, sources, corrections, lock);
  const entries = EntryStore.open(options, context, sources);
  const report = new LoadReport(
    files.patterns,
    unreadFiles(files.patterns, root, dumps),
    idleGlobs(files.patterns, root, dumps),
  );
  const current = await currentIndexCounts(index, inputs);
  const isUnchanged = current !== undefined && sources.every(({ cached }) => cached.isUnchanged);
  if (isUnchanged && (!entries || entries.isCurrent(inputs))) {
    report.counts = current;
    for (const { file, cached } of sources) report.addUnchanged(file.name, cached);
    reportFar(current.far, sources, report);
  } else {
    const { watcher } = context;
    const published = watcher ? undefined : await PublishedAddresses.open(index);
    const rules = digestRules(version, corrections, lock);
    await indexStories(sources, {
      index,
      inputs,
      rules,
      corrections,
      lock,
      published,
      options,
      report,
      entries,
    });
    if (watcher) reloadBrowsers(context);
    if (published && options.updateAddresses) updateLock(files.addresses, lock, published.addresses());
    await cache.removeUnused();
  }
  markLoaded(index);
  report.log(context.logger);
  for (const name of strayCorrections(files))
    context.logger.warn(
      `${name} is not read: corrections stand in ${dumpFile(files.corrections, root).name}.`,
    );
  if (context.watcher) return report;
  if (report.counts.stories === 0) throw new Error(report.noStory(dumps));
  if (options.strict && report.faults > 0) {
    throw new Error(
      `${plural(report.faults, 'error')} in the dumps, and this build is strict. Each is named above; correct the dumps, ` +
        'or build without strict: true and STRICT=1.',
    );
  }
  return report;
}

async function openSource(
  file: DumpFile,
  cache: DumpCache,
  formats: FormatFinder,
  { encoding }: ResolvedLoaderOptions,
  root: string,
): Promise<Source> {
  const cached = await cache.open(file, encoding, formats);
  const text = cached.copy && dumpFile(cached.copy, root).name;
  const { name: format } = cached.format;
  const indexed = {
    name: file.name,
    ...(text && { text }),
    ...(format !== 'pages' && format !== 'refused' && { format }),
    records: path.basename(cached.records),
  };
  return { file, cached, indexed };
}

function openCorrections(files: LoadFiles, options: ResolvedLoaderOptions): Promise<Corrections> {
  const { name } = dumpFile(files.corrections, files.root);
  return readCorrections(files.corrections, name, options.corrections !== undefined);
}

async function openLock(files: LoadFiles, options: ResolvedLoaderOptions): Promise<AddressLock> {
  const { name } = dumpFile(files.addresses, files.root);
  const lock = await readAddressLock(files.addresses);
  if (lock) refuseDamage(lock, name);
  else if (options.addresses !== undefined && !options.updateAddresses) {
    throw new Error(
      `There is no file ${name} (${files.addresses}), which dumpLoader({ addresses }) names. “npx wirecopy lock --out ${name}” makes it.`,
    );
  }
  return lock ?? new AddressLock();
}

/** Equal for equal dumps, corrections and locked addresses, in equal order, read with equal options by equal code. */
function digestInputs(
  version: string,
  sources: readonly Source[],
  corrections: Corrections,
  lock: AddressLock,
): string {
  const digest = createHash('sha256').update(digestRules(version, corrections, lock));
  for (const { indexed, cached } of sources) digest.update(JSON.stringify([indexed, cached.digest]));
  return digest.digest('hex');
}

/** Equal for equal corrections and locked addresses, equal options and equal code. */
function digestRules(version: string, corrections: Corrections, lock: AddressLock): string {
  return hash('sha256', version + corrections.digest + lock.digest);
}

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
async function indexStories(sources: readonly Source[], indexing: Indexing): Promise<void> {
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
  const { index, inputs, rules, corrections, lock, report, entries } = indexing;
  const taken = await takeStories(sources, indexing);
  const ids = new IdAssigner<CachedStory, Origin>(lock, taken);
  const writer = new StoryIndexWriter();
  if (taken) {
    writer.take(taken.rows);
    indexing.published?.keep(taken.others);
  }
  entries?.begin();
  const publish = async (story: IdentifiedStory<CachedStory>, origin: Origin) => {
    published.push(story.id);
    const moved = indexing.published?.compare(story, lock.formerIds(story.id));
    if (moved) report.addMessage(origin.source.file.name, moved);
    await addStory(story, origin, writer, indexing);
  };
  const published = taken?.rows.map(({ id }) => id) ?? [];
  for (const [at, source] of sources.entries()) {
    const { file, cached } = source;
    if (taken && at < taken.dumps) {
      report.addUnchanged(file.name, cached);
      continue;
    }
    const origin = { at, source };
    const above = at === taken?.dumps ? taken.above : undefined;
    const isRead = await threads?.isRead(cached);
    for await (const batch of isRead ? cached.readCached() : cached.read(reading, above)) {
      for (const event of batch) {
        if (event.kind === 'message') report.addMessage(file.name, event.message);
        else if (event.kind === 'end') report.addDump(file.name, event);
        else if (event.story.record.offset >= (above?.end ?? 0)) {
          const { story } = ids.assign(event.story, file.name, origin);
          if (story) await publish(story, origin);
        }
      }
    }
  }
  for (const { story, source } of ids.assignPending()) if (story) await publish(story, source);
  corrections.verify(published);
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
  entries?.finish(inputs);
}

function reportFar(far: IndexCounts['far'], sources: readonly Source[], report: LoadReport): void {
  for (const { dump, ...dated } of far) report.addMessage(sources[dump]?.file.name ?? '', farMessage(dated));
}

/** Only where all that is done with a story is to index it, and no other story can have more right to its id. */
async function takeStories(
  sources: readonly Source[],
  { index, rules, lock, published, options, entries }: Indexing,
): Promise<TakenStories | undefined> {
  if (!published || entries || options.updateAddresses || lock.size > 0) return undefined;
  return TakenStories.open(index, rules, published, sources);
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
