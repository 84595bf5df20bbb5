// The Astro integration: reads its options, tells templates the facts of the site, and brings the pages and the
// sitemap that a project does not have itself.

import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { incrementalBuild } from './build/index.ts';
import { holdsRest, readShard } from './build/shard.ts';
import { createUrls, type ProjectFolders, type SiteFacts } from './facts.ts';
import { linkedTemplates } from './linked.ts';
import { type ResolvedOptions, readOptions, type WirecopyOptions } from './options.ts';
import { cardTools } from './publishing/cards/tools.ts';
import { hostHeaders } from './publishing/headers.ts';
import { POLICY } from './publishing/policy.ts';
import { searchFolder } from './publishing/search/extent.ts';
import { storySearch } from './publishing/search/index.ts';
import { storySitemap } from './publishing/sitemap.ts';
import { routesFor } from './routes.ts';
import { catalogueFolder } from './stories/catalogue.ts';
import { directionOf } from './stories/language.ts';
import { virtualModules } from './virtual.ts';

export type { WirecopyOptions };

/** The collection whose stories are published. */
const COLLECTION = 'stories';

/**
 * Publishes the stories of the collection `stories`: pages, archive, feed and sitemap.
 * Fill the collection with `dumpLoader()` from `astro-wirecopy/loader`.
 * @throws Error when an option or SHARD is wrong, or when Astro's `site` is not set
 */
export default function wirecopy(options?: WirecopyOptions): AstroIntegration {
  const resolved = readOptions(options);
  return {
    name: 'astro-wirecopy',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, injectRoute }) => {
        const shard = command === 'build' ? readShard(process.env.SHARD) : undefined;
        const whole = isWhole(resolved);
        const ownPolicy = Boolean(config.security.csp);
        const policy = resolved.csp ?? (whole && !ownPolicy);
        const facts = factsOf(resolved, config, policy || ownPolicy);
        const folders = foldersOf(config);
        for (const route of routesFor(resolved.base, config.srcDir)) injectRoute(route);
        const urls = createUrls(facts);
        updateConfig({
          ...(policy && { security: { csp: POLICY } }),
          integrations: [
            storySitemap(facts, urls, folders.catalogue, !hasSitemap(config)),
            // Takes long, and another shard's index would only be taken away.
            ...(!shard || holdsRest(shard) ? [storySearch(facts, urls, folders)] : []),
            ...(whole ? [hostHeaders(facts)] : []),
            incrementalBuild(folders.catalogue, [searchFolder(facts)], shard),
          ],
          vite: { plugins: [virtualModules(facts, folders, config), linkedTemplates(config)] },
        });
      },
    },
  };
}

/** Whether the plugin publishes the whole site, and not a section of one. */
function isWhole({ base }: ResolvedOptions): boolean {
  return base.replace(/\/+$/u, '') === '';
}

function hasSitemap(config: AstroConfig): boolean {
  return config.integrations.some(({ name }) => name === '@astrojs/sitemap');
}

function factsOf(options: ResolvedOptions, config: AstroConfig, csp: boolean): SiteFacts {
  if (!config.site) {
    throw new Error(
      'wirecopy() needs to know the address of the site: feeds, canonical links and the sitemap are made of it. ' +
        "Set `site` in astro.config.mjs, as in site: 'https://example.com'.",
    );
  }
  const base = withSlash(config.base);
  return {
    title: options.title,
    description: options.description,
    publisher: options.publisher ?? options.title,
    lang: options.lang,
    origin: new URL(config.site).origin,
    base,
    root: withSlash(base + options.base.slice(1)),
    trailingSlash: config.trailingSlash,
    format: config.build.format,
    csp,
    search: options.search === true ? Number.MAX_SAFE_INTEGER : Number(options.search),
    ...(options.cards && { cards: cardTools(fileURLToPath(config.root)) }),
    strings: Object.fromEntries(
      Object.entries(options.strings).map(([lang, table]) => [lang, { dir: directionOf(lang), table }]),
    ),
  };
}

function foldersOf(config: AstroConfig): ProjectFolders {
  return {
    root: fileURLToPath(config.root),
    catalogue: fileURLToPath(catalogueFolder(config.cacheDir, COLLECTION)),
  };
}

function withSlash(path: string): string {
  return path.replace(/\/*$/, '/');
}
