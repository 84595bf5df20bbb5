// The Astro integration, `wirecopy()`: checks its options, and adds to a project the pages, the feeds and the sitemap that
// it does not have itself.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { withPlainErrors } from './astro/plain-errors.ts';
import { plainWriteErrors } from './astro/write-errors.ts';
import { takeBuildLock } from './build/build-lock.ts';
import type { BuildLimits } from './build/incremental-build.ts';
import { incrementalBuild } from './build/index.ts';
import { ownsRest, readShard } from './build/shard.ts';
import { readThreads } from './build/threads.ts';
import { addressWarning, checkBase, checkEnvironment } from './config/environment.ts';
import { checkLocales } from './config/locales.ts';
import { type ResolvedOptions, resolveSections, type WirecopyOptions } from './config/options.ts';
import { injectedRoutes } from './config/routes.ts';
import type { SectionSetup } from './config/section-config.ts';
import { devTools } from './dev/index.ts';
import { checkWritable } from './files/writable.ts';
import { sitePolicy, wantsPolicy } from './hosting/content-security-policy.ts';
import { hostFiles } from './hosting/host-files.ts';
import { hostLimits } from './hosting/host-limits.ts';
import { languageWarnings } from './i18n/translations.ts';
import { nodeTooOld } from './node-version.js';
import { SearchIndexes, storySearch } from './search-index/index.ts';
import { setupSection } from './section/setup-section.ts';
import { storySitemaps } from './sitemap/index.ts';
import { loadedIndexes, wasLoaded } from './stories/loaded-collections.ts';
import { lostPictures } from './stories/lost-pictures.ts';
import { missingCollection } from './stories/story-index-files.ts';
import { framingModule } from './vite/framing-module.ts';
import { linkedTemplates } from './vite/linked-templates.ts';
import { hasFonts, layoutWarnings, resolveTemplates } from './vite/template-overrides.ts';
import { virtualModules } from './vite/virtual-modules.ts';

export type { WirecopyOptions };

const NAME = 'astro-wirecopy';

type ConfigSetup = NonNullable<AstroIntegration['hooks']['astro:config:setup']>;

/**
 * Publishes the stories of a collection: pages, archive, feeds, search and sitemap.
 * Fill the collection with `dumpLoader()` from `astro-wirecopy/loader`.
 * @param options of the site's section of stories; one for each where a site has several
 * @throws Error when Node is too old, when an option, SHARD or THREADS is invalid, when two sections can't be in one site,
 * or when Astro's `site` is not set
 */
export default function wirecopy(...options: WirecopyOptions[]): AstroIntegration {
  checkNode();
  const resolved = resolveSections(options);
  checkEnvironment(process.env);
  let sections: readonly SectionSetup[] = [];
  /** Of the project that is built. */
  let project: AstroConfig | undefined;
  const setup: ConfigSetup = async ({ command, config, updateConfig, injectRoute, logger }) => {
    checkSingle(config);
    if (command === 'build') project = config;
    checkBase(`base: ${JSON.stringify(config.base)}`, config.base);
    const release = command === 'build' ? await prepareBuild(config, logger) : () => {};
    const limits = command === 'build' ? readLimits(process.env) : {};
    const hasPolicy = wantsPolicy(resolved, config);
    const csp = hasPolicy || Boolean(config.security.csp);
    sections = resolved.map((each) => setupSection(each, config, csp));
    for (const { base } of resolved) checkLocales(base, config);
    injectRoutes(resolved, config, injectRoute, logger);
    const templates = resolveTemplates(resolved, config);
    const fresh = freshFiles(resolved, config);
    const warnings = [...layoutWarnings(templates), ...resolved.flatMap(languageWarnings), ...missing(fresh)];
    for (const warning of warnings) logger.warn(warning);
    updateConfig({
      ...(hasPolicy && { security: { csp: sitePolicy(config) } }),
      integrations: [
        ...siteIntegrations(sections, resolved, limits, fresh),
        // Behind all that writes.
        { name: `${NAME}:lock`, hooks: { 'astro:build:done': release } },
      ],
      vite: {
        plugins: [
          framingModule(templates, config),
          virtualModules(sections, templates, hasFonts(resolved), config),
          linkedTemplates(config),
          plainWriteErrors(),
        ],
      },
    });
  };
  const start = (logger: AstroIntegrationLogger) => {
    checkLoaded(sections);
    if (!project) return;
    // What was loaded took room as well.
    checkFolders(project);
    const photos = fileURLToPath(new URL('photos/', project.srcDir));
    const indexes = sections.map(({ folders }) => folders.storyIndex);
    for (const line of lostPictures(photos, indexes)) logger.warn(line);
  };
  return {
    name: NAME,
    hooks: {
      'astro:config:setup': (options) => withPlainErrors(options.logger, () => setup(options)),
      'astro:build:start': ({ logger }) => withPlainErrors(logger, () => start(logger)),
    },
  };
}

/** What makes the parts of a site, in the order in which they write. */
function siteIntegrations(
  sections: readonly SectionSetup[],
  resolved: readonly ResolvedOptions[],
  limits: BuildLimits,
  fresh: readonly string[],
): AstroIntegration[] {
  // Only the first shard keeps sitemaps and search indexes.
  const listed = !limits.shard || ownsRest(limits.shard) ? sections : [];
  const sitemaps = storySitemaps(listed);
  const indexes = new SearchIndexes(listed);
  const hosts = new Set(resolved.flatMap(({ host }) => host ?? []));
  return [
    ...sitemaps.integrations,
    storySearch(indexes),
    ...(isWholeSite(resolved) ? [hostFiles(sections, indexes)] : []),
    ...[...hosts].map(hostLimits),
    devTools(sections),
    incrementalBuild(sections, indexes, sitemaps, limits, fresh),
  ];
}

/** Adds the pages that the project does not have itself. */
function injectRoutes(
  resolved: readonly ResolvedOptions[],
  config: AstroConfig,
  injectRoute: Parameters<ConfigSetup>[0]['injectRoute'],
  logger: AstroIntegrationLogger,
): void {
  for (const each of resolved) {
    const { routes, warnings } = injectedRoutes(each, config);
    for (const route of routes) injectRoute(route);
    for (const warning of warnings) logger.warn(warning);
  }
}

/** @throws Error where SHARD or THREADS is invalid */
const readLimits = ({ SHARD, THREADS }: NodeJS.ProcessEnv): BuildLimits => ({
  shard: readShard(SHARD),
  threads: readThreads(THREADS),
});

/** Whether the plugin makes every page of the site. */
const isWholeSite = (sections: readonly ResolvedOptions[]) => sections.some(({ base }) => base === '/');

/** @throws Error where this Node is older than the package's */
function checkNode(): void {
  const tooOld = nodeTooOld();
  if (tooOld) throw new Error(tooOld);
}

/** Files that sections name as `fresh`, absolute, each once. */
function freshFiles(sections: readonly ResolvedOptions[], { root }: AstroConfig): string[] {
  const folder = fileURLToPath(root);
  const files = sections.flatMap(({ fresh }) => fresh.map((file) => path.resolve(folder, file)));
  return [...new Set(files)].sort();
}

/** @returns what is to be said of files that are named as `fresh` and not there: they may be made later */
function missing(fresh: readonly string[]): string[] {
  return fresh
    .filter((file) => !existsSync(file))
    .map((file) => `There is no file ${file}, which wirecopy({ fresh }) names.`);
}

/** @throws Error where a folder that a build writes into can't be written to, or has no room */
function checkFolders({ root, outDir, cacheDir }: AstroConfig): void {
  checkWritable('The output folder', fileURLToPath(outDir));
  checkWritable('Astro’s cache folder', fileURLToPath(cacheDir));
  checkWritable('The folder of Astro’s types', fileURLToPath(new URL('.astro/', root)));
}

/** @returns what gives the build's lock back */
async function prepareBuild(config: AstroConfig, logger: AstroIntegrationLogger): Promise<() => void> {
  const warning = config.site && addressWarning(config.site);
  if (warning) logger.warn(warning);
  checkFolders(config);
  return takeBuildLock(fileURLToPath(config.cacheDir));
}

/** @throws Error with the lines to paste where a section's collection was not loaded in this build */
function checkLoaded(sections: readonly SectionSetup[]): void {
  const shown = new Set(sections.map(({ folders }) => folders.storyIndex));
  for (const index of shown)
    if (!wasLoaded(index))
      throw missingCollection(
        index,
        loadedIndexes().filter((each) => !shown.has(each)),
      );
}

/** One integration makes the pages of all sections: two would each delete what the other wrote. */
function checkSingle({ integrations }: AstroConfig): void {
  if (integrations.filter(({ name }) => name === NAME).length <= 1) return;
  throw new Error(
    'wirecopy() is twice among the integrations in astro.config.mjs. One call publishes several sections: ' +
      "wirecopy({ title: 'News', base: '/news' }, { title: 'Cables', base: '/cables', collection: 'cables' }).",
  );
}
