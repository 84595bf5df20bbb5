// What the pages of a section are made with: its facts, its addresses, its words, and its stories in order. A section
// shares nothing with another but the project that both are in.

import type { ImageMetadata } from 'astro';
import type { Block } from '../dump/types.ts';
import { createUrls, type SectionSetup } from '../facts.ts';
import { type Edition, makeEdition } from '../pages/edition.ts';
import { nameOfPlace } from '../pages/naming.ts';
import { createWordings, type Wording } from '../pages/wording.ts';
import type { Press } from '../publishing/cards/card.ts';
import { FEED_SIZE, type FeedStory } from '../publishing/feed.ts';
import { canSearch, searchFolder } from '../publishing/search/extent.ts';
import { searchGroups } from '../publishing/search/groups.ts';
import { readBodyFrom } from '../stories/bodies.ts';
import type { Listing, StoryEntry } from '../stories/catalogue.ts';
import { readFaults } from '../stories/faults.ts';
import { LatestCatalogue, type OpenCatalogue } from '../stories/latest.ts';
import { makePreviews } from './previews.ts';
import { Remembered } from './remembered.ts';

/** What sections of a project have in common. */
export interface Surroundings {
  /** Pictures of the project, by the id of the story that they belong to. */
  pictures: ReadonlyMap<string, ImageMetadata>;
  /** ISO 3166-1 codes of countries, by their common English name. */
  codes: Readonly<Record<string, string>>;
  /** Draws cards for link previews, where a section has them. */
  press: Press | undefined;
  /** Whether dumps may change from page to page, as in `astro dev`. */
  changing: boolean;
}

interface Opened extends OpenCatalogue {
  edition: Edition;
}

/** What the pages of a section are made with. */
export type Section = ReturnType<typeof makeSection>;

/** Prepares a section. Its stories are read once they are asked for. */
export function makeSection(
  { facts, folders }: SectionSetup,
  { pictures, codes, changing, press }: Surroundings,
) {
  const urls = createUrls(facts);
  const wordingFor = createWordings(facts.strings);
  const wording = wordingFor(facts.lang, facts.lang);
  /** Stories of feeds, so that one in several is read once. A few kilobytes each. */
  const inFeeds = new Remembered<Listing, FeedStory>(1000);

  const latest = new LatestCatalogue(folders.catalogue);
  let opened: Opened | undefined;
  const open = () => {
    if (opened && !changing) return opened;
    const now = openLatest(latest, folders.catalogue, changing);
    if (opened?.catalogue !== now.catalogue)
      opened = { ...now, edition: makeEdition(now.catalogue.listings) };
    return opened;
  };

  /** All that is known of a story but its text. */
  const openStory = (listing: Listing): StoryEntry => open().catalogue.story(listing);

  /**
   * A story's text, from its dump.
   * @throws Error where the dump is gone, or changed since it was read
   */
  const bodyOf = (entry: StoryEntry): Block[] => readBodyFrom(open().ranges, entry, { root: folders.root });

  /**
   * What a place is called.
   * @param name the common English name of a country, or what a correction says
   * @param words of the language to say it in
   */
  const placeName = (name: string, words: Wording = wording): string => nameOfPlace(name, words, codes);

  const { strings } = wording;
  const menu = [
    { kind: 'front', name: strings.front, href: urls.front() },
    { kind: 'archive', name: strings.archive, href: urls.archive() },
    { kind: 'places', name: strings.places, href: urls.places() },
    { kind: 'search', name: strings.search, href: urls.search() },
    { kind: 'feeds', name: strings.feed, href: urls.rss() },
  ] as const;

  return {
    facts,
    /** Addresses of its pages. */
    urls,
    /** The pages that every other leads to, as far as the section has them. */
    menu: menu.filter(({ kind }) => facts.pages[kind]),
    /** The words of the interface in its language. */
    wording,
    /** The same in another. */
    wordingFor,
    openStory,
    bodyOf,
    placeName,
    ...makePreviews({ facts, urls, wordingFor, placeName }, facts.cards ? press : undefined),

    /** Its stories in order, as lists show them. */
    edition: (): Edition => open().edition,

    /** Stories that are retracted: they have their page, and are in no list. */
    retracted: (): readonly Listing[] => open().catalogue.retracted,

    /** Ids under which stories were published before, each with the story. */
    formerIds(): { id: string; listing: Listing }[] {
      const { listings, retracted } = open().catalogue;
      return [...listings, ...retracted].flatMap((listing) =>
        (listing.correction?.formerIds ?? []).map((id) => ({ id, listing })),
      );
    },

    /** The newest of a list's stories, with their text. */
    newestInFull(stories: readonly Listing[]): Promise<FeedStory[]> {
      return Promise.all(
        stories.slice(0, FEED_SIZE).map((listing) =>
          inFeeds.get(listing, async () => {
            const entry = openStory(listing);
            return { entry, blocks: bodyOf(entry) };
          }),
        ),
      );
    },

    /**
     * The picture that lies in `photos/` under a story's id, if one does. A page that shows it has no key: its files
     * are made by Astro, which makes only what the pages of a build ask for.
     */
    pictureOf: (id: string): ImageMetadata | undefined => pictures.get(id),

    /** What the page that searches has to know. */
    search(): {
      /** The indexes there are, by language; none where there is nothing to search. */
      groups: string[];
      /** Path of the folder they are in. */
      folder: string;
      /** The section as a search engine is told of it: `wire.example/news`. */
      host: string;
    } {
      const { listings, retracted } = open().catalogue;
      return {
        groups: canSearch(listings.length + retracted.length, facts) ? searchGroups(listings) : [],
        folder: `${facts.base}${searchFolder(facts)}`,
        host: urls.absolute(urls.front()).replace(/^https?:\/\/|\/$/gu, ''),
      };
    },
  };
}

/** @throws Error where there is no catalogue; in `astro dev` it says what kept the stories from being loaded */
function openLatest(latest: LatestCatalogue, folder: string, changing: boolean): OpenCatalogue {
  try {
    return latest.open();
  } catch (cause) {
    const [fault] = changing ? readFaults(folder).listed : [];
    throw fault ? new Error(fault.text, { cause }) : cause;
  }
}
