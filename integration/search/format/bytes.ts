// How numbers and words are written into the files of an index: whole numbers in as few bytes as they need, words
// in the order that JavaScript sorts them in.
import { codeUnits } from '../words/code-units.ts';

/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** Seven bits a byte, low ones first; all bytes but the last have their high bit set. */
  number(value: number): void {
    this.#reserve(8);
    let rest = value;
    // Above what fits into 32 bits, bits can't be shifted.
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 0x80))
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Its length, and its bytes. */
  word(word: string): void {
    const bytes = encodeWord(word);
    this.number(bytes.length);
    this.bytes(bytes);
  }

  /** A word that follows another in order: how many bytes it shares with that, how many follow, and those. */
  wordAfter(word: Uint8Array, before: Uint8Array, length = word.length, beforeLength = before.length): void {
    const shorter = Math.min(length, beforeLength);
    let shared = 0;
    while (shared < shorter && word[shared] === before[shared]) shared++;
    this.number(shared);
    this.number(length - shared);
    this.#reserve(length);
    for (let at = shared; at < length; at++) this.#bytes[this.#length++] = word[at] ?? 0;
  }

  /** @returns a copy of what was written, and begins again */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/**
 * Reads what `ByteWriter` wrote.
 * @throws RangeError from its methods, where the bytes end too early
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw new RangeError('The bytes end too early.');
    return value;
  }

  number(): number {
    let byte = this.byte();
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.byte();
      value = shift < 24 ? value | ((byte & 0x7f) << shift) : value + (byte & 0x7f) * 2 ** shift;
    }
    return value;
  }

  bytes(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.#bytes.length) throw new RangeError('The bytes end too early.');
    const bytes = this.#bytes.subarray(this.at, end);
    this.at = end;
    return bytes;
  }

  word(): string {
    return decodeWord(this.bytes(this.number()));
  }

  /** The opposite of `ByteWriter.wordAfter()`. */
  wordAfter(before: Uint8Array): Uint8Array {
    const shared = this.number();
    const rest = this.bytes(this.number());
    const word = new Uint8Array(shared + rest.length);
    word.set(before.subarray(0, shared));
    word.set(rest, shared);
    return word;
  }
}

/**
 * A word as bytes: UTF-8 of each UTF-16 code unit (CESU-8), so that the order of the bytes is the order of `<`.
 */
export function encodeWord(word: string): Uint8Array<ArrayBuffer> {
  const units = codeUnits(word);
  const bytes = new Uint8Array(word.length * 3);
  return bytes.subarray(0, encodeUnits(units, 0, units.length, bytes));
}

/**
 * The same for the code units from `start` to `end`.
 * @param into has room for three bytes a code unit
 * @returns how many bytes were written
 */
export function encodeUnits(units: Uint16Array, start: number, end: number, into: Uint8Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const code = units[at] ?? 0;
    if (code < 0x80) into[length++] = code;
    else if (code < 0x800) {
      into[length++] = 0xc0 | (code >> 6);
      into[length++] = 0x80 | (code & 0x3f);
    } else {
      into[length++] = 0xe0 | (code >> 12);
      into[length++] = 0x80 | ((code >> 6) & 0x3f);
      into[length++] = 0x80 | (code & 0x3f);
    }
  }
  return length;
}

/** The opposite of `encodeWord()`. */
export function decodeWord(bytes: Uint8Array): string {
  let word = '';
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) word += String.fromCharCode(first);
    else if (first < 0xe0) word += String.fromCharCode(((first & 0x1f) << 6) | ((bytes[at++] ?? 0) & 0x3f));
    else {
      const middle = (bytes[at++] ?? 0) & 0x3f;
      word += String.fromCharCode(((first & 0xf) << 12) | (middle << 6) | ((bytes[at++] ?? 0) & 0x3f));
    }
  }
  return word;
}

/** @returns how many bytes two words begin with in common */
export function sharedLength(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  return shared;
}
