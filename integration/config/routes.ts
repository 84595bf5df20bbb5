// The pages of a section, and which of them a project has itself: a project's own file always wins.
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, InjectedRoute } from 'astro';
import type { PageKind, SectionConfig } from './section-config.ts';

interface Page {
  /** Address below the section's base, as Astro's router writes it. */
  pattern: string;
  /** File in the package's src/pages. */
  file: string;
  /** Is there only where all of these are wanted. */
  kinds?: readonly PageKind[];
  /** Concerns a whole host (its robots.txt, its 404), so a section of a larger site does not bring it. */
  whole?: boolean;
}

/** A rest parameter that is always empty: such a page is there only where it has something to show. */
const LIST = '[...list]';

const PAGES: readonly Page[] = [
  { pattern: '/', kinds: ['front'], file: 'index.astro' },
  { pattern: '/stories/[id]', file: 'stories/[id].astro' },
  { pattern: '/stories/[retracted]', file: 'stories/[retracted].astro' },
  { pattern: '/stories/[former]', file: 'stories/[former].astro' },
  { pattern: '/stories/[id].png', file: 'stories/[id].png.ts' },
  { pattern: '/[og].png', file: '[og].png.ts' },
  { pattern: '/archive', kinds: ['archive'], file: 'archive/index.astro' },
  { pattern: '/archive/undated/[...page]', kinds: ['archive'], file: 'archive/undated/[...page].astro' },
  { pattern: '/archive/[year]', kinds: ['archive'], file: 'archive/[year]/index.astro' },
  {
    pattern: '/archive/[year]/[month]/[...page]',
    kinds: ['archive'],
    file: 'archive/[year]/[month]/[...page].astro',
  },
  {
    pattern: '/archive/[year]/[month]/[day]/[...page]',
    kinds: ['archive'],
    file: 'archive/[year]/[month]/[day]/[...page].astro',
  },
  { pattern: '/places', kinds: ['places'], file: 'places/index.astro' },
  { pattern: '/places/[place]/[...page]', kinds: ['places'], file: 'places/[place]/[...page].astro' },
  { pattern: '/rss.xml', kinds: ['feeds'], file: 'rss.xml.ts' },
  { pattern: '/atom.xml', kinds: ['feeds'], file: 'atom.xml.ts' },
  { pattern: '/feed.json', kinds: ['feeds'], file: 'feed.json.ts' },
  { pattern: '/feed/[part].xml', kinds: ['feeds'], file: 'feed/[part].xml.ts' },
  { pattern: '/feed.css', kinds: ['feeds'], file: 'feed.css.ts' },
  { pattern: '/feeds.opml', kinds: ['feeds'], file: 'feeds.opml.ts' },
  { pattern: '/places/[place]/rss.xml', kinds: ['places', 'feeds'], file: 'places/[place]/rss.xml.ts' },
  ...(['sections', 'authors', 'agencies'] as const).flatMap((kind): Page[] => [
    { pattern: `/${kind}/${LIST}`, kinds: [kind], file: `${kind}/${LIST}.astro` },
    { pattern: `/${kind}/[topic]/[...page]`, kinds: [kind], file: `${kind}/[topic]/[...page].astro` },
    { pattern: `/${kind}/[topic]/rss.xml`, kinds: [kind, 'feeds'], file: `${kind}/[topic]/rss.xml.ts` },
  ]),
  { pattern: '/about', kinds: ['about'], file: 'about.astro' },
  { pattern: '/subscribe', kinds: ['subscribe', 'feeds'], file: 'subscribe.astro' },
  { pattern: '/corrections', kinds: ['corrections'], file: 'corrections/index.astro' },
  { pattern: '/corrections/rss.xml', kinds: ['corrections', 'feeds'], file: 'corrections/rss.xml.ts' },
  { pattern: '/search', kinds: ['search'], file: 'search.astro' },
  { pattern: '/robots.txt', kinds: ['robots'], file: 'robots.txt.ts', whole: true },
  { pattern: '/404', kinds: ['notFound'], file: '404.astro', whole: true },
];

const FRONT_WARNING =
  'The project has a front page of its own, so that the section, which has no base, has none. Give it a path, as in ' +
  "wirecopy({ base: '/news' }), or leave its front page out: wirecopy({ pages: { front: false } }).";

const PAGE_FILES = ['.astro', '.md', '.mdx', '.html', '.ts', '.js'];

/** What else is written below a section's base, by the first part of its address. */
const FILES = ['news-sitemap.xml'];

/** A section, as far as it concerns which pages it has. */
interface Site {
  /** `/` or `/news` */
  base: string;
  pages: SectionConfig['pages'];
}

/**
 * Whether a section has pages of its own below an address.
 * @param address below which another wants to have its pages
 */
export function ownsAddress(section: Site, address: string): boolean {
  const root = section.base.replace(/\/*$/u, '/');
  if (!address.startsWith(root)) return false;
  const first = address.slice(root.length).split('/', 1)[0] ?? '';
  return (
    first !== '' &&
    [...pagesOf(section).map(({ pattern }) => pattern.split('/')[1]), ...FILES].includes(first)
  );
}

/** The routes to inject into a project, and what to warn of. */
export interface InjectedRoutes {
  routes: InjectedRoute[];
  warnings: string[];
}

/**
 * Decides which routes of a section to inject. A page of the project at the same route wins, without a word: the
 * project's developer put it there to replace ours. A file in `public/` wins as well, with a warning: it may be there by
 * chance.
 */
export function injectedRoutes(
  section: Site,
  { srcDir, publicDir }: Pick<AstroConfig, 'srcDir' | 'publicDir'>,
): InjectedRoutes {
  const path = section.base.replace(/\/+$/u, '');
  const routes: InjectedRoute[] = [];
  const warnings: string[] = [];
  for (const { pattern, file } of pagesOf(section)) {
    const route = path + pattern;
    const ownPage = pageAt(route, srcDir);
    // In this package's own site, the project's pages are ours.
    if (ownPage && file === 'index.astro' && path === '' && ownPage.href !== entrypoint(file).href)
      warnings.push(FRONT_WARNING);
    if (ownPage) continue;
    const own = publicFileAt(route, publicDir);
    if (own) {
      warnings.push(publicFileWarning(own));
      continue;
    }
    // Pages are made from files that are there when the site is built, whatever a server does otherwise.
    routes.push({
      pattern: route,
      entrypoint: entrypoint(file),
      prerender: true,
    });
  }
  return { routes, warnings };
}

/** What to say where a file in `public/` is published instead of the plugin's own. */
export function publicFileWarning(name: string): string {
  return `public/${name} is published as it is; wirecopy() makes no ${name} of its own. Delete it to get that one.`;
}

/** Whether a project has a page besides those of a section. In this package's own site, the project's pages are ours. */
export function hasOwnPages(srcDir: URL): boolean {
  const folder = fileURLToPath(new URL('pages/', srcDir));
  if (!existsSync(folder)) return false;
  const ours = new Set(PAGES.map(({ file }) => fileURLToPath(entrypoint(file))));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    // Astro makes no page of what begins with an underscore.
    (name) =>
      PAGE_FILES.includes(extname(name)) && !/(?:^|[\\/])_/u.test(name) && !ours.has(join(folder, name)),
  );
}

function pagesOf({ base, pages }: Site): Page[] {
  return PAGES.filter(
    ({ kinds = [], whole }) => (base === '/' || !whole) && kinds.every((kind) => pages[kind]),
  );
}

const entrypoint = (file: string): URL => new URL(`../../src/pages/${file}`, import.meta.url);

/** @returns the file of the project that has a route's address */
function pageAt(route: string, srcDir: URL): URL | undefined {
  const path = `pages${route.replace(/\/+$/, '')}`;
  const names = path.endsWith(LIST) ? [path, path.slice(0, -LIST.length - 1)] : [path];
  return names
    .flatMap((name) => [name, `${name}/index`])
    .flatMap((name) => PAGE_FILES.map((extension) => new URL(name + extension, srcDir)))
    .find((file) => existsSync(file));
}

/** @returns the file in `public/` that has a route's address, relative to `public/` */
function publicFileAt(route: string, publicDir: URL): string | undefined {
  if (route.includes('[')) return undefined;
  const path = route.replace(/^\/+|\/+$/gu, '');
  const names = [...(path.includes('.') ? [path] : []), `${path}.html`, `${path}/index.html`];
  return names.map((name) => name.replace(/^\//u, '')).find((name) => existsSync(new URL(name, publicDir)));
}
