// A dump to its stories: reads it through, and adds to each story what its own words tell: its language and its places.
// Nothing here depends on any other dump, so what was read once can be cached.

import type { ReadingOptions } from '../config/loader-options.ts';
import {
  type Checkpoint,
  type DumpStory,
  type Found,
  type Ledger,
  type Message,
  message,
  type Resumption,
  type SavedDialect,
} from '../dump/index.ts';
import type { DumpText } from '../files/dump-text.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { type FormatOptions, type FormatReader, type KnownFormat, openReader } from '../formats/index.ts';
import { directionOf } from '../utils/language-tag.ts';
import type { TextLocation } from './kept-texts.ts';
import { LanguageDetector } from './language.ts';
import { LayoutFinder } from './layout-finder.ts';
import { findPlaces } from './places.ts';
import { storyWords } from './story-words.ts';
import { countUnpartedWords } from './word-count.ts';

/** A story without its text, with its language and its places. */
export interface StoryRecord extends Omit<DumpStory, 'blocks' | 'classes' | 'language'> {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Countries, by their common English names. */
  places: string[];
  /** Digest of the words of its text, by which the lock of addresses knows it; empty where none is asked for. */
  words: string;
  /** How sure it is that the story was read right, from 0 to 1; none where its format states all. */
  confidence?: number;
  /** Where its text is kept; known once it is. */
  kept?: TextLocation;
}

/** The same with its text. */
export type ParsedStory = StoryRecord & Pick<DumpStory, 'blocks' | 'classes'>;

/** What is found in a dump, in the order in which it is found. */
export type ReaderEvent<Story extends StoryRecord = StoryRecord> =
  | { kind: 'story'; story: Story }
  | { kind: 'message'; message: Message }
  | {
      kind: 'end';
      format: KnownFormat;
      lines: number;
      ledger: Ledger;
      dialect?: SavedDialect;
      checkpoint?: Checkpoint;
    };

/** Reads dumps, each on its own. */
export class StoryReader {
  readonly #options: Pick<ReadingOptions, 'furniture' | 'fields'>;
  readonly #layouts: LayoutFinder;
  readonly #languages: LanguageDetector;
  readonly #hasWords: boolean;

  /**
   * @param hasWords whether the digests of stories' words are wanted: nobody who knows no address asks for one
   * @throws Error where an option names a language that does not exist
   */
  constructor(options: ReadingOptions = {}, hasWords = true) {
    this.#hasWords = hasWords;
    this.#options = options;
    this.#layouts = new LayoutFinder(options);
    this.#languages = new LanguageDetector(options);
  }

  /**
   * Reads one dump.
   * @param text the dump, opened; where it keeps a copy of its stories' text, that is written
   * @param format of the dump
   * @param from where to go on, in a dump that was read before and has grown
   * @returns what is found in it, in batches, the end last
   * @throws where the file can't be read, never for its content
   */
  async *read(
    file: DumpFile,
    text: DumpText,
    format: KnownFormat,
    from?: Resumption,
  ): AsyncGenerator<ReaderEvent<ParsedStory>[]> {
    const reader = await openReader(format, this.optionsOf(file), from);
    const copy = text.openStoryCopy();
    let isWhole = false;
    try {
      for await (const chunk of text.from(from?.offset ?? 0)) {
        const found = reader.push(chunk);
        for (const piece of reader.takeText?.() ?? []) copy?.write(piece);
        yield this.#events(file, text, format, found);
      }
      const rest = reader.end();
      for (const piece of reader.takeText?.() ?? []) copy?.write(piece);
      isWhole = true;
      // A dump that can't be read is not empty.
      const found = text.failure ? rest.filter((each) => each.message?.code !== 'empty') : rest;
      yield this.#events(file, text, format, found);
    } finally {
      // What is said of the dump is cached with its stories, and need not be found again.
      if (isWhole) copy?.commit(true);
      else copy?.discard();
    }
    yield this.#end(reader, text, format);
  }

  /** @returns what the reader of one dump is given */
  optionsOf(file: DumpFile): FormatOptions {
    const { furniture = [], fields } = this.#options;
    const layout = this.#layouts.find(file.name);
    return {
      furniture: [...furniture, ...(layout?.furniture ?? [])],
      ...(layout && { layout }),
      ...(fields && { fields }),
      ...(file.day && { fileDay: file.day }),
    };
  }

  /**
   * @param decides whether to load what it takes to tell every story's language; else `decide()` is to be asked
   * @returns what a dump's reader found, one for one, with what each story's own words tell
   */
  async eventsOf(
    file: DumpFile,
    found: readonly Found[],
    decides = true,
  ): Promise<ReaderEvent<ParsedStory>[]> {
    const events: ReaderEvent<ParsedStory>[] = [];
    for (const { story, confidence, message: each } of found) {
      if (story) {
        const sample = sampleOf(story);
        // Nearly every story tells it at once: to wait for each takes as long as to tell.
        let lang = this.#languages.detectAtOnce(file.name, sample, story.language);
        if (lang === undefined && decides) lang = await this.#languages.detect(file.name, sample);
        const record = this.#withContext(story, lang ?? OPEN);
        if (confidence !== undefined) record.confidence = confidence;
        events.push({ kind: 'story', story: record });
      } else events.push(messageEvent(each));
    }
    return events;
  }

  #end(reader: FormatReader, text: DumpText, format: KnownFormat): ReaderEvent<ParsedStory>[] {
    const { lines, ledger, dialect, checkpoint } = reader;
    return endEvents(text, format, { lines, ledger, dialect, checkpoint });
  }

  async #events(
    file: DumpFile,
    text: DumpText,
    format: KnownFormat,
    found: readonly Found[],
  ): Promise<ReaderEvent<ParsedStory>[]> {
    const messages = text.messages.splice(0);
    // Of what is no text, nothing can be said of its encoding.
    const events = format.name === 'refused' ? [] : messages.map(messageEvent);
    return [...events, ...(await this.eventsOf(file, found))];
  }

  /** @returns a record whose language was left open, with its language, and what depends on it */
  async decide(file: DumpFile, record: StoryRecord, blocks: DumpStory['blocks']): Promise<StoryRecord> {
    const lang = await this.#languages.detect(file.name, sampleOf({ ...record, blocks }));
    return { ...record, ...inLanguage({ ...record, blocks }, lang) };
  }

  #withContext(parsed: DumpStory, lang: string): ParsedStory {
    const story = parsed.language === undefined ? parsed : withoutLanguage(parsed);
    return {
      ...story,
      ...inLanguage(story, lang),
      words: this.#hasWords ? storyWords(story.blocks) : '',
    };
  }
}

function withoutLanguage({ language: _, ...story }: DumpStory): DumpStory {
  return story;
}

/** The language of a story about which nothing is known yet; no tag of a language. */
export const OPEN = '';

type StoryText = Pick<DumpStory, 'headline' | 'dek' | 'dateline' | 'blocks' | 'wordCount'>;

/** What tells a story's language. */
function sampleOf(story: Pick<StoryText, 'headline' | 'blocks'>): string {
  return `${story.headline}\n${firstText(story)}`;
}

/** What is known of a story by its language. */
function inLanguage({ headline, dek, dateline, blocks, wordCount }: StoryText, lang: string) {
  const lede = firstText({ blocks });
  return {
    lang,
    dir: directionOf(lang),
    places: lang === OPEN ? [] : findPlaces({ headline, dek, dateline: dateline?.place, lede }, lang),
    wordCount: countUnpartedWords(blocks, lang) ?? wordCount,
  };
}

/** @returns what is told at a dump's end */
export function endEvents(
  text: DumpText,
  format: KnownFormat,
  { lines, ledger, dialect, checkpoint }: Pick<FormatReader, 'lines' | 'ledger' | 'dialect' | 'checkpoint'>,
): Extract<ReaderEvent, { kind: 'message' | 'end' }>[] {
  const isCut = text.failure !== undefined && format.name !== 'refused';
  return [
    ...(isCut ? [messageEvent(message('unreadable', Math.max(1, lines), 1, text.failure ?? ''))] : []),
    { kind: 'end', format, lines, ledger, ...(dialect && { dialect }), ...(checkpoint && { checkpoint }) },
  ];
}

const messageEvent = (each: Message) => ({ kind: 'message', message: each }) as const;

function firstText(story: Pick<DumpStory, 'blocks'>): string {
  const first = story.blocks[0];
  return first ? (first.type === 'list' ? first.items.join(' ') : first.text) : '';
}
