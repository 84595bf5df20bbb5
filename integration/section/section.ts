// What the pages of a section are made with: its configuration, its addresses, its translations, and its stories in order.
// Sections share nothing but the project that they are in.
import type { ImageMetadata } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import type { Block } from '../dump/types.ts';
import { archiveParts } from '../feeds/archive-parts.ts';
import type { FeedStory } from '../feeds/feed-item.ts';
import type { FeedGroup } from '../feeds/feed-list.ts';
import { storiesForFeeds } from '../feeds/in-feeds.ts';
import { countryName, createTranslations, type Translations } from '../i18n/translations.ts';
import type { OgImageRenderer } from '../og-images/og-image.ts';
import { createArchive, type StoryArchive } from '../pages/story-archive.ts';
import { madeIndexesFile, readMadeIndexes } from '../search-index/made-indexes.ts';
import { readLoadMessages } from '../stories/load-messages.ts';
import { readBodyFrom } from '../stories/read-body.ts';
import { LatestStoryIndex, type OpenStoryIndex, type StoryEntry } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { createFrame } from './frame.ts';
import { createLinkPreviews } from './link-previews.ts';
import { PromiseCache } from './promise-cache.ts';
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

interface OpenSection extends OpenStoryIndex {
  archive: StoryArchive;
}

/** Stories that feeds show, so that a story in several feeds is read once. A few kilobytes each. */
const CACHED_FEED_STORIES = 1000;

/** Prepares a section. Its stories are read when they are first asked for. */
export function createSection(
  { config, folders }: SectionSetup,
  { pictures, codes, isDev, renderer }: SectionContext,
) {
  const urls = createUrls(config);
  const translationsFor = createTranslations(config.strings);
  const translations = translationsFor(config.lang, config.lang);
  const feedStories = new PromiseCache<StorySummary, FeedStory>(CACHED_FEED_STORIES);

  const latest = new LatestStoryIndex(folders.storyIndex);
  let opened: OpenSection | undefined;
  const open = (): OpenSection => {
    if (opened && !isDev) return opened;
    const current = openLatest(latest, folders.storyIndex, isDev);
    if (opened?.index !== current.index)
      opened = {
        ...current,
        archive: createArchive(current.index.summaries, (id) => current.index.positionOf(id)),
      };
    return opened;
  };

  /** All that is known of a story but its text. */
  const openStory = (summary: StorySummary): StoryEntry => open().index.story(summary);

  /**
   * A story's text, from its dump.
   * @throws Error where the dump is gone, or changed since it was read
   */
  const bodyOf = (entry: StoryEntry): Block[] => readBodyFrom(open().ranges, entry, { root: folders.root });

  const readInFull = (summary: StorySummary): FeedStory => {
    const entry = openStory(summary);
    return { entry, blocks: entry.data.retracted === undefined ? bodyOf(entry) : [] };
  };

  /**
   * What a place is called.
   * @param name the common English name of a country, or what a correction says
   * @param words of the language to say it in
   */
  const placeName = (name: string, words: Translations = translations): string =>
    countryName(name, words, codes);

  /**
   * The newest stories of a list, as many as a feed has, for any feed of the section.
   * @param stories in the order of the site
   * @param belongs whether a retracted story was in the list; it stays in the feed, with the reason
   */
  const newestForFeed = (
    stories: readonly StorySummary[],
    belongs: (retracted: StorySummary) => boolean,
  ): readonly StorySummary[] =>
    storiesForFeeds(stories, open().index.retracted.filter(belongs), config.feeds).slice(
      0,
      config.feeds.size,
    );

  /** Older stories of the section's feed, in parts that others do not change; the oldest is the first. */
  const feedArchive = (): {
    name: string;
    path: string;
    stories: readonly StorySummary[];
    previous: string | undefined;
  }[] => {
    const { archive, index } = open();
    const all = storiesForFeeds(archive.stories, index.retracted, config.feeds);
    const parts = archiveParts(all, config.feeds).map((part) => ({
      ...part,
      path: urls.feedArchive(part.name),
    }));
    return parts.map((part, at) => ({ ...part, previous: parts[at - 1]?.path }));
  };

  const { strings } = translations;
  const menu = [
    { kind: 'front', name: strings.front, href: urls.front() },
    { kind: 'archive', name: strings.archive, href: urls.archive() },
    { kind: 'places', name: strings.places, href: urls.places() },
    { kind: 'search', name: strings.search, href: urls.search() },
    {
      kind: 'feeds',
      name: config.pages.subscribe ? strings.subscribe : strings.feed,
      href: config.pages.subscribe ? urls.subscribe() : urls.rss(),
    },
  ] as const;

  const topics = [
    { kind: 'sections', name: strings.sections, href: urls.topic('sections') },
    { kind: 'authors', name: strings.authors, href: urls.topic('authors') },
    { kind: 'agencies', name: strings.agencies, href: urls.topic('agencies') },
  ] as const;
  const footer = [
    { kind: 'about', name: strings.about, href: urls.about() },
    { kind: 'corrections', name: strings.corrections, href: urls.corrections() },
  ] as const;
  const shown = menu.filter(({ kind }) => config.pages[kind]);
  const footOnly = footer.filter(({ kind }) => config.pages[kind]);
  const foot = [...shown, ...footOnly];
  const previews = createLinkPreviews(
    { config, urls, translationsFor, placeName, newerThan: (id) => open().archive.newerThan(id) },
    config.ogImages ? renderer : undefined,
  );
  const frame = createFrame({
    config,
    urls,
    translations,
    menu: shown,
    foot: foot.filter(({ kind }) => kind !== 'front'),
    footOnly,
  });
  return {
    config,
    /** Addresses of its pages. */
    urls,
    /** The pages that every page links to, as far as the section has them. */
    menu: shown,
    ...frame,
    ...createStoryPages({
      config,
      urls,
      translations,
      translationsFor,
      openStory,
      bodyOf,
      placeName,
      frame,
      archive: () => open().archive,
      archiveTrail: frame.archiveTrail,
      hasPicture: (id) => pictures.has(id),
      storyImage: previews.storyImage,
      siteImage: previews.siteImage,
    }),
    /** Lists of what stories have in common, as far as there is any. */
    topics: () => topics.filter(({ kind }) => config.pages[kind] && open().archive[kind].size > 0),
    /** The words of the interface in its language. */
    translations,
    /** The same in another. */
    translationsFor,
    openStory,
    bodyOf,
    placeName,
    ...previews,

    /** Its stories in order, as lists show them. */
    archive: (): StoryArchive => open().archive,

    /** What the dump of a story is called, without its folder and its ending. */
    dumpName({ location: [dump] }: StorySummary): string {
      const name = open().index.dumps[dump]?.name ?? '';
      return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
    },

    /** Retracted stories: they have a page, and are in no list. */
    retracted: (): readonly StorySummary[] => open().index.retracted,

    /** Stories with a note about a correction, and retracted ones: the newest first, those of no day last. */
    corrections(): StorySummary[] {
      const { index, archive } = open();
      const dayOf = ({ corrected }: StorySummary) => corrected?.correction?.date ?? '';
      return [...archive.corrected, ...index.retracted].sort((a, b) =>
        dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0,
      );
    },

    /** Ids under which stories were published before, each with its story. */
    formerIds(): { id: string; summary: StorySummary }[] {
      const { summaries, retracted } = open().index;
      return [...summaries, ...retracted].flatMap((summary) =>
        (summary.corrected?.formerIds ?? []).map((id) => ({ id, summary })),
      );
    },

    newestForFeed,
    feedArchive,

    /** Stories with their text, as feeds take them. */
    inFull(stories: readonly StorySummary[]): Promise<FeedStory[]> {
      return Promise.all(stories.map((summary) => feedStories.get(summary, async () => readInFull(summary))));
    },

    /** The same for a part of the archive, whose stories are in no other part: none is kept. */
    archivedInFull: (stories: readonly StorySummary[]): FeedStory[] => stories.map(readInFull),

    /** Every feed of the section. */
    feeds(): FeedGroup[] {
      if (!config.pages.feeds) return [];
      const own = {
        title: config.title,
        name: config.title,
        page: urls.home(),
        rss: urls.rss(),
        atom: urls.atom(),
        json: urls.jsonFeed(),
      };
      const places = config.pages.places ? [...open().archive.places.values()] : [];
      return [
        { title: config.title, feeds: [own] },
        {
          title: strings.places,
          feeds: places.map(({ name, slug }) => ({
            title: `${config.title}: ${placeName(name)}`,
            name: placeName(name),
            page: urls.place(slug),
            rss: urls.placeRss(slug),
          })),
        },
        ...topics.map(({ kind, name: title }) => ({
          title,
          feeds: (config.pages[kind] ? [...open().archive[kind].values()] : []).map(({ name, slug }) => ({
            title: `${config.title}: ${name}`,
            name,
            page: urls.topic(kind, slug),
            rss: urls.topicRss(kind, slug),
          })),
        })),
      ];
    },

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
        isOn: config.search && open().index.summaries.length > 0,
        digest: made?.indexes.find(({ section }) => section === config.root)?.digest,
        host: urls.absolute(urls.front()).replace(/^https?:\/\/|\/$/gu, ''),
      };
    },
  };
}

/** @throws Error where there is no story index; in `astro dev`, with the reason why stories could not be loaded */
function openLatest(latest: LatestStoryIndex, folder: string, isDev: boolean): OpenStoryIndex {
  try {
    return latest.open();
  } catch (cause) {
    const [message] = isDev ? readLoadMessages(folder).listed : [];
    throw message ? new Error(message.text, { cause }) : cause;
  }
}
