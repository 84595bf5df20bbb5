// Loads a project's dumps as `astro build` does, without Astro around it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { type DumpLoaderOptions, dumpLoader } from '../../integration/loader.ts';

/** What a load logged, in order. */
export interface Loaded {
  log: string[];
  /** What stands in the story index. */
  index: string;
}

/**
 * @param root folder of the project
 * @param collection its name
 * @throws what the load throws
 */
export async function load(
  root: string,
  options: DumpLoaderOptions,
  collection = 'stories',
): Promise<Loaded> {
  const log: string[] = [];
  const say = (text: string) => log.push(text);
  const folder = pathToFileURL(`${root}/`);
  // As much of Astro as a loader without entries asks for.
  const context: Pick<LoaderContext, 'collection' | 'meta'> & Record<string, unknown> = {
    collection,
    meta: new Map<string, string>(),
    logger: { info: say, warn: say, error: say, debug: say },
    config: { root: folder, srcDir: new URL('src/', folder), cacheDir: new URL('cache/', folder) },
  };
  await dumpLoader({ entries: false, ...options }).load(context as unknown as LoaderContext);
  const index = path.join(root, 'cache/wirecopy', collection, 'story-index.json');
  return { log, index: readFileSync(index, 'utf8') };
}
