// Files that hosts look for in a site: `_headers` and `_redirects` (Netlify, Cloudflare), `.nojekyll` (GitHub Pages, which
// leaves out folders such as `_astro` without it). A project's own file of such a name is left alone.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import type { SearchIndexes } from '../search-index/index.ts';
import { readFormerIds } from '../stories/story-index.ts';
import { headersFile, policyIn } from './headers.ts';

/**
 * Writes them once all pages are there, for all sections of a host.
 * @param indexes made by then
 */
export function hostFiles(sections: readonly SectionSetup[], indexes: SearchIndexes): AstroIntegration {
  let config: AstroConfig | undefined;
  return {
    name: 'astro-wirecopy:hosts',
    hooks: {
      'astro:config:done': ({ config: final }) => {
        config = final;
      },
      'astro:build:done': async ({ dir }) => {
        if (!config) return;
        const { publicDir } = config;
        const folder = fileURLToPath(dir);
        const files: [name: string, text: string][] = [
          ['_headers', headersFile(sections, config, indexes.folders, policyIn(folder, sections))],
          ['_redirects', await redirectsFile(sections)],
          ['.nojekyll', ''],
        ];
        for (const [name, text] of files) {
          const isWanted = text !== '' || name === '.nojekyll';
          if (isWanted && !existsSync(new URL(name, publicDir))) writeFileSync(path.join(folder, name), text);
        }
      },
    },
  };
}

/** @returns a line for every former address of a story; empty where there is none */
async function redirectsFile(sections: readonly SectionSetup[]): Promise<string> {
  const lines: string[] = [];
  for (const { config, folders } of sections) {
    const urls = createUrls(config);
    for await (const { former, id } of readFormerIds(folders.storyIndex))
      lines.push(`${urls.story(former)} ${urls.story(id)} 301\n`);
  }
  return lines.sort().join('');
}
