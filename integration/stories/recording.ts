// Dumps to recorded stories: reads a dump through and adds to each story what its words alone tell: its language
// and its places. Nothing here depends on any other dump, so what was recorded once can be kept.
import {
  type Checkpoint,
  DumpReader,
  type DumpStory,
  type Found,
  type KeptManner,
  type Ledger,
  type Message,
  message,
  type Resumption,
} from '../dump/index.ts';
import type { DumpFile } from '../files/dumps.ts';
import type { DumpText } from '../files/unpacking.ts';
import { directionOf, type LanguageOptions, Languages } from './language.ts';
import { findPlaces } from './places.ts';

export interface ReadingOptions extends LanguageOptions {
  /**
   * Lines that are page controls in these dumps, besides the built-in ones: in heads, above them, and where they close
   * a story. Default: none.
   */
  furniture?: readonly string[] | undefined;
  /**
   * Encoding of dumps that no byte order mark tells it of: any label TextDecoder knows, as in `windows-1256`.
   * Default: `utf-8`.
   */
  encoding?: string | undefined;
}

/** A story without its text, in its language and with its places. */
export interface RecordedStory extends Omit<DumpStory, 'blocks' | 'classes'> {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Countries, by their common English names. */
  places: string[];
}

/** The same with its text. */
export type ToldStory = RecordedStory & Pick<DumpStory, 'blocks' | 'classes'>;

/** One step through a dump. */
export type Recording<Recorded extends RecordedStory = RecordedStory> =
  | { kind: 'story'; story: Recorded }
  | { kind: 'message'; message: Message }
  | { kind: 'end'; lines: number; ledger: Ledger; manner: KeptManner; checkpoint?: Checkpoint };

/** Reads dumps, each for itself. */
export class Recorder {
  readonly #furniture: readonly string[] | undefined;
  readonly #languages: Languages;

  /** @throws Error where an option names a language that is none */
  constructor(options: ReadingOptions = {}) {
    this.#furniture = options.furniture;
    this.#languages = new Languages(options);
  }

  /**
   * Reads one dump.
   * @param text the dump, opened
   * @param from where to go on, in a dump that was read before and has grown
   * @returns what is found in it, in batches, the end last
   * @throws where the file can't be read, never for what it holds
   */
  async *record(file: DumpFile, text: DumpText, from?: Resumption): AsyncGenerator<Recording<ToldStory>[]> {
    const furniture = this.#furniture;
    const options = { ...(furniture && { furniture }), ...(file.day && { fileDay: file.day }) };
    const reader = new DumpReader(options, from);
    for await (const chunk of text.from(from?.offset ?? 0)) yield this.#told(file, text, reader.push(chunk));
    const rest = reader.end();
    // What can't be read is not empty.
    yield this.#told(file, text, text.failure ? rest.filter((each) => each.message?.code !== 'empty') : rest);
    if (text.failure) yield [said(message('unreadable', Math.max(1, reader.lines), 1, text.failure))];
    const { lines, ledger, manner, checkpoint } = reader;
    yield [{ kind: 'end', lines, ledger, manner, ...(checkpoint && { checkpoint }) }];
  }

  async #told(file: DumpFile, text: DumpText, found: readonly Found[]): Promise<Recording<ToldStory>[]> {
    const recordings: Recording<ToldStory>[] = text.messages.splice(0).map(said);
    for (const { story, message: each } of found) {
      if (story) recordings.push({ kind: 'story', story: await this.#record(story, file) });
      else recordings.push(said(each));
    }
    return recordings;
  }

  async #record(story: DumpStory, file: DumpFile): Promise<ToldStory> {
    const { headline, dek, dateline } = story;
    const lede = firstWords(story);
    const lang = await this.#languages.of(file.name, `${headline}\n${lede}`);
    const places = findPlaces({ headline, dek, dateline: dateline?.place, lede }, lang);
    return { ...story, lang, dir: directionOf(lang), places };
  }
}

const said = (each: Message) => ({ kind: 'message', message: each }) as const;

function firstWords(story: DumpStory): string {
  const first = story.blocks[0];
  return first ? (first.type === 'list' ? first.items.join(' ') : first.text) : '';
}
