// A list of stories as bits: which stories have a term, and how much each is about it.
//
// Stories have numbers. A list holds, story by story in ascending order, how many numbers are skipped since the one
// before, in Rice code: the value divided by 2^k as so many ones and a zero, then the remainder in k bits. k follows
// from how many stories there are and how many of them are in the list. Then, except in lists of facets, the impact
// in four bits. Bits fill each byte from its high end; a list ends on a whole byte.

/** Bits of an impact. */
export const IMPACT_BITS = 4;
/** Greatest impact. */
export const IMPACTS = 15;

/** Stories that have a term. */
export interface Postings {
  /** Numbers of stories, ascending. */
  stories: Uint32Array;
  /** How much each is about the term, 0 to 15; empty for a facet. */
  impacts: Uint8Array;
}

/** How a list is written. */
export interface ListShape {
  /** Stories in the list. */
  count: number;
  /** All stories that could be in it: their numbers are below this. */
  outOf: number;
  /** Whether impacts are written. */
  hasImpacts: boolean;
}

/** Width of remainders: near the logarithm of the mean step, which is best where stories lie at random. */
function remainderBits({ count, outOf }: ListShape): number {
  let bits = 0;
  // In whole numbers: engines may differ in the last digits of a logarithm. 0.69 is the natural logarithm of 2.
  while (count * 2 ** (bits + 1) * 100 <= outOf * 69) bits++;
  return bits;
}

/** Writes lists one after the other into the same memory. */
export class PostingsEncoder {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(2 ** 16);
  #bit = 0;

  /**
   * Writes a list.
   * @param postings `story * 16 + impact` of each story, ascending
   * @returns the list's bytes, good until the next call
   */
  encode(postings: Uint32Array, shape: ListShape): Uint8Array<ArrayBuffer> {
    const width = remainderBits(shape);
    // Ones are at most as many as steps of 2^k fit into all numbers.
    const most = postings.length * (width + 1 + IMPACT_BITS) + shape.outOf / 2 ** width;
    this.#begin(Math.ceil(most / 8) + 8);
    let next = 0;
    for (let at = 0; at < postings.length; at++) {
      const posting = postings[at] ?? 0;
      const story = posting >>> IMPACT_BITS;
      const skipped = story - next;
      next = story + 1;
      this.#ones(skipped >>> width);
      this.#bit++;
      this.#bits(skipped & (2 ** width - 1), width);
      if (shape.hasImpacts) this.#bits(posting & IMPACTS, IMPACT_BITS);
    }
    return this.#bytes.subarray(0, (this.#bit + 7) >>> 3);
  }

  #begin(length: number): void {
    if (length > this.#bytes.length) this.#bytes = new Uint8Array(length * 2);
    else this.#bytes.fill(0, 0, length);
    this.#bit = 0;
  }

  #ones(count: number): void {
    let left = count;
    while (left > 0) {
      const some = Math.min(left, 16);
      this.#bits(2 ** some - 1, some);
      left -= some;
    }
  }

  /** At most 24 bits. */
  #bits(value: number, width: number): void {
    if (width === 0) return;
    const at = this.#bit >>> 3;
    const shifted = value << (32 - width - (this.#bit & 7));
    this.#bytes[at] = (this.#bytes[at] ?? 0) | (shifted >>> 24);
    this.#bytes[at + 1] = (shifted >>> 16) & 0xff;
    this.#bytes[at + 2] = (shifted >>> 8) & 0xff;
    this.#bytes[at + 3] = shifted & 0xff;
    this.#bit += width;
  }
}

/**
 * Reads a list.
 * @param bytes begin with the list; what follows it is left alone
 * @throws RangeError where the bytes are no list of this shape
 */
export function decodePostings(bytes: Uint8Array, shape: ListShape): Postings {
  const { count, outOf, hasImpacts } = shape;
  const width = remainderBits(shape);
  const stories = new Uint32Array(count);
  const impacts = new Uint8Array(hasImpacts ? count : 0);
  let bit = 0;
  let next = 0;
  for (let at = 0; at < count; at++) {
    let quotient = 0;
    let ones = Math.clz32(~bitsAt(bytes, bit));
    // 24 bits are certain to be there, whatever the first one's place in its byte.
    while (ones >= 24) {
      quotient += 24;
      bit += 24;
      if (bit >>> 3 > bytes.length) throw new RangeError('The list does not end.');
      ones = Math.clz32(~bitsAt(bytes, bit));
    }
    quotient += ones;
    bit += ones + 1;
    const story = next + quotient * 2 ** width + (width > 0 ? bitsAt(bytes, bit) >>> (32 - width) : 0);
    bit += width;
    if (story >= outOf) throw new RangeError('The list has a story that is none.');
    stories[at] = story;
    next = story + 1;
    if (hasImpacts) {
      impacts[at] = bitsAt(bytes, bit) >>> (32 - IMPACT_BITS);
      bit += IMPACT_BITS;
    }
  }
  return { stories, impacts };
}

/** The bits from one on, at the high end of 32; at least 25 of them, and zeros behind the last byte. */
function bitsAt(bytes: Uint8Array, bit: number): number {
  const at = bit >>> 3;
  const four =
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0);
  return four << (bit & 7);
}
