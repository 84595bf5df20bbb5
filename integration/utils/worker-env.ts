// The environment of threads.
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';

/**
 * Where this process keeps compiled code, as Astro's does, threads find it there: half a second of each is compiling.
 * @returns options for `new Worker()`
 */
export function workerEnv(): { env?: NodeJS.ProcessEnv } {
  // Node's own folder of this version, in the one that can be named.
  const cache = getCompileCacheDir();
  if (cache === undefined) return {};
  return { env: { ...process.env, NODE_COMPILE_CACHE: path.dirname(cache) } };
}
