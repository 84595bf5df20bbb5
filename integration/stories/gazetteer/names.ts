// Which words name which country in a language: the names of world-countries and CLDR, and the tables beside this
// file, as one trie of words. It is made once for each language that a dump turns out to hold.
import { memoize } from '../../utils/memoize.ts';
import { COMMON_NAME, COUNTRIES, capitalsOf, list, TRANSLATIONS } from './countries.ts';
import {
  CITY_CONTEXT,
  COUNTRY_CONTEXT,
  DEMONYM_CONTEXT,
  ENGLISH_CAPITALS,
  ENGLISH_CONTEXT,
  ENGLISH_NAMES,
  NOT_ENGLISH_NAMES,
} from './english.ts';
import { ENGLISH_PHRASES } from './english-phrases.ts';
import { ARABIC_ENDINGS, ARABIC_STEMS, LANGUAGES, type LanguageData } from './languages.ts';
import { formsOf } from './name-forms.ts';
import { contextOf, insertPhrase, openingsOf, type SenseContext, type TrieNode, withUsual } from './trie.ts';
import { accented, nameKey, nameWords, type Openings } from './words.ts';

export interface Gazetteer {
  root: TrieNode;
  /** The first words of all phrases. */
  openings: Openings;
  /** Countries by their capitals, for datelines. */
  capitals: ReadonlyMap<string, string>;
}

/** @returns the names of countries in a language, by its primary subtag */
export const gazetteerOf = memoize(
  (language: string): Gazetteer =>
    language === 'en' ? english() : new LanguageNames(language, LANGUAGES[language] ?? {}).gazetteer(),
);

function english(): Gazetteer {
  const root: TrieNode = {};
  const contexts = new Map(
    Object.entries(ENGLISH_CONTEXT).map(([word, context]) => [word, contextOf(context)]),
  );
  const usualOfCountry = contextOf(COUNTRY_CONTEXT);
  const usualOfDemonym = contextOf(DEMONYM_CONTEXT);
  for (const phrase of list(ENGLISH_PHRASES)) insertPhrase(root, phrase, {});
  const add = (name: string, country: string, usual = usualOfCountry) => {
    const key = nameKey(name);
    if (NOT_ENGLISH_NAMES.has(key)) return;
    const own = contexts.get(key);
    // US is a country and us is not; so with every name that is all capitals.
    const written = /^\p{Lu}{2,3}$/u.test(name) ? 'upper' : 'capital';
    insertPhrase(root, name, { country, written, context: own ? withUsual(own, usual) : usual });
  };
  // The table goes first: it says which of two countries a name means.
  for (const [code, names] of Object.entries(ENGLISH_NAMES)) {
    for (const name of list(names)) add(name, COMMON_NAME.get(code) ?? name);
  }
  for (const { name, demonyms } of COUNTRIES) {
    // A town's, which has the name of the country.
    insertPhrase(root, `${name.common} High School`, {});
    for (const each of [name.common, name.official]) {
      add(each, name.common);
      if (/\bSaint\b/u.test(each)) add(each.replace(/\bSaint\b/u, 'St'), name.common);
      if (each.includes(' and ')) add(each.replace(' and ', ' & '), name.common);
    }
    for (const demonym of (demonyms?.eng?.m ?? '').split(/, | or /u).filter(Boolean)) {
      add(demonym, name.common, usualOfDemonym);
      if (/(?:an|i|ot|er|ar|ine|ik|vak|ene|rk)$/u.test(demonym))
        add(`${demonym}s`, name.common, usualOfDemonym);
    }
  }
  const capitals = capitalsOf(ENGLISH_CAPITALS);
  insertCities(root, capitals, contexts);
  return { root, openings: openingsOf(root), capitals };
}

/** Adds capitals to a trie, but for those whose name begins with a country's: Mexico City. */
function insertCities(
  root: TrieNode,
  capitals: ReadonlyMap<string, string>,
  contexts: ReadonlyMap<string, SenseContext>,
): void {
  const usual = contextOf(CITY_CONTEXT);
  for (const [city, country] of capitals) {
    const [first = ''] = city.split(' ');
    if (root.next?.get(first)?.sense?.country) continue;
    const own = contexts.get(city);
    const context: SenseContext = own ? { ...withUsual(own, usual), person: own.person ?? 'surname' } : usual;
    insertPhrase(root, city, { country, written: 'capital', context, city: true });
  }
}

/** The names of countries in a language other than English. */
class LanguageNames {
  readonly #root: TrieNode = {};
  readonly #language: string;
  readonly #data: LanguageData;
  readonly #contexts: ReadonlyMap<string, SenseContext>;
  /** Keys of names that are none in this language. */
  readonly #not: ReadonlySet<string>;
  /** Keys of names that are ordinary words as well. */
  readonly #ordinary: ReadonlySet<string>;

  constructor(language: string, data: LanguageData) {
    this.#language = language;
    this.#data = data;
    this.#contexts = new Map(
      Object.entries(data.contexts ?? {}).map(([word, context]) => [nameKey(word), contextOf(context)]),
    );
    this.#not = new Set(list(data.not).map(nameKey));
    this.#ordinary = new Set(list(data.ordinary).map(nameKey));
  }

  /** The first meaning of a phrase counts: what goes first says what it means. */
  gazetteer(): Gazetteer {
    for (const phrase of list(this.#data.phrases)) insertPhrase(this.#root, phrase, {});
    this.#addOwnNames();
    if (this.#language === 'ar') this.#addArabicStems();
    this.#addCldrNames();
    this.#addTranslations();
    const capitals = capitalsOf(this.#data.capitals ?? {});
    insertCities(this.#root, this.#ownCities(capitals), this.#contexts);
    return { root: this.#root, openings: openingsOf(this.#root), capitals };
  }

  /** Adds a name, and its forms. */
  #add(name: string, country: string): void {
    const key = this.#not.size + this.#contexts.size > 0 ? nameKey(name) : name;
    if (this.#not.has(key)) return;
    const context = this.#contexts.get(key);
    for (const form of formsOf(name, this.#language, this.#data)) {
      insertPhrase(this.#root, form, {
        country,
        written: 'capital',
        ...(this.#ordinary.has(nameKey(form)) && { ordinary: true }),
        ...(this.#data.accents && { accented: accented(nameWords(form)) }),
        ...(context && { context }),
      });
    }
  }

  #addOwnNames(): void {
    for (const [code, names] of Object.entries(this.#data.names ?? {})) {
      for (const name of list(names)) this.#add(name, COMMON_NAME.get(code) ?? name);
    }
    for (const [code, names] of Object.entries(this.#data.lowercase ?? {})) {
      for (const name of list(names)) addAnyCase(this.#root, name, COMMON_NAME.get(code) ?? name);
    }
  }

  #addArabicStems(): void {
    for (const [code, stems] of Object.entries(ARABIC_STEMS)) {
      for (const stem of list(stems)) this.#addArabicStem(stem, COMMON_NAME.get(code) ?? stem);
    }
  }

  #addArabicStem(stem: string, country: string): void {
    for (const ending of ARABIC_ENDINGS) {
      this.#add(stem + ending, country);
      this.#add(`ال${stem}${ending}`, country);
    }
  }

  #addCldrNames(): void {
    const tags = this.#language === 'zh' ? ['zh', 'zh-Hant'] : [this.#language];
    const tables = tags.map((tag) => new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }));
    for (const { cca2, name } of COUNTRIES)
      for (const table of tables) this.#add(table.of(cca2) ?? '', name.common);
  }

  #addTranslations(): void {
    const translation = TRANSLATIONS[this.#language];
    for (const { name, translations, demonyms } of COUNTRIES) {
      const translated = translation ? translations[translation] : undefined;
      if (translated) {
        this.#add(translated.common, name.common);
        this.#add(translated.official, name.common);
      }
      const { m, f } = (this.#language === 'fr' && demonyms?.fra) || {};
      for (const demonym of [m, f])
        if (demonym && !this.#not.has(nameKey(demonym))) addAnyCase(this.#root, demonym, name.common);
    }
  }

  /**
   * The capitals as the language calls them, which only its table says: the English names would be words of it.
   * @param capitals countries by capital
   */
  #ownCities(capitals: ReadonlyMap<string, string>): Map<string, string> {
    const cities = Object.values(this.#data.capitals ?? {}).flatMap(list);
    return new Map(
      cities.flatMap((city) =>
        formsOf(city, this.#language, this.#data).map((form) => [
          nameKey(form),
          capitals.get(nameKey(city)) ?? '',
        ]),
      ),
    );
  }
}

/** A demonym as French writes it: without a capital, and with an s for several. */
function addAnyCase(root: TrieNode, demonym: string, country: string): void {
  insertPhrase(root, demonym, { country });
  insertPhrase(root, `${demonym}s`, { country });
}
