// Where a prerendered page goes and what it is asked for by: Astro's rules for `build.format` and
// `trailingSlash`, for the routes whose pages this package writes itself.
import type { AstroConfig, AstroPrerenderer } from 'astro';
import { memoize } from '../utils/memoize.ts';

/** A page to be, as Astro's prerenderer names it. */
export type PrerenderPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What decides over a page's file and address. It survives a structured clone. */
export type PageFormat = Pick<AstroConfig, 'site' | 'base' | 'trailingSlash'> & {
  build: { format: AstroConfig['build']['format'] };
};

/** Pages that a host shows for a status: a file in every format. */
const STATUS_PAGES = new Set(['404', '500']);

/** @returns that part of Astro's configuration */
export function pageFormat({ site, base, trailingSlash, build: { format } }: AstroConfig): PageFormat {
  return { site, base, trailingSlash, build: { format } };
}

/** @returns the page's file, relative to the output folder, with forward slashes */
export function outputFile({ pathname, route }: PrerenderPath, config: PageFormat): string {
  const path = withoutSlashes(pathname);
  if (route.type === 'endpoint') return path;
  const { format } = config.build;
  if (path === '') return 'index.html';
  if (STATUS_PAGES.has(path)) return `${path}.html`;
  const own = format === 'directory' || (format === 'preserve' && route.isIndex);
  return own ? `${path}/index.html` : `${path}.html`;
}

/** @returns the path, Astro's base included, that the page is rendered for */
function requestPathname({ pathname, route }: PrerenderPath, config: PageFormat): string {
  const base = config.base.replace(/\/+$/u, '');
  const path = `${base}/${withoutSlashes(pathname)}`;
  if (route.type === 'endpoint') return path;
  const { format } = config.build;
  if (format === 'file' || (format === 'preserve' && !route.isIndex)) return `${path}.html`;
  return config.trailingSlash === 'never' ? path : `${path.replace(/\/+$/u, '')}/`;
}

/** @returns a path without slashes at its ends: a pattern takes several times as long, and there may be many paths */
export function withoutSlashes(pathname: string): string {
  let [start, end] = [0, pathname.length];
  while (pathname[start] === '/') start++;
  while (end > start && pathname[end - 1] === '/') end--;
  return pathname.slice(start, end);
}

/** Whoever asks for a page parses its address: here it need not be one more time. */
const originOf = memoize((site: string) => new URL(site).origin);

/** @returns the address, Astro's base included, that the page is rendered for */
export function requestUrl(page: PrerenderPath, config: PageFormat): string {
  return originOf(config.site ?? 'http://localhost') + requestPathname(page, config);
}

/** @returns the name of a page in the lists that Astro hands to integrations once all is built */
export function reportedPathname({ pathname }: Pick<PrerenderPath, 'pathname'>, config: PageFormat): string {
  const path = withoutSlashes(pathname);
  const slash =
    config.trailingSlash === 'always' ||
    (config.trailingSlash === 'ignore' && config.build.format === 'directory');
  // A string of its own: of one that is put together or cut out, V8 keeps the parts, or the whole.
  return [path, slash && path !== '' ? '/' : ''].join('');
}

/**
 * The same for a page that is known by its file.
 * @param file as `outputFile()` gives it
 * @returns nothing where it is no page
 */
export function reportedFile(file: string, config: PageFormat): string | undefined {
  if (!file.endsWith('.html')) return undefined;
  const pathname = file.replace(
    config.build.format === 'file' ? /\.html$/u : /(?:^|\/)index\.html$|\.html$/u,
    '',
  );
  return reportedPathname({ pathname: file === 'index.html' ? '' : pathname }, config);
}
