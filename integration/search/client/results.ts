// What a search found: how many stories, which ones in which order, by what they can be narrowed, and what of their
// text shows why. Everything beyond the count is loaded when it is asked for.
import type { Card } from '../format/cards.ts';
import { wordRulesOf } from '../words/terms.ts';
import { type Excerpt, excerptOf, type Marker, markerFor } from './excerpt.ts';
import { countFacet, type FacetCount, type FilterName } from './filters.ts';
import { type ClauseHits, report, type WordReport } from './lookup.ts';
import type { SegmentMatches } from './match.ts';
import { hasPhrase } from './phrases.ts';
import type { Query } from './query.ts';
import { piecesOfText } from './text.ts';

/** The order of results: best first, or by date. Of equally good stories the newer is first. */
export type SearchOrder = 'relevance' | 'newest' | 'oldest';

/** A story that was found. */
export interface FoundStory extends Card {
  /** Its address. */
  url: string;
}

/**
 * Reads a story's text as readers see it: its headline, then whatever else of it is searched.
 * @throws SearchError
 */
export type StoryReader = (story: FoundStory) => Promise<readonly string[]>;

/** Stories whose text is read for a phrase before a search says “at least”. */
const PROVED_AT_FIRST = 60;
/** Stories that are read at a time, and as many as a page of results has. */
const AT_ONCE = 10;

/** What a search was made of. */
export interface Found {
  query: Query;
  hits: readonly ClauseHits[];
  /** Stories that all filters let through. */
  matches: readonly SegmentMatches[];
  /** Stories that all filters but one let through. */
  without(filter: FilterName): readonly SegmentMatches[];
  order: SearchOrder;
  addressOf(card: Card): string;
  read: StoryReader;
}

/** The stories that a search found. */
export class SearchResults {
  /** What became of each word. */
  readonly words: readonly WordReport[];
  readonly #found: Found;
  readonly #marker: Marker;
  /** Stories that have all words, in order. */
  readonly #candidates: Uint32Array;
  /** Those of them that have the phrases too, as far as that was proved. */
  readonly #proved: FoundStory[] = [];
  #tried = 0;
  readonly #texts = new Map<string, Promise<readonly string[]>>();

  constructor(found: Found) {
    this.#found = found;
    this.words = [
      ...found.hits.map((hit) => hit.report),
      ...found.query.ignored.map((word) => report(word, 'ignored')),
    ];
    this.#marker = markerFor(found.query.clauses, found.hits);
    this.#candidates = inOrder(found.matches, found.order);
  }

  /** How many stories were found; at least so many where `isAtLeast`. */
  get count(): number {
    return this.needsProof ? this.#proved.length : this.#candidates.length;
  }

  /** Whether there may be more: not all stories that have the words were looked through for the phrase. */
  get isAtLeast(): boolean {
    const isUnproved = this.needsProof && this.#tried < this.#candidates.length;
    return isUnproved || this.words.some(({ hasMore }) => hasMore);
  }

  /** Whether stories are read to find out if they have a phrase; counts of facets are of those that may have it. */
  get needsProof(): boolean {
    return this.#found.query.phrases.length > 0;
  }

  /**
   * Stories from one place in the order to another, the end exclusive.
   * @throws SearchError
   */
  async stories(from: number, to: number): Promise<FoundStory[]> {
    if (this.needsProof) {
      await this.prove({ stories: to });
      return this.#proved.slice(from, to);
    }
    return Promise.all(Array.from(this.#candidates.subarray(from, to), (at) => this.#story(at)));
  }

  /**
   * Looks through stories for the phrases of the query, best first.
   * @param stories stops when so many have them
   * @param tries stops when so many were looked through
   * @throws SearchError
   */
  async prove({
    stories = Number.POSITIVE_INFINITY,
    tries = Number.POSITIVE_INFINITY,
  }: {
    stories?: number;
    tries?: number;
  } = {}): Promise<void> {
    while (
      this.needsProof &&
      this.#proved.length < stories &&
      this.#tried < Math.min(tries, this.#candidates.length)
    ) {
      const next = this.#candidates.subarray(this.#tried, this.#tried + AT_ONCE);
      const tried = await Promise.all(
        Array.from(next, async (at) => {
          const story = await this.#story(at);
          return { story, isProved: await this.#isProved(story) };
        }),
      );
      this.#tried += tried.length;
      this.#proved.push(...tried.filter(({ isProved }) => isProved).map(({ story }) => story));
    }
  }

  /**
   * Counts the stories that have the words by the values of a facet. A phrase is not proved for it.
   * @throws SearchError
   */
  async facet(name: FilterName): Promise<FacetCount[]> {
    return countFacet(name, this.#found.without(name));
  }

  /**
   * The part of a story’s text that shows why it was found.
   * @throws SearchError
   */
  async excerpt(story: FoundStory): Promise<Excerpt | undefined> {
    const [headline = '', ...texts] = await this.#textsOf(story);
    return excerptOf(texts.length > 0 ? texts : [headline], story.lang, this.#marker);
  }

  /** @param at which of all matches, counted through all segments */
  async #story(at: number): Promise<FoundStory> {
    let own = at;
    for (const { segment, stories } of this.#found.matches) {
      const story = stories[own];
      if (story !== undefined) {
        const card = await segment.card(story);
        return { ...card, url: this.#found.addressOf(card) };
      }
      own -= stories.length;
    }
    throw new RangeError(`There is no match ${at}.`);
  }

  async #isProved(story: FoundStory): Promise<boolean> {
    const texts = (await this.#textsOf(story)).map((text) => piecesOfText(text, wordRulesOf(story.lang)));
    return this.#found.query.phrases.every((phrase) => texts.some((pieces) => hasPhrase(phrase, pieces)));
  }

  #textsOf(story: FoundStory): Promise<readonly string[]> {
    const known = this.#texts.get(story.id);
    if (known) return known;
    const texts = this.#found.read(story);
    this.#texts.set(story.id, texts);
    texts.catch(() => this.#texts.delete(story.id));
    return texts;
  }
}

/** @returns what `prove()` is first asked for */
export const FIRST_PROOF = { stories: AT_ONCE, tries: PROVED_AT_FIRST };

/** @returns for each match in the order wanted, which of the matches it is, counted through all segments */
function inOrder(matches: readonly SegmentMatches[], order: SearchOrder): Uint32Array {
  const count = matches.reduce((sum, { stories }) => sum + stories.length, 0);
  const oldest = Uint32Array.from({ length: count }, (_, at) => at);
  if (order === 'oldest') return oldest;
  const newest = oldest.reverse();
  if (order === 'newest') return newest;
  // Scores are few, and stories that share one stay in the order of dates: no comparison of stories is needed.
  const scores = Float64Array.from(matches.flatMap((each) => [...each.scores]));
  const byScore = new Map<number, number[]>();
  for (const at of newest) {
    const score = scores[at] ?? 0;
    const same = byScore.get(score);
    if (same) same.push(at);
    else byScore.set(score, [at]);
  }
  const best = Float64Array.from(byScore.keys()).sort().reverse();
  return Uint32Array.from([...best].flatMap((score) => byScore.get(score) ?? []));
}
