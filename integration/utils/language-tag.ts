// BCP 47 language tags: which ones exist, and the script and the direction of a language.
import { memoize } from './memoize.ts';

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** @returns the direction of the script that a language is usually written in */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(likelySubtags(lang).script ?? '') ? 'rtl' : 'ltr';
}

/** The language of a tag, and the script that it is usually written in. */
interface Subtags {
  language: string;
  script?: string | undefined;
}

/** @returns a tag's language and script (CLDR's likely subtags); of a tag that is none, the tag as its language */
export const likelySubtags = memoize((lang: string): Subtags => {
  if (!canonicalTag(lang)) return { language: lang };
  const { language, script } = new Intl.Locale(lang).maximize();
  return { language, script };
});

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** @returns the tag in canonical form; nothing where it is not well-formed or its language does not exist */
export function canonicalTag(tag: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    const language = canonical.split('-', 1)[0] ?? '';
    // Of three-letter codes Intl knows too few names to judge; longer ones are well-formed but none is registered.
    const exists = language.length === 3 || (language.length === 2 && languageNames.of(language));
    return exists ? canonical : undefined;
  } catch {
    return undefined;
  }
}
