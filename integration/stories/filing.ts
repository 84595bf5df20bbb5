// Recorded stories to filed ones: gives each its id, in the order of the dumps, and leaves out the second of two
// that are the same word for word.
import { type Message, message } from '../dump/index.ts';
import { IdRegistry } from './identity.ts';
import type { RecordedStory } from './recording.ts';

/** A story with all that a site needs to publish it. */
export type Filed<Recorded extends RecordedStory = RecordedStory> = Recorded & { id: string };

/** What became of a story. */
export interface Filing<Recorded extends RecordedStory> {
  /** Absent where the story was filed before. */
  story?: Filed<Recorded>;
  /** What is worth saying about it. */
  message?: Message;
}

interface Where {
  dump: string;
  line: number;
}

/** Files stories one after another; ids are given out across all dumps. */
export class Desk {
  readonly #ids = new IdRegistry<Where>();

  /** @param dump its name, for what is said of the stories that come after */
  file<Recorded extends RecordedStory>(story: Recorded, dump: string): Filing<Recorded> {
    const line = story.lines[0];
    const claim = this.#ids.claim(story.headline, story.digest, { dump, line });
    if (claim.twin) {
      const text = `Stands word for word at ${at(claim.twin)}; it is published once.`;
      return { message: message('twin', line, 1, text) };
    }
    const filed = { ...story, id: claim.id };
    if (!claim.taken) return { story: filed };
    const text = `The story at ${at(claim.taken)} has the id that this headline makes; this one is published as “${claim.id}”.`;
    return { story: filed, message: message('id-taken', line, 1, text) };
  }
}

const at = ({ dump, line }: Where) => `${dump}:${line}`;
