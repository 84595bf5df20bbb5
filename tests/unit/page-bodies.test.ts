// What stands among the paragraphs of a page as its site printed it, and is no part of the story.
import { expect, test } from 'vitest';
import { type DumpStory, readDump } from '../../integration/dump/index.ts';
import { countLines, sum } from './reading.ts';

const HEADLINE = 'Harbor pilots trade their launches for a cable car';
const HEAD = [HEADLINE, 'By Mara Elliot', 'Published 19 November 2019 18:54 GMT', 'Share this article'];
const [FIRST, SECOND, THIRD] = [
  'The pilots of Porto Velmar have boarded their first tanker by cable car, nine years after the harbor drew the plan.',
  'Nobody fell, the harbor board told reporters, and the captain of the tanker asked for a second ride in the evening.',
  'The launches will be sold in the spring to a village that has been waiting for a ferry since the bridge was lost.',
] as const;

function readPage(...body: string[]): DumpStory {
  const text = [...HEAD, ...body].join('\n\n');
  const { stories, ledger, lines } = readDump(text);
  expect(sum(ledger)).toBe(lines);
  expect(lines).toBe(countLines(text));
  expect(stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
  return stories[0] as DumpStory;
}

const textsOf = ({ blocks }: DumpStory) =>
  blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.text]));

test.each([
  [
    'controls made of known words',
    ['Share All sharing options', 'Copy Link URLCopied!', 'View PDF/Print Mode'],
  ],
  ['invitations', ['Subscribe to the Harbor Gazette and get our newsletter every morning.']],
  [
    'what asks for a share, or a tip',
    [
      'Like this story? Share it with a friend!',
      'Follow the Harbor Gazette and never miss an update!',
      'Have a tip? Mara Elliot can be reached at mara@harbor.example.',
    ],
  ],
  [
    'what a lawyer adds',
    ['This page is protected by reCAPTCHA, with a Privacy Policy and Terms of Service.'],
  ],
  [
    'links by what leads to them',
    ['[Related: Nine bakeries go back to wood]', 'SEE MORE: Who counts the lamps'],
  ],
  ['links below their heading', ['More:', 'Nine bakeries go back to wood', 'Island buys a second snow plow']],
  [
    'links whose titles are cut short',
    [
      'Related articles',
      'Nine bakeries go back to wood, and the island’s loggers...',
      'Island buys a second snow plow',
    ],
  ],
  [
    'links of which one asks, or exclaims',
    ['Trending News', 'Pilots on the cable car: "We got up!"', 'Island buys a second snow plow'],
  ],
  [
    'titles with a capital for each word',
    [
      '15 Amazing Pictures of Lamps',
      'How the Island Lost Its Only Plow',
      'Nine Bakeries That Go Back to Wood',
    ],
  ],
  ['links below a heading that trails off', ['You may also like...', 'Who will count the lamps in 2020?']],
  ['a heading of links', ['More Related to this Story', 'Island buys a second snow plow']],
  ['what shows a picture in full', ['View full sizeRosa LindenHarbor Press']],
  ['a shouted link with a plural', ['ALL OF THE ISLAND’S BAKERs GO BACK TO WOOD THIS WINTER']],
  ['controls in other languages', ['Neuer Abschnitt', 'Link kopiert!', 'Passer la publicité']],
  ['controls in other scripts', ['이미지 확대보기', 'Развернуть на весь экран', 'もっと見る']],
  ['a control between arrows', ['Show more >>', 'Weitere Videos …']],
  ['how many pictures there are', ['View 6 images', 'See all 12 photos']],
  [
    'links by what leads to them, in other languages',
    [
      'Les også: Øya kjøper en snøplog til',
      'Les også Øya kjøper en snøplog til',
      'Lesen Sie auch: Die Insel kauft einen zweiten Schneepflug',
      '>> Die Insel kauft einen zweiten Schneepflug',
      'À lire aussi L’île achète un second chasse-neige',
    ],
  ],
  [
    'a section, a title and its first words below what leads to them',
    [
      'Czytaj więcej',
      'Wyspy',
      'Wyspa kupuje drugi pług do śniegu',
      'Od wczoraj na wyspie stoją dwa pługi, a drogi są wolne od śnie...',
    ],
  ],
  [
    'titles below what is read most',
    ['Meistgelesen', 'Die Insel kauft einen zweiten Schneepflug', 'Wer zählt die Lampen im Winter?'],
  ],
  [
    'what asks for a subscription, in other languages',
    [
      'Jetzt abonnieren und den Hafen jeden Morgen im Postfach haben.',
      'Der Newsletter zu Hafen und Meer für alle, die dort arbeiten. Hier geht es zur Anmeldung.',
      'Inscrivez-vous gratuitement à la newsletter du port.',
      'Suscríbete aquí al boletín del puerto.',
      'Подписывайтесь на канал «Гавань» в Telegram',
    ],
  ],
  [
    'what stands where something failed to load',
    [
      'This advertisement has not loaded yet, but your article continues below.',
      'We apologize, but this video has failed to load.',
      'Externer Inhalt nicht verfügbar',
    ],
  ],
  [
    'an offer, with all that subscribers get',
    [
      'Subscribe now to read the latest news from the harbor.',
      'Daily puzzles and the tide tables of nine islands.',
      'SUBSCRIBE TO UNLOCK MORE ARTICLES',
      'A replica of the print edition to view on any device.',
      'REGISTER / SIGN IN TO UNLOCK MORE ARTICLES',
      'Create an account or sign in to continue with your reading experience.',
    ],
  ],
  [
    'links behind what they are of',
    ['WATCH | The island buys a second snow plow', 'The island buys a second snow plow | video'],
  ],
  ['an address with its label', ['Permalink: https://harbor.example/-gzh-4411']],
  ['whose figures are shown', ['Source: Harbor Survey and Island Board']],
  ['the headline before a control', [`${HEADLINE} Back to video`]],
  [
    'many places to share on',
    ['Facebook Twitter Flipboard Send Xing Messenger Bluesky Telegram Threads Whatsapp Mastodon'],
  ],
  ['shouted links', ['NINE BAKERIES ON THE ISLAND GO BACK TO WOOD THIS WINTER']],
])('%s are no paragraphs', (_, lines) => {
  expect(textsOf(readPage(FIRST, ...lines, SECOND, THIRD))).toEqual([FIRST, SECOND, THIRD]);
});

test('what closes a page is no paragraph: when it was published, and who its writer is', () => {
  expect(textsOf(readPage(FIRST, SECOND, THIRD, 'Published 9:12 PM EST Nov 19, 2019'))).toEqual([
    FIRST,
    SECOND,
    THIRD,
  ]);
  const about = 'Mara Elliot is a reporter for the Harbor Gazette, and has a boat of her own.';
  expect(textsOf(readPage(FIRST, SECOND, THIRD, 'Mara Elliot', about))).toEqual([FIRST, SECOND, THIRD]);
  const said = 'Rosa Linden is a pilot, and has a boat of her own.';
  expect(textsOf(readPage(FIRST, SECOND, said))).toEqual([FIRST, SECOND, said]);
});

test('the headline again, far below, is no paragraph', () => {
  expect(textsOf(readPage(FIRST, SECOND, HEADLINE, THIRD))).toEqual([FIRST, SECOND, THIRD]);
});

test('short open lines between a head and its first paragraph are its page’s', () => {
  expect(textsOf(readPage('Talk', 'Harbor cable cars pilots', FIRST, SECOND, THIRD))).toEqual([
    FIRST,
    SECOND,
    THIRD,
  ]);
});

test('a subhead behind its dash stays, below a short first paragraph too', () => {
  const lines = ['The harbor board was asked on Monday.', '– What the board says'];
  const blocks = readPage(...lines, FIRST, SECOND).blocks.map(({ type }) => type);
  expect(blocks).toEqual(['paragraph', 'subhead', 'paragraph', 'paragraph']);
});

test('a sentence above a credit is a caption', () => {
  const caption = 'The first cable car leaves the pilots’ house in the morning fog.';
  const { photos, ...story } = readPage(FIRST, caption, 'Photo: Rosa Linden', SECOND, THIRD);
  expect(textsOf(story as DumpStory)).toEqual([FIRST, SECOND, THIRD]);
  expect(photos.map((photo) => photo.caption)).toContain(caption);
});

test.each([
  [
    'in square brackets',
    'The first cable car leaves the pilots’ house in the morning fog [Rosa Linden/Harbor News]',
  ],
  ['behind a word for it', 'The first cable car leaves the pilots’ house. Photo: Rosa Linden'],
  [
    'of the archive',
    'FILE PHOTO: The first cable car leaves the pilots’ house in the morning fog, November 18, 2019.',
  ],
  [
    'of the archive, however long it is',
    `FILE PHOTO: The first cable car leaves the pilots’ house in the morning fog, ${'and the harbor board waves, '.repeat(6)}on Monday`,
  ],
  [
    'of the archive, in a sentence',
    'This March 28, 2017, file photo, provided by the harbor board, shows the first cable car.',
  ],
  [
    'in brackets behind its full stop',
    'The first plan of the cable car. (Harbor Board/University of Velmar)',
  ],
  ['behind a word that says by whom it came', 'The first cable car at the pilots’ house via Harbor Press'],
])('a caption is known by its credit, %s', (_, caption) => {
  const story = readPage(FIRST, SECOND, caption, THIRD);
  expect(textsOf(story)).toEqual([FIRST, SECOND, THIRD]);
});

test.each([
  [
    'behind a word for it, with nothing between',
    'Die erste Seilbahn im MorgennebelBild: Rosa Linden/Harbor Press',
  ],
  [
    'behind a word for it, below no full stop',
    'Die erste Seilbahn im Morgennebel Foto: Rosa Linden/Harbor Press',
  ],
  ['in brackets behind a word for it', 'The first cable car leaves the pilots’ house (Image: Harbor Press)'],
  ['in Korean brackets', '케이블카가 아침 안개 속에서 출발하고 있다. [사진 출처 = 하버통신]'],
  [
    'behind a full stop',
    'The first cable car leaves the pilots’ house in the fog. Rosa Linden for Harbor Press',
  ],
  ['behind a stroke', 'Die erste Seilbahn verlässt das Haus der Lotsen im Nebel / Rosa Linden'],
  ['of many', 'A pilot in a coat by HALDENPhoto: Rosa Linden. Styling: Ann Nicholl. Hair: Mara Elliot'],
  [
    'however long it is',
    `The first cable car leaves the pilots’ house, ${'and the harbor board waves, '.repeat(7)}on Monday. (Photo: Harbor Press)`,
  ],
])('a caption is known by the credit it ends with, %s', (_, caption) => {
  const { photos, ...story } = readPage(FIRST, SECOND, caption, THIRD);
  expect(textsOf(story as DumpStory)).toEqual([FIRST, SECOND, THIRD]);
  expect(photos).toHaveLength(1);
});

test('a sentence behind a colon, or in a few words behind a full stop, is no credit', () => {
  const lines = [
    'Nach neun Jahren ergibt sich im Hafen ein klares Bild: Die Lage ist ernst.',
    'Nach neun Jahren ergibt sich im Hafen ein klares Bild: Die Lage ist ernst für alle',
    'The board asked the pilots to go home at last. Nobody went',
  ];
  expect(textsOf(readPage(FIRST, ...lines, SECOND, THIRD))).toEqual([FIRST, ...lines, SECOND, THIRD]);
});

test('who signs below the last paragraph makes no caption of it', () => {
  const last = 'The launches will be sold in the spring to a village without a ferry. HG';
  expect(textsOf(readPage(FIRST, SECOND, last))).toEqual([FIRST, SECOND, last]);
});

test('the description of a picture and its caption are one caption', () => {
  const caption = 'The first cable car leaves the house of the pilots in the fog of the morning.';
  const { photos, ...story } = readPage(FIRST, caption, caption, SECOND, THIRD);
  expect(textsOf(story as DumpStory)).toEqual([FIRST, SECOND, THIRD]);
  expect(photos.map((photo) => photo.caption)).toEqual([caption]);
});

test('a table of contents is an echo of the subheads, which stay below links too', () => {
  const [rides, board, village] = [
    'Nobody fell in the first week',
    'What the board says to it',
    'A village waits',
  ];
  const links = ['Most read', 'Island buys a second snow plow'];
  const page = readPage(
    FIRST,
    rides,
    board,
    village,
    SECOND,
    ...links,
    rides,
    THIRD,
    board,
    SECOND,
    village,
    FIRST,
  );
  expect(textsOf(page)).toEqual([FIRST, SECOND, rides, THIRD, board, SECOND, village, FIRST]);
});

test('a box that stands between several sections is no part of any', () => {
  const box = ['On the pier', 'Boats', 'Island buys a second ferry after nine years', 'Ann Nicholl'];
  expect(textsOf(readPage(FIRST, ...box, SECOND, ...box, THIRD))).toEqual([FIRST, SECOND, THIRD]);
});

test('how old other stories are is no paragraph', () => {
  const ages = ['2 timer siden', '3 godziny temu', '3 saat önce'];
  expect(textsOf(readPage(FIRST, SECOND, ...ages, THIRD))).toEqual([FIRST, SECOND, THIRD]);
});

test('lines that end with a name behind their full stop are captions where several do', () => {
  const captions = [
    'The first cable car in the fog of the morning. Harborpress',
    'The pilots in their house. Velmarpress',
  ];
  expect(textsOf(readPage(FIRST, captions[0] ?? '', SECOND, captions[1] ?? '', THIRD))).toEqual([
    FIRST,
    SECOND,
    THIRD,
  ]);
  const one = 'The board has asked the pilots what they think of it. Nothing';
  expect(textsOf(readPage(FIRST, one, SECOND, THIRD))).toEqual([FIRST, one, SECOND, THIRD]);
  const acted = [
    '“I saw the launch from above for once,” she says. (Laughs)',
    '“Never again,” says the captain. (Laughs)',
  ];
  expect(textsOf(readPage(FIRST, ...acted, THIRD))).toEqual([FIRST, ...acted, THIRD]);
});

test('a caption without its credit, beside the same with it, is its echo', () => {
  const caption = 'The first cable car leaves the house of the pilots.';
  const { photos, ...story } = readPage(FIRST, `${caption} Photo: Rosa Linden`, caption, SECOND, THIRD);
  expect(textsOf(story as DumpStory)).toEqual([FIRST, SECOND, THIRD]);
  expect(photos).toHaveLength(1);
});

test('captions with their credits show a page', () => {
  const captions = [
    'The first cable car in the fog. Photo: Rosa Linden/Harbor Press',
    'The pilots in their house. (Image: Harbor Press)',
  ];
  const text = [HEADLINE, 'By Mara Elliot', FIRST, captions[0], SECOND, captions[1], 'Save', THIRD].join(
    '\n\n',
  );
  expect(readDump(text).stories.flatMap(textsOf)).toEqual([FIRST, SECOND, THIRD]);
});

test('rows of a table, and a sentence about subscribers, stay', () => {
  const lines = [
    'MON | 41 | 12',
    'Tuesday | 38',
    'The harbor board told its subscribers on Monday that the newsletter will be printed again in the spring.',
    'Everyone can sign up at the town hall, the board said, and nobody has to pay for the first ride.',
  ];
  expect(textsOf(readPage(FIRST, ...lines, SECOND, THIRD))).toEqual([FIRST, ...lines, SECOND, THIRD]);
});

test('the refrain of a song stays', () => {
  const refrain = ['And we row to the lamp', 'and we row to the shore', 'and nobody counts what we lost'];
  const song = [
    'A song of the pilots',
    ...refrain,
    'The winter was long',
    ...refrain,
    'The summer was short',
  ];
  expect(textsOf(readPage(FIRST, SECOND, ...song, THIRD))).toEqual([FIRST, SECOND, ...song, THIRD]);
});

test('a short open line that stands again and again is a control, if it is the only one and no name', () => {
  const box = 'Harbor text goes on';
  expect(textsOf(readPage(FIRST, box, SECOND, box, THIRD, box, SECOND))).toEqual([
    FIRST,
    SECOND,
    THIRD,
    SECOND,
  ]);
  const said = [FIRST, SECOND, THIRD].flatMap((text, at) => [
    `${at + 1} pilots: ${text}`,
    `${at + 4} of them: ${text}`,
  ]);
  for (const [asks, answers] of [
    ['Ann Nicholl', 'Rosa Linden'],
    ['What we like', 'What we do not like'],
  ] as const) {
    const talk = said.flatMap((text, at) => [at % 2 ? answers : asks, text]);
    expect(textsOf(readPage(FIRST, ...talk))).toEqual([FIRST, ...talk]);
  }
  const talk = said.flatMap((text, at) => (at % 2 ? [text] : ['Ann Nicholl', text]));
  expect(textsOf(readPage(FIRST, ...talk))).toEqual([FIRST, ...talk]);
});

test('a question that is asked again stays', () => {
  const asked = 'What did the pilots say when they saw the cable car for the first time?';
  expect(textsOf(readPage(FIRST, asked, SECOND, asked, THIRD))).toEqual([FIRST, asked, SECOND, asked, THIRD]);
});

test('the only open line below what leads to one story, and below its title, is a subhead', () => {
  const subhead = 'What the harbor board says to it';
  const page = readPage(FIRST, 'Les også', 'Øya kjøper en snøplog til i vinter', subhead, SECOND, THIRD);
  expect(textsOf(page)).toEqual([FIRST, subhead, SECOND, THIRD]);
});

test('a subhead between two page controls stays', () => {
  const lines = [
    'Article content',
    'Play video',
    'Back to video',
    'What the harbor board says to it',
    'Article content',
  ];
  expect(textsOf(readPage(FIRST, ...lines, SECOND, THIRD))).toEqual([FIRST, lines[3], SECOND, THIRD]);
});

test('links that begin in a head are no paragraphs', () => {
  const links = [
    'Who counts the lamps of the island when its keeper is away for a winter',
    'Island buys a plow',
  ];
  const text = [...HEAD, 'Most Popular', ...links, FIRST, SECOND, THIRD].join('\n\n');
  expect(readDump(text).stories.flatMap(textsOf)).toEqual([FIRST, SECOND, THIRD]);
});

test('a title that ends as a sentence does is a link between links', () => {
  const links = [
    'Nine bakeries go back to wood',
    'Taxes on boats rise. This map shows where.',
    'Island buys a second snow plow',
  ];
  expect(textsOf(readPage('Most popular', ...links, FIRST, SECOND))).toEqual([FIRST, SECOND]);
});

test('several lines in capitals are subheads, however long', () => {
  const asked = [1, 2, 3, 4].map((at) => `WHO WILL PAY FOR THE CABLE CAR IN YEAR ${at}`);
  const body = asked.flatMap((text) => [text, SECOND]);
  expect(textsOf(readPage(FIRST, ...body))).toEqual([FIRST, ...body]);
});

test('the name of an icon is no paragraph, of a page or of text taken out of one', () => {
  const { stories } = readDump([HEADLINE, 'chevron_left Browse all posts', FIRST, SECOND].join('\n\n'));
  expect(stories[0] && textsOf(stories[0])).toEqual([FIRST, SECOND]);
});

test('subheads and tables stay', () => {
  const lines = [
    'What the board says',
    SECOND,
    'Rides in the first week',
    'Monday 41 12',
    'Tuesday 38 11',
    'Friday 77 20',
  ];
  expect(textsOf(readPage(FIRST, ...lines, THIRD))).toEqual([FIRST, ...lines, THIRD]);
});

test('of text that was taken out of its page every line stays', () => {
  const text = [HEADLINE, FIRST, 'More on the tide below', SECOND, 'Photo: Rosa Linden', THIRD].join('\n\n');
  expect(readDump(text).stories.flatMap(textsOf)).toEqual(text.split('\n\n').slice(1));
});

test('a list of the story’s own stays: names, places, figures', () => {
  const lists = [
    ['Harbor Pilots, Porto Velmar', 'Island Bakers, Old Harbor', 'Apple Growers, Halden Valley'],
    ['Plow and Lamp', 'Bridge', 'Ferry House'],
    ['Up to 500 Tons 6', 'Up to 900 Tons 40', 'Up to 1200 Tons 30'],
  ];
  for (const list of lists)
    expect(textsOf(readPage(FIRST, SECOND, ...list, THIRD))).toEqual([FIRST, SECOND, ...list, THIRD]);
});

test('a question that names the terms of a service is of the story; a line that binds readers to them is not', () => {
  const asked =
    'Have the pilots who never agreed to the terms of service of the cable car been asked at all?';
  const binding =
    'By continuing you agree to the terms of service and the privacy policy of the Harbor Gazette.';
  expect(textsOf(readPage(FIRST, SECOND, asked, binding, THIRD))).toEqual([FIRST, SECOND, asked, THIRD]);
});
