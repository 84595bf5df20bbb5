// The entries of a collection, as `getCollection()` returns them: an entry a story, in Astro's store.
import type { LoaderContext } from 'astro/loaders';
import { reloadBrowsers } from '../astro/reload-browsers.ts';
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import type { CorrectedStory } from './correction.ts';
import { storyInput } from './story-index.ts';
import type { IndexedDump } from './story-index-files.ts';

/** Name of the digest of what the entries were made from, in the loader's `meta`. */
const INPUTS = 'inputs';

/** Puts stories into Astro's store, and deletes the entries of stories that are gone. */
export class EntryStore {
  readonly #context: LoaderContext;
  #gone = new Set<string>();

  private constructor(context: LoaderContext) {
    this.#context = context;
  }

  /** @returns nothing where a project wants no entries; `astro dev` makes them all the same */
  static open({ entries }: ResolvedLoaderOptions, context: LoaderContext): EntryStore | undefined {
    return entries || context.watcher ? new EntryStore(context) : undefined;
  }

  /** Whether the entries were made from these inputs. */
  isCurrent(inputs: string): boolean {
    return this.#context.meta.get(INPUTS) === inputs;
  }

  /** Begins a load. One that fails half way is not taken for whole by the next one. */
  begin(): void {
    this.#context.meta.delete(INPUTS);
    this.#gone = new Set(this.#context.store.keys());
  }

  /** @param key digest of all that is known of the story */
  async set(
    id: string,
    story: CorrectedStory,
    key: string,
    file: DumpFile,
    dump: IndexedDump,
  ): Promise<void> {
    const { store, parseData } = this.#context;
    this.#gone.delete(id);
    const digest = `${key} ${dump.text ?? dump.name}`;
    if (store.get(id)?.digest === digest) return;
    const data = await parseData({ id, data: storyInput(story, dump), filePath: file.path });
    store.set({ id, data, digest });
  }

  /** Ends a load. */
  finish(inputs: string): void {
    const { store, meta, watcher } = this.#context;
    for (const id of this.#gone) store.delete(id);
    meta.set(INPUTS, inputs);
    if (watcher) reloadBrowsers(this.#context);
  }
}
