// Reads runs back, block by block: an index is merged of more runs than would fit into memory.
import { ByteReader } from '../format/bytes.ts';
import { CHECKSUM_LENGTH, unsealed } from '../format/checksum.ts';
import { IMPACT_BITS, IMPACTS } from '../format/postings.ts';

/** Where the bytes of a run are. */
export interface RunSource {
  /** @returns bytes from `start` to `end`, or fewer where there are no more */
  read(start: number, end: number): Uint8Array;
}

/** @returns how many stories a run has; nothing where the bytes are no whole run */
export function storiesOfRun(run: Uint8Array): number | undefined {
  const contents = unsealed(run);
  return contents && new ByteReader(contents).number();
}

/** A run in memory. */
export function runInMemory(run: Uint8Array): RunSource {
  return { read: (start, end) => run.subarray(start, end) };
}

/** Bytes of a term that are compared as one number. */
const KEY = 6;

/** Stands at one term of a run at a time. */
export class RunCursor {
  readonly #source: RunSource;
  /** By story of the run, its number in the segment; −1 where it is not in it. */
  readonly #numbers: Int32Array;
  #offset: number;
  #block = new ByteReader(new Uint8Array());
  #bytes = new Uint8Array(256);
  #length = 0;
  /** The first bytes of the term. */
  #key = 0;
  #count = 0;
  /** Whether there is no term behind the last. */
  isAtEnd = false;
  spellings: readonly string[] = NONE;

  constructor(source: RunSource, numbers: Int32Array) {
    this.#source = source;
    this.#numbers = numbers;
    const head = new ByteReader(source.read(CHECKSUM_LENGTH, CHECKSUM_LENGTH + 8));
    head.number();
    this.#offset = CHECKSUM_LENGTH + head.at;
    this.#next();
  }

  /** The term it stands at, good until its postings are taken. */
  get term(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** @returns less than 0 where its term sorts before the other’s, 0 where it is the same */
  compare(other: RunCursor): number {
    const difference = this.#key - other.#key;
    if (difference !== 0) return difference;
    const shorter = Math.min(this.#length, other.#length);
    for (let at = KEY; at < shorter; at++) {
      const next = (this.#bytes[at] ?? 0) - (other.#bytes[at] ?? 0);
      if (next !== 0) return next;
    }
    return this.#length - other.#length;
  }

  /** @returns whether it stands at a term */
  isAt(term: Uint8Array): boolean {
    if (this.isAtEnd || this.#length !== term.length) return false;
    for (let at = term.length - 1; at >= 0; at--) if (this.#bytes[at] !== term[at]) return false;
    return true;
  }

  /**
   * Takes the postings of the term it stands at, with the numbers that stories have in the segment, and goes on to
   * the next term.
   * @param into sixteen times the number plus the impact
   * @param at where in it the first goes
   * @returns where the next would go
   */
  takePostings(into: Uint32Array, at: number): number {
    const block = this.#block;
    const numbers = this.#numbers;
    let end = at;
    let story = 0;
    for (let left = this.#count; left > 0; left--) {
      const step = block.number();
      story += step >>> IMPACT_BITS;
      const number = numbers[story] ?? -1;
      if (number >= 0) into[end++] = (number << IMPACT_BITS) | (step & IMPACTS);
    }
    this.#next();
    return end;
  }

  #next(): void {
    if (this.#block.isAtEnd && !this.#nextBlock()) {
      this.isAtEnd = true;
      return;
    }
    const block = this.#block;
    const shared = block.number();
    this.#length = shared + block.number();
    for (let at = shared; at < this.#length; at++) this.#bytes[at] = block.byte();
    if (shared < KEY) this.#setKey();
    this.#count = block.number();
    const spellings = block.number();
    this.spellings = spellings === 0 ? NONE : Array.from({ length: spellings }, () => block.word());
  }

  #setKey(): void {
    let key = 0;
    for (let at = 0; at < KEY; at++) key = key * 0x100 + (at < this.#length ? (this.#bytes[at] ?? 0) : 0);
    this.#key = key;
  }

  #nextBlock(): boolean {
    const head = this.#source.read(this.#offset, this.#offset + 4);
    const length = head.reduceRight((value, byte) => value * 0x100 + byte, 0);
    if (length === 0) return false;
    const start = this.#offset + 4;
    this.#offset = start + length;
    this.#block = new ByteReader(this.#source.read(start, this.#offset));
    return true;
  }
}

const NONE: readonly string[] = [];
