// The integration that makes a site's pages: sees to it that the output folder is not emptied, that only what
// changed is rendered, and that other integrations learn of every page all the same.
import type { AstroConfig, AstroIntegration } from 'astro';
import type { SectionSetup } from '../facts.ts';
import { searchFolder } from '../publishing/search/extent.ts';
import { promptDigests } from './digests.ts';
import { Generation } from './generation.ts';
import type { Shard } from './shard.ts';

/**
 * Renders only the pages that changed, where the site is static. Must be the last integration: what others write
 * when a build is done is remembered too.
 * @param shard which part of the site to make; all of it where left out
 */
export function incrementalBuild(sections: readonly SectionSetup[], shard?: Shard): AstroIntegration {
  const sources = {
    catalogues: sections.map(({ folders }) => folders.catalogue),
    kept: sections.map(({ facts }) => searchFolder(facts)),
  };
  let config: AstroConfig | undefined;
  let generation: Generation | undefined;
  return {
    name: 'astro-wirecopy:build',
    hooks: {
      'astro:config:setup': ({ command, config: given, updateConfig }) => {
        if (command !== 'build') return;
        if (given.output !== 'static' || given.adapter) {
          if (shard) throw new Error('SHARD builds a part of a static site, and this one needs a server.');
          return;
        }
        config = updateConfig({ vite: { build: { emptyOutDir: false }, plugins: [promptDigests()] } });
      },
      'astro:config:done': ({ config: final }) => {
        if (!config) return;
        config = final;
        tellOfAllPages(final.integrations, () => generation?.names ?? []);
      },
      'astro:build:start': ({ logger, setPrerenderer }) => {
        if (!config) return;
        const begun = new Generation(config, logger, sources, shard);
        generation = begun;
        setPrerenderer((inner) => begun.wrap(inner));
      },
      'astro:build:done': () => generation?.finish(),
    },
  };
}

/** Astro lists the pages that it wrote itself; integrations such as a sitemap want all of them. */
function tellOfAllPages(integrations: readonly AstroIntegration[], names: () => readonly string[]): void {
  for (const { hooks } of integrations) {
    const done = hooks['astro:build:done'];
    if (!done) continue;
    hooks['astro:build:done'] = (options) =>
      done({ ...options, pages: [...options.pages, ...names().map((pathname) => ({ pathname }))] });
  }
}
