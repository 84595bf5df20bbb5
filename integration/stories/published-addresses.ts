// Which story had which address in the last build, so that a build can say which addresses it moves. Kept beside the
// story index, in the form of a lock; “wirecopy lock” makes the project's own lock of it. A story that moved stays in it
// with the address that it had.
import path from 'node:path';
import { type Message, message } from '../dump/index.ts';
import { writeFileAtomic } from '../files/atomic-file.ts';
import { AddressLock, type LockedAddress, lockText, readAddressLock } from './address-lock.ts';
import type { IdentifiedStory } from './id-assigner.ts';
import { foldId } from './ids.ts';
import { areEdited, exactWords } from './story-words.ts';

/** Path of the file. @param folder of the collection's story index */
export function publishedFile(folder: string): string {
  return path.join(folder, 'published.lock');
}

const ADVICE = '“npx wirecopy lock” keeps every address that was published.';

type PublishedStory = Pick<IdentifiedStory, 'id' | 'words' | 'lines'>;

/** Compares the addresses of a build with those of the last one. */
export class PublishedAddresses {
  readonly #before: AddressLock;
  readonly #now: LockedAddress[] = [];
  /** Addresses of before that stories of some dumps have now. */
  readonly #ids = new Set<string>();

  /** @param before what the last build published */
  constructor(before = new AddressLock()) {
    this.#before = before;
  }

  /** @param folder of the collection's story index */
  static async open(folder: string): Promise<PublishedAddresses> {
    const before = await readAddressLock(publishedFile(folder));
    // What is damaged is made again.
    return new PublishedAddresses(before?.messages.length === 0 ? before : undefined);
  }

  /**
   * @param former ids that lead to the story now
   * @returns what to say where a reader who knows the address finds another story, or the story elsewhere
   */
  compare(story: PublishedStory, former: readonly string[] = []): Message | undefined {
    const { id, words, lines } = story;
    // Nearly all.
    if (this.#before.isOf(id, words)) {
      this.#now.push({ id, words });
      return undefined;
    }
    const known = this.#before.withWords(words);
    if (known.length > 0) {
      const moved = movedFrom(known, id, former);
      this.#now.push(moved ?? { id, words });
      return moved && movedMessage(moved.id, story);
    }
    const other = this.#before.at(id);
    if (other === undefined || areEdited(words, other.words)) {
      this.#now.push({ id, words });
      return undefined;
    }
    this.#now.push(other);
    // The other one is still there, and is said to have moved itself.
    const text = `“${id}” was the address of another story: who knows it finds this one there. ${ADVICE}`;
    return message('address-moved', lines[0], 1, text);
  }

  /** Whether nothing is known to be published. */
  get isEmpty(): boolean {
    return this.#before.size === 0;
  }

  /**
   * The same where some dumps of the site are read, and nothing is kept of them: other dumps may have the stories that are
   * missed.
   */
  compareOne(story: PublishedStory): Message | undefined {
    const { id, words } = story;
    const isKnown = this.#before.at(id) !== undefined;
    if (isKnown) this.#ids.add(id);
    const moved = movedFrom(this.#before.withWords(words), id, []);
    const isTaken = moved && (this.#ids.has(moved.id) || !isKnown);
    return isTaken ? movedMessage(moved.id, story) : undefined;
  }

  /** @returns what was published and has to stay so, each address once */
  addresses(): AddressLock {
    return AddressLock.of(this.#published());
  }

  #published(): Iterable<LockedAddress> {
    const byId = new Map<string, LockedAddress>();
    for (const address of this.#now) {
      const folded = foldId(address.id);
      if (!byId.has(folded) || this.#isKept(address)) byId.set(folded, address);
    }
    return byId.values();
  }

  /** Whether an address leads to what it led to before. */
  #isKept({ id, words }: LockedAddress): boolean {
    const before = this.#before.at(id);
    return before !== undefined && exactWords(before.words) === exactWords(words);
  }

  /** Keeps them for the next build. */
  write(folder: string): void {
    writeFileAtomic(publishedFile(folder), lockText(this.#published()));
  }
}

/** @returns the address that a story had, where none of those it had leads to it now */
function movedFrom(
  known: readonly LockedAddress[],
  id: string,
  former: readonly string[],
): LockedAddress | undefined {
  const stays = known.some((address) => address.id === id || former.includes(address.id));
  return stays ? undefined : known[0];
}

function movedMessage(from: string, { id, lines }: PublishedStory): Message {
  const text = `Was published as “${from}” and is “${id}” now: links to it break. ${ADVICE}`;
  return message('address-moved', lines[0], 1, text);
}
