// Which pages of a site are this package's to make, and whose a page is where two routes have the same address: the first
// in Astro's own order of routes, as in a build without this package.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger } from 'astro';
import { type ListedPaths, listedBelow } from '../astro/listed-paths.ts';
import { withoutSlashes } from '../astro/output-paths.ts';
import { memoize } from '../utils/memoize.ts';

/** Addresses that are named; of more, the number. */
const MAX_NAMED = 5;

/** The package's own templates; in the template repository they are the project's pages as well. */
const TEMPLATES = realpathSync(fileURLToPath(new URL('../../src/pages', import.meta.url)));

/** @returns whether the page of a route is made by one of the package's templates */
export function ownRoutes({ root }: Pick<AstroConfig, 'root'>): (route: { component: string }) => boolean {
  const folder = realpathSync(fileURLToPath(root));
  // A site has few templates, and many pages of each.
  const isOwn = memoize((component: string) => isWithin(TEMPLATES, path.resolve(folder, component)));
  return ({ component }) => isOwn(component);
}

/**
 * Whether a file is in a folder.
 * @param system the rules of paths; others than this machine's for tests
 */
export function isWithin(folder: string, file: string, system: typeof path.posix = path): boolean {
  const relative = system.relative(folder, file);
  return relative !== '' && relative.split(system.sep)[0] !== '..' && !system.isAbsolute(relative);
}

/** A page, as far as it is decided about here. */
interface Contender {
  pathname: string;
  route: { route: string; component: string };
}
type Route = Contender['route'];
/** Whose pages are listed by their names. */
type Listed = Pick<ListedPaths, 'find'>;

/** Tells the pages whose address another route has that comes first in Astro's order. */
export class Contest {
  readonly #isOwn: (route: Route) => boolean;
  readonly #listed: ReadonlyMap<Route, Listed>;
  /** Routes, by the addresses of their pages; those of pages that a module lists are asked for there. */
  readonly #owners = new Map<string, Route>();
  /** Routes whose pages a module lists, of those that came, each with what their addresses begin with. */
  readonly #came = new Map<Route, string>();
  readonly #contested: string[] = [];

  /**
   * @param isOwn whether the page of a route is this package's
   * @param listed routes whose pages a module lists, each once
   */
  constructor(isOwn: (route: Route) => boolean, listed: ReadonlyMap<Route, Listed> = new Map()) {
    this.#isOwn = isOwn;
    this.#listed = listed;
  }

  /**
   * Takes part with a page; to be asked once for each, in Astro's order.
   * @returns whether its route has its address
   */
  admits({ pathname, route }: Contender): boolean {
    const address = withoutSlashes(pathname);
    const isListed = this.#listed.has(route);
    if (isListed && !this.#came.has(route)) this.#came.set(route, withoutSlashes(listedBelow(route)));
    const owner = this.#owners.get(address) ?? this.#listedOwner(address, route);
    if (!owner) {
      if (!isListed) this.#owners.set(address, route);
      return true;
    }
    // Astro decides, and speaks, of two pages of the project's.
    if (!this.#isOwn(owner) && !this.#isOwn(route)) return true;
    this.#contested.push(`${pathname} is made by ${owner.component} and not by ${route.component}`);
    return false;
  }

  /** The first of the routes whose pages are listed that has an address, if it is another one. */
  #listedOwner(address: string, own: Route): Route | undefined {
    const end = address.lastIndexOf('/');
    const [below, name] = [address.slice(0, Math.max(0, end)), address.slice(end + 1)];
    for (const [route, start] of this.#came) {
      if (route === own) return undefined;
      if (start === below && this.#listed.get(route)?.find(name) !== undefined) return route;
    }
    return undefined;
  }

  /**
   * Says which pages were not admitted.
   * @param behavior what Astro's `prerenderConflictBehavior` says
   * @returns whether there are any
   * @throws Error where there are, and that is `error`
   */
  settle(
    behavior: AstroConfig['prerenderConflictBehavior'],
    logger: Pick<AstroIntegrationLogger, 'warn'>,
  ): boolean {
    const count = this.#contested.length;
    if (count === 0) return false;
    const named = this.#contested.slice(0, MAX_NAMED).join('; ');
    const more = count > MAX_NAMED ? `; and ${count - MAX_NAMED} more` : '';
    const text = `Two routes have the same address: ${named}${more}. The first in Astro's order of routes counts.`;
    if (behavior === 'error') throw new Error(text);
    logger.warn(text);
    return true;
  }
}
