// The bytes of a page that is put together from pieces, in memory that the next page uses again. Each piece is encoded by
// itself: one with characters beyond Latin-1 takes several times as long as others, and in one string with them all would.

/** Most bytes of a UTF-16 code unit in UTF-8. */
const WIDEST = 3;
/** Most pages have fewer bytes. */
const USUAL = 2 ** 16;

export class PageBytes {
  #room = Buffer.allocUnsafeSlow(USUAL);

  /** @returns the pieces in UTF-8, one behind the other; they are there until the next page is encoded */
  encode(pieces: readonly string[]): Uint8Array {
    let most = 0;
    for (const { length } of pieces) most += length * WIDEST;
    if (most > this.#room.length) this.#room = Buffer.allocUnsafeSlow(most * 2);
    let end = 0;
    for (const piece of pieces) end += this.#room.write(piece, end);
    return this.#room.subarray(0, end);
  }
}
