// Search in `astro dev`: its index is made in the cache when somebody searches, from the stories as they are then, and
// given from there.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { LATEST, SEARCH_FOLDER } from '../search/format/layout.ts';
import { makeWhereItPays } from '../search-index/index.ts';
import { searchFolder } from '../search-index/made-indexes.ts';
import { errorMessage } from '../utils/errors.ts';

/** What files of an index are called. */
const FILE = /^(?:latest\.json|[0-9a-f]{16}\/[a-z]+(?:-\d+)?\.(?:bin|txt))$/u;

/** What browsers ask for is the original address: of the other one, Vite has cut off Astro's `base`. */
type Request = IncomingMessage & { originalUrl?: string | undefined };

/** Answers browsers that search. */
export class SearchServer {
  readonly #sections: readonly SectionSetup[];
  readonly #logger: AstroIntegrationLogger;
  /** One at a time: they are made in one folder. */
  #made: Promise<unknown> = Promise.resolve();

  constructor(sections: readonly SectionSetup[], logger: AstroIntegrationLogger) {
    this.#sections = sections;
    this.#logger = logger;
  }

  /** A handler for Vite's server: answers what is a file of an index, and passes on the rest. */
  answer = (request: Request, response: ServerResponse, next: () => void): void => {
    const file = this.#fileOf(request.originalUrl ?? '');
    if (file === undefined) {
      next();
      return;
    }
    this.#read(file).then(
      (bytes) => {
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-cache' });
        response.end(bytes);
      },
      (error: unknown) => {
        const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        if (!isGone) this.#logger.error(`Search: ${errorMessage(error)}`);
        response.writeHead(isGone ? 404 : 500);
        response.end();
      },
    );
  };

  /** @returns its path below the folder that indexes are made in */
  #fileOf(url: string): string | undefined {
    const [address = ''] = url.split('?', 1);
    for (const { config } of this.#sections) {
      const folder = `${config.root}${SEARCH_FOLDER}/`;
      const name = address.startsWith(folder) ? address.slice(folder.length) : '';
      if (FILE.test(name)) return path.join(searchFolder(config), name);
    }
    return undefined;
  }

  async #read(file: string): Promise<Uint8Array> {
    const [first] = this.#sections;
    const output = path.join(first?.folders.storyIndex ?? '', SEARCH_FOLDER);
    if (path.basename(file) === LATEST) {
      const made = this.#made
        .catch(() => undefined)
        .then(() => makeWhereItPays({ sections: this.#sections, output }));
      this.#made = made;
      await made;
    }
    return readFile(path.join(output, file));
  }
}
