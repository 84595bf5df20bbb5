// What is cached of each dump from one build to the next: an unchanged dump is not parsed again, and of one that has
// grown only the new end is. A dump is unchanged if its bytes are, whatever its time says. Where anything about the
// cache is odd, the dump is read again.
import { createHash, hash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from '../dump/index.ts';
import { writeCacheFile } from '../files/cache-file.ts';
import { type DumpText, openDump, type TextOptions } from '../files/dump-text.ts';
import { digestFile } from '../files/file-digest.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { LineWriter, linesFromEnd, readLinesInBatches } from '../files/json-lines.ts';
import { removeUnusedCopies } from '../files/text-copy.ts';
import { isReadInPlace, type KnownFormat } from '../formats/format.ts';
import type { DumpEvent } from './dump-reading.ts';
import { type DumpState, readCurrentState, stateFile } from './dump-state.ts';
import type { FormatFinder } from './format-finder.ts';
import { TextKeeper, textsFile } from './kept-texts.ts';
import type { ReaderEvent, StoryReader, StoryRecord } from './story-reader.ts';

/** Where a record is in the file of records, and its digest. */
interface RecordReference {
  record: { offset: number; length: number; key: string };
}

export type CachedStory = StoryRecord & RecordReference;

/** Records of the stories above the place from which a dump that has grown is read on. */
export interface RecordsAbove {
  /** Where they end in the file of records. */
  end: number;
  stories: number;
  /** Where their texts end. */
  textsEnd: number;
}

/** What reads a dump: `StoryReader`, or several threads. */
export interface EventReader {
  read(...args: Parameters<StoryReader['read']>): AsyncGenerator<DumpEvent[]>;
}

/** Hexadecimal digits of a story's key. */
const KEY_LENGTH = 16;
const NAME_LENGTH = 24;
const CACHE_FILE = /^[0-9a-f]{24}\.(?:jsonl?|texts)/u;

/** The folder in which dumps are cached. */
export class DumpCache {
  readonly #folder: string;
  readonly #version: string;
  readonly #used = new Set<string>();
  readonly #usedCopies: string[] = [];

  /** @param version of all that records depend on besides their dump: options, and the code itself */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** Finds out whether a dump is cached, and whether it has changed or grown since. */
  async open(file: DumpFile, encoding: string, formats: FormatFinder): Promise<CachedDump> {
    const name = createHash('sha256').update(file.name).digest('hex').slice(0, NAME_LENGTH);
    const records = path.join(this.#folder, `${name}.jsonl`);
    for (const each of [records, stateFile(records), textsFile(records)]) this.#used.add(path.basename(each));
    const state = await readCurrentState(records, this.#version);
    const { size, prefix, digest } = await digestFile(file.path, state?.size);
    const begins = state !== undefined && prefix === state.digest;
    const format =
      begins && size === state.size
        ? state.format
        : await formats.find(file.name, await openDump(file, { encoding }));
    const copies = { folder: this.#copies, digest, of: isReadInPlace(format) ? 'text' : 'stories' } as const;
    const text = await openDump(file, { encoding, copies });
    // A copy of its text has to be there as well.
    const isUnchanged = begins && size === state.size && (!text.copy || text.isCurrent);
    const isGrown =
      begins &&
      size > state.size &&
      state.checkpoint !== undefined &&
      state.format.name === format.name &&
      !text.copy;
    if (text.copy) this.#usedCopies.push(text.copy);
    const known = isUnchanged || isGrown ? state : undefined;
    const version = this.#version;
    const opened = { file, format, records, version, size, digest, encoding, copies, state: known };
    return new CachedDump({ ...opened, text, isUnchanged });
  }

  /** Deletes what belongs to dumps that were not opened. */
  async removeUnused(): Promise<void> {
    await removeUnusedCopies(this.#copies, this.#usedCopies);
    for (const name of await readdir(this.#folder).catch(() => [])) {
      if (CACHE_FILE.test(name) && !this.#used.has(name)) await rm(path.join(this.#folder, name));
    }
  }

  get #copies(): string {
    return path.join(this.#folder, 'texts');
  }
}

/** What it takes to read a dump, in this thread or in another. */
export interface DumpRequest {
  file: DumpFile;
  format: KnownFormat;
  /** Path of the file of records. */
  records: string;
  version: string;
  size: number;
  digest: string;
  encoding: string;
  copies: NonNullable<TextOptions['copies']>;
  /** What is known of the dump, where it begins as it did. */
  state: DumpState | undefined;
}

interface OpenedDump extends DumpRequest {
  text: DumpText;
  isUnchanged: boolean;
}

/** One dump, with what is cached of it. */
export class CachedDump {
  readonly #opened: OpenedDump;

  constructor(opened: OpenedDump) {
    this.#opened = opened;
  }

  /** Whether the dump is what it was, and its records are there. */
  get isUnchanged(): boolean {
    return this.#opened.isUnchanged;
  }

  /** Path of the copy of its text, where its own bytes are not that text. */
  get copy(): string | undefined {
    return this.#opened.text.copy;
  }

  get isPacked(): boolean {
    return this.#opened.text.isPacked;
  }

  get format(): KnownFormat {
    return this.#opened.format;
  }

  /** SHA-256 of the dump. */
  get digest(): string {
    return this.#opened.digest;
  }

  /** Path of the file of records; it is there once the dump was read. */
  get records(): string {
    return this.#opened.records;
  }

  /** Bytes that are to be parsed. */
  get unread(): number {
    if (this.isUnchanged) return 0;
    return this.#opened.size - (this.#opened.state?.checkpoint?.offset ?? 0);
  }

  /** SHA-256 of the dump as it was when its records were written, where they can be used. */
  get before(): string | undefined {
    return this.#opened.state?.digest;
  }

  /** @returns what stays of the records of a dump that has grown; nothing where nothing does, or it has not */
  recordsAbove(): RecordsAbove | undefined {
    const { state, records } = this.#opened;
    if (this.isUnchanged || !state?.checkpoint) return undefined;
    let { stories } = state;
    for (const { offset, line } of linesFromEnd(records)) {
      const { lines, kept } = parseRecord(line);
      if (lines[0] < state.checkpoint.line) {
        // Where none of the last ones has a text, others may.
        return kept && { end: offset + Buffer.byteLength(line) + 1, stories, textsEnd: kept[0] + kept[1] };
      }
      stories--;
    }
    return undefined;
  }

  /** What another thread needs to read it. */
  get request(): DumpRequest {
    const { text: _, isUnchanged: __, ...request } = this.#opened;
    return request;
  }

  /** What is known of an unchanged dump. */
  get state(): DumpState | undefined {
    return this.isUnchanged ? this.#opened.state : undefined;
  }

  /**
   * @param above records to keep without a look at them
   * @returns what is in the dump besides, parsed only as far as needed, in batches, the end last
   */
  async *read(reader: EventReader, above?: RecordsAbove): AsyncGenerator<ReaderEvent<CachedStory>[]> {
    const { state } = this.#opened;
    if (state && this.isUnchanged) yield* this.#readRecords(state);
    else yield* this.#parse(reader, state, above);
  }

  /** @returns the same of a dump that was read meanwhile, elsewhere */
  async *readCached(): AsyncGenerator<ReaderEvent<CachedStory>[]> {
    const state = await readCurrentState(this.records, this.#opened.version);
    if (!state)
      throw new Error(`What was read of ${this.#opened.file.name} is no longer in ${this.records}.`);
    yield* this.#readRecords(state);
  }

  async *#readRecords(state: DumpState): AsyncGenerator<ReaderEvent<CachedStory>[]> {
    let offset = 0;
    for await (const lines of readLinesInBatches(this.records)) {
      const events: ReaderEvent<CachedStory>[] = [];
      for (const line of lines) {
        const length = Buffer.byteLength(line);
        events.push({ kind: 'story', story: this.#cachedStory(parseRecord(line), [offset, length]) });
        offset += length + 1;
      }
      yield events;
    }
    yield state.messages.map((each) => ({ kind: 'message', message: each }));
    const { format, lines, ledger, dialect } = state;
    yield [{ kind: 'end', format, lines, ledger, ...(dialect && { dialect }) }];
  }

  /** @param state of the dump before it grew */
  async *#parse(
    reader: EventReader,
    state: DumpState | undefined,
    above: RecordsAbove | undefined,
  ): AsyncGenerator<ReaderEvent<CachedStory>[]> {
    const writer = LineWriter.open(this.records);
    try {
      yield* this.#parseInto(writer, reader, state, above);
    } catch (error) {
      writer.discard();
      throw error;
    }
  }

  async *#parseInto(
    writer: LineWriter,
    reader: EventReader,
    state: DumpState | undefined,
    above: RecordsAbove | undefined,
  ): AsyncGenerator<ReaderEvent<CachedStory>[]> {
    const { file, text, format } = this.#opened;
    const messages: Message[] = [];
    let { stories, textsEnd } = above ?? { stories: 0, textsEnd: 0 };
    if (above) writer.copy(this.records, above.end);
    const write = (story: StoryRecord, line: string): ReaderEvent<CachedStory> => {
      stories++;
      return { kind: 'story', story: this.#cachedStory(story, writer.add(line)) };
    };
    const checkpoint = state?.checkpoint;
    if (checkpoint && !above) {
      for await (const lines of readLinesInBatches(this.records)) {
        const events: ReaderEvent<CachedStory>[] = [];
        let isPast = false;
        for (const line of lines) {
          const story = parseRecord(line);
          isPast = story.lines[0] >= checkpoint.line;
          if (isPast) break;
          if (story.kept) textsEnd = story.kept[0] + story.kept[1];
          events.push(write(story, line));
        }
        writer.flushIfFull();
        yield events;
        if (isPast) break;
      }
    }
    if (checkpoint) {
      for (const each of state.messages) if (each.line < checkpoint.line) messages.push(each);
      yield messages.map((each) => ({ kind: 'message', message: each }));
    }
    const dialect = state?.dialect;
    const from = checkpoint && dialect && { ...checkpoint, dialect };
    const texts = new TextKeeper(textsFile(this.records), textsEnd);
    try {
      for await (const batch of reader.read(file, text, format, from)) {
        const events: ReaderEvent<CachedStory>[] = [];
        for (const event of batch) {
          if (event.kind === 'story') {
            const { blocks, classes: _, ...story } = event.story;
            const record: StoryRecord = { ...story, kept: texts.add(blocks, story.digest) };
            events.push(write(record, JSON.stringify(record)));
            continue;
          }
          if (event.kind === 'packed') {
            const kept = texts.append(event.text);
            const line = `${event.json.slice(0, -1)},"kept":${JSON.stringify(kept)}}`;
            events.push(write({ ...parseRecord(event.json), kept }, line));
            continue;
          }
          if (event.kind === 'message') messages.push(event.message);
          else this.#commit(writer, event, messages, stories);
          events.push(event);
        }
        writer.flushIfFull();
        yield events;
      }
    } finally {
      texts.close();
    }
  }

  #commit(
    writer: LineWriter,
    { format, lines, ledger, dialect, checkpoint }: Extract<ReaderEvent, { kind: 'end' }>,
    messages: Message[],
    stories: number,
  ): void {
    const { records, version, size, digest } = this.#opened;
    const file = stateFile(records);
    // Not beside the new records, not even if the build is stopped here.
    if (existsSync(file)) rmSync(file);
    const recordsDigest = writer.commit();
    const known = { version, size, digest, format, lines, ledger, messages, stories, dialect, checkpoint };
    writeCacheFile(file, { ...known, records: recordsDigest } satisfies DumpState);
  }

  #cachedStory(story: StoryRecord, [offset, length]: [number, number]): CachedStory {
    return { ...story, record: { offset, length, key: recordKey(story, this.#opened.file.name) } };
  }
}

/**
 * A digest of all that pages show of a story, the name of its dump among it. Where it stands in the dump is no part of it: an
 * edit there would otherwise make the pages of all stories below it anew.
 */
function recordKey(story: StoryRecord, dump: string): string {
  const { lines: _, bytes: __, body: ___, kept: ____, ...shown } = story;
  return hash('sha256', `${dump} ${JSON.stringify(shown)}`, 'hex').slice(0, KEY_LENGTH);
}

/** A record was written by this package, under this version: its file has the digest it was left with. */
export function parseRecord(line: string): StoryRecord {
  return JSON.parse(line);
}
