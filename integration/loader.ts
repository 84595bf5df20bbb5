// The content loader, `dumpLoader()` for content.config.ts: text dumps to a content collection.
import type { Loader } from 'astro/loaders';
import { plainError } from './astro/plain-errors.ts';
import { parseOptions } from './config/config-errors.ts';
import { type DumpLoaderOptions, loaderOptionsSchema } from './config/loader-options.ts';
import { loadInDev } from './dev/load-in-dev.ts';
import { takingTurns } from './dev/turns.ts';
import type { Block } from './dump/index.ts';
import { RangeReader } from './files/range-reader.ts';
import { watchDumps } from './files/watch-dumps.ts';
import { loadFiles } from './stories/load-files.ts';
import { loadStories } from './stories/load-stories.ts';
import type { BodyEntry, ReadBodyOptions } from './stories/read-body.ts';
import { storySchema } from './story.ts';

export type { BodyEntry, DumpLoaderOptions, ReadBodyOptions };

/**
 * Loads text dumps into a content collection: an entry a story, without its body.
 * @throws at once where an option is invalid, with what was expected; when building, where no dump matches, a folder is
 * named, a file can't be read, a correction is wrong, or no story is found. `astro dev` logs such errors and goes on.
 */
export function dumpLoader(options: DumpLoaderOptions): Loader & { schema: typeof storySchema } {
  const resolved = parseOptions(loaderOptionsSchema, 'dumpLoader()', options);
  return {
    name: 'astro-wirecopy',
    schema: storySchema,
    async load(context) {
      const files = loadFiles(resolved, context);
      const load = () => loadStories(files, resolved, context);
      if (context.watcher) {
        const loadInTurn = () => takingTurns().load(() => loadInDev(load, files, resolved, context.logger));
        await watchDumps(context.watcher, files, loadInTurn);
      } else {
        await load().catch((error: unknown) => {
          throw plainError(error);
        });
      }
    },
  };
}

/**
 * Reads a story's body back from its dump.
 * @returns its blocks in order: paragraphs, subheads and lists
 * @throws Error where the dump is gone, or no longer holds this story's words at this place
 */
export async function readBody(entry: BodyEntry, options: ReadBodyOptions = {}): Promise<Block[]> {
  // A build in which nothing changed reads no body, and needs no reader.
  const { readBodyFrom } = await import('./stories/read-body.ts');
  const ranges = new RangeReader();
  try {
    return readBodyFrom(ranges, entry, options);
  } finally {
    ranges.close();
  }
}
