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
import type { SectionConfig, SectionSetup } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import type { Block } from '../dump/types.ts';
import { countryName, createTranslations, type Translations } from '../i18n/translations.ts';
import { readBody } from '../stories/read-body.ts';
import { countStories, StoryIndex } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
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
        const folderOf = ({ config }: SectionSetup) => path.join(output, searchFolder(config));
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
  const { config, folders } = section;
  const count = countStories(folders.storyIndex);
  const can = canSearch(count, config);
  if (!can && config.search > 0 && count > 0) tooMany(count, config.search, logger);
  const storyIndex = can && new StoryIndex(folders.storyIndex);
  // Where all are retracted there is nothing to search.
  if (!storyIndex || storyIndex.summaries.length === 0) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const stories = storyIndex.summaries;
  const digest = digestOf(stories, config);
  if (isCurrent(folder, digest, before)) return before;
  rmSync(folder, { recursive: true, force: true });
  const started = performance.now();
  const groups = searchGroups(stories);
  const shown = await shownBy(config);
  try {
    for (const group of groups) {
      const own = stories.filter((summary) => groupOf(summary, groups) === group);
      await writeIndex(recordsOf(own, group, storyIndex, section, shown), path.join(folder, group));
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
  when(summary: StorySummary): string;
  place(name: string): string;
  comma: string;
}

async function shownBy({ strings, lang }: SectionConfig): Promise<Shown> {
  const translations: Translations = createTranslations(strings)(lang, lang);
  // Loaded only here: the atlas is of no use to a site without search.
  const { countryCodes } = await import('../pages/world-map.ts');
  const codes = countryCodes();
  return {
    when({ data: { date, dateBasis } }) {
      if (!date) return translations.strings.undated;
      const day = translations.shortDay(date);
      return dateBasis === 'photo' ? translations.say(translations.strings.approximate, day) : day;
    },
    place: (name) => countryName(name, translations, codes),
    comma: translations.dir === 'rtl' ? '، ' : ', ',
  };
}

async function* recordsOf(
  stories: readonly StorySummary[],
  language: string,
  storyIndex: StoryIndex,
  { config, folders: { root } }: SectionSetup,
  shown: Shown,
): AsyncGenerator<CustomRecord> {
  const urls = createUrls(config);
  for (const summary of stories) {
    const entry = storyIndex.story(summary);
    const { headline, dek, photos, places, lang, dir } = entry.data;
    const when = shown.when(summary);
    const blocks = await readBody(entry, { root });
    const text = [headline, dek, ...blocks.map(textOf), ...photos.map(({ caption }) => caption)];
    yield {
      url: urls.story(summary.id),
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
function digestOf(stories: readonly StorySummary[], config: SectionConfig): string {
  const digest = createHash('sha256');
  digest.update(JSON.stringify([FORM, pagefindVersion(), config]));
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
