// The variables that say where a site is, SITE_URL and BASE_PATH, and addresses that nobody can have meant.

/** What people write behind `SITE_URL=` and `BASE_PATH=`. */
export interface Environment {
  SITE_URL?: string | undefined;
  BASE_PATH?: string | undefined;
}

/** Hosts that belong to nobody (RFC 2606), such as the one that the template has by default. */
const NOBODYS = /\.(?:example|invalid)$/u;
const PATH = /^\/?(?:[^\s/?#:\\]+\/?)*$/u;

/** @throws Error with the variable, what it was, and what it should be */
export function checkEnvironment({ SITE_URL: site, BASE_PATH: base }: Environment): void {
  if (site && !isAddress(site)) {
    const better = /^[\w.-]+\.[a-z]{2,}/iu.test(site) ? `https://${site}` : 'https://news.example.org';
    throw new Error(
      `SITE_URL=${JSON.stringify(site)} is no address of a site. Write it as SITE_URL=${better}.`,
    );
  }
  if (site) refusePath(site, base);
  if (base) checkBase(`BASE_PATH=${JSON.stringify(base)}`, base);
}

/** @throws Error for an address with a path that is not the base: no link would have it */
function refusePath(site: string, base: string | undefined): void {
  const { origin, pathname } = new URL(site);
  const bare = (path: string) => path.replace(/^\/+|\/+$/gu, '');
  if (bare(pathname) === '' || bare(pathname) === bare(base ?? '')) return;
  throw new Error(
    `SITE_URL=${JSON.stringify(site)} has a path, and no link would have it. ` +
      `Write it as SITE_URL=${origin} BASE_PATH=/${bare(pathname)}.`,
  );
}

/**
 * @param named the path as errors name it
 * @throws Error where it is no path that a site can live under
 */
export function checkBase(named: string, base: string): void {
  if (PATH.test(base)) return;
  throw new Error(
    `${named} is no path. It is what stands behind the host in addresses, as in /news; the host is SITE_URL’s.`,
  );
}

/** @returns what to say of an address that is nobody’s; nothing of another */
export function addressWarning(site: string): string | undefined {
  if (!URL.canParse(site) || !NOBODYS.test(new URL(site).hostname)) return undefined;
  return (
    `Links, feeds and the sitemap name ${site}, which is nobody’s address. Set SITE_URL, or site in astro.config.mjs, ` +
    'to your own.'
  );
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}
