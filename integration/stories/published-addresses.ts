// Which story had which address in the last build, so that a build can say which addresses it moves. Kept beside the
// story index, in the form of a lock; “wirecopy lock” makes the project's own lock of it. A story that moved stays in it
// with the address that it had.
import path from 'node:path';
import { type Message, message } from '../dump/messages.ts';
import { writeFileAtomic } from '../files/atomic-file.ts';
import { AddressLock, type LockedAddress, lockDigest, lockText, readAddressLock } from './address-lock.ts';
import type { IdentifiedStory } from './id-assigner.ts';
import { foldId } from './ids.ts';
import { areEdited, exactWords } from './story-words.ts';

/** Path of the file. @param folder of the collection's story index */
export function publishedFile(folder: string): string {
  return path.join(folder, 'published.lock');
}

const ADVICE = '“npx wirecopy lock” keeps every address that was published.';

type PublishedStory = Pick<IdentifiedStory, 'id' | 'words' | 'lines'>;

/** What a build published. */
export interface PublishedNow {
  /** Absent where one of the addresses is not the one that its story has. */
  digest?: string;
  /** Keeps it for the next build. @param folder of the collection's story index */
  write(folder: string): void;
}

/** Compares the addresses of a build with those of the last one. */
export class PublishedAddresses {
  readonly #before: AddressLock;
  readonly #now: LockedAddress[] = [];
  /** Addresses of before that stories of some dumps have now. */
  readonly #ids = new Set<string>();
  /** Ids of those of before that may change, where all others stay as they are. */
  #others: ReadonlySet<string> | undefined;
  #isSettled = true;

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
      if (moved) this.#isSettled = false;
      return moved && movedMessage(moved.id, story);
    }
    const other = this.#before.at(id);
    if (other === undefined || areEdited(words, other.words)) {
      this.#now.push({ id, words });
      return undefined;
    }
    this.#now.push(other);
    this.#isSettled = false;
    // The other one is still there, and is said to have moved itself.
    const text = `“${id}” was the address of another story: who knows it finds this one there. ${ADVICE}`;
    return message('address-moved', lines[0], 1, text);
  }

  /** Of what the last build published. */
  get digest(): string {
    return this.#before.digest;
  }

  /** @returns an id under which a story was published, as that was written */
  idAt(id: string): string | undefined {
    return this.#before.at(id)?.id;
  }

  /**
   * Takes over what was published of stories that are as they were, so that they need not be compared.
   * @param others ids of the other stories
   */
  keep(others: ReadonlySet<string>): void {
    this.#others = others;
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
    const kept = this.#others ? this.#before.addresses() : [];
    return AddressLock.of([...[...kept].filter(({ id }) => !this.#others?.has(id)), ...this.#published()]);
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

  /** @returns what the next build is to know of them, to be kept */
  now(): PublishedNow {
    const now = this.#published();
    const text = this.#others ? this.#before.textWith(now, this.#others) : lockText(now);
    return {
      ...(this.#isSettled && { digest: lockDigest(text) }),
      write: (folder) => writeFileAtomic(publishedFile(folder), text),
    };
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
