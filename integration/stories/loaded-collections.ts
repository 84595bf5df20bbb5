// Which collections were loaded in this build, as the loader tells the integration.
import { processWide } from '../utils/process-wide.ts';

/** @param index folder of the collection's story index */
export function markLoaded(index: string): void {
  loaded().add(index);
}

/** Whether the collection with this folder was loaded; an index may be there from an earlier build. */
export function wasLoaded(index: string): boolean {
  return loaded().has(index);
}

/** @returns the folders of all that were loaded */
export function loadedIndexes(): string[] {
  return [...loaded()].filter((index) => typeof index === 'string');
}

const loaded = () =>
  processWide(
    'loaded',
    () => new Set<unknown>(),
    (found) => found instanceof Set,
  );
