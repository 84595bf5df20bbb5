// Functions that keep their results: pages ask the same few things, such as how a day is written, ten thousand times. All
// caches of a module are made here.

/** How many results are kept at most; then all are dropped. */
const LIMIT = 10_000;
/** The limit where keys are lines of a dump, which may be long: more than stand in one head, where each is compared. */
export const RECENT_LINES = 500;
/** The limit where they are the lines of a dump's opening, which is gone through over and over to learn how it looks. */
export const SNIFFED_LINES = 4000;

/**
 * @param make gives the same result for the same key; objects are the same key where they are one object
 * @param limit how many results are kept at most
 * @returns the same function, which makes each result once
 */
export function memoize<Key, Result>(make: (key: Key) => Result, limit = LIMIT): (key: Key) => Result {
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

/**
 * The same for what a character is. A table takes 64 KB, and far less time than a map where each character is asked for.
 * @param make gives a whole number from 1 to 255 for a UTF-16 code unit, the same for the same one
 */
export function memoizeCodeUnits(make: (code: number) => number): (code: number) => number {
  const known = new Uint8Array(0x10000);
  return (code) => {
    const found = known[code];
    if (found) return found;
    const made = make(code);
    known[code] = made;
    return made;
  };
}
