// Which words name which country in a language: the names of world-countries and CLDR, and the tables beside this
// file, as one tree of words. A tree is gazetteer once for each language that a dump turns out to hold.
import data from 'world-countries/dist/countries-unescaped.json' with { type: 'json' };
import { memoize } from '../../utils/memoize.ts';
import { WordPrefilter } from '../word-prefilter.ts';
import {
  CITY_CONTEXT,
  COUNTRY_CONTEXT,
  DEMONYM_CONTEXT,
  ENGLISH_CAPITALS,
  ENGLISH_CONTEXT,
  ENGLISH_NAMES,
  type NameContext,
  NOT_CAPITALS,
  NOT_ENGLISH_NAMES,
} from './english.ts';
import { ENGLISH_PHRASES } from './english-phrases.ts';
import { ARABIC_ENDINGS, ARABIC_PARTICLES, ARABIC_STEMS, LANGUAGES, type LanguageData } from './languages.ts';
import { accented, nameKey, nameWords, type Openings } from './words.ts';

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

export interface Gazetteer {
  root: TrieNode;
  /** The first words of all phrases. */
  openings: Openings;
  /** Countries by their capitals, for datelines. */
  capitals: ReadonlyMap<string, string>;
}

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
const COUNTRIES = ALL.toSorted((a, b) => Number(b.independent) - Number(a.independent));
const COMMON_NAME = new Map(COUNTRIES.map(({ cca2, name }) => [cca2, name.common]));

/** What world-countries calls the languages that it has names in (ISO 639-2). */
const TRANSLATIONS: Readonly<Record<string, string>> = {
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

/** @returns the names of countries in a language, by its primary subtag */
export const gazetteerOf = memoize(
  (language: string): Gazetteer => (language === 'en' ? english() : otherLanguage(language)),
);

const list = (text: string | undefined): string[] =>
  (text ?? '').split(/[,\n]/u).flatMap((name) => (name.trim() ? [name.trim()] : []));
const wordSet = (text: string | undefined): ReadonlySet<string> =>
  new Set((text ?? '').split(' ').filter(Boolean).map(nameKey));

/** The words that a trie's phrases open with. */
function openingsOf({ next }: TrieNode): Openings {
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
function insertPhrase(root: TrieNode, phrase: string, sense: Sense): void {
  let node = root;
  for (const { key } of nameWords(phrase)) {
    node.next ??= new Map();
    const next: TrieNode = node.next.get(key) ?? {};
    node.next.set(key, next);
    node = next;
  }
  if (node !== root) node.sense ??= sense;
}

function contextOf({ before, after, near, sure, needs, person }: NameContext): SenseContext {
  return {
    before: wordSet(before),
    after: wordSet(after),
    near: wordSet(near),
    sure: wordSet(sure),
    needs: wordSet(needs),
    ...(person && { person }),
  };
}

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
  const capitals = capitalsOf(ENGLISH_CAPITALS, new Map());
  insertCities(root, capitals, contexts);
  return { root, openings: openingsOf(root), capitals };
}

/** Nearby words of a name, with those that all names of its kind have. */
const withUsual = (own: SenseContext, usual: SenseContext): SenseContext => ({
  ...own,
  before: new Set([...usual.before, ...own.before]),
  after: new Set([...usual.after, ...own.after]),
});

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

/** The capitals in English; those of `own` go before. */
function capitalsOf(own: Readonly<Record<string, string>>, into: Map<string, string>): Map<string, string> {
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

function otherLanguage(language: string): Gazetteer {
  const root: TrieNode = {};
  const own: LanguageData = LANGUAGES[language] ?? {};
  const contexts = new Map(
    Object.entries(own.contexts ?? {}).map(([word, context]) => [nameKey(word), contextOf(context)]),
  );
  const not = new Set(list(own.not).map(nameKey));
  const ordinary = new Set(list(own.ordinary).map(nameKey));
  for (const phrase of list(own.phrases)) insertPhrase(root, phrase, {});
  const add = (name: string, country: string, written: Sense['written'] = 'capital') => {
    const key = not.size + contexts.size > 0 ? nameKey(name) : name;
    if (not.has(key)) return;
    const context = contexts.get(key);
    for (const form of formsOf(name, language, own)) {
      insertPhrase(root, form, {
        country,
        ...(written && { written }),
        ...(ordinary.has(nameKey(form)) && { ordinary: true }),
        ...(own.accents && { accented: accented(nameWords(form)) }),
        ...(context && { context }),
      });
    }
  };
  for (const [code, names] of Object.entries(own.names ?? {})) {
    for (const name of list(names)) add(name, COMMON_NAME.get(code) ?? name);
  }
  for (const [code, names] of Object.entries(own.lowercase ?? {})) {
    for (const name of list(names)) addAnyCase(root, name, COMMON_NAME.get(code) ?? name);
  }
  if (language === 'ar') {
    for (const [code, stems] of Object.entries(ARABIC_STEMS)) {
      for (const stem of list(stems)) {
        for (const ending of ARABIC_ENDINGS) {
          add(stem + ending, COMMON_NAME.get(code) ?? stem);
          add(`ال${stem}${ending}`, COMMON_NAME.get(code) ?? stem);
        }
      }
    }
  }
  const cldr = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const traditional =
    language === 'zh' && new Intl.DisplayNames('zh-Hant', { type: 'region', fallback: 'none' });
  for (const { cca2, name } of COUNTRIES) {
    add(cldr.of(cca2) ?? '', name.common);
    if (traditional) add(traditional.of(cca2) ?? '', name.common);
  }
  const translation = TRANSLATIONS[language];
  for (const { name, translations, demonyms } of COUNTRIES) {
    const translated = translation ? translations[translation] : undefined;
    if (translated) {
      add(translated.common, name.common);
      add(translated.official, name.common);
    }
    if (language === 'fr') {
      for (const demonym of [demonyms?.fra?.m, demonyms?.fra?.f]) {
        if (demonym && !not.has(nameKey(demonym))) addAnyCase(root, demonym, name.common);
      }
    }
  }
  const capitals = capitalsOf(own.capitals ?? {}, new Map());
  // What other languages call a capital only its table says; the English names would be words of theirs.
  const named = new Map(
    Object.values(own.capitals ?? {})
      .flatMap(list)
      .flatMap((city) =>
        formsOf(city, language, own).map((form) => [nameKey(form), capitals.get(nameKey(city)) ?? '']),
      ),
  );
  insertCities(root, named, contexts);
  return { root, openings: openingsOf(root), capitals };
}

/** A demonym as French writes it: without a capital, and with an s for several. */
function addAnyCase(root: TrieNode, demonym: string, country: string): void {
  insertPhrase(root, demonym, { country });
  insertPhrase(root, `${demonym}s`, { country });
}

/** @returns a name with all that its language attaches to it */
function formsOf(name: string, language: string, { prefixes, suffixes }: LanguageData): string[] {
  if (!name) return [];
  if (language === 'ar') return arabicForms(name);
  if (language === 'ru') return russianForms(name);
  return [
    name,
    ...(prefixes ?? []).map((prefix) => prefix + name),
    ...(suffixes ?? []).map((suffix) => name + suffix),
  ];
}

/** Particles lead the first word: والعراق, بالعراق, للعراق. */
function arabicForms(name: string): string[] {
  const definite = name.startsWith('ال');
  return ARABIC_PARTICLES.map((particle) =>
    // ل and the article become one: للعراق.
    definite && particle.endsWith('ل') ? `${particle}ل${name.slice(2)}` : particle + name,
  );
}

/** The cases of a noun by its ending; a name of several words is left as it is. */
function russianForms(name: string): string[] {
  if (name.includes(' ')) return [name];
  if (name.endsWith('ия')) return [name, ...['ии', 'ию', 'ией'].map((ending) => name.slice(0, -2) + ending)];
  if (name.endsWith('а'))
    return [name, ...['ы', 'и', 'е', 'у', 'ой'].map((ending) => name.slice(0, -1) + ending)];
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(name))
    return [name, ...['а', 'у', 'ом', 'е'].map((ending) => name + ending)];
  return [name];
}
