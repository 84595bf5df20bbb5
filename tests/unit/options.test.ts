// What wirecopy() and dumpLoader() are given: what they make of it, and what they say where that can't be.
import { describe, expect, test } from 'vitest';
import { dumpLoader } from '../../integration/loader.ts';
import { readSections } from '../../integration/options.ts';

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
    expect(readSections(given)).toMatchObject([{ title: 'The Wire', base: '/', collection: 'stories' }]);
  }
});

test('a base is the same with a slash at its end and without', () => {
  expect(readSections([{ base: '/news/' }])).toMatchObject([{ base: '/news' }]);
});

test('all that is wrong is told at once: which option, what it was given, what it takes, and where more is said', () => {
  expect(
    refusal(() => readSections([{ title: 7, search: 'yes', base: 'news', lang: 'e', cards: null }])),
  ).toEqual([
    "wirecopy() was given options that it can't use:",
    '- title is 7, and takes a text.',
    '- base is "news", and takes a path that begins with a slash, as "/news".',
    '- lang is "e", and takes a BCP 47 tag, as "fr" or "pt-BR".',
    '- search is "yes", and takes true, false, or the most stories that are to be indexed.',
    '- cards is null, and takes true or false.',
    'All of them: https://www.npmjs.com/package/astro-wirecopy#options',
  ]);
  expect(refusal(() => readSections(['The Wire']))[1]).toBe(
    '- what it was given is "The Wire", and takes an object.',
  );
});

test.each([
  [{ titel: 'News' }, 'titel: there is nothing of this name. Was “title” meant?'],
  [{ pages: { serach: false } }, 'pages.serach: there is nothing of this name. Was “search” meant?'],
  [
    { components: { Footer: './Footer.astro' } },
    'components.Footer: there is nothing of this name. There are: ListPages, Notice, Photos, StoryBody, StoryDate, ' +
      'StoryList, Teaser, Trail.',
  ],
  [
    { strings: { 'pt-BR': { archiv: 'Arquivo' } } },
    'strings["pt-BR"].archiv: there is nothing of this name. Was “archive” meant?',
  ],
])(
  'a name that there is not is told with the one that was meant, or with those there are: %j',
  (options, line) => {
    expect(refusal(() => readSections([options]))[1]).toBe(`- ${line}`);
  },
);

test('what a terminal would obey does not reach it', () => {
  const [, line] = refusal(() => readSections([{ search: `\u001b[2J${'x'.repeat(500)}` }]));
  expect(line).toMatch(/^[ -~…]+$/u);
  expect(line?.length).toBeLessThan(200);
});

test('an error says which of several sections it is about', () => {
  expect(refusal(() => readSections([{ base: '/news' }, { base: 'cables' }]))[1]).toMatch(
    /^- section 2, base is /u,
  );
});

describe('dumpLoader()', () => {
  test('tells what is wrong in the same way', () => {
    const given: unknown = {
      dump: '*.txt',
      entries: 'no',
      encoding: 'windows-9999',
      languages: { 'ar/*': 'arabic' },
    };
    expect(refusal(() => Reflect.apply(dumpLoader, undefined, [given]))).toEqual([
      "dumpLoader() was given options that it can't use:",
      '- dumps is missing, and takes a glob, as "dumps/**/*.txt", or a list of them.',
      '- entries is "no", and takes true or false.',
      '- encoding is "windows-9999", and takes a label of https://encoding.spec.whatwg.org/#names-and-labels, as ' +
        '"windows-1256".',
      '- languages["ar/*"] is "arabic", and takes a BCP 47 tag, as "en", "ar", "pt-BR" or "zh-Hant".',
      '- dump: there is nothing of this name. Was “dumps” meant?',
      'All of them: https://www.npmjs.com/package/astro-wirecopy#options',
    ]);
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
    ['/', '/pagefind'],
  ]) {
    expect(() => readSections([{ base: one }, { base: other }]), `${one} ${other}`).toThrow(told);
  }
});

test('a section may stand below another where no page of that one is', () => {
  for (const bases of [
    ['/', '/news'],
    ['/news', '/newsroom'],
    ['/news', '/news/cables', '/archive'],
  ]) {
    expect(readSections(bases.map((base) => ({ base }))).map(({ base }) => base)).toEqual(bases);
  }
  const placeless = { base: '/', pages: { places: false } };
  expect(readSections([placeless, { base: '/places' }])).toHaveLength(2);
});
