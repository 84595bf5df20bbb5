// Which of the languages of one script a text is in, by its common words and by the letters of its others. Decides by what
// speaks for one language and not for another: what both have tells nothing between them.
import { PROFILES, type ScriptProfile } from './language-profiles.ts';
import { WordPrefilter } from './word-prefilter.ts';

/** What the words of a text say of its language. */
export interface WordGuess {
  language: string;
  /** So many signs speak for the language and against each other one, at least. */
  least: number;
  /** And so many times as many as speak the other way. */
  ahead: number;
}

/** How clearly a text has to be in a language. */
export type Clarity = Omit<WordGuess, 'language'>;

/** So clear a text is in hardly any other language than what its words tell. */
export const CLEAR: Clarity = { least: 3, ahead: 3 };
/** What settles it between two that share most words. */
export const CLOSE: Clarity = { least: 1, ahead: 1 };
/** What settles it where nothing else can. */
export const LIKELY: Clarity = { least: 2, ahead: 1.5 };

/** Of most texts so many UTF-16 units tell it, so clearly that no more can change it: half of the work. */
const BEGINNING = 160;
const BEYOND_DOUBT: Clarity = { least: 4, ahead: 4 };

/** Whether a guess is as clear as is asked for. */
export const isClearly = (guess: WordGuess, { least, ahead }: Clarity): boolean =>
  guess.least >= least && guess.ahead >= ahead;

/** Tells the languages of one script. */
class WordEvidence {
  readonly #languages: readonly string[];
  /** The languages that have a word. */
  readonly #words: ReadonlyMap<string, readonly number[]>;
  readonly #prefilter: WordPrefilter;
  /** The languages that have a letter, by its code. */
  readonly #letters: ReadonlyMap<number, readonly number[]>;
  /** Memory that is used again: such arrays have theirs outside of V8's heap, where a hundred thousand of them cost more
   * than the counting. */
  readonly #counts: Uint16Array;
  readonly #shared: Uint16Array;

  constructor({ letters, words }: ScriptProfile) {
    this.#languages = Object.keys(words);
    const owners = new Map<string, number[]>();
    const writers = new Map<number, number[]>();
    for (const [language, tag] of this.#languages.entries()) {
      for (const word of words[tag] ?? []) push(owners, word, language);
      for (const letter of letters[tag] ?? '') push(writers, letter.charCodeAt(0), language);
    }
    this.#words = owners;
    this.#prefilter = new WordPrefilter(owners.keys());
    this.#letters = writers;
    this.#counts = new Uint16Array(this.#languages.length);
    this.#shared = new Uint16Array(this.#languages.length);
  }

  /** @returns the likeliest language of a text, and how clear that is; nothing where it has no sign of any */
  find(text: string): WordGuess | undefined {
    const signs = this.#signsOf(text);
    const counts = countEach(signs, this.#counts);
    let best = 0;
    for (let language = 1; language < counts.length; language++) {
      if ((counts[language] ?? 0) > (counts[best] ?? 0)) best = language;
    }
    const language = this.#languages[best];
    const all = counts[best] ?? 0;
    if (all === 0 || language === undefined) return undefined;
    const shared = countEach(signs, this.#shared, best);
    let [least, ahead] = [all, Number.POSITIVE_INFINITY];
    for (let other = 0; other < counts.length; other++) {
      if (other === best) continue;
      const own = all - (shared[other] ?? 0);
      const against = (counts[other] ?? 0) - (shared[other] ?? 0);
      least = Math.min(least, own);
      if (against > 0) ahead = Math.min(ahead, own / against);
    }
    return { language, least, ahead };
  }

  /** @returns for each sign of some languages that a text has, those languages */
  #signsOf(text: string): (readonly number[])[] {
    const lower = text.toLowerCase();
    const seen = new Set<string>();
    const signs: (readonly number[])[] = [];
    forEachWord(lower, (start, end) => {
      const common = this.#prefilter.mayHave(lower, start, end) ? lower.slice(start, end) : undefined;
      const known = common && this.#words.get(common);
      // Names are written as their own languages write them, in every language.
      const languages =
        known ?? (isSmall(text, lower, start) ? this.#writersAt(lower, start, end) : undefined);
      if (!languages) return;
      const word = common ?? lower.slice(start, end);
      if (seen.has(word)) return;
      seen.add(word);
      signs.push(languages);
    });
    return signs;
  }

  /** @returns the languages that have all letters of a word; nothing where all languages of the script have them */
  #writersAt(text: string, start: number, end: number): readonly number[] | undefined {
    let found: readonly number[] | undefined;
    for (let index = start; index < end; index++) {
      const code = text.charCodeAt(index);
      const writers = code < FIRST_LETTER ? undefined : this.#letters.get(code);
      if (writers && writers !== found) found = found?.filter((each) => writers.includes(each)) ?? writers;
    }
    return found;
  }
}

/**
 * @param counts where the result goes: how many signs each language has
 * @param shared counts those signs alone that this language has as well
 */
function countEach(signs: readonly (readonly number[])[], counts: Uint16Array, shared?: number): Uint16Array {
  counts.fill(0);
  for (const languages of signs) {
    if (shared !== undefined && !languages.includes(shared)) continue;
    for (const each of languages) counts[each] = (counts[each] ?? 0) + 1;
  }
  return counts;
}

/** The first letter beyond ASCII. */
const FIRST_LETTER = 0xc0;

/** Whether a word is written small. Turkish alone has a letter that gets longer when it is made small. */
const isSmall = (text: string, lower: string, start: number) =>
  text.length !== lower.length || text.charCodeAt(start) === lower.charCodeAt(start);

function push<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const EVIDENCE = new Map(
  Object.entries(PROFILES).map(([script, profile]) => [script, new WordEvidence(profile)]),
);

/**
 * @param script of the text, by its ISO 15924 code
 * @returns the likeliest language of the text by its words, and how clear that is; nothing where they say nothing
 */
export function languageByWords(text: string, script: string): WordGuess | undefined {
  const evidence = EVIDENCE.get(script);
  const begun = evidence?.find(text.slice(0, BEGINNING));
  return begun && isClearly(begun, BEYOND_DOUBT) ? begun : evidence?.find(text);
}

/** Goes through the words of a text, which are runs of letters, each by where it begins and ends. */
export function forEachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let index = 0; index < text.length; index++) {
    if (isLetter(text.charCodeAt(index))) {
      if (start < 0) start = index;
    } else if (start >= 0) {
      visit(start, index);
      start = -1;
    }
  }
  if (start >= 0) visit(start, text.length);
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  // Outside ASCII, all but a few signs and the general punctuation belong to words.
  return (
    code >= 0xc0 &&
    (code < 0x2000 || code >= 0x2c00) &&
    code !== 0x60c &&
    code !== 0x61b &&
    code !== 0x61f &&
    code !== 0x6d4 &&
    code !== 0x964
  );
}
