// What templates import: the section that a page belongs to, and what every page is made with. Runs inside Astro's
// build, where the virtual modules exist.
/// <reference path="./virtual.d.ts" preserve="true" />
import pictures from 'virtual:wirecopy/pictures';
import setups, { locales } from 'virtual:wirecopy/sections';
import { codes, world } from 'virtual:wirecopy/world';
import { CardPress } from './publishing/cards/index.ts';
import { makeSection, type Section } from './section/section.ts';
import type { Listing } from './stories/catalogue.ts';

export { placeSlug } from './facts.ts';
export type { Component, ComponentProps } from './pages/components.ts';
export type { Edition, Month, Place, Year } from './pages/edition.ts';
export type { PageProps, Preview, WirecopyLayoutProps } from './pages/frame.ts';
export { breadcrumbList, newsArticle, scriptJson } from './pages/jsonld.ts';
export { cutPages, type ListPage, MONTH_SAMPLE } from './pages/paging.ts';
export type { Wording } from './pages/wording.ts';
export type { MapCountry, WorldMap } from './pages/world.ts';
export { FEED_SIZE, type FeedHead, type FeedStory, jsonFeed, rssFeed } from './publishing/feed.ts';
export { SEARCH_POLICY } from './publishing/policy.ts';

export type { Section } from './section/section.ts';
export type { Listing, StoryEntry } from './stories/catalogue.ts';
export { calendarDay, publishedOn, splitDateline, summarise } from './text.ts';

export { world };

const carded = setups.find(({ facts }) => facts.cards);
const surroundings = {
  pictures: new Map(
    Object.entries(pictures).map(([path, picture]) => [
      path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')).normalize('NFC'),
      picture,
    ]),
  ),
  codes,
  changing: import.meta.env.DEV,
  press: carded && new CardPress(carded.folders.root),
};

/** Every section of the site, by its path, in the order of the configuration. */
const made = new Map<string, Section>(setups.map((setup) => [setup.path, makeSection(setup, surroundings)]));
const byPattern = new Map<string, Section>();

/** Every section of the site, in the order of the configuration. */
export function sections(): Section[] {
  return [...made.values()];
}

/**
 * The section that a page belongs to.
 * @param routePattern of the page, as `Astro.routePattern` and `getStaticPaths({ routePattern })` give it, or the
 * section's own base: `/news`
 * @throws Error where a site of several sections has none there
 */
export function sectionAt(routePattern: string): Section {
  let section = byPattern.get(routePattern);
  if (!section) {
    section = findSection(routePattern);
    byPattern.set(routePattern, section);
  }
  return section;
}

function findSection(routePattern: string): Section {
  const [, first = '', ...rest] = routePattern.split('/');
  const patterns = [routePattern, ...(locales.includes(first) ? [`/${rest.join('/')}`] : [])];
  const holds = (path: string) => patterns.some((each) => `${each}/`.startsWith(`${path}/`));
  const [longest] = [...made.keys()].filter(holds).sort((a, b) => b.length - a.length);
  // A page of the project's own may show what it likes of the only section there is.
  const [only, ...others] = made.values();
  const section = longest === undefined ? others.length === 0 && only : made.get(longest);
  if (section) return section;
  throw new Error(
    `${routePattern} belongs to no section of wirecopy(): they are at ${[...made.keys()].join(', ')}. Name the one ` +
      "that is meant, as in sectionAt('/news').",
  );
}

/**
 * The key of a page: equal as long as all that it shows is.
 * @param shown the stories on it, and whatever else it depends on that is not its template
 */
export function pageKey(...shown: readonly (Listing | string | number | undefined)[]): string {
  return shown.map((each) => (typeof each === 'object' ? each.key : (each ?? ''))).join(' ');
}
