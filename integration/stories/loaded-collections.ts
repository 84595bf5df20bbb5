// Which collections were loaded in this build. Astro runs the loader and the integration in one process, but may load this
// package twice, so that what the one knows is handed on by the process.

const LOADED = Symbol.for('astro-wirecopy:loaded');

/** @param index folder of the collection's story index */
export function markLoaded(index: string): void {
  loaded().add(index);
}

/** Whether the collection with this folder was loaded; an index may be there from an earlier build. */
export function wasLoaded(index: string): boolean {
  return loaded().has(index);
}

function loaded(): Set<unknown> {
  const found: unknown = Reflect.get(globalThis, LOADED);
  if (found instanceof Set) return found;
  const made = new Set<unknown>();
  Reflect.set(globalThis, LOADED, made);
  return made;
}
