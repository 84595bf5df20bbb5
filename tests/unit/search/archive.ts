// An index in memory: made of stories as the build makes it, opened as a browser opens it.
import { hash } from 'node:crypto';
import { buildIndex, type IndexedStory, type Run } from '../../../integration/search/build/index.ts';
import { orderDates } from '../../../integration/search/build/order.ts';
import { indexRun } from '../../../integration/search/build/run.ts';
import { runInMemory } from '../../../integration/search/build/run-reader.ts';
import { openSearch, type Search, type SearchResults } from '../../../integration/search/client/index.ts';
import type { DateBasis, FacetValue } from '../../../integration/search/format/facets.ts';

/** A story of a test. */
export interface TestStory {
  id: string;
  headline?: string;
  text?: readonly string[];
  lang?: string;
  date?: string;
  basis?: DateBasis;
  places?: readonly string[];
  section?: string;
  author?: string;
}

/** Files of an index by name. */
export type Files = Map<string, Uint8Array>;

/**
 * Builds an index.
 * @param ends places in the list of stories at which a run ends
 * @param files of an earlier index
 */
export async function build(
  stories: readonly TestStory[],
  { ends = [], files = new Map() }: { ends?: readonly number[]; files?: Files } = {},
): Promise<{ files: Files; digest: string; folders: string[] }> {
  const cuts = [...new Set([0, ...ends.filter((end) => end < stories.length), stories.length])].sort(
    (a, b) => a - b,
  );
  const orders = orderDates(stories.map(({ date }) => date));
  const runs: Run[] = [];
  const indexed: IndexedStory[] = [];
  for (const [run, start] of cuts.slice(0, -1).entries()) {
    const own = stories.slice(start, cuts[run + 1]);
    runs.push({ stories: own.length, source: runInMemory(indexRun(own.map(textOf))) });
    for (const [at, story] of own.entries()) {
      const order = orders[start + at] ?? '';
      indexed.push({
        ...shownOf(story),
        order,
        text: { run, at },
        key: hash('sha256', JSON.stringify(textOf(story))),
      });
    }
  }
  const output: Files = new Map(files);
  const built = await buildIndex(indexed, runs, {
    read: async (name) => output.get(name),
    write: async (name, bytes) => {
      output.set(name, bytes.slice());
    },
  });
  return { files: output, ...built };
}

function textOf({ headline = '', text = [], lang = 'en' }: TestStory) {
  return { headline, text, lang };
}

function shownOf({ id, headline = '', lang = 'en', date, basis, places = [], section, author }: TestStory) {
  return {
    ...{ id, headline, lang, basis: basis ?? (date === undefined ? ('none' as const) : ('stated' as const)) },
    ...(date !== undefined && { date }),
    places: places.map(facetValue),
    sections: section === undefined ? [] : [facetValue(section)],
    authors: author === undefined ? [] : [facetValue(author)],
  };
}

const facetValue = (label: string): FacetValue => ({
  value: label.toLowerCase().replaceAll(' ', '-'),
  label,
});

/** Answers as a host with these files does. */
export function host(files: Files, asked: string[] = []) {
  return async (url: string) => {
    asked.push(url);
    const bytes = files.get(url.slice(url.indexOf('/search/') + '/search/'.length));
    return bytes ? new Response(bytes.slice()) : new Response('No such page', { status: 404 });
  };
}

/** Builds an index and opens it. */
export async function open(stories: readonly TestStory[]): Promise<Search> {
  const { files } = await build(stories);
  return openSearch('/', { fetch: host(files), read: reader(stories) });
}

/** Reads stories as their pages would be read. */
export function reader(stories: readonly TestStory[]) {
  const byId = new Map(stories.map((story) => [story.id, story]));
  return async ({ id }: { id: string }) => {
    const { headline = '', text = [] } = byId.get(id) ?? {};
    return [headline, ...text];
  };
}

/** Ids of all stories found, in order. */
export async function ids(results: SearchResults): Promise<string[]> {
  return (await results.stories(0, Number.POSITIVE_INFINITY)).map(({ id }) => id);
}
