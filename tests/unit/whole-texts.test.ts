// Dumps in which a story is two lines: a headline, and all of its text.
import { describe, expect, test } from 'vitest';
import { readDump } from '../../integration/dump/index.ts';

const NAMES = ['ferry', 'quay', 'lamp', 'school', 'market', 'library', 'bridge', 'harvest', 'museum', 'tram'];
const SENTENCES = [
  'was closed for a week after the storm had torn a part of its roof off',
  'is to be rebuilt by the town, which has put the money for it aside',
  'has been the talk of the council since the first plan was shown in March',
  'will open again before the holidays, the head of the works said on Monday',
  'belongs to nobody, according to a paper that was found in the cellar',
  'cost more than anybody had thought when the first stone was laid',
  'has had no keeper since the last one left for the city across the bay',
  'is what visitors ask for first when they come in from the boats',
  'stood empty for years, and the paint has come off its doors and windows',
  'may be let to a family from the islands, if the neighbours agree to it',
  'was measured twice, and was found to be shorter than the map says',
];
const headlineOf = (name: string) => `Town council argues about the old ${name} again`;
const textOf = (name: string, end = '.') =>
  `${SENTENCES.map((sentence) => `The ${name} ${sentence}`).join('. ')}${end}`;
const dumpOf = (between: string, after: string) =>
  NAMES.map((name) => `${headlineOf(name)}${between}${textOf(name)}${after}`).join('');

describe('where a headline and its text stand in turn', () => {
  test.each([
    ['line below line', '\n', '\n'],
    ['with a blank line between any two', '\n\n', '\n\n'],
    ['with a blank line above each headline', '\n', '\n\n'],
  ])('each is a story: %s', (_, between, after) => {
    const { stories, messages } = readDump(Buffer.from(dumpOf(between, after)));
    expect(stories.map(({ headline }) => headline)).toEqual(NAMES.map(headlineOf));
    expect(stories.map(({ blocks }) => blocks)).toEqual(
      NAMES.map((name) => [{ type: 'paragraph', text: textOf(name) }]),
    );
    expect(messages.filter(({ code }) => code === 'doubtful')).toEqual([]);
  });

  test('a text that breaks off, and a headline that does, are what they are', () => {
    const dump = NAMES.map((name) => `${headlineOf(name)} and...\n${textOf(name, '')}\n`).join('');
    expect(readDump(Buffer.from(dump)).stories).toHaveLength(NAMES.length);
  });

  test.each([
    'The old school is argued about again.',
    'What is to become of the old school?',
    'Town council on the old school: “Tear it down.”',
  ])('what stands between two texts is a headline, however it ends: %s', (headline) => {
    const dump = dumpOf('\n', '\n').replace(headlineOf('school'), headline);
    const { stories } = readDump(Buffer.from(dump));
    expect(stories.map((story) => story.headline)).toEqual(
      NAMES.map((name) => (name === 'school' ? headline : headlineOf(name))),
    );
  });

  test('a text of a few words takes the next story with it, which is told', () => {
    const many = ['well', 'mill', 'tower', 'oven', 'pier', 'hall', 'dyke', 'barn', 'inn', 'forge'];
    const dump = [...NAMES, ...many]
      .map((name) => `${headlineOf(name)}\n${name === 'school' ? 'Nobody came' : textOf(name)}\n`)
      .join('');
    const { stories, messages } = readDump(Buffer.from(dump));
    expect(stories).toHaveLength(NAMES.length + many.length - 1);
    const [doubt] = messages.filter(({ code }) => code === 'doubtful');
    expect(doubt?.text).toContain('school');
  });
});

describe('one story is read', () => {
  const body = (lines: readonly string[]) => {
    const { stories } = readDump(Buffer.from(`A Walk Through the Harbour\n\n${lines.join('\n\n')}\n`));
    return stories.map(({ headline }) => headline);
  };

  test('where subheads stand above paragraphs', () => {
    const lines = NAMES.flatMap((name) => [`About the old ${name}`, textOf(name).slice(0, 350)]);
    expect(body(lines)).toEqual(['A Walk Through the Harbour']);
  });

  test('where questions stand above long answers', () => {
    const lines = NAMES.flatMap((name) => [`What is to become of the old ${name}?`, textOf(name)]);
    expect(body(lines)).toEqual(['A Walk Through the Harbour']);
  });
});

const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tu', 'sol', 'ber', 'nat'];
const wordOf = (at: number) => [at, at >> 3, at >> 6].map((part) => SYLLABLES[part % 8]).join('');
/** A line that reads like a headline, and paragraphs that say its words. */
function sectionOf(at: number, head = (text: string) => text): string {
  const [place, work] = [wordOf(at * 2), wordOf(at * 2 + 1)];
  const lines = SENTENCES.slice(0, 4).map(
    (sentence) => `The ${work} of ${place} ${sentence}, and the ${work} ${sentence}.`,
  );
  return [head(`Workers in ${place} finish the long ${work}`), ...lines].join('\n');
}

test('blank lines that stand above headlines alone part stories, whatever stands among the paragraphs', () => {
  const dump = NAMES.map((name, story) => {
    const sections = Array.from({ length: 8 }, (_, at) => sectionOf(story * 8 + at));
    return `${headlineOf(name)}\n${textOf(name)}\n${sections.join('\n')}\n\n`;
  }).join('');
  expect(readDump(Buffer.from(dump)).stories.map(({ headline }) => headline)).toEqual(NAMES.map(headlineOf));
});

test('below a plain headline, lines in stars begin no story', () => {
  const sections = (head?: (text: string) => string) =>
    Array.from({ length: 10 }, (_, at) => sectionOf(at, head)).join('\n');
  const dump = (head?: (text: string) => string) =>
    readDump(Buffer.from(`${sectionOf(11)}\n${sections(head)}\n`));
  expect(dump().stories).toHaveLength(11);
  for (const mark of ['*', '**', '_'])
    expect(dump((text) => `${mark}${text}${mark}`).stories.map(({ headline }) => headline)).toEqual([
      sectionOf(11).split('\n')[0],
    ]);
});

describe('where nothing but shape parts stories', () => {
  const SECTIONS = Array.from({ length: 12 }, (_, at) => sectionOf(at));
  const headlines = (sections: readonly string[]) =>
    readDump(Buffer.from(`${sections.join('\n')}\n`)).stories.map(({ headline }) => headline);
  const HEADLINES = SECTIONS.map((section) => section.split('\n')[0]);

  test('a headline that ends with initials begins one', () => {
    expect(headlines(SECTIONS)).toEqual(HEADLINES);
    const sections = SECTIONS.map((section, at) =>
      at === 5 ? section.replace('\n', ' in the U.S.\n') : section,
    );
    expect(headlines(sections)).toEqual(
      HEADLINES.map((each, at) => (at === 5 ? `${each} in the U.S.` : each)),
    );
  });

  test.each([
    ['a line that opens a quotation which goes on', '“Workers in the harbor finish what others begin'],
    ['a line of several sentences', 'Workers came in. Nobody asked them. They finish the long winter'],
  ])('%s begins none', (_, line) => {
    const sections = SECTIONS.map((section, at) => {
      if (at !== 5) return section;
      const other = sectionOf(40).split('\n').slice(1).join('\n');
      return `${section}\n${line}\n${other}`;
    });
    expect(headlines(sections)).toEqual(HEADLINES);
  });
});
