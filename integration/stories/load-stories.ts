// One load of a collection: finds its dumps, and whether anything that decides on its stories has changed. Where nothing
// has, the story index stays as it is, and no reader of dumps is loaded.
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
import { LoadReport } from './load-report.ts';
import { markLoaded } from './loaded-collections.ts';
import { updateLock } from './lock-update.ts';
import { announceLoad, dumpsOfOthers } from './project-loads.ts';
import { PublishedAddresses } from './published-addresses.ts';
import { currentIndexCounts } from './story-index-files.ts';
import { storyIndexFolder } from './story-index-folder.ts';

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

  const inputs = digestInputs(version, sources, corrections, lock);
  const entries = EntryStore.open(options, context, sources);
  const ofOthers = await dumpsOfOthers(index);
  const unread = unreadFiles(files.patterns, root, dumps).filter(({ name }) => !ofOthers.has(name));
  const report = new LoadReport(files.patterns, unread, [
    ...idleGlobs(files.patterns, root, dumps).map((glob) => ({ option: 'dumps', glob })),
    ...idleOptions(
      options,
      dumps.map(({ name }) => name),
    ),
  ]);
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
    const { indexStories } = await import('./index-stories.ts');
    await indexStories(sources, {
      index,
      inputs,
      rules,
      corrections: await corrections.parse(),
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
