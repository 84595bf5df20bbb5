// The frame of a section's pages, as HTML: what is the same on nearly all of them is made once, and what search engines
// and link previews learn of each is one string. To have Astro put together each of these elements takes longer than the
// text of a story.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import type { Translations } from '../i18n/translations.ts';
import type { LinkPreview } from '../pages/layout-props.ts';
import { breadcrumbList, linkedData, metaProperty } from '../pages/structured-data.ts';
import { element, escapeMarkup, link, textElement } from '../utils/markup.ts';
import { memoize } from '../utils/memoize.ts';

/** A link of a menu. */
interface MenuLink {
  name: string;
  href: string;
}

/** What a section says on every page. */
interface FrameTexts {
  config: SectionConfig;
  urls: SectionUrls;
  translations: Translations;
  /** The way through the section. */
  menu: readonly MenuLink[];
  /** Links at the foot of each page. */
  foot: readonly MenuLink[];
  /** Those of them that are not on the way through the section. */
  footOnly: readonly MenuLink[];
}

/** What the head of a page says of it. */
export interface HeadFacts {
  /** What the page is about; the front page has none but the section's own title. */
  title?: string | undefined;
  description: string;
  /** With its host; left out where the page has no address of its own. */
  canonical?: string | undefined;
  preview?: LinkPreview | undefined;
}

/** The frame of a section's pages. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame({ config, urls, translations, menu, foot, footOnly }: FrameTexts) {
  const { strings } = translations;
  const elsewhere = menuItems(menu);
  const feeds = config.pages.feeds
    ? feedLink('rss+xml', config.title, urls.rss()) +
      feedLink('atom+xml', config.title, urls.atom()) +
      feedLink('feed+json', config.title, urls.jsonFeed())
    : '';
  const site =
    metaProperty('og:site_name', config.title) + metaProperty('og:locale', translations.openGraphLocale);
  /** @param month `2025-04`; empty for stories of no day */
  const trailOf = (month: string) => {
    const [year = '', number = ''] = month.split('-');
    const steps = [
      { name: strings.archive, path: urls.archive() },
      ...(month
        ? [
            { name: translations.year(year), path: urls.year(year) },
            { name: translations.month(year, number), path: urls.month(year, number) },
          ]
        : [{ name: strings.undatedElsewhere, path: urls.undated() }]),
    ];
    const items = menuItems(steps.map(({ name, path }) => ({ name, href: path })));
    return { items, data: linkedData(breadcrumbList(steps, urls)) };
  };
  const shownInLinks = ({ title = config.title, description, canonical, preview }: HeadFacts): string =>
    (canonical
      ? `<link rel="canonical" href="${escapeMarkup(canonical)}">`
      : '<meta name="robots" content="noindex">') +
    feeds +
    site +
    metaProperty('og:title', title) +
    metaProperty('og:description', description) +
    (canonical ? metaProperty('og:url', canonical) : '') +
    (preview ? previewElements(preview) : '');
  return {
    /**
     * Where in the archive the stories of a month are, of none those of no day: as items of a list, and as an element for
     * search engines.
     */
    archiveTrail: memoize(trailOf),

    /**
     * The way through the section, as items of a list.
     * @param path of the page
     */
    menuItems: (path?: string): string =>
      menu.some(({ href }) => href === path) ? menuItems(menu, path) : elsewhere,

    /** What stands at the foot of every page, as items of a list. */
    footItems: menuItems(foot),

    /** What stands below the pages of a section within a layout of the project's own, which has a footer itself. */
    footOnlyItems: menuItems(footOnly),

    /** The form that leads to the page that searches. A plain one: it works without a script. */
    searchForm:
      `<form action="${escapeMarkup(urls.search())}">` +
      `<input name="q" type="search" required aria-label="${escapeMarkup(strings.searchWords)}" autocomplete="off" enterkeyhint="search">` +
      `<button type="submit">${escapeMarkup(strings.search)}</button></form>`,

    /** What search engines, feed readers and link previews learn of a page. */
    linkElements: shownInLinks,

    /** The same, with the page's title and its description before it. */
    headElements: (facts: HeadFacts): string =>
      textElement('title', facts.title ? `${facts.title} | ${config.title}` : config.title) +
      `<meta name="description" content="${escapeMarkup(facts.description)}">` +
      shownInLinks(facts),
  };
}

/** @param current path of the page that they are on */
function menuItems(links: readonly MenuLink[], current?: string): string {
  const items = links.map(({ name, href }) => {
    const here = href === current ? ' aria-current="page"' : '';
    return element('li', link(href, escapeMarkup(name), here));
  });
  return items.join('');
}

function feedLink(type: string, title: string, href: string): string {
  return `<link rel="alternate" type="application/${type}" title="${escapeMarkup(title)}" href="${escapeMarkup(href)}">`;
}

function previewElements({ url, width, height, alt }: LinkPreview): string {
  return (
    metaProperty('og:image', url) +
    metaProperty('og:image:width', String(width)) +
    metaProperty('og:image:height', String(height)) +
    metaProperty('og:image:alt', alt) +
    '<meta name="twitter:card" content="summary_large_image">'
  );
}
