// What is written to the cache while a dump is read: the records of its stories, their texts, and at its end its state.
import { existsSync, rmSync } from 'node:fs';
import type { Checkpoint, Message } from '../dump/index.ts';
import { writeCacheFile } from '../files/cache-file.ts';
import { LineWriter, readLinesInBatches } from '../files/json-lines.ts';
import { type CachedStory, cachedStory, parseRecord } from './cached-story.ts';
import type { DumpEvent } from './dump-reading.ts';
import type { DumpRequest, RecordsAbove } from './dump-request.ts';
import { type DumpState, stateFile } from './dump-state.ts';
import { TextKeeper, textsFile } from './kept-texts.ts';
import type { ReaderEvent, StoryRecord } from './story-reader.ts';

type EndEvent = Extract<ReaderEvent, { kind: 'end' }>;

/** The records of a dump while they are written. The former ones stay until these are whole. */
export class DumpRecording {
  readonly #dump: DumpRequest;
  readonly #writer: LineWriter;
  readonly #messages: Message[] = [];
  #texts: TextKeeper | undefined;
  #stories: number;
  /** Where the texts of the stories so far end. */
  #textsEnd: number;

  /** @param above records to keep without a look at them */
  constructor(dump: DumpRequest, above: RecordsAbove | undefined) {
    this.#dump = dump;
    this.#writer = LineWriter.open(dump.records);
    this.#stories = above?.stories ?? 0;
    this.#textsEnd = above?.textsEnd ?? 0;
    if (above) this.#writer.copy(dump.records, above.end);
  }

  /** Keeps the former records of the stories that begin above a line. */
  async *keepStories(line: Checkpoint['line']): AsyncGenerator<ReaderEvent<CachedStory>[]> {
    for await (const lines of readLinesInBatches(this.#dump.records)) {
      const records = lines.map((each) => ({ json: each, story: parseRecord(each) }));
      const past = records.findIndex(({ story }) => story.lines[0] >= line);
      const kept = past < 0 ? records : records.slice(0, past);
      for (const { story } of kept) if (story.kept) this.#textsEnd = story.kept[0] + story.kept[1];
      yield kept.map(({ json, story }) => this.#write(story, json));
      this.#writer.flushIfFull();
      if (past >= 0) return;
    }
  }

  /** Keeps the former messages of what stands above a line. */
  keepMessages(messages: readonly Message[], line: number): ReaderEvent<CachedStory>[] {
    this.#messages.push(...messages.filter((each) => each.line < line));
    return this.#messages.map((each) => ({ kind: 'message', message: each }));
  }

  /** Takes what was read. At the end of the dump, the records take their place. */
  take(events: readonly DumpEvent[]): ReaderEvent<CachedStory>[] {
    const taken = events.map((event) => this.#take(event));
    this.#writer.flushIfFull();
    return taken;
  }

  /** Deletes the records; the texts are dropped by the next reading. */
  discard(): void {
    this.#writer.discard();
  }

  close(): void {
    this.#texts?.close();
  }

  #take(event: DumpEvent): ReaderEvent<CachedStory> {
    if (event.kind === 'story') {
      const { blocks, classes: _, ...story } = event.story;
      const record: StoryRecord = { ...story, kept: this.#openTexts().add(blocks, story.digest) };
      return this.#write(record, JSON.stringify(record));
    }
    if (event.kind === 'packed') {
      const kept = this.#openTexts().append(event.text);
      const line = `${event.json.slice(0, -1)},"kept":${JSON.stringify(kept)}}`;
      return this.#write({ ...parseRecord(event.json), kept }, line);
    }
    if (event.kind === 'message') this.#messages.push(event.message);
    else this.#commit(event);
    return event;
  }

  #write(story: StoryRecord, json: string): ReaderEvent<CachedStory> {
    this.#stories++;
    return { kind: 'story', story: cachedStory(story, this.#writer.add(json), this.#dump.file.name) };
  }

  #openTexts(): TextKeeper {
    this.#texts ??= new TextKeeper(textsFile(this.#dump.records), this.#textsEnd);
    return this.#texts;
  }

  #commit({ format, lines, ledger, dialect, checkpoint }: EndEvent): void {
    // The file of texts is there also where no story has one.
    this.#openTexts();
    const { records, version, size, digest } = this.#dump;
    const file = stateFile(records);
    // Not beside the new records, not even if the build is stopped here.
    if (existsSync(file)) rmSync(file);
    const recordsDigest = this.#writer.commit();
    const [messages, stories] = [this.#messages, this.#stories];
    const known = { version, size, digest, format, lines, ledger, messages, stories, dialect, checkpoint };
    writeCacheFile(file, { ...known, records: recordsDigest } satisfies DumpState);
  }
}
