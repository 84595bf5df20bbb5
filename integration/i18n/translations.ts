// The interface in a language: its words, and how days, numbers and names of countries are written in it.

import { memoize } from '../utils/memoize.ts';
import { BUILT_IN_LANGUAGES, en } from './languages.ts';
import { type LanguageTable, type PluralForms, type Strings, stringsSchema } from './strings.ts';

/** From here on a number is too long for a cell of a table. */
const LONG_NUMBER = 10_000;

/** Words a minute that a silent reader of prose manages, on average. */
const READING_PACE = 238;

/** The words of the interface in one language, and how it writes days, numbers and names of places. */
export type Translations = ReturnType<typeof makeTranslations>;

/**
 * Finds the words of the interface in a language.
 * @param lang BCP 47 tag of the wanted language
 * @param fallback tag of the language to use where the interface does not speak it; English where not that either
 */
export type TranslationsFor = (lang: string, fallback: string) => Translations;

type OwnLanguages = Readonly<Record<string, LanguageTable>>;

const NONE: OwnLanguages = {};

/**
 * @param own languages that the site's options bring, by tag
 * @returns the same for the same object of languages
 */
export function createTranslations(own: OwnLanguages = NONE): TranslationsFor {
  return translationsOf(own);
}

/** Ten of Intl's formats take a millisecond to make, and each item of a feed asks for its language. */
const translationsOf = memoize((own: OwnLanguages): TranslationsFor => {
  const spoken = (tag: string) =>
    [tag, primary(tag)].find((each) => Object.hasOwn(own, each) || Object.hasOwn(BUILT_IN_LANGUAGES, each));
  const translationsIn = memoize((tag: string) => {
    const language = spoken(tag) ?? 'en';
    // What a table leaves out is said in the language itself where that is known, else in English.
    const known = BUILT_IN_LANGUAGES[language] ?? BUILT_IN_LANGUAGES[primary(language)];
    const strings = stringsSchema.parse({ ...en, ...known?.table, ...own[language]?.table });
    return makeTranslations(tag, (own[language] ?? known)?.dir ?? 'ltr', strings);
  });
  return (lang, fallback) => translationsIn([lang, fallback].find(spoken) ?? 'en');
});

/** @returns what is to be said of a section in a language that has no words here */
export function languageWarnings({ lang, strings }: { lang: string; strings: object }): string[] {
  const spoken = { ...BUILT_IN_LANGUAGES, ...strings };
  if ([lang, primary(lang)].some((tag) => Object.hasOwn(spoken, tag))) return [];
  return [
    `The interface has no words in “${lang}” and speaks English. Give it some: ` +
      `wirecopy({ lang: '${lang}', strings: { '${lang}': { archive: '…' } } }).`,
  ];
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? tag;
}

/** Plain `ar` in the digits of Arabic script; CLDR leaves them to the regions, and gives the Maghreb's to all. */
function withDigits(lang: string): string {
  return lang.toLowerCase() === 'ar' ? 'ar-u-nu-arab' : lang;
}

function makeTranslations(lang: string, dir: 'ltr' | 'rtl', strings: Strings) {
  const locale = withDigits(lang);
  const inUtc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options });
  const formats = {
    day: inUtc({ dateStyle: 'long' }),
    // Not the medium style: in Arabic that is all digits.
    shortDay: inUtc({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: inUtc({ month: 'long', year: 'numeric' }),
    monthName: inUtc({ month: 'long' }),
    shortMonth: inUtc({ month: 'short' }),
    year: inUtc({ year: 'numeric' }),
    number: new Intl.NumberFormat(locale),
    compact: new Intl.NumberFormat(locale, { notation: 'compact' }),
    plural: new Intl.PluralRules(locale),
    region: new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  };
  // Intl takes microseconds each time, and a page says ten of these.
  const day = memoize((time: number) => formats.day.format(time));
  const shortDay = memoize((time: number) => formats.shortDay.format(time));
  const month = memoize((time: number) => formats.month.format(time));
  const monthName = memoize((time: number) => formats.monthName.format(time));
  const year = memoize((time: number) => formats.year.format(time));
  const written = memoize((number: number) => formats.number.format(number));
  const plural = memoize((number: number) => formats.plural.select(number));
  const firstOf = (year: string, month: string) => Date.parse(`${year}-${month}-01T00:00:00Z`);
  const count = (noun: PluralForms, number: number) =>
    fill(noun[plural(number)] ?? noun.other, '#', written(number));
  return {
    lang,
    /** The tag for Intl, with the digits that the language is written with here. */
    locale,
    dir,
    /** The language as link previews name it: `en_US`. */
    openGraphLocale: openGraphLocale(lang),
    strings,
    /** A sentence of the table, with what it is about put in. */
    say: (sentence: string, about: string) => fill(sentence, '%', about),
    day: (date: Date) => day(date.getTime()),
    shortDay: (date: Date) => shortDay(date.getTime()),
    month: (ofYear: string, which: string) => month(firstOf(ofYear, which)),
    monthName: (ofYear: string, which: string) => monthName(firstOf(ofYear, which)),
    year: (which: string) => year(firstOf(which, '01')),
    shortMonth: (which: string) => formats.shortMonth.format(firstOf('2000', which)),
    number: written,
    /** The same in little room: 12K for 12,345. */
    shortNumber: (number: number) =>
      number < LONG_NUMBER ? written(number) : formats.compact.format(number),
    /** Which page of how many: “Page 3 of 19”. */
    pageOf: (number: number, total = number) =>
      `${fill(strings.listPage, '%', written(number))} ${fill(strings.pageOf, '%', written(total))}`,
    /** A counted noun of the table, with its number. */
    count,
    stories: (number: number) => count(strings.stories, number),
    /** Time to read so many words, in whole minutes, at least one. */
    readingTime: (words: number) => count(strings.minutes, Math.max(1, Math.round(words / READING_PACE))),
    /** What a country is called, by its code in ISO 3166-1; nothing where the language has no name for it. */
    region: (code: string) => formats.region.of(code),
    /** In the order of the language's alphabet. */
    compare: new Intl.Collator(locale).compare,
  };
}

function openGraphLocale(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region ? `${language}_${region}` : language;
}

/** Puts text in a placeholder's place. A function, since text may hold what String.replace takes for a pattern. */
function fill(sentence: string, placeholder: string, text: string): string {
  return sentence.replace(placeholder, () => text);
}

/**
 * A country's name in a language; what has none there keeps the name it is given.
 * @param name the common English name of a country, or what a correction says
 * @param codes ISO 3166-1 codes by common English name
 */
export function countryName(
  name: string,
  words: Translations,
  codes: Readonly<Record<string, string>>,
): string {
  const code = words.lang.startsWith('en') ? undefined : codes[name];
  return (code && words.region(code)) || name;
}
