// Gets the files of an index, each once, and proves that they are what was published.
import { unsealed } from '../format/checksum.ts';
import { SearchError } from './errors.ts';

/** As the browser’s own; tests have another. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Files of an index that are below one address. */
export class IndexFiles {
  readonly #base: string;
  readonly #fetch: Fetch;
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param base ends with a slash */
  constructor(base: string, fetch: Fetch) {
    this.#base = base;
    this.#fetch = fetch;
  }

  /**
   * @param decode makes of a file's contents what is kept of it
   * @returns the same every time
   * @throws SearchError
   */
  get<T>(name: string, decode: (contents: Uint8Array) => T): Promise<T>;
  get(name: string, decode: (contents: Uint8Array) => unknown): Promise<unknown> {
    const known = this.#files.get(name);
    if (known) return known;
    const file = this.#load(name, decode);
    this.#files.set(name, file);
    // What failed is tried again when it is asked for again.
    file.catch(() => this.#files.delete(name));
    return file;
  }

  /** The bytes of a file without checksum that may change. */
  async latest(name: string): Promise<Uint8Array> {
    return this.#bytes(name, 'no-cache');
  }

  async #load(name: string, decode: (contents: Uint8Array) => unknown): Promise<unknown> {
    const first = read(await this.#bytes(name, 'default'), decode);
    if (first) return first.value;
    // A cache on the way may have kept half of it.
    const second = read(await this.#bytes(name, 'reload'), decode);
    if (second) return second.value;
    throw new SearchError('damaged', this.#base + name);
  }

  async #bytes(name: string, cache: RequestCache): Promise<Uint8Array> {
    const url = this.#base + name;
    try {
      const response = await this.#fetch(url, { cache });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      throw new SearchError(response.status === 404 || response.status === 410 ? 'gone' : 'unreachable', url);
    } catch (cause) {
      throw cause instanceof SearchError ? cause : new SearchError('unreachable', url, cause);
    }
  }
}

/** @returns nothing where the bytes are not what was written */
function read(file: Uint8Array, decode: (contents: Uint8Array) => unknown): { value: unknown } | undefined {
  const contents = unsealed(file);
  try {
    return contents && { value: decode(contents) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
