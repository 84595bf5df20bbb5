// Which pages the plugin brings, and which of them a project has itself: a project's own file always wins.
import { existsSync } from 'node:fs';
import type { InjectedRoute } from 'astro';

interface Page {
  /** Address below the section's base, as Astro's router writes it. */
  pattern: string;
  /** File in the package's src/pages. */
  file: string;
  /** Concerns a whole host (its robots.txt, its 404), so a section of a larger site does not bring it. */
  whole?: boolean;
}

const PAGES: readonly Page[] = [
  { pattern: '/', file: 'index.astro' },
  { pattern: '/stories/[id]', file: 'stories/[id].astro' },
  { pattern: '/stories/[retracted]', file: 'stories/[retracted].astro' },
  { pattern: '/stories/[former]', file: 'stories/[former].astro' },
  { pattern: '/stories/[id].png', file: 'stories/[id].png.ts' },
  { pattern: '/[card].png', file: '[card].png.ts' },
  { pattern: '/archive', file: 'archive/index.astro' },
  { pattern: '/archive/undated/[...page]', file: 'archive/undated/[...page].astro' },
  { pattern: '/archive/[year]', file: 'archive/[year]/index.astro' },
  { pattern: '/archive/[year]/[month]/[...page]', file: 'archive/[year]/[month]/[...page].astro' },
  { pattern: '/places', file: 'places/index.astro' },
  { pattern: '/places/[place]/[...page]', file: 'places/[place]/[...page].astro' },
  { pattern: '/rss.xml', file: 'rss.xml.ts' },
  { pattern: '/feed.json', file: 'feed.json.ts' },
  { pattern: '/places/[place]/rss.xml', file: 'places/[place]/rss.xml.ts' },
  { pattern: '/search', file: 'search.astro' },
  { pattern: '/robots.txt', file: 'robots.txt.ts', whole: true },
  { pattern: '/404', file: '404.astro', whole: true },
];

const PAGE_FILES = ['.astro', '.md', '.mdx', '.html', '.ts', '.js'];

/** What else is written below a section's base, by the first part of its address. */
const FILES = ['news-sitemap.xml', 'pagefind'];

/**
 * Whether a section has pages of its own below an address.
 * @param base of the section
 * @param address below which another wants to have its pages
 */
export function claims(base: string, address: string): boolean {
  const root = base.replace(/\/*$/u, '/');
  if (!address.startsWith(root)) return false;
  const first = address.slice(root.length).split('/', 1)[0] ?? '';
  return first !== '' && [...PAGES.map(({ pattern }) => pattern.split('/')[1]), ...FILES].includes(first);
}

/**
 * The routes to inject into a project.
 * @param base path of the section, `/` or `/news`
 * @param srcDir the project's `srcDir`
 */
export function routesFor(base: string, srcDir: URL): InjectedRoute[] {
  const section = base.replace(/\/+$/, '');
  return PAGES.filter((page) => section === '' || !page.whole)
    .map(({ pattern, file }) => ({
      pattern: section + pattern,
      entrypoint: new URL(`../src/pages/${file}`, import.meta.url),
      // Pages are made of files that are there when the site is built, whatever else a server does.
      prerender: true,
    }))
    .filter(({ pattern }) => !hasOwnPage(pattern, srcDir));
}

function hasOwnPage(pattern: string, srcDir: URL): boolean {
  const path = `pages${pattern.replace(/\/+$/, '')}`;
  return [path, `${path}/index`].some((name) =>
    PAGE_FILES.some((extension) => existsSync(new URL(name + extension, srcDir))),
  );
}
