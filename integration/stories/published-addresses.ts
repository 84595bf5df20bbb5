// Which story had which address in the last build, so that a build can say which addresses it moves. Kept beside the
// story index, in the form of a lock; “wirecopy lock” makes the project's own lock of it. A story that moved stays in it
// with the address that it had.
import path from 'node:path';
import { type Message, message } from '../dump/messages.ts';
import { writeFileAtomic } from '../files/atomic-file.ts';
import { AddressLock, lockDigest } from './address-lock.ts';
import { readAddressLock } from './address-lock-file.ts';
import type { IdentifiedStory } from './id-assigner.ts';
import { foldId } from './ids.ts';
import { type LockedAddress, LockLines } from './lock-lines.ts';
import { areEdited, exactWords } from './story-words.ts';

/** Path of the file. @param folder of the collection's story index */
export function publishedFile(folder: string): string {
  return path.join(folder, 'published.lock');
}

const ADVICE = '“npx wirecopy lock” keeps every address that was published.';

type PublishedStory = Pick<IdentifiedStory, 'id' | 'words' | 'lines'>;

/** A story whose words were published under other addresses than its own. */
interface Move {
  story: PublishedStory;
  /** The name of its dump. */
  dump: string;
  /** Those addresses. */
  known: readonly LockedAddress[];
}

/** What is to be said of a dump. */
interface DumpMessage {
  dump: string;
  message: Message;
}

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
  readonly #now = new LockLines();
  /** Stories that moved, unless those that had their addresses have them still. */
  #moves: Move[] = [];
  /** Addresses of before that lead to the same words, or to words that have moved there and were told. */
  readonly #held = new Set<string>();
  /** Addresses of before that lead to another story. */
  readonly #taken = new Set<string>();
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
   * What `moved()` says is known once all stories were compared.
   * @param dump its name
   * @param former ids that lead to the story now
   * @returns what to say where a reader who knows the address finds another story
   */
  compare(story: PublishedStory, dump: string, former: readonly string[] = []): Message | undefined {
    const { id, words, lines } = story;
    // Nearly all.
    if (this.#before.isOf(id, words)) {
      this.#now.add({ id, words });
      return undefined;
    }
    const known = this.#before.withWords(words);
    if (known.length > 0) {
      if (stays(known, id, former)) this.#now.add({ id, words });
      else this.#moves.push({ story: { id, words, lines }, dump, known });
      return undefined;
    }
    const other = this.#before.at(id);
    if (other === undefined || areEdited(words, other.words)) {
      this.#now.add({ id, words });
      return undefined;
    }
    this.#now.add(other);
    this.#taken.add(other.id);
    this.#isSettled = false;
    // The other one is still there, and is said to have moved itself.
    const text = `“${id}” was the address of another story: who knows it finds this one there. ${ADVICE}`;
    return message('address-moved', lines[0], 1, text);
  }

  /**
   * To be called once all stories were compared.
   * @returns what to say where a reader who knows an address finds its story elsewhere. Another story with the same words
   *   can have that address still: then nothing moved
   */
  moved(): DumpMessage[] {
    this.#holdMoved();
    return this.#settle().flatMap(({ story, dump, from }) => {
      this.#now.add(from ?? { id: story.id, words: story.words });
      if (!from) return [];
      this.#isSettled = false;
      return [{ dump, message: movedMessage(from.id, story) }];
    });
  }

  /** Finds which addresses of stories that moved lead to the same words nevertheless. */
  #holdMoved(): void {
    if (this.#moves.length === 0) return;
    const left = new Set(this.#moves.flatMap(({ known }) => known.map(({ id }) => id)));
    for (const id of left) if (this.#others && !this.#others.has(id)) this.#held.add(id);
    for (const address of this.#now.addresses()) {
      const { id } = address;
      if (left.has(id) && !this.#taken.has(id) && this.#isKept(address)) this.#held.add(id);
    }
  }

  /** @returns the stories that moved, each with the address that nothing of the same words has any more */
  #settle(mayBeLeft: (id: string, story: PublishedStory) => boolean = () => true) {
    const moves = this.#moves;
    this.#moves = [];
    return moves.map(({ story, dump, known }) => {
      const from = known.find(({ id }) => !this.#held.has(id) && mayBeLeft(id, story));
      if (from) this.#held.add(from.id);
      return { story, dump, from };
    });
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
   * missed. What `movedOnes()` says is known once a dump was read.
   */
  compareOne(story: PublishedStory, dump: string): void {
    const { id, words, lines } = story;
    if (this.#before.isOf(id, words)) {
      this.#held.add(id);
      return;
    }
    if (this.#before.at(id)) this.#taken.add(id);
    const known = this.#before.withWords(words);
    if (known.length > 0 && !stays(known, id, []))
      this.#moves.push({ story: { id, words, lines }, dump, known });
  }

  /** @returns what to say of the stories compared since the last call */
  movedOnes(): DumpMessage[] {
    const mayBeLeft = (id: string, story: PublishedStory) =>
      this.#taken.has(id) || this.#before.at(story.id) === undefined;
    return this.#settle(mayBeLeft).flatMap(({ story, dump, from }) =>
      from ? [{ dump, message: movedMessage(from.id, story) }] : [],
    );
  }

  /** @returns what was published and has to stay so, each address once */
  addresses(): AddressLock {
    const kept = this.#others ? this.#before.addresses() : [];
    return AddressLock.of([
      ...[...kept].filter(({ id }) => !this.#others?.has(id)),
      ...this.#published().addresses(),
    ]);
  }

  #published(): LockLines {
    // Each story has its own.
    if (this.#isSettled) return this.#now;
    const byId = new Map<string, LockedAddress>();
    for (const address of this.#now.addresses()) {
      const folded = foldId(address.id);
      if (!byId.has(folded) || this.#isKept(address)) byId.set(folded, address);
    }
    return LockLines.of(byId.values());
  }

  /** Whether an address leads to what it led to before. */
  #isKept({ id, words }: LockedAddress): boolean {
    const before = this.#before.at(id);
    return before !== undefined && exactWords(before.words) === exactWords(words);
  }

  /** @returns what the next build is to know of them, to be kept */
  now(): PublishedNow {
    const now = this.#published();
    const text = this.#others ? this.#before.textWith(now, this.#others) : now.text();
    return {
      ...(this.#isSettled && { digest: lockDigest(text) }),
      write: (folder) => writeFileAtomic(publishedFile(folder), text),
    };
  }
}

/** Whether one of the addresses under which a story was published leads to it now. */
function stays(known: readonly LockedAddress[], id: string, former: readonly string[]): boolean {
  return known.some((address) => address.id === id || former.includes(address.id));
}

function movedMessage(from: string, { id, lines }: PublishedStory): Message {
  const text = `Was published as “${from}” and is “${id}” now: links to it break. ${ADVICE}`;
  return message('address-moved', lines[0], 1, text);
}
