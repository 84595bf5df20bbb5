// One dump with what is cached of it: its records where it has not changed, else what is read of it, which is recorded.
import type { DumpText } from '../files/dump-text.ts';
import { linesFromEnd, readLinesInBatches } from '../files/json-lines.ts';
import type { KnownFormat } from '../formats/format.ts';
import { type CachedStory, cachedStory, parseRecord } from './cached-story.ts';
import type { DumpEvent } from './dump-reading.ts';
import { DumpRecording } from './dump-recording.ts';
import type { DumpRequest, RecordsAbove } from './dump-request.ts';
import { type DumpState, readCurrentState } from './dump-state.ts';
import type { ReaderEvent, StoryReader } from './story-reader.ts';

/** What reads a dump: `StoryReader`, or several threads. */
export interface EventReader {
  read(...args: Parameters<StoryReader['read']>): AsyncGenerator<DumpEvent[]>;
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
        events.push({
          kind: 'story',
          story: cachedStory(parseRecord(line), [offset, length], this.#opened.file.name),
        });
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
    const { file, text, format } = this.#opened;
    const { checkpoint, dialect } = state ?? {};
    const recording = new DumpRecording(this.#opened, above);
    try {
      if (state && checkpoint) {
        if (!above) yield* recording.keepStories(checkpoint.line);
        yield recording.keepMessages(state.messages, checkpoint.line);
      }
      const from = checkpoint && dialect && { ...checkpoint, dialect };
      for await (const batch of reader.read(file, text, format, from)) yield recording.take(batch);
    } catch (error) {
      recording.discard();
      throw error;
    } finally {
      recording.close();
    }
  }
}
