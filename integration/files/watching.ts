// When dumps are read again while a site is being worked on: as soon as one is edited, added or deleted.
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { findDumps } from './dumps.ts';

type Watcher = NonNullable<LoaderContext['watcher']>;

/**
 * A file is read so many milliseconds after its last change was told: it may be half written, and Vite's watcher
 * (chokidar) tells nothing of a change that follows another within 50.
 */
const SETTLES = 100;

/**
 * Calls `load`, and again whenever a dump that the patterns name, or one of the other files, has changed. Changes that
 * come while a load is waiting for its turn share it; loads never overlap.
 * @param load never throws
 * @returns once the first load is done
 */
export function watchDumps(
  watcher: Watcher,
  patterns: readonly string[],
  also: readonly string[],
  root: string,
  load: () => Promise<void>,
): Promise<void> {
  let known = new Set<string>();
  let queue = Promise.resolve();
  let waiting = false;
  let settling: NodeJS.Timeout | undefined;

  const remember = async () => {
    const files = await findDumps(patterns, root).catch(() => []);
    known = new Set([...files.map((file) => file.path), ...also.map((file) => path.normalize(file))]);
  };
  const enqueue = () => {
    if (waiting) return;
    waiting = true;
    queue = queue.then(async () => {
      waiting = false;
      await load();
    });
  };
  const loadAgain = () => {
    clearTimeout(settling);
    settling = setTimeout(enqueue, SETTLES);
  };
  const onChange = (changed: string) => {
    if (known.has(path.normalize(changed))) loadAgain();
  };
  const onComeOrGo = async (changed: string) => {
    const before = known.has(path.normalize(changed));
    await remember();
    if (before || known.has(path.normalize(changed))) loadAgain();
  };

  for (const pattern of patterns) watcher.add(path.resolve(root, staticPart(pattern)));
  for (const file of also) watcher.add(file);
  watcher.on('change', onChange);
  watcher.on('add', onComeOrGo);
  watcher.on('unlink', onComeOrGo);
  queue = queue.then(remember).then(load);
  return queue;
}

/** The folder, or the file, that a pattern names before its first wildcard. */
function staticPart(pattern: string): string {
  const wildcard = pattern.search(/[*?[\]{}()!]/u);
  return wildcard < 0 ? pattern : path.dirname(`${pattern.slice(0, wildcard)}x`);
}
