// Options and Astro's configuration to the complete configuration of a section.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { ResolvedOptions } from '../config/options.ts';
import {
  ICON_FILES,
  type OgImagesConfig,
  type SectionConfig,
  type SectionSetup,
} from '../config/section-config.ts';
import { resolveRenderer } from '../og-images/packages.ts';
import { collectionLines } from '../stories/story-index-files.ts';
import { storyIndexFolder } from '../stories/story-index-folder.ts';
import { directionOf } from '../utils/language-tag.ts';
import { markdownHtml } from '../utils/plain-markdown.ts';

/**
 * @param csp whether pages carry a Content-Security-Policy
 * @throws Error when Astro's `site` is not set, or a package that an option needs is not there
 */
export function setupSection(options: ResolvedOptions, config: AstroConfig, csp: boolean): SectionSetup {
  return {
    path: options.base.replace(/\/$/u, ''),
    config: sectionConfig(options, config, csp),
    folders: {
      root: fileURLToPath(config.root),
      storyIndex: storyIndexFolder(config.cacheDir, options.collection),
    },
  };
}

function sectionConfig(options: ResolvedOptions, config: AstroConfig, csp: boolean): SectionConfig {
  if (!config.site) throw missingSite(options.collection, config);
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
    icons: ICON_FILES.filter((name) => existsSync(new URL(name, config.publicDir))),
    csp,
    feeds: feedsConfig(options, config.site),
    search: options.pages.search && options.search,
    ...(options.about && { about: aboutHtml(options.about, config.root) }),
    ...(options.rights && { rights: options.rights }),
    ...(options.reportErrors && { reportErrors: addressOf(options.reportErrors) }),
    ...(options.ogImages !== false && { ogImages: ogImagesConfig(options.ogImages, config.root) }),
    strings: Object.fromEntries(
      Object.entries(options.strings).map(([lang, table]) => [lang, { dir: directionOf(lang), table }]),
    ),
  };
}

/** Year in which tag URIs were first made. The name of a host alone would not be unique: hosts change hands. */
const TAG_YEAR = '2026';

/** @returns the error with the lines to add: what `astro add` leaves to be said, all at once */
function missingSite(collection: string, { srcDir }: AstroConfig): Error {
  const hasContent = ['ts', 'mts', 'js', 'mjs'].some((each) =>
    existsSync(new URL(`content.config.${each}`, srcDir)),
  );
  return new Error(
    `wirecopy() needs the address of the site: feeds, canonical links and the sitemap contain it. Set \`site\` in
astro.config.mjs, and the path of the section, if it is not to take the whole site:

export default defineConfig({
  site: 'https://example.com',
  integrations: [wirecopy({ base: '/news' })],
});
${hasContent ? '' : `\n${collectionLines(collection)}`}`,
  );
}

function feedsConfig({ feeds, collection }: ResolvedOptions, site: string): SectionConfig['feeds'] {
  const { id, authority = new URL(site).hostname, undated, size, archives, hub } = feeds;
  const owner = authority.includes(',') ? authority : `${authority},${TAG_YEAR}`;
  return {
    undated,
    ...(id === 'tag' && { tag: `${owner}:${encodeURIComponent(collection)}` }),
    size,
    archives: archives === true ? Number.MAX_SAFE_INTEGER : Number(archives),
    ...(hub && { hub }),
  };
}

function ogImagesConfig(ogImages: number | true, root: URL): OgImagesConfig {
  return {
    packages: resolveRenderer(fileURLToPath(root)),
    newest: ogImages === true ? Number.MAX_SAFE_INTEGER : ogImages,
  };
}

/**
 * @param given some sentences, or the path of a Markdown file
 * @throws Error where there is no such file
 */
function aboutHtml(given: string, root: URL): string {
  if (!/^\S+\.md$/u.test(given)) return markdownHtml(given);
  const file = path.resolve(fileURLToPath(root), given);
  if (existsSync(file)) return markdownHtml(readFileSync(file, 'utf8'));
  throw new Error(`wirecopy() was given \`about\`: ${JSON.stringify(given)}, and there is no file ${file}.`);
}

const addressOf = (given: string) => (given.includes(':') ? given : `mailto:${given}`);

function withSlash(path: string): string {
  return path.replace(/\/*$/, '/');
}
