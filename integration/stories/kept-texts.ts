// The texts of stories as they were read, kept beside their records: to read a story from its dump again takes a fifth
// of the time that its page takes, and is done for its page, for search and for feeds. Each text is proved by a digest
// of its own. Where one is gone or damaged, the story is read from its dump.
import { hash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Block } from '../dump/types.ts';
import type { RangeReader } from '../files/range-reader.ts';
import { explainWriteError } from '../files/writable.ts';

/** Byte offset and length of a text in its file. */
export type TextLocation = [offset: number, length: number];

/** A text in its file. */
export interface KeptText {
  /** Absolute path. */
  file: string;
  location: TextLocation;
}

/** Texts are written in batches of about so many bytes, from memory that grows: most dumps of a folder are small. */
const BATCH = { first: 2 ** 14, most: 2 ** 20 };
/** Hexadecimal digits that prove a text. */
const PROOF_LENGTH = 16;
const NO_PROOF = '0'.repeat(PROOF_LENGTH);
/** Most bytes of a UTF-16 code unit in UTF-8. */
const WIDEST = 3;

/** @returns path of the file of texts that belongs to a file of records */
export function textsFile(records: string): string {
  return records.replace(/\.jsonl$/u, '.texts');
}

/** Writes texts in their place, one behind the other: what a stopped build leaves of one proves nothing. */
export class TextKeeper {
  readonly #file: string;
  readonly #handle: number;
  #offset: number;
  #batch = Buffer.allocUnsafe(BATCH.first);
  #length = 0;

  /** @param offset of the first text to be written; what the file has behind it is dropped */
  constructor(file: string, offset = 0) {
    this.#file = file;
    this.#offset = offset;
    try {
      this.#handle = openSync(file, offset > 0 ? 'a' : 'w');
      if (offset > 0) ftruncateSync(this.#handle, offset);
    } catch (error) {
      throw explainWriteError(error, file);
    }
  }

  /** @param digest of the story's words */
  add(blocks: readonly Block[], digest: string): TextLocation {
    const text = keptText(blocks, digest);
    const most = text.length * WIDEST;
    if (this.#length + most > this.#batch.length) this.#makeRoom(most);
    const start = this.#length;
    const length = this.#batch.write(text, start);
    prove(this.#batch.subarray(start, start + length));
    this.#length += length;
    return [this.#offset + start, length];
  }

  /** @param text as `keptText()` makes it, with its proof */
  append(text: Uint8Array): TextLocation {
    if (this.#length + text.length > this.#batch.length) this.#makeRoom(text.length);
    this.#batch.set(text, this.#length);
    this.#length += text.length;
    return [this.#offset + this.#length - text.length, text.length];
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#handle);
    }
  }

  #makeRoom(bytes: number): void {
    this.#flush();
    const larger = Math.max(bytes, Math.min(this.#batch.length * 2, BATCH.most));
    if (larger > this.#batch.length) this.#batch = Buffer.allocUnsafe(larger);
  }

  #flush(): void {
    try {
      for (let at = 0; at < this.#length; ) at += writeSync(this.#handle, this.#batch, at, this.#length - at);
    } catch (error) {
      throw explainWriteError(error, this.#file);
    }
    this.#offset += this.#length;
    this.#length = 0;
  }
}

/** @returns a text as it stands in the file, with room for its proof */
export function keptText(blocks: readonly Block[], digest: string): string {
  return NO_PROOF + digest + JSON.stringify(blocks);
}

/** Writes its proof into a text. */
export function prove(text: Buffer): void {
  text.write(proofOf(text.subarray(PROOF_LENGTH)));
}

/**
 * @param digest of the story's words
 * @returns its blocks; nothing where the text is not there, or not as it was written
 */
export function readKeptText(
  ranges: RangeReader,
  { file, location: [offset, length] }: KeptText,
  digest: string,
): Block[] | undefined {
  let bytes: Buffer;
  try {
    bytes = ranges.read(file, offset, offset + length);
  } catch {
    // Its dump is there, or says what is wrong.
    return undefined;
  }
  const text = bytes.subarray(PROOF_LENGTH);
  if (bytes.toString('latin1', 0, PROOF_LENGTH) !== proofOf(text)) return undefined;
  const start = digest.length;
  // What is proved was written by this package.
  return text.toString('latin1', 0, start) === digest ? JSON.parse(text.toString('utf8', start)) : undefined;
}

function proofOf(text: Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, PROOF_LENGTH);
}
