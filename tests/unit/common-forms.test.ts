// What all stories of a dump have in common, which is none of their words: what stands around their headlines, below their last
// paragraphs, and between blank lines.
import { describe, expect, test } from 'vitest';
import { readDump, readStoryText } from '../../integration/dump/index.ts';
import { body, doubtful, dump, type Head, headlinesOf, named, parted, THINGS } from './keepers.ts';
import { read } from './reading.ts';

const SECTIONS = ['Politics', 'Sport', 'Politics', 'World affairs', 'Sport', 'World affairs'];
const sectionOf = (number: number) => SECTIONS[number - 1] ?? '';
const plain: Head = (headline) => headline;
const withFoot = (foot: (number: number) => string[]) => dump(plain, '\n\n', foot);

describe('what stands around each headline', () => {
  const DRESSES: [string, Head][] = [
    ['a number in front', (headline, number) => `${number}. ${headline}`],
    ['a number in brackets', (headline, number) => `(${number}) ${headline}`],
    ['a bullet', (headline) => `• ${headline}`],
    ['marks on both sides', (headline) => `=== ${headline} ===`],
    ['stars, as in mail', (headline) => `**${headline}**`],
    ['quotation marks', (headline) => `"${headline}"`],
    ['the name of the paper', (headline) => `${headline} - Harbor Gazette`],
    ['a number and the name of the paper', (headline, number) => `${number}) ${headline} | Harbor Gazette`],
  ];

  test.each(DRESSES)('%s is no part of it', (_, head) => {
    expect(headlinesOf(parted(dump(head)))).toEqual(named);
  });

  test.each(DRESSES.filter(([name]) => !/stars|quotation/u.test(name)))(
    '%s parts stories where nothing else does',
    (_, head) => {
      expect(headlinesOf(dump(head))).toEqual(named);
    },
  );

  test.each<[string, Head]>([
    ['in brackets', (headline, number) => `[${sectionOf(number)}] ${headline}`],
    ['in capitals', (headline, number) => `${sectionOf(number).toUpperCase()}: ${headline}`],
  ])('the name of a section, %s, is kept as the section', (_, head) => {
    const { said } = read(parted(dump(head)));
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(said.map(({ section }) => section?.toLowerCase())).toEqual(
      SECTIONS.map((name) => name.toLowerCase()),
    );
  });

  test('stays where other headlines have none of it', () => {
    const text = parted(dump((headline, number) => (number === 3 ? `3. ${headline}` : headline)));
    expect(headlinesOf(text)).toContain(`3. ${named[2]}`);
  });

  test('stays where one word stands in front of all of three headlines: it is what they say', () => {
    const three = (headline: string, number: number) => `${number === 0 ? '' : 'Q&A: '}${headline}`;
    const text = parted(dump(three)).split('\n\n\n').slice(0, 3).join('\n\n\n');
    expect(headlinesOf(text)).toEqual(named.slice(0, 3).map((headline) => `Q&A: ${headline}`));
  });

  test('numbers of a list within stories begin none', () => {
    const listed = parted(dump((headline, number) => `${number}. ${headline}`)).replaceAll(
      'Two ladders and a merchant from the coast',
      '1. Two ladders and a merchant',
    );
    expect(headlinesOf(listed)).toEqual(named);
  });
});

describe('what stands below each story', () => {
  const FOOTERS: [string, (number: number) => string][] = [
    ['who holds the rights', () => '© 2024 Harbor Press. All rights reserved.'],
    ['an address', (number) => `https://harbor.example/${number}`],
    ['how many words it has', (number) => `(${100 + number} words)`],
    ['where to subscribe', () => 'The Harbor Gazette comes out on Fridays, at the usual kiosks.'],
  ];
  // A dump that ends with a story whose footer is known from those above.
  const footed = (foot: (number: number) => string) => {
    const more = withFoot((number) => [foot(number)]);
    return parted(
      `${more}\n\n${more.replaceAll('Keepers', 'Keepers').replaceAll(' keepers ask', ' keepers ask again')}`,
    );
  };

  test.each(FOOTERS)('%s is no paragraph, and leaves no doubt', (_, foot) => {
    const text = footed(foot).replaceAll(/\n\n(?=\p{L}+ keepers ask again)/gu, '\n\n\n');
    const { said } = read(text);
    expect(said).toHaveLength(2 * THINGS.length);
    expect(JSON.stringify(said)).not.toContain(foot(1));
    expect(doubtful(text)).toEqual([]);
  });

  test.each(FOOTERS.slice(0, 2))('%s parts stories where nothing else does', (_, foot) => {
    const text = withFoot((number) => [foot(number)]);
    expect(headlinesOf(text)).toEqual(named);
    expect(JSON.stringify(read(text).said)).not.toContain(foot(1));
  });

  test('a day parts stories where nothing else does, and dates the one above', () => {
    const { said } = read(withFoot((number) => [`${number} May 2024`]));
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(said.map(({ date }) => date)).toEqual(THINGS.map((_, at) => `2024-05-0${at + 1}`));
  });

  test('stays where stories are alike further up: they would have no text', () => {
    const alike = Array.from({ length: 8 }, (_, at) =>
      [`Ledger ${at} is opened again`, ...body('Quarry')].join('\n\n'),
    );
    const { said } = read(alike.join('\n\n\n'));
    expect(said).toHaveLength(8);
    expect(said.every(({ blocks }) => blocks.length === body('Quarry').length)).toBe(true);
  });
});

describe('who wrote each story, below it', () => {
  const WRITERS = ['Ann Lee', 'Mara Elliot', 'Rosa Linden', 'Ann Lee', 'Ivo Brandt', 'Mara Elliot'];
  const stories = ['', ' again'].flatMap((again) =>
    THINGS.map((thing, at) =>
      [`${thing} keepers ask the council${again}`, ...body(`${thing}${again}`), `— ${WRITERS[at]}`].join(
        '\n\n',
      ),
    ),
  );
  const text = stories.join('\n\n\n');

  test('is its byline where most stories have one there, and no paragraph', () => {
    const { said } = read(text);
    expect(said.map(({ byline }) => byline)).toEqual([...WRITERS, ...WRITERS]);
    expect(doubtful(text)).toEqual([]);
  });

  test('is in no text that is read again from the dump', () => {
    const bytes = Buffer.from(text);
    for (const story of readDump(bytes).stories) {
      const again = readStoryText(bytes.subarray(...story.bytes), story.body - story.bytes[0]);
      expect(again).toEqual({ blocks: story.blocks, digest: story.digest });
    }
  });

  test('is a paragraph where one story alone has a name there', () => {
    const others = stories.map((story, at) => (at === 3 ? story : story.replace(/\n\n— .*$/u, '')));
    expect(read(others.join('\n\n\n')).said[3]?.byline).toBeUndefined();
  });
});

describe('labels', () => {
  test('above headlines part stories where nothing else does, and name their sections', () => {
    const { said } = read(dump((headline, number) => `${sectionOf(number)}\n${headline}`));
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(said.map(({ section }) => section)).toEqual(SECTIONS);
  });

  test('may stand one below another: a paper, a day, a page', () => {
    const head: Head = (headline, number) =>
      `Harbor Gazette\n${number} May 2024\nPage A${number}\n\n${headline}`;
    const { said } = read(dump(head).replaceAll(/\n\n(?=Harbor Gazette)/gu, '\n\n\n'));
    expect(said.map(({ headline }) => headline)).toEqual(named);
    expect(said.map(({ date }) => date)).toEqual(THINGS.map((_, at) => `2024-05-0${at + 1}`));
    expect(said.map(({ section }) => section)).toEqual(THINGS.map(() => undefined));
  });
});

describe('blank lines above and below headlines alone', () => {
  const setOff = (headlines: readonly string[], texts: readonly string[][]) =>
    headlines.map((headline, at) => `${headline}\n\n${texts[at]?.join('\n')}`).join('\n\n');

  test('part stories, and what is not set off is a subhead', () => {
    expect(headlinesOf(setOff(named, THINGS.map(body)))).toEqual(named);
  });

  test('part no stories where all of the text is about the first headline', () => {
    const [headline = '', ...lines] = [named[0] ?? '', ...body('Quarry')];
    const subheads = lines.filter((_, at) => at % 3 === 1);
    const texts = [0, 1, 2].map((at) => lines.slice(at * 3 + 2, at * 3 + 4));
    const text = setOff([headline, ...subheads], [lines.slice(0, 1), ...texts]);
    expect(headlinesOf(text)[0]).toBe(headline);
    expect(headlinesOf(text).length).toBeLessThan(1 + subheads.length);
  });
});

test('who wrote a story, and when, may stand between its headline and its only paragraph', () => {
  const things = [...THINGS, 'Windmill', 'Sawpit', 'Boathouse'];
  const headlines = things.map((thing) => `${thing} keepers ask the council for answers`);
  const stories = things.flatMap((thing, at) => [
    headlines[at],
    `By Ann Lee, ${at + 1} May 2024`,
    `${body(thing).join(' ')} ${body(`old ${thing}`).join(' ')}`,
  ]);
  const { said } = read(stories.join('\n'));
  expect(said.map(({ headline }) => headline)).toEqual(headlines);
  expect(said.map(({ byline }) => byline)).toEqual(things.map(() => 'Ann Lee'));
});
