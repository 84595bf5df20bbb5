// How stories stand in a dump, as the site states it: one layout for all dumps, or one by glob.
import picomatch from 'picomatch';
import type { ReadingOptions } from '../config/loader-options.ts';
import type { Layout } from '../dump/index.ts';

/** Tells the layouts of dumps by a site's options. */
export class LayoutFinder {
  readonly #stated: { matches: (dump: string) => boolean; layout: Layout }[];

  constructor({ layouts = {} }: Pick<ReadingOptions, 'layouts'> = {}) {
    this.#stated = isLayout(layouts)
      ? [{ matches: () => true, layout: layouts }]
      : Object.entries(layouts).map(([glob, layout]) => ({ matches: picomatch(glob), layout }));
  }

  /** @param name of the dump: its path relative to the root, with forward slashes */
  find(name: string): Layout | undefined {
    return this.#stated.find(({ matches }) => matches(name))?.layout;
  }
}

/** What a layout says is no layout itself. */
function isLayout(given: Layout | Readonly<Record<string, Layout>>): given is Layout {
  return Object.values(given).some((value) => typeof value !== 'object' || Array.isArray(value));
}
