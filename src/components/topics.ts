// The pages and feeds of what stories have in common besides places: sections, authors and agencies. One way of making
// them serves all three kinds.
import type { APIContext } from 'astro';
import {
  authorsOf,
  calendarDay,
  type ListPage,
  pageKey,
  paginate,
  placeSlug,
  rssFeed,
  type StorySummary,
  sectionAt,
  type TopicKind,
} from 'astro-wirecopy/site';

/** Props of a page of a topic. */
export interface TopicProps {
  name: string;
  slug: string;
  page: ListPage<StorySummary>;
  count: number;
  /** Stories by year; on the topic's own address alone. */
  years: readonly (readonly [year: string, count: number])[];
}

/** The list of all topics of a kind: no page where there are none. */
export function topicListPaths(kind: TopicKind, routePattern: string) {
  return sectionAt(routePattern).archive()[kind].size > 0 ? [{ params: { list: undefined } }] : [];
}

/** Every page of every topic of a kind. */
export function topicPaths(kind: TopicKind, routePattern: string) {
  return [...sectionAt(routePattern).archive()[kind].values()].flatMap(({ name, slug, stories }) =>
    paginate(stories, 'first').map((page) => {
      const years = page.number === undefined ? countByYear(stories) : [];
      return {
        params: { topic: slug, page: page.number?.toString() },
        props: { name, slug, page, count: stories.length, years } satisfies TopicProps,
        cacheKey: pageKey(name, listKey(page, stories), years.flat().join(' '), ...page.items),
      };
    }),
  );
}

/** What of a list's page depends on the rest of the list. */
export function listKey(page: ListPage<StorySummary>, list: readonly StorySummary[]): string {
  return [page.number ?? list.length, page.older, page.newer, page.total].join(' ');
}

/** How many stories of a list each year has, the newest year first. */
export function countByYear(stories: readonly StorySummary[]): [year: string, count: number][] {
  const years = new Map<string, number>();
  for (const { data } of stories) {
    if (!data.date) continue;
    const year = calendarDay(data.date).slice(0, -6);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years].sort(([a], [b]) => Number(b) - Number(a));
}

/** The stories of a page by year, in the order of the page; those without a date stand under no year. */
export function groupedByYear(stories: readonly StorySummary[]): { year: string; entries: StorySummary[] }[] {
  const groups: { year: string; entries: StorySummary[] }[] = [];
  for (const summary of stories) {
    const { date } = summary.data;
    const year = date ? calendarDay(date).slice(0, -6) : '';
    const last = groups.at(-1);
    if (last?.year === year) last.entries.push(summary);
    else groups.push({ year, entries: [summary] });
  }
  return groups;
}

/** The feed of every topic of a kind. */
export function topicFeedPaths(kind: TopicKind, routePattern: string) {
  const { archive, newestForFeed } = sectionAt(routePattern);
  return [...archive()[kind].values()].map(({ name, slug, stories }) => {
    const shown = newestForFeed(stories, ({ data }) =>
      topicsOf(kind, data).some((each) => placeSlug(each) === slug),
    );
    return {
      params: { topic: slug },
      props: { name, slug, stories: shown },
      cacheKey: pageKey(name, ...shown),
    };
  });
}

/** The topics of a kind that a story has. */
function topicsOf(kind: TopicKind, { section, byline, agency }: StorySummary['data']): string[] {
  if (kind === 'authors') return authorsOf(byline, agency);
  const name = kind === 'sections' ? section : agency;
  return name ? [name] : [];
}

/** What a topic's feed is made of. */
interface TopicFeed {
  name: string;
  slug: string;
  stories: readonly StorySummary[];
}

/** One of these feeds. */
export async function topicFeed(
  kind: TopicKind,
  { props: { name, slug, stories }, routePattern }: APIContext<TopicFeed>,
): Promise<Response> {
  const { config, inFull, urls } = sectionAt(routePattern);
  const head = {
    title: `${config.title}: ${name}`,
    self: urls.topicRss(kind, slug),
    page: urls.topic(kind, slug),
  };
  const feed = await rssFeed(inFull(stories), head, config, urls);
  return new Response(feed, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
