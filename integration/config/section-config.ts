// What a section's pages know of the site they belong to. The integration fills it in from its options and Astro's
// configuration; templates read it.
import type { LanguageTable } from '../i18n/strings.ts';

/** Kinds of pages that a section may do without. */
export type PageKind =
  | 'front'
  | 'archive'
  | 'places'
  | 'sections'
  | 'authors'
  | 'agencies'
  | 'about'
  | 'subscribe'
  | 'corrections'
  | 'search'
  | 'feeds'
  | 'sitemap'
  | 'robots'
  | 'notFound';

/** Files of a project's `public/` that pages link to where they are there. */
export const ICON_FILES = ['favicon.svg', 'apple-touch-icon.png', 'site.webmanifest'] as const;
export type IconFile = (typeof ICON_FILES)[number];

/** How the feeds of a section are made. */
interface FeedsConfig {
  /** Whether stories that nothing dates are in feeds where others are. */
  undated: boolean;
  /** What stands before the id of a story in a tag URI, as `news.example,2026:stories`; absent where ids are addresses. */
  tag?: string;
  /** Stories in a feed. */
  size: number;
  /** Most stories that a section may have for older ones to be in feeds as well. */
  archives: number;
  /** Address of a WebSub hub. */
  hub?: string;
}

/** Which OG images a section has, and what draws them. */
export interface OgImagesConfig {
  /** Versions of the packages that draw. */
  packages: string;
  /** How many of the newest stories have an image of their own. */
  newest: number;
}

/** The configuration of a section, complete. */
export interface SectionConfig {
  title: string;
  description: string;
  publisher: string;
  /** BCP 47 tag of the interface's language. */
  lang: string;
  /** Origin of the site, as `https://example.com`. */
  origin: string;
  /** Astro's `base`, where the sitemap is: `/` or `/news/`. */
  base: string;
  /** Path that every page's address begins with: Astro's `base` and the section's, `/` or `/news/`. */
  root: string;
  trailingSlash: 'always' | 'never' | 'ignore';
  format: 'file' | 'directory' | 'preserve';
  /** Which pages there are besides the stories'. No link leads to one that is not there. */
  pages: Readonly<Record<PageKind, boolean>>;
  /** Icons and manifest in the project's `public/`. */
  icons: readonly IconFile[];
  /** Whether pages carry a Content-Security-Policy, the plugin's or the project's own. */
  csp: boolean;
  /** How its feeds are made. */
  feeds: FeedsConfig;
  /** Whether its stories can be searched. */
  search: boolean;
  /** What the archive is, for readers, as HTML; absent where nothing is said. */
  about?: string;
  /** Who may do what with the stories. */
  rights?: string;
  /** Where readers report an error: an address of a page, or `mailto:`. */
  reportErrors?: string;
  /** Which OG images there are; absent where there are none. */
  ogImages?: OgImagesConfig;
  /** Languages that the options bring, by tag. */
  strings: Readonly<Record<string, LanguageTable>>;
}

/** A section of a site: its configuration, where its pages are, and what they are made from. */
export interface SectionSetup {
  /** Path of its pages as Astro's routes have it, without Astro's `base`: `/news`, empty at the root. */
  path: string;
  config: SectionConfig;
  folders: ProjectFolders;
}

/** Folders of the project on the machine that builds it, absolute. No page shows them. */
export interface ProjectFolders {
  root: string;
  storyIndex: string;
}
