// A thread that makes the search indexes, while pages are rendered in others.
import { parentPort, workerData } from 'node:worker_threads';
import type { SectionSetup } from '../config/section-config.ts';
import { type SharedSummaries, takeSummaries } from '../stories/summary-table.ts';
import { makeIndexes } from './make-indexes.ts';

/** What the thread is given. */
export interface IndexingRequest {
  sections: readonly SectionSetup[];
  /** Folder of the site. */
  output: string;
}

/** The same with what is read of stories. */
export interface IndexingData extends IndexingRequest {
  summaries: ReadonlyMap<string, SharedSummaries>;
}

const { sections, output, summaries }: IndexingData = workerData;
takeSummaries(summaries);
parentPort?.postMessage(await makeIndexes(sections, output));
