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
import { createUrls, type SectionSetup, type SiteFacts } from '../../facts.ts';
import { nameOfPlace } from '../../pages/naming.ts';
import { createWordings, type Wording } from '../../pages/wording.ts';
import { readBody } from '../../stories/bodies.ts';
import { Catalogue, countStories, type Listing } from '../../stories/catalogue.ts';
import { canSearch, SEARCH_FOLDER, searchFolder } from './extent.ts';
import { groupOf, searchGroups } from './groups.ts';
import { endIndexing, writeIndex } from './indexing.ts';

const indexSchema = z.object({
  digest: z.string(),
  folder: z.string().describe('Absolute path.'),
  names: z.string(),
});

/** An index as it was left. */
type MadeIndex = z.infer<typeof indexSchema>;

/** Changes whenever the same stories are to make another index. */
const FORM = 1;

/** Makes the search index of each section, unless it has more stories than its options want indexed. */
export function storySearch(sections: readonly SectionSetup[]): AstroIntegration {
  let config: AstroConfig | undefined;
  return {
    name: 'astro-wirecopy:search',
    hooks: {
      'astro:config:done': ({ config: final }) => {
        config = final;
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!config) return;
        const output = fileURLToPath(dir);
        const memory = fileURLToPath(new URL('wirecopy/search.json', config.cacheDir));
        const folderOf = ({ facts }: SectionSetup) => path.join(output, searchFolder(facts));
        const former = readMemory(memory);
        takeAwayFormer(former, sections.map(folderOf), output);
        // Stopped on the way, it leaves nothing that the next build would take for whole.
        rmSync(memory, { force: true });
        const made: MadeIndex[] = [];
        for (const section of sections) {
          const folder = folderOf(section);
          const before = former.find((each) => each.folder === folder);
          const index = await makeIndex(section, folder, before, logger);
          if (index) made.push(index);
        }
        await mkdir(path.dirname(memory), { recursive: true });
        await writeFile(memory, JSON.stringify(made));
      },
    },
  };
}

/** @returns the index that is in the folder now; nothing where the section has none */
async function makeIndex(
  section: SectionSetup,
  folder: string,
  before: MadeIndex | undefined,
  logger: AstroIntegrationLogger,
): Promise<MadeIndex | undefined> {
  const { facts, folders } = section;
  const count = countStories(folders.catalogue);
  const can = canSearch(count, facts);
  if (!can && facts.search > 0 && count > 0) tooMany(count, facts.search, logger);
  const catalogue = can && new Catalogue(folders.catalogue);
  // Where all are retracted there is nothing to search.
  if (!catalogue || catalogue.listings.length === 0) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const stories = catalogue.listings;
  const digest = digestOf(stories, facts);
  if (isCurrent(folder, digest, before)) return before;
  rmSync(folder, { recursive: true, force: true });
  const started = performance.now();
  const groups = searchGroups(stories);
  const shown = await shownBy(facts);
  try {
    for (const group of groups) {
      const own = stories.filter((listing) => groupOf(listing, groups) === group);
      await writeIndex(recordsOf(own, group, catalogue, section, shown), path.join(folder, group));
    }
  } finally {
    await endIndexing();
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  logger.info(`${stories.length} stories can be searched; their index took ${seconds} s.`);
  return { digest, folder, names: namesIn(folder) };
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
  { facts, folders: { root } }: SectionSetup,
  shown: Shown,
): AsyncGenerator<CustomRecord> {
  const urls = createUrls(facts);
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

/** Indexes that were written elsewhere, for sections with another base. */
function takeAwayFormer(former: readonly MadeIndex[], folders: readonly string[], output: string): void {
  for (const { folder } of former) {
    // One in another output folder belongs to the site that is there.
    const isHere = folder.startsWith(path.join(output, path.sep)) && !folders.includes(folder);
    if (isHere && path.basename(folder) === SEARCH_FOLDER) rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the index is there as it was written. */
function isCurrent(folder: string, digest: string, before: MadeIndex | undefined): before is MadeIndex {
  return existsSync(folder) && before?.digest === digest && before.names === namesIn(folder);
}

/** @returns what is known of the last indexes; nothing where that can't be trusted */
function readMemory(memory: string): MadeIndex[] {
  try {
    return z.array(indexSchema).parse(JSON.parse(readFileSync(memory, 'utf8')));
  } catch {
    return [];
  }
}

/** Files of an index are named for their content: their names say whether all are there. */
function namesIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return createHash('sha256').update(names.join('\n')).digest('hex');
}
