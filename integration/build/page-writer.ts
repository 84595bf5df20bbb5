// Hands pages to the thread that writes them, a batch at a time, and waits where it falls behind: what is rendered
// and not yet written is held in memory.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PageToWrite, WriteResult } from './write-worker.ts';

const BATCH = 32;
/** Batches that may wait to be written. */
const WAITING = 8;

/** Called with the state of a page's file once it is written. */
type OnWritten = (state: { size: number; mtime: number }) => void;

/** Writes pages in a thread of its own. */
export class PageWriter {
  readonly #thread: Worker;
  readonly #pending: { callbacks: OnWritten[]; done: () => void; failed: (error: Error) => void }[] = [];
  #batches: Promise<void>[] = [];
  #pages: PageToWrite[] = [];
  #callbacks: OnWritten[] = [];

  constructor() {
    // This file's own extension: TypeScript where it runs from source, JavaScript where it is compiled.
    const extension = path.extname(import.meta.filename);
    this.#thread = new Worker(new URL(`./write-worker${extension}`, import.meta.url));
    this.#thread.on('message', (written: WriteResult) => this.#onWritten(written));
    this.#thread.on('error', (error) => {
      for (const { failed } of this.#pending.splice(0)) failed(error);
    });
  }

  /**
   * Writes a page, sooner or later.
   * @param content handed over: not to be used any more
   * @throws what went wrong with a page that came before
   */
  async write(file: string, content: Uint8Array<ArrayBuffer>, onWritten: OnWritten): Promise<void> {
    this.#pages.push({ file, content });
    this.#callbacks.push(onWritten);
    if (this.#pages.length < BATCH) return;
    this.#send();
    if (this.#batches.length > WAITING) await this.#batches.shift();
  }

  /** Waits until all is written, and ends the thread. */
  async end(): Promise<void> {
    if (this.#pages.length > 0) this.#send();
    try {
      await Promise.all(this.#batches);
    } finally {
      await this.#thread.terminate();
    }
  }

  #send(): void {
    const callbacks = this.#callbacks;
    const pages = this.#pages;
    this.#pages = [];
    this.#callbacks = [];
    const batch = new Promise<void>((done, failed) => this.#pending.push({ callbacks, done, failed }));
    // Looked at when there is room for more, or at the end; until then a failure is nobody's to handle.
    batch.catch(() => {});
    this.#batches.push(batch);
    this.#thread.postMessage(pages, transferable(pages));
  }

  #onWritten(written: WriteResult): void {
    const batch = this.#pending.shift();
    if (!batch) return;
    if ('error' in written) {
      batch.failed(new Error(`A page could not be written: ${written.error}`));
      return;
    }
    for (const [at, state] of written.states.entries()) batch.callbacks[at]?.(state);
    batch.done();
  }
}

function transferable(pages: readonly PageToWrite[]): ArrayBuffer[] {
  return pages.flatMap(({ content }) => (content.buffer instanceof ArrayBuffer ? [content.buffer] : []));
}
