// Which stories lead on from one: those that share rare words of their headline, places, an author or a section with it,
// and are near to it in time. Only older ones are considered while there are enough of them, and how rare a word is, is
// told by older ones alone, so that a new story leaves the pages of older ones as they are.

/** A story as far as it matters here. */
export interface RelatableStory {
  headline: string;
  lang: string;
  places: readonly string[];
  byline?: string | undefined;
  section?: string | undefined;
  date?: string | undefined;
}

/** Stories that a story leads on to. */
const COUNT = 3;
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

/** What a story is about: a word, a place, each with its kind before it. */
interface Term {
  key: string;
  kind: Kind;
}

/**
 * @param stories in the order of the site: dated ones newest first, then undated ones in the order of their dumps
 * @returns for each story the positions of others in the list, the best first, relative to its own
 */
export function relatedStories(stories: readonly RelatableStory[]): number[][] {
  const terms = stories.map(termsOf);
  const dated: number[] = [];
  const undated: number[] = [];
  for (const [at, { date }] of stories.entries()) (date === undefined ? undated : dated).push(at);
  // From the oldest on.
  dated.reverse();
  const related: number[][] = stories.map(() => []);
  const indexes = [dated, undated].map((order) => {
    const index = new TermIndex(stories, terms);
    for (const at of order) {
      related[at] = index.nearestOlder(at);
      index.add(at);
    }
    return index;
  });
  for (const [at, found] of related.entries()) {
    if (found.length >= COUNT || (terms[at]?.length ?? 0) === 0) continue;
    const [own, other] = stories[at]?.date === undefined ? indexes.toReversed() : indexes;
    const more = [...(own?.nearestNewer(at) ?? []), ...(other?.nearestOlder(at) ?? [])];
    related[at] = [...new Set([...found, ...more])].slice(0, COUNT);
  }
  return related.map((found, at) => found.map((each) => each - at));
}

/** Stories by their terms, in the order of their age. */
class TermIndex {
  readonly #stories: readonly RelatableStory[];
  readonly #terms: readonly (readonly Term[])[];
  /** Ranks of the stories that have a term, the oldest first. */
  readonly #ranks = new Map<string, number[]>();
  /** Positions of stories by rank. */
  readonly #order: number[] = [];
  readonly #rankOf = new Map<number, number>();

  constructor(stories: readonly RelatableStory[], terms: readonly (readonly Term[])[]) {
    this.#stories = stories;
    this.#terms = terms;
  }

  /** Adds the next older story. */
  add(at: number): void {
    const rank = this.#order.push(at) - 1;
    this.#rankOf.set(at, rank);
    for (const { key } of this.#terms[at] ?? []) {
      const ranks = this.#ranks.get(key);
      if (ranks) ranks.push(rank);
      else this.#ranks.set(key, [rank]);
    }
  }

  /** The best of the stories that are here, each term's newest. */
  nearestOlder(at: number): number[] {
    return this.#best(at, (ranks) => ranks.slice(-NEAREST));
  }

  /** The best of those that came after a story that is here. */
  nearestNewer(at: number): number[] {
    const own = this.#rankOf.get(at) ?? 0;
    return this.#best(at, (ranks) => {
      const from = firstAbove(ranks, own);
      return ranks.slice(from, from + NEAREST);
    });
  }

  #best(at: number, choose: (ranks: readonly number[]) => readonly number[]): number[] {
    const scores = new Map<number, number>();
    const count = this.#order.length;
    for (const { key, kind } of this.#terms[at] ?? []) {
      const ranks = this.#ranks.get(key);
      if (!ranks || (kind === 'word' && ranks.length > Math.max(2, count / COMMON))) continue;
      const weight = WEIGHTS[kind] * Math.log(1 + count / ranks.length);
      for (const rank of choose(ranks)) scores.set(rank, (scores.get(rank) ?? 0) + weight);
    }
    const own = timeOf(this.#stories[at]);
    const scored: { at: number; score: number; distance: number }[] = [];
    for (const [rank, shared] of scores) {
      const other = this.#order[rank] ?? at;
      // Neighbours are linked already.
      if (Math.abs(other - at) <= 1) continue;
      const years = Math.abs(own - timeOf(this.#stories[other])) / YEAR;
      scored.push({ at: other, score: shared / (1 + years / FADE), distance: Math.abs(other - at) });
    }
    scored.sort((a, b) => b.score - a.score || a.distance - b.distance);
    return scored.slice(0, COUNT).map((each) => each.at);
  }
}

/** Undated stories are near to all. */
const timeOf = (story: RelatableStory | undefined): number => (story?.date ? Date.parse(story.date) : 0);

/** @returns index of the first rank above one */
function firstAbove(ranks: readonly number[], rank: number): number {
  let [low, high] = [0, ranks.length];
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

function termsOf({ headline, places, byline, section }: RelatableStory): Term[] {
  const keys = new Map<string, Kind>();
  for (const word of wordsOf(headline)) keys.set(`w ${word}`, 'word');
  for (const place of places) keys.set(`p ${place}`, 'place');
  if (byline) keys.set(`a ${byline.toLowerCase()}`, 'author');
  if (section) keys.set(`s ${section.toLowerCase()}`, 'section');
  return [...keys].map(([key, kind]) => ({ key, kind }));
}

function wordsOf(headline: string): string[] {
  const words = headline.toLowerCase().match(WORD) ?? [];
  return words
    .flatMap((word) => (UNPARTED.test(word) ? pairsOf(word) : word.length >= SHORTEST ? [word] : []))
    .slice(0, MOST_WORDS);
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
