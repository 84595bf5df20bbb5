// What a reader finds. Stories of one's own words; an index built and opened as on a site.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSearch, type Search, SearchError } from '../../../integration/search/client/index.ts';
import { build, host, ids, open, reader, type TestStory } from './archive.ts';

const HARBOUR: readonly TestStory[] = [
  {
    id: 'lamps',
    headline: 'Harbour lamps lit early',
    text: ['The keeper lit forty lamps before dusk.', 'Nobody in the U.S. consulate saw it.'],
    date: '2014-07-03',
    places: ['Egypt'],
    section: 'Ports',
    author: 'Mira Vell',
  },
  {
    id: 'ferry',
    headline: 'Ferry stops at noon',
    text: ['A ferry without lamps waited. The harbour was closed, and the keeper asleep.'],
    date: '2014-11-20',
    basis: 'photo',
    places: ['Egypt', 'Jordan'],
    section: 'Ports',
    author: 'Ode Rask',
  },
  {
    id: 'election',
    headline: 'Elections for the harbour board',
    text: ['Voters elected nine members. The lamp was off.'],
    date: '2015-01-09',
    places: ['Chad'],
    section: 'Politics',
  },
  { id: 'undated', headline: 'A letter without a day', text: ['The keeper wrote to the board.'] },
  {
    id: 'hasat',
    headline: 'Hasadına başlanan bağlar',
    text: ['Köyde üzüm hasadı erken başladı; hasat sürüyor.'],
    lang: 'tr',
    date: '2015-09-01',
    places: ['Turkey'],
  },
  {
    id: 'vendange',
    headline: 'Les vendanges commencées',
    text: ['On a commencé tôt.'],
    lang: 'fr',
    date: '2015-09-02',
  },
];

const found = async (text: string, options = {}, stories = HARBOUR) =>
  ids(await (await open(stories)).query(text, options));

describe('words', () => {
  test('are all in a story that is found', async () => {
    expect(await found('keeper ferry')).toEqual(['ferry']);
    expect(await found('keeper vendanges')).toEqual([]);
  });

  test('in the headline count more than in the text', async () => {
    expect(await found('"ferry"')).toEqual(['ferry']);
    const [first] = await found('"lamps"');
    expect(first).toBe('lamps');
  });

  test('that are nowhere find nothing, whatever begins alike', async () => {
    const results = await (await open(HARBOUR)).query('lampshade');
    expect(results.count).toBe(0);
    expect(results.words).toMatchObject([{ word: 'lampshade', foundBy: 'nothing' }]);
  });

  test('that are nowhere get a suggestion by their letters', async () => {
    const results = await (await open(HARBOUR)).query('harbuor');
    expect(results.count).toBe(0);
    expect(results.words).toMatchObject([{ foundBy: 'nothing', suggestion: 'harbour' }]);
    expect((await (await open(HARBOUR)).query('zzzz')).words[0]).not.toHaveProperty('suggestion');
  });

  test('that are numbers get no other number as a suggestion', async () => {
    const stories: TestStory[] = [{ id: 'a', headline: 'The fleet of 2014' }];
    expect((await (await open(stories)).query('2015')).words[0]).not.toHaveProperty('suggestion');
  });

  test('longer than terms of the index are shown by their beginning', async () => {
    const long = 'donaudampfschiff'.repeat(5);
    const stories: TestStory[] = [{ id: 'a', headline: `The ${long} sails` }];
    const results = await (await open(stories)).query('donaudampf');
    expect(await ids(results)).toEqual(['a']);
    expect(results.words).toMatchObject([{ foundBy: 'beginning', others: [`${long.slice(0, 56)}…`] }]);
    expect(await found(long, {}, stories)).toEqual(['a']);
  });

  test('that are nowhere, but begin others, find those and say so', async () => {
    const results = await (await open(HARBOUR)).query('asle');
    expect(await ids(results)).toEqual(['ferry']);
    expect(results.words).toMatchObject([{ foundBy: 'beginning', others: ['asleep'], hasMore: false }]);
  });

  test('of one or two letters begin nothing', async () => {
    expect(await found('ha')).toEqual([]);
  });

  test('find their other forms, below stories that have them as they are', async () => {
    const results = await (await open(HARBOUR)).query('lamps');
    expect(await ids(results)).toEqual(['lamps', 'ferry', 'election']);
    expect(results.words).toMatchObject([{ word: 'lamps', foundBy: 'itself', others: ['lamp'] }]);
    expect(await found('elect')).toEqual(['election']);
  });

  test('in quotes find no other forms', async () => {
    expect(await found('"lamp"')).toEqual(['election']);
  });

  test('find forms in stories of their own language alone', async () => {
    const stories: TestStory[] = [
      { id: 'en', headline: 'Two ports', lang: 'en' },
      { id: 'fr', headline: 'Deux portes', lang: 'fr' },
      { id: 'pl', headline: 'Portes ports', lang: 'pl' },
    ];
    expect(await found('port', {}, stories)).toEqual(['fr', 'en']);
    // In Polish stories, of which no forms are known, only as it is written.
    expect(await found('ports', {}, stories)).toEqual(['pl', 'en', 'fr']);
  });

  test('with accents and without find the same', async () => {
    expect(await found('commence')).toEqual(await found('commencé'));
    expect(await found('commencees')).toEqual(['vendange']);
  });

  test('in Turkish find Turkish stories alone', async () => {
    for (const word of ['hasadına', 'HASADINA', 'hasadina', 'Hasadina'])
      expect(await found(word)).toEqual(['hasat']);
  });

  test('beyond a number that nobody types are not looked for, and the results say so', async () => {
    const text = `lamps ${Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')}`;
    const results = await (await open([{ id: 'a', text: [text] }])).query(text);
    expect(results.count).toBe(1);
    expect(results.words.filter(({ foundBy }) => foundBy === 'ignored')).toHaveLength(9);
  });

  test('that are an acronym are found with full stops and without', async () => {
    expect(await found('U.S.')).toEqual(['lamps']);
    expect(await found('us')).toEqual(['lamps']);
    expect(await found('U.N.')).toEqual([]);
  });
});

describe('phrases', () => {
  test('are found where their words follow each other', async () => {
    expect(await found('"the keeper lit"')).toEqual(['lamps']);
    expect(await found('"keeper the"')).toEqual([]);
    expect(await found('“forty lamps”')).toEqual(['lamps']);
    expect(await found('"U.S. consulate"')).toEqual(['lamps']);
    expect(await found('"the U.S. consulate saw"')).toEqual(['lamps']);
  });

  test('do not span two paragraphs', async () => {
    expect(await found('"dusk nobody"')).toEqual([]);
  });

  test('are proved in sixty stories, and the count says that there may be more', async () => {
    const stories = Array.from({ length: 100 }, (_, at) => ({
      id: `s${String(at).padStart(3, '0')}`,
      headline: at < 5 ? 'The lamp went out' : 'Lamp the: went the out',
      date: '2020-01-01',
    }));
    const results = await (await open(stories)).query('"lamp went out"', { order: 'newest' });
    expect(results).toMatchObject({ count: 0, isAtLeast: true });
    expect(await ids(results)).toEqual(['s004', 's003', 's002', 's001', 's000']);
    expect(results).toMatchObject({ count: 5, isAtLeast: false });
  });
});

describe('scripts without spaces', () => {
  const stories: TestStory[] = [
    { id: 'a', headline: '叙利亚总统访问埃及', lang: 'zh' },
    { id: 'b', headline: '利亚诺夫，叙利。亚洲', lang: 'zh' },
    { id: 'c', headline: 'น้ำท่วมกรุงเทพ', lang: 'th' },
    { id: 'd', headline: 'กรุงเก่าเทพน้ำ', lang: 'th' },
    { id: 'e', headline: '서울에서 회의', lang: 'ko' },
  ];

  test('are found by any part, and by no other', async () => {
    expect(await found('叙利亚', {}, stories)).toEqual(['a']);
    expect(await found('叙利', {}, stories)).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await found('亚', {}, stories)).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await found('问', {}, stories)).toEqual(['a']);
    expect(await found('统访问埃', {}, stories)).toEqual(['a']);
    expect(await found('亚统', {}, stories)).toEqual([]);
    expect(await found('กรุงเทพ', {}, stories)).toEqual(['c']);
    expect(await found('เทพ', {}, stories)).toEqual(expect.arrayContaining(['c', 'd']));
    expect(await found('น้ำ', {}, stories)).toEqual(expect.arrayContaining(['c', 'd']));
    expect(await found('서울', {}, stories)).toEqual(['e']);
    expect(await found('회의', {}, stories)).toEqual(['e']);
  });
});

describe('filters', () => {
  test.each([
    [{ year: 2014 }, ['ferry', 'lamps']],
    [{ month: '2014-07' }, ['lamps']],
    [{ year: 2016 }, []],
    [{ place: 'egypt' }, ['ferry', 'lamps']],
    [{ place: 'egypt', year: 2014, section: 'ports', author: 'ode-rask' }, ['ferry']],
    [{ place: 'atlantis' }, []],
    [{ lang: 'tr' }, ['hasat']],
    [{ dated: 'stated' as const }, ['vendange', 'hasat', 'election', 'lamps']],
    [{ dated: 'around' as const }, ['ferry']],
    [{ dated: 'none' as const }, ['undated']],
  ])('alone list all stories that pass, newest first: %o', async (filters, expected) => {
    expect(await found('', filters)).toEqual(expected);
  });

  test('narrow what words find', async () => {
    expect(await found('keeper')).toHaveLength(3);
    expect(await found('keeper', { year: 2014, place: 'jordan' })).toEqual(['ferry']);
  });

  test('a story without a date is in no year', async () => {
    expect(await found('letter')).toEqual(['undated']);
    expect(await found('letter', { year: 2015 })).toEqual([]);
  });

  test('no words and no filter find nothing', async () => {
    expect(await found('')).toEqual([]);
    expect(await found(' ?! ')).toEqual([]);
  });
});

describe('facets', () => {
  test('count the stories found', async () => {
    const results = await (await open(HARBOUR)).query('keeper');
    expect(await results.facet('place')).toEqual([
      { value: 'egypt', label: 'Egypt', count: 2 },
      { value: 'jordan', label: 'Jordan', count: 1 },
    ]);
    expect(await results.facet('year')).toEqual([{ value: '2014', label: '2014', count: 2 }]);
    expect(await results.facet('month')).toMatchObject([{ value: '2014-07' }, { value: '2014-11' }]);
    expect(await results.facet('dated')).toMatchObject([
      { value: 'around', count: 1 },
      { value: 'none', count: 1 },
      { value: 'stated', count: 1 },
    ]);
    expect(await results.facet('author')).toMatchObject([{ label: 'Mira Vell' }, { label: 'Ode Rask' }]);
  });

  test('count what choosing another value would find', async () => {
    const results = await (await open(HARBOUR)).query('keeper', { place: 'jordan' });
    expect(results.count).toBe(1);
    expect(await results.facet('place')).toMatchObject([{ value: 'egypt', count: 2 }, { value: 'jordan' }]);
    expect(await results.facet('year')).toMatchObject([{ count: 1 }]);
  });
});

test('results come in the order asked for', async () => {
  expect(await found('keeper', { order: 'oldest' })).toEqual(['lamps', 'ferry', 'undated']);
  // The one without a date stands behind a story of 2015 in its dump.
  expect(await found('keeper', { order: 'newest' })).toEqual(['undated', 'ferry', 'lamps']);
});

test('a result is a card with the story’s address', async () => {
  const results = await (await open(HARBOUR)).query('noon');
  expect(await results.stories(0, 10)).toEqual([
    {
      id: 'ferry',
      url: '/stories/ferry/',
      headline: 'Ferry stops at noon',
      lang: 'en',
      date: '2014-11-20',
      basis: 'photo',
      places: ['Egypt', 'Jordan'],
    },
  ]);
});

describe('excerpts', () => {
  const marked = async (text: string, stories = HARBOUR, at = 0) => {
    const results = await (await open(stories)).query(text);
    const story = (await results.stories(at, at + 1))[0];
    const excerpt = story && (await results.excerpt(story));
    return excerpt?.parts.map((part) => (part.isMarked ? `[${part.text}]` : part.text)).join('');
  };

  test('mark what was searched for', async () => {
    expect(await marked('keeper dusk')).toBe('The [keeper] lit forty lamps before [dusk].');
    expect(await marked('hasadına')).toContain('[hasadı]');
    expect(await marked('U.S. consulate')).toBe('Nobody in the [U.S]. [consulate] saw it.');
  });

  test('mark words as they are written, whatever was typed', async () => {
    const stories = [
      { id: 'a', headline: 'x', text: ['Une élec\u00adtion à l’E\u0301lyse\u0301e, dit-on'], lang: 'fr' },
      { id: 'b', headline: 'x', text: ['قال إنّ والكِتاب هنا'], lang: 'ar' },
      { id: 'c', headline: 'x', text: ['𠮷叙利亚总统 ｶﾞｽ'], lang: 'zh' },
      { id: 'd', headline: 'x', text: ['เมื่อน\u0e4d\u0e49\u0e32ท่วม'], lang: 'th' },
    ];
    expect(await marked('elysee election', stories)).toBe(
      'Une [élec\u00adtion] à l’[E\u0301lyse\u0301e], dit-on',
    );
    expect(await marked('كتاب', stories)).toBe('قال إنّ [والكِتاب] هنا');
    expect(await marked('利亚总', stories)).toBe('𠮷叙[利亚总]统 ｶﾞｽ');
    expect(await marked('ガス', stories)).toBe('𠮷叙利亚总统 [ｶﾞｽ]');
    expect(await marked('น้ำ', stories)).toBe('เมื่อ[น\u0e4d\u0e49\u0e32]ท่วม');
  });

  test('begin with the text where hardly anything would be left out before them', async () => {
    const text = `The pilots of the harbor waited all the morning on the quay for their beacon ${'dolor '.repeat(60)}`;
    expect(await marked('beacon', [{ id: 'a', headline: 'x', text: [text], lang: 'en' }])).toMatch(
      /^The pilots/u,
    );
  });

  test('of a long text are short, and say where they are cut', async () => {
    const text = `${'lorem ipsum '.repeat(60)}beacon ${'dolor sit '.repeat(60)}`;
    const results = await (await open([{ id: 'a', text: [text] }])).query('beacon');
    const [story] = await results.stories(0, 1);
    const excerpt = story && (await results.excerpt(story));
    expect(excerpt).toMatchObject({ isCutBefore: true, isCutAfter: true });
    const whole = excerpt?.parts.map((part) => part.text).join('') ?? '';
    expect(whole.length).toBeLessThan(240);
    expect(whole).toMatch(/^\S.*beacon.*\S$/u);
    expect(text).toContain(whole);
  });
});

describe('what goes wrong', () => {
  const codeOf = async (asked: Promise<unknown>) => {
    const error = await asked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof SearchError ? error.code : error;
  };
  const openOn = async (change: (files: Map<string, Uint8Array>) => void): Promise<Search> => {
    const { files } = await build(HARBOUR);
    const search = await openSearch('/', { fetch: host(files), read: reader(HARBOUR) });
    change(files);
    return search;
  };
  const nameOf = (files: Map<string, Uint8Array>, part: string) =>
    [...files.keys()].find((name) => name.includes(part)) ?? '';

  test('an index that another replaced is gone', async () => {
    const search = await openOn((files) => files.clear());
    expect(await codeOf(search.query('lamp'))).toBe('gone');
    const { files } = await build(HARBOUR);
    expect(await codeOf(openSearch('/', { digest: '0123', fetch: host(files) }))).toBe('gone');
  });

  test('a file that was changed or cut is damaged', async () => {
    for (const part of ['terms-0', 'cards-0']) {
      const search = await openOn((files) => {
        const name = nameOf(files, part);
        files.set(name, (files.get(name) ?? new Uint8Array()).subarray(0, -3));
      });
      expect(await codeOf(search.query('lamp').then((results) => results.stories(0, 10)))).toBe('damaged');
    }
    const { files, digest } = await build(HARBOUR);
    files.set(`${digest}/manifest.bin`, Buffer.from('<!doctype html>'));
    expect(await codeOf(openSearch('/', { fetch: host(files) }))).toBe('damaged');
    files.set('latest.json', Buffer.from('<!doctype html>'));
    expect(await codeOf(openSearch('/', { fetch: host(files) }))).toBe('damaged');
  });

  test('what a cache kept only half of is asked for again, past the cache', async () => {
    const { files } = await build(HARBOUR);
    const whole = host(files);
    const search = await openSearch('/', {
      fetch: async (url, init) => {
        const response = await whole(url);
        if (init?.cache === 'reload' || !url.includes('terms')) return response;
        return new Response((await response.arrayBuffer()).slice(0, 20));
      },
      read: reader(HARBOUR),
    });
    expect(await ids(await search.query('noon'))).toEqual(['ferry']);
  });

  test('a host that does not answer is unreachable, and asked again at the next search', async () => {
    const { files } = await build(HARBOUR);
    const whole = host(files);
    let isDown = false;
    const search = await openSearch('/', {
      fetch: async (url) => {
        if (isDown) throw new TypeError('Failed to fetch');
        return whole(url);
      },
      read: reader(HARBOUR),
    });
    isDown = true;
    expect(await codeOf(search.query('noon'))).toBe('unreachable');
    isDown = false;
    expect(await ids(await search.query('noon'))).toEqual(['ferry']);
    const busy = openSearch('/', { fetch: async () => new Response('', { status: 503 }) });
    expect(await codeOf(busy)).toBe('unreachable');
  });
});

test('an index that was opened once is searched without the network', async () => {
  const { files } = await build(HARBOUR);
  const asked: string[] = [];
  const search = await openSearch('/', { fetch: host(files, asked), read: reader(HARBOUR) });
  await (await search.query('keeper lamps')).stories(0, 10);
  const before = asked.length;
  await (await search.query('keeper board')).stories(0, 10);
  expect(asked.length).toBe(before);
  expect(asked.every((url) => url.startsWith('/search/'))).toBe(true);
});

test('an empty index finds nothing', async () => {
  const search = await open([]);
  expect(search.size).toBe(0);
  expect((await search.query('lamp', { place: 'egypt' })).count).toBe(0);
});

test('letters of Hangul that join once they are composed are one, in quotes too', async () => {
  const search = await open([{ id: 'own', headline: 'x', text: ['\u1000\u326e\uffaa', '漢\uac00\u3133'] }]);
  expect(await ids(await search.query('"\u1000\uac09"'))).toEqual(['own']);
  expect(await ids(await search.query('"漢\uac03"'))).toEqual(['own']);
});

describe('any stories', { timeout: 60_000 }, () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'ab é-.\u00ad漢字かกขำ้เاليكة ـًَ‌0٣ßİı'), maxLength: 40 }),
  );
  const stories = fc.array(fc.tuple(text, fc.constantFrom('en', 'ar', 'tr', 'th', 'zh')), {
    minLength: 1,
    maxLength: 8,
  });
  const made = (texts: readonly [string, string][]) =>
    texts.map(([own, lang], at): TestStory => ({ id: `s${at}`, headline: 'x', text: [own], lang }));

  test('are found by each of their words', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (texts) => {
        const all = made(texts);
        const search = await open(all);
        for (const { id, text: [own = ''] = [] } of all) {
          // Unicode takes this vowel apart, which nobody types or reads so.
          const composed = own.normalize('NFKC').replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/gu, '$1\u0e33');
          for (const [word] of composed.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200c]*/gu)) {
            // Primes, half rings, the tatweel and the small letters of the Koran are letters to Unicode, and no word where
            // nothing else is there.
            if (/^[\u02b9-\u02bf\u0640\u06e5\u06e6\u00ad\u200c\p{M}]+$/u.test(word)) continue;
            const results = await search.query(`"${word}"`);
            expect(await ids(results), word).toContain(id);
          }
        }
      }),
    );
  });

  test('are not found by a word that no story has', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (texts) => {
        const search = await open(made(texts));
        for (const word of ['qwerty', 'кит', '鬱', 'ฬฬฬฬ', 'غظغظ']) {
          const results = await search.query(word);
          expect(results.count).toBe(0);
        }
      }),
    );
  });
});
