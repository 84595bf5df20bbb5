// Gives each story its id, in the order of the dumps. Where two different stories have one headline, the later one's id
// has a part of its digest; of two stories that are the same word for word, only the first is published.
import { type Message, message } from '../dump/index.ts';
import { candidateIds, foldId } from './ids.ts';
import type { StoryRecord } from './story-reader.ts';

/** A story with the id it is published under. */
export type IdentifiedStory<Record extends StoryRecord = StoryRecord> = Record & { id: string };

/** What became of a story that needed an id. */
export interface Assignment<Record extends StoryRecord> {
  /** Absent where the same story has an id already. */
  story?: IdentifiedStory<Record>;
  /** What is worth saying about it. */
  message?: Message;
}

/** Who has an id. */
interface Owner {
  digest: string;
  dump: string;
  line: number;
}

/** Assigns ids across all dumps of a site. */
export class IdAssigner {
  readonly #owners = new Map<string, Owner>();

  /** @param dump its name, for messages about the stories that come later */
  assign<Record extends StoryRecord>(story: Record, dump: string): Assignment<Record> {
    const { headline, digest } = story;
    const line = story.lines[0];
    let first: Owner | undefined;
    for (const id of candidateIds(headline, digest)) {
      const owner = this.#owners.get(foldId(id));
      if (owner?.digest === digest) return { message: duplicateMessage(line, owner) };
      if (owner) {
        first ??= owner;
        continue;
      }
      this.#owners.set(foldId(id), { digest, dump, line });
      return { story: { ...story, id }, ...(first && { message: takenMessage(line, id, first) }) };
    }
    // The last candidate has the whole digest: only a story with the same digest can have it.
    throw new Error(`No id is left for “${headline}”.`);
  }
}

function duplicateMessage(line: number, owner: Owner): Message {
  return message('duplicate', line, 1, `Stands word for word at ${at(owner)}; it is published once.`);
}

function takenMessage(line: number, id: string, owner: Owner): Message {
  const text = `The story at ${at(owner)} has the id that this headline makes; this one is published as “${id}”.`;
  return message('id-taken', line, 1, text);
}

const at = ({ dump, line }: Owner) => `${dump}:${line}`;
