// What stands between a headline and its first paragraph where pages are copied as they are: days, names, credits,
// counters, controls, a dek, in any order.
import { describe, expect, test } from 'vitest';
import { findDays, readDump } from '../../integration/dump/index.ts';
import { MONTH_NAMES } from '../../integration/dump/phrases/months.ts';
import { read, readOne } from './reading.ts';

const HEADLINE = 'Harbor Pilots Trade Their Launches for a Cable Car';
const P =
  'The pilots of Porto Velmar have boarded their first tanker by cable car, nine years after the plan was drawn.';
const Q =
  'Nobody fell, the harbor board told reporters, and the captain of the tanker asked for a second ride in the evening.';
const BODY = [P, Q].map((text) => ({ type: 'paragraph', text }));

const story = (...head: string[]) => readOne([HEADLINE, ...head, P, Q].join('\n\n')).story;

describe('a line that states a day', () => {
  test.each([
    ['Published 13 May, 2023 05:59am', '2023-05-13'],
    ['PUBLISHED: November 19, 2019 at 8:59 pm | UPDATED: November 20, 2019 at 9:10 am', '2019-11-19'],
    ['10:48, Tue, Nov 19, 2019', '2019-11-19'],
    ['November 20, 2019 / 1:07 AM / Harbor News', '2019-11-20'],
    ['November 18, 2019 | 4:10pm', '2019-11-18'],
    ['19 November 2019 • 1:16pm', '2019-11-19'],
    ['Nov 20 2019, 11:06am IST', '2019-11-20'],
    ['Mon 18 Nov 2019 18.54 GMT Last modified on Tue 19 Nov 2019 10.00 GMT', '2019-11-18'],
    ['6 Apr, 2010 02:49 / Updated 15 years ago', '2010-04-06'],
    ['Publié le 12 janvier 2023 à 18h00, mis à jour le 13 janvier 2023 à 10h00', '2023-01-12'],
    ['Updated Nov 20, 2019, 6:55 AM; Posted Nov 19, 2019, 6:51 AM', '2019-11-19'],
    ['Letter February 22, 2012', '2012-02-22'],
    ['Date: 13 May 2023', '2023-05-13'],
    ['2024-05-17T09:30:00Z', '2024-05-17'],
    ['2024-05-17T09:30:00+03:00', '2024-05-17'],
    ['2024年5月17日', '2024-05-17'],
    ['2019년 11월 18일', '2019-11-18'],
    ['19.11.2019, 23:06', '2019-11-19'],
    ['2024/05/17', '2024-05-17'],
    ['27/09/2018', '2018-09-27'],
    ['11:57 AM 12/25/2014', '2014-12-25'],
    ['آخر تحديث: 13 مايو 2023 - 14:05 بتوقيت غرينتش', '2023-05-13'],
    ['sexta-feira, 22 de outubro de 2010 às 20:13', '2010-10-22'],
    ['Montag, 18. November 2019, 9:30 Uhr', '2019-11-18'],
    ['24 сентября 2018', '2018-09-24'],
    ['۱۴۰۳/۰۲/۲۸', '2024-05-17'],
    ['جمعه ۲۸ اردیبهشت ۱۴۰۳ - ۱۲:۳۴', '2024-05-17'],
    ['28 اردیبهشت 1403', '2024-05-17'],
    // The last day of a leap year, which 1402 was not.
    ['۱۴۰۳/۱۲/۳۰', '2025-03-20'],
    ['Posted on Maret 30, 2015', '2015-03-30'],
    // Thai counts years from 543 years before our era.
    ['วันศุกร์ที่ 17 พฤษภาคม 2567', '2024-05-17'],
    ['28 กุมภาพันธ์ 2567 10:30 น.', '2024-02-28'],
    ['17 พ.ค. 2567', '2024-05-17'],
    ['17 พ.ค. 67 10.30 น.', '2024-05-17'],
    ['17/05/2567', '2024-05-17'],
    ['๑๗ พฤษภาคม ๒๕๖๗', '2024-05-17'],
    ['17 พฤษภาคม 2024', '2024-05-17'],
    ['Ngày 17 tháng 5 năm 2024', '2024-05-17'],
    ['Thứ sáu, 17/5/2024, 10:30 (GMT+7)', '2024-05-17'],
    ['Thứ sáu, 7/5/2024, 10:30 (GMT+7)', '2024-05-07'],
    ['Jumat, 07/05/2024 10:30 WIB', '2024-05-07'],
    ['2024. május 17., péntek 10:30', '2024-05-17'],
    ['2024 m. gegužės 17 d.', '2024-05-17'],
    ['2024. gada 17. maijs', '2024-05-17'],
    ['১৭ মে ২০২৪', '2024-05-17'],
    ['१७ मे २०२४', '2024-05-17'],
    ['17 మే 2024', '2024-05-17'],
    ['17. svibnja 2024.', '2024-05-17'],
    ['17. maja 2024', '2024-05-17'],
    ['17 maj 2024', '2024-05-17'],
    ['17 мая 2024, 10:30', '2024-05-17'],
    ['17 მაისი, 2024', '2024-05-17'],
    ['17 Septemba 2024', '2024-09-17'],
  ])('%s', (line, date) => {
    expect(story(line)).toMatchObject({ headline: HEADLINE, date, dateBasis: 'stated', blocks: BODY });
    expect(story(line).dek).toBeUndefined();
  });

  test.each([
    ['By Mara Elliot on Monday, November 18th, 2019 at 11:04 a.m.', '2019-11-18'],
    ['By Mara Elliot - 11/19/19 06:56 AM EST', '2019-11-19'],
    ['Mara Elliot - Nov 19, 2019, 10:31 pm CST', '2019-11-19'],
    ['Monday November 18, 2019 7:45 am PST by Mara Elliot', '2019-11-18'],
    ['Mara Elliot 27/09/2018', '2018-09-27'],
  ])('and a name: %s', (line, date) => {
    expect(story(line)).toMatchObject({ byline: 'Mara Elliot', date, blocks: BODY });
  });

  test.each([
    '2024-05-17T09:30:00+0900',
    'Published 17 May, 2024 05:59am',
    'PUBLISHED: May 17, 2024 at 8:59 pm | UPDATED: May 20, 2024 at 9:10 am',
    'May 17, 2024 | 4:10pm',
    'Fri, 17 May 2024 10:48:00 +0000',
    '17.05.2024, 23:06',
    'آخر تحديث: 17 مايو 2024 - 14:05 بتوقيت غرينتش',
    'sexta-feira, 17 de maio de 2024 às 20:13',
  ])('above the headline it is no headline: %s', (line) => {
    for (const between of ['\n', '\n\n'])
      expect(readOne([line, HEADLINE].join(between).concat(`\n\n${P}\n\n${Q}`)).story).toMatchObject({
        ...{ headline: HEADLINE, date: '2024-05-17', blocks: BODY },
      });
    const address = 'https://harbor.example/2024/cable-car';
    expect(readOne([address, line, HEADLINE, P, '', Q].join('\n')).story).toMatchObject({
      ...{ headline: HEADLINE, date: '2024-05-17', blocks: BODY },
    });
  });

  test('how long ago dates nothing, and is no dek', () => {
    const { date, dek, blocks } = story('By Mara Elliot', '5 hours ago');
    expect({ date, dek, blocks }).toEqual({ date: undefined, dek: undefined, blocks: BODY });
  });

  test('no month has the name of another one in another language', () => {
    const months = new Map<string, Set<number>>();
    for (const names of MONTH_NAMES)
      for (const [month, forms] of names.entries())
        for (const form of forms.split('|')) months.set(form, (months.get(form) ?? new Set()).add(month));
    expect([...months].filter(([, { size }]) => size > 1)).toEqual([]);
    expect(MONTH_NAMES.filter(({ length }) => length !== 12)).toEqual([]);
  });

  test('a year at the end of a sentence is of no day behind it', () => {
    expect(findDays('The pier was built in 2019. May 3 saw the first boat.')).toEqual([]);
  });

  test('two numbers that may both be the month date nothing', () => {
    expect(story('By Mara Elliot', '03/04/2019').date).toBeUndefined();
  });
});

test('days of Chinese, Japanese and Korean date plain stories, and a headline without spaces raises no doubt', () => {
  const stories = [
    '市议会决定延长夜间渡轮服务\n2025年3月7日 星期五\n\n市议会投票决定，将夜间渡轮服务延长至凌晨两点，此前三个月的试运行取得了良好的效果。\n\n议员们表示，渡轮的乘客人数超过了预期，尤其是在周末和节假日。',
    '春の祭りが三年ぶりに港で開かれる\n更新日：2025年3月8日（土）\n\n春の祭りが三年ぶりに港で開かれた。市内外から五千人が訪れ、屋台の前には長い列ができた。\n\n主催者は「来年も続けたい」と話し、寄付をした店に礼を述べた。',
    '시장 상인들 새 주차장 요구\n입력 2025년 3월 9일 10:20\n\n시장 상인들이 새 주차장을 요구했다. 지난해보다 손님이 크게 줄었기 때문이다. 상인 대표는 시청을 찾아가 서명 천 장을 전달했다고 말했다.\n\n시는 다음 달까지 답을 내놓겠다고 밝혔으며, 예산은 아직 정해지지 않았다. 상인들은 그때까지 기다리겠다고 했다.',
  ];
  const { stories: read, messages } = readDump(stories.join('\n\n\n'));
  expect(read.map(({ date }) => date)).toEqual(['2025-03-07', '2025-03-08', '2025-03-09']);
  expect(messages).toEqual([]);
});

test('two stories under one headline that state different days are two', () => {
  const week = (day: string) => `Weather for the Week\n${day}\n\n${P}\n\n${Q}`;
  const both = [week('March 21, 2025'), week('March 28, 2025')];
  expect(readDump(both.join('\n\n\n')).stories.map(({ date }) => date)).toEqual(['2025-03-21', '2025-03-28']);
  const three = [...both, `${HEADLINE}\nMarch 29, 2025\n\n${P}\n\n${Q}`];
  expect(readDump(three.join('\n\n\n')).stories).toHaveLength(3);
});

describe('lines that end no head and are no dek', () => {
  test.each([
    'Share this with Facebook',
    'Facebook',
    'Print',
    '1 / 23',
    'Back to Gallery',
    'Get short URL',
    'Advertisement',
    '0',
    'Harbor News Service',
    'Telegraph Sport',
    '© Harbor Press',
    'Ann Nicholl | Getty Images',
    'Partager',
    'Compartir en Facebook',
    'Teilen',
    'مشاركة',
    'Поделиться',
  ])('%s', (line) => {
    for (const head of [
      [line, 'By Mara Elliot', 'November 19, 2019'],
      ['By Mara Elliot', line, 'November 19, 2019'],
      ['By Mara Elliot', 'November 19, 2019', line],
      [line, 'By Mara Elliot', 'November 19, 2019', line],
    ]) {
      const { headline, byline, date, dek, blocks } = story(...head);
      expect({ headline, byline, date, dek, blocks }).toEqual({
        headline: HEADLINE,
        byline: 'Mara Elliot',
        date: '2019-11-19',
        dek: undefined,
        blocks: BODY,
      });
    }
  });

  test('a name twice, as an avatar and as a name, signs once', () => {
    expect(story('Mara Elliot', 'Mara Elliot', 'Nov 19, 2019')).toMatchObject({
      headline: HEADLINE,
      byline: 'Mara Elliot',
      blocks: BODY,
    });
  });

  test('“By” and the name on the next line', () => {
    expect(story('By', 'Mara Elliot', 'Mara Elliot', 'Nov. 19, 2019 5:30 am ET')).toMatchObject({
      byline: 'Mara Elliot',
      date: '2019-11-19',
      blocks: BODY,
    });
  });

  test('a dek that is a sentence, among controls, is the dek', () => {
    const dek = 'The harbor board calls the cable car the end of an age of wet boots.';
    for (const head of [
      [dek, 'By Mara Elliot', 'November 19, 2019', 'Share'],
      ['Share', dek, 'By Mara Elliot', 'November 19, 2019'],
      ['November 19, 2019', 'Facebook', 'Twitter', dek, 'By Mara Elliot'],
    ])
      expect(story(...head)).toMatchObject({ headline: HEADLINE, dek, byline: 'Mara Elliot', blocks: BODY });
  });
});

describe('a headline that stands undisputed', () => {
  test.each([
    ['Mara Elliot', 'Mara Elliot'],
    ['By MARA ELLIOT'],
    ['By Harbor News Agency'],
    ['A pilot steps on to the bridge of a tanker. (Reuters)'],
    ['BY'],
    ['By MARA ELLIOTStaff Writer'],
    ['Share', 'Tweet', 'By Mara Elliot | Nov 19, 2019'],
  ])('is not lost to %j below it', (...lines) => {
    expect(story(...lines).headline).toBe(HEADLINE);
  });
});

describe('page controls in a body', () => {
  test('an advertisement is furniture, whatever the head', () => {
    const { said, ledger } = read([HEADLINE, P, 'Advertisement', Q, 'Advert', P].join('\n\n'));
    expect(said[0]?.blocks).toEqual([...BODY, BODY[0]]);
    expect(ledger.furniture).toBe(2);
  });

  test('where the head shows a page, controls, credits and links to other stories are furniture', () => {
    const { said } = read(
      [
        HEADLINE,
        'By Mara Elliot',
        'November 19, 2019',
        P,
        'Share this article',
        'Photo: Harbor Board',
        'Related Stories',
        'Cable Car Plan Returns to the Council',
        'Pilots Ask for Dry Boots',
        Q,
      ].join('\n\n'),
    );
    expect(said.map(({ blocks }) => blocks)).toEqual([BODY]);
  });

  test('in text without any page about it, such lines are left as they are', () => {
    const { said } = read([HEADLINE, P, 'Photos', Q].join('\n\n'));
    expect(said[0]?.blocks).toHaveLength(3);
  });
});

test('a bare page among signed ones is a story', () => {
  const signed = [HEADLINE, 'by Mara Elliot | Nov 19, 2019 | Harbor', P, Q].join('\n\n');
  const bare = [
    'Orchard growers count losses after a late frost',
    'Growers in the Halden valley have begun to count what the late frost took from their orchards this spring.',
    'The frost came in the first night of May, and growers lost half of the blossom in the orchards by the river.',
  ].join('\n\n');
  for (const dump of [
    [signed, bare],
    [bare, signed],
    [signed, bare, signed.replace('Trade', 'Swap')],
  ]) {
    const { said } = read(dump.join('\n\n\n\n\n'));
    expect(said).toHaveLength(dump.length);
  }
});

test('below a headline that stands twice, a dek above who wrote the story, and when, is the dek', () => {
  const dek = 'One member of the harbor board did not hold back when he was asked about the launches';
  const [story] = readDump(
    [
      HEADLINE,
      HEADLINE,
      dek,
      'by Mara Elliot',
      '@maraelliot',
      'Nov 18, 2019 at 9:24 pm ET • 2 min read',
      P,
      Q,
    ].join('\n\n'),
  ).stories;
  expect(story).toMatchObject({ headline: HEADLINE, dek, byline: 'Mara Elliot', date: '2019-11-18' });
  expect(story?.blocks).toHaveLength(2);
});

test('a notice that a site prints above its first headline is no headline, and a headline above a dek stays one', () => {
  const headline = 'Harbor pilots board the tanker by cable car';
  const body = [
    'The pilots of Porto Velmar boarded their first tanker by cable car on Monday, nine years after it was drawn.',
    'Nobody fell, and the captain of the tanker asked the harbor board for a second ride by cable car in the evening.',
  ];
  const said = (...lines: string[]) => readDump(lines.join('\n\n')).stories.map((story) => story.headline);
  expect(said('Show navigation', headline, 'November 19, 2019', ...body)).toEqual([headline]);
  expect(said('Welcome to the new look of our site', headline, ...body)).toEqual([headline]);
  expect(said(headline, 'The launches are sold', 'By Mara Elliot', ...body)).toEqual([headline]);
  const short = 'Tanker boarded by cable';
  expect(said(short, 'Who is to pay for what the pilots have', ...body)).toEqual([short]);
});

describe('doubt', () => {
  const doubts = (text: string) => readDump(text).messages.filter(({ code }) => code === 'doubtful');

  test('a plain story and a signed one are told without doubt', () => {
    expect(doubts([HEADLINE, P, Q].join('\n\n'))).toEqual([]);
    expect(doubts([HEADLINE, 'By Mara Elliot', 'November 19, 2019', P, Q].join('\n\n'))).toEqual([]);
  });

  test('lines that nothing is known of make a story doubtful, and the warning says why', () => {
    const links = ['Weather', 'Tides of the week', 'Boats for sale', 'Cable car timetable', 'Berths'];
    const [first] = doubts([HEADLINE, 'By Mara Elliot', P, ...links, Q, ...links].join('\n\n'));
    expect(first).toMatchObject({ severity: 'warning', line: 1 });
    expect(first?.text).toContain('short');
  });

  test('one short open line in the body of a page is enough for doubt, and the line is quoted', () => {
    const [first] = doubts(
      [HEADLINE, 'By Mara Elliot', 'November 19, 2019', P, 'Cable car timetable', Q].join('\n\n'),
    );
    expect(first?.text).toContain('Cable car timetable');
  });

  test('in text that shows no page, short open lines are its subheads, and no doubt', () => {
    expect(doubts([HEADLINE, P, Q, 'Who is to pay', P.replace('The', 'Their'), Q, P].join('\n\n'))).toEqual(
      [],
    );
  });

  test('lines of a head that were taken for furniture are no doubt where nothing of the body is', () => {
    const head = [HEADLINE, 'By Mara Elliot', 'November 19, 2019', 'Harbor Desk Notes', 'Share'];
    expect(doubts([...head, P, Q, `${Q} Again.`].join('\n\n'))).toEqual([]);
  });

  test('a credit among paragraphs is quoted, with the option that settles it', () => {
    const [first] = doubts([HEADLINE, P, Q, 'Photo: Ann Nicholl / Harborpress', P].join('\n\n'));
    expect(first?.text).toContain('“Photo: Ann Nicholl / Harborpress” (line 7) is furniture');
    expect(first?.text).toContain('option “furniture”');
  });

  test('a short sentence above the first paragraph of a page may be its dek', () => {
    const head = [HEADLINE, 'By Mara Elliot', 'November 19, 2019', 'Share'];
    const [first] = doubts([...head, 'The launches are to be sold by spring.', P, Q].join('\n\n'));
    expect(first?.text).toContain('“The launches are to be sold by spring.” (line 9) is its dek');
  });

  test('a short sentence between long paragraphs of a page, and a first line below a credit, may be captions', () => {
    const long = `${P} ${Q}`;
    const head = [HEADLINE, 'By Mara Elliot', 'November 19, 2019', 'Share'];
    const [brief] = doubts([...head, long, `${long} Twice.`, 'The third launch at dusk.', long].join('\n\n'));
    expect(brief?.text).toContain('a short sentence stands among long paragraphs');
    const credited = doubts([...head, 'Photo: Ann Nicholl', long, `${long} Twice.`].join('\n\n'));
    expect(credited[0]?.text).toContain('its head ends with a credit');
  });

  test('a line that leads to other stories is doubted, in text that shows no page as well', () => {
    const [first] = doubts([HEADLINE, P, 'More from the Harbor Gazette', Q, `${P} Twice.`].join('\n\n'));
    expect(first?.text).toContain('“More from the Harbor Gazette” (line 5) is furniture');
  });

  test('a short sentence beside what was taken for furniture is doubted', () => {
    const head = [HEADLINE, 'By Mara Elliot', 'November 19, 2019', 'Share'];
    const page = (sentence: string) =>
      doubts([...head, P, `${Q} Twice.`, sentence, 'Share this article', `${P} Again.`, Q].join('\n\n'));
    const said = 'a short line stands beside furniture';
    expect(page('Would you ride in this?')[0]?.text).toContain(said);
    expect(page(`${Q} Thrice.`).filter(({ text }) => text.includes(said))).toEqual([]);
  });

  test('a second story whose headline is a remark of two sentences is doubted', () => {
    const remark = 'How about a cable car for the keepers of the lamps? They would be home in time for once!';
    const [first] = doubts([HEADLINE, P, Q, '', remark, P, Q].join('\n\n'));
    expect(first).toMatchObject({ line: 9 });
  });

  test('a long sentence on top is doubted: it may be the first of a text without a headline', () => {
    const sentence = 'The pilots of Porto Velmar have boarded their first tanker by cable car this week';
    const body = `\n\n${[Q, `${P} Twice.`, `${Q} Thrice.`, P, `${Q} Again.`].join('\n\n')}`;
    expect(doubts(`${sentence}.${body}`)[0]).toMatchObject({ line: 1 });
    expect(doubts(`${sentence}${body}`)).toEqual([]);
    expect(doubts(`${sentence}, Says the U.S.${body}`)).toEqual([]);
    expect(doubts(`${HEADLINE}.${body}`)).toEqual([]);
  });

  test('a credit on top is doubted: no story is called so', () => {
    const body = [P, Q, `${P} Twice.`, `${Q} Thrice.`].join('\n');
    expect(doubts(`Photo source: Harbor Press\n${body}`)[0]).toMatchObject({ line: 1 });
  });

  test('a paragraph in Hindi is none for a headline: its stop is known', () => {
    const line = 'बंदरगाह की नाव शुक्रवार को लौट आई और उसके कप्तान ने घाट पर खड़े लोगों को हाथ हिलाया।';
    const text = [line, `${line} ${line}`, `${line} ${line} ${line}`].join('\n');
    const codesOf = (dump: string) => readDump(Buffer.from(dump)).messages.map(({ code }) => code);
    expect(codesOf(`${line} ${line}\n${text}`)).toContain('no-headline');
    const { stories } = readDump(Buffer.from(`बंदरगाह की नाव लौट आई\n${text}`));
    expect(stories.map(({ headline }) => headline)).toEqual(['बंदरगाह की नाव लौट आई']);
  });

  test('a scrap among paragraphs is doubted, and so is a name alone that no word calls a writer', () => {
    expect(doubts([HEADLINE, P, '0', Q].join('\n\n'))).toHaveLength(1);
    expect(doubts([HEADLINE, 'Mara Elliot', P, Q].join('\n\n'))).toHaveLength(1);
  });

  describe('of lines above a headline', () => {
    const HEADLINES = [HEADLINE, 'School for Clock Menders Opens in Qellin', 'Second Ferry for the Skerries'];
    const pageOf = (headline: string, above: readonly string[]) =>
      [...above, headline, 'Updated 12 January 2025', headline, P, Q].join('\n');
    const pages = (above: (at: number) => readonly string[]) =>
      HEADLINES.map((headline, at) => pageOf(headline, above(at)));
    const codesOf = (text: string) => readDump(text).messages.map(({ code }) => code);
    const MENU = ['Front', 'Wide World', 'Ball Games', 'Find'];

    test('those that stand on most pages are none, whether or not blank lines part the pages', () => {
      for (const blanks of ['\n\n\n', '\n']) {
        const codes = codesOf(pages(() => MENU).join(blanks));
        expect(codes).toContain('masthead');
        expect(codes).not.toContain('doubtful');
        expect(readDump(pages(() => MENU).join(blanks)).stories).toHaveLength(HEADLINES.length);
      }
    });

    test('those that the option “furniture” names are none', () => {
      const [page = ''] = pages(() => MENU);
      expect(doubts(page)[0]?.text).toContain('lines above its headline were left out');
      expect(codesOf(page)).toContain('doubtful');
      expect(readDump(page, { furniture: MENU }).messages).toEqual([]);
    });

    test('page controls and days are none', () => {
      expect(doubts(pageOf(HEADLINE, ['TT', 'Print', 'Share', 'Sunday, 12 January 2025']))).toEqual([]);
    });

    test('those that nobody knows are one, beside a menu that everybody knows', () => {
      const own = [
        ['Keels', 'Lamp Oil', 'Tar'],
        ['Springs', 'Bell Towers', 'Brass'],
        ['Herring', 'Nets', 'Ice Houses'],
      ];
      const said = doubts(pages((at) => [...MENU, ...(own[at] ?? [])]).join('\n\n\n'));
      expect(said).toHaveLength(HEADLINES.length);
      for (const { text } of said) expect(text).toContain('lines above its headline were left out');
    });
  });

  test.each([
    '3 March 2024',
    'Updated 3 March 2024',
    'Published: March 3, 2024 10:00',
    'Mar 3, 2024 / 1:07 AM / Harbor News',
  ])('no body is said to begin with “%s”, or with a control', (day) => {
    for (const above of [[], ['Share']]) {
      const said = doubts([HEADLINE, ...above, day, P].join('\n\n'));
      expect(said).toHaveLength(1);
      expect(said[0]?.text).not.toContain('its body begins');
    }
  });

  test('a line that nothing is known of is said to begin a body, below a day as well', () => {
    const [first] = doubts([HEADLINE, '3 March 2024', 'Harbor Desk', 'By Mara Elliot', P].join('\n\n'));
    expect(first?.text).toContain('its body begins with “Harbor Desk” (line 5)');
  });

  test('a sentence that ends with “by” and initials is a paragraph', () => {
    const lede =
      'The cable car over the harbor is to run for a second winter after it was taken over by HNA.';
    const [story] = readDump([HEADLINE, lede, P, Q].join('\n\n')).stories;
    expect(story?.byline).toBeUndefined();
    expect(story?.blocks).toHaveLength(3);
  });

  test('below a headline that is numbered, another one is told where it stands', () => {
    const dump = [`1. ${HEADLINE}`, P, Q, '2. Ferry Returns to Its Old Pier', P, Q].join('\n\n');
    expect(doubts(dump).map(({ line }) => line)).toEqual([1, 7]);
  });

  test('a line below a gap that was read on is told where it stands', () => {
    const text = [HEADLINE, 'By Mara Elliot', P, Q].join('\n\n');
    const closed =
      'The mayor said that the lamps of the upper town would be counted again before the winter.';
    const lines = doubts([text, `${closed}\n\n${P}`, text.replace('Trade', 'Swap')].join('\n\n\n\n'));
    expect(lines.map(({ line }) => line)).toContain(11);
  });
});

describe('the title of a page, above its lines: the headline and the name of the site', () => {
  const page = (headline: string, title: string) =>
    `${title}\n\n\n17 May 2024\nPrint\n${headline}\n${P}\n${Q}`;
  const OTHER = 'Night Ferry Sells Its Last Ticket to a Clockmaker';

  test.each([
    ['behind', (headline: string) => `${headline} | Velmar Gazette`],
    ['before', (headline: string) => `Velmar Gazette - ${headline}`],
  ])('is of no story: the name %s', (_, titleOf) => {
    for (const between of ['\n\n\n', '\n\n\n\n']) {
      const dump = [HEADLINE, OTHER].map((headline) => page(headline, titleOf(headline))).join(between);
      const { stories, messages } = readDump(Buffer.from(dump));
      expect(stories.map(({ headline, dek, date, blocks }) => ({ headline, dek, date, blocks }))).toEqual(
        [HEADLINE, OTHER].map((headline) => ({ headline, dek: undefined, date: '2024-05-17', blocks: BODY })),
      );
      expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  });
});
