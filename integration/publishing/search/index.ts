// Search: decides whether a site has an index, makes it once all pages are there, and leaves it in place while no
// story changes.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { z } from 'astro/zod';
import type { CustomRecord } from 'pagefind';
import type { Block } from '../../dump/types.ts';
import type { ProjectFolders, SiteFacts, SiteUrls } from '../../facts.ts';
import { nameOfPlace } from '../../pages/naming.ts';
import { createWordings, type Wording } from '../../pages/strings.ts';
import { readBody } from '../../stories/bodies.ts';
import { Catalogue, countStories, type Listing } from '../../stories/catalogue.ts';
import { canSearch, searchFolder } from './extent.ts';
import { groupOf, searchGroups } from './groups.ts';
import { endIndexing, writeIndex } from './indexing.ts';

const memorySchema = z.object({
  digest: z.string(),
  folder: z.string().describe('Absolute path.'),
  names: z.string(),
});

/** Changes whenever the same stories are to make another index. */
const FORM = 1;

/** Makes the search index of a site, unless it has more stories than its options want indexed. */
export function storySearch(facts: SiteFacts, urls: SiteUrls, folders: ProjectFolders): AstroIntegration {
  let config: AstroConfig | undefined;
  return {
    name: 'astro-wirecopy:search',
    hooks: {
      'astro:config:done': ({ config: final }) => {
        config = final;
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!config) return;
        const folder = path.join(fileURLToPath(dir), searchFolder(facts));
        const memory = fileURLToPath(new URL('wirecopy/search.json', config.cacheDir));
        takeAwayFormer(memory, folder, fileURLToPath(dir));
        const count = countStories(folders.catalogue);
        if (!canSearch(count, facts)) {
          rmSync(folder, { recursive: true, force: true });
          if (facts.search > 0 && count > 0) tooMany(count, facts.search, logger);
          return;
        }
        const catalogue = new Catalogue(folders.catalogue);
        const stories = catalogue.listings;
        const digest = digestOf(stories, facts);
        if (isCurrent(folder, memory, digest)) return;
        rmSync(memory, { force: true });
        rmSync(folder, { recursive: true, force: true });
        // Where all are retracted there is nothing to search.
        if (stories.length === 0) return;
        const started = performance.now();
        const groups = searchGroups(stories);
        const shown = await shownBy(facts);
        try {
          for (const group of groups) {
            const own = stories.filter((listing) => groupOf(listing, groups) === group);
            await writeIndex(
              recordsOf(own, group, catalogue, urls, folders, shown),
              path.join(folder, group),
            );
          }
        } finally {
          await endIndexing();
        }
        await remember(folder, memory, digest);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${stories.length} stories can be searched; their index took ${seconds} s.`);
      },
    },
  };
}

function tooMany(count: number, limit: number, logger: AstroIntegrationLogger): void {
  logger.info(
    `${count} stories are more than wirecopy({ search: ${limit} }) indexes: the site has no search.`,
  );
}

/** How results say when and where a story plays: a page of results is made in the browser, which has no words. */
interface Shown {
  when(listing: Listing): string;
  place(name: string): string;
  comma: string;
}

async function shownBy({ strings, lang }: SiteFacts): Promise<Shown> {
  const wording: Wording = createWordings(strings)(lang, lang);
  // Loaded only here: the atlas is of no use to a site without search.
  const { countryCodes } = await import('../../pages/world.ts');
  const codes = countryCodes();
  return {
    when({ data: { date, dateBasis } }) {
      if (!date) return wording.strings.undated;
      const day = wording.shortDay(date);
      return dateBasis === 'photo' ? wording.say(wording.strings.approximate, day) : day;
    },
    place: (name) => nameOfPlace(name, wording, codes),
    comma: wording.dir === 'rtl' ? '، ' : ', ',
  };
}

async function* recordsOf(
  stories: readonly Listing[],
  language: string,
  catalogue: Catalogue,
  urls: SiteUrls,
  { root }: ProjectFolders,
  shown: Shown,
): AsyncGenerator<CustomRecord> {
  for (const listing of stories) {
    const entry = catalogue.story(listing);
    const { headline, dek, photos, places, lang, dir } = entry.data;
    const when = shown.when(listing);
    const blocks = await readBody(entry, { root });
    const text = [headline, dek, ...blocks.map(textOf), ...photos.map(({ caption }) => caption)];
    yield {
      url: urls.story(listing.id),
      language,
      content: text.filter(Boolean).join('\n'),
      meta: {
        title: headline,
        lang,
        dir,
        when,
        ...(places.length > 0 && { places: places.map(shown.place).join(shown.comma) }),
      },
    };
  }
}

const textOf = (block: Block) => (block.type === 'list' ? block.items.join('\n') : block.text);

/** Equal as long as the same stories stand at the same addresses, and Pagefind is the same. */
function digestOf(stories: readonly Listing[], facts: SiteFacts): string {
  const digest = createHash('sha256');
  digest.update(JSON.stringify([FORM, pagefindVersion(), facts]));
  for (const { id, key } of stories) digest.update(`${id} ${key}\n`);
  return digest.digest('hex');
}

function pagefindVersion(): string {
  const entry = fileURLToPath(import.meta.resolve('pagefind'));
  return readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8');
}

/** An index that was written elsewhere, for a site with another base. */
function takeAwayFormer(memory: string, folder: string, output: string): void {
  const former = readMemory(memory)?.folder;
  // One in another output folder belongs to the site that is there.
  const isHere = former?.startsWith(path.join(output, path.sep)) && former !== folder;
  if (former !== undefined && isHere && path.basename(former) === path.basename(folder)) {
    rmSync(former, { recursive: true, force: true });
  }
}

/** Whether the index is there as it was written. */
function isCurrent(folder: string, memory: string, digest: string): boolean {
  if (!existsSync(folder)) return false;
  const before = readMemory(memory);
  return before?.digest === digest && before.folder === folder && before.names === namesIn(folder);
}

async function remember(folder: string, memory: string, digest: string): Promise<void> {
  await mkdir(path.dirname(memory), { recursive: true });
  await writeFile(memory, JSON.stringify({ digest, folder, names: namesIn(folder) }));
}

/** @returns what is known of the last index; nothing where that can't be trusted */
function readMemory(memory: string) {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(memory, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Files of an index are named for their content: their names say whether all are there. */
function namesIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return createHash('sha256').update(names.join('\n')).digest('hex');
}
