// What a site states for its dumps by globs: of those that match a dump, the first counts.
import picomatch from 'picomatch';

export class ByGlob<Value, Otherwise = undefined> {
  readonly #stated: readonly { matches: (dump: string) => boolean; value: Value }[];
  readonly #otherwise: Otherwise;

  /** @param otherwise what holds where no glob matches */
  constructor(stated: Readonly<Record<string, Value>>, otherwise: Otherwise) {
    this.#stated = Object.entries(stated).map(([glob, value]) => ({ matches: picomatch(glob), value }));
    this.#otherwise = otherwise;
  }

  /**
   * @param dump its name: its path relative to the root, with forward slashes
   * @returns what is stated for it
   */
  find(dump: string): Value | Otherwise {
    return this.#stated.find(({ matches }) => matches(dump))?.value ?? this.#otherwise;
  }
}

/**
 * @param given one name for all dumps, or one by glob
 * @param otherwise the name where no glob matches
 */
export function namesByGlob<Name extends string>(
  given: Name | Readonly<Record<string, Name>>,
  otherwise: Name,
): ByGlob<Name, Name> {
  return typeof given === 'string' ? new ByGlob({}, given) : new ByGlob(given, otherwise);
}
