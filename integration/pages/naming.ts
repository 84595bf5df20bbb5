// What places are called in a language of the interface.
import type { Wording } from './wording.ts';

/**
 * A country's name in a language; what has none there keeps the name it is given.
 * @param name the common English name of a country, or what a correction says
 * @param codes ISO 3166-1 codes by common English name
 */
export function nameOfPlace(name: string, words: Wording, codes: Readonly<Record<string, string>>): string {
  const code = words.lang.startsWith('en') ? undefined : codes[name];
  return (code && words.region(code)) || name;
}
