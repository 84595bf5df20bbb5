// Numbers of entries by hash, in two arrays of numbers: a map of a million strings would take seconds to fill, and a
// hundred bytes for each.
import { Buffer } from 'node:buffer';

const NONE: number[] = [];
const LEAST_SLOTS = 8;

/** What a table is kept in: of hashes, and of the numbers of entries, plus one. */
export interface HashMemory<Memory extends ArrayBufferLike = ArrayBufferLike> {
  hashes: Memory;
  entries: Memory;
}

/**
 * @param size entries that it has room for
 * @param Memory of one thread, or of several
 */
export function hashMemory<Memory extends ArrayBufferLike>(
  size: number,
  Memory: new (bytes: number) => Memory,
): HashMemory<Memory> {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(LEAST_SLOTS, size * 2)));
  const bytes = slots * Int32Array.BYTES_PER_ELEMENT;
  return { hashes: new Memory(bytes), entries: new Memory(bytes) };
}

export class HashTable {
  #hashes: Int32Array;
  #entries: Int32Array;
  #size = 0;

  /**
   * @param size entries that it has room for; it grows where there are more
   * @param memory with room for all that are added, or with all of them
   */
  constructor(size = 0, memory: HashMemory = hashMemory(size, ArrayBuffer)) {
    this.#hashes = new Int32Array(memory.hashes);
    this.#entries = new Int32Array(memory.entries);
  }

  add(hashed: number, entry: number): void {
    this.#size++;
    if (this.#size * 2 > this.#entries.length) this.#grow();
    this.#put(hashed, entry + 1);
  }

  /** @returns entries that have a hash */
  at(hashed: number): readonly number[] {
    const mask = this.#entries.length - 1;
    let found: number[] = NONE;
    for (let slot = hashed & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#entries[slot] ?? 0;
      if (entry === 0) return found;
      if (this.#hashes[slot] === hashed) found = [...found, entry - 1];
    }
  }

  #put(hashed: number, entry: number): void {
    const mask = this.#entries.length - 1;
    let slot = hashed & mask;
    while (this.#entries[slot] !== 0) slot = (slot + 1) & mask;
    this.#hashes[slot] = hashed;
    this.#entries[slot] = entry;
  }

  #grow(): void {
    const [hashes, entries] = [this.#hashes, this.#entries];
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#entries = new Int32Array(entries.length * 2);
    for (const [slot, entry] of entries.entries()) if (entry !== 0) this.#put(hashes[slot] ?? 0, entry);
  }
}

export function hashOfText(text: string): number {
  const bytes = Buffer.from(text);
  return hashOf(bytes, 0, bytes.length);
}

/** FNV-1a, spread over all bits. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hashed = 0x811c9dc5;
  for (let at = from; at < to; at++) hashed = Math.imul(hashed ^ (bytes[at] ?? 0), 0x01000193);
  return hashed ^ (hashed >>> 15);
}
