// How pages come into the output folder: a page whose key and dependencies are those of the last build stays, every other
// is rendered and written, and what only the last build wrote is deleted. In doubt, every page is made. Where nothing at
// all changed, no template is asked for its pages.
import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { dependencyHash } from '../astro/dependency-hash.ts';
import { isForced } from '../astro/force-flag.ts';
import { allPaths, type ListedPaths, takeListedPaths } from '../astro/listed-paths.ts';
import { outputFile, type PrerenderPath } from '../astro/output-paths.ts';
import { type PageFrames, pageFrames } from '../astro/page-frames.ts';
import {
  captureSetup,
  loadPrerenderApp,
  type PrerenderApp,
  type PrerenderSetup,
  pathsOfRoutes,
} from '../astro/prerender-app.ts';
import { prerenderFolder } from '../astro/prerender-folder.ts';
import { filesDigest, readInputs } from '../astro/read-inputs.ts';
import { renderingCode } from '../astro/rendering-code.ts';
import { countStaticImages } from '../astro/static-images.ts';
import {
  type BuildManifest,
  readBuildManifest,
  type WrittenPage,
  writeBuildManifest,
} from './build-manifest.ts';
import { type ComparedPages, comparePages, type KeyedPage, setStates } from './compare-pages.ts';
import { Contest, ownRoutes } from './contested-paths.ts';
import { finishShard } from './finish-shard.ts';
import { asWritten, inputsOf, isContested, reportedPages } from './known-pages.ts';
import {
  emptyFolder,
  type FileState,
  fileState,
  readFileStates,
  removeFiles,
  restoreModifiedTimes,
  unlistedFiles,
} from './output-folder.ts';
import { renderStale, type StalePage } from './render-stale.ts';
import { ownsRest, type Shard, shardName } from './shard.ts';

const KEY_LENGTH = 16;

/** Folders that a build has to know. */
export interface BuildFolders {
  /** Of the story indexes that pages are made from. */
  storyIndexes: readonly string[];
  /** Files besides, absolute: where one of them changed, every page is made again. */
  fresh: readonly string[];
  /** Search indexes: their folders are theirs to keep, and pages that have no key need them. */
  indexes: { readonly folders: readonly string[]; ready(): Promise<void> };
  /** Files of the last build that are others' to keep or to delete, relative to the output folder. */
  keptFiles(): readonly string[];
  /** What others can do while pages wait for the search indexes. */
  prepareOthers(): Promise<void>;
}

/** Which part of a site to make, and by how many threads. */
export interface BuildLimits {
  /** Nothing for all of the site. */
  shard?: Shard | undefined;
  /** Nothing for as many as are worth it. */
  threads?: number | undefined;
}

/** One build. */
export class IncrementalBuild {
  readonly #config: AstroConfig;
  readonly #logger: AstroIntegrationLogger;
  readonly #folders: BuildFolders;
  readonly #shard: Shard | undefined;
  readonly #threads: number | undefined;
  readonly #output: string;
  readonly #manifestFile: string;
  /** There while a build is under way. */
  readonly #marker: string;
  readonly #previous: BuildManifest | undefined;
  #pages = new Map<string, WrittenPage>();
  /** Files of the package's pages that have no key; nothing where the next build has to ask for them in any case. */
  #keyless: string[] | undefined;
  #pathnames: Iterable<string> = [];
  /** What the last build left besides pages. */
  readonly #others: ReturnType<typeof readFileStates>;
  #dependencies: string | undefined;
  #pictures = false;
  #setup: () => PrerenderSetup | undefined = () => undefined;
  #frames: ReadonlyMap<PrerenderPath['route'], PageFrames> = new Map();

  /** Prepares the output folder. Call it before anything is written there. */
  constructor(
    config: AstroConfig,
    logger: AstroIntegrationLogger,
    folders: BuildFolders,
    { shard, threads }: BuildLimits,
  ) {
    this.#config = config;
    this.#logger = logger;
    this.#folders = folders;
    this.#shard = shard;
    this.#threads = threads;
    this.#output = fileURLToPath(config.outDir);
    // One for each output folder: shards that are built one after another share a cache.
    const name = `pages-${hash('sha256', this.#output, 'hex').slice(0, KEY_LENGTH)}.json`;
    this.#manifestFile = fileURLToPath(new URL(`wirecopy/${name}`, config.cacheDir));
    this.#marker = `${this.#manifestFile}.building`;
    const wasStopped = fileState(this.#marker) !== undefined;
    const previous = wasStopped || isForced() ? undefined : readBuildManifest(this.#manifestFile);
    this.#previous =
      previous?.folder === this.#output && previous.shard === this.#shardName ? previous : undefined;
    if (wasStopped) logger.info('The last build was stopped before its end: every page is made again.');
    else if (isForced()) logger.info('Forced: every page is made again.');
    mkdirSync(path.dirname(this.#marker), { recursive: true });
    writeFileSync(this.#marker, '');
    const { others = [], keyless = new Map<string, FileState>() } = this.#previous ?? {};
    this.#others = readFileStates(this.#output, [...others, ...keyless.keys()]);
    const kept = new Set(folders.keptFiles());
    if (this.#previous) {
      const asLeft = new Set(asWritten(this.#output, keyless));
      const tampered = [...keyless.keys()].filter((file) => !asLeft.has(file));
      removeFiles(this.#output, [...others.filter((file) => !kept.has(file)), ...tampered]);
    } else emptyFolder(this.#output);
  }

  /** Pathnames of the pages that this build did not leave to Astro, as Astro reports pages to integrations. */
  get pathnames(): Iterable<string> {
    return this.#pathnames;
  }

  /** Whether every page is made, so far as is known at its start. */
  get isFirst(): boolean {
    return !this.#previous;
  }

  /** Makes the package's own pages that have a cache key; the prerenderer makes the others. */
  wrap(inner: AstroPrerenderer): AstroPrerenderer {
    const code = prerenderFolder(this.#config);
    return {
      ...inner,
      name: 'astro-wirecopy',
      setup: async () => {
        this.#setup = await captureSetup(code);
        await inner.setup?.();
      },
      getStaticPaths: async () => {
        const isOwn = ownRoutes(this.#config);
        this.#dependencies = this.#hashDependencies(code, (component) => isOwn({ component }));
        const known = await this.#pathsBesideKnown(inner, isOwn);
        return known ?? this.#pathsBesideMade(inner, isOwn);
      },
    };
  }

  /**
   * Leaves all pages of the package in place, where nothing changed that decides on one of them.
   * @returns the paths that are Astro's to make; nothing where pages have to be compared one by one
   */
  async #pathsBesideKnown(inner: AstroPrerenderer, isOwn: IsOwn): Promise<PrerenderPath[] | undefined> {
    const previous = this.#previous;
    if (previous?.inputs === undefined || previous.inputs !== this.#inputs) return undefined;
    const app = await this.#app();
    const { pages, keyless } = previous;
    const areThere = [pages, keyless].every((files) => asWritten(this.#output, files).length === files.size);
    if (!app || !areThere) return undefined;
    const paths = await pathsOfRoutes(
      app,
      (route) => !isOwn(route),
      () => inner.getStaticPaths(),
    );
    if (paths.some(({ route }) => isOwn(route)) || isContested(previous, paths, this.#config))
      return undefined;
    this.#pages = pages;
    this.#keyless = [...keyless.keys()];
    this.#pathnames = reportedPages(previous, this.#config);
    this.#say(0, pages.size + keyless.size, paths);
    await this.#folders.indexes.ready();
    return paths;
  }

  /**
   * Makes the pages of the package that changed.
   * @returns the paths that are Astro's to make
   */
  async #pathsBesideMade(inner: AstroPrerenderer, isOwn: IsOwn): Promise<PrerenderPath[]> {
    const { stale, unchanged, others } = await this.#findStale(inner, isOwn);
    const count = stale.length;
    const { states, pictures } = await renderStale(stale, {
      config: this.#config,
      logger: this.#logger,
      output: this.#output,
      threads: this.#threads,
      setup: this.#setup(),
      processorFree: () => this.#folders.indexes.ready(),
      frames: this.#frames,
      render: (request, options) => inner.render(request, options),
    });
    setStates(this.#pages, states);
    this.#pictures = pictures;
    this.#say(count, unchanged, others);
    await this.#folders.prepareOthers();
    await this.#folders.indexes.ready();
    return others;
  }

  /** Goes through all paths, each of which is let go of at once, and finds the pages that have to be made. */
  async #findStale(
    inner: AstroPrerenderer,
    isOwn: IsOwn,
  ): Promise<{ stale: StalePage[]; unchanged: number; others: PrerenderPath[] }> {
    // They are made again; a public file that has come in place of one stays.
    if (this.#previous) removeFiles(this.#output, asWritten(this.#output, this.#previous.keyless));
    const { paths, listed } = await this.#listPaths(inner, isOwn);
    const contest = new Contest(isOwn, listed);
    const others: PrerenderPath[] = [];
    function* keyed(): Generator<KeyedPage> {
      for (const page of paths) {
        if (!contest.admits(page)) continue;
        // A page of the project's may have a key as well, for Astro.
        if (isKeyed(page) && isOwn(page.route)) yield page;
        else others.push(page);
      }
    }
    const compared = this.#compare(keyed());
    const isContested = contest.settle(this.#config.prerenderConflictBehavior, this.#logger);
    const found = this.#take(compared);
    if (this.#shard && !ownsRest(this.#shard)) others.length = 0;
    const keyless = others.filter(({ route }) => isOwn(route));
    if (!isContested && keyless.every(hasFile))
      this.#keyless = keyless.map((page) => outputFile(page, this.#config));
    return { ...found, others };
  }

  /** @returns all paths, in Astro's order, and the routes whose modules list them */
  async #listPaths(
    inner: AstroPrerenderer,
    isOwn: IsOwn,
  ): Promise<{ paths: Iterable<PrerenderPath>; listed: ReadonlyMap<PrerenderPath['route'], ListedPaths> }> {
    const app = await this.#app();
    if (!app) return { paths: await inner.getStaticPaths(), listed: new Map() };
    const listed = await takeListedPaths(app, isOwn);
    this.#frames = await pageFrames(app, listed.keys());
    return { paths: await allPaths(app, listed, () => inner.getStaticPaths()), listed };
  }

  /** Astro's app for prerendering; nothing where Astro is not as this package knows it. */
  async #app(): Promise<PrerenderApp | undefined> {
    const setup = this.#setup();
    return setup && loadPrerenderApp(setup.entry);
  }

  /** Writes the manifest. Call it once nothing more is written. */
  async finish(): Promise<void> {
    const [folder, dependencies, pages, shard] = [this.#output, this.#dependencies, this.#pages, this.#shard];
    const { storyIndexes, indexes } = this.#folders;
    restoreModifiedTimes(folder, this.#others);
    if (shard) finishShard({ shard, folder, storyIndexes, dependencies: dependencies ?? '', pages });
    const keyless = this.#keylessStates();
    const others = unlistedFiles(folder, pages, indexes.folders).filter((file) => !keyless?.has(file));
    writeBuildManifest(this.#manifestFile, {
      folder,
      shard: this.#shardName,
      dependencies,
      inputs: keyless && this.#inputs,
      pictures: this.#pictures,
      pages,
      keyless: keyless ?? new Map(),
      others,
    });
    rmSync(this.#marker, { force: true });
  }

  /**
   * The states of the package's pages that have no key.
   * @returns nothing where the next build can't leave them, in any case: Astro makes pictures for pages that it makes
   */
  #keylessStates(): Map<string, FileState> | undefined {
    // A shard has a part of the pages; of a page whose format is preserved, the file does not tell the address.
    if (!this.#keyless || this.#shard || this.#config.build.format === 'preserve') return undefined;
    if (countStaticImages() > 0) return undefined;
    const states = new Map<string, FileState>();
    for (const file of this.#keyless) {
      const state = fileState(path.join(this.#output, file));
      if (!state) return undefined;
      states.set(file, state);
    }
    return states;
  }

  /** What decides on all pages of the package. */
  get #inputs(): string | undefined {
    return this.#dependencies && inputsOf(this.#dependencies, this.#folders.storyIndexes);
  }

  /** @param code folder of the code that renders; @returns nothing where that is not found: every page is made */
  #hashDependencies(code: string, isOwn: (component: string) => boolean): string | undefined {
    const { root, outDir, cacheDir } = this.#config;
    const files = renderingCode(code, isOwn);
    if (!files) return undefined;
    const folder = fileURLToPath(root);
    const hashes = [
      dependencyHash(files, [root, outDir, cacheDir]),
      readInputs(files, folder),
      filesDigest(this.#folders.fresh, folder),
    ];
    return hash('sha256', hashes.join(), 'hex');
  }

  get #shardName(): string {
    return this.#shard ? shardName(this.#shard) : '';
  }

  /** @param others paths that Astro makes itself */
  #say(made: number, unchanged: number, others: readonly PrerenderPath[]): void {
    const shard = this.#shard ? `Shard ${this.#shardName}: ` : '';
    const more = others.filter(({ route }) => route.type === 'page').length;
    const rest = more > 0 || made === 0 ? ` Astro makes ${more} more, and counts those alone.` : '';
    this.#logger.info(`${shard}${made} pages made, ${unchanged} unchanged.${rest}`);
  }

  /** Finds the pages that have to be made. */
  #compare(paths: Iterable<KeyedPage>): ComparedPages {
    const isSame = this.#dependencies !== undefined && this.#previous?.dependencies === this.#dependencies;
    if (this.#previous && !isSame)
      this.#logger.info('Templates, configuration or packages changed: every page is made again.');
    else if (this.#previous?.pictures)
      this.#logger.info('Templates show pictures that Astro makes: every page is made again.');
    return comparePages(paths, {
      output: path.join(this.#output, '/'),
      format: this.#config,
      shard: this.#shard,
      former: isSame && !this.#previous?.pictures ? this.#former : new Map(),
    });
  }

  /** Takes the pages of this build for the site's, and deletes those that are gone. */
  #take({ pages, stale, pathnames }: ComparedPages): { stale: StalePage[]; unchanged: number } {
    this.#pages = pages;
    this.#pathnames = pathnames;
    removeFiles(
      this.#output,
      this.#former.keys().filter((file) => !pages.has(file)),
    );
    return { stale, unchanged: pages.size - stale.length };
  }

  /** The pages of the last build. */
  get #former(): ReadonlyMap<string, WrittenPage> {
    return this.#previous?.pages ?? new Map<string, WrittenPage>();
  }
}

type IsOwn = ReturnType<typeof ownRoutes>;

function isKeyed(page: PrerenderPath): page is KeyedPage {
  return page.cacheKey !== undefined && hasFile(page);
}

/** Whether a page is written to the file that its path stands for. */
function hasFile({ route }: PrerenderPath): boolean {
  return route.type === 'page' || route.type === 'endpoint';
}
