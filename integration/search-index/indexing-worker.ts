// A thread that makes the search indexes, while pages are rendered in others.
import { parentPort, workerData } from 'node:worker_threads';
import type { SectionSetup } from '../config/section-config.ts';
import { makeIndexes } from './make-indexes.ts';

/** What the thread is given. */
export interface IndexingRequest {
  sections: readonly SectionSetup[];
  /** Folder of the site. */
  output: string;
}

const { sections, output }: IndexingRequest = workerData;
parentPort?.postMessage(await makeIndexes(sections, output));
