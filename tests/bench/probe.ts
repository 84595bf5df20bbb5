// Loaded into a process that is measured: tells, when it ends, how much memory and processor time it took (its threads are
// in that, programs that it starts are not), and what a build's pages took.
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { BENCH_PEAK, BENCH_PROCESSOR, BENCH_PAGES } = process.env;
if (isMainThread && BENCH_PEAK && BENCH_PROCESSOR)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(BENCH_PEAK, String(maxRSS * 1024));
    writeFileSync(BENCH_PROCESSOR, String((userCPUTime + systemCPUTime) / 1e6));
  });
if (isMainThread && BENCH_PAGES)
  subscribe('astro-wirecopy:pages-made', (made) => writeFileSync(BENCH_PAGES, JSON.stringify(made)));
