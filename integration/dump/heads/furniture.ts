// Page controls that are no story. Data, not code: a table that a site can add to.
import { comparisonForm } from '../phrases/comparison.ts';

/** What the pages behind known dumps print around a story. */
const BUILT_IN = ['TT', 'T T', 'Short Url', 'Short URL', 'Select Page', 'رابط مختصر'];

/** White space and quotes can make a line so much longer than the one it is compared with. */
const SLACK = 8;

/** The lines that are furniture wherever they stand in a head. */
export class Furniture {
  /** Their comparison forms. */
  readonly forms: ReadonlySet<string>;
  readonly #longest: number;

  /** @param lines as printed, or their comparison forms */
  constructor(lines: Iterable<string>) {
    this.forms = new Set([...lines].map(comparisonForm));
    this.#longest = Math.max(0, ...[...this.forms].map(({ length }) => length)) + SLACK;
  }

  /** The built-in table, and what a site adds to it. */
  static builtIn(more: readonly string[] = []): Furniture {
    return new Furniture([...BUILT_IN, ...more]);
  }

  /** The same and more. */
  with(lines: readonly string[]): Furniture {
    return new Furniture([...this.forms, ...lines]);
  }

  has(text: string): boolean {
    // Nearly every line is longer, and need not be brought into a form to be compared.
    if (text.length > this.#longest) return false;
    if (this.forms.has(text)) return true;
    const form = comparisonForm(text);
    return this.forms.has(form) || this.forms.has(withNumbersAlike(form));
  }
}

/** @returns a line whose numbers are all alike: what counts stories is furniture, whatever the number */
export const withNumbersAlike = (text: string): string => text.replace(/\p{Nd}+/gu, '0');
