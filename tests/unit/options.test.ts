// What wirecopy() and dumpLoader() are given: what they make of it, and what they say where that can't be.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveSections } from '../../integration/config/options.ts';
import { languageWarnings } from '../../integration/i18n/translations.ts';
import { dumpLoader } from '../../integration/loader.ts';
import { layoutWarnings } from '../../integration/vite/template-overrides.ts';

/** What an options object is refused with, line by line. */
function refusal(check: () => unknown): string[] {
  try {
    check();
  } catch (error) {
    if (error instanceof Error) return error.message.split('\n');
  }
  throw new Error('It was not refused.');
}

test('without options there is one section, at the root of its host', () => {
  for (const given of [[], [{}], [undefined]]) {
    expect(resolveSections(given)).toMatchObject([{ title: 'The Wire', base: '/', collection: 'stories' }]);
  }
});

test('a base is the same with a slash at its end and without', () => {
  expect(resolveSections([{ base: '/news/' }])).toMatchObject([{ base: '/news' }]);
});

test.each(['/news/../a', '/..', '/./news', '//news', '/news//old'])(
  'a base is no %s: no page could be written there',
  (base) => {
    expect(refusal(() => resolveSections([{ base }]))[1]).toMatch(/^- base: expected a path without/u);
  },
);

test.each(['/news', '/a/b/', '/.well-known', '/a..b', '/ä'])('a base may be %s', (base) => {
  expect(resolveSections([{ base }])).toHaveLength(1);
});

test('everything that is wrong is reported at once: which option, what was expected, what was received, and where to read more', () => {
  expect(
    refusal(() => resolveSections([{ title: 7, search: 'yes', base: 'news', lang: 'e', ogImages: null }])),
  ).toEqual([
    'Invalid options of wirecopy():',
    '- title: expected a string, received 7.',
    '- base: expected a path that begins with a slash, as "/news", received "news".',
    '- lang: expected a BCP 47 tag, as "fr" or "pt-BR", received "e".',
    '- search: expected true or false, received "yes".',
    '- ogImages: expected true, false, or the number of the newest stories with an image, received null.',
    'All options: https://www.npmjs.com/package/astro-wirecopy#options',
  ]);
  expect(refusal(() => resolveSections([{ ogImages: -1 }]))[1]).toBe(
    '- ogImages: expected a number, 0 or more, received -1.',
  );
  expect(refusal(() => resolveSections(['The Wire']))[1]).toBe(
    '- the options: expected an object, received "The Wire".',
  );
});

test('sections in a list are told how they are given, and a map or a list what stands in it', () => {
  expect(refusal(() => resolveSections([[{ base: '/news' }]]))[1]).toMatch(/one behind the other/u);
  const given: unknown = { dumps: '*.txt', furniture: 'TT', languages: 'ar', fields: ['heading'] };
  expect(refusal(() => Reflect.apply(dumpLoader, undefined, [given])).slice(1, 4)).toEqual([
    expect.stringContaining('- fields: expected names of fields, each with its name in your records'),
    '- furniture: expected a list of lines, as ["Share this"], received "TT".',
    '- languages: expected globs with a tag each, as { "dumps/ar/*.txt": "ar" }, received "ar".',
  ]);
});

test('an option that is nearly right is told what is wrong with it', () => {
  expect(refusal(() => resolveSections([{ base: '/my news' }])).slice(1, -1)).toEqual([
    '- base: expected a path without spaces, brackets, “?” and “#”, as "/news", received "/my news".',
  ]);
  expect(refusal(() => Reflect.apply(dumpLoader, undefined, ['dumps/*.txt']))[1]).toBe(
    '- the options: expected an object, as { dumps: "dumps/**/*.txt" }, received "dumps/*.txt".',
  );
});

test('a language without words is said to have none; one with words of a site, or of its own, is not', () => {
  expect(languageWarnings({ lang: 'pt-BR', strings: {} })[0]).toContain('“pt-BR”');
  expect(languageWarnings({ lang: 'pt-BR', strings: { pt: {} } })).toEqual([]);
  expect(languageWarnings({ lang: 'ar-EG', strings: {} })).toEqual([]);
});

test('a layout without a place for the page, or for its head, is told', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-layout-'));
  const layout = path.join(folder, 'Site.astro');
  const warnings = async (text: string) => {
    await writeFile(layout, text);
    return layoutWarnings({ layout });
  };
  expect(await warnings('<html><body>Mine</body></html>')).toEqual([
    expect.stringContaining('no <slot />'),
    expect.stringContaining('no <slot name="head" />'),
  ]);
  expect(await warnings('<html><head><slot name="head" /></head><body><slot/></body></html>')).toEqual([]);
  await rm(folder, { recursive: true });
});

test.each([
  [{ titel: 'News' }, 'titel: there is no such option. Did you mean “title”?'],
  [{ pages: { serach: false } }, 'pages.serach: there is no such option. Did you mean “search”?'],
  [
    { components: { Footer: './Footer.astro' } },
    'components.Footer: there is no such option. There are: ListPages, Notice, Photos, StoryBody, StoryDate, ' +
      'StoryList, Teaser, Trail.',
  ],
  [
    { strings: { 'pt-BR': { archiv: 'Arquivo' } } },
    'strings["pt-BR"].archiv: there is no such option. Did you mean “archive”?',
  ],
])(
  'an unknown name is reported with the one that was meant, or with those there are: %j',
  (options, line) => {
    expect(refusal(() => resolveSections([options]))[1]).toBe(`- ${line}`);
  },
);

test('what a terminal would obey does not reach it', () => {
  const [, line] = refusal(() => resolveSections([{ base: `\u001b[2J${'x'.repeat(500)}` }]));
  expect(line).toMatch(/^[ -~…]+$/u);
  expect(line?.length).toBeLessThan(200);
});

test('an error says which of several sections it is about', () => {
  expect(refusal(() => resolveSections([{ base: '/news' }, { base: 'cables' }]))[1]).toMatch(
    /^- section 2, base: /u,
  );
});

describe('dumpLoader()', () => {
  test('reports what is wrong in the same way', () => {
    const given: unknown = {
      dump: '*.txt',
      entries: 'no',
      encoding: 'windows-9999',
      languages: { 'ar/*': 'arabic' },
    };
    expect(refusal(() => Reflect.apply(dumpLoader, undefined, [given]))).toEqual([
      'Invalid options of dumpLoader():',
      '- dumps: expected a glob, as "dumps/**/*.txt", or a list of them, received nothing.',
      '- entries: expected true or false, received "no".',
      '- encoding: expected a label of https://encoding.spec.whatwg.org/#names-and-labels, as "windows-1256", ' +
        'received "windows-9999".',
      '- languages["ar/*"]: expected a BCP 47 tag, as "en", "ar", "pt-BR" or "zh-Hant", received "arabic".',
      '- dump: there is no such option. Did you mean “dumps”?',
      'All options: https://www.npmjs.com/package/astro-wirecopy#options',
    ]);
  });

  test.each([
    [{ fields: { titel: 'x' } }, 'fields.titel: there is no such option. There are: headline, dek, text, '],
    [{ fields: { headlin: 'x' } }, 'fields.headlin: there is no such option. Did you mean “headline”?'],
    [{ layouts: { storie: 'one' } }, 'layouts.storie: there is no such option. Did you mean “stories”?'],
  ])('names the options that there are, where one is within another: %j', (options, line) => {
    const given: unknown = { dumps: '*.txt', ...options };
    const told = refusal(() => Reflect.apply(dumpLoader, undefined, [given]));
    expect(told[1]).toContain(`- ${line}`);
  });

  test.each(['*.txt', ['a/*.txt', 'b/*.txt']])('takes a glob or several: %j', (dumps) => {
    expect(dumpLoader({ dumps }).name).toBe('astro-wirecopy');
  });
});

test('two sections that claim the same addresses are an error that says what to write', () => {
  const told =
    /claim the same addresses: one at \S+, one at \S+\. .*wirecopy\(\{ base: '\/news' \}, \{ base: /;
  for (const [one, other] of [
    ['/', '/'],
    ['/news', '/news/'],
    ['/', '/archive'],
    ['/news/places/norway', '/news'],
    ['/', '/search'],
  ]) {
    expect(() => resolveSections([{ base: one }, { base: other }]), `${one} ${other}`).toThrow(told);
  }
});

test('a section may stand below another where no page of that one is', () => {
  for (const bases of [
    ['/', '/news'],
    ['/news', '/newsroom'],
    ['/news', '/news/cables', '/archive'],
  ]) {
    expect(resolveSections(bases.map((base) => ({ base }))).map(({ base }) => base)).toEqual(bases);
  }
  const placeless = { base: '/', pages: { places: false } };
  expect(resolveSections([placeless, { base: '/places' }])).toHaveLength(2);
});
