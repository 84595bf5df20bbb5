// The order of the site: which stories stand beside one another, which month holds which. Made once from the
// catalogue's listings, which come in the order of the site, and shared by all pages.

import { placeSlug } from '../facts.ts';
import type { Listing } from '../stories/catalogue.ts';

/** A month that has stories. */
export interface Month {
  /** `2025` */
  year: string;
  /** `04` */
  month: string;
  /** Newest first. */
  stories: Listing[];
}

/** A year that has stories. */
export interface Year {
  /** `2025` */
  year: string;
  /** Newest first; months without a story are left out. */
  months: Month[];
  /** Of its stories. */
  count: number;
}

/** A place that stories are about. */
export interface Place {
  /** Common English name of the country. */
  name: string;
  /** As it stands in addresses. */
  slug: string;
  /** In the order of the site. */
  stories: Listing[];
}

/** The stories of a section, in order and by what they have in common. */
export interface Edition {
  /** Every story: dated ones newest first, then undated ones in dump order. */
  stories: readonly Listing[];
  /** Newest first; years without a story are left out. */
  years: Year[];
  /** In dump order. */
  undated: Listing[];
  /** The ones that readers are told were corrected, the latest correction first. */
  corrected: Listing[];
  /** Places that stories are about, by slug. */
  places: ReadonlyMap<string, Place>;
  /** The stories before and after one in `stories`. */
  neighbours(id: string): { previous?: Listing; next?: Listing };
  /**
   * Stories that share a place with one, but for itself and its neighbours. Those that come after it are taken
   * first, so that a new story leaves the pages of older ones as they are.
   */
  related(listing: Listing, count: number): Listing[];
}

/** @param stories in the order of the site */
export function makeEdition(stories: readonly Listing[]): Edition {
  const position = new Map(stories.map(({ id }, at) => [id, at]));
  const places = groupByPlace(stories);
  return {
    stories,
    years: groupByYear(stories),
    undated: stories.filter(({ data }) => data.date === undefined),
    corrected: stories.filter(correctedOn).sort((a, b) => correctedOn(b).localeCompare(correctedOn(a), 'en')),
    places,
    neighbours(id) {
      const at = position.get(id);
      const previous = at === undefined ? undefined : stories[at - 1];
      const next = at === undefined ? undefined : stories[at + 1];
      return { ...(previous && { previous }), ...(next && { next }) };
    },
    related(listing, count) {
      const at = position.get(listing.id) ?? 0;
      const shared = listing.data.places
        .map((name) => places.get(placeSlug(name))?.stories ?? [])
        .map((list) => ({ list, found: indexIn(list, at, position) }));
      // Two more than asked for, since the neighbours are among them.
      const after = shared.flatMap(({ list, found }) => list.slice(found + 1, found + count + 2));
      const before = shared.flatMap(({ list, found }) =>
        list.slice(Math.max(0, found - count - 1), found).reverse(),
      );
      const besides = [stories[at - 1], listing, stories[at + 1]];
      return [...new Set([...after, ...before])].filter((each) => !besides.includes(each)).slice(0, count);
    },
  };
}

/** Where in a list the story is that has a position on the site; the list is in the order of the site. */
function indexIn(list: readonly Listing[], at: number, position: ReadonlyMap<string, number>): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((position.get(list[middle]?.id ?? '') ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day of a story's correction; empty where it has none. */
const correctedOn = ({ correction }: Listing) => correction?.note?.date ?? '';

function groupByYear(stories: readonly Listing[]): Year[] {
  const years: Year[] = [];
  for (const listing of stories) {
    if (!listing.data.date) continue;
    const day = listing.data.date.toISOString();
    const [year, month] = [day.slice(0, -20), day.slice(-19, -17)];
    let inYear = years.at(-1);
    if (inYear?.year !== year) {
      inYear = { year, months: [], count: 0 };
      years.push(inYear);
    }
    let inMonth = inYear.months.at(-1);
    if (inMonth?.month !== month) {
      inMonth = { year, month, stories: [] };
      inYear.months.push(inMonth);
    }
    inMonth.stories.push(listing);
    inYear.count++;
  }
  return years;
}

/** Names that differ in nothing an address keeps are one place. */
function groupByPlace(stories: readonly Listing[]): Map<string, Place> {
  const slugs = new Map<string, string>();
  const places = new Map<string, Place>();
  for (const listing of stories) {
    for (const name of listing.data.places) {
      let slug = slugs.get(name);
      if (slug === undefined) {
        slug = placeSlug(name);
        slugs.set(name, slug);
      }
      if (slug === '') continue;
      const place = places.get(slug);
      if (!place) places.set(slug, { name, slug, stories: [listing] });
      else if (place.stories.at(-1) !== listing) place.stories.push(listing);
    }
  }
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}
