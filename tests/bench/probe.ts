// Loaded into a process that is measured: tells, when it ends, how much memory it took at most. Its threads are in
// that; programs that it starts (the search index is made by one) are not.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { BENCH_PEAK } = process.env;
if (isMainThread && BENCH_PEAK)
  process.on('exit', () => writeFileSync(BENCH_PEAK, String(process.resourceUsage().maxRSS * 1024)));
