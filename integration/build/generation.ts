// How pages come into the output folder: those whose key says that nothing on them changed stay where they are,
// the others are rendered and written, and what the last build wrote and this one does not is taken away. In
// doubt, everything is made anew, as if there had been no build before.
import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { fileOf, type PagePath, pageName } from './addresses.ts';
import { type AppSetup, listenToSetup } from './app.ts';
import { emptyFolder, otherFiles, rememberFiles, removeFiles, restoreTimes, stateOf } from './output.ts';
import { type Past, readPast, type WrittenPage, writePast } from './past.ts';
import { Progress } from './progress.ts';
import { type Render, RenderThread, renderHere } from './renderer.ts';
import { sealShard } from './sealing.ts';
import { holdsPage, holdsRest, type Shard, shardName } from './shard.ts';
import { templatesDigest } from './templates.ts';
import { PageWriter } from './writer.ts';

const KEY_LENGTH = 16;
/** Pages rendered at a time: rendering one waits now and then, for digests of the policy among others. */
const AT_ONCE = 8;

/** What pages are made from, and what of the output is not a build's own to take away. */
export interface Sources {
  /** Folders of the catalogues that pages are made from. */
  catalogues: readonly string[];
  /** Folders in the output folder that others look after from build to build. */
  kept: readonly string[];
}

/** One build's way from routes to files. */
export class Generation {
  readonly #config: AstroConfig;
  readonly #logger: AstroIntegrationLogger;
  readonly #sources: Sources;
  readonly #shard: Shard | undefined;
  readonly #folder: string;
  readonly #memory: string;
  /** Stands beside the memory while a build is under way. */
  readonly #mark: string;
  readonly #past: Past | undefined;
  readonly #pages = new Map<string, WrittenPage>();
  readonly #names: string[] = [];
  /** What the last build left besides pages. */
  readonly #others: ReturnType<typeof rememberFiles>;
  #templates = '';
  #setup: () => AppSetup | undefined = () => undefined;

  /**
   * Prepares the output folder. Call it before anything is written there.
   * @param shard which part of the site to make; all of it where left out
   */
  constructor(config: AstroConfig, logger: AstroIntegrationLogger, sources: Sources, shard?: Shard) {
    this.#config = config;
    this.#logger = logger;
    this.#sources = sources;
    this.#shard = shard;
    this.#folder = fileURLToPath(config.outDir);
    // One for each output folder: shards that are built one after another have one cache.
    const name = `pages-${hash('sha256', this.#folder, 'hex').slice(0, KEY_LENGTH)}.txt`;
    this.#memory = fileURLToPath(new URL(`wirecopy/${name}`, config.cacheDir));
    this.#mark = `${this.#memory}.building`;
    const stopped = stateOf(this.#mark) !== undefined;
    const past = stopped ? undefined : readPast(this.#memory);
    this.#past = past?.folder === this.#folder && past.shard === this.#shardName ? past : undefined;
    if (stopped) logger.info('The last build was stopped before its end: every page is made anew.');
    mkdirSync(path.dirname(this.#mark), { recursive: true });
    writeFileSync(this.#mark, '');
    this.#others = rememberFiles(this.#folder, this.#past?.others ?? []);
    if (this.#past) removeFiles(this.#folder, this.#past.others);
    else emptyFolder(this.#folder);
  }

  /** Names of the pages this build did not leave to Astro, in the form Astro hands to integrations. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Takes those pages out of a prerenderer's hands whose templates give them a key. */
  wrap(inner: AstroPrerenderer): AstroPrerenderer {
    return {
      ...inner,
      name: 'astro-wirecopy',
      setup: async () => {
        this.#setup = await listenToSetup(this.#codeFolder);
        await inner.setup?.();
      },
      getStaticPaths: async () => {
        const { root, outDir, cacheDir } = this.#config;
        this.#templates = templatesDigest(this.#codeFolder, [root, outDir, cacheDir]);
        const all = await inner.getStaticPaths();
        await this.#make(all.filter(isKeyed), (request, options) => inner.render(request, options));
        return this.#shard && !holdsRest(this.#shard) ? [] : all.filter((page) => !isKeyed(page));
      },
    };
  }

  /** Writes down what was written. Call it once nothing more is. */
  finish(): void {
    const [folder, templates, pages, shard] = [this.#folder, this.#templates, this.#pages, this.#shard];
    const { catalogues, kept } = this.#sources;
    restoreTimes(folder, this.#others);
    if (shard) sealShard({ shard, folder, catalogues, templates, pages });
    const others = otherFiles(folder, pages, kept);
    writePast(this.#memory, { folder, shard: this.#shardName, templates, pages, others });
    rmSync(this.#mark, { force: true });
  }

  get #shardName(): string {
    return this.#shard ? shardName(this.#shard) : '';
  }

  /** Where Astro puts the code for prerendering: in the output folder, or near the project if that is elsewhere. */
  get #codeFolder(): string {
    const near = this.#folder.startsWith(process.cwd()) ? this.#folder : path.join(process.cwd(), '.astro');
    return path.join(near, '.prerender');
  }

  async #make(pages: readonly KeyedPage[], render: AstroPrerenderer['render']): Promise<void> {
    const sameTemplates = this.#past?.templates === this.#templates;
    if (this.#past && !sameTemplates)
      this.#logger.info('Templates or configuration changed: every page is made anew.');
    const stale: { page: KeyedPage; file: string; key: string }[] = [];
    const gone = new Set(this.#past?.pages.keys());
    let count = 0;
    for (const page of pages) {
      const file = fileOf(page, this.#config);
      const key = hash('sha256', page.cacheKey, 'hex').slice(0, KEY_LENGTH);
      const before = sameTemplates ? this.#past?.pages.get(file) : undefined;
      // Astro names pages, not feeds and the like.
      if (page.route.type === 'page') this.#names.push(pageName(page, this.#config));
      if (this.#shard && !holdsPage(this.#shard, file)) continue;
      gone.delete(file);
      count++;
      if (before?.key === key && isAsWritten(path.join(this.#folder, file), before))
        this.#pages.set(file, before);
      else stale.push({ page, file, key });
    }
    removeFiles(this.#folder, gone);
    const progress = new Progress(stale.length, this.#logger);
    const writer = new PageWriter();
    const queue = stale.values();
    const work = async (renderPage: Render) => {
      for (const { page, file, key } of queue) {
        const content = await renderPage(page);
        await writer.write(path.join(this.#folder, file), content, (state) =>
          this.#pages.set(file, { key, ...state }),
        );
        progress.step();
      }
    };
    const eightfold = (renderPage: Render) => Array.from({ length: AT_ONCE }, () => work(renderPage));
    const second = RenderThread.start(this.#setup(), stale.length, this.#config, this.#logger);
    try {
      await Promise.all([
        ...eightfold(renderHere(render, this.#config)),
        second.then((thread) => thread && Promise.all(eightfold(thread.render))),
      ]);
    } finally {
      await (await second)?.end();
      await writer.end();
      progress.end();
    }
    const shard = this.#shard ? `Shard ${this.#shardName}: ` : '';
    this.#logger.info(`${shard}${stale.length} pages made, ${count - stale.length} left as they are.`);
  }
}

type KeyedPage = PagePath & { cacheKey: string };

function isKeyed(page: PagePath): page is KeyedPage {
  return page.cacheKey !== undefined && (page.route.type === 'page' || page.route.type === 'endpoint');
}

function isAsWritten(file: string, { size, mtime }: WrittenPage): boolean {
  const found = stateOf(file);
  return found?.size === size && found.mtime === mtime;
}
