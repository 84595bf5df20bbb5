// What templates import: the section that a page belongs to, and what every page is made with. Runs inside Astro's
// build, where the virtual modules exist.
/// <reference path="./vite/virtual-modules.d.ts" preserve="true" />
import pictures from 'virtual:wirecopy/pictures';
import setups, { isDev, locales } from 'virtual:wirecopy/sections';
import { codes, world } from 'virtual:wirecopy/world';
import { TakumiRenderer } from './og-images/takumi-renderer.ts';
import { createSection, type Section } from './section/section.ts';
import type { StorySummary } from './stories/story-summary.ts';
import { shortKey } from './utils/key-digest.ts';
import { memoize } from './utils/memoize.ts';

export { listNumber, placeSlug, type TopicKind } from './config/urls.ts';
export { atomFeed } from './feeds/atom.ts';
export { correctionsFeed } from './feeds/corrections-feed.ts';
export type { FeedHead, FeedStory } from './feeds/feed-item.ts';
export { type FeedGroup, type ListedFeed, opml } from './feeds/feed-list.ts';
export { jsonFeed } from './feeds/json-feed.ts';
export { rssFeed } from './feeds/rss.ts';
export type { Translations } from './i18n/translations.ts';
export { authorsOf } from './pages/authors.ts';
export { captionsHtml, noticeHtml, storyDateHtml, storyListHtml } from './pages/component-html.ts';
export type { Component, ComponentProps } from './pages/component-props.ts';
export type { LinkPreview, PageProps, WirecopyLayoutProps } from './pages/layout-props.ts';
export { type MapStep, mapSteps, shadeOf } from './pages/map-scale.ts';
export { type ListPage, MONTH_PREVIEW, paginate } from './pages/pagination.ts';
export { sparkline } from './pages/sparkline.ts';
export type { Day, Month, StoryArchive, Topic, Year } from './pages/story-archive.ts';
export type { StoryProps } from './pages/story-paths.ts';
export { breadcrumbList, scriptJson, webSite } from './pages/structured-data.ts';
export type { DrawnMap, MapCountry, RegionMap, WorldMap } from './pages/world-map.ts';

export type { Section } from './section/section.ts';
export type { StoryEntry } from './stories/story-index.ts';
export type { StorySummary } from './stories/story-summary.ts';
export { calendarDay, publishedOn, splitDateline, summarise } from './text.ts';

export { world };

const withOgImages = setups.find(({ config }) => config.ogImages);
const context = {
  pictures: new Map(
    Object.entries(pictures).map(([path, picture]) => [
      path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')).normalize('NFC'),
      picture,
    ]),
  ),
  codes,
  isDev,
  renderer: withOgImages && new TakumiRenderer(withOgImages.folders.root),
};

/** Every section of the site, by its path, in the order of the configuration. */
const made = new Map<string, Section>(setups.map((setup) => [setup.path, createSection(setup, context)]));

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
export const sectionAt = memoize((routePattern: string): Section => {
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
});

/**
 * The key of a page: equal as long as all that it shows is. Where a story stands in its dump is no part of the key: a page
 * that shows `source.lines` or `source.bytes` names them besides.
 * @param shown the stories on it, and whatever else it depends on that is not its template
 */
export function pageKey(...shown: readonly (StorySummary | string | number | undefined)[]): string {
  // Astro keeps it in each thread as long as pages are made.
  return shortKey(shown.map((each) => (typeof each === 'object' ? each.key : (each ?? ''))).join(' '));
}
