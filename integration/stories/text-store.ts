// Texts of stories in UTF-8, one behind the other in a few pieces of memory: a piece for each would cost more than the
// text.
import type { Block } from '../dump/types.ts';
import { keptText, prove } from './kept-texts.ts';

/** The first piece of memory has so many bytes, and each next one twice as many, up to the most. */
const ROOM = { first: 2 ** 18, most: 2 ** 21 };
/** Most bytes of a UTF-16 code unit in UTF-8. */
const WIDEST = 3;

export class TextStore {
  #memory = Buffer.allocUnsafeSlow(ROOM.first);
  #length = 0;

  /** @returns a text, in this memory */
  add(text: string): Buffer {
    this.#makeRoom(text.length * WIDEST);
    return this.#take(this.#memory.write(text, this.#length));
  }

  /** @returns what is kept of a story's text; @param digest of its words */
  addKept(blocks: readonly Block[], digest: string): Uint8Array {
    const text = this.add(keptText(blocks, digest));
    prove(text);
    return text;
  }

  /** Writes over what is in its memory from here on: nobody may hold it any more. */
  clear(): void {
    this.#length = 0;
  }

  #take(bytes: number): Buffer {
    const start = this.#length;
    this.#length += bytes;
    return this.#memory.subarray(start, this.#length);
  }

  #makeRoom(bytes: number): void {
    if (this.#memory.length - this.#length >= bytes) return;
    // What was written stays where it is.
    const larger = Math.max(bytes, Math.min(this.#memory.length * 2, ROOM.most));
    this.#memory = Buffer.allocUnsafeSlow(larger);
    this.#length = 0;
  }
}
