// Stemmers of the languages that have one, each loaded when a search needs it. They run here alone: the index has
// words as they are written, so that nobody finds a word that is not there.

import { fold } from '../words/fold.ts';
import { withoutArabicArticle } from '../words/terms.ts';

/** Cuts a word, in lower case and with its accents, to what its forms share. */
type Stemmer = (word: string) => string;

interface Language {
  /** Letters that its words are written in, folded. */
  script: RegExp;
  load(): Promise<{ stemmer: Stemmer }>;
}

const LATIN = /^[a-z]+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

const LANGUAGES: Readonly<Record<string, Language>> = {
  ar: { script: /^\p{Script=Arabic}+$/u, load: () => import('@orama/stemmers/arabic') },
  bg: { script: CYRILLIC, load: () => import('@orama/stemmers/bulgarian') },
  da: { script: LATIN, load: () => import('@orama/stemmers/danish') },
  de: { script: LATIN, load: () => import('@orama/stemmers/german') },
  el: { script: /^\p{Script=Greek}+$/u, load: () => import('@orama/stemmers/greek') },
  // The other package's English stemmer parts “election” from “elect”.
  en: { script: LATIN, load: () => import('stemmer') },
  es: { script: LATIN, load: () => import('@orama/stemmers/spanish') },
  fi: { script: LATIN, load: () => import('@orama/stemmers/finnish') },
  fr: { script: LATIN, load: () => import('@orama/stemmers/french') },
  ga: { script: LATIN, load: () => import('@orama/stemmers/irish') },
  hi: { script: /^\p{Script=Devanagari}+$/u, load: () => import('@orama/stemmers/indian') },
  hu: { script: LATIN, load: () => import('@orama/stemmers/hungarian') },
  hy: { script: /^\p{Script=Armenian}+$/u, load: () => import('@orama/stemmers/armenian') },
  id: { script: LATIN, load: () => import('@orama/stemmers/indonesian') },
  it: { script: LATIN, load: () => import('@orama/stemmers/italian') },
  lt: { script: LATIN, load: () => import('@orama/stemmers/lithuanian') },
  ne: { script: /^\p{Script=Devanagari}+$/u, load: () => import('@orama/stemmers/nepali') },
  nl: { script: LATIN, load: () => import('@orama/stemmers/dutch') },
  no: { script: LATIN, load: () => import('@orama/stemmers/norwegian') },
  pt: { script: LATIN, load: () => import('@orama/stemmers/portuguese') },
  ro: { script: LATIN, load: () => import('@orama/stemmers/romanian') },
  ru: { script: CYRILLIC, load: () => import('@orama/stemmers/russian') },
  sv: { script: LATIN, load: () => import('@orama/stemmers/swedish') },
  ta: { script: /^\p{Script=Tamil}+$/u, load: () => import('@orama/stemmers/tamil') },
  tr: { script: LATIN, load: () => import('@orama/stemmers/turkish') },
  uk: { script: CYRILLIC, load: () => import('@orama/stemmers/ukrainian') },
};

/** What finds the forms of a word in one language. */
export interface Stems {
  /** BCP 47 tags of that language in the index. */
  langs: readonly string[];
  /** The term without what Arabic writes before its words. */
  base: string;
  /** @returns stems of a term’s spellings */
  of(term: string, spellings: readonly string[]): string[];
}

/**
 * The languages that a word can be of, with their stemmers.
 * @param languages of the index, as BCP 47 tags
 * @param term of the word
 */
export async function stemsFor(languages: readonly string[], term: string): Promise<Stems[]> {
  const tags = new Map<string, string[]>();
  for (const lang of languages) {
    const code = lang.split('-', 1)[0]?.toLowerCase() ?? '';
    // The two written forms of Norwegian share a stemmer.
    const own = code === 'nb' || code === 'nn' ? 'no' : code;
    if (LANGUAGES[own]?.script.test(term)) tags.set(own, [...(tags.get(own) ?? []), lang]);
  }
  return Promise.all(
    [...tags].map(async ([code, langs]) => {
      const stem = (await LANGUAGES[code]?.load())?.stemmer ?? ((word) => word);
      const isArabic = code === 'ar';
      return {
        langs,
        base: isArabic ? withoutArabicArticle(term) : term,
        of: (each, spellings) =>
          (isArabic ? arabicSpellings(each) : [each, ...spellings]).map((word) => fold(stem(word))),
      };
    }),
  );
}

/** Folding has Persian letters, and h for the ending that the stemmer looks for. */
function arabicSpellings(term: string): string[] {
  const word = term.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
  return word.endsWith('ه') ? [word, `${word.slice(0, -1)}ة`] : [word];
}
