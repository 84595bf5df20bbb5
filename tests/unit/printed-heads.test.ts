// What sites print around a story, above it and below: each line says what it is, ahead of a bar. Every form stands
// alone and as several stories of one dump.
import { describe, expect, test } from 'vitest';
import { type DumpStory, readDump } from '../../integration/dump/index.ts';

interface Text {
  headline: string;
  dek: string;
  caption: string;
  body: readonly [string, string, string];
}

const TEXTS: readonly [Text, Text, Text] = [
  {
    headline: 'Harbor pilots trade their launches for a cable car',
    dek: 'The plan would move the pilots of Porto Velmar out of the weather for good',
    caption: 'The cable car above the old harbor on Friday morning',
    body: [
      'The pilots of Porto Velmar have boarded their first tanker by cable car, nine years after the harbor drew the plan.',
      'Nobody fell, the harbor board told reporters, and the captain of the tanker asked for a second ride in the evening.',
      'The launches will be sold in the spring to a village that has been waiting for a ferry since the bridge was lost.',
    ],
  },
  {
    headline: 'Orchard owners count the cost of a late frost',
    dek: 'Growers in the upper valley lit fires between their trees for three nights',
    caption: 'Smoke between the apple trees shortly before dawn',
    body: [
      'Half of the blossom in the upper valley was lost in a single night, growers said after walking through their rows.',
      'The rest was saved by fires that three villages kept alight with old vines, and by a wind that came before dawn.',
      'Cider will be dear next year, the largest press in the valley warned, and some of its casks will stay empty.',
    ],
  },
  {
    headline: 'A library lends its last paper map to the museum',
    dek: 'Readers asked for the streets of the old town until the very last week',
    caption: 'The reading room with its empty map table by the window',
    body: [
      'The town library has given its last paper map to the museum across the square, where it will hang above the stairs.',
      'Readers had asked for it twice a week, the librarian said, most of them to find streets that are no longer there.',
      'A copy can be seen on a screen in the hall, next to the coffee machine that has taken the place of the map table.',
    ],
  },
];
const [{ headline: HEADLINE, dek: DEK, caption: CAPTION, body: BODY }] = TEXTS;

interface Expected {
  byline?: string;
  date?: string;
  dek?: string;
}

const said: Expected = { byline: 'Mara Elliot', date: '2019-11-19' };

/** Lines, each with its class; BODY stands for the paragraphs. */
const FORMS: Record<string, readonly [form: string, expected: Expected]> = {
  'a credit in brackets behind a caption, below a dek': [
    `headline|${HEADLINE}
     dek|${DEK}
     caption|${CAPTION} [File: Ann Nicholl/Harbor Press]
     byline|By Mara Elliot
     furniture|Published On 19 Nov 2019
     BODY`,
    { ...said, dek: DEK },
  ],
  'a credit in parentheses on a line below its caption': [
    `headline|${HEADLINE}
     caption|${CAPTION}, with all of its lamps lit for the first time.
     furniture|(Ann Nicholl / Velmar Times)
     byline|By Mara Elliot
     furniture|Staff Writer
     furniture|Nov. 19, 2019 6:02 PM PT
     BODY`,
    said,
  ],
  'an outlet and a name in parentheses behind a caption': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|Posted Tue 19 Nov 2019 at 6:02pm
     caption|${CAPTION}. (Velmar News: Ann Nicholl)
     furniture|Link copied
     furniture|Share
     BODY`,
    said,
  ],
  'a photo agency ahead of its caption': [
    `headline|${HEADLINE}
     furniture|19 November 2019
     furniture|Share
     byline|Mara Elliot
     furniture|Business reporter
     caption|Getty Images ${CAPTION}
     BODY`,
    said,
  ],
  'a name in a place': [
    `headline|${HEADLINE}
     dek|${DEK}
     byline|Mara Elliot in Porto Velmar
     furniture|Tue 19 Nov 2019 18.54 GMT
     furniture|Last modified on Wed 20 Nov 2019 10.12 GMT
     BODY`,
    { ...said, dek: DEK },
  ],
  'a name that By was run together with': [
    `headline|${HEADLINE}
     byline|ByMara Elliot
     furniture|18:02, 19 Nov 2019Updated 08:12, 20 Nov 2019
     BODY`,
    said,
  ],
  'a day that was run together with its copy': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|Published On 19 Nov 201919 Nov 2019
     BODY`,
    said,
  ],
  'a name that was run together with a day': [
    `headline|${HEADLINE}
     byline|by Mara ElliotNovember 19th, 2019
     BODY`,
    said,
  ],
  'a name, a post and a day behind a bar': [
    `headline|${HEADLINE}
     byline|Mara Elliot, Staff Writer|November 19, 2019
     BODY`,
    said,
  ],
  'a name at the end of a row of parts': [
    `headline|${HEADLINE}
     dek|${DEK}
     byline|Nation | 19/11/2019 | 18:02 | Mara Elliot |
     BODY`,
    { ...said, dek: DEK },
  ],
  'a month between full stops': [
    `headline|${HEADLINE}
     furniture|19.nov.2019 às 18h02
     byline|Mara Elliot
     BODY`,
    said,
  ],
  'a time alone': [
    `headline|${HEADLINE}
     byline|di Mara Elliot
     furniture|19 Novembre 2019
     furniture|Aggiornato alle 18:02
     furniture|2 minuti di lettura
     BODY`,
    said,
  ],
  'a day without a year is none': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|19.11. 18:02
     furniture|Share
     BODY`,
    { byline: 'Mara Elliot' },
  ],
  'a day and a section above the headline': [
    `furniture|Nov 19, 2019 - Harbors & Lights
     headline|${HEADLINE}
     byline|Mara Elliot
     BODY`,
    said,
  ],
  'a dek below the day, where it is open': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|11/19/2019November 19, 2019
     dek|${DEK}
     BODY`,
    { ...said, dek: DEK },
  ],
  'what press offices print': [
    `furniture|Press release
     headline|${HEADLINE}
     furniture|Release No. 19-101
     furniture|November 19, 2019
     BODY
     furniture|-end-`,
    { date: '2019-11-19' },
  ],
  'an address behind a name': [
    `headline|${HEADLINE}
     byline|By Mara Elliot mara@velmar.example
     furniture|Nov 19, 2019
     BODY`,
    said,
  ],
  'an agency beside a name': [
    `headline|${HEADLINE}
     caption|${CAPTION} - Copyright Ann Nicholl/AP
     byline|By Mara Elliot with AP
     furniture|Published on 19/11/2019 - 18:02 GMT+1
     BODY`,
    { ...said, byline: 'Mara Elliot with AP' },
  ],
  'who wrote it below the story': [
    `headline|${HEADLINE}
     furniture|19 November 2019 18:02
     BODY
     byline|Author: Mara Elliot`,
    said,
  ],
  'who posted it, above what leads on': [
    `furniture|Tuesday, November 19, 2019
     headline|${HEADLINE}
     BODY
     byline|Posted by Mara Elliot at 6:02 PM
     furniture|Email This
     furniture|Share to Twitter
     furniture|Labels: harbor, cable car`,
    said,
  ],
  'links that nothing stands below': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|Published 19 November 2019
     BODY
     furniture|Related Topics
     furniture|Harbors
     furniture|Porto Velmar`,
    said,
  ],
  'what a site says of every story': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|This article is more than 6 years old
     furniture|November 19, 2019 6:02 PM GMT
     BODY
     furniture|Our Standards: The Harbor Press Principles.`,
    said,
  ],
  'a mark that says it ends': [
    `headline|${HEADLINE}
     furniture|National 18:02 November 19, 2019
     furniture|PRINT
     BODY
     furniture|(END)`,
    { date: '2019-11-19' },
  ],
  'the words of a byline, each on a line of its own': [
    `headline|${HEADLINE}
     byline|By
     byline|harborview
     furniture|-
     furniture|November 19, 2019
     furniture|0
     BODY`,
    { byline: 'harborview', date: '2019-11-19' },
  ],
  'a name and a day that nothing parts, and the day again': [
    `headline|${HEADLINE}
     byline|by Mara Elliot November 19, 2019 | 6:03 pmNovember 19, 2019 | 6:03 pm
     BODY`,
    said,
  ],
  'how long it takes to read, behind a name': [
    `headline|${HEADLINE}
     byline|19.11.19 20:19 von Mara Elliot Lesezeit: 4 Min.
     BODY`,
    said,
  ],
  'how long it takes to read, in words that begin and end beyond ASCII': [
    `headline|${HEADLINE}
     byline|19.11.19 20:19 von Mara Elliot Doba čtení: 4 min
     BODY`,
    said,
  ],
  'labels above what they label': [
    `headline|${HEADLINE}
     byline|Author:
     byline|Mara Elliot
     furniture|Updated:
     furniture|Mar 6, 2020
     furniture|Original:
     furniture|Nov 19, 2019
     BODY`,
    said,
  ],
  'who wrote it and when, twice': [
    `headline|${HEADLINE}
     byline|By Mara elliot
     furniture|November 19, 2019
     byline|By Mara elliot
     furniture|November 19, 2019
     BODY`,
    { byline: 'Mara elliot', date: '2019-11-19' },
  ],
  'a name written small beside a day': [
    `headline|${HEADLINE}
     byline|Posted on 2019-11-19 by harborview | Leave a comment
     BODY`,
    { byline: 'harborview', date: '2019-11-19' },
  ],
  'the day of publication and that of a change run together': [
    `headline|${HEADLINE}
     byline|Posted on19. November 201924. November 2020AuthorMara Elliot
     BODY`,
    said,
  ],
  'a name run into a day': [
    `headline|${HEADLINE}
     byline|Mara Elliot19.11.2019
     BODY`,
    said,
  ],
  'a name and a day with a comma between': [
    `headline|${HEADLINE}
     byline|Mara Elliot,19.11.2019, 11:08 Uhr
     furniture|Link copied
     BODY`,
    said,
  ],
  'numbers whose clock says that the month comes first': [
    `headline|${HEADLINE}
     byline|By MARA ELLIOT
     furniture|11/09/2019 08:00 AM EST
     BODY`,
    { byline: 'MARA ELLIOT', date: '2019-11-09' },
  ],
  'the word of a byline twice': [
    `headline|${HEADLINE}
     byline|Byby MARA ELLIOT and ANN NICHOLL
     furniture|November 19, 2019, 4:19 PM
     BODY`,
    { byline: 'MARA ELLIOT and ANN NICHOLL', date: '2019-11-19' },
  ],
  'names on lines of their own, each with what announces the next': [
    `headline|${HEADLINE}
     byline|By
     byline|Mara Elliot0,
     byline|Ann Nicholl &
     byline|Rosa Linden
     furniture|November 19, 2019
     furniture|Share
     BODY`,
    { byline: 'Mara Elliot, Ann Nicholl, Rosa Linden', date: '2019-11-19' },
  ],
  'three names behind the word of a byline': [
    `headline|${HEADLINE}
     byline|von Mara Elliot , Ann Nicholl , Rosa Linden
     furniture|19. November 2019
     BODY`,
    { byline: 'Mara Elliot, Ann Nicholl, Rosa Linden', date: '2019-11-19' },
  ],
  'an outlet that a name was run into': [
    `headline|${HEADLINE}
     byline|Mara Linden-ElliotThe Harbor Times
     furniture|Tue, 19 November 2019 9:27PM
     furniture|Comments
     BODY`,
    { byline: 'Mara Linden-Elliot', date: '2019-11-19' },
  ],
  'a person who signs with an agency': [
    `headline|${HEADLINE}
     byline|Mara Elliot and AP
     furniture|November 19, 2019 — 4.34pm
     furniture|Share
     BODY`,
    { byline: 'Mara Elliot and AP', date: '2019-11-19' },
  ],
  'who is in a picture, above its credit and above who wrote the story': [
    `headline|${HEADLINE}
     furniture|Published: 19.11.2019 21:52
     caption|Ann Nicholl
     furniture|Photo: Harbor Press/Rosa Linden
     byline|Mara Elliot
     BODY`,
    said,
  ],
  'a credit with a colon is no place and a name': [
    `headline|${HEADLINE}
     furniture|Bild: Harbor Images
     furniture|Share
     byline|Von: Mara Elliot
     furniture|19.11.2019 - 13:52 Uhr
     BODY`,
    said,
  ],
};

/** Of these forms, three stories with no gap between them are not told apart for certain. */
const GAPS_NEEDED = new Set([
  'a credit in parentheses on a line below its caption',
  'an outlet and a name in parentheses behind a caption',
  'a time alone',
  'a name in a place',
  'who wrote it below the story',
  'links that nothing stands below',
  'what a site says of every story',
  'the words of a byline, each on a line of its own',
  'labels above what they label',
  'names on lines of their own, each with what announces the next',
  'who is in a picture, above its credit and above who wrote the story',
  'a credit with a colon is no place and a name',
]);

interface Printed {
  text: string;
  classes: string[];
  headline: string;
}

type Annotated = readonly [is: string, text: string];

/** The lines of a form, with a body in it. */
function annotated(form: string, body: readonly string[]): Annotated[] {
  return form.split('\n').flatMap((line): Annotated[] => {
    const [, is = '', text = ''] = /^\s*(\w+)(?:\|(.*))?$/u.exec(line) ?? [];
    return is === 'BODY' ? body.map((paragraph) => ['paragraph', paragraph]) : [[is, text]];
  });
}

/** A form with another text in it. */
function printed(form: string, { headline, dek, caption, body }: Text): Printed {
  const own = form.replaceAll(HEADLINE, headline).replaceAll(DEK, dek).replaceAll(CAPTION, caption);
  const lines = annotated(own, body);
  // Lines above a headline are no part of the story.
  const from = lines.findIndex(([is]) => is === 'headline');
  return {
    text: lines.map(([, text]) => text).join('\n\n'),
    classes: lines.slice(from).map(([is]) => is),
    headline,
  };
}

function expectRead(story: DumpStory | undefined, page: Printed, expected: Expected, dek?: string): void {
  expect(story?.classes).toEqual(page.classes);
  const { headline, byline, date } = story ?? {};
  const { byline: name, date: day } = expected;
  expect({ headline, byline, date, dek: story?.dek }).toEqual({
    headline: page.headline,
    byline: name,
    date: day,
    dek: expected.dek === undefined ? undefined : dek,
  });
}

describe.each(Object.entries(FORMS))('%s', (name, [form, expected]) => {
  test.each(TEXTS)('in a dump of its own: $headline', (text) => {
    const page = printed(form, text);
    const { stories } = readDump(page.text);
    expect(stories).toHaveLength(1);
    expectRead(stories[0], page, expected, text.dek);
  });

  test('in a dump of several', () => {
    const pages = TEXTS.map((text) => printed(form, text));
    const { stories } = readDump(pages.map(({ text }) => text).join('\n\n\n\n'));
    expect(stories).toHaveLength(TEXTS.length);
    for (const [at, page] of pages.entries()) expectRead(stories[at], page, expected, TEXTS[at]?.dek);
  });

  test('where nothing parts the stories: three, or a warning', () => {
    const pages = TEXTS.map((text) => printed(form, text));
    const { stories, messages } = readDump(pages.map(({ text }) => text).join('\n\n'));
    if (GAPS_NEEDED.has(name)) expect(messages.map(({ code }) => code)).toContain('doubtful');
    else expect(stories.map(({ headline }) => headline)).toEqual(TEXTS.map(({ headline }) => headline));
  });
});

test('one sentence below a label that says why the story matters is of the head', () => {
  const label = ['Why It Matters', 'Tankers wait for hours when the sea is high.'];
  const { stories } = readDump(
    [HEADLINE, 'By Mara Elliot on November 19, 2019', ...label, ...BODY].join('\n\n'),
  );
  expect(stories).toMatchObject([{ headline: HEADLINE, dek: label[1], byline: 'Mara Elliot' }]);
  expect(stories[0]?.blocks).toHaveLength(BODY.length);
  // With nothing to show that a head goes on, it is a subhead.
  const bare = readDump([HEADLINE, BODY[0], ...label, BODY[1]].join('\n\n')).stories;
  expect(bare[0]?.blocks).toHaveLength(4);
});

test('what stands above a dateline, between head and body, is of the head', () => {
  const dek = 'The harbor board has kept a promise that it made nine years ago.';
  const caption = 'A pilot waves from the cable car above the tanker, which is waiting for the tide.';
  const lede = `PORTO VELMAR, Halden — ${BODY[0]}`;
  const above = [dek, caption, 'Ann Nicholl | Getty Images'];
  const [story] = readDump([HEADLINE, 'By Mara Elliot', ...above, lede, BODY[1]].join('\n\n')).stories;
  expect(story).toMatchObject({ headline: HEADLINE, dek, dateline: { place: 'PORTO VELMAR, Halden' } });
  expect(story?.photos).toMatchObject([{ caption }]);
  expect(story?.blocks).toHaveLength(2);
  const placed = readDump([HEADLINE, 'November 19, 2019', dek, 'PORTO VELMAR, HALDEN', ...BODY].join('\n\n'));
  expect(placed.stories).toMatchObject([{ headline: HEADLINE, dek }]);
  expect(placed.stories[0]?.blocks).toHaveLength(BODY.length + 1);
});

test.each([
  ['a label with a colon', 'DEAR HARBOR: The'],
  ['an abbreviation ahead of a dash', 'FYI – the'],
  ['an agency that nobody knows', 'Velmar (1-0) – The'],
])('%s is no dateline, and what stands above it is of the body', (_, opening) => {
  const body = [BODY[0], `${opening} ${BODY[1]}`, BODY[2]];
  const [story] = readDump([HEADLINE, 'By Mara Elliot', ...body].join('\n\n')).stories;
  expect(story?.blocks).toHaveLength(3);
});

test('below an open line, which may be another headline, a dateline says nothing of what is above', () => {
  const lede = `LINDHOLM (AP) — ${BODY[1]}`;
  const [story] = readDump(
    [HEADLINE, 'By Mara Elliot', BODY[0], TEXTS[1].headline, lede].join('\n\n'),
  ).stories;
  expect(story?.dek).toBeUndefined();
  expect(story?.blocks).toHaveLength(3);
});

test('no line below is likelier the headline of what is signed right below its first line', () => {
  const offers = [
    'I hope that every pilot who needs one gets one.',
    'Subscribe to the Gazette',
    'Like Harbor Gazette on Facebook',
    'Share On Facebook',
    'Share on Facebook',
    'Transcript:',
  ];
  const body = BODY.map((text) => `Joe: ${text}`);
  const { stories } = readDump([HEADLINE, 'Curator: Mara Elliot', ...offers, ...body].join('\n\n'));
  expect(stories).toMatchObject([{ headline: HEADLINE, byline: 'Mara Elliot' }]);
});

test('“et” behind a day is no time zone: in French the day comes first', () => {
  const line = 'Publié le 03/04/2019 et mis à jour le 05/04/2019';
  expect(readDump([HEADLINE, line, ...BODY].join('\n\n')).stories).toMatchObject([{ date: '2019-04-03' }]);
});

test.each(['Publiziert heute um 12:19 Uhr', 'včera 14:40', "Publié aujourd'hui à 18h02"])(
  '“%s” is of a head, and so is what stands above',
  (line) => {
    const head = [HEADLINE, 'Von Mara Elliot', `${DEK}.`, line, 'Teilen'];
    const [story] = readDump([...head, ...BODY].join('\n\n')).stories;
    expect(story?.blocks.map((block) => 'text' in block && block.text)).toEqual([...BODY]);
  },
);

test('how long a story takes to read is no paragraph', () => {
  const [story] = readDump([HEADLINE, 'Von Mara Elliot', 'Lesedauer: 2 Min.', ...BODY].join('\n\n')).stories;
  expect(story?.blocks.map((block) => 'text' in block && block.text)).toEqual([...BODY]);
});

test('a day in numbers below a sentence dates the story', () => {
  const dek = `${DEK}.`;
  const { stories } = readDump([HEADLINE, dek, '19.11.2019', ...BODY].join('\n\n'));
  expect(stories).toMatchObject([{ headline: HEADLINE, dek, date: '2019-11-19' }]);
});

test('of two names, the one that the first paragraph says is of the story, and the other wrote it', () => {
  const lede = `Ann Nicholl was the first pilot to board a tanker by cable car. ${BODY[0]}`;
  const lines = ['Ann Nicholl', 'Mara Elliot', 'November 19, 2019 18:02'];
  const { stories } = readDump([HEADLINE, ...lines, lede, ...BODY].join('\n\n'));
  expect(stories.map(({ byline, date }) => [byline, date])).toEqual([['Mara Elliot', '2019-11-19']]);
});

test('the day of a picture is not the day of its story', () => {
  const caption = 'Two pilots wave to the captain of a tanker from the cable car, 24 April 2018';
  const { stories } = readDump([HEADLINE, DEK, 'By Mara Elliot', caption, ...BODY].join('\n\n'));
  expect(stories.map(({ date, dateBasis, photos }) => [date, dateBasis, photos[0]?.caption])).toEqual([
    ['2018-04-24', 'photo', caption],
  ]);
  const dated = readDump([HEADLINE, DEK, caption, 'By Mara Elliot | 19 Nov 2019', ...BODY].join('\n\n'));
  expect(dated.stories[0]?.date).toBe('2019-11-19');
});

test('a long line that nothing closes is a dek and no paragraph: what stands below it is of the head too', () => {
  const deks = [
    'The harbor board of Porto Velmar counts four thousand boardings a year, while its minister praises the builders of the mast',
    'There are twenty pilots waiting for a seat and eight of them have asked for a second ride over the basin in the evening',
  ];
  const lines = [HEADLINE, 'Porto Velmar', ...deks, 'Video', 'Mara Elliot', '19/11/2019 22:39', ...BODY];
  const { stories } = readDump(lines.join('\n\n'));
  expect(stories).toMatchObject([
    { headline: HEADLINE, dek: deks[0], byline: 'Mara Elliot', date: '2019-11-19' },
  ]);
  expect(stories[0]?.blocks).toHaveLength(BODY.length);
});

test('a word that says when a story was published outweighs the sentences above it', () => {
  const above = [
    `${DEK}. Some captains say that they will miss the launches, and the rope that was thrown to them in every weather. The board has promised to keep two of them in the museum of the old town.`,
    'The first ride came days after the last launch was sold',
  ];
  const signed = 'Mara Elliot · Harbor News · Posted: Nov 19, 2019 4:00 AM EST | Last Updated: November 20';
  const { stories } = readDump([HEADLINE, ...above, signed, ...BODY].join('\n\n'));
  expect(stories).toMatchObject([{ headline: HEADLINE, byline: 'Mara Elliot', date: '2019-11-19' }]);
});

test('the headline in other words is not the dek, and neither is one word', () => {
  const again = 'For a cable car, the pilots of the harbor trade launches';
  const dek = `${DEK}.`;
  const { stories } = readDump([HEADLINE, again, dek, '19.11.2019 18:02', 'Share', ...BODY].join('\n\n'));
  expect(stories).toMatchObject([{ headline: HEADLINE, dek }]);
  const one = readDump([HEADLINE, 'Hauptinhalt', 'By Mara Elliot', '19.11.2019 18:02', ...BODY].join('\n\n'));
  expect(one.stories.map(({ headline, dek, byline }) => [headline, dek, byline])).toEqual([
    [HEADLINE, undefined, 'Mara Elliot'],
  ]);
});

test('a sentence of the head below an open dek is a dek and not the caption of a picture', () => {
  const sentence = 'Nobody had believed in the mast, and now all of the captains want to see it.';
  const lines = [
    'Harbor story: Up and away over the basin',
    '19 November 2019, 18:02',
    sentence,
    'By Mara Elliot',
  ];
  const { stories } = readDump([HEADLINE, ...lines, 'Share', ...BODY].join('\n\n'));
  expect(stories).toMatchObject([{ headline: HEADLINE, dek: `${lines[0]} ${sentence}`, photos: [] }]);
});

test('short lines in a row that say what the story says are no furniture', () => {
  const points = [
    'Pilots of Porto Velmar in the air',
    'Harbor board tells reporters of no fall',
    'Launches for sale in the spring',
  ];
  const { stories } = readDump(
    [HEADLINE, 'November 19, 2019', 'Share', ...points, 'Zoom', ...BODY].join('\n\n'),
  );
  expect(stories).toMatchObject([{ headline: HEADLINE, dek: points.join(' ') }]);
  const links = ['Choir of beekeepers sings for its supper', 'Nine bakeries go back to wood'];
  const led = readDump([HEADLINE, 'November 19, 2019', 'Share', ...links, 'Zoom', ...BODY].join('\n\n'));
  expect(led.stories[0]?.dek).not.toContain(links[1]);
});

test('a control that nobody knows, among others, is not the headline', () => {
  const controls = [
    'Springen Sie zu den Meinungen.',
    'Anzahl Meinungen:',
    'Teilen',
    'Zumachen',
    'Teilen',
    'Drucken',
  ];
  const { stories } = readDump([HEADLINE, ...controls, ...BODY].join('\n\n'));
  expect(stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
});

test('several sentences below a label that announces what the story comes to stay together', () => {
  const points = [
    'Tankers wait for hours when the sea is high.',
    'The launches can be sold in the spring.',
    'A captain has asked for a second ride.',
  ];
  const head = [HEADLINE, 'By Mara Elliot on November 19, 2019', 'In Kürze:'];
  const { stories } = readDump([...head, ...points, ...BODY].join('\n\n'));
  expect(stories[0]?.dek).toBeUndefined();
  const kept = stories[0]?.blocks.map((block) => (block.type === 'list' ? '' : block.text));
  expect(kept?.slice(-points.length - BODY.length)).toEqual([...points, ...BODY]);
});

test('two words, of which one is written small, are a headline above a longer dek', () => {
  const dek = 'How pilots and captains of Porto Velmar amuse one another';
  const { stories } = readDump(['Light throning', dek, ...BODY].join('\n\n'));
  expect(stories.map(({ headline }) => headline)).toEqual(['Light throning']);
});

test('tags below a day end a head, and the day dates its story all the same', () => {
  const { stories } = readDump([HEADLINE, '2019/11/19', 'Harbor,', 'Cables,', ...BODY].join('\n\n'));
  expect(stories.map(({ headline, date }) => [headline, date])).toEqual([[HEADLINE, '2019-11-19']]);
});

test('a headline in the quotation marks of another language is no control', () => {
  const headline = '»Niemand ist gestürzt«';
  const { stories } = readDump(
    [headline, 'Ein Gespräch, Hafenfunk, 19. November 2019', ...BODY].join('\n\n'),
  );
  expect(stories.map((story) => story.headline)).toEqual([headline]);
});

test('a name that stands twice below a headline is not the headline', () => {
  const { stories } = readDump(
    ['Pilots in the air', 'Mara Elliot', 'Sa 9 Nov 2019', 'Share', 'Mara Elliot', ...BODY].join('\n\n'),
  );
  expect(stories.map(({ headline, byline, date }) => [headline, byline, date])).toEqual([
    ['Pilots in the air', 'Mara Elliot', '2019-11-09'],
  ]);
});

test('a sentence in which something is by somebody signs nothing', () => {
  const lines = [
    'Le directeur du port, peu estimé par Ann Nicholl',
    'Mara Elliot | mardi 19 novembre 2019 à 09h08',
  ];
  const { stories } = readDump([HEADLINE, ...lines, ...BODY].join('\n\n'));
  expect(stories.map(({ byline, date }) => [byline, date])).toEqual([['Mara Elliot', '2019-11-19']]);
});

test('one word that follows “von” within a line signs nothing, and neither do words that no name has', () => {
  for (const line of ['Seilbahnen von Doppelmayr – gebaut im Tal', 'Mehr im Hafen', 'À la une du port']) {
    const { stories } = readDump([HEADLINE, 'November 19, 2019', line, ...BODY].join('\n\n'));
    expect(stories.map(({ headline, byline }) => [headline, byline])).toEqual([[HEADLINE, undefined]]);
  }
  const named = readDump([HEADLINE, 'November 19, 2019', 'Mara von der Linden', ...BODY].join('\n\n'));
  expect(named.stories[0]?.byline).toBe('Mara von der Linden');
});

test('whom brackets behind a caption name is its credit', () => {
  const { stories } = readDump(
    [HEADLINE, `${CAPTION} [File: Ann Nicholl/Harbor Press]`, 'By Mara Elliot', ...BODY].join('\n\n'),
  );
  expect(stories.map(({ photos }) => photos)).toEqual([
    [{ caption: CAPTION, credit: 'File: Ann Nicholl/Harbor Press', file: true }],
  ]);
});

test('a list of works with the names of who made them keeps its lines', () => {
  const works = [
    'There are four things that every pilot should know (Harbor Advisor)',
    'Ten lamps (Ann Nicholl)',
  ];
  const { stories } = readDump(
    [HEADLINE, 'By Mara Elliot', 'Share', ...BODY, ...works, BODY[0]].join('\n\n'),
  );
  const kept = stories.flatMap(({ blocks }) =>
    blocks.map((block) => (block.type === 'list' ? '' : block.text)),
  );
  expect(kept).toEqual([...BODY, ...works, BODY[0]]);
});

/** In other languages: the lines around BODY, a headline and two paragraphs, and what they say. */
const ELSEWHERE: Record<string, readonly [form: string, body: readonly string[], expected: Expected]> = {
  'Chinese, with its source': [
    `headline|港口引航员改乘缆车登船
     furniture|来源：海港日报
     furniture|2019-11-19 18:02
     BODY
     furniture|责任编辑：王晓`,
    [
      '波尔图韦尔马港的引航员星期一首次乘缆车登上一艘油轮，距离最初的设计已经过去了九年。港务局说，没有人跌落。',
      '船长当天晚上请求让全体船员再乘坐一次缆车，港务局表示同意，并说缆车将在春天向公众开放。',
    ],
    { date: '2019-11-19' },
  ],
  'Chinese, with a reporter': [
    `headline|晚霜凍壞一半蘋果花
     furniture|2019/11/19 18:02
     byline|記者王曉／台北報導
     BODY`,
    [
      '果農們在田間走了一遍之後說，上游山谷裡一半的花在一個夜晚被凍壞，這是二十年來最嚴重的一次晚霜。',
      '其餘的花被三個村莊用老葡萄藤點燃的火堆救了下來，火一直燒到天亮，村民輪流守夜。',
    ],
    { byline: '王曉', date: '2019-11-19' },
  ],
  Japanese: [
    `headline|港の水先人がロープウエーで乗船
     furniture|2019年11月19日 18時02分
     furniture|有料記事
     BODY`,
    [
      'ポルトベルマル港の水先人が月曜日、設計から九年を経て初めてロープウエーでタンカーに乗り込んだ。けが人はいなかった。',
      '港湾局によると、船長は夕方、乗組員のためにもう一度乗せてほしいと頼んだという。ロープウエーは春に一般公開される。',
    ],
    { date: '2019-11-19' },
  ],
  'Japanese, with a name': [
    `headline|港の水先人がロープウエーで乗船　船長「もう一度」
     furniture|2019/11/19 18:02
     byline|森田 あかね
     BODY`,
    [
      'ポルトベルマル港の水先人が月曜日、設計から九年を経て初めてロープウエーでタンカーに乗り込んだ。けが人はいなかった。',
      '港湾局によると、船長は夕方、乗組員のためにもう一度乗せてほしいと頼んだという。ロープウエーは春に一般公開される。',
    ],
    { byline: '森田 あかね', date: '2019-11-19' },
  ],
  Korean: [
    `headline|항만 도선사들 이제 케이블카로 승선
     byline|김철수 기자
     furniture|승인 2019.11.19 18:02
     furniture|댓글 0
     BODY`,
    [
      '포르투벨마르 항의 도선사들이 설계 후 9년 만인 월요일 처음으로 케이블카를 타고 유조선에 올랐다고 항만 당국이 밝혔다.',
      '떨어진 사람은 없었으며 선장은 저녁에 선원들을 위해 한 번 더 태워 달라고 요청했다고 당국은 전했다.',
    ],
    { byline: '김철수', date: '2019-11-19' },
  ],
  Hindi: [
    `headline|बंदरगाह के पायलट अब रोपवे से चढ़ेंगे
     furniture|19 नवंबर 2019
     BODY`,
    [
      'पोर्तो वेल्मार के पायलट सोमवार को पहली बार रोपवे से एक टैंकर पर चढ़े, पहली योजना के नौ साल बाद यह संभव हुआ।',
      'बंदरगाह प्रशासन ने बताया कि कोई नहीं गिरा और कप्तान ने शाम को अपने दल के लिए दूसरी यात्रा मांगी।',
    ],
    { date: '2019-11-19' },
  ],
  'German, with its agency below': [
    `headline|Hafenlotsen steigen künftig in die Seilbahn
     furniture|Di 19.11.2019 | 18:02 Uhr
     furniture|Kommentare
     BODY
     furniture|Quelle: dpa`,
    [
      'Die Lotsen von Porto Velmar sind am Montag zum ersten Mal mit der Seilbahn an Bord eines Tankers gegangen, neun Jahre nach dem ersten Entwurf.',
      'Niemand sei gestürzt, sagte die Hafenbehörde, und der Kapitän habe am Abend um eine zweite Fahrt gebeten.',
    ],
    { date: '2019-11-19' },
  ],
  'French, of an agency': [
    `headline|Les pilotes du port prendront désormais le téléphérique
     furniture|Publié le 19/11/2019 à 18:02, mis à jour à 19:10
     byline|Par Le Port avec AFP
     BODY`,
    [
      'Les pilotes de Porto Velmar sont montés lundi pour la première fois à bord d’un pétrolier par téléphérique, neuf ans après les premiers plans.',
      'Personne n’est tombé, a indiqué la direction du port, et le capitaine a demandé un second tour dans la soirée.',
    ],
    { byline: 'Le Port avec AFP', date: '2019-11-19' },
  ],
  'Spanish, where the day comes first': [
    `headline|Los prácticos del puerto subirán en teleférico
     byline|Por Mara Elliot | 03/11/2019 20:36
     BODY`,
    [
      'Los prácticos de Porto Velmar subieron el lunes por primera vez a un petrolero en teleférico, nueve años después del primer plan.',
      'Nadie cayó, dijo la autoridad del puerto, y el capitán pidió por la tarde un segundo viaje para su tripulación.',
    ],
    { byline: 'Mara Elliot', date: '2019-11-03' },
  ],
  'Japanese, with its author in a fixed form': [
    `headline|港の水先人、ロープウエーで乗船へ
     furniture|2019/11/19 17:23
     byline|著者：後藤花子
     BODY`,
    [
      'ポルトベルマル港の水先人が月曜日、設計から九年を経て初めてロープウエーでタンカーに乗り込んだ。けが人はいなかった。',
      '港湾局によると、船長は夕方、乗組員のためにもう一度乗せてほしいと頼んだという。ロープウエーは春に一般公開される。',
    ],
    { byline: '後藤花子', date: '2019-11-19' },
  ],
  'Italian, by whom it was edited': [
    `headline|I piloti del porto salgono a bordo in funivia
     byline|A cura di Mara Elliot
     furniture|19 novembre 2019 | 18.02
     BODY`,
    [
      'I piloti di Porto Velmar sono saliti lunedì per la prima volta su una petroliera in funivia, nove anni dopo i primi disegni.',
      'Nessuno è caduto, ha detto l’autorità portuale, e in serata il comandante ha chiesto un secondo viaggio per l’equipaggio.',
    ],
    said,
  ],
  'Swedish, changed before it says when it was published': [
    `headline|Hamnens lotsar går ombord med linbana
     furniture|Uppdaterad 2019-11-20 08:12 | Publicerad 2019-11-19 18:02
     byline|Mara Elliot
     BODY`,
    [
      'Lotsarna i Porto Velmar gick i måndags för första gången ombord på en tanker med linbana, nio år efter de första ritningarna.',
      'Ingen föll, meddelade hamnstyrelsen, och kaptenen bad på kvällen om en andra tur för sin besättning.',
    ],
    said,
  ],
};

test.each(Object.entries(ELSEWHERE))('%s', (_, [form, body, expected]) => {
  const lines = annotated(form, body);
  const { stories } = readDump(lines.map(([, text]) => text).join('\n\n'));
  const [{ classes, byline, date, dek } = { classes: [] } as Partial<DumpStory>] = stories;
  expect(stories).toHaveLength(1);
  expect(classes).toEqual(lines.map(([is]) => is));
  expect({ byline, date, dek }).toEqual({ byline: undefined, date: undefined, dek: undefined, ...expected });
});

describe('a line that no blank line parts from a head, where blank lines part all paragraphs', () => {
  const [{ headline, body }, { body: further }] = TEXTS;
  const HEAD = [headline, 'Mara Elliot', '19 November 2019, 18:54'].join('\n');
  const read = (hanging: string, between = '\n\n') => {
    const [story] = readDump([`${HEAD}\n${hanging}`, ...body, ...further].join(between)).stories;
    return {
      dek: story?.dek,
      captions: story?.photos.map(({ caption }) => caption),
      first: story?.blocks[0],
    };
  };
  const FIRST = { type: 'paragraph', text: body[0] };

  test('is the dek, if it is a sentence', () => {
    const dek = 'The plan would move the pilots out of the weather for good. Not all of them like it.';
    expect(read(dek)).toEqual({ dek, captions: [], first: FIRST });
  });

  test('is a caption, if it names a day', () => {
    const caption = 'The cable car above the old harbor of Porto Velmar on 3 January 2019.';
    expect(read(caption)).toEqual({ dek: undefined, captions: [caption], first: FIRST });
  });

  test('ends no head: controls below it are of the head as well', () => {
    const caption = 'The cable car above the old harbor of Porto Velmar on Friday morning.';
    const [story] = readDump(
      [`${HEAD}\n${caption}\nShare`, 'Print', ...body, ...further].join('\n\n'),
    ).stories;
    expect(story?.blocks[0]).toEqual(FIRST);
    expect(story?.blocks).toHaveLength(body.length + further.length);
  });

  test('is the first paragraph where no blank line parts the others, or where it says where it was filed', () => {
    const dek = 'The plan would move the pilots out of the weather for good. Not all of them like it.';
    expect(read(dek, '\n').first).toEqual({ type: 'paragraph', text: dek });
    const lede = 'PORTO VELMAR (Harbor News) - The plan would move the pilots out of the weather for good.';
    expect(read(lede).first).toEqual({ type: 'paragraph', text: lede });
  });
});
