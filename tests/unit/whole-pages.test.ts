// Pages that were copied whole: a menu above the story, links and a footer below.
import { expect, test } from 'vitest';
import { readDump } from '../../integration/dump/index.ts';
import { countLines, sum } from './reading.ts';

const MENU = ['Home', 'News', 'Harbor', 'Sport', 'Weather', 'Tides', 'Boats', 'Letters', 'Archive', 'Jobs'];
const LINKS = [
  'Choir of beekeepers sings for its supper',
  'Nine bakeries go back to wood',
  'Island buys a second snow plow',
  'Who counts the lamps',
  'Most read',
];
const FOOTER = [
  'About us',
  'Contact',
  'Privacy',
  'Terms',
  'Imprint',
  'Cookies',
  'Help',
  'Advertise',
  'Careers',
  'RSS',
];
const HEADLINE = 'Harbor pilots trade their launches for a cable car';
const BODY = [
  'The pilots of Porto Velmar have boarded their first tanker by cable car, nine years after the harbor drew the plan.',
  'Nobody fell, the harbor board told reporters, and the captain of the tanker asked for a second ride in the evening.',
  'The launches will be sold in the spring to a village that has been waiting for a ferry since the bridge was lost.',
];
const PAGE = [
  ...MENU,
  ...MENU,
  HEADLINE,
  'By Mara Elliot',
  'November 19, 2019',
  ...BODY,
  ...LINKS,
  ...FOOTER,
  ...LINKS,
].join('\n\n');

test('the story of a page is found by its prose, and menu and footer are furniture', () => {
  const { stories, ledger, lines, messages } = readDump(PAGE);
  expect(stories.map(({ headline, byline, date, blocks }) => ({ headline, byline, date, blocks }))).toEqual([
    {
      headline: HEADLINE,
      byline: 'Mara Elliot',
      date: '2019-11-19',
      blocks: BODY.map((text) => ({ type: 'paragraph', text })),
    },
  ]);
  expect(sum(ledger)).toBe(lines);
  expect(lines).toBe(countLines(PAGE));
  expect(messages.map(({ code }) => code)).toContain('doubtful');
});

test('several pages, four line breaks apart, are as many stories', () => {
  const second = PAGE.replace(HEADLINE, 'Pilots of the harbor board a tanker by cable car');
  expect(readDump([PAGE, second].join('\n\n\n\n')).stories.map(({ headline }) => headline)).toEqual([
    HEADLINE,
    'Pilots of the harbor board a tanker by cable car',
  ]);
});

test('of two pages that nothing parts, one is told, and a line of the other is named', () => {
  const prose = [
    'Growers in the Halden valley have begun to count the apples that a late frost took from every orchard by the river.',
    'Half of the blossom froze in a single night, growers said, and apples will be dear in the shops until the spring.',
    'The frost came in the first night of May, when the smoke of the fires that growers light had already gone out.',
  ];
  const other = [
    ...MENU,
    ...MENU,
    ...LINKS,
    'Orchard growers count their frozen apples',
    ...prose,
    ...FOOTER,
    ...LINKS,
  ];
  const dump = [PAGE, ...other].join('\n\n');
  const { stories, messages, ledger, lines } = readDump(dump);
  expect(stories).toHaveLength(1);
  expect(sum(ledger)).toBe(lines);
  const [kept] = stories;
  const outside = [HEADLINE, 'Orchard growers'].find(
    (headline) => kept && !kept.headline.startsWith(headline),
  );
  const numbers = dump
    .split('\n')
    .flatMap((text, at) => ((outside === HEADLINE ? BODY : prose).includes(text) ? at + 1 : []));
  expect(messages.some(({ code, line }) => code === 'doubtful' && numbers.includes(line))).toBe(true);
});
