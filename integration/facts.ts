// What every page knows of the site it belongs to, and how the address of each page is built. Pure: the
// integration fills it in from Astro's configuration, templates read it.
import { slug } from 'github-slugger';
import type { OwnLanguage } from './strings.ts';

/** Kinds of pages that a section may do without. */
export type PageKind =
  | 'front'
  | 'archive'
  | 'places'
  | 'search'
  | 'feeds'
  | 'sitemap'
  | 'robots'
  | 'notFound';

/** Facts about the site, fixed when the configuration loads. */
export interface SiteFacts {
  title: string;
  description: string;
  publisher: string;
  /** BCP 47 tag of the interface's language. */
  lang: string;
  /** Origin of the site, as `https://example.com`. */
  origin: string;
  /** Astro's `base`, where the sitemap lies: `/` or `/news/`. */
  base: string;
  /** Path every page's address begins with: Astro's `base` and the section's, `/` or `/news/`. */
  root: string;
  trailingSlash: 'always' | 'never' | 'ignore';
  format: 'file' | 'directory' | 'preserve';
  /** Which pages there are besides the stories'. Nothing leads to one that is not. */
  pages: Readonly<Record<PageKind, boolean>>;
  /** Whether pages carry a Content-Security-Policy, the plugin's or the project's own. */
  csp: boolean;
  /** Most stories that the site may have to be searchable. */
  search: number;
  /** Versions of what draws cards for link previews; nothing where there are none. */
  cards?: string;
  /** Languages that the configuration words, by tag. */
  strings: Readonly<Record<string, OwnLanguage>>;
}

/** A section of a site: what it says of itself, where its pages stand, and what they are made from. */
export interface SectionSetup {
  /** Path of its pages as Astro's routes have it, without Astro's `base`: `/news`, empty at the root. */
  path: string;
  facts: SiteFacts;
  folders: ProjectFolders;
}

/** Folders of the project on the machine that builds it, absolute. Nothing of them reaches a page. */
export interface ProjectFolders {
  root: string;
  catalogue: string;
}

export type SiteUrls = ReturnType<typeof createUrls>;

/**
 * Builds the addresses of a site's pages: paths from the root of the host, percent-encoded.
 * Lists take the number of a page; without one, the address of the list itself, which shows its newest stories.
 */
export function createUrls(
  facts: Pick<SiteFacts, 'base' | 'root' | 'origin' | 'trailingSlash' | 'format' | 'pages'>,
) {
  const address = (path: string) => {
    const bare = path.replace(/\/$/u, '');
    if (facts.trailingSlash === 'never') return bare || '/';
    // Whatever the format, the home of a host is its folder's index.html.
    const isFolder = facts.trailingSlash === 'always' || facts.format === 'directory' || path === facts.base;
    return isFolder ? `${bare}/` : bare;
  };
  const page = (...segments: (string | undefined)[]) => address(facts.root + encode(segments));
  return {
    /** The page at the root of the host, which is the front page where the plugin publishes the whole site. */
    host: () => address(facts.base),
    front: () => page(),
    /** The page that stands for the section: without a front page its archive, without that the host's own. */
    home: () => (facts.pages.front ? page() : facts.pages.archive ? page('archive') : address(facts.base)),
    story: (id: string) => page('stories', id),
    archive: () => page('archive'),
    year: (year: string) => page('archive', year),
    month: (year: string, month: string, number?: number) => page('archive', year, month, number?.toString()),
    undated: (number?: number) => page('archive', 'undated', number?.toString()),
    places: () => page('places'),
    place: (slug: string, number?: number) => page('places', slug, number?.toString()),
    search: () => page('search'),
    /** The card of a story; without one, that of the site. */
    card: (id?: string) =>
      facts.root + (id === undefined ? 'card.png' : `stories/${encodeURIComponent(id)}.png`),
    rss: () => `${facts.root}rss.xml`,
    placeRss: (slug: string) => `${facts.root}places/${encodeURIComponent(slug)}/rss.xml`,
    jsonFeed: () => `${facts.root}feed.json`,
    sitemap: () => `${facts.base}sitemap-index.xml`,
    newsSitemap: () => `${facts.root}news-sitemap.xml`,
    /** The address with its host. */
    absolute: (path: string) => new URL(path, facts.origin).href,
  };
}

/** In characters; a file name has 255 bytes, and a character at most four. */
const LONGEST_PLACE = 60;

/**
 * A place as it stands in addresses, by github-slugger's rules: `cote-divoire`, `south-sudan`. Empty where a name
 * is all punctuation, and there is no page for it.
 * @param name the country's common English name, or what a correction says
 */
export function placeSlug(name: string): string {
  return [...slug(name.normalize('NFC'))].slice(0, LONGEST_PLACE).join('');
}

function encode(segments: (string | undefined)[]): string {
  return segments
    .filter((segment) => segment !== undefined)
    .map(encodeURIComponent)
    .join('/');
}
