// Sections in sites that have addresses for each of their languages.
import { expect, test } from 'vitest';
import { checkLocales } from '../../integration/config/locales.ts';

const i18n = (prefixDefaultLocale: boolean) => ({
  i18n: {
    defaultLocale: 'en',
    locales: ['en', { path: 'arabic', codes: ['ar', 'ar-EG'] as [string, ...string[]] }],
    routing: { prefixDefaultLocale, redirectToDefaultLocale: false, fallbackType: 'redirect' as const },
  },
});

test('where every address has a locale, a section without one is told where it can stand', () => {
  expect(() => checkLocales('/news', i18n(true))).toThrow("base: '/en/news'");
  expect(() => checkLocales('/', i18n(true))).toThrow("base: '/en'");
  for (const base of ['/en/news', '/EN', '/arabic/news'])
    expect(() => checkLocales(base, i18n(true))).not.toThrow();
});

test('where the default locale has none, a section with it is told to leave it out', () => {
  expect(() => checkLocales('/en/news', i18n(false))).toThrow("base: '/news'");
  for (const base of ['/', '/news', '/arabic/news'])
    expect(() => checkLocales(base, i18n(false))).not.toThrow();
});

test('a site without locales, or with routing of its own, is no concern', () => {
  expect(() => checkLocales('/news', {})).not.toThrow();
  expect(() => checkLocales('/news', { i18n: { ...i18n(true).i18n, routing: 'manual' } })).not.toThrow();
});
