// Reads dumps in threads, as many as the machine has processors. A thread leaves what it found in the cache, where it is
// taken from as that of an unchanged dump is: to hand stories on from thread to thread would take as long as reading them
// there takes less.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { ReadingOptions } from '../config/loader-options.ts';
import { startWorker } from '../utils/start-worker.ts';
import type { CachedDump } from './cached-dump.ts';
import { isWorthSegments } from './dump-reading.ts';
import type { ReadingReport } from './reading-worker.ts';

/** A thread takes half a second to be ready: less is read by then. */
const WORTH_THREADS = 32e6;
/** To wake a thread takes as long as to read a small dump: it is given dumps of so many bytes together, at least one. */
const BATCH_BYTES = 2 ** 20;

/** Whether threads are worth it, each for some of the dumps: where most is in one dump, that is read in parts. */
export function areWorthThreads(dumps: readonly CachedDump[]): boolean {
  const bytes = dumps.reduce((sum, { unread }) => sum + unread, 0);
  const [most] = dumps.toSorted((one, other) => other.unread - one.unread);
  const isOne = most && most.unread * 2 > bytes && isWorthSegments(most.format, most.unread);
  return dumps.length > 1 && availableParallelism() > 1 && bytes >= WORTH_THREADS && !isOne;
}

/** Threads that read dumps, in the order in which they are given. */
export class ReadingThreads {
  readonly #read = new Map<CachedDump, PromiseWithResolvers<void>>();
  readonly #dumps: readonly CachedDump[];
  /** How many of them threads were given. */
  #given = 0;
  readonly #threads: readonly Worker[];

  /** @param options all that readers depend on besides their dumps */
  constructor(dumps: readonly CachedDump[], options: ReadingOptions) {
    this.#dumps = dumps;
    for (const dump of dumps) {
      const read = Promise.withResolvers<void>();
      // Whoever asks for the dump is told.
      read.promise.catch(() => undefined);
      this.#read.set(dump, read);
    }
    const count = Math.min(availableParallelism(), dumps.length);
    this.#threads = Array.from({ length: count }, () => this.#start(options));
  }

  /**
   * Waits until a dump is read, where it is one of those that are.
   * @returns whether it is
   * @throws Error where it could not be read
   */
  async isRead(dump: CachedDump): Promise<boolean> {
    await this.#read.get(dump)?.promise;
    return this.#read.has(dump);
  }

  /** Ends the threads, whatever they do. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  #start(options: ReadingOptions): Worker {
    const thread = startWorker(new URL('./reading-worker', import.meta.url), options);
    // Nothing is settled twice: what was read stays read.
    const fail = (error: unknown) => {
      for (const read of this.#read.values()) read.reject(error);
    };
    thread.once('error', fail);
    thread.once('exit', (code) => fail(new Error(`A thread that reads dumps ended with ${code}.`)));
    this.#next(thread);
    return thread;
  }

  #next(thread: Worker): void {
    const batch = this.#take();
    if (batch.length === 0) return;
    thread.once('message', (reports: readonly ReadingReport[]) => {
      for (const [at, dump] of batch.entries()) {
        const read = this.#read.get(dump);
        const failure = reports[at]?.failure;
        if (failure === undefined) read?.resolve();
        else read?.reject(new Error(failure));
      }
      this.#next(thread);
    });
    thread.postMessage(batch.map(({ request }) => request));
  }

  /** @returns the next dumps for a thread; none where all are given */
  #take(): CachedDump[] {
    const batch: CachedDump[] = [];
    let bytes = 0;
    for (let dump = this.#dumps[this.#given]; dump; dump = this.#dumps[this.#given]) {
      bytes += dump.unread;
      if (batch.length > 0 && bytes > BATCH_BYTES) break;
      batch.push(dump);
      this.#given++;
    }
    return batch;
  }
}
