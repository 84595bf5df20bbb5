// What databases, crawlers and programs of blogs export: LexisNexis in its two layouts, WET, Movable Type.
import { describe, expect, test } from 'vitest';
import { list, paragraph, readFile, saysOf } from './reading.ts';

const BODY = [
  'The ferry came in at noon, and its captain waved to the clerks who had come',
  'down to the quay. Nobody had seen so many people there since the pier was re-',
  'opened.',
  '',
  'It will leave again at dusk, the keeper of the harbour said, and the pier was',
  'reopened for that.',
];
const BLOCKS = [
  paragraph(
    'The ferry came in at noon, and its captain waved to the clerks who had come down to the quay. Nobody had seen so ' +
      'many people there since the pier was reopened.',
  ),
  paragraph(
    'It will leave again at dusk, the keeper of the harbour said, and the pier was reopened for that.',
  ),
];

describe('LexisNexis', () => {
  const document = (
    marker: string,
    labels: Record<'by' | 'section' | 'length' | 'load' | 'language', string>,
    day: string,
  ) => [
    `                               ${marker}`,
    ...[
      '',
      '',
      '',
      '                             The Harbour Post',
      '',
      `                            ${day}`,
    ],
    ...['                                  Edition 1;', '                                  Scotland', ''],
    ...['Ferry returns to its old pier and', 'a crowd waves', '', `${labels.by}: BY MARTA ESKELUND`, ''],
    ...[`${labels.section}: TRAVEL; Pg. 6`, '', `${labels.length}: 45 words`, '', 'DATELINE: OSLO', ''],
    ...['HIGHLIGHT: A day to', 'remember', '', ...BODY, '', `${labels.load}: January 12, 2010`, ''],
    ...[
      `${labels.language}: ENGLISH`,
      '',
      'GRAPHIC: The quay at dawn',
      '',
      'PUBLICATION-TYPE: Newspaper',
      '',
      '',
    ],
    ...[
      '                      Copyright 2010 The Harbour Press',
      '                              All Rights Reserved',
      '',
    ],
  ];
  const ENGLISH = {
    by: 'BYLINE',
    section: 'SECTION',
    length: 'LENGTH',
    load: 'LOAD-DATE',
    language: 'LANGUAGE',
  };
  const STORY = {
    headline: 'Ferry returns to its old pier and a crowd waves',
    dek: 'A day to remember',
    byline: 'MARTA ESKELUND',
    section: 'TRAVEL',
    page: '6',
    publication: 'The Harbour Post',
    rights: 'Copyright 2010 The Harbour Press All Rights Reserved',
    language: 'en',
    dateline: { place: 'OSLO' },
    date: '2010-01-11',
    dateBasis: 'stated',
    photos: [{ caption: 'The quay at dawn' }],
    blocks: BLOCKS,
  };
  const COVER = ['', 'Download Request: Selected Items: 1-2', 'Terms: ferry', '', ''];

  test.each([
    ['English', '1 of 2 DOCUMENTS', '2 of 2 DOCUMENTS', ENGLISH, 'January 11, 2010 Monday'],
    [
      'German',
      'Dokument 1 von 2',
      'Dokument 2 von 2',
      { by: 'AUTOR', section: 'RUBRIK', length: 'LÄNGE', load: 'UPDATE', language: 'SPRACHE' },
      '11. Januar 2010 Montag',
    ],
    [
      'French',
      'Document 1 de 2',
      'Document 2 de 2',
      { by: 'AUTEUR', section: 'RUBRIQUE', length: 'LONGUEUR', load: 'DATE-CHARGEMENT', language: 'LANGUE' },
      '11 janvier 2010 lundi',
    ],
  ])('its old layout, in %s: fields, and paragraphs unwrapped', (_, first, second, labels, day) => {
    const text = [...COVER, ...document(first, labels, day), ...document(second, labels, day)].join('\r\n');
    for (const size of [1, 2 ** 16]) {
      const { format, stories, messages, ledger } = readFile(text, 'export.TXT', { size });
      expect(format).toBe('lexisnexis');
      expect(messages).toEqual([]);
      expect(stories.map(saysOf)).toEqual([STORY, STORY]);
      expect(ledger).toMatchObject({ separator: 2, paragraph: 10, unclaimed: 0 });
    }
  });

  test('a document without a LENGTH is an error; the others are published', () => {
    const [whole, cut] = [1, 2].map((n) =>
      document(`${n} of 2 DOCUMENTS`, ENGLISH, 'January 11, 2010 Monday'),
    );
    const text = [...(whole ?? []), ...(cut ?? []).filter((line) => !line.startsWith('LENGTH'))].join('\n');
    const { stories, messages } = readFile(text, 'export.TXT');
    expect(stories).toHaveLength(1);
    expect(messages).toMatchObject([
      { code: 'malformed', severity: 'error', line: (whole?.length ?? 0) + 5 },
    ]);
  });

  test('Nexis Uni: headline, paper and day first, “Body”, “End of Document”', () => {
    const uni = (cover: string[]) => [
      ...[...cover, 'Ferry returns to its old pier', 'The Harbour Post', 'January 11, 2010 Monday', ''],
      ...[
        'Copyright 2010 The Harbour Press All Rights Reserved',
        '',
        'Section: TRAVEL; Pg. 6',
        'Length: 45 words',
      ],
      ...[
        'Byline: By Marta Eskelund',
        'Highlight: A day to remember',
        'Body',
        '',
        ...BLOCKS.map((block) => ('text' in block ? block.text : '')),
      ],
      ...[
        '',
        'Classification',
        '',
        'Language: ENGLISH',
        'Publication-Type: Newspaper',
        '',
        'Load-Date: January 12, 2010',
        '',
      ],
      ...['End of Document', ''],
    ];
    const text = [...uni([]), ...uni([])].join('\n');
    const { format, stories, messages } = readFile(text, 'uni.txt');
    expect(format).toBe('lexisnexis');
    expect(messages).toEqual([]);
    const {
      dateline: _,
      photos: __,
      ...story
    } = { ...STORY, headline: 'Ferry returns to its old pier', byline: 'Marta Eskelund' };
    expect(stories.map(saysOf)).toEqual([
      { ...story, photos: [] },
      { ...story, photos: [] },
    ]);
  });
});

describe('WET', () => {
  const PAGE =
    'Ferry Returns to Its Old Pier\nBy Marta Eskelund\nApril 24, 2025\nThe ferry came in at noon, to the delight of many who had waited on the pier since dawn.\nIt left at dusk with two hundred people on board, and nobody was left behind on the quay.';
  const record = (text: string, length = Buffer.byteLength(text), type = 'conversion') =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://x.example/ferry\r\nWARC-Date: 2019-12-01T00:00:00Z\r\n` +
    `Content-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n${text}\r\n\r\n`;
  const INFO = record('Software-Info: a crawler\r\n', undefined, 'warcinfo');

  test('a story a record; its address is the story’s, its day of crawling dates nothing', () => {
    const other =
      'A Bridge Without a Date\nThe bridge stood at dawn where it had stood at dusk, and the town crossed it as it always had.\nNobody remembers who built it, and no paper in the archive of the town says so.\n';
    const text = INFO + record(PAGE) + record(other);
    for (const size of [1, 2 ** 16]) {
      const { format, stories, messages, ledger } = readFile(text, 'a.warc.wet', { size });
      expect(format).toBe('wet');
      expect(
        stories.map(({ headline, byline, url, date, lines }) => ({ headline, byline, url, date, lines })),
      ).toEqual([
        {
          headline: 'Ferry Returns to Its Old Pier',
          byline: 'Marta Eskelund',
          url: 'https://x.example/ferry',
          date: '2025-04-24',
          lines: [18, 22],
        },
        {
          headline: 'A Bridge Without a Date',
          byline: undefined,
          url: 'https://x.example/ferry',
          date: undefined,
          lines: [31, 33],
        },
      ]);
      expect(messages).toMatchObject([{ code: 'undated', line: 31 }]);
      expect(ledger).toMatchObject({ separator: 3, field: 15, unclaimed: 0 });
      const [story] = stories;
      expect(
        story &&
          Buffer.from(text)
            .subarray(...story.bytes)
            .toString(),
      ).toBe(PAGE);
    }
  });

  test('what was taken out of its page keeps every line: a heading in capitals, the place below an agency, a long list of wares', () => {
    const prose = (at: number) =>
      `On day ${at} the ferry came back to its old pier with two hundred people, and the town was glad of it.`;
    const pages = [
      [
        'Ferry Results: The Lamp Beats the Buoy to Stay First',
        'BOAT RACES',
        'Lamp d. Buoy 70-44',
        prose(1),
        prose(2),
      ],
      ['Ferry Returns to Its Old Pier', 'By Associated Press', 'April 24, 2025', 'Oslo', prose(1), prose(2)],
      [
        'The Best Lamps for a Ferry This Winter',
        'By Marta Eskelund',
        'April 24, 2025',
        prose(1),
        prose(2),
        'Don’t Miss',
        ...Array.from({ length: 90 }, (_, at) => `Brass lamp with ${at} candles, a hook and a ring`),
        prose(3),
      ],
    ];
    const { stories } = readFile(pages.map((lines) => record(lines.join('\n'))).join(''), 'a.wet');
    const texts = stories.map(({ blocks }) =>
      blocks.map((block) => (block.type === 'list' ? '' : block.text)),
    );
    expect(texts[0]?.slice(0, 2)).toEqual(['BOAT RACES', 'Lamp d. Buoy 70-44']);
    expect(texts[1]).toEqual(['Oslo', prose(1), prose(2)]);
    expect(texts[2]?.filter((text) => text.startsWith('Brass lamp'))).toHaveLength(90);
    expect(stories.map(({ byline }) => byline)).toEqual([undefined, 'Associated Press', 'Marta Eskelund']);
  });

  test('below a page’s title, the headline stands where the page has it', () => {
    const page = `Ferry Returns to Its Old Pier | The Harbour Post\nMenu\nTravel\n${PAGE}`;
    const [story] = readFile(record(page), 'a.wet').stories;
    expect(story).toMatchObject({
      headline: 'Ferry Returns to Its Old Pier',
      byline: 'Marta Eskelund',
      date: '2025-04-24',
    });
  });

  test('a page that was crawled whole is cut to its story, and said to be doubtful', () => {
    const menu = Array.from({ length: 30 }, (_, at) => `Shelf ${at}`).join('\n');
    const body = Array.from(
      { length: 5 },
      (_, at) =>
        `On day ${at} the ferry returned to its old pier with ${at + 2} hundred people, and the town was glad.`,
    ).join('\n');
    const page = `${menu}\nFerry Returns to Its Old Pier\n${body}\n${menu}`;
    const { stories, messages, ledger } = readFile(record(page), 'a.wet');
    expect(stories).toHaveLength(1);
    expect(stories[0]?.headline).toBe('Ferry Returns to Its Old Pier');
    expect(stories[0]?.blocks).toHaveLength(5);
    expect(ledger.furniture).toBe(60);
    expect(messages).toMatchObject([{ code: 'doubtful', line: 38 }, { code: 'undated' }]);
  });

  test.each([
    ['shorter', 900],
    ['longer', 40],
  ])('a record that is %s than it says is an error; the rest is published', (_, length) => {
    for (const size of [1, 2 ** 16]) {
      const { stories, messages } = readFile(record(PAGE, length) + record(PAGE), 'a.wet', { size });
      expect(stories).toHaveLength(1);
      expect(messages).toMatchObject([{ code: 'malformed', severity: 'error', line: 6 }]);
    }
  });

  test('a file cut off within a record is an error; what comes before is published', () => {
    const { stories, codes } = readFile((record(PAGE) + record(PAGE)).slice(0, -60), 'a.wet');
    expect(stories).toHaveLength(1);
    expect(codes).toEqual(['malformed']);
  });

  test('WARC files of web pages are refused', () => {
    const { format, codes } = readFile(
      record('HTTP/1.1 200 OK\r\n\r\n<p>A</p>', undefined, 'response'),
      'a.warc',
    );
    expect(format).toBe('refused');
    expect(codes).toEqual(['refused']);
  });
});

describe('Movable Type', () => {
  const entry = (fields: readonly string[], ...sections: (readonly string[])[]) =>
    `${[fields, ...sections].map((lines) => lines.join('\n')).join('\n-----\n')}\n-----\n--------\n`;
  const FIELDS = [
    'AUTHOR: Ann Nicholl',
    'TITLE: The Lamps Return',
    'BASENAME: lamps-return',
    'STATUS: Publish',
    'CONVERT BREAKS: __default__',
    'DATE: 03/04/2009 08:30:00 PM',
    'PRIMARY CATEGORY: Port',
    'CATEGORY: Port',
    'CATEGORY: Light',
    'TAGS: lamps,"the quay"',
    '',
  ];

  test('an entry has its fields, both parts of its text and its excerpt; comments and pings are not its text', () => {
    const file = entry(
      FIELDS,
      ['BODY:', 'The <a href="https://a.example">lamps</a> are back.', '', 'They had been gone for years.'],
      ['EXTENDED BODY:', '<ul><li>Nobody asked.</li></ul>'],
      ['EXCERPT:', 'Light on the quay again.'],
      ['KEYWORDS:', 'old words'],
      ['COMMENT:', 'AUTHOR: A Reader', 'DATE: 03/05/2009 09:00:00 AM', 'I never saw them.'],
      ['PING:', 'TITLE: Elsewhere', 'They write of lamps.'],
    );
    const { format, stories, codes, ledger } = readFile(file.repeat(2), 'export.txt');
    expect(format).toBe('movable-type');
    expect(codes).toEqual([]);
    expect(stories).toHaveLength(2);
    expect(stories.map(saysOf)[0]).toEqual({
      headline: 'The Lamps Return',
      dek: 'Light on the quay again.',
      byline: 'Ann Nicholl',
      section: 'Port',
      slug: 'lamps-return',
      keywords: ['Light', 'lamps', 'the quay'],
      date: '2009-03-04',
      dateBasis: 'stated',
      photos: [],
      blocks: [
        paragraph('The lamps are back.'),
        paragraph('They had been gone for years.'),
        list('Nobody asked.'),
      ],
    });
    expect(ledger.separator).toBe(2);
  });

  test('a draft is not published, and an entry without a text is told', () => {
    const draft = FIELDS.map((line) => line.replace('Publish', 'Draft'));
    const file =
      entry(draft, ['BODY:', 'Not yet.']) + entry(FIELDS, ['BODY:', '']) + entry(FIELDS, ['BODY:', 'Here.']);
    const { stories, codes } = readFile(file, 'export.txt');
    expect(stories.map(({ blocks }) => blocks)).toEqual([[paragraph('Here.')]]);
    expect(codes).toEqual(['draft', 'no-body']);
  });

  test('five dashes within a text end no section', () => {
    const file = entry(
      FIELDS,
      ['BODY:', 'Here.'],
      ['And on it goes.', '', 'NOTE:', 'To the end.'],
      ['PING:', 'x'],
    );
    expect(readFile(file, 'export.txt').stories.map(({ blocks }) => blocks)).toEqual([
      ['Here.', 'And on it goes.', 'NOTE:', 'To the end.'].map(paragraph),
    ]);
  });

  test('an entry that the file cuts off is published as far as it goes', () => {
    const file = entry(FIELDS, ['BODY:', 'Here.']) + entry(FIELDS, ['BODY:', 'And there.']).slice(0, -15);
    expect(readFile(file, 'export.txt').stories.map(({ blocks }) => blocks)).toEqual([
      [paragraph('Here.')],
      [paragraph('And there.')],
    ]);
  });

  test('page text in which five dashes part something else is none', () => {
    const page =
      'Ferry Returns\n-----\nThe ferry came in at noon, and its captain waved to the clerks on the quay.\n';
    expect(readFile(page, 'a.txt').format).toBe('pages');
  });
});
