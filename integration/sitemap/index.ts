// What search engines are told there is. @astrojs/sitemap writes the sitemap of the host; from here come the day of each
// story's last change, the pages that must not be in it, and the sitemaps for news.
//
// Lastmod is the day of publication, or of correction, of stories whose day is known, and is absent elsewhere: search
// engines stop believing one that is not true.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig, AstroIntegration } from 'astro';
import { publicFileWarning } from '../config/routes.ts';
import type { SectionSetup } from '../config/section-config.ts';
import { SitemapBuild } from './sitemap-build.ts';
import { ENTRY_LIMIT } from './update-sitemaps.ts';

const INDEX = 'sitemap-index.xml';

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
  const build = new SitemapBuild({ all: sections, listed, first });
  const inner = astroSitemap(build);
  let config: AstroConfig | undefined;
  const integrations: AstroIntegration[] = [
    {
      name: 'astro-wirecopy:sitemap',
      hooks: {
        'astro:build:start': () => {
          if (config) build.start(fileURLToPath(config.outDir), isOurs(config, inner.name));
        },
        'astro:build:done': (options) => build.begin(options),
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
          if (!config || !build.isDue || hasOwnSitemap(config, inner.name)) return;
          if (hasPublicSitemap(config)) return options.logger.warn(publicFileWarning(INDEX));
          await build.finish(options, async (shown) => inner.hooks['astro:build:done']?.(shown));
        },
      },
    },
  ];
  return { integrations, keptFiles: () => build.keptFiles, prepare: () => build.prepare() };
}

function astroSitemap(build: SitemapBuild): AstroIntegration {
  return sitemap({
    entryLimit: ENTRY_LIMIT,
    namespaces: { news: false, xhtml: false, image: false, video: false },
    customSitemaps: build.news,
    filter: (address) => build.isWanted(address),
    serialize: (item) => {
      const lastmod = build.lastmodOf(item.url);
      return lastmod ? { ...item, lastmod } : item;
    },
  });
}

/** Whether the sitemaps of a project are ours to write. */
const isOurs = (config: AstroConfig, name: string) =>
  !hasOwnSitemap(config, name) && !hasPublicSitemap(config);

const hasPublicSitemap = ({ publicDir }: AstroConfig) => existsSync(new URL(INDEX, publicDir));

/** Whether the project has `@astrojs/sitemap` besides ours; its sitemap lists every page then. */
function hasOwnSitemap({ integrations }: AstroConfig, name: string): boolean {
  return integrations.filter((each) => each.name === name).length > 1;
}
