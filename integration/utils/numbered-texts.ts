/** Texts that many have in common, each once, and known by a number. */
export class NumberedTexts {
  /** In the order of their numbers. */
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** @param first texts that have the first numbers */
  constructor(...first: readonly string[]) {
    for (const text of first) this.number(text);
  }

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.all.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  at(number: number): string {
    return this.all[number] ?? '';
  }
}
