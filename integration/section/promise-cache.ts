// Results that were costly to make and may soon be asked for again.

/** Keeps the last results, up to a number. */
export class PromiseCache<Key, Value> {
  readonly #limit: number;
  readonly #values = new Map<Key, Promise<Value>>();

  /** @param limit most results kept at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key, make: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(key);
    if (known) return known;
    const made = make();
    this.#values.set(key, made);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#limit && oldest !== undefined) this.#values.delete(oldest);
    return made;
  }
}
