// Lines that have misled readers of page text: what each is, and what it is not.
import { describe, expect, test } from 'vitest';
import { readDump } from '../../integration/dump/index.ts';
import { countLines, sum } from './reading.ts';

const HARBOR = 'Harbor pilots trade their launches for a cable car';
const ORCHARD = 'Orchard growers count the apples that a late frost took';
const harbor = (day: number) =>
  `The harbor board of Porto Velmar said on day ${day} that its pilots had boarded another tanker by cable car.`;
const orchard = (count: number) =>
  `Growers of the Halden valley counted ${count} apples on Monday, and a frost took half of the blossom of May.`;
const WIDE = '\n\n\n\n';

function read(text: string) {
  const { stories, ledger, lines } = readDump(text);
  expect(sum(ledger)).toBe(lines);
  expect(lines).toBe(countLines(text));
  return stories.map(({ headline, byline, blocks }) => ({
    headline,
    ...(byline && { byline }),
    body: blocks.map((block) => (block.type === 'paragraph' ? block.text : block)),
  }));
}

test('a headline that ends in a full stop or a colon, above a short first paragraph', () => {
  const text = [
    [`${HARBOR}.`, 'Nobody fell.', harbor(1), harbor(2)].join('\n\n'),
    [`${ORCHARD}:`, 'It was cold.', orchard(1), orchard(2)].join('\n\n'),
  ].join(WIDE);
  expect(read(text).map(({ headline }) => headline)).toEqual([`${HARBOR}.`, `${ORCHARD}:`]);
});

test('lines that only look blank widen no gap', () => {
  const text = `${[HARBOR, harbor(1), '\u00a0', '\u200b', '\u00a0', harbor(2)].join('\n')}${WIDE}${[ORCHARD, orchard(1), orchard(2)].join('\n')}`;
  expect(read(text).map(({ body }) => body.length)).toEqual([2, 2]);
});

test('blank lines between no-break spaces are as many as stand in a row', () => {
  const parts = [harbor(1), '\u00a0', '\u200b', harbor(2)].join('\n\n');
  const text = `${[HARBOR, parts].join('\n\n')}${WIDE}${[ORCHARD, orchard(1), orchard(2)].join('\n\n')}`;
  expect(read(text).map(({ body }) => body.length)).toEqual([2, 2]);
  // Where nothing else is blank, they are all there is.
  const only = text.replaceAll(/\n(?=\n)/gu, '\n\u00a0');
  expect(read(only).map(({ body }) => body.length)).toEqual([2, 2]);
});

test.each([
  'https://harbor.example/pilots',
  'from Harbor Gazette https://harbor.example/pilots',
  'Read more:',
])('%s at a story’s foot, below a gap, is no headline', (foot) => {
  const text = [
    [HARBOR, harbor(1), harbor(2)].join('\n\n'),
    foot,
    [ORCHARD, orchard(1), orchard(2)].join('\n\n'),
  ].join(WIDE);
  expect(read(text).map(({ headline }) => headline)).toEqual([HARBOR, ORCHARD]);
});

test('a gallery inside a page’s body is captions, and the body goes on', () => {
  const caption = 'The first cable car leaves the pilots’ house. (Reuters)';
  const text = [
    ...[HARBOR, 'By Mara Elliot', '19 November 2019 18:54', 'Share', harbor(1), harbor(2)],
    ...[caption, caption, 'Photo: Rosa Linden', 'Image 1 of', '4', HARBOR, harbor(3), harbor(4)],
  ].join('\n\n');
  expect(read(text)).toEqual([
    { headline: HARBOR, byline: 'Mara Elliot', body: [harbor(1), harbor(2), harbor(3), harbor(4)] },
  ]);
});

test('who said what online, below a quotation, is a paragraph', () => {
  const said = '— Harbor Board (@harborboard) November 18, 2019';
  const body = [harbor(1), '“We are on our way up,” the board wrote.', said, harbor(2)];
  expect(read([HARBOR, ...body].join('\n\n'))).toEqual([{ headline: HARBOR, body }]);
});

test('a bare number is no dek', () => {
  const [story] = readDump(
    [HARBOR, 'By Mara Elliot', '17', 'Share', harbor(1), harbor(2)].join('\n\n'),
  ).stories;
  expect(story?.dek).toBeUndefined();
});

test('a line that stands twice in one story is of it; a list of headlines is a warning', () => {
  const text = `${[HARBOR, 'Nobody fell.', harbor(1), 'Nobody fell.', harbor(2)].join('\n\n')}${WIDE}${[ORCHARD, orchard(1), orchard(2)].join('\n\n')}`;
  expect(read(text)[0]?.body).toHaveLength(4);
  const links = Array.from({ length: 24 }, (_, at) => `Harbor pilots count ship number ${at} in the fog`);
  expect(
    readDump(['Harbor news', ...links, 'Contact'].join('\n')).messages.map(({ code }) => code),
  ).toContain('doubtful');
});

test('who wrote a story is no headline, however far below the headline', () => {
  const text = ['Cable car opens', '', 'By Harbor News Agency', harbor(1), harbor(2)].join('\n\n');
  expect(read(text)).toEqual([
    { headline: 'Cable car opens', byline: 'Harbor News Agency', body: [harbor(1), harbor(2)] },
  ]);
});

test.each([
  [
    [HARBOR, 'By Mara Elliot | May 3, 2019 | News', harbor(1), harbor(2)],
    [ORCHARD, orchard(1), orchard(2)],
  ],
  [
    [ORCHARD, orchard(1), orchard(2)],
    [HARBOR, 'By Mara Elliot | May 3, 2019 | News', harbor(1), harbor(2)],
  ],
])('a signed story and a bare one are two, whichever is first', (...stories) => {
  const text = stories.map((lines) => lines.join('\n\n')).join(WIDE);
  expect(read(text).map(({ headline }) => headline)).toEqual(stories.map(([headline]) => headline));
});

test('days one below another are of the story, and date nothing', () => {
  const days = [
    'Tuesday, October 15, 2013 at 9:00 AM (at the pilots’ house)',
    'Monday, January 27, 2014 at 9:00 AM',
  ];
  const { stories } = readDump([HARBOR, ...days, harbor(1)].join('\n\n'));
  expect(stories.map(({ date, blocks }) => ({ date, body: blocks.length }))).toEqual([{ body: 3 }]);
  const stamps = ['Published November 19, 2019', 'Updated November 20, 2019'];
  expect(readDump([HARBOR, ...stamps, harbor(1)].join('\n\n')).stories[0]).toMatchObject({
    date: '2019-11-19',
  });
});

test('what is left of markup is no paragraph', () => {
  const body = [harbor(1), '/a>', '</p>', '<br />', harbor(2)];
  expect(read([HARBOR, ...body].join('\n\n'))).toEqual([{ headline: HARBOR, body: [harbor(1), harbor(2)] }]);
  expect(
    read([HARBOR, harbor(1), '<harbor> is what they call it', harbor(2)].join('\n\n'))[0]?.body,
  ).toHaveLength(3);
});

test('a price in brackets credits nobody: between two lines alike it makes no head', () => {
  const body = [
    harbor(1),
    'Also at the harbor',
    'Second cable car for $139 (originally $159)',
    harbor(2),
    'Also at the harbor',
    harbor(3),
  ];
  expect(read([HARBOR, ...body].join('\n\n'))).toEqual([{ headline: HARBOR, body }]);
});

test('whom the headline names, right below it, is not who wrote the story', () => {
  const headline = 'Rosa Linden takes the first cable car to a tanker';
  expect(read([headline, 'Rosa Linden', harbor(1), harbor(2)].join('\n\n'))).toEqual([
    { headline, body: ['Rosa Linden', harbor(1), harbor(2)] },
  ]);
});

test('a line of several parts below a name and a day is of the body, and no dek', () => {
  const parts = 'Launches for sale; a cable car for the pilots of the harbor';
  const [story] = readDump(
    [HARBOR, 'By Mara Elliot', 'November 19, 2019', parts, harbor(1), harbor(2)].join('\n'),
  ).stories;
  expect(story).toMatchObject({ byline: 'Mara Elliot', date: '2019-11-19' });
  expect(story?.dek).toBeUndefined();
  expect(story?.blocks).toHaveLength(3);
});

test.each([
  ['Boats', 'a word or two'],
  ['The board is closed on Mondays.', 'ends as sentences do'],
  ['Who pays for the pilots of the harbor, and for how long? Nobody on the board says', 'is two sentences'],
  [`${HARBOR}, ${ORCHARD.toLowerCase()}, and the board of the valley`, 'is very long'],
  ['November 21, 2022 Contact: Mara Elliot', 'begins with a day'],
  ['21 de noviembre de 2022 Contacto: Mara Elliot', 'begins with a day'],
])('what is odd about a headline is named: %s', (headline, said) => {
  const { messages } = readDump([headline, harbor(1)].join('\n\n'));
  expect(messages.find(({ code }) => code === 'doubtful')?.text).toContain(said);
});

test.each(['020 7946 0123 (Office)', 'desk@harbor.example'])('%s among paragraphs is doubted', (line) => {
  const { messages } = readDump([HARBOR, line, harbor(1), harbor(2), harbor(3), harbor(4)].join('\n\n'));
  expect(messages.find(({ code }) => code === 'doubtful')?.text).toContain('is a credit, a day, a name');
});

describe('the day that opens a body, with its year, dates the story', () => {
  const said = 'The board of the harbor has bought a launch for the pilots, and nobody else may board it.';
  const dateOf = (...body: string[]) => readDump([HARBOR, ...body, harbor(1)].join('\n\n')).stories[0];

  test.each([
    'PORTO VELMAR, June 3, 2024 /Harbor Newswire/ -- ',
    'PORTO VELMAR, June 3, 2024 — ',
    'Porto Velmar, Halden, 3 June 2024 (Harbor Press) - ',
    'PORTO VELMAR, H. - Harbor Newswire - 3 June 2024 - ',
    'PORTO VELMAR, Halden — June 3, 2024 — (HARBOR NEWSWIRE) — ',
    'Porto Velmar (Harbor Press) Monday June 3, 2024 @ 7:00 AM Eastern — ',
    'PORTO VELMAR (June 3, 2024) – ',
    'Porto Velmar, 3. Juni 2024 – ',
    'Porto Velmar, 3 de junio de 2024.- ',
    '3 juin 2024. - ',
  ])('%s', (opening) => {
    expect(dateOf(opening + said)).toMatchObject({ date: '2024-06-03', dateBasis: 'stated' });
  });

  test.each([
    'On June 3, 2024 - a Monday - they met. ',
    'Mara Elliot, June 3, 1950 – May 2, 2024, was a pilot. ',
    'The board met in Porto Velmar on June 3, 2024 — and left. ',
    'June 3, 2024: they met. ',
  ])('%s is of a sentence', (opening) => {
    expect(dateOf(opening + said)?.date).toBeUndefined();
  });

  test('of several such paragraphs each says when something happened', () => {
    expect(dateOf(`June 3, 2024 – ${said}`, `June 9, 2024 – ${said}`)?.date).toBeUndefined();
  });
});

test.each([1, 2, 3])('a title %s blank lines above its own headline is of no other story', (gap) => {
  const page = (headline: string, from: number) =>
    [headline, ...Array<string>(gap).fill(''), headline, '', harbor(from), '', harbor(from + 1)].join('\n');
  for (const dump of [page(HARBOR, 1), [page(HARBOR, 1), page(ORCHARD, 3)].join('\n\n\n\n')]) {
    const { stories, messages } = readDump(dump);
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(stories.map(({ headline }) => headline)).toEqual([HARBOR, ORCHARD].slice(0, stories.length));
    expect(stories.every(({ blocks }) => blocks.length === 2)).toBe(true);
  }
});
