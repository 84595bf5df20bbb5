// What search engines are told there is. @astrojs/sitemap writes the sitemap of the host; from here come the day of each
// story's last change, the pages that must not be in it, and the sitemaps for news.
//
// Lastmod is the day of publication, or of correction, of stories whose day is known, and is absent elsewhere: search
// engines stop believing one that is not true.
import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { publicFileWarning } from '../config/routes.ts';
import type { SectionSetup } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import { indexInputs } from '../stories/story-index.ts';
import { KeptSitemaps } from './kept-sitemaps.ts';
import { ListedStories } from './listed-stories.ts';
import { compareAddresses } from './sitemap-text.ts';
import { ENTRY_LIMIT, type FormerSitemaps, openSitemaps, updateSitemaps } from './update-sitemaps.ts';

const INDEX = 'sitemap-index.xml';
/** What @astrojs/sitemap writes. */
const SITEMAP = /^sitemap-(?:index|\d+)\.xml$/u;

/** What writes the sitemaps of a site. */
export interface StorySitemaps {
  integrations: AstroIntegration[];
  /** What the last build wrote, relative to the output folder, once a build has started. It is not for others to delete. */
  keptFiles(): readonly string[];
  /** Does what can be done before all pages are made: while a build waits, it takes no time. */
  prepare(): Promise<void>;
}

/**
 * The integrations that write sitemaps once all pages are there: ours for news, and `@astrojs/sitemap` for everything,
 * unless the project has that one itself.
 */
export function storySitemaps(sections: readonly SectionSetup[]): StorySitemaps {
  const listed = sections.filter(({ config }) => config.pages.sitemap);
  const [first] = listed;
  if (!first) return { integrations: [], keptFiles: () => [], prepare: async () => {} };
  const stories = new ListedStories(listed);
  let config: AstroConfig | undefined;
  let kept: KeptSitemaps | undefined;
  /** What the sitemaps that are to be written are made from; nothing where those of the last build stay. */
  let inputs: string | undefined;
  /** The sitemaps of the last build, where they are as it left them. */
  let former: FormerSitemaps | undefined;
  /** Those of the news, relative to the output folder. */
  let files: readonly string[] = [];
  const belongs = sitemapFilter(sections, stories.lastmod);
  const { absolute } = createUrls(first.config);
  /** As @astrojs/sitemap writes it; where that should differ, it is asked about a page that it need not be. */
  const addressOf = (pathname: string) => absolute(first.config.base + pathname);
  let isAsked = (_address: string) => true;
  const inner = sitemap({
    entryLimit: ENTRY_LIMIT,
    namespaces: { news: false, xhtml: false, image: false, video: false },
    customSitemaps: stories.news,
    filter: (address) => belongs(address) && isAsked(address),
    serialize: (item) => {
      const lastmod = stories.lastmod.get(item.url);
      return lastmod ? { ...item, lastmod } : item;
    },
  });
  const prepare = async () => {
    // They may stay as they are.
    if (!kept || kept.arePerhapsCurrent(siteInputs(sections))) return;
    former = openSitemaps(kept.texts());
    if (former) await stories.find();
  };
  const integrations: AstroIntegration[] = [
    {
      name: 'astro-wirecopy:sitemap',
      hooks: {
        'astro:build:start': () => {
          if (!config) return;
          stories.forget();
          former = undefined;
          kept = new KeptSitemaps(memoryFile(first), fileURLToPath(config.outDir));
          // What others write by the same name stays.
          if (!isOurs(config, inner.name)) kept.forget();
        },
        'astro:build:done': async ({ dir, pages }) => {
          const current = inputsOf(siteInputs(sections), pages);
          inputs = kept?.areCurrent(current) ? undefined : current;
          if (inputs === undefined) return;
          await stories.find();
          former ??= openSitemaps(kept?.texts());
          kept?.forget();
          files = await stories.writeNews(fileURLToPath(dir));
        },
      },
    },
    {
      ...inner,
      hooks: {
        ...inner.hooks,
        'astro:config:done': async (options) => {
          ({ config } = options);
          await inner.hooks['astro:config:done']?.(options);
        },
        'astro:build:done': async (options) => {
          if (!config || inputs === undefined || hasOwnSitemap(config, inner.name)) return;
          if (hasPublicSitemap(config)) return options.logger.warn(publicFileWarning(INDEX));
          const write = inner.hooks['astro:build:done'];
          const isUpdated =
            former &&
            (await updateSitemaps(former, {
              folder: fileURLToPath(options.dir),
              work: `${memoryFile(first)}.new`,
              lastmodOf: (address) => stories.lastmod.get(address) ?? '',
              others: stories.news,
              async write(folder, isAskedNow) {
                isAsked = isAskedNow;
                const dir = pathToFileURL(`${folder}/`);
                const pages = options.pages.filter(({ pathname }) => {
                  const address = addressOf(pathname);
                  return pathname === '' || !belongs(address) || isAskedNow(address);
                });
                const logger = silent(options.logger);
                await write?.({ ...options, dir, logger, pages: frontPageLast(pages) });
                isAsked = () => true;
              },
            }));
          former = undefined;
          if (isUpdated) options.logger.info('The sitemaps of the last build are brought up to date.');
          else await write?.({ ...options, pages: inSitemapOrder(options.pages) });
          const written = readdirSync(options.dir).filter((name) => SITEMAP.test(name));
          kept?.remember(inputs, [...written, ...files]);
        },
      },
    },
  ];
  return { integrations, keptFiles: () => kept?.files ?? [], prepare };
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

/**
 * Sorts pages as @astrojs/sitemap does, which makes a collator anew for each comparison: of what is sorted already it
 * compares each with the next alone.
 */
function inSitemapOrder<Page extends { pathname: string }>(pages: readonly Page[]): Page[] {
  const sorted = pages
    .map((page) => ({ page, address: encodeURI(page.pathname) }))
    .sort((a, b) => compareAddresses(a.address, b.address))
    .map(({ page }) => page);
  return frontPageLast(sorted);
}

/**
 * Below a base, the address of an empty path has a slash at its end only behind another page
 * (https://github.com/withastro/astro/blob/main/packages/integrations/sitemap/src/index.ts).
 */
function frontPageLast<Page extends { pathname: string }>(pages: readonly Page[]): Page[] {
  const isFront = ({ pathname }: Page) => pathname === '';
  return [...pages.filter((page) => !isFront(page)), ...pages.filter(isFront)];
}

/** Whether the sitemaps of a project are ours to write. */
const isOurs = (config: AstroConfig, name: string) =>
  !hasOwnSitemap(config, name) && !hasPublicSitemap(config);

const hasPublicSitemap = ({ publicDir }: AstroConfig) => existsSync(new URL(INDEX, publicDir));

/** Whether the project has `@astrojs/sitemap` besides ours; its sitemap lists every page then. */
function hasOwnSitemap({ integrations }: AstroConfig, name: string): boolean {
  return integrations.filter((each) => each.name === name).length > 1;
}

/**
 * @param stories the stories to list, by address
 * @returns whether an address belongs into the sitemap: not where its section wants none, and of stories only those
 * that are published (a retracted one has a page, and so has a former address)
 */
function sitemapFilter(sections: readonly SectionSetup[], stories: ReadonlyMap<string, string>) {
  // The longest path first: one section may be below another.
  const roots = sections
    .map(({ config }) => ({ root: new URL(config.root, config.origin).href, listed: config.pages.sitemap }))
    .sort((a, b) => b.root.length - a.root.length);
  return (url: string) => {
    if (stories.has(url)) return true;
    const owner = roots.find(({ root }) => `${url}/`.startsWith(root));
    if (owner?.listed === false) return false;
    return !owner || !url.startsWith(`${owner.root}stories/`);
  };
}
