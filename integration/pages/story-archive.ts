// The stories of a section in order: which come before and after one another, which months and places have which. Made
// once from the summaries of the story index, and shared by all pages.

import { placeSlug } from '../config/urls.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { authorsOf } from './authors.ts';

/** A month that has stories. */
export interface Month {
  /** `2025` */
  year: string;
  /** `04` */
  month: string;
  /** Newest first. */
  stories: StorySummary[];
}

/** A day that has stories. */
export interface Day {
  /** `05` */
  day: string;
  /** Newest first. */
  stories: StorySummary[];
  /** Whether it has stories enough for a page of its own. */
  hasPage: boolean;
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

/** What stories have in common that has a page: a place, a section, an author, an agency. */
export interface Topic {
  /** Of a place the common English name of the country, of others as the first story has it. */
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
  /** Those that an editor puts first, the newest first. */
  pinned: StorySummary[];
  /** Those with a note about a correction, the latest correction first. */
  corrected: StorySummary[];
  /** Places that stories are about, by slug. */
  places: ReadonlyMap<string, Topic>;
  /** Newspaper sections, by slug; those of a single story are left out. */
  sections: ReadonlyMap<string, Topic>;
  /** Who wrote stories, by slug; those of a single story are left out. */
  authors: ReadonlyMap<string, Topic>;
  /** Agencies that filed stories, by slug; those of a single story are left out. */
  agencies: ReadonlyMap<string, Topic>;
  /** The days of a month, newest first. */
  days(month: Month): Day[];
  /** Years, newest first, whose stories of one day of the year have a page. */
  yearsOf(month: string, day: string): string[];
  /** How many stories come before one in `stories`; all, where it is none of them. */
  newerThan(id: string): number;
  /** The stories before and after one in `stories`. */
  neighbours(id: string): { previous?: StorySummary; next?: StorySummary };
  /** Stories that one leads on to, the best first; its neighbours are none of them. */
  related(summary: StorySummary): StorySummary[];
}

/**
 * @param stories in the order of the site
 * @param positionOf finds a story among them by its id
 */
export function createArchive(
  stories: readonly StorySummary[],
  positionOf: (id: string) => number | undefined,
): StoryArchive {
  const places = groupBy(stories, ({ places }) => places);
  const years = groupByYear(stories);
  const daysByMonth = new Map<Month, Day[]>();
  const days = (month: Month) => {
    const known = daysByMonth.get(month) ?? groupByDay(month.stories);
    daysByMonth.set(month, known);
    return known;
  };
  let yearsByDay: Map<string, string[]> | undefined;
  return {
    stories,
    years,
    days,
    yearsOf(month, day) {
      yearsByDay ??= groupByDayOfYear(years, days);
      return yearsByDay.get(`${month}-${day}`) ?? [];
    },
    undated: stories.filter(({ data }) => data.date === undefined),
    pinned: stories.filter(({ corrected }) => corrected?.lead),
    corrected: stories.filter(correctedOn).sort((a, b) => correctedOn(b).localeCompare(correctedOn(a), 'en')),
    places,
    sections: worthPages(groupBy(stories, ({ section }) => (section ? [section] : []))),
    authors: worthPages(groupBy(stories, ({ byline, agency }) => authorsOf(byline, agency))),
    agencies: worthPages(groupBy(stories, ({ agency }) => (agency ? [agency] : []))),
    newerThan: (id) => positionOf(id) ?? stories.length,
    neighbours(id) {
      const at = positionOf(id);
      const previous = at === undefined ? undefined : stories[at - 1];
      const next = at === undefined ? undefined : stories[at + 1];
      return { ...(previous && { previous }), ...(next && { next }) };
    },
    related({ id }) {
      const at = positionOf(id);
      return at === undefined ? [] : relatedTo(stories, at);
    },
  };
}

/** @returns stories that the one at a position leads on to, the best first; all in the order of the site */
export function relatedTo(stories: readonly StorySummary[], position: number): StorySummary[] {
  return (stories[position]?.related ?? []).flatMap((offset) => stories[position + offset] ?? []);
}

/** The day of a story's correction; empty where it has none. */
const correctedOn = ({ corrected }: StorySummary) => corrected?.correction?.date ?? '';

function groupByYear(stories: readonly StorySummary[]): Year[] {
  const years: Year[] = [];
  for (const summary of stories) {
    if (!summary.data.date) continue;
    const day = calendarDay(summary.data.date);
    const [year, month] = [day.slice(0, -6), day.slice(-5, -3)];
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

/** Stories of a day that has a page of its own. */
const LEAST_OF_DAY = 5;

function groupByDay(stories: readonly StorySummary[]): Day[] {
  const days: Day[] = [];
  for (const summary of stories) {
    const { date } = summary.data;
    const day = date ? calendarDay(date).slice(-2) : '';
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, stories: [], hasPage: false };
      days.push(last);
    }
    last.stories.push(summary);
    last.hasPage = last.stories.length >= LEAST_OF_DAY;
  }
  return days;
}

function groupByDayOfYear(years: readonly Year[], days: (month: Month) => Day[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const month of years.flatMap(({ months }) => months)) {
    for (const { day, hasPage } of days(month)) {
      if (!hasPage) continue;
      const key = `${month.month}-${day}`;
      found.set(key, [...(found.get(key) ?? []), month.year]);
    }
  }
  return found;
}

/** Stories that make a section, an author or an agency worth a page. */
const LEAST_OF_TOPIC = 2;

function worthPages(topics: ReadonlyMap<string, Topic>): Map<string, Topic> {
  return new Map([...topics].filter(([, { stories }]) => stories.length >= LEAST_OF_TOPIC));
}

/** Names that differ in nothing an address keeps are one. */
function groupBy(
  stories: readonly StorySummary[],
  namesOf: (data: StorySummary['data']) => readonly string[],
): Map<string, Topic> {
  const slugs = new Map<string, string>();
  const topics = new Map<string, Topic>();
  for (const summary of stories) {
    for (const name of namesOf(summary.data)) {
      let slug = slugs.get(name);
      if (slug === undefined) {
        slug = placeSlug(name);
        slugs.set(name, slug);
      }
      if (slug === '') continue;
      const topic = topics.get(slug);
      if (!topic) topics.set(slug, { name, slug, stories: [summary] });
      else if (topic.stories.at(-1) !== summary) topic.stories.push(summary);
    }
  }
  return new Map([...topics].sort(([a], [b]) => (a < b ? -1 : 1)));
}
