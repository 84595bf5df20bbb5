// The terms of a segment, looked up in the files that they are in.

import { ByteReader } from '../format/bytes.ts';
import { type Card, decodeCards } from '../format/cards.ts';
import { type FacetName, facetValuePrefix, isFacetTerm } from '../format/facets.ts';
import { CARDS_IN_FILE, cardsFile, listsFile, STORIES_IN_PIECE, termsFile } from '../format/layout.ts';
import type { Segment } from '../format/manifest.ts';
import { decodePostings, type Postings } from '../format/postings.ts';
import { decodeTerms, piecesOf, type TermEntry } from '../format/terms.ts';
import { SearchError } from './errors.ts';
import type { IndexFiles } from './files.ts';

/** Behind any term that begins as another does. */
const LAST = '\uffff';

/** Reads one segment of an index. */
export class SegmentReader {
  readonly segment: Segment;
  readonly #files: IndexFiles;

  constructor(segment: Segment, files: IndexFiles) {
    this.segment = segment;
    this.#files = files;
  }

  async find(term: string): Promise<TermEntry | undefined> {
    return (await this.termsAround(term)).find((entry) => entry.term === term);
  }

  /** @returns all terms of the file that a term is in, or would be in */
  async termsAround(term: string): Promise<readonly TermEntry[]> {
    return this.segment.separators.length === 0 ? [] : this.#terms(this.#fileOf(term));
  }

  /**
   * Terms that begin with the same characters.
   * @param files at most so many are read; those around a term first
   */
  async startingWith(
    start: string,
    { files, around = start }: { files: number; around?: string },
  ): Promise<{ terms: TermEntry[]; isWhole: boolean }> {
    if (this.segment.separators.length === 0) return { terms: [], isWhole: true };
    const [first, last] = [this.#fileOf(start), this.#fileOf(start + LAST)];
    const own = Math.min(last, Math.max(first, this.#fileOf(around)));
    const from = Math.max(first, Math.min(own, last - files + 1));
    const to = Math.min(last, from + files - 1);
    const read = await Promise.all(Array.from({ length: to - from + 1 }, (_, at) => this.#terms(from + at)));
    const terms = read.flat().filter(({ term }) => term.startsWith(start));
    return { terms, isWhole: from === first && to === last };
  }

  async postings(entry: TermEntry): Promise<Postings> {
    const { place } = entry;
    const shape = this.#shapeOf(entry);
    if (place.in === 'terms') return decodePostings(place.bytes, shape);
    if (place.in === 'pieces') return this.#pieces(entry, place.file);
    const list = await this.#list(place.file);
    return decodePostings(list.subarray(place.offset, place.offset + place.length), shape);
  }

  /** @returns for each story, 1 where it has a value of a facet */
  async facetMask(facet: FacetName, value: string): Promise<Uint8Array> {
    const mask = new Uint8Array(this.segment.stories);
    const { terms } = await this.startingWith(facetValuePrefix(facet, value), {
      files: Number.POSITIVE_INFINITY,
    });
    for (const { stories } of await Promise.all(terms.map((term) => this.postings(term))))
      for (const story of stories) mask[story] = 1;
    return mask;
  }

  async card(story: number): Promise<Card> {
    const file = cardsFile(this.segment.digest, Math.floor(story / CARDS_IN_FILE));
    const cards = await this.#files.get(file, decodeCards);
    const card = cards[story % CARDS_IN_FILE];
    if (!card) throw new SearchError('damaged', file);
    return card;
  }

  #shapeOf({ term, count }: TermEntry) {
    return { count, outOf: this.segment.stories, hasImpacts: !isFacetTerm(term.charCodeAt(0)) };
  }

  async #pieces(entry: TermEntry, file: number): Promise<Postings> {
    const { hasImpacts } = this.#shapeOf(entry);
    const { stories } = this.segment;
    const lists = await Promise.all(
      Array.from({ length: piecesOf(stories) }, (_, piece) => this.#list(file + piece)),
    );
    const whole = {
      stories: new Uint32Array(entry.count),
      impacts: new Uint8Array(hasImpacts ? entry.count : 0),
    };
    let at = 0;
    for (const [piece, bytes] of lists.entries()) {
      const base = piece * STORIES_IN_PIECE;
      const reader = new ByteReader(bytes);
      const shape = {
        count: reader.number(),
        outOf: Math.min(STORIES_IN_PIECE, stories - base),
        hasImpacts,
      };
      const own = decodePostings(bytes.subarray(reader.at), shape);
      whole.stories.set(
        own.stories.map((story) => story + base),
        at,
      );
      whole.impacts.set(own.impacts, at);
      at += own.stories.length;
    }
    return whole;
  }

  #list(file: number): Promise<Uint8Array> {
    return this.#files.get(listsFile(this.segment.digest, file), (contents) => contents);
  }

  #terms(file: number): Promise<TermEntry[]> {
    return this.#files.get(termsFile(this.segment.digest, file), (contents) =>
      decodeTerms(contents, this.segment.stories),
    );
  }

  /** @returns the last file that begins before a term, or at it */
  #fileOf(term: string): number {
    const { separators } = this.segment;
    let low = 0;
    let high = separators.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((separators[middle] ?? '') <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
