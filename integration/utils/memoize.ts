// Functions that keep what they gave: pages ask the same few things, such as how a day is written, ten thousand times.

/** How many results are kept at most; then all are dropped. */
const LIMIT = 10_000;
/** The limit where keys are lines of a dump, which may be long: more than stand in one head, where each is compared. */
export const RECENT_LINES = 500;
/** The limit where they are the lines of a dump's opening, which is gone through over and over to learn how it looks. */
export const SNIFFED_LINES = 4000;

/**
 * @param make gives the same result for the same key
 * @param limit how many results are kept at most
 * @returns the same function, which makes each result once
 */
export function memoize<Key extends string | number, Result>(
  make: (key: Key) => Result,
  limit = LIMIT,
): (key: Key) => Result {
  const known = new Map<Key, { result: Result }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.result;
    if (known.size >= limit) known.clear();
    const result = make(key);
    known.set(key, { result });
    return result;
  };
}
