// What is said about a story: its date, its summary, its structured data, in the words of a language.
import { expect, test } from 'vitest';
import { resolveSections } from '../../integration/config/options.ts';
import { createTranslations } from '../../integration/i18n/translations.ts';
import { scriptJson } from '../../integration/pages/structured-data.ts';
import { publishedOn, summarise } from '../../integration/text.ts';
import { escapeMarkup } from '../../integration/utils/markup.ts';

const date = new Date('2025-04-24');

test('only a stated date or a dump’s name says when a story was published', () => {
  expect(publishedOn({ date, dateBasis: 'stated' })).toBe('2025-04-24');
  expect(publishedOn({ date, dateBasis: 'file' })).toBe('2025-04-24');
  expect(publishedOn({ date, dateBasis: 'photo' })).toBeUndefined();
  expect(publishedOn({ date })).toBeUndefined();
  expect(publishedOn({})).toBeUndefined();
});

test('a summary is the dek, else the lede, else the headline', () => {
  const blocks = [
    { type: 'list', items: ['A point'] },
    { type: 'paragraph', text: 'The lede.' },
  ] as const;
  expect(summarise({ headline: 'Head', dek: 'The dek.' }, [])).toBe('The dek.');
  expect(summarise({ headline: 'Head' }, [{ type: 'list', items: ['A point'] }, blocks[1]])).toBe(
    'The lede.',
  );
  expect(summarise({ headline: 'Head' }, [])).toBe('Head');
});

test('a long summary ends at a word, and never inside a character', () => {
  const words = summarise({ headline: 'Head', dek: 'So it went on, '.repeat(40) }, []);
  expect(words.length).toBeLessThanOrEqual(201);
  expect(words).toMatch(/(?:So|it|went|on)…$/);
  expect(summarise({ headline: '😀'.repeat(150) }, [])).toMatch(/^(?:😀)+…$/u);
});

test('JSON for a script element reads back as it was, and holds nothing that HTML would act on', () => {
  const value = { a: '</script><!-- & \u2028\u2029 \\u003c "' };
  expect(JSON.parse(scriptJson(value))).toEqual(value);
  expect(scriptJson(value)).not.toMatch(/[<>&\u2028\u2029]/);
});

test('escaped markup leaves no sign that opens a tag, an entity or an attribute', () => {
  expect(escapeMarkup(`<a b="c">&amp;]]>`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;');
});

const translationsFor = createTranslations();

test('English and Arabic count in their own forms', () => {
  const en = translationsFor('en', 'en');
  expect([1, 2, 1200].map(en.stories)).toEqual(['1 story', '2 stories', '1,200 stories']);
  const ar = translationsFor('ar', 'en');
  expect([1, 2].map(ar.stories)).toEqual(['خبر واحد', 'خبران']);
  expect(ar.stories(5)).toMatch(/ أخبار$/);
  expect(ar.stories(20)).toMatch(/ خبرًا$/);
});

test('a language the interface does not speak falls back to the site’s, and to English', () => {
  expect(translationsFor('sw', 'ar').lang).toBe('ar');
  expect(translationsFor('sw', 'fi').lang).toBe('en');
  expect(translationsFor('ar-EG', 'en').dir).toBe('rtl');
});

test('a language that the configuration words is spoken, and English where it leaves something out', () => {
  const own = createTranslations({
    fr: { dir: 'ltr', table: { archive: 'Archives', stories: { one: '# article', other: '# articles' } } },
    fa: { dir: 'rtl', table: {} },
    en: { dir: 'ltr', table: { earlier: 'News in brief' } },
  });
  const fr = own('fr-CA', 'en');
  expect(fr.strings.archive).toBe('Archives');
  expect(fr.stories(1)).toBe('1 article');
  expect(fr.strings.undated).toBe('Sans date');
  expect(fr.day(date)).toBe('24 avril 2025');
  expect(own('fa', 'en').dir).toBe('rtl');
  expect(own('en', 'en').strings).toMatchObject({ earlier: 'News in brief', archive: 'Archive' });
});

test.each([
  ['fa', '۱ دقیقه خواندن'],
  ['ur', '1 منٹ کا مطالعہ'],
  ['fr', '1 minute de lecture'],
  ['tr', '1 dakikalık okuma'],
  ['es', '1 minuto de lectura'],
  ['de', '1 Minute Lesezeit'],
  ['zh', '阅读约 1 分钟'],
])('a story in %s is said to take a minute in its own language', (lang, text) => {
  expect(translationsFor(lang, 'en').readingTime(100)).toBe(text);
});

test('plain Arabic counts in the digits of its script, a region’s in its own', () => {
  expect(translationsFor('ar', 'en').number(1234)).toBe('١٬٢٣٤');
  expect(translationsFor('ar-MA', 'en').number(1234)).toBe('1.234');
});

test('a wrong word in a table is named, with what is accepted there', () => {
  expect(() => resolveSections([{ strings: { fr: { by: 'Par' } } }])).toThrow(
    /strings\.fr\.by: expected .*%.*, received "Par"/,
  );
  expect(() => resolveSections([{ strings: { fr: { archiv: 'Archives' } } }])).toThrow(
    /strings\.fr\.archiv: .*“archive”/,
  );
  expect(() => resolveSections([{ strings: { english: {} } }])).toThrow(/BCP 47 tag/);
});

test('a day is the same day everywhere', () => {
  const translations = translationsFor('en', 'en');
  expect(translations.day(date)).toBe('April 24, 2025');
  expect(translations.month('2025', '04')).toBe('April 2025');
});

test('what a sentence is about may hold any sign', () => {
  const { say } = translationsFor('en', 'en');
  expect(say('By %', '$& $1 % O’Neil')).toBe('By $& $1 % O’Neil');
});

test('reading takes at least a minute', () => {
  const { readingTime } = translationsFor('en', 'en');
  expect(readingTime(3)).toBe('1 minute to read');
  expect(readingTime(2380)).toBe('10 minutes to read');
});
