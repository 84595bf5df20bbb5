// What search has to know of a story before it is read: which text it has, and how long that is. Kept from build to
// build, since to read the records of all stories takes longer than anything else where few are new.
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';

/** Which text a story has. */
export interface StorySource {
  /** Equal for equal texts. */
  key: string;
  /** Bytes of the story in its dump. */
  size: number;
}

/** Columns: there may be a hundred thousand stories. */
const schema = z.object({
  version: z.string().describe('Of all that keys depend on beside the stories.'),
  stories: z.array(z.string()).describe('Digests of all that is known of each.'),
  keys: z.array(z.string()),
  sizes: z.array(z.number()),
});

/** The texts of stories, as far as an earlier build knew them. */
export class KnownSources {
  readonly #file: string;
  readonly #version: string;
  readonly #known = new Map<string, StorySource>();
  /** What was asked for: stories, and of each what is known. */
  readonly #stories: string[] = [];
  readonly #sources: StorySource[] = [];

  /**
   * @param file of the cache
   * @param version of all that keys depend on beside the stories
   */
  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    const kept = readCacheFile(file, schema);
    if (kept?.version !== version) return;
    for (const [at, story] of kept.stories.entries())
      this.#known.set(story, { key: kept.keys[at] ?? '', size: kept.sizes[at] ?? 0 });
  }

  /**
   * @param story digest of all that is known of it
   * @param find reads it
   */
  of(story: string, find: () => StorySource): StorySource {
    const source = this.#known.get(story) ?? find();
    this.#stories.push(story);
    this.#sources.push(source);
    return source;
  }

  /** Keeps what was asked for. */
  write(): void {
    writeCacheFile(this.#file, {
      version: this.#version,
      stories: this.#stories,
      keys: this.#sources.map(({ key }) => key),
      sizes: this.#sources.map(({ size }) => size),
    } satisfies z.infer<typeof schema>);
  }
}
