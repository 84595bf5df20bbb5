// A thread that reads segments of dumps. What it can't tell without the detector's tables, which take much memory, it
// leaves to the thread that asks.
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingOptions } from '../config/loader-options.ts';
import type { Segment } from '../dump/index.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { errorMessage } from '../utils/errors.ts';
import { type PackedSegment, packSegment, type StoryForm } from './packed-stories.ts';
import { readStorySegment } from './read-story-segment.ts';
import { StoryReader } from './story-reader.ts';
import { TextStore } from './text-store.ts';

/** What a thread is started with. */
export interface SegmentWorkerData {
  options: ReadingOptions;
  /** What is wanted of stories. */
  form: StoryForm;
  /** Whether the digests of stories' words are wanted. */
  hasWords: boolean;
}

/** One segment to read. */
export interface SegmentRequest {
  file: DumpFile;
  segment: Segment;
}

/** What became of it; threads answer in the order in which they are asked. */
export type SegmentReport = { read: PackedSegment } | { failure: string };

const { options, form, hasWords }: SegmentWorkerData = workerData;
const reader = new StoryReader(options, hasWords);
const texts = new TextStore();
let working: Promise<void> = Promise.resolve();

async function work({ file, segment }: SegmentRequest): Promise<void> {
  try {
    texts.clear();
    const read = packSegment(await readStorySegment(reader, file, segment, { form, texts, decides: false }));
    parentPort?.postMessage({ read } satisfies SegmentReport, [read.texts.buffer]);
  } catch (error) {
    parentPort?.postMessage({ failure: errorMessage(error) } satisfies SegmentReport);
  }
}

parentPort?.on('message', (request: SegmentRequest) => {
  working = working.then(() => work(request));
});
