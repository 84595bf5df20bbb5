// Search: makes the index of each section, beside the pages where there is much to index, and leaves in place what is
// still right.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { countStories, shareSummaries } from '../stories/story-index.ts';
import { sharedSummaries } from '../stories/summary-table.ts';
import { startWorker } from '../utils/start-worker.ts';
import type { IndexingData, IndexingRequest } from './indexing-worker.ts';
import { madeIndexesFile } from './made-indexes.ts';
import { areCurrent, type IndexingResult, isSearched, makeIndexes } from './make-indexes.ts';

/** A thread takes half a second to be ready; fewer stories are indexed by then. */
const WORTH_A_THREAD = 1500;

/** The search indexes of a build. */
export class SearchIndexes {
  readonly #sections: readonly SectionSetup[];
  #made: Promise<IndexingResult> | undefined;
  #folders: readonly string[] = [];

  constructor(sections: readonly SectionSetup[]) {
    this.#sections = sections;
  }

  /** Folders of the indexes that were made, relative to the output folder. Builds leave them to this class. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Makes pages look for the newest index, where they are made before theirs is. */
  forget(): void {
    for (const { folders } of this.#sections) rmSync(madeIndexesFile(folders), { force: true });
  }

  /** Begins, unless it did. @param output folder of the site */
  start(output: string, logger: AstroIntegrationLogger): void {
    this.#made ??= this.#make(output, logger);
    // Whoever waits for it is told.
    this.#made.catch(() => undefined);
  }

  /**
   * Waits until they are there. The page that searches can be made only then: it has the address of its index.
   * @throws Error where one could not be made
   */
  async ready(): Promise<void> {
    await this.#made;
  }

  async #make(output: string, logger: AstroIntegrationLogger): Promise<IndexingResult> {
    const started = performance.now();
    const made = await makeWhereItPays({ sections: this.#sections, output });
    this.#folders = made.folders;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (made.changed > 0)
      logger.info(`${made.stories} stories can be searched; their index was ready after ${seconds} s.`);
    return made;
  }
}

/** Makes the indexes of sections: in a thread of its own, where there is much to do. */
export async function makeWhereItPays({ sections, output }: IndexingRequest): Promise<IndexingResult> {
  const counts = sections.filter(isSearched).map(({ folders }) => countStories(folders.storyIndex));
  const stories = counts.reduce((sum, count) => sum + count, 0);
  return stories >= WORTH_A_THREAD && !areCurrent(sections, output)
    ? makeInThread({ sections, output })
    : makeIndexes(sections, output);
}

function makeInThread(request: IndexingRequest): Promise<IndexingResult> {
  // Pages are made from them as well.
  for (const { folders } of request.sections.filter(isSearched)) shareSummaries(folders.storyIndex);
  const workerData: IndexingData = { ...request, summaries: sharedSummaries() };
  const worker = startWorker(new URL('./indexing-worker', import.meta.url), workerData);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that indexes stories ended with ${code}.`)));
  });
}

/**
 * Makes the search index of each section, where nobody did while pages were made: with an adapter, Astro empties the
 * output folder after a build has begun.
 */
export function storySearch(indexes: SearchIndexes): AstroIntegration {
  let config: AstroConfig | undefined;
  return {
    name: 'astro-wirecopy:search',
    hooks: {
      'astro:config:done': ({ config: final }) => {
        config = final;
      },
      // There, indexes are made when somebody searches.
      'astro:server:setup': () => indexes.forget(),
      'astro:build:start': () => {
        if (config && (config.output !== 'static' || config.adapter)) indexes.forget();
      },
      'astro:build:done': async ({ dir, logger }) => {
        indexes.start(fileURLToPath(dir), logger);
        await indexes.ready();
      },
    },
  };
}
