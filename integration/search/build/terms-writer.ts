// Writes the terms of a segment and their lists into files, as they come. Decides which terms and which lists share a
// file, and where a list is.
import { ByteWriter, decodeWord, sharedLength } from '../format/bytes.ts';
import { sealed } from '../format/checksum.ts';
import { isFacetTerm } from '../format/facets.ts';
import { listsFile, SEGMENT_STEP, STORIES_IN_PIECE, termsFile } from '../format/layout.ts';
import { IMPACT_BITS, PostingsEncoder } from '../format/postings.ts';
import {
  encodeTerms,
  type ListPlace,
  type ListsPosition,
  piecesOf,
  type TermEntry,
} from '../format/terms.ts';
import type { MergedTerm } from './merge.ts';

/** Writes a file of an index. */
export type WriteFile = (name: string, bytes: Uint8Array) => Promise<void>;

/** A file of terms has at least and at most so many bytes, or one term more. */
const TERMS_SIZE = { least: 12 * 1024, most: 24 * 1024 };
/** A lists file takes no more lists when it would have more bytes than this; forms of a word go into the same … */
const LISTS_SIZE = 28 * 1024;
/** … up to this size. */
const LISTS_SIZE_WITH_FORMS = 48 * 1024;
/** Bytes that forms of a word begin with in common, at least. */
const FORMS_SHARE = 4;
/** Bytes of a term beside its letters, spellings and list. */
const ABOUT = 5;
/** No file is larger, its checksum left out. */
const LARGEST = 240 * 1024;
/** A list of at most so many bytes is in the file of its term. In a segment that is not old, all are. */
const INLINE = 64;

/** A term that waits for its file. */
interface WaitingTerm extends Omit<TermEntry, 'term'> {
  bytes: Uint8Array;
  /** Where the next list of a lists file would have gone, before this term's. */
  position: ListsPosition;
  /** Bytes that it begins with as the term before does. */
  shared: number;
  /** About as many bytes as it takes in a file. */
  size: number;
}

/** Writes terms and lists into files as they come. */
export class TermsWriter {
  /** What each file of terms begins at. */
  readonly separators: string[] = [];
  readonly #digest: string;
  readonly #stories: number;
  readonly #write: WriteFile;
  readonly #inline: number;
  readonly #encoder = new PostingsEncoder();
  readonly #position: ListsPosition = { file: -1, offset: LISTS_SIZE_WITH_FORMS };
  #lists: Uint8Array[] = [];
  /** The last term with a list in a lists file. */
  #listed: Uint8Array = new Uint8Array();
  #waiting: WaitingTerm[] = [];
  #waitingSize = 0;
  /** The last term that came. */
  #last: Uint8Array = new Uint8Array();
  /** The last term that is in a file. */
  #written: Uint8Array = new Uint8Array();

  constructor(digest: string, stories: number, write: WriteFile) {
    this.#digest = digest;
    this.#stories = stories;
    this.#write = write;
    this.#inline = stories <= SEGMENT_STEP ? LARGEST : INLINE;
  }

  async add({ term, spellings, postings }: MergedTerm): Promise<void> {
    const position = { ...this.#position };
    const place = await this.#place(term, postings);
    const shared = sharedLength(this.#last, term);
    const list = place.in === 'terms' ? place.bytes.length : 0;
    const size = term.length - shared + list + spellings.length * (term.length + 2) + ABOUT;
    this.#waiting.push({ bytes: term, position, place, spellings, count: postings.length, shared, size });
    this.#waitingSize += size;
    this.#last = term;
    if (this.#waitingSize > TERMS_SIZE.most) await this.#closeTerms(this.#bestCut());
  }

  async finish(): Promise<void> {
    if (this.#waiting.length > 0) await this.#closeTerms(this.#waiting.length);
    await this.#closeLists();
  }

  /**
   * Where to cut the waiting terms: where neighbours have least in common, so that forms of a word most often are in
   * one file.
   */
  #bestCut(): number {
    let best = this.#waiting.length;
    let least = Number.POSITIVE_INFINITY;
    let size = 0;
    for (const [at, term] of this.#waiting.entries()) {
      if (size >= TERMS_SIZE.least && term.shared <= least) {
        best = at;
        least = term.shared;
      }
      size += term.size;
    }
    return best;
  }

  /** Writes the first of the waiting terms. */
  async #closeTerms(count: number): Promise<void> {
    const terms = this.#waiting.splice(0, count);
    this.#waitingSize = this.#waiting.reduce((size, term) => size + term.size, 0);
    const [first] = terms;
    const last = terms.at(-1);
    if (!first || !last) return;
    this.separators.push(separatorOf(decodeWord(this.#written), decodeWord(first.bytes)));
    this.#written = last.bytes;
    await this.#write(termsFile(this.#digest, this.separators.length - 1), sealed(encodeTerms(terms)));
  }

  async #place(term: Uint8Array, postings: Uint32Array): Promise<ListPlace> {
    const hasImpacts = !isFacetTerm(term[0] ?? 0);
    const shape = { count: postings.length, outOf: this.#stories, hasImpacts };
    const list = this.#encoder.encode(postings, shape);
    if (list.length <= this.#inline) return { in: 'terms', bytes: list.slice() };
    if (list.length > LARGEST) return this.#writePieces(postings, hasImpacts);
    const most = sharedLength(this.#listed, term) < FORMS_SHARE ? LISTS_SIZE : LISTS_SIZE_WITH_FORMS;
    this.#listed = term;
    if (this.#position.offset + list.length > most) {
      await this.#closeLists();
      this.#position.file++;
      this.#position.offset = 0;
    }
    const { file, offset } = this.#position;
    this.#lists.push(list.slice());
    this.#position.offset += list.length;
    return { in: 'lists', file, offset, length: list.length };
  }

  /** A list that is larger than a file may be: each piece has how many stories it has before its bits. */
  async #writePieces(postings: Uint32Array, hasImpacts: boolean): Promise<ListPlace> {
    await this.#closeLists();
    const first = this.#position.file + 1;
    let start = 0;
    for (let piece = 0; piece < piecesOf(this.#stories); piece++) {
      const base = piece * STORIES_IN_PIECE;
      const own = postings.subarray(start, firstFrom(postings, (base + STORIES_IN_PIECE) << IMPACT_BITS));
      start += own.length;
      const outOf = Math.min(STORIES_IN_PIECE, this.#stories - base);
      const shape = { count: own.length, outOf, hasImpacts };
      const count = new ByteWriter();
      count.number(own.length);
      count.bytes(
        this.#encoder.encode(
          own.map((posting) => posting - (base << IMPACT_BITS)),
          shape,
        ),
      );
      await this.#write(listsFile(this.#digest, first + piece), sealed(count.take()));
    }
    this.#position.file = first + piecesOf(this.#stories) - 1;
    this.#position.offset = LISTS_SIZE_WITH_FORMS;
    return { in: 'pieces', file: first };
  }

  async #closeLists(): Promise<void> {
    if (this.#lists.length === 0) return;
    await this.#write(listsFile(this.#digest, this.#position.file), sealed(joined(this.#lists)));
    this.#lists = [];
  }
}

/** The shortest word behind one term and not behind the next. */
function separatorOf(before: string, term: string): string {
  let shared = 0;
  while (shared < before.length && before[shared] === term[shared]) shared++;
  return term.slice(0, shared + 1);
}

/** @returns the place of the first posting that is not below a limit */
function firstFrom(postings: Uint32Array, limit: number): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
