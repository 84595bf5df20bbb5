// What world-countries knows of countries: their names, their demonyms, their capitals.
import data from 'world-countries/dist/countries-unescaped.json' with { type: 'json' };
import { NOT_CAPITALS } from './english.ts';
import { nameKey } from './words.ts';

interface Names {
  common: string;
  official: string;
}

/** What is read of world-countries. */
interface Country {
  cca2: string;
  independent: boolean | null;
  name: Names;
  capital: readonly string[];
  demonyms?: { eng?: { m: string }; fra?: { m: string; f: string } };
  translations: Readonly<Record<string, Names | undefined>>;
}

/** Independent states first, so that a name which a dependency shares (French, American) is the state's. */
const ALL: readonly Country[] = data;
export const COUNTRIES = ALL.toSorted((a, b) => Number(b.independent) - Number(a.independent));
/** Common English names by code. */
export const COMMON_NAME = new Map(COUNTRIES.map(({ cca2, name }) => [cca2, name.common]));

/** What world-countries calls the languages that it has names in (ISO 639-2). */
export const TRANSLATIONS: Readonly<Record<string, string>> = {
  ar: 'ara',
  cs: 'ces',
  de: 'deu',
  et: 'est',
  fa: 'per',
  fi: 'fin',
  fr: 'fra',
  hr: 'hrv',
  hu: 'hun',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  sk: 'slk',
  es: 'spa',
  sr: 'srp',
  sv: 'swe',
  tr: 'tur',
  ur: 'urd',
  zh: 'zho',
};

/** @returns names that stand in a table with a comma or a line feed between */
export const list = (text: string | undefined): string[] =>
  (text ?? '').split(/[,\n]/u).flatMap((name) => (name.trim() ? [name.trim()] : []));

/**
 * The countries of capitals.
 * @param own names by code, in one language; the English ones of world-countries are added
 */
export function capitalsOf(own: Readonly<Record<string, string>>): Map<string, string> {
  const into = new Map<string, string>();
  const add = (capital: string, country: string) => {
    const key = nameKey(capital);
    if (!NOT_CAPITALS.has(key) && !into.has(key)) into.set(key, country);
  };
  for (const [code, names] of Object.entries(own)) {
    for (const name of list(names)) add(name, COMMON_NAME.get(code) ?? name);
  }
  for (const { independent, capital, name } of COUNTRIES) {
    if (independent || name.common === 'Palestine' || name.common === 'Kosovo' || name.common === 'Taiwan') {
      for (const each of capital) add(each, name.common);
    }
  }
  return into;
}
