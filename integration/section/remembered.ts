// What was costly to make and may soon be asked for again, and how much of it is kept.

/** Keeps so many values, and forgets the one that was made first. */
export class Remembered<Key, Value> {
  readonly #limit: number;
  readonly #values = new Map<Key, Promise<Value>>();

  /** @param limit most values kept at once */
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
