// The address of every page of a section.

import { memoize } from '../utils/memoize.ts';
import { slugify } from '../utils/slug.ts';
import type { SectionConfig } from './section-config.ts';

export type SectionUrls = ReturnType<typeof createUrls>;

type UrlConfig = Pick<SectionConfig, 'base' | 'root' | 'origin' | 'trailingSlash' | 'format' | 'pages'>;

/**
 * Builds the addresses of a section's pages: paths from the root of the host, percent-encoded.
 * Lists take the number of a page; without one, the address of the list itself, which shows its newest stories.
 */
export function createUrls(config: UrlConfig) {
  const address = (path: string) => {
    const bare = path.replace(/\/$/u, '');
    if (config.trailingSlash === 'never') return bare || '/';
    // Whatever the format, the home of a host is its folder's index.html.
    const isFolder =
      config.trailingSlash === 'always' || config.format === 'directory' || path === config.base;
    return isFolder ? `${bare}/` : bare;
  };
  const page = (...segments: (string | undefined)[]) => address(config.root + encode(segments));
  return {
    /** The page at the root of the host, which is the front page where the plugin publishes the whole site. */
    host: () => address(config.base),
    front: () => page(),
    /** The page that stands for the section: without a front page its archive, without that the host's own. */
    home: () => (config.pages.front ? page() : config.pages.archive ? page('archive') : address(config.base)),
    // A story's own, its neighbours' and those that it leads on to: each several times, and near to one another.
    story: memoize((id: string) => page('stories', id)),
    archive: () => page('archive'),
    year: (year: string) => page('archive', year),
    month: (year: string, month: string, number?: number) =>
      page('archive', year, month, number === undefined ? undefined : listNumber(number)),
    day: (year: string, month: string, day: string, number?: number) =>
      page('archive', year, month, day, number?.toString()),
    undated: (number?: number) => page('archive', 'undated', number?.toString()),
    places: () => page('places'),
    place: (slug: string, number?: number) => page('places', slug, number?.toString()),
    /** The page of a section, an author or an agency; without a slug, the list of them all. */
    topic: (kind: TopicKind, slug?: string, number?: number) => page(kind, slug, number?.toString()),
    topicRss: (kind: TopicKind, slug: string) => `${config.root}${kind}/${encodeURIComponent(slug)}/rss.xml`,
    about: () => page('about'),
    subscribe: () => page('subscribe'),
    corrections: () => page('corrections'),
    correctionsRss: () => `${config.root}corrections/rss.xml`,
    search: () => page('search'),
    /** The OG image of a story; without an id, that of the site. */
    ogImage: (id?: string) =>
      config.root + (id === undefined ? 'og.png' : `stories/${encodeURIComponent(id)}.png`),
    rss: () => `${config.root}rss.xml`,
    placeRss: (slug: string) => `${config.root}places/${encodeURIComponent(slug)}/rss.xml`,
    atom: () => `${config.root}atom.xml`,
    jsonFeed: () => `${config.root}feed.json`,
    /** A part of the archive of the feeds, by the id of its newest story. */
    feedArchive: (name: string) => `${config.root}feed/${encodeURIComponent(name)}.xml`,
    /** How a feed looks in a browser. */
    feedStyle: () => `${config.root}feed.css`,
    opml: () => `${config.root}feeds.opml`,
    sitemap: () => `${config.base}sitemap-index.xml`,
    newsSitemap: () => `${config.root}news-sitemap.xml`,
    /** A file of the project's `public/`. */
    publicFile: (name: string) => config.base + name,
    /** The address with its host. */
    absolute: (path: string) =>
      PLAIN_PATH.test(path) ? config.origin + path : new URL(path, config.origin).href,
  };
}

/** A path that a URL has as it is: most are, and parsing one takes microseconds. */
const PLAIN_PATH = /^(?:\/(?!%2e)[\w%-][\w%.-]*)+\/?$/iu;

/** What has a page besides places: each the first part of its pages' addresses. */
export type TopicKind = 'sections' | 'authors' | 'agencies';

/** The number of a month's page as its address has it. A day has two digits, so a page has one or three. */
export function listNumber(number: number): string {
  return number < 10 ? String(number) : String(number).padStart(3, '0');
}

/** In characters; a file name has 255 bytes, and a character at most four. */
const MAX_PLACE = 60;

/**
 * A place as it stands in addresses, by github-slugger's rules: `cote-divoire`, `south-sudan`. Empty where a name
 * is all punctuation, and there is no page for it.
 * @param name the country's common English name, or what a correction says
 */
export function placeSlug(name: string): string {
  return shortSlug(name);
}

const shortSlug = memoize((name: string) => [...slugify(name)].slice(0, MAX_PLACE).join(''));

function encode(segments: (string | undefined)[]): string {
  return segments
    .filter((segment) => segment !== undefined)
    .map(encodeURIComponent)
    .join('/');
}
