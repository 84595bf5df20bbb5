// What the pages of a section are made with: its configuration, its addresses, its translations, and its stories in order.
// Sections share nothing but the project that they are in.
import type { ImageMetadata } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import { countryName, createTranslations, type Translations } from '../i18n/translations.ts';
import type { OgImageRenderer } from '../og-images/og-image.ts';
import { madeIndexesFile, readMadeIndexes } from '../search-index/made-indexes.ts';
import { createFrame } from './frame.ts';
import { createLinkPreviews } from './link-previews.ts';
import { createMenus } from './menus.ts';
import { createSectionFeeds } from './section-feeds.ts';
import { createSectionStories } from './section-stories.ts';
import { createStoryPages } from './story-pages.ts';

/** What all sections of a project have in common. */
export interface SectionContext {
  /** Pictures of the project, by the id of the story that they belong to. */
  pictures: ReadonlyMap<string, ImageMetadata>;
  /** ISO 3166-1 codes of countries, by their common English name. */
  codes: Readonly<Record<string, string>>;
  /** Draws OG images, where a section has them. */
  renderer: OgImageRenderer | undefined;
  /** Whether dumps may change between two pages, as in `astro dev`. */
  isDev: boolean;
}

/** What the pages of a section are made with. */
export type Section = ReturnType<typeof createSection>;

/** Prepares a section. Its stories are read when they are first asked for. */
export function createSection(
  { config, folders }: SectionSetup,
  { pictures, codes, isDev, renderer }: SectionContext,
) {
  const urls = createUrls(config);
  const translationsFor = createTranslations(config.strings);
  const translations = translationsFor(config.lang, config.lang);
  const { index, ...stories } = createSectionStories(folders, isDev);
  const { archive } = stories;
  /**
   * What a place is called.
   * @param name the common English name of a country, or what a correction says
   * @param words of the language to say it in
   */
  const placeName = (name: string, words: Translations = translations): string =>
    countryName(name, words, codes);

  const { menu, footOnly, topics } = createMenus(config, urls, translations.strings);
  const foot = [...menu.filter(({ kind }) => kind !== 'front'), ...footOnly];
  const frame = createFrame({ config, urls, translations, menu, foot, footOnly });
  const previews = createLinkPreviews(
    { config, urls, translationsFor, placeName, newerThan: (id) => archive().newerThan(id) },
    config.ogImages ? renderer : undefined,
  );
  return {
    config,
    /** Addresses of its pages. */
    urls,
    /** The pages that every page links to, as far as the section has them. */
    menu,
    /** Lists of what stories have in common, as far as there is any. */
    topics: () => topics.filter(({ kind }) => archive()[kind].size > 0),
    /** The words of the interface in its language. */
    translations,
    /** The same in another. */
    translationsFor,
    placeName,
    ...frame,
    ...previews,
    ...stories,
    ...createSectionFeeds({ ...stories, config, urls, strings: translations.strings, topics, placeName }),
    ...createStoryPages({
      ...stories,
      config,
      urls,
      translations,
      translationsFor,
      placeName,
      frame,
      archiveTrail: frame.archiveTrail,
      hasPicture: (id) => pictures.has(id),
      storyImage: previews.storyImage,
      siteImage: previews.siteImage,
    }),

    /**
     * The picture in `photos/` that has a story's id as its name. A page that shows it has no key: Astro makes the
     * picture's files, and only those that the pages of a build ask for.
     */
    pictureOf: (id: string): ImageMetadata | undefined => pictures.get(id),

    /** All pictures of a story: `<id>.jpg`, then `<id>-2.jpg`, `<id>-3.jpg` and on. */
    picturesOf(id: string): ImageMetadata[] {
      const found: ImageMetadata[] = [];
      for (let number = 1; ; number++) {
        const picture = pictures.get(number === 1 ? id : `${id}-${number}`);
        if (!picture) return found;
        found.push(picture);
      }
    },

    /** What the search page has to know. */
    search(): {
      /** Whether there is anything to search. */
      isOn: boolean;
      /** Names the index; left out where that is known only later, or changes while pages are open. */
      digest?: string | undefined;
      /** The section as one names it to a search engine: `wire.example/news`. */
      host: string;
    } {
      const made = isDev ? undefined : readMadeIndexes(madeIndexesFile(folders));
      return {
        isOn: config.search && index().summaries.length > 0,
        digest: made?.indexes.find(({ section }) => section === config.root)?.digest,
        host: urls.absolute(urls.front()).replace(/^https?:\/\/|\/$/gu, ''),
      };
    },
  };
}
