// The threads that make a build's pages: Astro's own, and as many more as are worth their start. All take pages from one
// queue, so that none waits for another, whatever takes long.
import { channel } from 'node:diagnostics_channel';
import type { Worker } from 'node:worker_threads';
import { keepBodiesAtHand } from '../astro/at-hand-response.ts';
import { encodeFaster } from '../astro/fast-encoder.ts';
import type { PageFormat } from '../astro/output-paths.ts';
import type { PrerenderSetup } from '../astro/prerender-app.ts';
import { sharedSummaries } from '../stories/summary-table.ts';
import { startWorker } from '../utils/start-worker.ts';
import { makePages } from './make-pages.ts';
import type { FileState } from './output-folder.ts';
import { PageQueue, type PageToMake } from './page-queue.ts';
import type { RenderPage } from './render-page.ts';
import type { RenderReport, RenderWorkerData, RouteName } from './render-worker.ts';
import { isWorthAThread } from './threads.ts';

/** Astro's own thread. */
const MAIN = 0;

/** What those learn who measure builds, on this channel of Node's diagnostics. */
export interface PagesMade {
  threads: number;
  pages: number;
  /** From the first page to the last. */
  seconds: number;
  /** What the whole process took of the machine's processors meanwhile. */
  processor: NodeJS.CpuUsage;
}
const pagesMade = channel('astro-wirecopy:pages-made');

/** What to make, and with what. */
export interface RenderJob {
  /** Empty once they are made: see `renderStale()`. */
  pages: PageToMake[];
  /** The routes that pages name. */
  routes: readonly RouteName[];
  /** How many threads make pages, Astro's own among them. */
  threads: number;
  /** Renders in Astro's own thread. */
  render: RenderPage;
  /** What the others need; without it there are none. */
  setup: PrerenderSetup | undefined;
  format: PageFormat;
  /** The output folder. */
  output: string;
  /** Whether no page is made before all threads are ready. */
  waits: boolean;
  /** Waits until a processor is free for the last of them, which is taken until then; at once without it. */
  processorFree?: () => Promise<void>;
  /** Called with how many more pages are made. */
  onMade(pages: number): void;
  warn(message: string): void;
}

/**
 * Makes pages.
 * @returns the state of each page's file, in their order
 * @throws Error with the name of the page that could not be made, as soon as one could not
 */
export async function renderAll(job: RenderJob): Promise<FileState[]> {
  const { pages, output, render } = job;
  if (pages.length === 0) return [];
  const threads = job.setup ? job.threads : 1;
  const queue = PageQueue.of(pages.splice(0), threads);
  const made = new Completion(queue, queue.shared.pages, job.onMade);
  const { processorFree } = job;
  const atOnce = processorFree && threads > 1 ? threads - 1 : threads;
  const others = Array.from({ length: atOnce - 1 }, (_, at) => new RenderThread(at + 1, queue, made, job));
  const startLast = () => {
    if (atOnce < threads && !queue.isStopped && isWorthAThread(queue.left))
      others.push(new RenderThread(atOnce, queue, made, job));
  };
  // Of what takes the processor until then, another is told that it failed.
  processorFree?.().then(startLast, startLast);
  const readAsEver = keepBodiesAtHand();
  const encodeAsEver = encodeFaster();
  try {
    if (job.waits) await Promise.all(others.map(({ started }) => started));
    const [since, processor] = [performance.now(), process.cpuUsage()];
    const report = async (count: number) => {
      made.add(count);
      // All that rendering waits for is at hand, so that without this, no other thread would be heard before the end.
      await new Promise<void>((resolve) => setImmediate(resolve));
    };
    makePages({ queue, thread: MAIN, render, output, report }).catch((error: Error) => made.fail(error));
    await made.all;
    pagesMade.publish({
      threads,
      pages: queue.shared.pages,
      seconds: (performance.now() - since) / 1000,
      processor: process.cpuUsage(processor),
    } satisfies PagesMade);
  } finally {
    readAsEver();
    encodeAsEver();
    await Promise.all(others.map((thread) => thread.end()));
  }
  return Array.from({ length: queue.shared.pages }, (_, at) => queue.state(at));
}

/** Counts the pages that are made, until they are all, or one can't be. */
class Completion {
  /** Fulfilled when all are made; rejected with the first failure. */
  readonly all: Promise<void>;
  readonly #queue: PageQueue;
  readonly #onMade: (pages: number) => void;
  #resolve: () => void = () => {};
  #reject: (error: Error) => void = () => {};
  #left: number;

  constructor(queue: PageQueue, pages: number, onMade: (pages: number) => void) {
    this.#queue = queue;
    this.#left = pages;
    this.#onMade = onMade;
    this.all = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // A failure before anybody waits is told when somebody does.
    this.all.catch(() => {});
  }

  add(pages: number): void {
    this.#left -= pages;
    this.#onMade(pages);
    if (this.#left === 0) this.#resolve();
  }

  fail(error: Error): void {
    this.#queue.stop();
    this.#reject(error);
  }
}

/** One thread besides Astro's own. */
class RenderThread {
  /** Fulfilled once it makes pages, or never will. */
  readonly started: Promise<void>;
  readonly #worker: Worker;
  #isReady = false;
  #hasEnded = false;

  constructor(thread: number, queue: PageQueue, made: Completion, job: RenderJob) {
    const { setup, routes, format, output } = job;
    if (!setup) throw new Error('A thread needs the setup of the app that it renders with.');
    const summaries = sharedSummaries();
    const shared = { queue: queue.shared, summaries };
    const workerData: RenderWorkerData = { setup, routes, format, output, thread, ...shared };
    const worker = startWorker(new URL('./render-worker', import.meta.url), workerData);
    this.#worker = worker;
    this.started = new Promise((resolve) => {
      const ended = (reason: string) => {
        if (!this.#hasEnded && !this.#isReady) job.warn(`A thread that renders could not start: ${reason}`);
        else if (!this.#hasEnded) made.fail(endOf(queue.pageOf(thread), reason));
        this.#hasEnded = true;
        resolve();
      };
      worker.on('message', (report: RenderReport) => {
        if (report.kind === 'made') made.add(report.pages);
        else if (report.kind === 'log') job.warn(report.message);
        else if (report.kind === 'failed') made.fail(failureOf(report));
        else if (report.kind === 'done') this.#hasEnded = true;
        else {
          this.#isReady = true;
          resolve();
        }
      });
      worker.on('error', (error) => ended(error.message));
      worker.on('exit', (code) => ended(`It exited with code ${code}.`));
    });
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.#worker.terminate();
  }
}

/** @param page that the thread was making, if it was making one */
function endOf(page: PageToMake | undefined, reason: string): Error {
  return new Error(`${page ? page.pathname : 'A page'} could not be made: its thread ended. ${reason}`);
}

function failureOf({ message, stack }: Extract<RenderReport, { kind: 'failed' }>): Error {
  const error = new Error(message);
  if (stack) error.stack = `${message}\n${stack}`;
  return error;
}
