// Starts a thread of this package.
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Of all files of this package: TypeScript where it runs from source, JavaScript where it is compiled. */
const EXTENSION = path.extname(import.meta.filename);

/**
 * Most megabytes that a thread has for new objects. V8 would take 130, of which a page or a story needs little: see
 * tests/bench/README.md.
 */
const YOUNG = 48;

/**
 * Starts a thread. Where this process keeps compiled code, as Astro's does, the thread finds it there: half a second of
 * its start is compiling.
 * @param module address of what it runs, without its extension
 * @param workerData what it is given
 * @param young most megabytes that it has for new objects
 */
export function startWorker(module: URL, workerData: unknown, young = YOUNG): Worker {
  // Node's own folder of this version, in the one that can be named.
  const cache = getCompileCacheDir();
  const env = cache && { ...process.env, NODE_COMPILE_CACHE: path.dirname(cache) };
  return new Worker(new URL(`${module.href}${EXTENSION}`), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: young },
    ...(env && { env }),
  });
}
