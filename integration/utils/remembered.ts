// Functions that remember what they gave: pages ask the same few things, such as how a day is written, ten thousand times.

/** What is remembered at most; then all is forgotten. */
const LIMIT = 10_000;

/**
 * @param make gives the same value for the same key
 * @returns the same function, which makes each value once
 */
export function remembered<Key extends string | number, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    if (known.size >= LIMIT) known.clear();
    const fresh = make(key);
    known.set(key, fresh);
    return fresh;
  };
}
