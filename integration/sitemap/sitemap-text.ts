// Sitemaps as @astrojs/sitemap writes them, taken apart into entries and put together again, so that a build has it write
// only the entries that are new. Where a sitemap is otherwise than expected, nothing is taken apart, and it writes all.

/** The sitemaps of a site, taken apart. */
export interface SitemapParts {
  /** What stands before the entries of each. */
  open: string;
  /** Each entry as it is written, by its address, in the order of the sitemaps. */
  entries: Map<string, string>;
  /** How many sitemaps there are. */
  count: number;
}

const ENTRY_END = '</url>';
const CLOSE = '</urlset>';
const ADDRESS = /^<url><loc>([^<]+)<\/loc>/u;

/**
 * @param sitemaps texts of all that have pages, in order
 * @returns nothing where one of them is otherwise than expected
 */
export function takeApart(sitemaps: readonly string[]): SitemapParts | undefined {
  const [first = ''] = sitemaps;
  const open = first.slice(0, Math.max(0, first.indexOf('<url>')));
  const entries = new Map<string, string>();
  for (const text of sitemaps) {
    if (open === '' || !text.startsWith(`${open}<url>`) || !text.endsWith(ENTRY_END + CLOSE))
      return undefined;
    const pieces = text.slice(open.length, -(ENTRY_END + CLOSE).length).split(ENTRY_END);
    for (const piece of pieces) {
      const [, address] = ADDRESS.exec(piece) ?? [];
      if (address === undefined) return undefined;
      entries.set(unescaped(address), piece + ENTRY_END);
    }
  }
  return { open, entries, count: sitemaps.length };
}

/**
 * The entries of some addresses, in the order of @astrojs/sitemap.
 * @param kept entries that are in that order already
 * @param added others
 */
export function mergedEntries(
  wanted: ReadonlySet<string>,
  kept: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, string>,
): string[] {
  const stay = [...kept.keys()].filter((address) => wanted.has(address) && !added.has(address));
  const merged: string[] = [];
  let at = 0;
  for (const [address, entry] of [...added].sort(([a], [b]) => compareAddresses(a, b))) {
    // Few are added to many: where each belongs is looked for by halves.
    for (const place = placeOf(address, stay); at < place; at++) merged.push(kept.get(stay[at] ?? '') ?? '');
    merged.push(entry);
  }
  for (; at < stay.length; at++) merged.push(kept.get(stay[at] ?? '') ?? '');
  return merged;
}

/** @returns how many of sorted addresses come before another */
function placeOf(address: string, addresses: readonly string[]): number {
  let [low, high] = [0, addresses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAddresses(addresses[middle] ?? '', address) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns the text of a sitemap */
export function sitemapOf({ open }: Pick<SitemapParts, 'open'>, entries: readonly string[]): string {
  return open + entries.join('') + CLOSE;
}

/**
 * The index of sitemaps with other days of their last change.
 * @param index the text of the former one
 * @param before entries of each sitemap as they were, and as they are
 * @param others addresses of the other sitemaps that it has to list
 * @returns nothing where the former index is otherwise than expected
 */
export function indexWith(
  index: string,
  before: readonly (readonly string[])[],
  now: readonly (readonly string[])[],
  others: readonly string[],
): string | undefined {
  const listed = new Set<string>();
  let isExpected = true;
  const changed = index.replace(
    /<sitemap><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/sitemap>/gu,
    (_, address: string, lastmod: string | undefined) => {
      const number = /\/sitemap-(\d+)\.xml$/u.exec(address)?.[1];
      if (number === undefined) listed.add(unescaped(address));
      const at = Number(number);
      isExpected &&= lastmod === (number === undefined ? undefined : newestDay(before[at] ?? []));
      const newest = number === undefined ? undefined : newestDay(now[at] ?? []);
      return `<sitemap><loc>${address}</loc>${newest ? `<lastmod>${newest}</lastmod>` : ''}</sitemap>`;
    },
  );
  const hasOthers = listed.size === others.length && others.every((address) => listed.has(address));
  return isExpected && hasOthers && before.length === now.length ? changed : undefined;
}

/** Whether an entry says that its page changed on a day; on none, where that is empty. */
export function saysDay(entry: string, day: string): boolean {
  return day === '' ? !entry.includes('<lastmod>') : entry.includes(`<lastmod>${day}`);
}

/** All are written in one form, so that they sort as the days do. */
function newestDay(entries: readonly string[]): string | undefined {
  let newest: string | undefined;
  for (const entry of entries) {
    const day = /<lastmod>([^<]+)/u.exec(entry)?.[1];
    if (day !== undefined && (newest === undefined || day > newest)) newest = day;
  }
  return newest;
}

const { compare } = new Intl.Collator('en', { numeric: true });

/** The order of @astrojs/sitemap, where nothing decides between addresses that differ. */
export function compareAddresses(a: string, b: string): number {
  return compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', apos: "'", quot: '"', lt: '<', gt: '>' };

function unescaped(text: string): string {
  return text.replace(/&(amp|apos|quot|lt|gt);/gu, (all, name: string) => CHARACTERS[name] ?? all);
}
