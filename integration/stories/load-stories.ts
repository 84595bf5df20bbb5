// One load of a collection: finds its dumps, and whether anything that decides on its stories has changed. Where nothing
// has, the story index stays as it is, and no reader of dumps is loaded.
import { createHash, hash } from 'node:crypto';
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { reloadBrowsers } from '../astro/reload-browsers.ts';
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import { type DumpFile, dumpFile, findDumps } from '../files/find-dumps.ts';
import { idleGlobs, unreadFiles } from '../files/unread-files.ts';
import { plural } from '../utils/plural.ts';
import type { AddressLock } from './address-lock.ts';
import { cacheVersion } from './cache-version.ts';
import type { CorrectionsFile } from './corrections-file.ts';
import { openCorrections, openLock } from './customary-files.ts';
import { DumpCache } from './dump-cache.ts';
import { type EncodingFinder, encodingsOf } from './encoding-finder.ts';
import { EntryStore } from './entry-store.ts';
import { FormatFinder } from './format-finder.ts';
import { idleOptions } from './idle-options.ts';
import { reportFar, type Source } from './indexed-sources.ts';
import { type LoadFiles, strayCorrections } from './load-files.ts';
import { LoadReport } from './load-report.ts';
import { markLoaded } from './loaded-collections.ts';
import { updateLock } from './lock-update.ts';
import { announceLoad, dumpsOfOthers } from './project-loads.ts';
import { PublishedAddresses } from './published-addresses.ts';
import { currentIndexCounts } from './story-index-files.ts';

/** All that decides on the stories of a collection. */
interface OpenedLoad {
  files: LoadFiles;
  options: ResolvedLoaderOptions;
  context: LoaderContext;
  sources: readonly Source[];
  corrections: CorrectionsFile;
  lock: AddressLock;
  cache: DumpCache;
  /** Of options and code. */
  version: string;
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
  const load = await openLoad(files, options, context);
  const dumps = load.sources.map(({ file }) => file);
  const report = await openReport(dumps, load);
  await bringUpToDate(load, report);
  markLoaded(files.index);
  report.log(context.logger);
  for (const name of strayCorrections(files))
    context.logger.warn(
      `${name} is not read: corrections stand in ${dumpFile(files.corrections, files.root).name}.`,
    );
  if (!context.watcher) refuseFaults(report, dumps, options);
  return report;
}

async function openLoad(
  files: LoadFiles,
  options: ResolvedLoaderOptions,
  context: LoaderContext,
): Promise<OpenedLoad> {
  const { root, index } = files;
  const finding = findDumps(files.patterns, root);
  const customary = [
    options.addresses === undefined ? files.addresses : '',
    options.corrections === undefined ? files.corrections : '',
  ];
  announceLoad(index, { dumps: finding, customary });
  const dumps = await finding;
  const corrections = await openCorrections(files, options);
  const lock = await openLock(files, options, context.logger);
  const version = cacheVersion(options, root);
  const cache = new DumpCache(index, version);
  const sources: Source[] = [];
  const formats = new FormatFinder(options);
  const encodings = encodingsOf(options);
  for (const file of dumps) sources.push(await openSource(file, cache, formats, encodings, root));
  return { files, options, context, sources, corrections, lock, cache, version };
}

async function openReport(
  dumps: readonly DumpFile[],
  { files: { patterns, root, index }, options }: OpenedLoad,
): Promise<LoadReport> {
  const ofOthers = await dumpsOfOthers(index);
  const unread = unreadFiles(patterns, root, dumps).filter(({ name }) => !ofOthers.has(name));
  const names = dumps.map(({ name }) => name);
  return new LoadReport(patterns, unread, [
    ...idleGlobs(patterns, root, dumps).map((glob) => ({ option: 'dumps', glob })),
    ...idleOptions(options, names),
  ]);
}

/** Writes the story index anew, unless it is current. */
async function bringUpToDate(load: OpenedLoad, report: LoadReport): Promise<void> {
  const { files, options, context, sources, corrections, lock, version } = load;
  const inputs = digestInputs(version, sources, corrections, lock);
  const entries = EntryStore.open(options, context, sources);
  const current = await currentIndexCounts(files.index, inputs);
  const isUnchanged = current !== undefined && sources.every(({ cached }) => cached.isUnchanged);
  if (!isUnchanged || (entries && !entries.isCurrent(inputs)))
    return writeIndex(load, inputs, entries, report);
  report.counts = current;
  for (const { file, cached } of sources) report.addUnchanged(file.name, cached);
  reportFar(current.far, sources, report);
}

async function writeIndex(
  { files, options, context, sources, corrections, lock, cache, version }: OpenedLoad,
  inputs: string,
  entries: EntryStore | undefined,
  report: LoadReport,
): Promise<void> {
  const isDev = context.watcher !== undefined;
  const published = isDev ? undefined : await PublishedAddresses.open(files.index);
  const { indexStories } = await import('./index-stories.ts');
  await indexStories(sources, {
    index: files.index,
    inputs,
    rules: digestRules(version, corrections, lock),
    corrections: await corrections.parse(),
    lock,
    published,
    options,
    report,
    entries,
  });
  if (isDev) reloadBrowsers(context);
  if (published && options.updateAddresses) updateLock(files.addresses, lock, published.addresses());
  await cache.removeUnused();
}

/** @throws Error where a build has no story, or is strict and a dump has an error */
function refuseFaults(
  report: LoadReport,
  dumps: readonly DumpFile[],
  { strict }: ResolvedLoaderOptions,
): void {
  if (report.counts.stories === 0) throw new Error(report.noStory(dumps));
  if (strict && report.faults > 0)
    throw new Error(
      `${plural(report.faults, 'error')} in the dumps, and this build is strict. Each is named above; correct the dumps, ` +
        'or build without strict: true and STRICT=1.',
    );
}

async function openSource(
  file: DumpFile,
  cache: DumpCache,
  formats: FormatFinder,
  encodings: EncodingFinder,
  root: string,
): Promise<Source> {
  const cached = await cache.open(file, encodings.find(file.name), formats);
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

/** Equal for equal dumps, corrections and locked addresses, in equal order, read with equal options by equal code. */
function digestInputs(
  version: string,
  sources: readonly Source[],
  corrections: CorrectionsFile,
  lock: AddressLock,
): string {
  const digest = createHash('sha256').update(digestRules(version, corrections, lock));
  for (const { indexed, cached } of sources) digest.update(JSON.stringify([indexed, cached.digest]));
  return digest.digest('hex');
}

/** Equal for equal corrections and locked addresses, equal options and equal code. */
function digestRules(version: string, corrections: CorrectionsFile, lock: AddressLock): string {
  return hash('sha256', version + corrections.digest + lock.digest);
}
