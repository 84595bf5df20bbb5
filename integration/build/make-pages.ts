// What each thread does: takes pages from the queue, renders them, and writes them.
import path from 'node:path';
import { bodyBytes } from '../astro/at-hand-response.ts';
import { errorMessage } from '../utils/errors.ts';
import type { PageQueue, PageToMake } from './page-queue.ts';
import { writePage } from './write-page.ts';

/** Renders one page. */
export type RenderPage = (page: PageToMake) => Promise<Response>;

/** What a thread makes pages with. */
export interface PageMaking {
  queue: PageQueue;
  /** Its number among those that share the queue, from 0. */
  thread: number;
  render: RenderPage;
  /** The output folder. */
  output: string;
  /** Called now and then with how many more pages are made; waited for. */
  report(pages: number): void | Promise<void>;
}

/**
 * Makes pages one after another until there are no more, or the queue is stopped.
 * @throws Error with the name of a page that can't be made; the other threads stop as well
 */
export async function makePages({ queue, thread, render, output, report }: PageMaking): Promise<void> {
  for (let batch = queue.take(); batch; batch = queue.take()) {
    const { first, pages } = batch;
    for (const [at, page] of pages.entries()) {
      if (queue.isStopped) return;
      queue.begin(thread, first + at);
      try {
        const content = await contentOf(await render(page));
        queue.finish(thread, first + at, writePage(path.join(output, page.file), content));
      } catch (cause) {
        queue.stop();
        throw new Error(`${page.pathname} could not be made: ${errorMessage(cause)}`, { cause });
      }
    }
    await report(pages.length);
  }
}

function contentOf(response: Response): Promise<Uint8Array> {
  if (response.status === 200) return bodyBytes(response);
  throw new Error(`It answered ${response.status}, and a page with a cacheKey must be a page.`);
}
