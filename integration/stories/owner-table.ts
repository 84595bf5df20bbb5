// Which story has which id, for all stories of a site, in arrays of numbers: it is the one thing that grows with the number
// of stories while dumps are read.
import { Buffer } from 'node:buffer';
import { doubled } from '../utils/doubled.ts';
import { NumberedTexts } from '../utils/numbered-texts.ts';
import { HashTable, hashOf } from './hash-table.ts';
import { foldId } from './ids.ts';

/** Who has an id. */
export interface Owner {
  /** Of the story, 32 hexadecimal digits. */
  digest: string;
  /** Name of its dump. */
  dump: string;
  line: number;
}

/** Bytes of a story's digest. */
const DIGEST_BYTES = 16;
const ROOM = 1024;
/** Bytes that most ids have room in. */
const ID_BYTES = 64;

/** Owners by id; ids count as one where a file system takes them for one name. */
export class OwnerTable {
  /** Numbers of owners by the hash of their ids. */
  readonly #table = new HashTable();
  /** Folded ids, one behind another: to compare them costs less than a digest of each. */
  #ids = Buffer.alloc(ROOM * ID_BYTES);
  /** Of each owner the place behind its id. */
  #ends = new Uint32Array(ROOM);
  #digests = Buffer.alloc(ROOM * DIGEST_BYTES);
  /** Of each owner the number of its dump, and its line. */
  #places = new Uint32Array(ROOM * 2);
  readonly #dumps = new NumberedTexts();
  #size = 0;

  /** @param id nobody has it yet */
  add(id: string, { digest, dump, line }: Owner): void {
    const folded = foldId(id);
    const owner = this.#size++;
    if (owner === this.#ends.length) this.#grow();
    const start = this.#startOf(owner);
    // A UTF-16 unit takes three bytes at most.
    while (this.#ids.length < start + folded.length * 3) this.#ids = doubledBytes(this.#ids);
    const end = start + this.#ids.write(folded, start);
    this.#ends[owner] = end;
    this.#digests.write(digest, owner * DIGEST_BYTES, DIGEST_BYTES, 'hex');
    this.#places[owner * 2] = this.#dumps.number(dump);
    this.#places[owner * 2 + 1] = line;
    this.#table.add(hashOf(this.#ids, start, end), owner);
  }

  has(id: string): boolean {
    return this.#find(id) !== undefined;
  }

  at(id: string): Owner | undefined {
    const owner = this.#find(id);
    if (owner === undefined) return undefined;
    const at = owner * DIGEST_BYTES;
    return {
      digest: this.#digests.toString('hex', at, at + DIGEST_BYTES),
      dump: this.#dumps.at(this.#places[owner * 2] ?? 0),
      line: this.#places[owner * 2 + 1] ?? 0,
    };
  }

  #find(id: string): number | undefined {
    const folded = Buffer.from(foldId(id));
    const owners = this.#table.at(hashOf(folded, 0, folded.length));
    return owners.find((owner) => folded.compare(this.#ids, this.#startOf(owner), this.#ends[owner]) === 0);
  }

  #startOf(owner: number): number {
    return owner === 0 ? 0 : (this.#ends[owner - 1] ?? 0);
  }

  #grow(): void {
    this.#digests = doubledBytes(this.#digests);
    this.#ends = doubled(this.#ends, Uint32Array);
    this.#places = doubled(this.#places, Uint32Array);
  }
}

/** What is not written to takes no room. */
function doubledBytes(bytes: Buffer): Buffer<ArrayBuffer> {
  const larger = Buffer.alloc(bytes.length * 2);
  bytes.copy(larger);
  return larger;
}
