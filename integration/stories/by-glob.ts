// What a site states for its dumps by globs: of those that match a dump, the first counts.
import picomatch from 'picomatch';

export class ByGlob<Value> {
  readonly #stated: readonly { matches: (dump: string) => boolean; value: Value }[];

  constructor(stated: Readonly<Record<string, Value>>) {
    this.#stated = Object.entries(stated).map(([glob, value]) => ({ matches: picomatch(glob), value }));
  }

  /**
   * @param dump its name: its path relative to the root, with forward slashes
   * @returns what is stated for it; nothing where no glob matches
   */
  find(dump: string): Value | undefined {
    return this.#stated.find(({ matches }) => matches(dump))?.value;
  }
}
