// The lines of a lock of addresses while it is put together: its text is sorted, and has every address once.
import { Buffer } from 'node:buffer';
import { TextList } from '../utils/text-list.ts';

/** An address and whose it is. */
export interface LockedAddress {
  id: string;
  /** Digest of the story's words. */
  words: string;
  /** The id that the story has now, where this one was given up; the address leads there. */
  movedTo?: string;
}

export const LOCK_HEADER =
  '# Which story has which address: its id and a digest of its words. Written by “npx wirecopy lock”; keep it in git.\n';

/** @returns the line of an address, its line feed included */
export function lockLine({ id, words, movedTo }: LockedAddress): string {
  return `${id} ${words}${movedTo ? ` ${movedTo}` : ''}\n`;
}

/** The lines of a lock, in the order in which they come. */
export class LockLines {
  readonly #lines = new TextList();

  /** @param addresses each id once */
  static of(addresses: Iterable<LockedAddress>): LockLines {
    const lines = new LockLines();
    for (const address of addresses) lines.add(address);
    return lines;
  }

  add(address: LockedAddress): void {
    this.#lines.add(lockLine(address));
  }

  get byteLength(): number {
    return this.#lines.byteLength;
  }

  /** In the order in which they came. */
  *addresses(): Generator<LockedAddress> {
    for (const line of this.#lines) {
      const [id = '', words = '', movedTo] = line.trimEnd().split(' ');
      yield movedTo === undefined ? { id, words } : { id, words, movedTo };
    }
  }

  /** A space sorts before all that an id may have, so that lines sort as ids do. */
  sorted(): Generator<string> {
    return this.#lines.sorted();
  }

  /** @returns the text of a lock of them */
  text(): Buffer {
    const text = Buffer.allocUnsafe(Buffer.byteLength(LOCK_HEADER) + this.byteLength);
    let end = text.write(LOCK_HEADER);
    for (const line of this.#lines.sorted()) end += text.write(line, end);
    return text;
  }
}
