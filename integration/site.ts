// What templates import: the facts of the site, its addresses, its words, and its stories in order. Runs inside
// Astro's build, where the virtual modules exist.
/// <reference path="./virtual.d.ts" preserve="true" />
import facts, { project } from 'virtual:wirecopy/facts';
import pictures from 'virtual:wirecopy/pictures';
import { codes, world } from 'virtual:wirecopy/world';
import type { ImageMetadata } from 'astro';
import { readDateline } from './dump/bylines.ts';
import type { Block } from './dump/types.ts';
import { createUrls } from './facts.ts';
import { RangeReader } from './files/ranges.ts';
import { type Edition, makeEdition } from './pages/edition.ts';
import { nameOfPlace } from './pages/naming.ts';
import { Remembered } from './pages/remembered.ts';
import { createWordings, type Wording } from './pages/strings.ts';
import { CARD_SIZE, CardPress } from './publishing/cards/index.ts';
import { FEED_SIZE, type FeedStory } from './publishing/feed.ts';
import { canSearch, searchFolder } from './publishing/search/extent.ts';
import { searchGroups } from './publishing/search/groups.ts';
import { readBodyFrom } from './stories/bodies.ts';
import { Catalogue, type Listing, type StoryEntry } from './stories/catalogue.ts';

export { placeSlug } from './facts.ts';
export { calendarDay, publishedOn } from './pages/dates.ts';
export type { Edition, Month, Place, Year } from './pages/edition.ts';
export { breadcrumbList, newsArticle, scriptJson } from './pages/jsonld.ts';
export { cutPages, type ListPage, MONTH_SAMPLE } from './pages/paging.ts';
export type { Wording } from './pages/strings.ts';
export { summarise } from './pages/summary.ts';
export type { MapCountry, WorldMap } from './pages/world.ts';
export { FEED_SIZE, type FeedHead, type FeedStory, jsonFeed, rssFeed } from './publishing/feed.ts';
export { SEARCH_POLICY } from './publishing/policy.ts';
export type { Listing, StoryEntry } from './stories/catalogue.ts';

export { facts, world };
/** Addresses of the site's pages. */
export const urls = createUrls(facts);
/** The words of the interface in a language. */
export const wordingFor = createWordings(facts.strings);
/** The same, in the site's language. */
export const wording = wordingFor(facts.lang, facts.lang);

/** Places named on a card. */
const CARD_PLACES = 2;

interface Opened {
  catalogue: Catalogue;
  edition: Edition;
  ranges: RangeReader;
}

let opened: Opened | undefined;

/** The catalogue is read once a build; in `astro dev` it is read anew, since dumps change under it. */
function open(): Opened {
  if (opened && !import.meta.env.DEV) return opened;
  opened?.ranges.close();
  const ranges = new RangeReader();
  const catalogue = new Catalogue(project.catalogue, ranges);
  opened = { catalogue, edition: makeEdition(catalogue.listings), ranges };
  return opened;
}

/** The site's stories in order, as lists show them. */
export function edition(): Edition {
  return open().edition;
}

/** Stories that are retracted: they have their page, and are in no list. */
export function retracted(): readonly Listing[] {
  return open().catalogue.retracted;
}

/** Ids under which stories were published before, each with the story. */
export function formerIds(): { id: string; listing: Listing }[] {
  const { listings, retracted } = open().catalogue;
  return [...listings, ...retracted].flatMap((listing) =>
    (listing.correction?.formerIds ?? []).map((id) => ({ id, listing })),
  );
}

/** All that is known of a story but its text. */
export function openStory(listing: Listing): StoryEntry {
  return open().catalogue.story(listing);
}

/**
 * A story's text, from its dump.
 * @throws Error where the dump is gone, or changed since it was read
 */
export function bodyOf(entry: StoryEntry): Block[] {
  return readBodyFrom(open().ranges, entry, { root: project.root });
}

/** Draws cards, where the site has them. */
const press = facts.cards ? new CardPress(project.root) : undefined;

/** A picture for link previews. */
export interface Preview {
  /** With its host. */
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What it says, for those who can't see it. */
  alt: string;
}

/** The card of a story, if it has one: if the site has cards, and their fonts the letters of its headline. */
export function storyCard({ id, data: { headline } }: Listing): Preview | undefined {
  if (!press?.canDraw(headline)) return undefined;
  return { url: urls.absolute(urls.card(id)), ...CARD_SIZE, alt: headline };
}

/** The card of the site, which stands for every page that has none of its own. */
export const siteCard: Preview | undefined = press?.canDraw(facts.title)
  ? { url: urls.absolute(urls.card()), ...CARD_SIZE, alt: facts.title }
  : undefined;

/** @returns a PNG; call it where `storyCard()` says that there is one */
export function drawStoryCard({ data: { headline, lang, dir, date, dateBasis, places } }: Listing) {
  const words = wordingFor(lang, facts.lang);
  const day = date && words.day(date);
  return pressed().draw({
    headline,
    lang,
    dir,
    title: facts.title,
    kicker: places
      .slice(0, CARD_PLACES)
      .map((place) => placeName(place, words))
      .join(' · '),
    ...(day && { date: dateBasis === 'photo' ? words.say(words.strings.approximate, day) : day }),
  });
}

/** @returns a PNG; call it where `siteCard` says that there is one */
export function drawSiteCard() {
  const { title, description, lang } = facts;
  return pressed().draw({ headline: title, motto: description, lang, dir: wording.dir });
}

function pressed(): CardPress {
  if (!press) throw new Error('This site has no cards.');
  return press;
}

/** Stories of feeds, so that one in several is read once. A few kilobytes each. */
const inFeeds = new Remembered<Listing, FeedStory>(1000);

/** The newest of a list's stories, with their text. */
export function newestInFull(stories: readonly Listing[]): Promise<FeedStory[]> {
  return Promise.all(
    stories.slice(0, FEED_SIZE).map((listing) =>
      inFeeds.get(listing, async () => {
        const entry = openStory(listing);
        return { entry, blocks: bodyOf(entry) };
      }),
    ),
  );
}

const picturesById = new Map(
  Object.entries(pictures).map(([path, picture]) => [
    path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')).normalize('NFC'),
    picture,
  ]),
);

/**
 * The picture that lies in `photos/` under a story's id, if one does. A page that shows it has no key: its files
 * are made by Astro, which makes only what the pages of a build ask for.
 */
export function pictureOf(id: string): ImageMetadata | undefined {
  return picturesById.get(id);
}

/**
 * What a place is called.
 * @param name the common English name of a country, or what a correction says
 * @param words of the language to say it in
 */
export function placeName(name: string, words: Wording = wording): string {
  return nameOfPlace(name, words, codes);
}

/** What the page that searches has to know. */
export function search(): {
  /** The indexes there are, by language; none where the site has none. */
  groups: string[];
  /** Path of the folder they are in. */
  folder: string;
  /** The site as a search engine is told of it: `wire.example/news`. */
  host: string;
} {
  const { listings, retracted } = open().catalogue;
  return {
    groups: canSearch(listings.length + retracted.length, facts) ? searchGroups(listings) : [],
    folder: `${facts.base}${searchFolder(facts)}`,
    host: urls.absolute(urls.front()).replace(/^https?:\/\/|\/$/gu, ''),
  };
}

/**
 * The key of a page: equal as long as all that it shows is.
 * @param shown the stories on it, and whatever else it depends on that is not its template
 */
export function pageKey(...shown: readonly (Listing | string | number | undefined)[]): string {
  return shown.map((each) => (typeof each === 'object' ? each.key : (each ?? ''))).join(' ');
}

/**
 * The dateline that opens a paragraph, apart from what follows it, so that a page can set it in its own style.
 * @returns `['', text]` where the paragraph opens with none
 */
export function splitDateline(text: string): [dateline: string, rest: string] {
  const length = readDateline(text)?.length ?? 0;
  return [text.slice(0, length), text.slice(length)];
}
