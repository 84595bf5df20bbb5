// The menus of a section: links to the pages that it has.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import type { Strings } from '../i18n/strings.ts';

/** @param strings words of the interface, in the section's language */
export function createMenus({ pages }: SectionConfig, urls: SectionUrls, strings: Strings) {
  const main = [
    { kind: 'front', name: strings.front, href: urls.front() },
    { kind: 'archive', name: strings.archive, href: urls.archive() },
    { kind: 'places', name: strings.places, href: urls.places() },
    { kind: 'search', name: strings.search, href: urls.search() },
    {
      kind: 'feeds',
      name: pages.subscribe ? strings.subscribe : strings.feed,
      href: pages.subscribe ? urls.subscribe() : urls.rss(),
    },
  ] as const;
  const footOnly = [
    { kind: 'about', name: strings.about, href: urls.about() },
    { kind: 'corrections', name: strings.corrections, href: urls.corrections() },
  ] as const;
  const topics = [
    { kind: 'sections', name: strings.sections, href: urls.topic('sections') },
    { kind: 'authors', name: strings.authors, href: urls.topic('authors') },
    { kind: 'agencies', name: strings.agencies, href: urls.topic('agencies') },
  ] as const;
  return {
    /** On every page. */
    menu: main.filter(({ kind }) => pages[kind]),
    /** At the foot of every page, besides the menu. */
    footOnly: footOnly.filter(({ kind }) => pages[kind]),
    /** Lists of what stories have in common. */
    topics: topics.filter(({ kind }) => pages[kind]),
  };
}

/** The menus of a section. */
export type Menus = ReturnType<typeof createMenus>;
