// What a search can be narrowed by. A value of a facet is a term of the index like a word is, with a list of the
// stories that have it; its name begins with a character that no word has, so that facets sort before all words.

/** What stories are grouped by. */
export const FACETS = ['lang', 'place', 'section', 'author', 'basis'] as const;
export type FacetName = (typeof FACETS)[number];

/** Where a story's date comes from; `none` where it has no date. */
const DATE_BASES = ['stated', 'file', 'photo', 'none'] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** A value of a facet. */
export interface FacetValue {
  /** What it is called in addresses and queries: `egypt`. */
  value: string;
  /** What readers see: `Egypt`. */
  label: string;
}

const MARK = '\u0001';

/** @returns the term under which the index has the stories with a value; it sorts before all words */
export function facetTerm(facet: FacetName, { value, label }: FacetValue): string {
  return `${facetValuePrefix(facet, value)}${label}`;
}

/** What the terms of all values of a facet begin with. */
export function facetPrefix(facet: FacetName): string {
  return `${MARK}${facet}${MARK}`;
}

/** What the term of one value begins with, its label left out. */
export function facetValuePrefix(facet: FacetName, value: string): string {
  return `${facetPrefix(facet)}${value}${MARK}`;
}

/** @param first code unit, or byte, of a term */
export function isFacetTerm(first: number): boolean {
  return first === MARK.charCodeAt(0);
}

/** The opposite of `facetTerm()`. */
export function facetValueOf(term: string): FacetValue {
  const [, , value = '', label = ''] = term.split(MARK);
  return { value, label };
}

/** @returns the text without what would be taken for a mark */
export function plainValue(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u001f]/gu, ' ').trim();
}
