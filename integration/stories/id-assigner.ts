// Gives each story its id, in the order of the dumps. A story whose words are in the lock of addresses keeps the id that it
// has there, and no other story takes it. Of other stories with one headline, the later one's id has a part of its
// digest; of two stories that are the same word for word, only the first is published.
import { type Message, message } from '../dump/messages.ts';
import { AddressLock } from './address-lock.ts';
import type { KnownStory } from './checked-story.ts';
import { candidateIds } from './ids.ts';
import type { LockedAddress } from './lock-lines.ts';
import { type Owner, OwnerTable } from './owner-table.ts';
import type { StoryRecord } from './story-reader.ts';
import { areEdited } from './story-words.ts';

/** A story with the id it is published under. */
export type IdentifiedStory<Record extends KnownStory = StoryRecord> = Record & { id: string };

/** What became of a story that needed an id. */
export interface Assignment<Record extends KnownStory> {
  /** Absent where the same story has an id already, and where `waits` is true. */
  story?: IdentifiedStory<Record>;
  /** What is worth saying about it. */
  message?: Message;
  /** Whether `assignPending()` decides: another story may still come that has more right to its id. */
  waits?: boolean;
}

/** A story that `assignPending()` decides about. */
interface Waiting<Record extends KnownStory, Source> {
  story: Record;
  dump: string;
  source: Source;
  /** Ids in the lock that may be its own. */
  ids: readonly string[];
  /** Whether it has the very words that the lock names; else they were edited. */
  isExact: boolean;
}

/** Stories that have their ids already, and come before all others. */
export interface TakenIds {
  has(id: string): boolean;
  at(id: string): Owner | undefined;
}

/** Assigns ids across all dumps of a site. */
export class IdAssigner<Record extends KnownStory = StoryRecord, Source = undefined> {
  readonly #owners = new OwnerTable();
  readonly #lock: AddressLock;
  readonly #taken: TakenIds | undefined;
  #waiting: Waiting<Record, Source>[] = [];

  /**
   * @param lock which story has which id
   * @param taken which ids stories have that are not to be assigned any
   */
  constructor(lock = new AddressLock(), taken?: TakenIds) {
    this.#lock = lock;
    this.#taken = taken;
  }

  #hasOwner(id: string): boolean {
    return this.#owners.has(id) || this.#taken?.has(id) === true;
  }

  #ownerAt(id: string): Owner | undefined {
    return this.#owners.at(id) ?? this.#taken?.at(id);
  }

  /**
   * @param dump its name, for messages about the stories that come later
   * @param source comes back with the story where it waits
   */
  assign<Story extends Record>(story: Story, dump: string, source: Source): Assignment<Story> {
    const candidates = candidateIds(story.headline, story.digest);
    const first = candidates.next().value ?? '';
    // Nearly all: nobody has the headline's id, and the same story would have it.
    if (this.#lock.size === 0 && !this.#hasOwner(first)) return { story: this.#take(story, first, dump) };
    const ids = [first, ...candidates];
    const duplicate = this.#duplicate(story, ids);
    if (duplicate) return { message: duplicate };
    const locked = this.#lock.withWords(story.words).map(({ id }) => id);
    // The one with most of its digest: another story may have the same words and headline, and other captions.
    const own = ids.findLast((id) => locked.includes(id) && !this.#hasOwner(id));
    if (own !== undefined) return { story: this.#take(story, own, dump) };
    const edited = locked.length > 0 ? [] : this.#edited(story, ids);
    if (locked.length + edited.length > 0) {
      this.#waiting.push({ story, dump, source, ids: [...locked, ...edited], isExact: locked.length > 0 });
      return { waits: true };
    }
    return this.#assignFree(story, ids, dump);
  }

  /** Decides about the stories that wait, in the order in which they came. */
  *assignPending(): Generator<Assignment<Record> & { dump: string; source: Source }> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const each of [...waiting.filter(isExact), ...waiting.filter((one) => !isExact(one))]) {
      const { story, dump, source } = each;
      const ids = [...candidateIds(story.headline, story.digest)];
      const duplicate = this.#duplicate(story, [...each.ids, ...ids]);
      const own = each.ids.find((id) => !this.#hasOwner(id));
      if (duplicate) yield { message: duplicate, dump, source };
      else if (own === undefined) yield { ...this.#assignFree(story, ids, dump), dump, source };
      else yield { story: this.#take(story, own, dump), dump, source };
    }
  }

  #duplicate({ digest, lines }: Record, ids: readonly string[]): Message | undefined {
    const owner = ids.map((id) => this.#ownerAt(id)).find((each) => each?.digest === digest);
    return owner && duplicateMessage(lines[0], owner);
  }

  /** Ids in the lock whose stories may have been edited to this one. */
  #edited({ words }: Record, ids: readonly string[]): string[] {
    const [base = '', second = ''] = ids;
    const found = this.#lock.at(base);
    if (found === undefined) return [];
    const isOwn = found.movedTo === undefined && areEdited(words, found.words);
    // What the second one is without the digest that stands behind it.
    const below = this.#lock.editedBelow(second.replace(/-[0-9a-f]+$/u, ''), words);
    return [...(isOwn ? [found.id] : []), ...below.map(({ id }) => id)];
  }

  #assignFree<Story extends Record>(story: Story, ids: readonly string[], dump: string): Assignment<Story> {
    let before: Owner | LockedAddress | undefined;
    for (const id of ids) {
      const other = this.#ownerAt(id) ?? this.#lock.at(id);
      before ??= other;
      if (other) continue;
      const line = story.lines[0];
      return {
        story: this.#take(story, id, dump),
        ...(before && { message: takenMessage(line, id, before) }),
      };
    }
    // The last candidate has the whole digest: only a story with the same digest, or a lock made by hand, can have it.
    throw new Error(`No id is left for “${story.headline}”. Delete its line from the lock of addresses.`);
  }

  #take<Story extends Record>(story: Story, id: string, dump: string): IdentifiedStory<Story> {
    this.#owners.add(id, { digest: story.digest, dump, line: story.lines[0] });
    return { ...story, id };
  }
}

const isExact = (each: { isExact: boolean }) => each.isExact;

function duplicateMessage(line: number, owner: Owner): Message {
  return message('duplicate', line, 1, `Stands word for word at ${at(owner)}; it is published once.`);
}

function takenMessage(line: number, id: string, other: Owner | LockedAddress): Message {
  const whose =
    'dump' in other ? `The story at ${at(other)} has` : 'The lock of addresses keeps for another story';
  return message(
    'id-taken',
    line,
    1,
    `${whose} the id that this headline makes; this one is published as “${id}”.`,
  );
}

const at = ({ dump, line }: Owner) => `${dump}:${line}`;
