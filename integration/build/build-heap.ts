// How much memory a build has for objects while it bundles and makes pages. Astro's start and the load let the young
// generation of the main thread grow to 134 MB, and V8 gives nothing of it back but in a collection that is told to be the
// last resort. Here there is one, after which the heap is held small. What that costs and gives: tests/bench/README.md.
//
// V8's settings are the process's: threads that start meanwhile have their young generation at once, which would not grow.
//
// Where many objects of one literal outlive two collections, V8 makes the next ones old from the beginning. Pages make it
// believe that, and an old object keeps all of its page: a fifth of what pages were made of was copied twice. So it is told
// not to.
import { setFlagsFromString } from 'node:v8';
import { collectGarbage, freeHeap, limitHeap } from '../terminal/heap-limit.ts';

/** The collection takes as long as some hundred pages; a build of fewer stories needs little memory. */
const STORIES_WORTH_IT = 3000;
/** Room for old objects grows by so much of what is in use, in percent: half as much where that is a lot. */
const GROWTH = 100;
const GROWTH_OF_MANY = 50;
/** So many stories take a lot. */
const MANY_STORIES = 20_000;
/** Megabytes of each half of a young generation that a thread begins with: all that threads of this package may have. */
const HALF_OF_YOUNG = 16;
/** How often to see whether the young generation has all of its room, in milliseconds. */
const INTERVAL = 20;

/** How a heap is held. */
export interface HeldHeap {
  /** Gives back what memory is not in use, and holds the heap small from here on. */
  shrink(): Promise<void>;
  /** Lets it grow as ever. */
  free(): void;
}

const AS_EVER: HeldHeap = { shrink: async () => {}, free: () => {} };

/**
 * Prepares for a build's pages. Threads that start from here on, start with all of their young generation: they may do so
 * before `shrink()`, which takes a quarter of a second of this thread.
 * @param stories that the build is of
 */
export function holdHeap(stories: number): HeldHeap {
  if (stories < STORIES_WORTH_IT || !process.features.inspector) return AS_EVER;
  setFlagsFromString(`--min-semi-space-size=${HALF_OF_YOUNG}`);
  setFlagsFromString('--no-allocation-site-pretenuring');
  let timer: NodeJS.Timeout | undefined;
  return {
    async shrink() {
      // The collection decides how far the heap may grow until the next one.
      const growYoung = limitHeap(stories < MANY_STORIES ? GROWTH : GROWTH_OF_MANY);
      await collectGarbage();
      timer = setInterval(growYoung, INTERVAL).unref();
    },
    free() {
      clearInterval(timer);
      freeHeap();
      setFlagsFromString('--min-semi-space-size=0');
      setFlagsFromString('--allocation-site-pretenuring');
    },
  };
}
