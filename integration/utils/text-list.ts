// Many short texts, one behind the other in a few pieces of memory that V8 does not look through: as strings, a million of
// them would take a hundred bytes each, and as much again while garbage is collected.
import { Buffer } from 'node:buffer';

/** Bytes of a piece; a text that is longer has one of its own. */
const PIECE = 2 ** 20;
/** Most bytes of a UTF-16 code unit in UTF-8. */
const WIDEST = 3;
const FIRST_ROOM = 1024;

/** A list of texts, which grows at its end. */
export class TextList {
  /** Full ones, and the one that is written to. */
  readonly #pieces: Buffer[] = [];
  /** Of each text: the number of its piece, where it begins there, and how many bytes it has. */
  #places = new Uint32Array(FIRST_ROOM * 3);
  /** Bytes written to the last piece. */
  #end = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @returns its position */
  add(text: string): number {
    const piece = this.#pieceFor(text.length * WIDEST);
    const at = this.#length++;
    if (at * 3 === this.#places.length) this.#grow();
    const bytes = piece.write(text, this.#end);
    this.#places.set([this.#pieces.length - 1, this.#end, bytes], at * 3);
    this.#end += bytes;
    return at;
  }

  /** @returns the bytes of a text, in this memory */
  bytes(at: number): Buffer {
    const [piece = 0, start = 0, length = 0] = this.#places.subarray(at * 3, at * 3 + 3);
    return (this.#pieces[piece] ?? Buffer.alloc(0)).subarray(start, start + length);
  }

  at(at: number): string {
    return this.bytes(at).toString();
  }

  *[Symbol.iterator](): Generator<string> {
    for (let at = 0; at < this.#length; at++) yield this.at(at);
  }

  #pieceFor(bytes: number): Buffer {
    const last = this.#pieces.at(-1);
    if (last && this.#end + bytes <= last.length) return last;
    const piece = Buffer.allocUnsafeSlow(Math.max(PIECE, bytes));
    this.#pieces.push(piece);
    this.#end = 0;
    return piece;
  }

  #grow(): void {
    const places = this.#places;
    this.#places = new Uint32Array(places.length * 2);
    this.#places.set(places);
  }
}
