// The integration that makes a site's pages: it keeps the output folder from being emptied, makes only the pages that
// changed, and reports every page to other integrations.
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { cspDigests } from '../astro/csp-digests.ts';
import { noOptimizer } from '../astro/no-optimizer.ts';
import { reportPages } from '../astro/reported-pages.ts';
import type { SectionSetup } from '../config/section-config.ts';
import type { SearchIndexes } from '../search-index/index.ts';
import type { StorySitemaps } from '../sitemap/index.ts';
import { readManifest } from '../stories/story-index-files.ts';
import { type HeldHeap, holdHeap } from './build-heap.ts';
import { type BuildLimits, IncrementalBuild } from './incremental-build.ts';

/**
 * Makes only the pages that changed, where the site is static. Must be the last integration: the manifest lists what
 * others write when a build is done as well.
 * @param indexes are made at the same time
 * @param sitemaps are left in place where they are still right
 * @param fresh files, absolute, that pages depend on though no code shows it
 */
export function incrementalBuild(
  sections: readonly SectionSetup[],
  indexes: SearchIndexes,
  sitemaps: StorySitemaps,
  limits: BuildLimits,
  fresh: readonly string[],
): AstroIntegration {
  const folders = {
    fresh,
    storyIndexes: sections.map(({ folders }) => folders.storyIndex),
    indexes,
    keptFiles: sitemaps.keptFiles,
    prepareOthers: sitemaps.prepare,
  };
  let config: AstroConfig | undefined;
  let build: IncrementalBuild | undefined;
  let heap: HeldHeap | undefined;
  return {
    name: 'astro-wirecopy:build',
    hooks: {
      'astro:config:setup': ({ command, config: given, updateConfig, logger }) => {
        if (command !== 'build') return;
        if (given.experimental.incrementalBuild) {
          if (limits.shard) throw new Error('SHARD and experimental.incrementalBuild exclude each other.');
          logger.info('Astro itself makes only what changed: experimental.incrementalBuild is set.');
          return;
        }
        if (given.output !== 'static' || given.adapter) {
          if (limits.shard)
            throw new Error('SHARD builds a part of a static site, and this one needs a server.');
          return;
        }
        config = updateConfig({
          vite: { build: { emptyOutDir: false }, plugins: [cspDigests(), noOptimizer()] },
        });
      },
      'astro:config:done': ({ config: final }) => {
        if (!config) return;
        config = final;
        reportPages(final.integrations, () => build?.pathnames ?? []);
      },
      'astro:build:start': async ({ logger, setPrerenderer }) => {
        if (!config) return;
        const started = new IncrementalBuild(config, logger, folders, limits);
        build = started;
        if (started.isFirst) heap = holdHeap(storiesOf(sections));
        indexes.start(fileURLToPath(config.outDir), logger);
        setPrerenderer((inner) => started.wrap(inner));
        await heap?.shrink();
      },
      'astro:build:done': async () => {
        await build?.finish();
        heap?.free();
      },
    },
  };
}

/** How many stories sections have; one that two of them show counts twice. */
function storiesOf(sections: readonly SectionSetup[]): number {
  return sections.reduce((sum, { folders }) => sum + readManifest(folders.storyIndex).stories, 0);
}
