// Which stories lead on from one: those that share rare words of their headline, places, an author or a section with it,
// and are near to it in time. Only older ones are considered while there are enough of them, and how rare a word is, is
// told by older ones alone, so that a new story leaves the pages of older ones as they are.
import { MOST_RELATED } from './story-summary.ts';

/** A story as far as it matters here. */
export interface RelatableStory {
  headline: string;
  lang: string;
  places: readonly string[];
  byline?: string | undefined;
  section?: string | undefined;
  date?: string | undefined;
}

/** How many stories that share one term are looked at, the nearest in time first. */
const NEAREST = 12;
/** A term that one of so many stories has says nothing. */
const COMMON = 25;
/** Shorter words say little; in characters. */
const SHORTEST = 4;
/** Words of a headline that are looked at. */
const MOST_WORDS = 14;
/** Terms by what they are: a place or an author says more than a word of the headline. */
const WEIGHTS = { place: 2, author: 1.5, section: 0.25, word: 1 } as const;
/** After so many years what two stories share counts half. */
const FADE = 4;
const YEAR = 365.25 * 86_400_000;

type Kind = keyof typeof WEIGHTS;

/**
 * @param stories in the order of the site: dated ones newest first, then undated ones in the order of their dumps
 * @returns for each story the positions of others in the list, the best first, relative to its own
 */
export function relatedStories(stories: readonly RelatableStory[]): number[][] {
  const terms = new Terms(stories);
  const times = Float64Array.from(stories, timeOf);
  const dated: number[] = [];
  const undated: number[] = [];
  for (const [at, { date }] of stories.entries()) (date === undefined ? undated : dated).push(at);
  // From the oldest on.
  dated.reverse();
  const related: number[][] = stories.map(() => []);
  const indexes = [dated, undated].map((order) => {
    const index = new TermIndex(terms, times);
    for (const at of order) {
      related[at] = index.nearestOlder(at);
      index.add(at);
    }
    return index;
  });
  for (const [at, found] of related.entries()) {
    if (found.length >= MOST_RELATED || terms.of(at).length === 0) continue;
    const [own, other] = stories[at]?.date === undefined ? indexes.toReversed() : indexes;
    const more = [...(own?.nearestNewer(at) ?? []), ...(other?.nearestOlder(at) ?? [])];
    related[at] = [...new Set([...found, ...more])].slice(0, MOST_RELATED);
  }
  return related.map((found, at) => found.map((each) => each - at));
}

/** What each story is about: words, places and others, each a number. */
class Terms {
  readonly #numbers = new Map<string, number>();
  readonly #kinds: Kind[] = [];
  /** How many stories have each. */
  readonly #counts: number[] = [];
  /** Of all stories, one behind the other, and where those of each end: an array a story takes longer, and more room. */
  readonly #all: number[] = [];
  readonly #ends: Uint32Array;

  constructor(stories: readonly RelatableStory[]) {
    this.#ends = Uint32Array.from(stories, (story) => this.#add(story));
  }

  /** How many stories there are. */
  get stories(): number {
    return this.#ends.length;
  }

  /** The terms of the story at a position, each once. */
  of(at: number): readonly number[] {
    return this.#all.slice(at === 0 ? 0 : this.#ends[at - 1], this.#ends[at]);
  }

  /** What kind of term a number is. */
  kind(term: number): Kind {
    return this.#kinds[term] ?? 'word';
  }

  /** Of each term, how many stories have it. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  /** @returns where the terms of a story end */
  #add({ headline, places, byline, section }: RelatableStory): number {
    const start = this.#all.length;
    const add = (key: string, kind: Kind) => {
      const number = this.#number(key, kind);
      if (this.#all.indexOf(number, start) >= 0) return;
      this.#all.push(number);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    };
    for (const word of wordsOf(headline)) add(`w ${word}`, 'word');
    for (const place of places) add(`p ${place}`, 'place');
    if (byline) add(`a ${byline.toLowerCase()}`, 'author');
    if (section) add(`s ${section.toLowerCase()}`, 'section');
    return this.#all.length;
  }

  #number(key: string, kind: Kind): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#kinds.push(kind) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Says which of a term's ranks is the first to look at, by where they begin and end. */
type RankFinder = (start: number, end: number) => number;

/** Stories by their terms, in the order of their age. */
class TermIndex {
  readonly #terms: Terms;
  readonly #times: Float64Array;
  /** Ranks of the stories that have a term, the oldest first: those of one term behind those of another. */
  readonly #ranks: Uint32Array;
  /** Of each term, where its ranks begin there, and how many there are so far. */
  readonly #starts: Uint32Array;
  readonly #counts: Uint32Array;
  /** Positions of stories by rank, and ranks by position. */
  readonly #order: Uint32Array;
  readonly #rankOf: Uint32Array;
  /** What stories share with one, by rank: of those that share something, while they are looked for. */
  readonly #shared: Float64Array;
  #size = 0;

  /** @param times of the stories, in milliseconds */
  constructor(terms: Terms, times: Float64Array) {
    this.#terms = terms;
    this.#times = times;
    let end = 0;
    this.#starts = Uint32Array.from(terms.counts, (count) => {
      end += count;
      return end - count;
    });
    this.#counts = new Uint32Array(this.#starts.length);
    this.#ranks = new Uint32Array(end);
    this.#order = new Uint32Array(terms.stories);
    this.#rankOf = new Uint32Array(terms.stories);
    this.#shared = new Float64Array(terms.stories);
  }

  /** Adds the next story; the oldest comes first. */
  add(at: number): void {
    const rank = this.#size++;
    this.#order[rank] = at;
    this.#rankOf[at] = rank;
    for (const term of this.#terms.of(at)) {
      const count = this.#counts[term] ?? 0;
      this.#ranks[(this.#starts[term] ?? 0) + count] = rank;
      this.#counts[term] = count + 1;
    }
  }

  /** The best of the stories that are here, each term's newest. */
  nearestOlder(at: number): number[] {
    return this.#best(at, (start, end) => Math.max(start, end - NEAREST));
  }

  /** The best of those that came after a story that is here. */
  nearestNewer(at: number): number[] {
    const own = this.#rankOf[at] ?? 0;
    return this.#best(at, (start, end) => firstAbove(this.#ranks, own, start, end));
  }

  /** @param from where the ranks begin, among those of a term, of which the next few are looked at */
  #best(at: number, from: RankFinder): number[] {
    const sharing = this.#sharing(at, from);
    const own = this.#times[at] ?? 0;
    const best: Scored[] = [];
    for (const rank of sharing) {
      const shared = this.#shared[rank] ?? 0;
      this.#shared[rank] = 0;
      const other = this.#order[rank] ?? at;
      const distance = Math.abs(other - at);
      // Neighbours are linked already.
      if (distance <= 1) continue;
      const years = Math.abs(own - (this.#times[other] ?? 0)) / YEAR;
      keepBest(best, { at: other, score: shared / (1 + years / FADE), distance });
    }
    return best.map((each) => each.at);
  }

  /** Ranks of the stories that share a term; how much it is stands in `#shared` then. */
  #sharing(at: number, from: RankFinder): number[] {
    const sharing: number[] = [];
    const stories = this.#size;
    for (const term of this.#terms.of(at)) {
      const count = this.#counts[term] ?? 0;
      const kind = this.#terms.kind(term);
      if (count === 0 || (kind === 'word' && count > Math.max(2, stories / COMMON))) continue;
      const weight = WEIGHTS[kind] * Math.log(1 + stories / count);
      const start = this.#starts[term] ?? 0;
      const first = from(start, start + count);
      const end = Math.min(start + count, first + NEAREST);
      for (let index = first; index < end; index++) {
        const rank = this.#ranks[index] ?? 0;
        const shared = this.#shared[rank] ?? 0;
        if (shared === 0) sharing.push(rank);
        this.#shared[rank] = shared + weight;
      }
    }
    return sharing;
  }
}

/** A story that shares something with another. */
interface Scored {
  at: number;
  score: number;
  distance: number;
}

/** Puts a story among the best few, in order; of equal ones the first stays before. */
function keepBest(best: Scored[], story: Scored): void {
  const isBefore = (a: Scored, b: Scored) =>
    a.score > b.score || (a.score === b.score && a.distance < b.distance);
  let at = best.length;
  while (at > 0 && isBefore(story, best[at - 1] ?? story)) at--;
  if (at >= MOST_RELATED) return;
  best.splice(at, 0, story);
  if (best.length > MOST_RELATED) best.pop();
}

/** Undated stories are near to all. */
const timeOf = (story: RelatableStory | undefined): number => (story?.date ? Date.parse(story.date) : 0);

/** @returns index of the first rank above one, of those between two indexes */
function firstAbove(ranks: Uint32Array, rank: number, start: number, end: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 0) > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Scripts without spaces, whose words are taken for two characters each. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(headline: string): string[] {
  const words = headline.toLowerCase().match(WORD) ?? [];
  if (!UNPARTED.test(headline)) return words.filter(({ length }) => length >= SHORTEST).slice(0, MOST_WORDS);
  return words
    .flatMap((word) => (UNPARTED.test(word) ? pairsOf(word) : word.length >= SHORTEST ? [word] : []))
    .slice(0, MOST_WORDS);
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
