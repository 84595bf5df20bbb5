// Which stories lead on from one: those that share rare words of their headline, places, an author or a section with it,
// and are near to it in time. Only older ones are considered while there are enough of them, and how rare a word is, is
// told by older ones alone, so that a new story leaves the pages of older ones as they are.
import { doubled } from '../utils/doubled.ts';
import { MOST_RELATED } from './story-summary.ts';

/** A story as far as it matters here. */
export interface RelatableStory {
  headline: string;
  places: readonly string[];
  byline?: string | undefined;
  section?: string | undefined;
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
const ROOM = 1024;

type Kind = keyof typeof WEIGHTS;

/**
 * @param terms of stories
 * @param order which of them are meant, in the order of the site: dated ones newest first, then undated ones in the order of
 * their dumps
 * @param times of these, in milliseconds; of undated ones NaN
 * @returns for each as many numbers as a story leads on to at most: positions of others in the order, the best first, relative
 * to its own; 0 where there is none
 */
export function relatedStories(terms: StoryTerms, order: Uint32Array, times: Float64Array): Int32Array {
  const related = new Int32Array(order.length * MOST_RELATED);
  const isDated = (at: number) => !Number.isNaN(times[at]);
  const indexOf = (wanted: (at: number) => boolean) => {
    const stories = new Uint32Array(order.keys().filter(wanted));
    return { index: new TermIndex(terms, order, times), stories };
  };
  const dated = indexOf(isDated);
  const undated = indexOf((at) => !isDated(at));
  // From the oldest on.
  dated.stories.reverse();
  const set = (at: number, found: readonly number[]) => {
    for (const [rank, each] of found.entries()) related[at * MOST_RELATED + rank] = each - at;
  };
  for (const { index, stories } of [dated, undated]) {
    for (const at of stories) {
      set(at, index.nearestOlder(at));
      index.add(at);
    }
  }
  for (const [at, story] of order.entries()) {
    const from = at * MOST_RELATED;
    if (related[from + MOST_RELATED - 1] !== 0 || terms.of(story).length === 0) continue;
    const [own, other] = isDated(at) ? [dated, undated] : [undated, dated];
    const found = Array.from(related.subarray(from, from + MOST_RELATED))
      .filter((distance) => distance !== 0)
      .map((distance) => at + distance);
    const more = [...own.index.nearestNewer(at), ...other.index.nearestOlder(at)];
    set(at, [...new Set([...found, ...more])].slice(0, MOST_RELATED));
  }
  return related;
}

/** What stories are about: words, places and others, each a number. */
export class StoryTerms {
  readonly #numbers = new Map<string, number>();
  readonly #kinds: Kind[] = [];
  /** How many stories have each. */
  readonly #counts: number[] = [];
  /** Of all stories, one behind the other, and where those of each end: an array a story takes longer, and more room. */
  #all = new Uint32Array(ROOM);
  #ends = new Uint32Array(ROOM);
  #size = 0;

  /** How many stories there are. */
  get stories(): number {
    return this.#size;
  }

  /** The terms of the story that was added at a position, each once. */
  of(at: number): Uint32Array {
    return this.#all.subarray(this.#startOf(at), this.#ends[at]);
  }

  /** What kind of term a number is. */
  kind(term: number): Kind {
    return this.#kinds[term] ?? 'word';
  }

  /** Of each term, how many stories have it. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  add({ headline, places, byline, section }: RelatableStory): void {
    const start = this.#startOf(this.#size);
    let end = start;
    const add = (key: string, kind: Kind) => {
      const number = this.#number(key, kind);
      if (this.#all.subarray(start, end).includes(number)) return;
      if (end === this.#all.length) this.#all = doubled(this.#all, Uint32Array);
      this.#all[end++] = number;
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    };
    for (const word of wordsOf(headline)) add(`w ${word}`, 'word');
    for (const place of places) add(`p ${place}`, 'place');
    if (byline) add(`a ${byline.toLowerCase()}`, 'author');
    if (section) add(`s ${section.toLowerCase()}`, 'section');
    if (this.#size === this.#ends.length) this.#ends = doubled(this.#ends, Uint32Array);
    this.#ends[this.#size++] = end;
  }

  #startOf(at: number): number {
    return at === 0 ? 0 : (this.#ends[at - 1] ?? 0);
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
  readonly #terms: StoryTerms;
  readonly #stories: Uint32Array;
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

  /** @param stories by their positions; @param times of these */
  constructor(terms: StoryTerms, stories: Uint32Array, times: Float64Array) {
    this.#terms = terms;
    this.#stories = stories;
    this.#times = times;
    let end = 0;
    this.#starts = Uint32Array.from(terms.counts, (count) => {
      end += count;
      return end - count;
    });
    this.#counts = new Uint32Array(this.#starts.length);
    this.#ranks = new Uint32Array(end);
    this.#order = new Uint32Array(stories.length);
    this.#rankOf = new Uint32Array(stories.length);
    this.#shared = new Float64Array(stories.length);
  }

  /** Adds the next story; the oldest comes first. */
  add(at: number): void {
    const rank = this.#size++;
    this.#order[rank] = at;
    this.#rankOf[at] = rank;
    for (const term of this.#termsOf(at)) {
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
    const own = this.#timeOf(at);
    const best: Scored[] = [];
    for (const rank of sharing) {
      const shared = this.#shared[rank] ?? 0;
      this.#shared[rank] = 0;
      const other = this.#order[rank] ?? at;
      const distance = Math.abs(other - at);
      // Neighbours are linked already.
      if (distance <= 1) continue;
      const years = Math.abs(own - this.#timeOf(other)) / YEAR;
      keepBest(best, { at: other, score: shared / (1 + years / FADE), distance });
    }
    return best.map((each) => each.at);
  }

  #termsOf(at: number): Uint32Array {
    return this.#terms.of(this.#stories[at] ?? 0);
  }

  /** Undated stories are near to all. */
  #timeOf(at: number): number {
    return this.#times[at] || 0;
  }

  /** Ranks of the stories that share a term; how much it is stands in `#shared` then. */
  #sharing(at: number, from: RankFinder): number[] {
    const sharing: number[] = [];
    const stories = this.#size;
    for (const term of this.#termsOf(at)) {
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
