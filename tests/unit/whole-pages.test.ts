// Pages that were copied whole: a menu above the story, links and a footer below.
import { describe, expect, test } from 'vitest';
import { apartnessOf } from '../../integration/dump/heads/page-headline.ts';
import { DumpReader, readDump } from '../../integration/dump/index.ts';
import { LineSplitter } from '../../integration/dump/lines/lines.ts';
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

test('links that a page prints twice each, as heads of stories do, are links', () => {
  const twice = LINKS.flatMap((link) => [`${link} this winter`, 'TT', `${link} this winter`]);
  const page = [...MENU, ...twice, ...MENU, HEADLINE, 'November 19, 2019', ...BODY, ...FOOTER].join('\n');
  expect(readDump(page).stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
});

test('that a line stands apart says nothing of it where blank lines stand around paragraphs alone', () => {
  const apartness = (text: string) => {
    const splitter = new LineSplitter();
    return apartnessOf([...splitter.push(Buffer.from(text)), ...splitter.end()]);
  };
  const paragraphs = [...MENU, HEADLINE, '', ...BODY.flatMap((text) => [text, '']), ...FOOTER];
  expect(apartness(paragraphs.join('\n'))).toBe(0);
  const headings = LINKS.flatMap((link, at) => [link, '', BODY[at % BODY.length] ?? '', '']);
  expect(apartness(headings.join('\n'))).toBe(1);
});

test('who wrote the story is not its headline, however much of the prose is about them', () => {
  const headline = 'Nobody fell between the boats';
  const names = 'Mara Elliot and Rosa Linden';
  const body = BODY.map((text) => `${text} ${names} were there and wrote down what the pilots said.`);
  const top = [...MENU, ...MENU, headline, `By ${names}`].join('\n');
  const story = ['November 19, 2019', ...body].join('\n\n');
  const { stories } = readDump(`${top}\n\n${story}\n${FOOTER.join('\n')}`);
  expect(stories.map((each) => each.headline)).toEqual([headline]);
});

test('of a headline and a dek that the prose says again in more words, the upper one is the headline', () => {
  const dek = 'First tanker boarded by cable car in Porto Velmar';
  const page = PAGE.replace(HEADLINE, ['Pilots try cable car on a tanker', dek].join('\n\n'));
  const [story] = readDump(page).stories;
  expect(story).toMatchObject({ headline: 'Pilots try cable car on a tanker', dek });
});

test('a day above the headline dates the story, and one further up does not', () => {
  const page = PAGE.replace('November 19, 2019\n\n', '');
  const dated = page.replace(HEADLINE, `November 19, 2019\n\nHarbor\n\n${HEADLINE}`);
  expect(readDump(dated).stories).toMatchObject([{ headline: HEADLINE, date: '2019-11-19' }]);
  const copied = readDump(['Tuesday, November 19, 2019', page].join('\n\n')).stories;
  expect(copied.map(({ headline, date }) => [headline, date])).toEqual([[HEADLINE, undefined]]);
});

test('the way to a story, printed above its headline, is no headline', () => {
  const page = PAGE.replace(HEADLINE, [`Home > Harbor > ${HEADLINE}`, HEADLINE].join('\n\n'));
  expect(readDump(page).stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
});

test.each([['Harbor, Pilots, Tanker Captains, Cable Cars, Launches'], ['Cable cars | Porto Velmar']])(
  'the sections that a story stands in are no headline: %s',
  (labels) => {
    const page = PAGE.replace(HEADLINE, [labels, HEADLINE].join('\n\n'));
    expect(readDump(page).stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
    // Two names and what they did are a headline.
    const named = PAGE.replace(HEADLINE, 'Pilots, Harbor Board Trade Launches for Cable Car');
    expect(readDump(named).stories).toMatchObject([
      { headline: 'Pilots, Harbor Board Trade Launches for Cable Car' },
    ]);
  },
);

test('the way to a story, as the first line of a text or far above in a menu, is no headline', () => {
  const headline = 'Launches, tankers and a cable car – pilots show what the harbor board bought';
  const path = `Sie sind hier:» Start » Presse » Mitteilungen » Archiv » ${headline}`;
  const dek = 'Harbor board and pilots at the fair of Porto Velmar, 19 to 21 November';
  const text = [
    path,
    headline,
    'Porto Velmar, November 19, 2019',
    dek,
    ...BODY,
    ...LINKS,
    ...FOOTER,
    ...MENU,
  ].join('\n\n');
  expect(readDump(text).stories).toMatchObject([{ headline }]);
  const short = 'Cable car boarded';
  const menu = [`Home > Press releases: harbor pilots and tankers: ${short}`, ...MENU, short].join('\n\n');
  expect(readDump(PAGE.replace(HEADLINE, menu)).stories).toMatchObject([{ headline: short }]);
});

const pageBelow = (...lines: string[]) =>
  [...MENU, ...MENU, ...lines, ...BODY, ...LINKS, ...FOOTER, ...LINKS].join('\n\n');

test('what stands at the end of the way to a story is its headline, a few lines below as well', () => {
  const headline = 'A tanker visited by cable car';
  const way = `Home » Harbor » Pilots of Porto Velmar » ${headline}`;
  const page = pageBelow(way, 'Harbor desk', 'Part four', 'The cable car', headline);
  expect(readDump(page).stories.map((story) => story.headline)).toEqual([headline]);
});

test('a link that its mark shows is no headline, and quotation marks are no such mark', () => {
  const headlines = (text: string) => readDump(text).stories.map(({ headline }) => headline);
  const headline = 'Cable car lifts the harbor pilots';
  expect(headlines(pageBelow('« A village waits for its ferry', headline))).toEqual([headline]);
  const quoted = `« ${HEADLINE} »`;
  expect(headlines(PAGE.replace(HEADLINE, quoted))).toEqual([quoted]);
});

test('a menu in a few long lines is a menu, above a line that is the headline by far', () => {
  const long = Array.from({ length: 9 }, (_, at) => `${MENU.join('')} ${LINKS.join('')} ${at}`);
  const page = PAGE.replace(MENU.join('\n\n'), long.join('\n\n'));
  expect(readDump(page).stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
});

test('when a story was published is no headline, where the year is missing', () => {
  const stamp = 'Updated Nov 19, 9:41 AM;Posted Nov 18, 8:19 PM';
  const page = PAGE.replace('November 19, 2019', stamp);
  expect(readDump(page).stories).toMatchObject([{ headline: HEADLINE, byline: 'Mara Elliot' }]);
  expect(readDump(page).stories[0]?.dek).toBeUndefined();
});

test('who signs below the last paragraph is of the story, and what asks its readers is not', () => {
  const last = BODY.at(-1) ?? '';
  const blocksOf = (...below: string[]) =>
    readDump(PAGE.replace(last, [last, ...below].join('\n\n'))).stories[0]?.blocks.slice(BODY.length);
  expect(blocksOf('-- Mara Elliot')).toEqual([{ type: 'paragraph', text: '-- Mara Elliot' }]);
  expect(blocksOf('Did you like this? Want more of it?')).toEqual([]);
  expect(blocksOf('You may also like...')).toEqual([]);
});

test('the first line of a page is as likely its headline alone as among others', () => {
  const top = ['The harbor paper of pilots and launches', ...MENU, ...MENU, ...LINKS].join('\n\n');
  const dump = [HEADLINE, 'Cable car instead of a launch'].map((headline) =>
    [top, [headline, ...BODY].join('\n'), ...LINKS, ...LINKS].join('\n\n'),
  );
  const headlines = (text: string) => readDump(text).stories.map(({ headline }) => headline);
  expect(headlines(dump.join('\n\n\n\n'))).toEqual(dump.flatMap(headlines));
});

const LAST =
  'The pilots of Porto Velmar have practised for a year above an empty basin, the harbor board said, and the captain of the tanker was told to keep his hat on: the cable car swings in the evening wind, and the launches will stay in the water beside it until the spring.';

test('a last paragraph below a box of links is of the story, where it is about the same', () => {
  const textsOf = (...below: string[]) => {
    const page = PAGE.replace(BODY[2] ?? '', [BODY[2], ...LINKS, ...below].join('\n\n'));
    return readDump(page).stories[0]?.blocks.map((block) => (block.type === 'list' ? '' : block.text)) ?? [];
  };
  expect(textsOf(LAST)).toContain(LAST);
  // Below a day stands what a reader says, or another story; below its own headline a teaser.
  expect(textsOf('Rosa Linden, November 20, 2019', LAST)).not.toContain(LAST);
  expect(textsOf('Pilots of Porto Velmar practised above an empty basin', LAST)).not.toContain(LAST);
  const about = `Rosa Linden ${LAST.slice(LAST.indexOf('have'))}`;
  expect(textsOf('Rosa Linden', 'Follow us', about)).not.toContain(about);
});

test('a headline that stands again below its day stands first at its head', () => {
  const head = [HEADLINE, 'Published November 19, 2019', 'Listen to this article', HEADLINE, 'Share'];
  const [story] = readDump(pageBelow(...head)).stories;
  expect(story).toMatchObject({ headline: HEADLINE, date: '2019-11-19' });
});

test('of two lines, the one that the page prints twice is the headline, and not the section above it', () => {
  const section = 'Our series on the harbor board';
  const page = `${pageBelow(section, HEADLINE, 'November 19, 2019')}\n\n${HEADLINE}`;
  expect(readDump(page).stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
});

test('a few words above a dek that is as long as no headline are the headline', () => {
  const dek =
    'Porto Velmar: where pilots boarded their first tanker by cable car, the harbor board now asks who will buy its launches in the spring';
  const [story] = readDump(pageBelow('Pilots on a cable', dek, 'By Mara Elliot')).stories;
  expect(story).toMatchObject({ headline: 'Pilots on a cable', dek });
});

test('a sentence that ends with what closes a quotation in German is a paragraph', () => {
  const last = '„Niemand ist gefallen, und der Kapitän des Tankers hat um eine zweite Fahrt gebeten.“';
  for (const quoted of [last, last.replace('„', '»').replace('“', '«')]) {
    const page = pageBelow(HEADLINE, 'By Mara Elliot').replace(BODY[2] ?? '', quoted);
    expect(readDump(page).stories[0]?.blocks.at(-1)).toEqual({ type: 'paragraph', text: quoted });
  }
});

test('several pages, four line breaks apart, are as many stories', () => {
  const second = PAGE.replace(HEADLINE, 'Pilots of the harbor board a tanker by cable car');
  expect(readDump([PAGE, second].join('\n\n\n\n')).stories.map(({ headline }) => headline)).toEqual([
    HEADLINE,
    'Pilots of the harbor board a tanker by cable car',
  ]);
});

test('a notice above the headline is no menu, and no headline either', () => {
  const page = PAGE.slice(PAGE.indexOf(HEADLINE));
  const text = ['Welcome to the new look of our site', page].join('\n\n');
  expect(readDump(text).stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
  expect(readDump(page).stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
});

describe('a front page', () => {
  const teaser =
    'Growers in the Halden valley have begun to count what the late frost took from their orchards.';
  const part = [...MENU, ...LINKS, teaser, ...MENU, ...LINKS, ...FOOTER];
  const front = [...part, ...part, ...part].join('\n\n');

  test('is no story, and that is said', () => {
    const { stories, messages, ledger, lines } = readDump(front);
    expect(stories).toEqual([]);
    expect(messages.map(({ code, line }) => [code, line])).toEqual([['no-story', 1]]);
    expect(sum(ledger)).toBe(lines);
  });

  test('takes nothing from the pages around it', () => {
    const { stories, messages } = readDump(
      [PAGE, front, PAGE.replace(HEADLINE, 'Pilots board a tanker by cable car')].join('\n\n\n\n'),
    );
    expect(stories.map(({ headline }) => headline)).toEqual([HEADLINE, 'Pilots board a tanker by cable car']);
    expect(messages.map(({ code }) => code)).toContain('no-story');
  });
});

test('so are long ones', () => {
  const menu = Array.from({ length: 160 }, (_, at) => `${MENU[at % MENU.length]} ${at}`).join('\n');
  const pages = ['cable car', 'rope ferry', 'steam crane'].map((thing) =>
    [menu, PAGE.replaceAll('cable car', thing)].join('\n\n'),
  );
  expect(readDump(pages.join('\n\n\n\n')).stories).toHaveLength(pages.length);
});

const OTHER = 'Orchard growers count their frozen apples';
const OTHER_BODY = [
  'Growers in the Halden valley have begun to count the apples that a late frost took from every orchard by the river.',
  'Half of the blossom froze in a single night, growers said, and apples will be dear in the shops until the spring.',
  'The frost came in the first night of May, when the smoke of the fires that growers light had already gone out.',
];

test('of two pages that nothing parts, one is told, and a line of the other is named', () => {
  const menu = [...MENU, ...LINKS, ...FOOTER].map((each) => `Halden: ${each}`);
  const other = [...menu, OTHER, ...OTHER_BODY, ...menu];
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
    .flatMap((text, at) => ((outside === HEADLINE ? BODY : OTHER_BODY).includes(text) ? at + 1 : []));
  expect(messages.some(({ code, line }) => code === 'doubtful' && numbers.includes(line))).toBe(true);
});

test('of two pages that nothing parts but the menu that both begin with, both are told', () => {
  const other = [...MENU, ...MENU, ...LINKS, OTHER, ...OTHER_BODY, ...FOOTER, ...LINKS];
  const dump = [PAGE, ...other].join('\n\n');
  const { stories, ledger, lines } = readDump(dump);
  expect(stories.map(({ headline }) => headline)).toEqual([HEADLINE, OTHER]);
  expect(sum(ledger)).toBe(lines);
});

test('gaps within a page part nothing, whether it stands alone or among others', () => {
  const wide = [MENU.join('\n\n'), PAGE, [...FOOTER, ...LINKS].join('\n\n')].join('\n\n\n');
  const second = wide.replace(HEADLINE, 'Pilots of the harbor board a tanker by cable car');
  expect(readDump(wide).stories.map(({ headline, blocks }) => [headline, blocks.length])).toEqual([
    [HEADLINE, BODY.length],
  ]);
  const dump = [wide, second, wide].join('\n\n\n\n\n\n');
  expect(readDump(dump).stories).toHaveLength(3);
});

test('a calendar that closes a story is of it, and the links below are not', () => {
  const days = [
    'June 9 - Porto Velmar, at the pier',
    'June 10 - Halden, by the locks',
    'Sept. 14 - Skarvik, below the light',
  ];
  const last = BODY.at(-1) ?? '';
  const page = PAGE.replace(last, [last, 'Where to ride the car', ...days].join('\n\n'));
  const [story] = readDump(page).stories;
  expect(story?.blocks.slice(BODY.length + 1)).toEqual(days.map((text) => ({ type: 'paragraph', text })));
});

test('among whole pages one without a menu begins with its headline, below what its site prints there', () => {
  const small = ['Show navigation', OTHER, 'November 20, 2019', ...OTHER_BODY].join('\n\n');
  const dump = [PAGE, small, PAGE.replace(HEADLINE, 'Pilots of the harbor board a tanker by cable car')];
  expect(
    readDump(dump.join('\n\n\n\n')).stories.map(({ headline, lines: [from] }) => [headline, from])[1],
  ).toEqual([OTHER, PAGE.split('\n').length + 6]);
});

test('a page that prints its menu again is one page', () => {
  const page = [PAGE, ...MENU, ...FOOTER, ...LINKS, ...MENU, ...LINKS].join('\n\n');
  for (const text of [page, [...MENU, ...LINKS, ...FOOTER, page].join('\n\n')]) {
    const { stories, ledger, lines } = readDump(text);
    expect(stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
    expect(sum(ledger)).toBe(lines);
  }
});

test('a dump of whole pages is read to its end as it is read at its beginning, in pieces of any size', () => {
  const pages = Array.from({ length: 300 }, (_, at) => {
    const filler = Array.from(
      { length: 12 },
      (_, line) => `${BODY[line % 3]?.slice(0, -1)} at pier ${at}-${line}.`,
    );
    const menu = MENU.map((label) => `${label} ${at % 7}`);
    return [
      ...MENU,
      ...menu,
      `${HEADLINE} number ${at}`,
      'By Mara Elliot',
      'November 19, 2019',
      ...filler,
      ...LINKS,
      ...FOOTER,
    ];
  });
  const text = pages.map((lines) => lines.join('\n')).join('\n\n\n\n');
  expect(text.length).toBeGreaterThan(512 * 1024);
  const { stories, ledger, lines } = readDump(text);
  expect(stories.map(({ headline }) => headline)).toEqual(pages.map((_, at) => `${HEADLINE} number ${at}`));
  expect(stories.every(({ blocks }) => blocks.length === 12)).toBe(true);
  expect(sum(ledger)).toBe(lines);
  const reader = new DumpReader();
  const bytes = Buffer.from(text);
  const found = [];
  for (let at = 0; at < bytes.length; at += 70_001)
    found.push(...reader.push(bytes.subarray(at, at + 70_001)));
  found.push(...reader.end());
  expect(found.flatMap(({ story }) => story ?? [])).toEqual(stories);
});

test('a doubtful story is told with its second reading, and with the option that settles it', () => {
  const said = readDump(PAGE)
    .messages.filter(({ code }) => code === 'doubtful')
    .map(({ text }) => text);
  expect(said.join('\n')).toMatch(
    /Second reading: another line is the headline; the option “layouts” settles it/u,
  );
});

test('stories whose pictures have short captions with credits are no page that was copied whole', () => {
  const harbor = (count: number, name: string) => `${Array(count).fill('ميناء').join(' ')} ${name}`;
  const captions = ['xd', 'xf', 'xg'].map((name) => `${harbor(5, name)}. (Reuters)`);
  const twice = captions.flatMap((caption) => [caption, caption]);
  const byline = 'Marta Eskelund | Jan 1, 2009';
  const prose = (...names: string[]) => names.flatMap((name) => ['', `${harbor(14, name)}.`]);
  const [one, other] = [harbor(4, 'xb'), harbor(4, 'xcc')];
  const pictured = [one, '', ...twice, 'TT', '', one, '', ...twice, '', byline];
  const dump = [
    [...pictured, ...prose('xh', 'xj', 'xk', 'xl', 'xm', 'xcb')],
    [other, '', 'TT', '', other, '', byline, ...prose('xcf'), '', `• ${harbor(4, 'xcg')}`, ...prose('xch')],
  ];
  const { stories, ledger } = readDump(dump.map((lines) => lines.join('\n')).join('\n\n\n\n'));
  expect(stories).toHaveLength(2);
  expect(ledger).toMatchObject({ echo: 11 });
});

test.each([
  {
    language: 'Japanese',
    menu: ['ホーム', 'ニュース', '港', 'スポーツ', '天気', '潮', '船', '投書', '過去の記事', '求人'],
    headline: '港の水先人、船を降りてロープウエーで乗船へ',
    signed: ['2019年11月19日 18時02分', '文：後藤花子'],
    byline: '後藤花子',
    body: [
      'ポルトベルマル港の水先人が月曜日、設計から九年を経て初めてロープウエーでタンカーに乗り込んだ。けが人はいなかった。',
      '港湾局によると、船長は夕方、乗組員のためにもう一度乗せてほしいと頼んだという。ロープウエーは春に一般公開される。',
      '水先人が使ってきた船は春に売られ、橋を失ってから渡し船を待っていた村が買い取ることになった。',
    ],
    links: [
      '養蜂家の合唱団が夕食を歌う',
      '九つのパン屋が薪に戻る',
      '島が二台目の除雪車を買う',
      'ランキング',
      'お知らせ',
    ],
    footer: [
      '会社概要',
      'お問い合わせ',
      'プライバシー',
      '利用規約',
      '広告',
      '採用',
      'ヘルプ',
      'サイトマップ',
    ],
  },
  {
    language: 'Chinese',
    menu: ['首页', '新闻', '港口', '体育', '天气', '潮汐', '船只', '来信', '档案', '招聘'],
    headline: '港口引航员告别小艇，改乘缆车登船',
    signed: ['2019年11月19日 18:02', '记者：王晓'],
    byline: '王晓',
    body: [
      '波尔图韦尔马港的引航员星期一首次乘缆车登上一艘油轮，距离最初的设计已经过去了九年。港务局说，没有人跌落。',
      '船长当天晚上请求让全体船员再乘坐一次缆车，港务局表示同意，并说缆车将在春天向公众开放。',
      '引航员用过的小艇将在春天卖给一个村庄，自从桥梁被毁以后，那里的人一直在等待一艘渡船。',
    ],
    links: ['养蜂人合唱团为晚餐歌唱', '九家面包房重新用木柴', '海岛购买第二台扫雪机', '热门', '通知'],
    footer: ['关于我们', '联系方式', '隐私', '条款', '广告', '加入我们', '帮助', '网站地图'],
  },
])(
  'a page in $language, whose words no spaces part',
  ({ menu, headline, signed, byline, body, links, footer }) => {
    const page = [...menu, headline, ...signed, ...body, ...links, ...footer].join('\n\n');
    const { stories } = readDump(page);
    expect(stories).toMatchObject([
      { headline, byline, date: '2019-11-19', blocks: body.map((text) => ({ type: 'paragraph', text })) },
    ]);
  },
);

test('a page that ends in a sentence of its story has no footer: what stands above it stays', () => {
  const last = 'The pilots may keep the launches until spring, the harbor board says.';
  const page = [...MENU, ...MENU, HEADLINE, 'By Mara Elliot', ...BODY, 'What becomes of the launches', last];
  const { stories } = readDump(page.join('\n\n'));
  expect(stories.map(({ headline }) => headline)).toEqual([HEADLINE]);
  expect(stories[0]?.blocks.slice(-2).map((block) => ('text' in block ? block.text : ''))).toEqual([
    'What becomes of the launches',
    last,
  ]);
});
