// What each thread does: takes pages from the queue, renders them, and writes them.
import path from 'node:path';
import { explainWriteError } from '../files/writable.ts';
import { errorMessage } from '../utils/errors.ts';
import type { FileState } from './output-folder.ts';
import type { PageQueue, PageToMake } from './page-queue.ts';
import type { RenderPage } from './render-page.ts';
import { writePage } from './write-page.ts';

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
        const content = await contentOf(page, render);
        queue.finish(thread, first + at, written(path.join(output, page.file), content));
      } catch (error) {
        queue.stop();
        throw error;
      }
    }
    await report(pages.length);
  }
}

async function contentOf(page: PageToMake, render: RenderPage): Promise<Uint8Array> {
  try {
    return await render(page);
  } catch (cause) {
    throw new Error(`${page.pathname} could not be made: ${errorMessage(cause)}`, { cause });
  }
}

function written(file: string, content: Uint8Array): FileState {
  try {
    return writePage(file, content);
  } catch (error) {
    throw explainWriteError(error, file);
  }
}
