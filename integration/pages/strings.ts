// Every word the interface says, in each language it speaks, and how it writes dates and counts. Text that comes
// from a dump is never in here.
import { z } from 'astro/zod';

const words = z.string().min(1);
/** A sentence about something, which comes where `%` stands. */
const about = words.includes('%', { error: 'a text with a % where what it is about is put in' });
const form = words.optional();
/** Forms of a counted noun, with `#` where the number stands; Intl.PluralRules picks one. */
const counted = z.strictObject({ zero: form, one: form, two: form, few: form, many: form, other: words });
type Counted = z.infer<typeof counted>;

/** What the interface says. */
export const stringsSchema = z.strictObject({
  skip: words,
  front: words,
  archive: words,
  undated: words,
  places: words,
  allPlaces: words,
  placesIntro: words,
  noPlaces: words,
  fewer: words.describe('The light end of the map’s scale.'),
  many: words.describe('The dark end of the map’s scale.'),
  related: words.describe('Stands above stories that share a place with the one before.'),
  feed: words,
  feedOf: about.describe('The feed of one place.'),
  newest: about.describe('The day of the newest story.'),
  month: words,
  storyCount: words.describe('Heads a column of counts.'),
  latest: words,
  more: words,
  wholeArchive: words,
  approximate: about.describe('A date that only a photo vouches for.'),
  approximateReason: words,
  undatedReason: words,
  corrections: words.describe('Stands above the stories that were corrected lately.'),
  correction: about.describe('Stands above what was corrected; about the day.'),
  retracted: words,
  retractedText: words,
  moved: words,
  movedTo: about,
  by: about,
  photo: words,
  previous: words,
  next: words,
  neighbours: words,
  older: words,
  newer: words,
  listPages: words,
  listPage: about,
  source: words,
  sourceLines: about,
  storiesOf: about,
  undatedIntro: words,
  undatedElsewhere: words,
  allOfMonth: about,
  search: words,
  searchIntro: words,
  searchWords: words.describe('Label of the field.'),
  searchNone: about.describe('About the words that no story has.'),
  searchFailed: words,
  searchMore: words,
  searchNeedsScript: words,
  searchElsewhere: words.describe('Stands above other ways to find a story.'),
  searchOutside: about.describe('About what a search engine is to be told.'),
  breadcrumbs: words,
  menu: words,
  notFound: words,
  notFoundText: words,
  toFront: words,
  stories: counted,
  minutes: counted,
});
export type Strings = z.infer<typeof stringsSchema>;
/** What a site says otherwise, or in one more language; what is left out stays as it is. */
export type StringsTable = z.infer<ReturnType<typeof stringsSchema.partial>>;

const en: Strings = {
  skip: 'Skip to the content',
  front: 'Front page',
  archive: 'Archive',
  undated: 'Undated',
  places: 'Places',
  allPlaces: 'All places',
  placesIntro: 'Countries that stories name in their headline or their opening, and how many do.',
  noPlaces: 'No story names a country yet.',
  fewer: 'Fewer stories',
  many: 'More stories',
  related: 'From the same places',
  feed: 'RSS feed',
  feedOf: 'RSS feed: %',
  newest: 'Newest story: %',
  month: 'Month',
  storyCount: 'Stories',
  latest: 'Latest',
  more: 'More stories',
  wholeArchive: 'All stories, by date',
  approximate: 'Around %',
  approximateReason: 'The story states no date; this is the day of its newest photo.',
  undatedReason: 'Neither the story nor its photos say when it was written.',
  corrections: 'Corrections',
  correction: 'Corrected on %',
  retracted: 'Retracted',
  retractedText: 'This story has been retracted. Its text is no longer published.',
  moved: 'This story has another address now',
  movedTo: 'Its page: %',
  by: 'By %',
  photo: 'Photo caption',
  previous: 'Previous',
  next: 'Next',
  neighbours: 'Neighbouring stories',
  older: 'Older stories',
  newer: 'Newer stories',
  listPages: 'Pages of this list',
  listPage: 'Page %',
  source: 'Source',
  sourceLines: ', lines %',
  storiesOf: 'Stories of %',
  undatedIntro: 'Nothing says when these were written. They stand in the order of their source.',
  undatedElsewhere: 'Stories without a date',
  allOfMonth: 'All stories of %',
  search: 'Search',
  searchIntro: 'Finds stories by the words of their headline, their text and their captions.',
  searchWords: 'Words to look for',
  searchNone: 'No story has the words “%”.',
  searchFailed: 'The search could not be loaded. Please try again later.',
  searchMore: 'Show more',
  searchNeedsScript: 'Searching here needs JavaScript, which is off in this browser.',
  searchElsewhere: 'Other ways to find a story',
  searchOutside: 'Or ask a search engine, and add % to the words.',
  breadcrumbs: 'You are here',
  menu: 'Sections',
  notFound: 'Page not found',
  notFoundText: 'There is no page at this address. The story may never have been published here.',
  toFront: 'Go to the front page',
  stories: { one: '# story', other: '# stories' },
  minutes: { one: '# minute to read', other: '# minutes to read' },
};

const ar: Strings = {
  skip: 'انتقل إلى المحتوى',
  front: 'الصفحة الأولى',
  archive: 'الأرشيف',
  undated: 'بلا تاريخ',
  places: 'الأماكن',
  allPlaces: 'كل الأماكن',
  placesIntro: 'البلدان التي تذكرها الأخبار في عناوينها أو مطالعها، وعدد أخبار كل منها.',
  noPlaces: 'لا يذكر أي خبر بلدًا بعد.',
  fewer: 'أخبار أقل',
  many: 'أخبار أكثر',
  related: 'من الأماكن نفسها',
  feed: 'خلاصة RSS',
  feedOf: 'خلاصة RSS: %',
  newest: 'أحدث خبر: %',
  month: 'الشهر',
  storyCount: 'الأخبار',
  latest: 'الأحدث',
  more: 'المزيد من الأخبار',
  wholeArchive: 'كل الأخبار حسب التاريخ',
  approximate: 'نحو %',
  approximateReason: 'لا يذكر الخبر تاريخًا؛ هذا يوم أحدث صوره.',
  undatedReason: 'لا يذكر الخبر ولا صوره متى كُتب.',
  corrections: 'تصحيحات',
  correction: 'صُحِّح في %',
  retracted: 'خبر مسحوب',
  retractedText: 'سُحب هذا الخبر، ولم يعد نصه منشورًا.',
  moved: 'لهذا الخبر عنوان آخر الآن',
  movedTo: 'صفحته: %',
  by: 'بقلم %',
  photo: 'تعليق الصورة',
  previous: 'السابق',
  next: 'التالي',
  neighbours: 'أخبار مجاورة',
  older: 'أخبار أقدم',
  newer: 'أخبار أحدث',
  listPages: 'صفحات هذه القائمة',
  listPage: 'الصفحة %',
  source: 'المصدر',
  sourceLines: '، الأسطر %',
  storiesOf: 'أخبار %',
  undatedIntro: 'لا شيء يدل على تاريخ كتابة هذه الأخبار. ترتيبها ترتيب مصدرها.',
  undatedElsewhere: 'أخبار بلا تاريخ',
  allOfMonth: 'كل أخبار %',
  search: 'البحث',
  searchIntro: 'يجد الأخبار بكلمات عناوينها ونصوصها وتعليقات صورها.',
  searchWords: 'كلمات البحث',
  searchNone: 'لا خبر فيه «%».',
  searchFailed: 'تعذّر تحميل البحث. حاول مرة أخرى لاحقًا.',
  searchMore: 'عرض المزيد',
  searchNeedsScript: 'يحتاج البحث هنا إلى جافاسكربت، وهي معطّلة في هذا المتصفح.',
  searchElsewhere: 'طرق أخرى للعثور على خبر',
  searchOutside: 'أو اسأل محرك بحث، وأضف % إلى كلماتك.',
  breadcrumbs: 'موقعك',
  menu: 'الأقسام',
  notFound: 'الصفحة غير موجودة',
  notFoundText: 'لا توجد صفحة على هذا العنوان. ربما لم يُنشر الخبر هنا.',
  toFront: 'إلى الصفحة الأولى',
  stories: {
    zero: 'لا أخبار',
    one: 'خبر واحد',
    two: 'خبران',
    few: '# أخبار',
    many: '# خبرًا',
    other: '# خبر',
  },
  minutes: {
    one: 'دقيقة قراءة واحدة',
    two: 'دقيقتا قراءة',
    few: '# دقائق قراءة',
    many: '# دقيقة قراءة',
    other: '# دقيقة قراءة',
  },
};

/** Words a minute that a silent reader of prose manages, on average. */
const READING_PACE = 238;

/** A language that a site's configuration words, in part or in whole. */
export interface OwnLanguage {
  dir: 'ltr' | 'rtl';
  table: StringsTable;
}

const LANGUAGES: Readonly<Record<string, OwnLanguage>> = {
  en: { dir: 'ltr', table: en },
  ar: { dir: 'rtl', table: ar },
};

/** The words of the interface in one language, and how it writes days, numbers and names of places. */
export type Wording = ReturnType<typeof makeWording>;

/**
 * Finds the words of the interface in a language.
 * @param lang BCP 47 tag of the wanted language
 * @param fallback tag of the language to use where the interface does not speak it; English where not that either
 */
export type WordingFor = (lang: string, fallback: string) => Wording;

/** @param own languages that the site's configuration words, by tag */
export function createWordings(own: Readonly<Record<string, OwnLanguage>> = {}): WordingFor {
  const made = new Map<string, Wording>();
  const spoken = (tag: string) =>
    [tag, primary(tag)].find((each) => Object.hasOwn(own, each) || Object.hasOwn(LANGUAGES, each));
  return (lang, fallback) => {
    const tag = [lang, fallback].find(spoken) ?? 'en';
    let wording = made.get(tag);
    if (!wording) {
      const language = spoken(tag) ?? 'en';
      // What a table leaves out is said in the language itself where that is known, else in English.
      const known = LANGUAGES[language] ?? LANGUAGES[primary(language)];
      const strings = stringsSchema.parse({ ...en, ...known?.table, ...own[language]?.table });
      wording = makeWording(tag, (own[language] ?? known)?.dir ?? 'ltr', strings);
      made.set(tag, wording);
    }
    return wording;
  };
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? tag;
}

/** Plain `ar` in the digits of Arabic script; CLDR leaves them to the regions, and gives the Maghreb's to all. */
function withDigits(lang: string): string {
  return lang.toLowerCase() === 'ar' ? 'ar-u-nu-arab' : lang;
}

function makeWording(lang: string, dir: 'ltr' | 'rtl', strings: Strings) {
  const locale = withDigits(lang);
  const inUtc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options });
  const formats = {
    day: inUtc({ dateStyle: 'long' }),
    // Not the medium style: in Arabic that is all digits.
    shortDay: inUtc({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: inUtc({ month: 'long', year: 'numeric' }),
    monthName: inUtc({ month: 'long' }),
    year: inUtc({ year: 'numeric' }),
    number: new Intl.NumberFormat(locale),
    plural: new Intl.PluralRules(locale),
    region: new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  };
  const firstOf = (year: string, month: string) => new Date(`${year}-${month}-01T00:00:00Z`);
  const count = (noun: Counted, number: number) =>
    fill(noun[formats.plural.select(number)] ?? noun.other, '#', formats.number.format(number));
  return {
    lang,
    /** The tag for Intl, with the digits that the language is written with here. */
    locale,
    dir,
    strings,
    /** A sentence of the table, with what it is about put in. */
    say: (sentence: string, about: string) => fill(sentence, '%', about),
    day: (date: Date) => formats.day.format(date),
    shortDay: (date: Date) => formats.shortDay.format(date),
    month: (year: string, month: string) => formats.month.format(firstOf(year, month)),
    monthName: (year: string, month: string) => formats.monthName.format(firstOf(year, month)),
    year: (year: string) => formats.year.format(firstOf(year, '01')),
    number: (number: number) => formats.number.format(number),
    stories: (number: number) => count(strings.stories, number),
    /** Time to read so many words, in whole minutes, at least one. */
    readingTime: (words: number) => count(strings.minutes, Math.max(1, Math.round(words / READING_PACE))),
    /** What a country is called, by its code in ISO 3166-1; nothing where the language has no name for it. */
    region: (code: string) => formats.region.of(code),
    /** In the order of the language's alphabet. */
    compare: new Intl.Collator(locale).compare,
  };
}

/** Puts text in a placeholder's place. A function, since text may hold what String.replace takes for a pattern. */
function fill(sentence: string, placeholder: string, text: string): string {
  return sentence.replace(placeholder, () => text);
}
