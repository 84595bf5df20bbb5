// The words of the interface in every language that the package brings.
import { describe, expect, test } from 'vitest';
import { BUILT_IN_LANGUAGES, en } from '../../integration/i18n/languages.ts';
import { stringsSchema } from '../../integration/i18n/strings.ts';
import { createTranslations } from '../../integration/i18n/translations.ts';

/** Words that languages share with English. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  fr: ['dating', 'listPage'],
};

const translationsFor = createTranslations();
const languages = Object.entries(BUILT_IN_LANGUAGES);

test('the interface speaks nine languages', () => {
  expect(Object.keys(BUILT_IN_LANGUAGES).sort()).toEqual([
    'ar',
    'de',
    'en',
    'es',
    'fa',
    'fr',
    'tr',
    'ur',
    'zh',
  ]);
});

describe.each(languages)('in %s', (tag, { dir, table }) => {
  const entries = Object.entries(table);

  test('every word is there, and none that nothing says', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(stringsSchema.shape).sort());
    expect(() => stringsSchema.parse(table)).not.toThrow();
  });

  test('no word is left in English', () => {
    if (tag === 'en') return;
    const english = Object.entries(en).filter(
      ([name, said]) => typeof said === 'string' && said === Object.fromEntries(entries)[name],
    );
    expect(english.map(([name]) => name).filter((name) => !SHARED[tag]?.includes(name))).toEqual([]);
  });

  test('what a sentence is about is put in once', () => {
    for (const [name, said] of entries)
      if (typeof said === 'string')
        expect([name, said.split('%').length]).toEqual([
          name,
          String(Object.fromEntries(Object.entries(en))[name]).split('%').length,
        ]);
  });

  test('what is counted has a form for every number that the language tells apart', () => {
    const told = new Intl.PluralRules(tag);
    // Only whole numbers are counted.
    const forms = new Set([...Array(200).keys(), 1_000_000].map((number) => told.select(number)));
    for (const [name, said] of entries) {
      if (typeof said === 'string') continue;
      // One or two may be said without the number; zero and millions are said as others are.
      for (const form of forms)
        if (!['zero', 'many'].includes(form)) expect(said, `${name}, ${form}`).toHaveProperty(form);
      expect(said.other).toContain('#');
    }
  });

  test('it is written as its script runs', () => {
    expect(dir).toBe(['ar', 'fa', 'ur'].includes(tag) ? 'rtl' : 'ltr');
    expect(translationsFor(tag, 'en').dir).toBe(dir);
  });
});

test('a story speaks its own language: its reading time, its captions, its countries', () => {
  const said = (tag: string) => {
    const words = translationsFor(tag, 'en');
    return [words.readingTime(476), words.strings.photo, words.region('IR')];
  };
  expect(said('fa')).toEqual(['۲ دقیقه خواندن', 'شرح عکس', 'ایران']);
  expect(said('ur')).toEqual(['2 منٹ کا مطالعہ', 'تصویر کا کیپشن', 'ایران']);
  expect(said('fr')).toEqual(['2 minutes de lecture', 'Légende de la photo', 'Iran']);
  expect(said('tr')).toEqual(['2 dakikalık okuma', 'Fotoğraf altı', 'İran']);
  expect(said('es')).toEqual(['2 minutos de lectura', 'Pie de foto', 'Irán']);
  expect(said('de')).toEqual(['2 Minuten Lesezeit', 'Bildunterschrift', 'Iran']);
  expect(said('zh')).toEqual(['阅读约 2 分钟', '图片说明', '伊朗']);
});

test('a region of a language speaks as the language does', () => {
  expect(translationsFor('es-MX', 'en').strings.front).toBe('Portada');
});
