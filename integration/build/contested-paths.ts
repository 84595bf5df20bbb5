// Which pages of a site are this package's to make, and whose a page is where two routes have the same address: the first
// in Astro's own order of routes, as in a build without this package.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger } from 'astro';
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

/** A route, as far as it is decided about here. */
interface Contender {
  pathname: string;
  route: { component: string };
}

/**
 * Leaves out pages whose address another route has that comes first in Astro's order.
 * @param paths in Astro's order
 * @param isOwn whether a page is this package's
 * @param behavior what Astro's `prerenderConflictBehavior` says
 * @throws Error where that is `error`
 */
export function withoutContested<Page extends Contender>(
  paths: readonly Page[],
  isOwn: (page: Page) => boolean,
  behavior: AstroConfig['prerenderConflictBehavior'],
  logger: Pick<AstroIntegrationLogger, 'warn'>,
): Page[] {
  const winners = new Map<string, Page>();
  const contested: string[] = [];
  const kept = paths.filter((page) => {
    const address = withoutSlashes(page.pathname);
    const winner = winners.get(address);
    if (!winner) {
      winners.set(address, page);
      return true;
    }
    // Astro decides, and speaks, of two pages of the project's.
    if (!isOwn(winner) && !isOwn(page)) return true;
    contested.push(
      `${page.pathname} is made by ${winner.route.component} and not by ${page.route.component}`,
    );
    return false;
  });
  if (contested.length === 0) return kept;
  const named = contested.slice(0, MAX_NAMED).join('; ');
  const more = contested.length > MAX_NAMED ? `; and ${contested.length - MAX_NAMED} more` : '';
  const text = `Two routes have the same address: ${named}${more}. The first in Astro's order of routes counts.`;
  if (behavior === 'error') throw new Error(text);
  logger.warn(text);
  return kept;
}
