// Many short texts, one behind the other in a few pieces of memory that V8 does not look through: as strings, a million of
// them would take a hundred bytes each, and as much again while garbage is collected.
import { Buffer } from 'node:buffer';
import { doubled } from './doubled.ts';

/** Bytes of a piece; a text that is longer has one of its own. */
const PIECE = 2 ** 20;
/** Most bytes of a UTF-16 code unit in UTF-8. */
const WIDEST = 3;
const FIRST_ROOM = 1024;
const NOTHING = Buffer.alloc(0);
/** Texts begin alike if so many code units are the same. */
const SORTED_BY = 2;

/** A list of texts, which grows at its end. */
export class TextList {
  /** Full ones, and the one that is written to. */
  readonly #pieces: Buffer[] = [];
  /** Of each text: the number of its piece, where it begins there, and how many bytes it has. */
  #places = new Uint32Array(FIRST_ROOM * 3);
  /** Bytes written to the last piece. */
  #end = 0;
  #length = 0;
  #byteLength = 0;

  /** Of all texts. */
  get byteLength(): number {
    return this.#byteLength;
  }

  get length(): number {
    return this.#length;
  }

  /** @returns its position */
  add(text: string): number {
    const piece = this.#pieceFor(text.length * WIDEST);
    const at = this.#length++;
    if (at * 3 === this.#places.length) this.#places = doubled(this.#places, Uint32Array);
    const bytes = piece.write(text, this.#end);
    this.#places.set([this.#pieces.length - 1, this.#end, bytes], at * 3);
    this.#end += bytes;
    this.#byteLength += bytes;
    return at;
  }

  at(position: number): string {
    const start = this.#startOf(position);
    return this.#pieceOf(position).toString('utf8', start, start + this.#lengthOf(position));
  }

  /** All texts in the order that `<` has for them. Those that begin alike are sorted at a time, so that few are strings. */
  *sorted(): Generator<string> {
    const positions = Uint32Array.from({ length: this.#length }, (_, position) => position);
    const groups = Map.groupBy(positions, (position) => this.at(position).slice(0, SORTED_BY));
    for (const key of [...groups.keys()].sort())
      yield* (groups.get(key) ?? []).map((position) => this.at(position)).sort();
  }

  *[Symbol.iterator](): Generator<string> {
    for (let at = 0; at < this.#length; at++) yield this.at(at);
  }

  #pieceOf(position: number): Buffer {
    return this.#pieces[this.#places[position * 3] ?? 0] ?? NOTHING;
  }

  #startOf(position: number): number {
    return this.#places[position * 3 + 1] ?? 0;
  }

  #lengthOf(position: number): number {
    return this.#places[position * 3 + 2] ?? 0;
  }

  #pieceFor(bytes: number): Buffer {
    const last = this.#pieces.at(-1);
    if (last && this.#end + bytes <= last.length) return last;
    const piece = Buffer.allocUnsafeSlow(Math.max(PIECE, bytes));
    this.#pieces.push(piece);
    this.#end = 0;
    return piece;
  }
}
