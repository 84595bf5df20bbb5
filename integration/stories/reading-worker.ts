// A thread that reads dumps, one after another, and leaves what is cached of each. It is given several at a time.
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingOptions } from '../config/loader-options.ts';
import { openDump } from '../files/dump-text.ts';
import { errorMessage } from '../utils/errors.ts';
import { CachedDump } from './cached-dump.ts';
import type { DumpRequest } from './dump-request.ts';
import { StoryReader } from './story-reader.ts';

/** What the thread says of each dump: nothing where it was read, else why it was not. */
export interface ReadingReport {
  failure?: string;
}

const options: ReadingOptions = workerData;
const reader = new StoryReader(options);

async function read(dump: DumpRequest): Promise<ReadingReport> {
  try {
    const opened = { ...dump, text: await openDump(dump.file, dump), isUnchanged: false };
    // What is found is cached on the way.
    for await (const _ of new CachedDump(opened).read(reader));
    return {};
  } catch (error) {
    return { failure: errorMessage(error) };
  }
}

parentPort?.on('message', async (dumps: readonly DumpRequest[]) => {
  const reports: ReadingReport[] = [];
  for (const dump of dumps) reports.push(await read(dump));
  parentPort?.postMessage(reports);
});
