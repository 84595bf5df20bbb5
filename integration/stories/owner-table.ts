// Which story has which id, for all stories of a site, in arrays of numbers: it is the one thing that grows with the number
// of stories while dumps are read.
import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { HashTable, hashOfText } from './hash-table.ts';
import { foldId } from './ids.ts';

/** Who has an id. */
export interface Owner {
  /** Of the story, 32 hexadecimal digits. */
  digest: string;
  /** Name of its dump. */
  dump: string;
  line: number;
}

/** Bytes of an id's digest, and of a story's. */
const DIGEST_BYTES = 16;
const ROOM = 1024;

/** Owners by id; ids count as one where a file system takes them for one name. */
export class OwnerTable {
  /** Numbers of owners by the hash of their ids. */
  readonly #table = new HashTable();
  /** Of each owner the digest of its id, and its own. */
  #digests = Buffer.alloc(ROOM * 2 * DIGEST_BYTES);
  /** Of each owner the number of its dump, and its line. */
  #places = new Uint32Array(ROOM * 2);
  readonly #dumps: string[] = [];
  readonly #dumpNumbers = new Map<string, number>();
  #size = 0;

  /** @param id nobody has it yet */
  add(id: string, { digest, dump, line }: Owner): void {
    const folded = foldId(id);
    const owner = this.#size++;
    if (owner * 2 === this.#places.length) this.#grow();
    const at = owner * 2 * DIGEST_BYTES;
    digestOfId(folded).copy(this.#digests, at, 0, DIGEST_BYTES);
    this.#digests.write(digest, at + DIGEST_BYTES, DIGEST_BYTES, 'hex');
    this.#places[owner * 2] = this.#dumpNumber(dump);
    this.#places[owner * 2 + 1] = line;
    this.#table.add(hashOfText(folded), owner);
  }

  has(id: string): boolean {
    return this.#find(id) !== undefined;
  }

  at(id: string): Owner | undefined {
    const owner = this.#find(id);
    if (owner === undefined) return undefined;
    const at = (owner * 2 + 1) * DIGEST_BYTES;
    return {
      digest: this.#digests.toString('hex', at, at + DIGEST_BYTES),
      dump: this.#dumps[this.#places[owner * 2] ?? 0] ?? '',
      line: this.#places[owner * 2 + 1] ?? 0,
    };
  }

  #find(id: string): number | undefined {
    const folded = foldId(id);
    const owners = this.#table.at(hashOfText(folded));
    if (owners.length === 0) return undefined;
    const digest = digestOfId(folded);
    return owners.find((owner) => {
      const at = owner * 2 * DIGEST_BYTES;
      return digest.compare(this.#digests, at, at + DIGEST_BYTES, 0, DIGEST_BYTES) === 0;
    });
  }

  #dumpNumber(dump: string): number {
    const known = this.#dumpNumbers.get(dump);
    if (known !== undefined) return known;
    this.#dumpNumbers.set(dump, this.#dumps.length);
    return this.#dumps.push(dump) - 1;
  }

  #grow(): void {
    this.#digests = Buffer.concat([this.#digests, Buffer.alloc(this.#digests.length)]);
    const places = this.#places;
    this.#places = new Uint32Array(places.length * 2);
    this.#places.set(places);
  }
}

const digestOfId = (folded: string) => hash('sha256', folded, 'buffer');
