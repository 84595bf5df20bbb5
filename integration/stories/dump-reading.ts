// Reads dumps as `StoryReader` does, and large ones of page text on all processors. What is found is the same.
import { statSync } from 'node:fs';
import type { ReadingOptions } from '../config/loader-options.ts';
import { type Piece, type Resumption, readInSegments } from '../dump/index.ts';
import type { DumpText } from '../files/dump-text.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import type { KnownFormat } from '../formats/index.ts';
import { type PackedStory, packEvents, type SegmentEvent, type StoryForm } from './packed-stories.ts';
import { SegmentThreads, segmentThreads } from './segment-threads.ts';
import { endEvents, type ParsedStory, type ReaderEvent, StoryReader } from './story-reader.ts';
import { TextStore } from './text-store.ts';

/** A thread takes half a second to be ready: less is read by then. */
export const WORTH_SEGMENTS = 24e6;
/** Large enough for what is read twice, below its end, to count for little; small enough for several to be in memory. */
const SEGMENT_BYTES = 2 ** 19;

/** What is found in a dump, in the order in which it is found; stories may be packed. */
export type DumpEvent = ReaderEvent<ParsedStory> | PackedStory;

/** Which dumps are read on all processors. */
export interface DumpReadingLimits {
  /** So many bytes are worth it. */
  worth: number;
  threads: number;
  segmentBytes: number;
}

/** Whether a dump of so many bytes that are to be read is worth threads. */
export function isWorthSegments(format: KnownFormat, bytes: number): boolean {
  return isCuttable(format) && bytes >= WORTH_SEGMENTS && segmentThreads() > 0;
}

const isCuttable = (format: KnownFormat) => format.name === 'pages' && !format.width;

/** Reads dumps, one after another. To be closed. */
export class DumpReading {
  readonly #reader: StoryReader;
  readonly #options: ReadingOptions;
  readonly #form: StoryForm;
  readonly #hasWords: boolean;
  readonly #limits: DumpReadingLimits;
  #threads: SegmentThreads | undefined;

  /**
   * @param form what is wanted of stories that are packed
   * @param limits default: as it is worth on this machine where stories are kept
   * @param hasWords whether the digests of stories' words are wanted
   */
  constructor(
    options: ReadingOptions,
    form: StoryForm,
    limits: Partial<DumpReadingLimits> = {},
    hasWords = true,
  ) {
    this.#reader = new StoryReader(options, hasWords);
    this.#hasWords = hasWords;
    this.#options = options;
    this.#form = form;
    this.#limits = {
      ...{ worth: WORTH_SEGMENTS, threads: segmentThreads(), segmentBytes: SEGMENT_BYTES },
      ...limits,
    };
  }

  /** As `StoryReader.read()`. */
  read(file: DumpFile, text: DumpText, format: KnownFormat, from?: Resumption): AsyncGenerator<DumpEvent[]> {
    const { worth, threads } = this.#limits;
    const isWorth =
      isCuttable(format) && threads > 0 && statSync(file.path).size - (from?.offset ?? 0) >= worth;
    return isWorth
      ? this.#readSegments(file, text, format, from)
      : this.#reader.read(file, text, format, from);
  }

  async close(): Promise<void> {
    await this.#threads?.close();
  }

  async *#readSegments(
    file: DumpFile,
    text: DumpText,
    format: KnownFormat,
    from: Resumption | undefined,
  ): AsyncGenerator<DumpEvent[]> {
    const { threads: count, segmentBytes } = this.#limits;
    const reader = this.#reader;
    this.#threads ??= new SegmentThreads(
      reader,
      { options: this.#options, form: this.#form, hasWords: this.#hasWords },
      count,
    );
    const threads = this.#threads;
    const spare: Uint8Array[] = [];
    const reading = readInSegments<SegmentEvent>(piecesOf(text, from, spare), {
      options: reader.optionsOf(file),
      from,
      segmentBytes,
      ahead: threads.capacity,
      convert: async (found) => packEvents(await reader.eventsOf(file, found), this.#form, new TextStore()),
      read: (segment) => threads.read(file, segment),
      release: (bytes) => spare.push(bytes),
    });
    for (;;) {
      const { value, done } = await reading.next();
      if (done) {
        yield endEvents(text, format, value);
        return;
      }
      // A dump that can't be read is not empty.
      yield text.failure
        ? value.filter((each) => each.kind !== 'message' || each.message.code !== 'empty')
        : value;
    }
  }
}

/**
 * @param spare memory for it, where there is any: new memory for each piece makes V8 collect garbage twice as often
 * @returns the text in memory of its own, with what was odd in it
 */
async function* piecesOf(
  text: DumpText,
  from: Resumption | undefined,
  spare: Uint8Array[],
): AsyncGenerator<Piece<SegmentEvent>> {
  const takeMessages = () =>
    text.messages.splice(0).map((message) => ({ kind: 'message', message }) as const);
  for await (const chunk of text.from(from?.offset ?? 0)) {
    yield { bytes: copied(chunk, spare.pop()), before: takeMessages() };
  }
  const before = takeMessages();
  if (before.length > 0) yield { bytes: new Uint8Array(), before };
}

function copied(chunk: Uint8Array, memory: Uint8Array | undefined): Uint8Array {
  if (memory?.length !== chunk.length) return new Uint8Array(chunk);
  memory.set(chunk);
  return memory;
}
