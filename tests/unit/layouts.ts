// Stories at random, and every layout they are found in: each layout writes stories as the lines of a dump and says
// of each line what it is, so that a test knows the right answer without asking the reader.

import fc from 'fast-check';
import type { Block, Dateline, LineClass, Photo } from '../../integration/dump/types.ts';

/** A line of a dump and what it is. */
export type Line = readonly [is: LineClass, text: string];

/** A story as an editor would write it down; the texts are as they stand in the dump. */
export interface Copy {
  headline: string;
  dek: string;
  author: string;
  /** A line of its own after the head, and the name it gives. */
  byline?: { line: string; name: string };
  dateline?: Dateline;
  photos: { line: string; photo: Photo }[];
  /** A day that a page states, as two sites would write it. */
  stated: { day: string; updated: string; posted: string };
  section: string;
  blocks: Block[];
}

/** What must come back of a story: which of its parts a layout has room for differs. */
export interface Told {
  headline: string;
  dek?: string;
  byline?: string;
  section?: string;
  dateline?: Dateline;
  photos: Photo[];
  date?: string;
  dateBasis?: 'stated' | 'photo';
  blocks: Block[];
}

export interface Layout {
  name: string;
  write(stories: readonly Copy[]): Line[];
  tell(story: Copy): Told;
}

const BLANK: Line = ['blank', ''];
const TT: Line = ['furniture', 'TT'];

function body(blocks: readonly Block[]): Line[] {
  return blocks
    .flatMap((block): Line[] => {
      if (block.type === 'paragraph') return [['paragraph', block.text]];
      if (block.type === 'subhead') return [['subhead', `– ${block.text}`]];
      return block.items.map((item): Line => ['list', `• ${item}`]);
    })
    .flatMap((line) => [BLANK, line]);
}

/** The captions of a head's half: in the first half the first copy of each is the caption. */
function figures({ photos }: Copy, copies: readonly LineClass[]): Line[] {
  return photos.flatMap(({ line }) => copies.map((is): Line => [is, line]));
}

const spaced = (lines: readonly Line[]): Line[] => (lines.length > 0 ? [BLANK, ...lines] : []);

const byline = (story: Copy): Line[] => (story.byline ? [BLANK, ['byline', story.byline.line]] : []);

/** Newest photo that is no file photo: ISO days sort as text. */
function datedByPhoto(photos: readonly Photo[]): Pick<Told, 'date' | 'dateBasis'> {
  const date = photos
    .flatMap((photo) => (photo.date && !photo.file ? [photo.date] : []))
    .sort()
    .at(-1);
  return date ? { date, dateBasis: 'photo' } : {};
}

const withoutPhotos = (story: Copy): Copy => ({ ...story, photos: [] });

function tell(story: Copy, parts: { dek?: boolean; byline?: boolean } = {}): Told {
  const photos = story.photos.map(({ photo }) => photo);
  return {
    headline: story.headline,
    ...(parts.dek ? { dek: story.dek } : {}),
    ...(parts.byline && story.byline ? { byline: story.byline.name } : {}),
    ...(story.dateline ? { dateline: story.dateline } : {}),
    photos,
    ...datedByPhoto(photos),
    blocks: story.blocks,
  };
}

function apart(stories: readonly Line[][], blanks: number): Line[] {
  return stories.flatMap((story, index) =>
    index === 0 ? story : [...Array.from({ length: blanks }, () => BLANK), ...story],
  );
}

function seedStory(story: Copy, { dek = false, tt = true, twice = true } = {}): Line[] {
  const copies = twice ? 2 : 1;
  return [
    ['headline', story.headline],
    ...(dek ? spaced([['dek', story.dek]]) : []),
    BLANK,
    ...figures(story, (['caption', 'echo'] as const).slice(0, copies)),
    ...(tt ? [TT, BLANK] : story.photos.length > 0 ? [BLANK] : []),
    ['echo', story.headline],
    ...spaced(figures(story, (['echo', 'echo'] as const).slice(0, copies))),
    ...byline(story),
    ...body(story.blocks),
  ];
}

const seed = (stories: readonly Copy[]): Line[] =>
  apart(
    stories.map((story) => seedStory(story)),
    3,
  );

function squeeze(lines: readonly Line[], blanks: 0 | 1): Line[] {
  return lines.filter(([is], index) => is !== 'blank' || (blanks === 1 && lines[index + 1]?.[0] !== 'blank'));
}

const headAndByline = (story: Copy): Told => tell(story, { byline: true });

export const LAYOUTS: readonly Layout[] = [
  { name: 'seed', write: seed, tell: headAndByline },
  {
    name: 'no photo',
    write: (stories) => seed(stories.map(withoutPhotos)),
    tell: (story) => headAndByline(withoutPhotos(story)),
  },
  {
    name: 'no TT',
    write: (stories) =>
      apart(
        stories.map((story) => seedStory(story, { tt: false })),
        3,
      ),
    tell: headAndByline,
  },
  {
    name: 'caption once before TT and once after',
    write: (stories) =>
      apart(
        stories.map((story) => seedStory(story, { twice: false })),
        3,
      ),
    tell: headAndByline,
  },
  {
    name: 'dek',
    write: (stories) =>
      apart(
        stories.map((story) => seedStory(story, { dek: true })),
        3,
      ),
    tell: (story) => tell(story, { dek: true, byline: true }),
  },
  {
    name: 'blank runs collapsed to one',
    write: (stories) => squeeze(seed(stories), 1),
    tell: headAndByline,
  },
  {
    name: 'a section above every headline',
    write: (stories) =>
      apart(
        stories.map((story, at): Line[] => [
          ['furniture', `${story.section} ${at}`],
          BLANK,
          ...seedStory(story),
        ]),
        3,
      ),
    tell: headAndByline,
  },
  { name: 'no blank lines', write: (stories) => squeeze(seed(stories), 0), tell: headAndByline },
  {
    name: 'plain',
    write: (stories) =>
      apart(
        stories.map((story): Line[] => [['headline', story.headline], ...body(story.blocks)]),
        2,
      ),
    tell: (story) => tell(withoutPhotos(story)),
  },
  {
    name: 'blog',
    write: (stories) =>
      apart(
        stories.map((story): Line[] => [
          ['headline', story.headline],
          BLANK,
          ['byline', `by ${story.author} | ${story.stated.posted} | ${story.section}`],
          ...body(story.blocks),
        ]),
        3,
      ),
    tell: (story) => ({
      ...tell(withoutPhotos(story)),
      byline: story.author,
      section: story.section,
      date: story.stated.day,
      dateBasis: 'stated',
    }),
  },
  {
    name: 'sister paper',
    write: (stories) =>
      apart(
        stories.map((story): Line[] => [
          ['headline', story.headline],
          BLANK,
          ...figures(story, ['caption', 'echo']),
          ['furniture', 'Short Url'],
          BLANK,
          ['furniture', `Updated ${story.stated.updated}`],
          BLANK,
          ['echo', story.headline],
          BLANK,
          ['echo', story.headline],
          ...body(story.blocks),
        ]),
        3,
      ),
    tell: (story) => ({ ...tell(story), date: story.stated.day, dateBasis: 'stated' }),
  },
  {
    name: 'masthead, and the site’s name behind every headline',
    write: (stories) =>
      apart(
        stories.map((story): Line[] => [
          ['furniture', 'Estuary News Opinion | The Beacon'],
          BLANK,
          ['furniture', 'Select Page'],
          BLANK,
          ['headline', `${story.headline} - THE BEACON English Archive`],
          ...seedStory(story).slice(1),
        ]),
        3,
      ),
    tell: headAndByline,
  },
];

export const textOf = (lines: readonly Line[]): string => lines.map(([, text]) => text).join('\n');

// Words in several scripts: none of them a month, a country or a byline's first word.
const VOCABULARIES = [
  'harbor lantern orchard ferry granite ledger violin meadow copper pilot kettle weaver summit tunnel barley compass'.split(
    ' ',
  ),
  'ميناء سوق جسر قطار مكتبة مزرعة نهر سفينة مدرسة متحف بستان قرية طاحونة فنار قافلة حديقة'.split(' '),
  'kayık çarşı köprü değirmen ışık yağmur iskele bahçe üzüm şarkı ağaç öğretmen zeytin kütüphane ıhlamur çeşme'.split(
    ' ',
  ),
  'péniche marché écluse vignoble forêt hôpital théâtre clocher brûlerie œuvre chaîne prés verger moulin quai phare'.split(
    ' ',
  ),
  'کتاب باران پنجره قایق زعفران کوچه آینه چراغ نیزار کلاه ستاره گندم چشمه پرنده گلدان پیاله'.split(' '),
] as const;

interface Tongue {
  words(min: number, max: number): fc.Arbitrary<string>;
}

function langAttrs(vocabulary: readonly string[]): Tongue {
  return {
    words: (minLength, maxLength) =>
      fc.array(fc.constantFrom(...vocabulary), { minLength, maxLength }).map((words) => {
        const [first = '', ...rest] = words;
        return [first.charAt(0).toLocaleUpperCase() + first.slice(1), ...rest].join(' ');
      }),
  };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const calendarDay = fc
  .record({
    year: fc.integer({ min: 2009, max: 2029 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => {
    const two = (number: number) => String(number).padStart(2, '0');
    const name = MONTHS[month - 1] ?? '';
    return {
      day: `${year}-${two(month)}-${two(date)}`,
      american: `${name} ${date}, ${year}`,
      updated: `${two(date)} ${name} ${year}`,
      posted: `${name.slice(0, 3)} ${date}, ${year}`,
    };
  });

const CREDITS = [
  'Reuters',
  'SPA',
  'Asharq Al-Awsat',
  'REUTERS/Petra Lindgaard',
  'رويترز',
  'أ.ف.ب',
  'Harbor Board/Handout via Reuters',
] as const;

const photo = ({ words }: Tongue): fc.Arbitrary<Copy['photos'][number]> =>
  fc
    .record({
      scene: words(5, 14),
      taken: fc.option(calendarDay, { nil: undefined }),
      credit: fc.constantFrom(...CREDITS),
      file: fc.boolean(),
    })
    .map(({ scene, taken, credit: agency, file }) => {
      const caption = `${scene}${taken ? `, ${taken.american}` : ''}.`;
      const credit = file ? `File/${agency}` : agency;
      return {
        line: `${caption} (${credit})`,
        photo: { caption, credit, ...(taken ? { date: taken.day } : {}), ...(file ? { file: true } : {}) },
      };
    });

const DATELINES: readonly { opens: string; dateline: Dateline }[] = [
  { opens: 'PORTO VELMAR: ', dateline: { place: 'PORTO VELMAR' } },
  { opens: 'BEIRUT, Lebanon: ', dateline: { place: 'BEIRUT, Lebanon' } },
  { opens: 'LONDON (Reuters) - ', dateline: { place: 'LONDON', agency: 'Reuters' } },
  { opens: 'SINGAPORE, (AP) – ', dateline: { place: 'SINGAPORE', agency: 'AP' } },
];

const NAMES = ['Marta Eskelund', 'Samir Wahba', 'Ilse Maartens'] as const;

const copyIn = (language: Tongue): fc.Arbitrary<Copy> => {
  const sentence = language.words(14, 60).map((words) => `${words}.`);
  const short = language.words(2, 6).map((words) => `${words}.`);
  const piece: fc.Arbitrary<Block> = fc.oneof(
    { weight: 1, arbitrary: short.map((text): Block => ({ type: 'paragraph', text })) },
    { weight: 6, arbitrary: sentence.map((text): Block => ({ type: 'paragraph', text })) },
    { weight: 1, arbitrary: language.words(2, 5).map((text): Block => ({ type: 'subhead', text })) },
    {
      weight: 1,
      arbitrary: fc
        .array(language.words(4, 9), { minLength: 1, maxLength: 4 })
        .map((items): Block => ({ type: 'list', items })),
    },
  );
  return fc
    .record({
      headline: fc
        .tuple(
          fc.constantFrom('', '“', 'Q&A: ', '2030: '),
          language.words(4, 11),
          fc.constantFrom('', '?', '…', '!', '.', '...', ':'),
        )
        .map(([before, words, after]) => `${before}${words}${before === '“' ? '”' : ''}${after}`),
      dek: language.words(8, 16),
      author: fc.constantFrom(...NAMES),
      signed: fc.boolean(),
      opening: fc.option(fc.constantFrom(...DATELINES), { nil: undefined }),
      photos: fc.array(photo(language), { maxLength: 3 }),
      stated: calendarDay,
      section: fc.constantFrom('Opinion', 'Culture', 'Society'),
      lede: sentence,
      rest: fc.array(piece, { minLength: 1, maxLength: 7 }),
      close: sentence,
    })
    .map(({ signed, opening, lede, rest, close, ...copy }): Copy => {
      const first: Block = { type: 'paragraph', text: `${opening?.opens ?? ''}${lede}` };
      const last: Block = { type: 'paragraph', text: close };
      return {
        ...copy,
        ...(signed ? { byline: { line: `By ${copy.author}`, name: copy.author } } : {}),
        ...(opening ? { dateline: opening.dateline } : {}),
        blocks: [first, ...settle(rest), last],
      };
    });
};

/** Lists that stand next to each other are one list, and a subhead heads a paragraph, as an editor would have it. */
function settle(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  for (const block of blocks) {
    const before = settled.at(-1);
    if (block.type === 'list' && before?.type === 'list') before.items = [...before.items, ...block.items];
    else if (block.type === 'paragraph' || before?.type !== 'subhead') settled.push({ ...block });
  }
  return settled;
}

/** A word that stands nowhere else: no two lines of a dump are alike but its echoes. */
function* rareWords(): Generator<string, never> {
  for (let index = 0; ; index++) {
    const letters = 'bcdfghjklm';
    yield `x${[...String(index)].map((digit) => letters[Number(digit)] ?? '').join('')}`;
  }
}

/** The text with one more word, ahead of what closes it. */
const lengthen = (text: string, word: string): string => text.replace(/([.:?!…”]*)$/, ` ${word}$1`);

function distinct(stories: readonly Copy[]): Copy[] {
  const rare = rareWords();
  const mark = (text: string): string => lengthen(text, rare.next().value);
  return stories.map((story) => ({
    ...story,
    headline: mark(story.headline),
    dek: mark(story.dek),
    photos: story.photos.map(({ line, photo }) => {
      const { value } = rare.next();
      const caption = `${value.toUpperCase()} ${photo.caption}`;
      return { line: line.replace(photo.caption, caption), photo: { ...photo, caption } };
    }),
    blocks: story.blocks.map(
      (block): Block =>
        block.type === 'list'
          ? { type: 'list', items: block.items.map(mark) }
          : { type: block.type, text: mark(block.text) },
    ),
  }));
}

/** Some stories, each in one language. Refrains have fixtures of their own: here no line stands twice by itself. */
export const copies: fc.Arbitrary<Copy[]> = fc
  .array(fc.oneof(...VOCABULARIES.map((vocabulary) => copyIn(langAttrs(vocabulary)))), {
    minLength: 2,
    maxLength: 6,
  })
  .map(distinct);
