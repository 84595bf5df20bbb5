// What parts the stories of a dump in which no wide gap does: rules, single blank lines, or nothing but their shape.
import { describe, expect, test } from 'vitest';
import { read } from './reading.ts';

const STORIES = [
  [
    'Ferry crews vote to end strike',
    'Crews of the Velmar ferries have voted to end a strike that kept the ferry port closed for nine days.',
    'The union said that the vote was close, and that the crews had not forgotten the winter.',
    'Sailings will begin again on Monday with two of the five ferries, the port said.',
  ],
  [
    'Orchard growers count frost losses',
    'Growers in the Halden valley have begun to count what the late frost took from their orchards.',
    'One grower in three lost half of the blossom, according to the first figures of the valley cooperative.',
    'The frost came in the first night of May, when pears were in full blossom.',
  ],
  [
    'Museum buys forgotten lighthouse lamp',
    'A museum in Lindholm has bought the lamp of a lighthouse that was forgotten in a barn for ninety years.',
    'The lamp was found by a farmer who took it for a milk can, the museum told visitors on Tuesday.',
    'It will be lit again in the autumn, if the mayor finds the oil for the lamp.',
  ],
  [
    'Chess club wins back its hall',
    'A chess club that had played in a laundry since 2003 has won back its hall before a court in Brede.',
    'The court held that a chess hall is no store room, and gave the owner a month to clear the boxes.',
    'Members of the club said they would miss the warmth of the dryers.',
  ],
] as const;

const headlines = STORIES.map(([headline]) => headline);
const write = (between: string, paragraphs = '\n\n') =>
  STORIES.map((lines) => lines.join(paragraphs)).join(between);
const wanted = STORIES.map(([headline, ...body]) => ({
  headline,
  photos: [],
  blocks: body.map((text) => ({ type: 'paragraph', text })),
}));

describe('a rule between stories', () => {
  const RULES = ['-----', '==========', '* * *', '###', '~~~', '____________________', '• • •', '———'];
  test.each(
    RULES.flatMap((rule) => [
      [rule, '\n\n', '\n\n'],
      [rule, '\n', '\n'],
      [rule, '\n\n\n\n', '\n\n'],
    ]),
  )('%s, with %j around it: stories, and the rule is furniture', (rule, around, paragraphs) => {
    const { said, ledger } = read(write(`${around}${rule}${around}`, paragraphs));
    expect(said).toEqual(wanted);
    expect(ledger).toMatchObject({ headline: 4, furniture: 3, paragraph: 12 });
  });

  test('two stories and one rule are two stories', () => {
    const [one, two] = STORIES;
    const { said } = read(`${one.join('\n\n')}\n\n-----\n\n${two.join('\n\n')}`);
    expect(said.map(({ headline }) => headline)).toEqual(headlines.slice(0, 2));
  });

  test('a rule above the first story and below the last is furniture', () => {
    const { said, ledger } = read(`=====\n${write('\n=====\n')}\n=====\n`);
    expect(said).toEqual(wanted);
    expect(ledger.furniture).toBe(5);
  });

  test('between paragraphs, with no headline below, it is a break within the story', () => {
    const [[headline, ...body]] = STORIES;
    const { said, ledger } = read([headline, body[0], '* * *', body[1], body[2]].join('\n\n'));
    expect(said).toEqual(wanted.slice(0, 1));
    expect(ledger).toMatchObject({ headline: 1, paragraph: 3, furniture: 1 });
  });

  test('below a headline that is not in capitals, lines in capitals between rules are subheads', () => {
    const [[headline, ...body], ...others] = STORIES;
    const asked = others.map(([, ...text], at) => [`WHO PAYS FOR IT, PART ${at}?`, ...text].join('\n\n'));
    const { said } = read([[headline, ...body].join('\n\n'), ...asked].join('\n\n___\n\n'));
    expect(said.map((story) => story.headline)).toEqual([headline]);
    const shouted = STORIES.map(([first, ...text]) => [first.toUpperCase(), ...text].join('\n\n'));
    expect(read(shouted.join('\n\n___\n\n')).said).toHaveLength(STORIES.length);
  });

  test('one mark parts stories and another breaks them', () => {
    const text = STORIES.map(([headline, one, two, three]) =>
      [headline, one, '* * *', two, three].join('\n\n'),
    );
    const { said } = read(text.join('\n\n-----\n\n'));
    expect(said).toEqual(wanted);
  });
});

test.each(['Document # of 4', 'Article #/4', 'Dokument # von 4'])(
  'a line that counts stories parts them, and is none: %s',
  (line) => {
    const counted = (at: number) => line.replace('#', String(at + 1));
    const dump = STORIES.map((story, at) => [counted(at), ...story].join('\n\n')).join('\n\n');
    const { stories, ledger } = read(dump);
    expect(stories.map(({ headline }) => headline)).toEqual(STORIES.map(([headline]) => headline));
    expect(stories.map(({ blocks }) => blocks.length)).toEqual([3, 3, 3, 3]);
    expect(ledger.unclaimed).toBe(0);
  },
);

describe('a rule below each headline, as long as it is', () => {
  test.each(['=', '-', '~'])('parts no headline from its text: %s', (mark) => {
    for (const between of ['\n\n', '\n\n\n\n']) {
      const dump = STORIES.map(([headline, ...body]) => [
        `${headline}\n${mark.repeat(headline.length)}\nMay 17, 2024`,
        ...body,
      ]);
      const { stories } = read(dump.map((story) => story.join('\n\n')).join(between));
      expect(stories.map(({ headline }) => headline)).toEqual(STORIES.map(([headline]) => headline));
      for (const [at, { date, blocks }] of stories.entries())
        expect({ date, texts: blocks.map((block) => ('text' in block ? block.text : block.type)) }).toEqual({
          ...{ date: '2024-05-17', texts: STORIES[at]?.slice(1) },
        });
    }
  });
});

describe('no more than a blank line between stories', () => {
  test('where paragraphs have none, it parts them', () => {
    expect(read(write('\n\n', '\n')).said).toEqual(wanted);
  });

  test.each([
    '(Reporting by Mara Elliot; Editing by Rosa Linden)',
    'Contributing: Mara Elliot',
    'More of the harbor: https://harbor.example/news',
    'Mara Elliot, harbor desk mara@harbor.example',
    '© Harbor Press, all that is written here',
  ])('%s closes a story, and is no headline', (foot) => {
    const { said } = read(write(`\n\n${foot}\n\n`));
    expect(said.map(({ headline }) => headline)).toEqual(headlines);
  });

  test('where paragraphs have one as well, headlines show by their shape and their text', () => {
    expect(read(write('\n\n')).said).toEqual(wanted);
  });

  test('where there is none at all, likewise', () => {
    expect(read(write('\n', '\n')).said).toEqual(wanted);
  });

  test('a story with subheads is one story', () => {
    const [first] = STORIES;
    const [headline, ...body] = first;
    const text = [headline, body[0], 'A close vote', body[1], 'Two of five ferries', body[2]].join('\n\n');
    expect(read(text).said.map((story) => story.headline)).toEqual([headline]);
  });
});

describe('where shapes part stories', () => {
  // Words of fewer than five letters say nothing of what a story is about.
  const things = [
    ['Baker', 'Brede', 'kneading trough', 'rye loaves'],
    ['Carpenter', 'Halden', 'planing bench', 'window frames'],
    ['Gardener', 'Lindholm', 'copper sprayer', 'winter pears'],
    ['Painter', 'Velmar', 'ladder cart', 'shutters'],
    ['Plumber', 'Zarkol', 'bending machine', 'drains'],
    ['Roofer', 'Ostrava', 'slate hammer', 'gables'],
    ['Sailor', 'Portolan', 'rigging knife', 'herring nets'],
    ['Tailor', 'Sarnheim', 'cutting table', 'uniforms'],
    ['Weaver', 'Orsola', 'treadle loom', 'blankets'],
  ] as const;
  const [, , , , plumber] = things;
  const headlineOf = ([trade, town, tool]: (typeof things)[number]) =>
    `${trade} of ${town} has to give up a ${tool}`;
  const bodyOf = ([trade, town, tool, wares]: (typeof things)[number], count: number) =>
    Array.from({ length: count }, (_, day) =>
      day % 2 === 0
        ? `The ${trade} of ${town} said on day ${day} that the ${tool} was far too old for use, and that it had to go by May.`
        : `It was with it that all the ${wares} of ${town} were made, day in, day out, for as long as he can tell, and so on.`,
    );
  const storyOf = (about: (typeof things)[number]) => [headlineOf(about), ...bodyOf(about, 40)].join('\n\n');
  const dumpOf = (odd: string) =>
    things.map((about) => (about === plumber ? odd : storyOf(about))).join('\n\n');
  const headlines = things.map(headlineOf);

  test('blank lines part them where paragraphs have none, whatever has the shape of a headline within', () => {
    const tight = (about: (typeof things)[number]) => [headlineOf(about), ...bodyOf(about, 12)];
    const outer = things.slice(0, 4);
    const inner = things.slice(4, 8);
    const dump = outer.map((about, at) => [about, inner[at] ?? about].flatMap(tight).join('\n'));
    const { said } = read(dump.join('\n\n'));
    expect(said.map(({ headline }) => headline)).toEqual(outer.map(headlineOf));
  });

  test('wide gaps within one of them begin no story', () => {
    const gaping = [headlineOf(plumber), ...bodyOf(plumber, 4), 'The third week', ...bodyOf(plumber, 6)];
    const { said } = read(dumpOf(gaping.join('\n\n\n\n')));
    expect(said.map(({ headline }) => headline)).toEqual(headlines);
  });

  test('a subhead whose text goes on with the story is in it', () => {
    const parted = [
      headlineOf(plumber),
      ...bodyOf(plumber, 9),
      'A day with the council',
      ...bodyOf(plumber, 9),
    ];
    const { said } = read(dumpOf(parted.join('\n\n')));
    expect(said.map(({ headline }) => headline)).toEqual(headlines);
  });

  test('subheads as long as headlines are in it where what the story is about goes on below, in other words', () => {
    const parted = [
      headlineOf(plumber),
      ...bodyOf(plumber, 9),
      'Council orders report before summer recess',
      'A report is due in Zarkol before summer, and its authors are to visit every household that owns cellars or pumps.',
      'Whoever objects may write until harvest; letters about bending machines are read aloud where a plumber listens.',
      'Neighbours collect money for lawyers',
      'Lawyers were hired by neighbours who have collected money since spring, and who trust their plumber with every pipe.',
      'Their account in Zarkol holds enough for two hearings, its treasurer wrote, provided that the machine stays.',
    ];
    const { said } = read(dumpOf(parted.join('\n\n')));
    expect(said.map(({ headline }) => headline)).toEqual(headlines);
  });
});

describe('where so many lines look like headlines that no one story has them', () => {
  const trades = [
    'Baker',
    'Brewer',
    'Carpenter',
    'Cooper',
    'Dyer',
    'Farrier',
    'Gardener',
    'Glazier',
    'Locksmith',
  ];
  const others = [
    'Mason',
    'Painter',
    'Plumber',
    'Potter',
    'Roofer',
    'Sailor',
    'Tailor',
    'Weaver',
    'Wheelwright',
  ];
  const towns = ['Brede', 'Dravik', 'Halden', 'Kessin', 'Lindholm', 'Marno', 'Orsola', 'Ostrava', 'Portolan'];
  const more = ['Quelm', 'Rostwick', 'Sarnheim', 'Tolva', 'Umbria', 'Velmar', 'Wendel', 'Ystrad', 'Zarkol'];
  const stories = [...trades, ...others].map((trade, at) => {
    const town = [...towns, ...more][at] ?? '';
    return {
      headline: `${trade} of ${town} Wins a Lawsuit Over ${trade}s’ Old Holiday`,
      body: [
        `The ${trade.toLowerCase()} of ${town} has won a lawsuit over the holiday of ${trade.toLowerCase()}s, a court in ${town} said.`,
        `Nobody in ${town} had kept it for a hundred years, and the ${trade.toLowerCase()} keeps it alone from now on.`,
      ],
    };
  });
  const headlines = stories.map(({ headline }) => headline);

  test('short stories that nothing parts are as many', () => {
    const { said } = read(stories.flatMap(({ headline, body }) => [headline, ...body]).join('\n'));
    expect(said.map(({ headline }) => headline)).toEqual(headlines);
  });

  test('so are long ones of which the first alone is signed', () => {
    const [first = [], ...rest] = stories.map(({ headline, body }) => [
      headline,
      ...['', ' So it is.', ' It was so for years.'].flatMap((end) => body.map((text) => text + end)),
    ]);
    const { said } = read([...first.toSpliced(1, 0, 'By Mara Elliot'), ...rest.flat()].join('\n'));
    expect(said.map(({ headline }) => headline)).toEqual(headlines);
  });
});

describe('where every gap parts stories', () => {
  const names = ['Ferry', 'Tram', 'Bridge', 'Market', 'Library', 'Lantern', 'Orchard', 'Harbor'];
  const bodyOf = (name: string) =>
    ['was counted', 'was closed', 'was painted'].map(
      (deed) =>
        `The ${name.toLowerCase()} of the old town ${deed} by the council on the first dry day of the spring.`,
    );
  const dated = names.map((name, at) =>
    [`${name} of the Old Town Waits for Its Keeper`, `November ${at + 1}, 2019`, ...bodyOf(name)].join(
      '\n\n',
    ),
  );

  test('a story that shows nothing but its gap is one, among stories that show more', () => {
    const bare = ['Keepers of the Lighthouse Ask for a Boat', ...bodyOf('Lighthouse')].join('\n\n');
    const dump = [...dated.slice(0, 4), bare, ...dated.slice(4)].join('\n\n\n\n');
    expect(read(dump).said.map(({ headline }) => headline)).toContain(
      'Keepers of the Lighthouse Ask for a Boat',
    );
  });

  test('a line that stands twice in a body begins no story', () => {
    const odd = ['Market Opens Late This Year', 'November 9, 2019', ...bodyOf('Market')];
    odd.splice(3, 0, 'Also at the Pier', 'Also at the Pier');
    const dump = [...dated, odd.join('\n\n')].join('\n\n\n\n');
    expect(read(dump).said).toHaveLength(dated.length + 1);
  });
});

describe('a signed page without wide gaps', () => {
  const story = (thing: string, day: number) =>
    [
      `Town Council Argues About the ${thing} for a Whole Night`,
      `November ${day}, 2019`,
      ...['argued', 'voted', 'slept'].map(
        (deed) =>
          `The council ${deed} about the ${thing.toLowerCase()} in the hall until the clock struck three in the morning.`,
      ),
    ].join('\n\n');

  test('is one story, whatever its subheads look like', () => {
    const parts = [
      'Why the lanterns were never lit again',
      'What the keepers of the harbor want',
      'Who pays for ropes',
    ];
    const body = parts.map((subhead) =>
      [
        subhead,
        'Nobody has an answer to that, the clerk told the council, and the harbor waits for one since the summer.',
        'The lanterns stand in a shed behind the hall, and the keepers count them on the first day of each month.',
        'Ropes were bought twice, the clerk said, and the second time from a merchant who had never seen a ship.',
      ].join('\n\n'),
    );
    expect(read([story('Bridge', 4), ...body].join('\n\n')).said).toHaveLength(1);
  });

  test('is one story where its head shows page controls alone, and its parts are about several things', () => {
    const things = ['Quarry', 'Borehole', 'Tramway', 'Orchard', 'Lighthouse'];
    const parts = things.map((thing) =>
      [
        `${thing} keepers ask the council for answers`,
        `Keepers of the ${thing.toLowerCase()} have asked the council for answers since the winter, and none of them was heard.`,
        ...['Monday', 'Tuesday', 'Thursday', 'Friday'].map(
          (day) =>
            `On ${day} the ${thing.toLowerCase()} was counted again by two keepers, who wrote its number on a wall beside the gate.`,
        ),
      ].join('\n\n'),
    );
    const lede =
      'Nobody on the island has slept well since the blasting began, said a shepherd who lives beside the road.';
    const head = [
      'Blasting Keeps an Island Awake',
      'Share',
      'Save for later',
      lede,
      `${lede} Nor has his dog.`,
    ];
    expect(read([...head, ...parts].join('\n\n')).said).toHaveLength(1);
  });

  test('that holds what may be a second story is doubtful, and the line is named', () => {
    const second = [
      'Orchard Growers Count Their Frozen Apples in Halden',
      'November 5, 2019',
      'Growers in Halden have begun to count the apples that a late frost took from every orchard by the river.',
      'Half of the blossom froze in one night, growers said, and apples will be dear until the spring.',
    ];
    const dump = [story('Bridge', 4), ...second].join('\n\n');
    const { said, messages } = read(dump);
    const named = messages.filter(({ code }) => code === 'doubtful').map(({ line }) => line);
    expect(said).toHaveLength(1);
    expect(named).toContain(dump.split('\n').findIndex((line) => line.includes('Orchard')) + 1);
  });
});

describe('a talk in turns', () => {
  const TURNS = [
    'MARA ELLIOT, HOST: The ferry is back, and you were on it when it left the island at dawn.',
    'LINDEN: I was, and I would not go again before the winter is over.',
    'ELLIOT: Was the sea so rough, or is it that you would rather stay on land',
    'LINDEN: The sea was calm. It was the captain who sang all the way to the pier.',
    'He knows one song, and it has nine verses.',
    'ELLIOT: Which one is it?',
    'LINDEN: I will not say it here. People would sing it for a week.',
  ];

  test('is one story, however far its turns stand apart', () => {
    const { stories } = read(`Captain of the Ferry Sings for Nine Hours\n\n\n\n${TURNS.join('\n\n\n\n')}\n`);
    expect(stories).toMatchObject([{ headline: 'Captain of the Ferry Sings for Nine Hours' }]);
    expect(stories[0]?.blocks).toHaveLength(TURNS.length);
  });

  test('is none where words that open headlines stand again', () => {
    const topics = ['Rowing: ', 'Chess: ', 'Rowing: ', 'Chess: ', 'Rowing: ', 'Chess: '];
    const stories = topics.map((topic, at) => {
      const [headline, ...body] = STORIES[at % STORIES.length] ?? [];
      return [`${topic}${headline} in year ${at}`, ...body].join('\n\n');
    });
    expect(read(`${stories.join('\n\n\n\n')}\n`).stories).toHaveLength(topics.length);
  });
});

test('a headline that was cut short with three stops is one', () => {
  const cut = STORIES.map(([headline, ...body]) => [`${headline.slice(0, 24)}...`, ...body].join('\n\n'));
  const { stories } = read(`${cut.join('\n\n\n\n')}\n`);
  expect(stories.map(({ headline }) => headline)).toEqual(headlines.map((each) => `${each.slice(0, 24)}...`));
});

test('a sentence about terms of service is of its story; what binds the reader of a page is not', () => {
  const [headline, ...body] = STORIES[0];
  const first =
    'The port has spent a winter with lawyers on the terms of service of its two ferries and a lighthouse.';
  const notice =
    'By signing up you agree to the terms of service and to the privacy policy of this newspaper.';
  const { stories } = read(`${[headline, 'May 3, 2024', notice, first, ...body].join('\n\n')}\n`);
  expect(stories[0]?.blocks).toEqual([first, ...body].map((text) => ({ type: 'paragraph', text })));
});

test('the last line of a story is no headline above one that is signed right below, however it ends', () => {
  const LAST = [
    'All in all there is much to look forward to in the harbour this year, so be on the quay at noon!',
    'Find out more about the valley at www.halden.example/valley/frost/and/what/it/took/this/spring',
    'It will be lit again in the autumn.',
    'Members of the club said they would miss the warmth of the dryers.',
  ];
  const years = [1, 2, 3].flatMap((year) =>
    STORIES.map(([headline, ...body], at) =>
      [
        `${headline} in year ${year}`,
        `By Mara Elliot | May ${year}, 2019`,
        ...body.slice(0, 2),
        LAST[at] ?? '',
      ].join('\n\n'),
    ),
  );
  const { stories } = read(`${years.join('\n\n')}\n`);
  expect(stories.map(({ headline }) => headline)).toEqual(
    [1, 2, 3].flatMap((year) => headlines.map((headline) => `${headline} in year ${year}`)),
  );
});

test('headlines below wide gaps are nobody’s turns, though all open with one word and a colon', () => {
  const things = ['Quarry', 'Tramway', 'Orchard', 'Bakery'];
  const stories = things.map((thing) =>
    [
      `Q&A: Who asks the ${thing} keepers what comes next?`,
      `HALDEN, Norlund: Keepers of the ${thing} have asked the council for answers since the winter, and were not heard.`,
      `A ladder was bought for the ${thing}, the clerk said, and another one from a merchant in the town by the coast.`,
    ].join('\n\n'),
  );
  const { said } = read(stories.join('\n\n\n\n'));
  expect(said.map(({ headline }) => headline)).toEqual(
    things.map((thing) => `Q&A: Who asks the ${thing} keepers what comes next?`),
  );
});
