// The sitemaps of one build: whether those of the last one stay as they are, are brought up to date, or are written anew.
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { createUrls, type SectionUrls } from '../config/urls.ts';
import { indexInputs } from '../stories/story-index.ts';
import { KeptSitemaps } from './kept-sitemaps.ts';
import { ListedStories } from './listed-stories.ts';
import { frontPageLast, inSitemapOrder } from './page-order.ts';
import { sitemapFilter } from './sitemap-filter.ts';
import { type FormerSitemaps, openSitemaps, updateSitemaps } from './update-sitemaps.ts';

type BuildDone = NonNullable<AstroIntegration['hooks']['astro:build:done']>;
/** What Astro tells of a finished build. */
export type FinishedBuild = Parameters<BuildDone>[0];
type BuiltPage = FinishedBuild['pages'][number];

/** What @astrojs/sitemap writes. */
const SITEMAP = /^sitemap-(?:index|\d+)\.xml$/u;

/** The sections of a site, and those of them whose stories are in its sitemap. */
interface SitemapSections {
  all: readonly SectionSetup[];
  listed: readonly SectionSetup[];
  /** The first of those. */
  first: SectionSetup;
}

/** Its methods are called in their order, in each build. */
export class SitemapBuild {
  readonly #sections: SitemapSections;
  readonly #urls: SectionUrls;
  readonly #stories: ListedStories;
  readonly #belongs: (address: string) => boolean;
  /** Whether @astrojs/sitemap is to write the entry of a page. */
  #isAsked = (_address: string) => true;
  #kept: KeptSitemaps | undefined;
  /** What the sitemaps that are to be written are made from; nothing where those of the last build stay. */
  #inputs: string | undefined;
  /** The sitemaps of the last build, where they are as it left them. */
  #former: FormerSitemaps | undefined;
  /** The sitemaps for news, relative to the output folder. */
  #newsFiles: readonly string[] = [];

  constructor(sections: SitemapSections) {
    this.#sections = sections;
    this.#urls = createUrls(sections.first.config);
    this.#stories = new ListedStories(sections.listed);
    this.#belongs = sitemapFilter(sections.all, this.#stories.lastmod);
  }

  /** Addresses of the sitemaps for news. The same array, in each build. */
  get news(): string[] {
    return this.#stories.news;
  }

  /** What the last build wrote, relative to the output folder. */
  get keptFiles(): readonly string[] {
    return this.#kept?.files ?? [];
  }

  /** Whether sitemaps are to be written. */
  get isDue(): boolean {
    return this.#inputs !== undefined;
  }

  /** Whether the entry of an address is to be written. */
  isWanted(address: string): boolean {
    return this.#belongs(address) && this.#isAsked(address);
  }

  /** @returns the day on which a page changed last; nothing where it is not known */
  lastmodOf(address: string): string | undefined {
    return this.#stories.lastmod.get(address) || undefined;
  }

  /**
   * @param output the output folder, absolute
   * @param isOurs whether what was written there by the name of a sitemap is ours; what others write stays
   */
  start(output: string, isOurs: boolean): void {
    this.#stories.forget();
    this.#former = undefined;
    this.#kept = new KeptSitemaps(memoryFile(this.#sections.first), output);
    if (!isOurs) this.#kept.forget();
  }

  /** Does what can be done before all pages are made: while a build waits, it takes no time. */
  async prepare(): Promise<void> {
    // They may stay as they are.
    if (!this.#kept || this.#kept.arePerhapsCurrent(siteInputs(this.#sections.all))) return;
    this.#former = openSitemaps(this.#kept.texts());
    if (this.#former) await this.#stories.find();
  }

  /** Finds out whether sitemaps are to be written, and writes those for news. */
  async begin({ dir, pages }: FinishedBuild): Promise<void> {
    const current = inputsOf(siteInputs(this.#sections.all), pages);
    this.#inputs = this.#kept?.areCurrent(current) ? undefined : current;
    if (this.#inputs === undefined) return;
    await this.#stories.find();
    this.#former ??= openSitemaps(this.#kept?.texts());
    this.#kept?.forget();
    this.#newsFiles = await this.#stories.writeNews(fileURLToPath(dir));
  }

  /** @param write writes the sitemap of a site's pages, as @astrojs/sitemap does */
  async finish(build: FinishedBuild, write: BuildDone): Promise<void> {
    if (this.#inputs === undefined) return;
    const isUpdated = this.#former && (await this.#update(this.#former, build, write));
    this.#former = undefined;
    if (isUpdated) build.logger.info('The sitemaps of the last build are brought up to date.');
    else await write({ ...build, pages: inSitemapOrder(build.pages) });
    const written = readdirSync(build.dir).filter((name) => SITEMAP.test(name));
    this.#kept?.remember(this.#inputs, [...written, ...this.#newsFiles]);
  }

  /** @returns whether the sitemaps of the last build could be brought up to date */
  #update(former: FormerSitemaps, build: FinishedBuild, write: BuildDone): Promise<boolean> {
    return updateSitemaps(former, {
      folder: fileURLToPath(build.dir),
      work: `${memoryFile(this.#sections.first)}.new`,
      lastmodOf: (address) => this.lastmodOf(address) ?? '',
      others: this.news,
      write: async (folder, isAsked) => {
        this.#isAsked = isAsked;
        const pages = build.pages.filter((page) => this.#mayBeAsked(page, isAsked));
        const dir = pathToFileURL(`${folder}/`);
        await write({ ...build, dir, logger: silent(build.logger), pages: frontPageLast(pages) });
        this.#isAsked = () => true;
      },
    });
  }

  /** False only of pages whose entry is known. @astrojs/sitemap may be asked about a page that it need not write. */
  #mayBeAsked({ pathname }: BuiltPage, isAsked: (address: string) => boolean): boolean {
    const address = this.#urls.absolute(this.#sections.first.config.base + pathname);
    return pathname === '' || !this.#belongs(address) || isAsked(address);
  }
}

/** Says nothing of files that are no part of the site. */
function silent(logger: AstroIntegrationLogger): AstroIntegrationLogger {
  const fork = logger.fork(logger.label);
  fork.info = () => {};
  return fork;
}

/** @returns where a build remembers its sitemaps, beside the story indexes that they are made from */
function memoryFile({ folders }: SectionSetup): string {
  return path.join(path.dirname(path.resolve(folders.storyIndex)), 'sitemaps.json');
}

/** Equal for equal stories, options and code. */
function siteInputs(sections: readonly SectionSetup[]): string {
  return hash(
    'sha256',
    JSON.stringify(sections.map(({ config, folders }) => [config, indexInputs(folders.storyIndex)])),
  );
}

/** Equal for equal pages besides. */
function inputsOf(site: string, pages: readonly { pathname: string }[]): string {
  return `${site} ${hash('sha256', JSON.stringify(pages.map(({ pathname }) => pathname).sort()))}`;
}
