// The stories of a section in order: which come before and after one another, which months and places have which. Made
// once from the summaries of the story index, and shared by all pages.

import { placeSlug } from '../config/urls.ts';
import type { StorySummary } from '../stories/story-summary.ts';

/** A month that has stories. */
export interface Month {
  /** `2025` */
  year: string;
  /** `04` */
  month: string;
  /** Newest first. */
  stories: StorySummary[];
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
  stories: StorySummary[];
}

/** The stories of a section, in order and by what they have in common. */
export interface StoryArchive {
  /** Every story: dated ones newest first, then undated ones in dump order. */
  stories: readonly StorySummary[];
  /** Newest first; years without a story are left out. */
  years: Year[];
  /** In dump order. */
  undated: StorySummary[];
  /** Those with a note about a correction, the latest correction first. */
  corrected: StorySummary[];
  /** Places that stories are about, by slug. */
  places: ReadonlyMap<string, Place>;
  /** The stories before and after one in `stories`. */
  neighbours(id: string): { previous?: StorySummary; next?: StorySummary };
  /** Stories that one leads on to, the best first; its neighbours are none of them. */
  related(summary: StorySummary): StorySummary[];
}

/** @param stories in the order of the site */
export function createArchive(stories: readonly StorySummary[]): StoryArchive {
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
    related({ id, related = [] }) {
      const at = position.get(id);
      return at === undefined ? [] : related.flatMap((offset) => stories[at + offset] ?? []);
    },
  };
}

/** The day of a story's correction; empty where it has none. */
const correctedOn = ({ corrected }: StorySummary) => corrected?.correction?.date ?? '';

function groupByYear(stories: readonly StorySummary[]): Year[] {
  const years: Year[] = [];
  for (const summary of stories) {
    if (!summary.data.date) continue;
    const day = summary.data.date.toISOString();
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
    inMonth.stories.push(summary);
    inYear.count++;
  }
  return years;
}

/** Names that differ in nothing an address keeps are one place. */
function groupByPlace(stories: readonly StorySummary[]): Map<string, Place> {
  const slugs = new Map<string, string>();
  const places = new Map<string, Place>();
  for (const summary of stories) {
    for (const name of summary.data.places) {
      let slug = slugs.get(name);
      if (slug === undefined) {
        slug = placeSlug(name);
        slugs.set(name, slug);
      }
      if (slug === '') continue;
      const place = places.get(slug);
      if (!place) places.set(slug, { name, slug, stories: [summary] });
      else if (place.stories.at(-1) !== summary) place.stories.push(summary);
    }
  }
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}
