// Dumps to a content collection: `dumpLoader()` for content.config.ts. Decides what has to be read again, and what
// goes into Astro's store and into the catalogue that the site's pages are made from.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkOptions } from './complaints.ts';
import { loadInDev } from './dev/loading.ts';
import { type DumpFile, dumpFile, findDumps } from './files/dumps.ts';
import { type DumpText, dropCopies, openDump } from './files/unpacking.ts';
import { watchDumps } from './files/watching.ts';
import {
  type CataloguedDump,
  CatalogueWriter,
  catalogueFolder,
  currentCatalogue,
  keyOf,
  storyInput,
} from './stories/catalogue.ts';
import { type Corrections, readCorrections } from './stories/corrections.ts';
import { edit } from './stories/editing.ts';
import { Desk } from './stories/filing.ts';
import { type KeptDump, KeptDumps } from './stories/kept.ts';
import {
  type DumpLoaderOptions,
  loaderOptionsSchema,
  type ResolvedLoaderOptions,
} from './stories/options.ts';
import { Recorder } from './stories/recording.ts';
import { Report } from './stories/report.ts';
import { stampOf } from './stories/stamp.ts';
import { type StoryInput, storySchema } from './story.ts';

export { type BodyEntry, type ReadBodyOptions, readBody } from './stories/bodies.ts';

export type { DumpLoaderOptions };

/**
 * Loads text dumps into a content collection: an entry a story, without its body.
 * @throws at once where an option can't be, with what it takes; when building, where no dump matches, a folder is
 * named, a file can't be read, a correction is wrong, or no story is found. In `astro dev` such is said in the log.
 */
export function dumpLoader(options: DumpLoaderOptions): Loader & { schema: typeof storySchema } {
  const resolved = checkOptions(loaderOptionsSchema, 'dumpLoader()', options);
  const patterns = typeof resolved.dumps === 'string' ? [resolved.dumps] : resolved.dumps;
  return {
    name: 'astro-wirecopy',
    schema: storySchema,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const folder = fileURLToPath(catalogueFolder(context.config.cacheDir, context.collection));
      const load = async () => loadDumps(await findDumps(patterns, root), folder, resolved, context);
      const { watcher, logger } = context;
      if (!watcher) {
        await load();
        return;
      }
      const corrections = correctionsFile(resolved, context.config);
      await watchDumps(watcher, patterns, [corrections], root, () =>
        loadInDev(load, { folder, root, encoding: resolved.encoding, logger }),
      );
    },
  };
}

/** A dump on its way into the collection. */
interface Source {
  file: DumpFile;
  text: DumpText;
  kept: KeptDump;
  catalogued: CataloguedDump;
}

async function loadDumps(
  files: readonly DumpFile[],
  folder: string,
  options: ResolvedLoaderOptions,
  context: LoaderContext,
): Promise<Report> {
  const stamp = stampOf(options, fileURLToPath(context.config.root));
  const keptDumps = new KeptDumps(folder, stamp);
  const copies = path.join(folder, 'texts');
  const sources: Source[] = [];
  for (const file of files) sources.push(await openSource(file, options, keptDumps, copies, context));

  const report = new Report();
  const corrections = await openCorrections(options, context.config);
  const inputs = inputsOf(stamp, sources, corrections);
  const stories = await currentCatalogue(folder, inputs);
  const isCurrent = stories !== undefined && sources.every(({ kept }) => kept.isSame);
  if (isCurrent && (!fillsCollection(options, context) || context.meta.get('inputs') === inputs)) {
    report.stories = stories;
    for (const { file, kept } of sources) report.addKept(file.name, kept);
  } else {
    await readSources(sources, { folder, inputs, corrections, options, report, context });
    await keptDumps.dropOthers();
    await dropCopies(
      copies,
      sources.map(({ text }) => text),
    );
  }
  report.log(context.logger);
  if (report.stories === 0 && !context.watcher) throw new Error(report.noStory(files));
  return report;
}

async function openSource(
  file: DumpFile,
  { encoding }: ResolvedLoaderOptions,
  keptDumps: KeptDumps,
  cache: string,
  { config }: LoaderContext,
): Promise<Source> {
  const text = await openDump(file, { encoding, cache });
  const kept = await keptDumps.open(file, text);
  const copy = text.copy && dumpFile(text.copy, fileURLToPath(config.root)).name;
  const catalogued = { name: file.name, ...(copy && { text: copy }), records: path.basename(kept.records) };
  return { file, text, kept, catalogued };
}

function correctionsFile(
  { corrections }: ResolvedLoaderOptions,
  { root, srcDir }: LoaderContext['config'],
): string {
  return corrections
    ? path.resolve(fileURLToPath(root), corrections)
    : fileURLToPath(new URL('corrections.yaml', srcDir));
}

function openCorrections(
  options: ResolvedLoaderOptions,
  config: LoaderContext['config'],
): Promise<Corrections> {
  const file = correctionsFile(options, config);
  const { name } = dumpFile(file, fileURLToPath(config.root));
  return readCorrections(file, name, options.corrections !== undefined);
}

/** Equal for equal dumps and corrections, in equal order, read with equal options by equal code. */
function inputsOf(stamp: string, sources: readonly Source[], corrections: Corrections): string {
  const digest = createHash('sha256').update(stamp).update(corrections.digest);
  for (const { catalogued, kept } of sources) digest.update(JSON.stringify([catalogued, kept.digest]));
  return digest.digest('hex');
}

const fillsCollection = ({ entries }: ResolvedLoaderOptions, { watcher }: LoaderContext) =>
  entries || !!watcher;

interface Reading {
  folder: string;
  inputs: string;
  corrections: Corrections;
  options: ResolvedLoaderOptions;
  report: Report;
  context: LoaderContext;
}

async function readSources(sources: readonly Source[], reading: Reading): Promise<void> {
  const { folder, inputs, corrections, options, report, context } = reading;
  const recorder = new Recorder(options);
  const desk = new Desk();
  const catalogue = new CatalogueWriter();
  const fills = fillsCollection(options, context);
  // A load that fails half way is not taken for whole by the next one.
  if (fills) context.meta.delete('inputs');
  const gone = new Set(context.store.keys());
  const ids: string[] = [];
  for (const [at, { file, kept, catalogued }] of sources.entries()) {
    for await (const batch of kept.read(recorder)) {
      for (const recording of batch) {
        if (recording.kind === 'message') report.addMessage(file.name, recording.message);
        else if (recording.kind === 'end') report.addDump(file.name, recording);
        else {
          const { story } = desk.file(recording.story, file.name);
          if (!story) continue;
          report.stories++;
          ids.push(story.id);
          const correction = corrections.of(story.id);
          catalogue.add(story, at, correction);
          if (!fills) continue;
          gone.delete(story.id);
          const { id, record, ...recorded } = story;
          await storeStory(
            id,
            storyInput(edit(recorded, correction), catalogued),
            `${keyOf(record, correction)} ${catalogued.text ?? file.name}`,
            file,
            context,
          );
        }
      }
    }
  }
  corrections.verify(ids);
  for (const id of gone) context.store.delete(id);
  await catalogue.finish(
    folder,
    inputs,
    sources.map(({ catalogued }) => catalogued),
  );
  if (fills) context.meta.set('inputs', inputs);
  if (context.watcher) countLoad(context);
}

/**
 * Makes Astro tell browsers of a load whatever came of it. It does so when its store has changed since it was written
 * last, half a second after a load; a page may have shown meanwhile what an editor then took back.
 */
function countLoad({ meta }: LoaderContext): void {
  meta.set('loads', `${Number(meta.get('loads') ?? 0) + 1}`);
}

async function storeStory(
  id: string,
  input: StoryInput,
  digest: string,
  file: DumpFile,
  { store, parseData }: LoaderContext,
): Promise<void> {
  if (store.get(id)?.digest === digest) return;
  store.set({ id, data: await parseData({ id, data: input, filePath: file.path }), digest });
}
