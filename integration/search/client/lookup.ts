// Which terms of the index answer a word: the word itself; forms of it in stories of a language that has a stemmer;
// words that begin with it, only where neither is there; and if nothing is, the nearest word that is.
import leven from 'leven';
import { isFacetTerm } from '../format/facets.ts';
import type { Manifest } from '../format/manifest.ts';
import type { TermEntry } from '../format/terms.ts';
import type { SegmentReader } from './dictionary.ts';
import type { Clause } from './query.ts';
import { type Stems, stemsFor } from './stems.ts';

/** How a word was found. */
export type FoundBy =
  /** As it was typed. */
  | 'itself'
  /** Only in other forms. */
  | 'forms'
  /** Only as the beginning of words. */
  | 'beginning'
  /** Not at all. */
  | 'nothing'
  /** It was not looked for: the query has too many words. */
  | 'ignored';

/** What became of a word of a query. */
export interface WordReport {
  /** As it was typed. */
  word: string;
  /** How it was found, or that it was not. */
  foundBy: FoundBy;
  /** Forms of it, or words that begin with it, that were looked for too; most frequent first. */
  others: readonly string[];
  /** Whether there are more words that begin with it than were looked for. */
  hasMore: boolean;
  /** A word of the index that is spelled nearly so, where it was not found. */
  suggestion?: string;
}

/** A term that answers a word, in one segment. */
export interface TermHit {
  segment: SegmentReader;
  entry: TermEntry;
  /** Only in stories of these languages; in any where there are none. */
  langs: readonly string[];
}

/** What answers one clause. */
export interface ClauseHits {
  /** All terms must be there; of each, any hit will do. */
  terms: readonly { exact: readonly TermHit[]; others: readonly TermHit[] }[];
  report: WordReport;
}

/** Shortest word that is completed, and shortest beginning that forms of a word share. */
const SHORTEST_START = 3;
/** Files of terms that are read for words that begin as another does, where that is not there itself. */
const FILES = 3;
/** The same for single characters of Thai and its like: they begin many terms, and nobody looks for them. */
const FILES_FOR_CHARACTERS = 2;
const MOST_FORMS = 12;
const MOST_COMPLETIONS = 24;
const MOST_FOR_CHARACTERS = 80;

/** Looks up words in all segments of an index. */
export class Lookup {
  readonly #segments: readonly SegmentReader[];
  readonly #languages: readonly string[];

  constructor(segments: readonly SegmentReader[], { languages }: Manifest) {
    this.#segments = segments;
    this.#languages = languages.map(({ lang }) => lang);
  }

  async clause(clause: Clause): Promise<ClauseHits> {
    if (clause.type === 'word') return this.#word(clause);
    if (clause.type === 'start') return this.#start(clause.text, clause.characters);
    const found = await Promise.all(clause.terms.map((term) => this.#exact(term)));
    const isThere = found.every((hits) => hits.length > 0);
    return {
      terms: isThere ? found.map((exact) => ({ exact, others: [] })) : [{ exact: [], others: [] }],
      report: report(clause.text, isThere ? 'itself' : 'nothing'),
    };
  }

  async #word({ text, term, isQuoted }: Clause & { type: 'word' }): Promise<ClauseHits> {
    const exact = await this.#exact(term);
    if (isQuoted) return one(exact, [], report(text, exact.length > 0 ? 'itself' : 'nothing'));
    const languages = await stemsFor(this.#languages, term);
    // Forms of a word that is there are looked for only in the file that it is in: files end where words begin anew.
    const forms = await this.#forms(languages, text, term, exact, exact.length > 0 ? 1 : FILES);
    if (exact.length > 0) return one(exact, forms, report(text, 'itself', forms));
    if (forms.length > 0) return one([], forms, report(text, 'forms', forms));
    const { hits, isWhole } = await this.#completions(term);
    if (hits.length > 0) return one([], hits, { ...report(text, 'beginning', hits), hasMore: !isWhole });
    const suggestion = await this.#suggestion(term);
    return one([], [], { ...report(text, 'nothing'), ...(suggestion !== undefined && { suggestion }) });
  }

  async #exact(term: string): Promise<TermHit[]> {
    const entries = await Promise.all(this.#segments.map((segment) => segment.find(term)));
    return entries.flatMap((entry, at) => {
      const segment = this.#segments[at];
      return entry && segment ? [{ segment, entry, langs: [] }] : [];
    });
  }

  /** Other terms that have a stem in common with a word. */
  async #forms(
    languages: readonly Stems[],
    text: string,
    term: string,
    exact: readonly TermHit[],
    files: number,
  ): Promise<TermHit[]> {
    const spellings = [text.toLowerCase(), ...exact.flatMap(({ entry }) => entry.spellings)];
    const forms = await Promise.all(languages.map((stems) => this.#formsIn(stems, term, spellings, files)));
    return mostFrequent(forms.flat(), MOST_FORMS);
  }

  async #formsIn(
    stems: Stems,
    term: string,
    spellings: readonly string[],
    files: number,
  ): Promise<TermHit[]> {
    const own = new Set(stems.of(stems.base, stems.base === term ? spellings : []));
    // English stems end in i where words end in y: “ferries” and “ferry” have the stem “ferri”.
    const start = [...own].reduce(sharedStart, stems.base).replace(/i$/u, '');
    if (start.length < SHORTEST_START) return [];
    const { hits } = await this.#startingWith(start, { files, around: stems.base });
    // One language needs no list of its stories.
    const langs = this.#languages.length > stems.langs.length ? stems.langs : [];
    return hits
      .filter(
        ({ entry }) =>
          entry.term !== term && stems.of(entry.term, entry.spellings).some((stem) => own.has(stem)),
      )
      .map((hit) => ({ ...hit, langs }));
  }

  async #completions(term: string): Promise<{ hits: TermHit[]; isWhole: boolean }> {
    if ([...term].length < SHORTEST_START) return { hits: [], isWhole: true };
    const { hits, isWhole } = await this.#startingWith(term, { files: FILES });
    const most = mostFrequent(hits, MOST_COMPLETIONS);
    return { hits: most, isWhole: isWhole && most.length === hits.length };
  }

  async #start(text: string, start: string): Promise<ClauseHits> {
    const { hits, isWhole } = await this.#startingWith(start, { files: FILES_FOR_CHARACTERS });
    const most = mostFrequent(hits, MOST_FOR_CHARACTERS);
    return one(most, [], {
      ...report(text, most.length > 0 ? 'itself' : 'nothing'),
      hasMore: !isWhole || most.length < hits.length,
    });
  }

  async #startingWith(
    start: string,
    options: { files: number; around?: string },
  ): Promise<{ hits: TermHit[]; isWhole: boolean }> {
    const found = await Promise.all(
      this.#segments.map(async (segment) => ({ segment, ...(await segment.startingWith(start, options)) })),
    );
    return {
      hits: found.flatMap(({ segment, terms }) => terms.map((entry) => ({ segment, entry, langs: [] }))),
      isWhole: found.every(({ isWhole }) => isWhole),
    };
  }

  /** The nearest term of the files that were read for a word; of several, the most frequent. No year is nearly another. */
  async #suggestion(term: string): Promise<string | undefined> {
    const most = term.length < 4 || Number(term) ? 0 : term.length < 6 ? 1 : 2;
    const around = await Promise.all(this.#segments.map((segment) => segment.termsAround(term)));
    let nearest = most;
    let best: TermEntry | undefined;
    for (const entry of around.flat()) {
      if (isFacetTerm(entry.term.charCodeAt(0))) continue;
      const distance = leven(entry.term, term, { maxDistance: most + 1 });
      if (distance < nearest || (distance === nearest && entry.count > (best?.count ?? 0)))
        [nearest, best] = [distance, entry];
    }
    return best && readable(best);
  }
}

/** A term as stories spell it. */
function readable({ term, spellings }: TermEntry): string {
  return spellings[0] ?? term;
}

function one(exact: readonly TermHit[], others: readonly TermHit[], words: WordReport): ClauseHits {
  return { terms: [{ exact, others }], report: words };
}

/** @returns what readers are told of a word of theirs; the other terms each once, as stories spell them */
export function report(word: string, foundBy: FoundBy, others: readonly TermHit[] = []): WordReport {
  return { word, foundBy, others: [...new Set(others.map(({ entry }) => readable(entry)))], hasMore: false };
}

/** @returns the hits of the terms that most stories have, so many terms of each segment at most */
function mostFrequent(hits: readonly TermHit[], most: number): TermHit[] {
  const counts = new Map<string, number>();
  for (const { entry } of hits) counts.set(entry.term, (counts.get(entry.term) ?? 0) + entry.count);
  const terms = [...counts].sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1));
  const kept = new Map(terms.slice(0, most).map(([term], rank) => [term, rank]));
  return hits
    .filter(({ entry }) => kept.has(entry.term))
    .sort((a, b) => (kept.get(a.entry.term) ?? 0) - (kept.get(b.entry.term) ?? 0));
}

function sharedStart(a: string, b: string): string {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return a.slice(0, shared);
}
