// Which stories have all that was asked for, and how well. For each segment an array of numbers, one a story: lists
// are added to it one after the other, so that a search takes time by the length of its lists and no sorting.
import type { Postings } from '../format/postings.ts';
import type { SegmentReader } from './dictionary.ts';
import type { ClauseHits, TermHit } from './lookup.ts';

/** What other forms of a word count, where the word itself counts 1. */
const OTHER_FORM = 0.6;

/** Stories of one segment that a query finds. */
export interface SegmentMatches {
  segment: SegmentReader;
  /** Numbers of stories, ascending. */
  stories: Uint32Array;
  /** How good each is: greater is better. */
  scores: Float64Array;
}

/**
 * Matches all clauses.
 * @param stories of the whole index
 */
export async function match(
  clauses: readonly ClauseHits[],
  segments: readonly SegmentReader[],
  stories: number,
): Promise<SegmentMatches[]> {
  const terms = clauses.flatMap((clause) => clause.terms);
  // Where one finds nothing, no list need be loaded.
  const isHopeless = terms.some(({ exact, others }) => exact.length + others.length === 0);
  return Promise.all(
    segments.map(async (segment) => {
      const tally = new Tally(segment.segment.stories);
      if (!isHopeless) {
        const lists = await Promise.all(terms.map((term) => loadTerm(term, segment)));
        for (const [at, { exact, others }] of lists.entries())
          tally.add(exact, others, rarity(terms[at], stories));
      }
      return { segment, ...tally.matches(isHopeless ? Number.POSITIVE_INFINITY : terms.length) };
    }),
  );
}

type Term = ClauseHits['terms'][number];

/** BM25's weight of a term by how few stories have it. */
function rarity(term: Term | undefined, stories: number): number {
  const { exact = [], others = [] } = term ?? {};
  const hits = exact.length > 0 ? exact : others;
  const count = Math.min(
    stories,
    hits.reduce((sum, { entry }) => sum + entry.count, 0),
  );
  return Math.log(1 + (stories - count + 0.5) / (count + 0.5));
}

interface LoadedTerm {
  exact: Postings[];
  others: Postings[];
}

async function loadTerm({ exact, others }: Term, segment: SegmentReader): Promise<LoadedTerm> {
  const load = (hits: readonly TermHit[]) =>
    Promise.all(hits.filter((hit) => hit.segment === segment).map((hit) => loadHit(hit)));
  const [own, more] = await Promise.all([load(exact), load(others)]);
  return { exact: own, others: more };
}

async function loadHit({ segment, entry, langs }: TermHit): Promise<Postings> {
  const [postings, ...masks] = await Promise.all([
    segment.postings(entry),
    ...langs.map((lang) => segment.facetMask('lang', lang)),
  ]);
  if (masks.length === 0) return postings;
  const isKept = (story: number) => masks.some((mask) => mask[story] === 1);
  return {
    stories: postings.stories.filter(isKept),
    impacts: postings.impacts.filter((_, at) => isKept(postings.stories[at] ?? 0)),
  };
}

/** What the stories of a segment have of a query. */
class Tally {
  /** How many terms each has, as long as it has all so far. */
  readonly #had: Uint16Array;
  /** How many of them as they were typed. */
  readonly #exact: Uint16Array;
  readonly #scores: Float64Array;
  #terms = 0;

  constructor(stories: number) {
    this.#had = new Uint16Array(stories);
    this.#exact = new Uint16Array(stories);
    this.#scores = new Float64Array(stories);
  }

  add(exact: readonly Postings[], others: readonly Postings[], weight: number): void {
    for (const list of exact) this.#addList(list, weight, 1);
    for (const list of others) this.#addList(list, weight * OTHER_FORM, 0);
    this.#terms++;
  }

  #addList({ stories, impacts }: Postings, weight: number, isExact: 0 | 1): void {
    for (let at = 0; at < stories.length; at++) {
      const story = stories[at] ?? 0;
      const had = this.#had[story] ?? 0;
      if (had < this.#terms) continue;
      if (had === this.#terms) {
        this.#had[story] = had + 1;
        this.#exact[story] = (this.#exact[story] ?? 0) + isExact;
      }
      this.#scores[story] = (this.#scores[story] ?? 0) + weight * ((impacts[at] ?? 0) + 1);
    }
  }

  /** Stories that have so many terms. Those that have more of them as they were typed are better. */
  matches(terms: number): Pick<SegmentMatches, 'stories' | 'scores'> {
    const stories = new Uint32Array(this.#had.length);
    let count = 0;
    for (let story = 0; story < this.#had.length; story++)
      if (this.#had[story] === terms) stories[count++] = story;
    const scores = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const story = stories[at] ?? 0;
      scores[at] = (this.#exact[story] ?? 0) * STEP + (this.#scores[story] ?? 0);
    }
    return { stories: stories.slice(0, count), scores };
  }
}

/** Above the score of any story. */
const STEP = 1e7;
