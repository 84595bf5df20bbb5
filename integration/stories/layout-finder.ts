// How stories stand in a dump, as the site states it: one layout for all dumps, or one by glob.
import type { ReadingOptions } from '../config/loader-options.ts';
import type { Layout } from '../dump/index.ts';
import { ByGlob } from './by-glob.ts';

/** Tells the layouts of dumps by a site's options. */
export class LayoutFinder {
  readonly #stated: ByGlob<Layout, Layout | undefined>;

  constructor({ layouts = {} }: Pick<ReadingOptions, 'layouts'> = {}) {
    this.#stated = isLayout(layouts) ? new ByGlob({}, layouts) : new ByGlob(layouts, undefined);
  }

  /** @param name of the dump: its path relative to the root, with forward slashes */
  find(name: string): Layout | undefined {
    return this.#stated.find(name);
  }
}

/** What a layout says is no layout itself. */
export function isLayout(given: Layout | Readonly<Record<string, Layout>>): given is Layout {
  return Object.values(given).some((value) => typeof value !== 'object' || Array.isArray(value));
}
