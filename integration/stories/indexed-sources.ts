// Dumps on their way into the story index.
import type { DumpFile } from '../files/find-dumps.ts';
import type { CachedDump } from './cached-dump.ts';
import { farMessage } from './far-dates.ts';
import type { LoadReport } from './load-report.ts';
import type { IndexCounts, IndexedDump } from './story-index-files.ts';

/** A dump whose stories are put into the index. */
export interface Source {
  file: DumpFile;
  cached: CachedDump;
  indexed: IndexedDump;
}

/** Tells of dates that are hardly true. */
export function reportFar(far: IndexCounts['far'], sources: readonly Source[], report: LoadReport): void {
  for (const { dump, ...dated } of far) report.addMessage(sources[dump]?.file.name ?? '', farMessage(dated));
}
