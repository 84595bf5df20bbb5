// The client: searches the index of a site in a reader's browser. `astro-wirecopy/search` is this file.
import type { Card } from '../format/cards.ts';
import { LATEST, manifestFile, SEARCH_FOLDER } from '../format/layout.ts';
import { decodeManifest, type Manifest } from '../format/manifest.ts';
import { SegmentReader } from './dictionary.ts';
import { SearchError } from './errors.ts';
import { type Fetch, IndexFiles } from './files.ts';
import { type FilterName, maskOf, type SearchFilters } from './filters.ts';
import { Lookup } from './lookup.ts';
import { match, type SegmentMatches } from './match.ts';
import { pageReader } from './page.ts';
import { parseQuery } from './query.ts';
import { FIRST_PROOF, type SearchOrder, SearchResults, type StoryReader } from './results.ts';

export { SearchError, type SearchErrorCode } from './errors.ts';
export type { Excerpt, ExcerptPart } from './excerpt.ts';
export type { FacetCount, FilterName, SearchFilters } from './filters.ts';
export type { FoundBy, WordReport } from './lookup.ts';
export type { FoundStory, SearchOrder, SearchResults, StoryReader } from './results.ts';

/** How an index is opened. */
export interface SearchOptions {
  /** Which index, as the site's own pages know it. Default: the newest, which takes one request more. */
  digest?: string | undefined;
  /** Gets files. Default: the browser's. */
  fetch?: Fetch | undefined;
  /** Address of a story. Default: `stories/`, its id and a slash, below the section's own. */
  addressOf?: ((id: string) => string) | undefined;
  /** Reads a story's text. Default: from its page. */
  read?: StoryReader | undefined;
}

/** What a query may ask for beside its words. */
export interface QueryOptions extends SearchFilters {
  /** Default: `relevance`, or `newest` where the query has no words. */
  order?: SearchOrder | undefined;
}

/**
 * Opens the index of a section.
 * @param base where the section is: `/news/`, or an absolute address
 * @throws SearchError
 */
export async function openSearch(base: string, options: SearchOptions = {}): Promise<Search> {
  const root = base.endsWith('/') ? base : `${base}/`;
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const files = new IndexFiles(`${root}${SEARCH_FOLDER}/`, fetch);
  const digest = options.digest ?? (await latestDigest(files, root));
  const manifest = await files.get(manifestFile(digest), decodeManifest);
  if (!manifest) throw new SearchError('format', `${root}${SEARCH_FOLDER}/${manifestFile(digest)}`);
  const addressOf = options.addressOf ?? ((id) => `${root}stories/${encodeURIComponent(id)}/`);
  return new Search(manifest, files, addressOf, options.read ?? pageReader(fetch));
}

async function latestDigest(files: IndexFiles, root: string): Promise<string> {
  const text = new TextDecoder().decode(await files.latest(LATEST));
  const digest = /"digest":"([0-9a-f]+)"/u.exec(text)?.[1];
  if (digest === undefined) throw new SearchError('damaged', `${root}${SEARCH_FOLDER}/${LATEST}`);
  return digest;
}

/** An open index. */
export class Search {
  /** Stories in it. */
  readonly size: number;
  /** Languages of its stories, as BCP 47 tags, the one with the most stories first. */
  readonly languages: readonly { lang: string; stories: number }[];
  readonly #addressOf: (id: string) => string;
  readonly #segments: readonly SegmentReader[];
  readonly #lookup: Lookup;
  readonly #read: StoryReader;

  /** Made by `openSearch()`. */
  constructor(manifest: Manifest, files: IndexFiles, addressOf: (id: string) => string, read: StoryReader) {
    this.#addressOf = addressOf;
    this.#segments = manifest.segments.map((segment) => new SegmentReader(segment, files));
    this.#lookup = new Lookup(this.#segments, manifest);
    this.#read = read;
    this.languages = manifest.languages;
    this.size = manifest.segments.reduce((size, { stories }) => size + stories, 0);
  }

  /**
   * Finds the stories that have all words of a text, and pass all filters. Words in quotes are found as they are
   * written, and several in quotes only where they follow each other. Without words, all stories that pass the filters.
   * @throws SearchError
   */
  async query(text: string, options: QueryOptions = {}): Promise<SearchResults> {
    const { order, ...filters } = options;
    const query = parseQuery(text);
    const [masks, hits] = await Promise.all([
      this.#masks(filters),
      Promise.all(query.clauses.map((clause) => this.#lookup.clause(clause))),
    ]);
    const isEmpty = query.clauses.length === 0 && masks.length === 0;
    const all = isEmpty ? [] : await match(hits, this.#segments, this.size);
    const without = (filter?: FilterName) => {
      const kept = masks.filter(({ name }) => name !== filter);
      return all.map((own, at) => kept.reduce((rest, { ofSegments }) => narrow(rest, ofSegments[at]), own));
    };
    const results = new SearchResults({
      query,
      hits,
      matches: without(),
      without,
      order: order ?? (query.clauses.length > 0 ? 'relevance' : 'newest'),
      addressOf: ({ id }: Card) => this.#addressOf(id),
      read: this.#read,
    });
    await results.prove(FIRST_PROOF);
    return results;
  }

  /** For each filter that is set, which stories of each segment it lets through. */
  #masks(filters: SearchFilters): Promise<FilterMasks[]> {
    const set = FILTERS.flatMap((name) => {
      const value = filters[name];
      return value === undefined || value === '' ? [] : [{ name, value }];
    });
    return Promise.all(
      set.map(async ({ name, value }) => ({
        name,
        ofSegments: await Promise.all(this.#segments.map((segment) => maskOf(name, value, segment))),
      })),
    );
  }
}

interface FilterMasks {
  name: FilterName;
  ofSegments: Uint8Array[];
}

const FILTERS: readonly FilterName[] = ['year', 'month', 'place', 'lang', 'section', 'author', 'dated'];

function narrow(matches: SegmentMatches, mask: Uint8Array | undefined): SegmentMatches {
  const isKept = (story: number) => mask?.[story] === 1;
  return {
    segment: matches.segment,
    stories: matches.stories.filter(isKept),
    scores: matches.scores.filter((_, at) => isKept(matches.stories[at] ?? 0)),
  };
}
