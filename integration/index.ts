// The Astro integration: reads its options, tells templates the facts of the site, and brings the pages and the
// sitemap that a project does not have itself.

import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { incrementalBuild } from './build/index.ts';
import { holdsRest, readShard } from './build/shard.ts';
import { devTools } from './dev/index.ts';
import type { ProjectFolders, SectionSetup, SiteFacts } from './facts.ts';
import { linkedTemplates } from './linked.ts';
import { checkLocales } from './locales.ts';
import { type ResolvedOptions, readSections, type WirecopyOptions } from './options.ts';
import { complaintAbout, templatesOf } from './overrides.ts';
import { cardTools } from './publishing/cards/tools.ts';
import { hostHeaders } from './publishing/headers.ts';
import { POLICY } from './publishing/policy.ts';
import { storySearch } from './publishing/search/index.ts';
import { storySitemap } from './publishing/sitemap.ts';
import { routesFor } from './routes.ts';
import { catalogueFolder } from './stories/catalogue.ts';
import { directionOf } from './stories/language.ts';
import { virtualModules } from './virtual.ts';

export type { WirecopyOptions };

const NAME = 'astro-wirecopy';

/**
 * Publishes the stories of a collection: pages, archive, feeds, search and sitemap.
 * Fill the collection with `dumpLoader()` from `astro-wirecopy/loader`.
 * @param options of the site's section of stories; of each where a site has several
 * @throws Error when an option or SHARD is wrong, when two sections can't stand in one site, or when Astro's `site`
 * is not set
 */
export default function wirecopy(...options: WirecopyOptions[]): AstroIntegration {
  const resolved = readSections(options);
  return {
    name: NAME,
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, injectRoute, logger }) => {
        checkOnce(config);
        const shard = command === 'build' ? readShard(process.env.SHARD) : undefined;
        const whole = resolved.some(({ base }) => base === '/');
        const policy = wantsPolicy(resolved, whole, config);
        const csp = policy || Boolean(config.security.csp);
        const sections = resolved.map((each) => sectionOf(each, config, csp));
        for (const { base } of resolved) checkLocales(base, config);
        for (const each of resolved) for (const route of routesFor(each, config.srcDir)) injectRoute(route);
        const templates = templatesOf(resolved, config);
        const complaint = complaintAbout(templates);
        if (complaint) logger.warn(complaint);
        updateConfig({
          ...(policy && { security: { csp: POLICY } }),
          integrations: [
            storySitemap(sections),
            // Takes long, and another shard's index would only be taken away.
            ...(!shard || holdsRest(shard) ? [storySearch(sections)] : []),
            ...(whole ? [hostHeaders(sections)] : []),
            devTools(sections),
            incrementalBuild(sections, shard),
          ],
          vite: { plugins: [virtualModules(sections, templates, config), linkedTemplates(config)] },
        });
      },
    },
  };
}

/** One integration makes the pages of all sections: two would each take away what the other wrote. */
function checkOnce({ integrations }: AstroConfig): void {
  if (integrations.filter(({ name }) => name === NAME).length <= 1) return;
  throw new Error(
    'wirecopy() stands twice among the integrations in astro.config.mjs. One call publishes several sections: ' +
      "wirecopy({ title: 'News', base: '/news' }, { title: 'Cables', base: '/cables', collection: 'cables' }).",
  );
}

/** The policy is the whole host's: what a section says of it decides, else whether every page is all the plugin's. */
function wantsPolicy(
  sections: readonly ResolvedOptions[],
  whole: boolean,
  { security }: AstroConfig,
): boolean {
  const said = sections.flatMap(({ csp }) => csp ?? []);
  if (said.length > 0) return said.includes(true);
  return whole && !sections.some(({ layout }) => layout) && !security.csp;
}

function sectionOf(options: ResolvedOptions, config: AstroConfig, csp: boolean): SectionSetup {
  return {
    path: options.base.replace(/\/$/u, ''),
    facts: factsOf(options, config, csp),
    folders: foldersOf(options, config),
  };
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
    pages: options.pages,
    csp,
    search: !options.pages.search
      ? 0
      : options.search === true
        ? Number.MAX_SAFE_INTEGER
        : Number(options.search),
    ...(options.cards && { cards: cardTools(fileURLToPath(config.root)) }),
    strings: Object.fromEntries(
      Object.entries(options.strings).map(([lang, table]) => [lang, { dir: directionOf(lang), table }]),
    ),
  };
}

function foldersOf({ collection }: ResolvedOptions, config: AstroConfig): ProjectFolders {
  return {
    root: fileURLToPath(config.root),
    catalogue: fileURLToPath(catalogueFolder(config.cacheDir, collection)),
  };
}

function withSlash(path: string): string {
  return path.replace(/\/*$/, '/');
}
