// What marks each story of a dump in one form: a day, an address, a rule below the headline, a line that closes it, a label above
// it. Subheads stand as far from their paragraphs as headlines do.
import { describe, expect, test } from 'vitest';
import { readDump, readStoryText } from '../../integration/dump/index.ts';
import { body, doubtful, dump, type Head, headlinesOf, named, parted, THINGS } from './keepers.ts';
import { read } from './reading.ts';

/** The day of each. */
const days = THINGS.map((_, at) => `2024-05-0${at + 1}`);

describe('a day written in one form', () => {
  const HEADS: [string, Head, string][] = [
    ['below a byline', (headline, day) => `${headline}\nBy Ann Lee\n${day} May 2024`, '\n\n'],
    ['beside a byline', (headline, day) => `${headline}\nBy Ann Lee, ${day} May 2024`, '\n\n'],
    ['above the headline', (headline, day) => `${day} May 2024\n${headline}`, '\n\n'],
    ['where there is no blank line', (headline, day) => `${headline}\n${day}.5.2024`, '\n'],
  ];

  test.each(HEADS)('%s parts the stories, and what has none is a subhead', (_, head, between) => {
    const { said } = read(dump(head, between));
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(said.map(({ date }) => date)).toEqual(days);
  });

  test('leaves no doubt of a story in which short lines stand between paragraphs', () => {
    expect(doubtful(parted(dump((headline, day) => `${headline}\nBy Ann Lee\n${day} May 2024`)))).toEqual([]);
  });

  test('is not asked for where days are written in several forms', () => {
    const text = dump((headline, day) => `${headline}\n${day % 2 ? `${day} May 2024` : `May ${day}, 2024`}`);
    expect(headlinesOf(text)).toEqual(expect.arrayContaining(named));
  });

  test('at the foot of each story dates it, and is no paragraph', () => {
    const text = parted(
      dump(
        (headline) => headline,
        '\n\n',
        (day) => [`${day} May 2024`],
      ),
    );
    const { said } = read(text);
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(said.map(({ date }) => date)).toEqual(days);
    expect(JSON.stringify(said)).not.toContain('May 2024');
    expect(doubtful(text)).toEqual([]);
  });
});

test('a day at the foot is in no text that is read again from the dump', () => {
  const bytes = Buffer.from(
    parted(
      dump(
        (headline) => headline,
        '\n\n',
        (day) => [`${day} May 2024`],
      ),
    ),
  );
  const { stories } = readDump(bytes);
  expect(stories).toHaveLength(THINGS.length);
  for (const story of stories) {
    const again = readStoryText(bytes.subarray(...story.bytes), story.body - story.bytes[0]);
    expect(again).toEqual({ blocks: story.blocks, digest: story.digest });
  }
});

describe('a day within each headline', () => {
  const HEADS: [string, Head][] = [
    ['in front, behind it a dash', (headline, day) => `${day} May 2024 - ${headline}`],
    ['in front, in brackets', (headline, day) => `[2024-05-0${day}] ${headline}`],
    ['in front, in digits', (headline, day) => `2024-05-0${day} ${headline}`],
    ['in brackets at the end', (headline, day) => `${headline} (May ${day}, 2024)`],
    ['behind a dash at the end', (headline, day) => `${headline} – May ${day}, 2024`],
  ];

  test.each(HEADS)('%s dates the story, and is no part of the headline', (_, head) => {
    const { said } = read(parted(dump(head)));
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(said.map(({ date }) => date)).toEqual(days);
  });

  test.each(HEADS)('%s parts stories where nothing else does', (_, head) => {
    expect(headlinesOf(dump(head))).toEqual(named);
  });

  test('stays where the other headlines have none', () => {
    const text = dump((headline, number) => (number === 3 ? `3 May 2024: ${headline}` : headline));
    expect(headlinesOf(parted(text))).toEqual(
      named.map((headline, at) => (at === 2 ? `3 May 2024: ${headline}` : headline)),
    );
  });
});

describe('the address of each story', () => {
  const address = (number: number) => `https://harbor.example/news/2024/${number}-keepers-ask-the-council`;

  test.each<[string, Head]>([
    ['above its headline', (headline, number) => `${address(number)}\n\n${headline}`],
    ['below its headline', (headline, number) => `${headline}\n${address(number)}`],
  ])('%s parts the stories, and is in no text', (_, head) => {
    const { said } = read(dump(head));
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(JSON.stringify(said)).not.toContain('harbor.example');
  });

  test('below its headline leaves no doubt where gaps part the stories', () => {
    const text = parted(dump((headline, number) => `${headline}\n${address(number)}`));
    expect(headlinesOf(text)).toEqual(named);
    expect(doubtful(text)).toEqual([]);
  });
});

test('a rule below each headline, as long as it is, parts the stories', () => {
  expect(headlinesOf(dump((headline) => `${headline}\n${'='.repeat(headline.length)}`))).toEqual(named);
});

test.each(['\n\f\n', '\n\f'])('a new page, %j, parts the stories', (feed) => {
  const stories = dump((headline) => headline).replaceAll(/\n\n(?=\p{L}+ keepers ask)/gu, feed);
  expect(headlinesOf(stories)).toEqual(named);
});

test('headlines in capitals part the stories, where subheads are not', () => {
  const shouted = named.map((headline) => headline.toUpperCase());
  expect(headlinesOf(dump((headline) => headline.toUpperCase()))).toEqual(shouted);
});

test('subheads in capitals begin no story where one headline alone is in capitals', () => {
  const text = dump((headline, number) => (number === 1 ? headline.toUpperCase() : headline)).replaceAll(
    'Two ladders and a merchant from the coast',
    'TWO LADDERS AND A MERCHANT',
  );
  const found = headlinesOf(text);
  expect(found).toEqual(expect.arrayContaining(named.slice(1)));
  expect(found).not.toContain('TWO LADDERS AND A MERCHANT');
});

test.each(['END', 'ENDS', '-30-', '— 30 —', '(End)'])(
  '%s below each story parts them, and is in no text',
  (mark) => {
    const { said } = read(
      dump(
        (headline) => headline,
        '\n\n',
        () => [mark],
      ),
    );
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(JSON.stringify(said)).not.toContain(mark);
  },
);

test('two stories, each with its end mark, are two', () => {
  const [one = '', two = ''] = named;
  const stories = [one, ...body('Quarry'), 'END', two, ...body('Borehole'), 'END'];
  expect(headlinesOf(stories.join('\n\n'))).toEqual([one, two]);
});

describe('a label above each headline', () => {
  const SECTIONS = ['POLITICS', 'Sport', 'POLITICS', 'World affairs', 'Sport', 'World affairs'];

  test.each<[string, (number: number) => string]>([
    ['that names its section', (number) => SECTIONS[number - 1] ?? ''],
    ['that counts the stories', (number) => `Story ${number}`],
  ])('%s is no headline, and is told once', (_, label) => {
    const text = parted(dump((headline, number) => `${label(number)}\n${headline}`));
    const { said, messages } = read(text);
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(messages.filter(({ code }) => code === 'masthead')).toHaveLength(1);
  });

  test('that counts is known for every number, though the dump’s opening has few of them', () => {
    const stories = Array.from({ length: 400 }, (_, at) =>
      [
        `Item ${at + 1}\nHarbor ledger number ${at} is opened again`,
        ...body(`${THINGS[at % THINGS.length]} ${at}`),
      ].join('\n\n'),
    );
    const { said } = read(stories.join('\n\n\n'));
    expect(said).toHaveLength(400);
    expect(said.filter(({ headline }) => !headline.startsWith('Harbor ledger number'))).toEqual([]);
  });

  test('is a headline where hardly one stands twice', () => {
    const deks = dump((headline, number) => `${THINGS[number - 1]} ${'abcdef'.charAt(number)}\n${headline}`);
    expect(headlinesOf(parted(deks))).not.toEqual(named);
  });
});
