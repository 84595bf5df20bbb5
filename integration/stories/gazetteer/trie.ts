// Phrases as a trie of words, each with what it means: a country, or something that only sounds like one.
import { WordPrefilter } from '../word-prefilter.ts';
import type { NameContext } from './english.ts';
import { nameKey, nameWords, type Openings } from './words.ts';

/** What a phrase means: a country, or something that only sounds like one. */
export interface Sense {
  /** The country's common English name; nothing where the phrase names none. */
  country?: string;
  /** How it has to be written to mean that. */
  written?: 'capital' | 'upper';
  /** Its words with their accents, where others would make it another phrase. */
  accented?: string;
  /** It is an ordinary word as well, which has a capital where it opens a sentence. */
  ordinary?: true;
  context?: SenseContext;
  /** It is the country's capital, which names the country in a headline alone. */
  city?: true;
}

export interface SenseContext {
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
  near: ReadonlySet<string>;
  sure: ReadonlySet<string>;
  needs: ReadonlySet<string>;
  person?: NameContext['person'];
}

/** A node of a trie of words: the phrase that ends here, and the words that may follow. */
export interface TrieNode {
  sense?: Sense;
  next?: Map<string, TrieNode>;
}

/** The words that a trie's phrases open with. */
export function openingsOf({ next }: TrieNode): Openings {
  const inAnyCase = new Set<string>();
  for (const [key, node] of next ?? []) if (namesInAnyCase(node)) inAnyCase.add(key);
  return {
    shapes: new WordPrefilter(next?.keys() ?? []),
    mayOpen: (key, capital) => (capital ? next?.has(key) === true : inAnyCase.has(key)),
  };
}

/** Whether a country's name that needs no capital ends at a node or below it. */
function namesInAnyCase({ sense, next }: TrieNode): boolean {
  if (sense?.country !== undefined && sense.written === undefined) return true;
  for (const node of next?.values() ?? []) if (namesInAnyCase(node)) return true;
  return false;
}

/** Adds a phrase to a trie; the first meaning of a phrase counts. */
export function insertPhrase(root: TrieNode, phrase: string, sense: Sense): void {
  let node = root;
  for (const { key } of nameWords(phrase)) {
    node.next ??= new Map();
    const next: TrieNode = node.next.get(key) ?? {};
    node.next.set(key, next);
    node = next;
  }
  if (node !== root) node.sense ??= sense;
}

const wordSet = (text: string | undefined): ReadonlySet<string> =>
  new Set((text ?? '').split(' ').filter(Boolean).map(nameKey));

/** The words of a table as sets of keys. */
export function contextOf({ before, after, near, sure, needs, person }: NameContext): SenseContext {
  return {
    before: wordSet(before),
    after: wordSet(after),
    near: wordSet(near),
    sure: wordSet(sure),
    needs: wordSet(needs),
    ...(person && { person }),
  };
}

/** Nearby words of a name, with those that all names of its kind have. */
export const withUsual = (own: SenseContext, usual: SenseContext): SenseContext => ({
  ...own,
  before: new Set([...usual.before, ...own.before]),
  after: new Set([...usual.after, ...own.after]),
});
