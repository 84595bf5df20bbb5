// How much memory a run of the command takes. A dump is read piece by piece, and little of it is in use at a time; but
// V8 lets its young generation grow to 130 MB when many short-lived objects are made, and those that
// outlive a collection by chance pile up. Both are limited to a size that costs no speed: see tests/bench/README.md.
// `astro dev`, which loads dumps again and again, is held as well, and so are builds while they make pages.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** V8 need not have more room for new objects, in bytes. */
const YOUNG = 16e6;
/** Room for old objects grows by so much of what is in use, in percent. */
const GROWTH = 25;

/**
 * Holds V8's heap small from here on.
 * @param growth of the room for old objects, in percent of what is in use
 * @returns a function to call every now and then: the young generation stays as it is until the first call (a module's
 * tables, once loaded, would make it grow), and then grows up to its share, and again where V8 made it smaller
 */
export function limitHeap(growth = GROWTH): () => void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  grow(false);
  let mayGrow = false;
  return () => {
    // When memory is short, or little is made, V8 takes room away as well.
    const isSmall = sizeOfYoung() < YOUNG;
    if (isSmall !== mayGrow) grow(isSmall);
    mayGrow = isSmall;
  };
}

/**
 * Collects garbage as if it were the last resort, which gives back what memory is not in use: of itself V8 looks for that
 * only where it needs more than it has. Takes some tenths of a second of the thread that calls it, whose heap alone it is.
 */
export async function collectGarbage(): Promise<void> {
  if (!process.features.inspector) return;
  // Not every Node has it.
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/** Has the heap grow as V8 would have it. */
export function freeHeap(): void {
  setFlagsFromString('--heap-growing-percent=0');
  grow(true);
}

function grow(may: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${may ? 2 : 1}`);
}

function sizeOfYoung(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}
