// What search engines are told there is. @astrojs/sitemap writes the sitemap of the host; from here come the day of each
// story's last change, the pages that must not be in it, and the sitemaps for news.
//
// Lastmod is the day of publication, or of correction, of stories whose day is known, and is absent elsewhere: search
// engines stop believing one that is not true.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig, AstroIntegration } from 'astro';
import { publicFileWarning } from '../config/routes.ts';
import type { SectionSetup } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import { readSummaries } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { publishedOn } from '../text.ts';
import { isNews, newsSitemap } from './news-sitemap.ts';

/** URLs in a sitemap; the protocol's most (https://www.sitemaps.org/protocol.html). */
const ENTRY_LIMIT = 50_000;
const INDEX = 'sitemap-index.xml';

/** The stories that sitemaps list, found when the site is built. */
interface ListedStories {
  /** By address: the day of the last change, empty where it is not known. */
  lastmod: Map<string, string>;
  /** Addresses of the sitemaps for news. */
  news: string[];
}

/**
 * The integrations that write sitemaps once all pages are there: ours for news, and `@astrojs/sitemap` for everything,
 * unless the project has that one itself.
 */
export function storySitemaps(sections: readonly SectionSetup[]): AstroIntegration[] {
  const listed = sections.filter(({ config }) => config.pages.sitemap);
  if (listed.length === 0) return [];
  const stories: ListedStories = { lastmod: new Map(), news: [] };
  let config: AstroConfig | undefined;
  const inner = sitemap({
    entryLimit: ENTRY_LIMIT,
    namespaces: { news: false, xhtml: false, image: false, video: false },
    customSitemaps: stories.news,
    filter: sitemapFilter(sections, stories.lastmod),
    serialize: (item) => {
      const lastmod = stories.lastmod.get(item.url);
      return lastmod ? { ...item, lastmod } : item;
    },
  });
  return [
    {
      name: 'astro-wirecopy:sitemap',
      hooks: {
        'astro:build:done': async ({ dir }) => {
          stories.lastmod.clear();
          stories.news.length = 0;
          for (const section of listed) await listStories(section, fileURLToPath(dir), stories);
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
          if (!config || hasOwnSitemap(config, inner.name)) return;
          if (existsSync(new URL(INDEX, config.publicDir))) options.logger.warn(publicFileWarning(INDEX));
          else
            await inner.hooks['astro:build:done']?.({
              ...options,
              pages: options.pages.toSorted(byPathname),
            });
        },
      },
    },
  ];
}

/**
 * @astrojs/sitemap sorts addresses by the rules of a language, which takes 15 s for 100,000 in random order and 3 s for
 * those that are nearly sorted. The front page, whose path is empty, comes last: below a base, the address of an empty
 * path has a slash at its end only behind another page
 * (https://github.com/withastro/astro/blob/main/packages/integrations/sitemap/src/index.ts).
 */
function byPathname(a: { pathname: string }, b: { pathname: string }): number {
  if (a.pathname === '' || b.pathname === '') return b.pathname.length - a.pathname.length;
  return a.pathname < b.pathname ? -1 : a.pathname > b.pathname ? 1 : 0;
}

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
    const owner = roots.find(({ root }) => `${url}/`.startsWith(root));
    if (owner?.listed === false) return false;
    return !owner || !url.startsWith(`${owner.root}stories/`) || stories.has(url);
  };
}

/** Adds a section's stories, and writes its sitemap for news where there is news. */
async function listStories(
  { config, folders }: SectionSetup,
  folder: string,
  { lastmod, news }: ListedStories,
): Promise<void> {
  const urls = createUrls(config);
  const newsStories: StorySummary[] = [];
  let newest: string | undefined;
  for await (const summary of readSummaries(folders.storyIndex)) {
    const published = publishedOn(summary.data);
    const url = urls.absolute(urls.story(summary.id));
    lastmod.set(url, published ? later(published, correctedOn(summary)) : '');
    if (!published) continue;
    newest ??= published;
    if (isNews(published, newest, newsStories.length)) newsStories.push(summary);
  }
  if (newsStories.length === 0) return;
  const address = urls.newsSitemap();
  const file = path.join(folder, decodeURIComponent(address.slice(config.base.length)));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, newsSitemap(newsStories, config));
  news.push(urls.absolute(address));
}

const correctedOn = ({ corrected }: StorySummary) => corrected?.correction?.date ?? '';

/** The later of two days; an empty one is before all. */
const later = (a: string, b: string) => (a > b ? a : b);
