// How many threads make pages: as many as the machine has processors and the pages are worth, or as THREADS says.
import { availableParallelism } from 'node:os';

/** A thread takes a second to be ready; fewer pages are done by then. */
const PAGES_WORTH_A_THREAD = 3000;
const MAX_THREADS = 64;
const FORM = /^\d{1,2}$/u;

/**
 * Reads the variable THREADS.
 * @returns nothing where it is not set: the pages and the machine decide
 * @throws Error where it names no number of threads
 */
export function readThreads(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const threads = FORM.test(text) ? Number(text) : 0;
  if (threads >= 1 && threads <= MAX_THREADS) return threads;
  throw new Error(
    `THREADS=${JSON.stringify(text)} names no number of threads. It is a whole number from 1 to ${MAX_THREADS}: ` +
      'THREADS=2 renders pages in two threads.',
  );
}

/** @returns how many threads are worth it for so many pages, Astro's own among them */
export function threadsFor(pages: number): number {
  return Math.min(availableParallelism(), MAX_THREADS, 1 + Math.floor(pages / PAGES_WORTH_A_THREAD));
}

/** Whether so many pages are worth one more thread. */
export function isWorthAThread(pages: number): boolean {
  return pages >= PAGES_WORTH_A_THREAD;
}
