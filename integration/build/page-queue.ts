// The pages that a build makes, in memory that all of its threads share: which is the next to take, which page each
// thread is making, and what the file system says of those that are made. No page and no state is sent from thread to
// thread.
import type { FileState } from './output-folder.ts';

/** A page to make. It survives a structured clone. */
export interface PageToMake {
  /** As Astro's prerenderer names it. */
  pathname: string;
  /** Its file, relative to the output folder. */
  file: string;
  /** Which of the routes makes it. */
  route: number;
}

/** What threads share; it survives a structured clone. */
export interface SharedQueue {
  readonly pages: number;
  /** Batches of pages, each as JSON, one after the other. */
  readonly text: SharedArrayBuffer;
  /** Where each batch ends. */
  readonly ends: SharedArrayBuffer;
  /** Size and time of each page's file. */
  readonly states: SharedArrayBuffer;
  /** The next batch, whether all is to stop, and the page that each thread is making. */
  readonly control: SharedArrayBuffer;
}

/** Pages that are taken at a time. */
const BATCH = 16;
const NEXT_BATCH = 0;
const STOPPED = 1;
/** Where the threads' pages begin. */
const MAKING = 2;
const NOTHING = -1;

/** A queue of pages. Each thread has an object of its own, over the same memory. */
export class PageQueue {
  readonly shared: SharedQueue;
  readonly #text: Buffer;
  readonly #ends: Float64Array;
  readonly #states: Float64Array;
  readonly #control: Int32Array;

  constructor(shared: SharedQueue) {
    this.shared = shared;
    this.#text = Buffer.from(shared.text);
    this.#ends = new Float64Array(shared.ends);
    this.#states = new Float64Array(shared.states);
    this.#control = new Int32Array(shared.control);
  }

  /** @param threads how many take pages from it */
  static of(pages: readonly PageToMake[], threads: number): PageQueue {
    const batches: Buffer[] = [];
    for (let at = 0; at < pages.length; at += BATCH) {
      const rows = pages.slice(at, at + BATCH).map(({ pathname, file, route }) => [pathname, file, route]);
      batches.push(Buffer.from(JSON.stringify(rows)));
    }
    const bytes = batches.reduce((sum, { length }) => sum + length, 0);
    const queue = new PageQueue({
      pages: pages.length,
      text: new SharedArrayBuffer(bytes),
      ends: new SharedArrayBuffer(batches.length * Float64Array.BYTES_PER_ELEMENT),
      states: new SharedArrayBuffer(pages.length * 2 * Float64Array.BYTES_PER_ELEMENT),
      control: new SharedArrayBuffer((MAKING + threads) * Int32Array.BYTES_PER_ELEMENT),
    });
    let end = 0;
    for (const [at, batch] of batches.entries()) {
      queue.#text.set(batch, end);
      end += batch.length;
      queue.#ends[at] = end;
    }
    queue.#control.fill(NOTHING, MAKING);
    return queue;
  }

  /** @returns the next pages, and the number of the first; nothing where all are taken, or `stop()` was called */
  take(): { first: number; pages: PageToMake[] } | undefined {
    if (this.isStopped) return undefined;
    const batch = Atomics.add(this.#control, NEXT_BATCH, 1);
    return batch < this.#ends.length ? { first: batch * BATCH, pages: this.#batch(batch) } : undefined;
  }

  /** A thread begins to make a page. */
  begin(thread: number, page: number): void {
    Atomics.store(this.#control, MAKING + thread, page);
  }

  /** A thread has made the page that it began. */
  finish(thread: number, page: number, { size, mtime }: FileState): void {
    this.#states[2 * page] = size;
    this.#states[2 * page + 1] = mtime;
    Atomics.store(this.#control, MAKING + thread, NOTHING);
  }

  /** @returns the state of the file of a page that is made */
  state(page: number): FileState {
    return { size: this.#states[2 * page] ?? 0, mtime: this.#states[2 * page + 1] ?? 0 };
  }

  /** @returns the page that a thread is making */
  pageOf(thread: number): PageToMake | undefined {
    const page = Atomics.load(this.#control, MAKING + thread);
    return page === NOTHING ? undefined : this.#batch(Math.floor(page / BATCH))[page % BATCH];
  }

  /** No thread begins another page. */
  stop(): void {
    Atomics.store(this.#control, STOPPED, 1);
  }

  get isStopped(): boolean {
    return Atomics.load(this.#control, STOPPED) === 1;
  }

  /** How many pages nobody has taken yet. */
  get left(): number {
    return Math.max(0, this.shared.pages - Atomics.load(this.#control, NEXT_BATCH) * BATCH);
  }

  #batch(batch: number): PageToMake[] {
    const start = batch === 0 ? 0 : this.#ends[batch - 1];
    // Written above.
    const rows: [string, string, number][] = JSON.parse(
      this.#text.toString('utf8', start, this.#ends[batch]),
    );
    return rows.map(([pathname, file, route]) => ({ pathname, file, route }));
  }
}
