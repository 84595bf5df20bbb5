// Threads that read segments of dumps, and the thread that asks, which reads as well: it would be idle otherwise.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { ReadSegment, Segment } from '../dump/index.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { startWorker } from '../utils/start-worker.ts';
import { decideSegment, decideStory, type SegmentEvent, unpackSegment } from './packed-stories.ts';
import { readStorySegment } from './read-story-segment.ts';
import type { SegmentReport, SegmentRequest, SegmentWorkerData } from './segment-worker.ts';
import type { StoryReader } from './story-reader.ts';
import { TextStore } from './text-store.ts';

/** The thread that asks puts together what all find, which is a fifth of the work: more are not fed. */
const MOST_THREADS = 4;
/** Megabytes that each has for new objects: a story needs less than a page does. */
const YOUNG = 12;
/** So many segments wait for each, so that it never waits. */
const QUEUED = 2;

/** How many threads are worth their start, besides the one that asks. */
export function segmentThreads(): number {
  return Math.min(availableParallelism() - 1, MOST_THREADS);
}

/** Reads segments. */
export class SegmentThreads {
  /** So many may be asked for at a time. */
  readonly capacity: number;
  readonly #reader: StoryReader;
  readonly #data: SegmentWorkerData;
  readonly #threads: SegmentThread[];

  /** @param reader of the thread that asks */
  constructor(reader: StoryReader, data: SegmentWorkerData, threads: number) {
    this.#reader = reader;
    this.#data = data;
    this.#threads = Array.from({ length: threads }, () => new SegmentThread(data));
    this.capacity = threads * QUEUED + 2;
  }

  /** @throws Error where a thread could not */
  async read(file: DumpFile, segment: Segment): Promise<ReadSegment<SegmentEvent>> {
    const { form } = this.#data;
    const thread = this.#threads.find(({ queued }) => queued < QUEUED);
    const texts = new TextStore();
    if (!thread) return readStorySegment(this.#reader, file, segment, { form, texts, decides: true });
    const read = await thread.read({ file, segment });
    return decideSegment(read, (story) => decideStory(story, file, this.#reader, form, texts));
  }

  /** Ends the threads, whatever they do. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

class SegmentThread {
  readonly #worker: Worker;
  readonly #asked: PromiseWithResolvers<ReadSegment<SegmentEvent>>[] = [];
  #failure: Error | undefined;

  constructor(data: SegmentWorkerData) {
    this.#worker = startWorker(new URL('./segment-worker', import.meta.url), data, YOUNG);
    this.#worker.on('message', (report: SegmentReport) => {
      const asked = this.#asked.shift();
      if ('read' in report) asked?.resolve(unpackSegment(report.read));
      else asked?.reject(new Error(report.failure));
    });
    this.#worker.once('error', (error: Error) => this.#fail(error));
    this.#worker.once('exit', (code) =>
      this.#fail(new Error(`A thread that reads dumps ended with ${code}.`)),
    );
  }

  /** How many segments it has before it. */
  get queued(): number {
    return this.#asked.length;
  }

  read(request: SegmentRequest): Promise<ReadSegment<SegmentEvent>> {
    if (this.#failure) return Promise.reject(this.#failure);
    const asked = Promise.withResolvers<ReadSegment<SegmentEvent>>();
    this.#asked.push(asked);
    this.#worker.postMessage(request);
    return asked.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const asked of this.#asked.splice(0)) asked.reject(this.#failure);
  }
}
