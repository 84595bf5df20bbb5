// The entries of a collection, as `getCollection()` returns them: an entry a story, in Astro's store. `render()` of an entry
// gives its text, as long as the dumps are small: Astro keeps what it gives in memory, and in one file.
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { RangeReader } from '../files/range-reader.ts';
import type { StoryInput } from '../story.ts';
import type { CorrectedStory } from './correction.ts';
import { type KeptText, textsFile } from './kept-texts.ts';
import { storyInput } from './story-index.ts';
import type { IndexedDump } from './story-index-files.ts';
import { storyIndexFolder } from './story-index-folder.ts';

/** Name of the digest of what the entries were made from, in the loader's `meta`. */
const INPUTS = 'inputs';
/** Dumps of up to so many bytes have their text in the entries. */
const MOST_TEXT = 32e6;
/** How many times its size on disk a packed dump is taken for. */
const PACKED = 8;

/** A dump as far as its size counts. */
interface SizedDump {
  file: DumpFile;
  cached: { isPacked: boolean };
}

/** An entry whose text, if it shows any, is still to be read. */
interface Pending {
  entry: Parameters<LoaderContext['store']['set']>[0];
  source: StoryInput['source'] | undefined;
  kept: KeptText | undefined;
}

/** Puts stories into Astro's store, and deletes the entries of stories that are gone. */
export class EntryStore {
  readonly #context: LoaderContext;
  readonly #hasText: boolean;
  /** Of the dump cache. */
  readonly #folder: string;
  #gone = new Set<string>();
  #pending: Pending[] = [];

  private constructor(context: LoaderContext, hasText: boolean) {
    this.#context = context;
    this.#hasText = hasText;
    this.#folder = storyIndexFolder(context.config.cacheDir, context.collection);
  }

  /** @returns nothing where a project wants no entries */
  static open(
    { entries }: ResolvedLoaderOptions,
    context: LoaderContext,
    dumps: readonly SizedDump[],
  ): EntryStore | undefined {
    if (!entries) return undefined;
    const hasText = dumps.reduce((sum, dump) => sum + textSize(dump), 0) <= MOST_TEXT;
    if (!hasText)
      context.logger.info(
        `The dumps are larger than ${MOST_TEXT / 1e6} MB, so that render() of an entry gives no text; readBody() does.`,
      );
    return new EntryStore(context, hasText);
  }

  /** Whether the entries were made from these inputs. */
  isCurrent(inputs: string): boolean {
    return this.#context.meta.get(INPUTS) === inputs;
  }

  /** Begins a load. One that fails half way is not taken for whole by the next one. */
  begin(): void {
    this.#context.meta.delete(INPUTS);
    this.#gone = new Set(this.#context.store.keys());
    this.#pending = [];
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
    // An entry says where its story stands, which is no part of the key.
    const place = [...story.lines, ...story.bytes, story.body].join('-');
    const digest = `${key} ${place} ${dump.text ?? dump.name}${this.#hasText ? ' with text' : ''}`;
    if (store.get(id)?.digest === digest) return;
    const input = storyInput(story, dump);
    const data = await parseData({ id, data: input, filePath: file.path });
    const entry = { id, data, digest };
    const source = story.retracted === undefined ? input.source : undefined;
    const kept = story.kept && {
      file: path.join(this.#folder, textsFile(dump.records)),
      location: story.kept,
    };
    // A copy of a dump's text is whole when the dump has been read.
    if (this.#hasText) this.#pending.push({ entry, source, kept });
    else store.set(entry);
  }

  /** Ends a load. */
  async finish(inputs: string): Promise<void> {
    const { store, meta } = this.#context;
    await this.#setPending();
    for (const id of this.#gone) store.delete(id);
    meta.set(INPUTS, inputs);
  }

  async #setPending(): Promise<void> {
    // Nothing of them is needed where no entry changed.
    const [{ bodyHtml }, { readBodyFrom }] = await Promise.all([
      import('./body-html.ts'),
      import('./read-body.ts'),
    ]);
    const { store, config } = this.#context;
    const root = fileURLToPath(config.root);
    const ranges = new RangeReader();
    try {
      for (const { entry, source, kept } of this.#pending) {
        const body = { id: entry.id, ...(kept && { kept }) };
        const blocks = source ? readBodyFrom(ranges, { ...body, data: { source } }, { root }) : [];
        store.set({ ...entry, rendered: { html: bodyHtml(blocks) } });
      }
    } finally {
      ranges.close();
      this.#pending = [];
    }
  }
}

function textSize({ file, cached }: SizedDump): number {
  return statSync(file.path).size * (cached.isPacked ? PACKED : 1);
}
