// Two ways to render a page: in Astro's own thread, and in a second one, which takes half of the work where there
// is enough of it and a processor to do it.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { type PrerenderPath, requestPathname } from '../astro/output-paths.ts';
import type { PrerenderSetup } from '../astro/prerender-app.ts';
import type { RenderRequest, RenderResult } from './render-worker.ts';

/** Renders one page. */
export type RenderPage = (page: PrerenderPath) => Promise<Uint8Array<ArrayBuffer>>;

/** A second thread takes a second to be ready; fewer pages are done by then. */
const WORTH_A_THREAD = 3000;

/** @returns a way to render in Astro's own thread */
export function renderOnMainThread(render: AstroPrerenderer['render'], config: AstroConfig): RenderPage {
  return async (page) => {
    const rendered = await render(new Request(urlOf(page, config)), { routeData: page.route });
    const response = rendered instanceof Response ? rendered : rendered.response;
    return checked(page, response.status, await response.arrayBuffer());
  };
}

/** A second thread that renders. */
export class RenderThread {
  readonly #worker: Worker;
  readonly #config: AstroConfig;
  readonly #asked = new Map<
    number,
    { page: PrerenderPath; done: (content: Uint8Array<ArrayBuffer>) => void; failed: (error: Error) => void }
  >();
  #next = 0;

  private constructor(worker: Worker, config: AstroConfig) {
    this.#worker = worker;
    this.#config = config;
  }

  /**
   * Starts one, where it pays.
   * @param pages how many there are to render
   * @returns it once it is ready; nothing where it does not pay, or can't be had
   */
  static async start(
    setup: PrerenderSetup | undefined,
    pages: number,
    config: AstroConfig,
    logger: AstroIntegrationLogger,
  ): Promise<RenderThread | undefined> {
    if (!setup || pages < WORTH_A_THREAD || availableParallelism() < 2) return undefined;
    const extension = path.extname(import.meta.filename);
    const worker = new Worker(new URL(`./render-worker${extension}`, import.meta.url), { workerData: setup });
    const thread = new RenderThread(worker, config);
    return new Promise((resolve) => {
      worker.on('message', (answer: RenderResult) => {
        if (answer.kind === 'ready') resolve(thread);
        else if (answer.kind === 'log') logger.warn(answer.message);
        else thread.#answered(answer);
      });
      worker.on('error', (error) => {
        logger.debug(`No second thread renders: ${error.message}`);
        thread.#fail(error);
        resolve(undefined);
      });
    });
  }

  readonly render: RenderPage = (page) =>
    new Promise((done, failed) => {
      const id = this.#next++;
      this.#asked.set(id, { page, done, failed });
      const { route, component } = page.route;
      const request: RenderRequest = { id, url: urlOf(page, this.#config).href, route, component };
      this.#worker.postMessage(request);
    });

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #answered(answer: Extract<RenderResult, { id: number }>): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if (!asked) return;
    if (answer.kind === 'failure') {
      asked.failed(new Error(`${asked.page.pathname} could not be rendered: ${answer.message}`));
      return;
    }
    try {
      asked.done(checked(asked.page, answer.status, answer.content));
    } catch (error) {
      asked.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #fail(error: Error): void {
    for (const { failed } of this.#asked.values()) failed(error);
    this.#asked.clear();
  }
}

function urlOf(page: PrerenderPath, config: AstroConfig): URL {
  return new URL(requestPathname(page, config), config.site ?? 'http://localhost');
}

function checked({ pathname }: PrerenderPath, status: number, content: ArrayBuffer): Uint8Array<ArrayBuffer> {
  if (status === 200) return new Uint8Array(content);
  throw new Error(`${pathname} answered ${status}, and a page with a cacheKey must be a page.`);
}
