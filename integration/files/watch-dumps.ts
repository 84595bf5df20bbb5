// When dumps are loaded again in `astro dev`: as soon as one of them, or another file that the load reads, changes.
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { findDumps } from './find-dumps.ts';

type Watcher = NonNullable<LoaderContext['watcher']>;

/**
 * A file is read so many milliseconds after the last event about it: it may be half written, and Vite's watcher
 * (chokidar) reports no change that follows another within 50.
 */
const DELAY = 100;

/** What is watched. */
export interface WatchedFiles {
  /** Folder of the project. */
  root: string;
  /** Globs of the dumps, relative to it. */
  patterns: readonly string[];
  /** Path of the file of corrections. */
  corrections: string;
}

/**
 * Calls `load`, and again whenever a file changes. Changes that come while a load waits for its turn share it; loads
 * never overlap.
 * @param load never throws
 * @returns once the first load is done
 */
export function watchDumps(
  watcher: Watcher,
  { root, patterns, corrections }: WatchedFiles,
  load: () => Promise<void>,
): Promise<void> {
  let known = new Set<string>();
  let queue = Promise.resolve();
  let isQueued = false;
  let timer: NodeJS.Timeout | undefined;

  const findFiles = async () => {
    const files = await findDumps(patterns, root).catch(() => []);
    known = new Set([...files.map((file) => file.path), path.normalize(corrections)]);
  };
  const enqueue = () => {
    if (isQueued) return;
    isQueued = true;
    queue = queue.then(async () => {
      isQueued = false;
      await load();
    });
  };
  const loadSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(enqueue, DELAY);
  };
  const onChange = (changed: string) => {
    if (known.has(path.normalize(changed))) loadSoon();
  };
  const onAddOrDelete = async (changed: string) => {
    const before = known.has(path.normalize(changed));
    await findFiles();
    if (before || known.has(path.normalize(changed))) loadSoon();
  };

  for (const pattern of patterns) watcher.add(path.resolve(root, staticPart(pattern)));
  watcher.add(corrections);
  watcher.on('change', onChange);
  watcher.on('add', onAddOrDelete);
  watcher.on('unlink', onAddOrDelete);
  queue = queue.then(findFiles).then(load);
  return queue;
}

/** The folder, or the file, that a pattern names before its first wildcard. */
function staticPart(pattern: string): string {
  const wildcard = pattern.search(/[*?[\]{}()!]/u);
  return wildcard < 0 ? pattern : path.dirname(`${pattern.slice(0, wildcard)}x`);
}
