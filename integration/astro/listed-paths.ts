// Paths of a page that there may be a hundred thousand of. The page's module lists them itself, by their names and keys,
// and finds one by its name. Of what getStaticPaths() gives Astro makes each address twice, and keeps it in each thread.
//
// Beyond the interface: Astro keeps what getStaticPaths() gave in a cache by routes, and looks there for the path of a page
// that it renders (https://github.com/withastro/astro/blob/main/packages/astro/src/core/render/route-cache.ts). Here it
// finds what asks the module instead. Where the cache is otherwise, or an address is not plain, Astro lists all paths.
import type { PrerenderPath } from './output-paths.ts';
import { isObject, type PrerenderApp, pathsOfRoutes } from './prerender-app.ts';

type Route = PrerenderPath['route'];

/** What the module of a page may export as `listedPaths`: a function of its route's pattern that gives this. */
export interface ListedPaths {
  /** Of all pages, the last part of their addresses. */
  names(): Iterable<string>;
  /** The key of the page at a position among them, if it has one. */
  keyOf(position: number): string | undefined;
  /** @returns the path of a page, as `getStaticPaths()` gives it; nothing where there is no such page */
  find(name: string): unknown;
}

/** Astro's cache of paths. */
interface RouteCache {
  set(route: Route, entry: { mod: unknown; staticPaths: unknown }): void;
}

const PLAIN = /^[\w.~-]*$/u;
const NOT_PLAIN = /[/#?%]/u;
/** Whether a part of an address stands in it as it is. */
const isPlain = (part: string) => PLAIN.test(part) || (part === part.normalize() && !NOT_PLAIN.test(part));

/**
 * Has Astro ask the modules of pages that list their paths themselves for the path of each page that it renders.
 * @param isOwn whether a page is this package's
 * @returns those lists, by their routes
 */
export async function takeListedPaths(
  app: PrerenderApp,
  isOwn: (route: Route) => boolean,
): Promise<Map<Route, ListedPaths>> {
  const found = new Map<Route, ListedPaths>();
  const { routeCache } = app;
  if (!isRouteCache(routeCache) || !app.getComponentByRoute) return found;
  for (const { routeData: route } of app.manifest.routes) {
    if (!isOwn(route) || !isNamedByEnd(route)) continue;
    const mod = await app.getComponentByRoute(route);
    const listed =
      isObject(mod) && typeof mod.listedPaths === 'function' && mod.listedPaths(patternOf(route));
    if (!isListed(listed) || !arePlain(listed.names())) continue;
    found.set(route, listed);
    routeCache.set(route, { mod, staticPaths: Object.assign([], { keyed: keyedBy(listed) }) });
  }
  return found;
}

function arePlain(names: Iterable<string>): boolean {
  for (const name of names) if (!isPlain(name)) return false;
  return true;
}

const patternOf = ({ route }: Route) => ({ routePattern: route });

/** What Astro looks for the path of an address in. */
function keyedBy(listed: ListedPaths) {
  return {
    get: (address: string) => {
      const path = address.replace(/\/$/u, '');
      return listed.find(path.slice(path.lastIndexOf('/') + 1));
    },
  };
}

/**
 * All paths, in Astro's order. Those that modules list are made one by one: of a million, none need be kept.
 * @param listed those that the modules of their pages list
 * @param list asks Astro for the paths of all routes; where it takes routes from elsewhere, it gives all at once
 */
export async function allPaths(
  app: PrerenderApp,
  listed: ReadonlyMap<Route, ListedPaths>,
  list: () => Promise<PrerenderPath[]>,
): Promise<Iterable<PrerenderPath>> {
  const all: Iterable<PrerenderPath>[] = [];
  for (const { routeData: route } of app.manifest.routes) {
    const own = listed.get(route);
    if (own) {
      all.push(pathsOf(route, own));
      continue;
    }
    const paths = await pathsOfRoutes(app, (each) => each === route, list);
    if (!paths.every((path) => path.route === route || route.fallbackRoutes.includes(path.route)))
      return list();
    all.push(paths);
  }
  return oneAfterAnother(all);
}

function* oneAfterAnother(all: readonly Iterable<PrerenderPath>[]): Generator<PrerenderPath> {
  for (const paths of all) yield* paths;
}

/** What the addresses of a route's pages begin with; their names stand behind it. */
export const listedBelow = ({ route }: Pick<Route, 'route'>): string =>
  route.slice(0, route.lastIndexOf('/') + 1);

function* pathsOf(route: Route, listed: ListedPaths): Generator<PrerenderPath> {
  const start = listedBelow(route);
  let at = 0;
  for (const name of listed.names()) {
    const pathname = start + name;
    const cacheKey = listed.keyOf(at++);
    yield cacheKey === undefined ? { pathname, route } : { pathname, route, cacheKey };
  }
}

/** Whether the last part of its address tells pages of a route apart, and no locale has other addresses. */
function isNamedByEnd({ segments, fallbackRoutes, type }: Route): boolean {
  const [last, ...more] = segments.at(-1) ?? [];
  const isPlainBefore = segments
    .slice(0, -1)
    .every((parts) => parts.every(({ dynamic, content }) => !dynamic && PLAIN.test(content)));
  const isNamed = last?.dynamic === true && !last.spread && more.length === 0;
  return type === 'page' && fallbackRoutes.length === 0 && isNamed && isPlainBefore;
}

function isListed(value: unknown): value is ListedPaths {
  return isObject(value) && ['names', 'keyOf', 'find'].every((name) => typeof value[name] === 'function');
}

function isRouteCache(value: unknown): value is RouteCache {
  return isObject(value) && typeof value.set === 'function';
}
