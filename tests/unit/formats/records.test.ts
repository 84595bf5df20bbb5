// Records of names and values: JSON, tables, text under front matter or labelled lines.
import { describe, expect, test } from 'vitest';
import { list, paragraph, readFile, saysOf, subhead } from './reading.ts';

const TEXT = 'OSLO, Norway: The ferry came in at noon.\n\nIts captain waved to the clerks on the quay.';
const BLOCKS = [
  paragraph('OSLO, Norway: The ferry came in at noon.'),
  paragraph('Its captain waved to the clerks on the quay.'),
];
const DATELINE = { place: 'OSLO, Norway' };
const STORY = {
  headline: 'Ferry Returns to Its Old Pier',
  byline: 'Marta Eskelund',
  date: '2025-04-24',
  dateBasis: 'stated',
  dateline: DATELINE,
  photos: [],
  blocks: BLOCKS,
};

describe('objects, by the names that programs give their fields', () => {
  const PROGRAMS: Record<string, [record: object, more: object]> = {
    'the table of a site’s posts': [
      {
        post_id: '7',
        post_author: '3',
        author_name: 'Marta Eskelund',
        published_dt: '2025-04-24 10:00:00',
        post_content: TEXT,
        post_heading: STORY.headline,
        post_status: 'publish',
        post_name: 'ferry-returns',
      },
      { slug: 'ferry-returns' },
    ],
    trafilatura: [
      {
        title: STORY.headline,
        author: 'Marta Eskelund',
        hostname: 'harbour.example',
        date: '2025-04-24',
        categories: 'Travel',
        tags: 'ferries;piers',
        license: 'CC BY',
        url: 'https://harbour.example/ferry',
        excerpt: null,
        language: 'en',
        'source-hostname': 'The Harbour Post',
        raw_text: 'not this one',
        text: TEXT.replace('\n\n', '\n'),
      },
      {
        section: 'Travel',
        keywords: ['ferries', 'piers'],
        rights: 'CC BY',
        url: 'https://harbour.example/ferry',
        publication: 'harbour.example',
        language: 'en',
      },
    ],
    'news-please': [
      {
        authors: ['Marta Eskelund'],
        date_download: '2026-01-01 10:00:00',
        date_modify: null,
        date_publish: '2025-04-24 08:15:00',
        description: 'A ferry came back.',
        language: 'en',
        maintext: TEXT,
        source_domain: 'harbour.example',
        title: STORY.headline,
        title_page: `${STORY.headline} | The Harbour Post`,
        url: 'https://harbour.example/ferry',
      },
      {
        dek: 'A ferry came back.',
        language: 'en',
        publication: 'harbour.example',
        url: 'https://harbour.example/ferry',
      },
    ],
    newspaper: [
      {
        title: STORY.headline,
        authors: ['Marta Eskelund'],
        publish_date: '2025-04-24T00:00:00',
        text: TEXT,
        meta_keywords: ['ferries'],
        meta_lang: 'en',
        source_url: 'https://harbour.example',
        url: 'https://harbour.example/ferry',
        summary: '',
      },
      { keywords: ['ferries'], language: 'en', url: 'https://harbour.example/ferry' },
    ],
    'CC-News': [
      {
        title: STORY.headline,
        author: 'Marta Eskelund',
        text: TEXT,
        domain: 'harbour.example',
        date: '2025-04-24 00:00:00',
        description: '',
        url: 'https://harbour.example/ferry',
        image_url: 'https://harbour.example/ferry.jpg',
      },
      { publication: 'harbour.example', url: 'https://harbour.example/ferry' },
    ],
    'schema.org': [
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: STORY.headline,
        alternativeHeadline: 'A crowd waved',
        articleBody: TEXT,
        articleSection: ['Travel'],
        author: [{ '@type': 'Person', name: 'Marta Eskelund' }],
        copyrightHolder: { '@type': 'Organization', name: 'The Harbour Post' },
        datePublished: '2025-04-24T23:30:00-05:00',
        inLanguage: 'en-GB',
        keywords: 'ferries, piers',
        pagination: 4,
        publisher: { '@type': 'Organization', name: 'The Harbour Post' },
        url: 'https://harbour.example/ferry',
      },
      {
        dek: 'A crowd waved',
        section: 'Travel',
        rights: 'The Harbour Post',
        language: 'en-GB',
        keywords: ['ferries', 'piers'],
        publication: 'The Harbour Post',
        url: 'https://harbour.example/ferry',
      },
    ],
    ninjs: [
      {
        uri: 'urn:harbour:1',
        type: 'text',
        slugline: 'ferry-pier',
        headline: STORY.headline,
        byline: 'By Marta Eskelund',
        body_text: TEXT,
        body_html: '<p>not this one</p>',
        versioncreated: '2025-04-24T10:00:00Z',
        located: 'Oslo',
        language: 'en',
        copyrightholder: 'The Harbour Post',
      },
      { slug: 'ferry-pier', language: 'en', rights: 'The Harbour Post', dateline: { place: 'Oslo' } },
    ],
    'a spider': [
      {
        heading: STORY.headline,
        by: 'Marta Eskelund',
        posted: 1745496000,
        content: TEXT,
        link: 'https://harbour.example/',
      },
      { url: 'https://harbour.example/' },
    ],
  };

  test.each(Object.entries(PROGRAMS))('%s', (_, [record, more]) => {
    for (const text of [JSON.stringify(record), JSON.stringify([record], null, 2)]) {
      const { stories, messages } = readFile(text, 'export.json');
      expect(messages).toEqual([]);
      expect(stories.map(saysOf)).toEqual([{ ...STORY, ...more }]);
    }
  });

  test('names of a site’s own win, in fields of fields too', () => {
    const fields = { headline: 'a', text: 'b.c' };
    const record = { a: STORY.headline, title: 'Not this', b: { c: TEXT } };
    const { stories } = readFile(`${JSON.stringify(record)}\n`, 'x.jsonl', { fields });
    expect(stories.map(({ headline, blocks }) => [headline, blocks])).toEqual([[STORY.headline, BLOCKS]]);
  });

  test('HTML becomes paragraphs, subheads, lists and captions; scripts are no text', () => {
    const text =
      '<script>alert(1)</script><p>The ferry &amp; its crew came in.</p><h2>Why now</h2><ul><li>one</li><li><p>two</p></li></ul>' +
      '<figure><img src="x.jpg" alt=""><figcaption>The quay at dawn. (AP)</figcaption></figure>' +
      '<p>Its captain<br>waved to <a href="https://x.example">the clerks</a>.</p>';
    const [story] = readFile(
      JSON.stringify({ title: 'Ferry &#8217;s Return', body: text }),
      'x.json',
    ).stories;
    expect(story?.headline).toBe('Ferry ’s Return');
    expect(story?.blocks).toEqual([
      paragraph('The ferry & its crew came in.'),
      subhead('Why now'),
      list('one', 'two'),
      paragraph('Its captain'),
      paragraph('waved to the clerks.'),
    ]);
    expect(story?.photos).toEqual([{ caption: 'The quay at dawn.', credit: 'AP' }]);
  });

  test('a record without a headline gets one of its text, and says so', () => {
    const { stories, codes } = readFile(JSON.stringify({ text: TEXT }), 'x.json');
    expect(stories.map(({ headline }) => headline)).toEqual(['The ferry came in at noon']);
    expect(codes).toEqual(['made-headline', 'undated']);
  });

  test('a record without a headline, whose text begins with one, has that line as headline and not as text', () => {
    const { stories, codes } = readFile(
      JSON.stringify({ text: 'Ferry Comes Back to the Quay\n\nIt came in at noon, and left again at dusk.' }),
      'x.json',
    );
    expect(stories).toMatchObject([
      {
        headline: 'Ferry Comes Back to the Quay',
        blocks: [paragraph('It came in at noon, and left again at dusk.')],
      },
    ]);
    expect(codes).toEqual(['made-headline', 'undated']);
  });

  test.each([
    ['1715938200', '2024-05-17'],
    ['1715938200000', '2024-05-17'],
    ['20240517053800', '2024-05-17'],
    ['1403/02/28', '2024-05-17'],
    ['۱۴۰۳-۰۲-۲۸ ۱۲:۳۴', '2024-05-17'],
    // Days that no calendar has, and years of a calendar that is not read.
    ['1402/12/30', undefined],
    ['1445-11-09', undefined],
  ])('a date of %s', (date, day) => {
    const { stories, messages } = readFile(
      JSON.stringify([{ title: 'A Ferry', date, text: 'It left.' }]),
      'a.json',
    );
    expect(stories.map((story) => story.date)).toEqual([day]);
    expect(messages.some(({ text }) => text.includes(date))).toBe(day === undefined);
  });

  test('a text that says that it was cut off is a warning', () => {
    const record = {
      title: 'A Ferry',
      date: '2024-05-17',
      content: 'It left the quay at noon, and… [+1234 chars]',
    };
    const { stories, messages } = readFile(JSON.stringify([record]), 'a.json');
    expect(stories).toHaveLength(1);
    expect(messages).toMatchObject([{ code: 'cut-off', severity: 'warning' }]);
  });

  test('a date that may be two days is not read, and is named', () => {
    const { stories, messages } = readFile(
      JSON.stringify({ title: 'A', date: '03/04/2025', text: TEXT }),
      'x.json',
    );
    expect(stories[0]?.date).toBeUndefined();
    expect(messages.map(({ text }) => text).join()).toContain('03/04/2025');
  });
});

describe('JSON', () => {
  const record = (n: number) => ({ title: `Story ${n} of the Quay`, date: '2025-04-24', text: TEXT });

  test.each([
    ['an array, indented', JSON.stringify([record(1), record(2)], null, 2)],
    ['an array on one line', JSON.stringify([record(1), record(2)])],
    [
      'a list within an object',
      JSON.stringify({ status: 'ok', articles: [record(1), record(2)], more: [1] }, null, 1),
    ],
    ['a list within two', JSON.stringify({ response: { total: 2, results: [record(1), record(2)] } })],
    [
      'lists within records, as answers of an interface are kept',
      [record(1), record(2)]
        .map((one) => JSON.stringify({ status: 'ok', total: 2, articles: [one] }))
        .join('\n'),
    ],
    [
      'a list of answers',
      JSON.stringify([
        { page: 1, articles: [record(1)] },
        { page: 2, articles: [record(2)] },
      ]),
    ],
    [
      'lists under names of their own',
      JSON.stringify({ '2025-04-24': [record(1)], '2025-04-25': [record(2)] }),
    ],
    [
      'a list within a list of answers, below three more names',
      JSON.stringify({ response: { zone: [{ records: { article: [record(1), record(2)] } }] } }),
    ],
    [
      'a list within three, each item under a name of its own',
      JSON.stringify({ data: { latest: { edges: [{ node: record(1) }, { node: record(2) }] } } }),
    ],
    [
      'objects one behind the other',
      `${JSON.stringify(record(1), null, 2)}\n${JSON.stringify(record(2), null, 2)}\n`,
    ],
    ['an object a line', `${JSON.stringify(record(1))}\n\n${JSON.stringify(record(2))}\n`],
    ['behind a byte order mark', `\ufeff${JSON.stringify([record(1), record(2)])}`],
  ])('%s', (_, text) => {
    for (const size of [1, 7, 2 ** 16]) {
      const { stories, messages } = readFile(text, 'x.json', { size });
      expect(messages).toEqual([]);
      expect(stories.map(({ headline }) => headline)).toEqual(['Story 1 of the Quay', 'Story 2 of the Quay']);
    }
  });

  test('of a list within a record, what has no text is told, and the rest is read', () => {
    const text = JSON.stringify({
      status: 'ok',
      page: { articles: [record(1), { title: 'No Text' }, 17, null] },
    });
    const { stories, messages } = readFile(`${text}\n${text.replace('Story 1', 'Story 2')}\n`, 'x.jsonl');
    expect(stories.map(({ headline }) => headline)).toEqual(['Story 1 of the Quay', 'Story 2 of the Quay']);
    expect(messages[0]).toMatchObject({ severity: 'error', line: 1 });
    expect(messages[0]?.text).toContain('text');
  });

  test('a headline that is a text goes before one that is an object, which may be the newspaper’s title', () => {
    const { stories } = readFile(
      JSON.stringify([
        { title: { id: '11', value: 'The Harbor Argus' }, heading: 'A Ferry Sails', text: TEXT },
      ]),
      'x.json',
    );
    expect(stories[0]?.headline).toBe('A Ferry Sails');
  });

  test('a list within a record that has a text under another name is no list of stories', () => {
    const stuk = 'It sailed again. '.repeat(20);
    const text = JSON.stringify([{ kopje: 'A Ferry Sails', stuk, related: [record(1), record(2)] }]);
    const { stories, codes } = readFile(text, 'x.json');
    expect(stories).toEqual([]);
    expect(codes).toEqual(['unknown-fields']);
  });

  test('a line cut off is an error with its line and column; the rest is published', () => {
    const { stories, messages } = readFile(
      `${JSON.stringify(record(1))}\n{"title":"Cut","te\n${JSON.stringify(record(2))}\n`,
      'x.jsonl',
    );
    expect(stories).toHaveLength(2);
    expect(messages).toMatchObject([{ code: 'malformed', severity: 'error', line: 2, column: 19 }]);
  });

  test('an array cut off is an error at the record that is not whole', () => {
    const text = JSON.stringify([record(1), record(2)], null, 1);
    const { stories, messages } = readFile(text.slice(0, -20), 'x.json');
    expect(stories).toHaveLength(1);
    expect(messages).toMatchObject([{ code: 'malformed', line: 7, column: 2 }]);
  });

  test('a fault within a record of an array is told where it is; the rest is published', () => {
    const text = `[\n${JSON.stringify(record(1))},\n  {"title": "A", "text": nothing},\n${JSON.stringify(record(2))}\n]`;
    const { stories, messages } = readFile(text, 'x.json');
    expect(stories).toHaveLength(2);
    expect(messages).toMatchObject([{ code: 'malformed', line: 3, column: 27 }]);
  });

  test('a record of brackets within brackets is left out', () => {
    const bomb = `[${'{"a":'.repeat(500)}1${'}'.repeat(500)},${JSON.stringify(record(1))}]`;
    const { stories, codes } = readFile(bomb, 'x.json');
    expect(stories).toHaveLength(1);
    expect(codes).toEqual(['malformed']);
  });

  test('fields that are not known are named once, with what to do', () => {
    const { stories, messages } = readFile(
      JSON.stringify([
        { kopje: 'A', stuk: 'B' },
        { kopje: 'C', stuk: 'D' },
      ]),
      'x.json',
    );
    expect(stories).toEqual([]);
    expect(messages).toMatchObject([{ code: 'unknown-fields', severity: 'error' }]);
    expect(messages[0]?.text).toMatch(/“kopje”.*“stuk”.*--field headline=kopje --field text=stuk/su);
  });
});

describe('tables', () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const table = (separator: string, end = '\n') =>
    [
      ['title', 'author', 'date', 'text'],
      [STORY.headline, 'Marta Eskelund', '2025-04-24', cell(TEXT)],
      [cell('She Said "Ahoy", and Left'), '', '24.04.2025', cell('One, "two"; three.')],
    ]
      .map((row) => row.join(separator))
      .join(end);

  test.each([
    ['commas', 'csv', ','],
    ['semicolons', 'csv', ';'],
    ['tabs', 'tsv', '\t'],
    ['strokes', 'csv', '|'],
  ])('between %s', (_, format, separator) => {
    for (const text of [table(separator), `\ufeff${table(separator, '\r\n')}\r\n`]) {
      for (const size of [1, 11, 2 ** 16]) {
        const read = readFile(text, 'stories.csv', { size });
        expect(read.format).toBe(format);
        expect(read.messages).toEqual([]);
        expect(read.stories[0] && saysOf(read.stories[0])).toEqual(STORY);
        expect(read.stories[0]?.lines).toEqual([2, 4]);
        expect(read.stories[1]?.headline).toBe('She Said "Ahoy", and Left');
        expect(read.stories[1]?.blocks).toEqual([paragraph('One, "two"; three.')]);
      }
    }
  });

  test.each([1, 2, 3])('a byte order mark in pieces of %i is no part of a name', (size) => {
    const [said] = readFile('\ufeffharbor,text\nA,One two three.\n', 'x.csv', {
      size,
      format: { name: 'csv', because: 'the test says so' },
    }).messages;
    expect(said?.text).toContain('“harbor”');
  });

  test('a page whose menu has strokes between the names of fields is no table', () => {
    const page = ['Title | Text | Date', 'A Ferry Comes to the Quay', TEXT].join('\n\n');
    expect(readFile(page, 'a.txt').format).toBe('pages');
  });

  test('a table without a row of names is one error, which says so, and no row is taken for names', () => {
    const rows = ['A Ferry', 'A Second Ferry', 'A Third'].map((name, day) =>
      [cell(name), `2024-05-1${day}`, cell(`${name} came in at noon. Nobody had seen so many people.`)].join(
        ',',
      ),
    );
    const { stories, messages, ledger } = readFile(rows.join('\n'), 'stories.csv');
    expect(stories).toEqual([]);
    expect(messages).toMatchObject([{ code: 'unknown-fields', severity: 'error', line: 1 }]);
    expect(messages[0]?.text).toContain('no row of names');
    expect(ledger.unclaimed).toBe(rows.length);
  });

  test('a row with too few columns is an error with its line; the rest is published', () => {
    const { stories, messages } = readFile(
      'title,date,text\nA,2025-04-24\nB,2025-04-24,The text.\n',
      'x.csv',
    );
    expect(stories.map(({ headline }) => headline)).toEqual(['B']);
    expect(messages).toMatchObject([{ code: 'malformed', line: 2, column: 1 }]);
  });

  test('a quote that closes within a cell is an error with line and column; the rest is published', () => {
    const { stories, messages } = readFile('title,text\nA,"two\nlines" more\nB,"The text."\n', 'x.csv');
    expect(stories.map(({ headline }) => headline)).toEqual(['B']);
    expect(messages).toMatchObject([{ code: 'malformed', line: 3, column: 7 }, { code: 'undated' }]);
  });

  test('a quote that never closes is an error; the rows below are published', () => {
    const { stories, messages } = readFile('title,text\nA,"open\nB,The text.\n', 'x.csv');
    expect(stories.map(({ headline }) => headline)).toEqual(['B']);
    expect(messages).toMatchObject([{ code: 'malformed', line: 2 }, { code: 'undated' }]);
  });

  test('of columns that are not known, the longest is proposed as the text, and the headline where none is known', () => {
    const proposed = (table: string) => readFile(table, 'x.csv').messages[0]?.text;
    const address = 'https://wire.example/lamps/of/the/harbour';
    expect(proposed(`link,zin,stuk\n${address},Lamps Are Lit,They were lit at dawn.\n`)).toContain(
      '{ headline: "zin", text: "stuk" }',
    );
    expect(proposed(`id,title,source_title,description\n1,Lamps Are Lit,Wire,Lit at dawn.\n`)).toContain(
      '{ text: "description" }',
    );
  });

  test('columns in languages that are not English are known', () => {
    const names = [
      '标题,正文,作者,日期',
      '제목,본문,기자,일자',
      'Заголовок,Текст,Автор,Дата',
      'judul,isi,penulis,tanggal',
    ];
    for (const columns of [...names, 'başlık,metin,yazar,tarih', 'Tiêu đề,Nội dung,Tác giả,Ngày đăng']) {
      const { stories } = readFile(
        `${columns}\nLamps Are Lit,They were lit at dawn.,Mara Elliot,2024-05-17\n`,
        'x.csv',
      );
      expect(stories).toMatchObject([
        { headline: 'Lamps Are Lit', byline: 'Mara Elliot', date: '2024-05-17' },
      ]);
    }
  });

  test('columns that are not known are named', () => {
    const { messages, stories } = readFile('kopje,stuk,dag\na,b,c\nd,e,f\n', 'x.csv');
    expect(stories).toEqual([]);
    expect(messages).toMatchObject([{ code: 'unknown-fields' }]);
  });

  test.each([
    ['sep=;\r\n', ';'],
    ['"sep=,"\n', ','],
    ['\ufeffsep=;\n', ';'],
  ])('a first line for Excel (%j) is none of their rows', (first, separator) => {
    const { stories, messages, ledger, lines } = readFile(first + table(separator), 'x.csv');
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(stories).toHaveLength(2);
    expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
  });

  test.each(['PUBLICATION_DT', 'published_dt', 'post_date_gmt', 'publication_datetime'])(
    '%s is a day, and no publication',
    (column) => {
      const { stories } = readFile(`title,text,${column}\nFerry,It came.,2025-01-14\n`, 'x.csv');
      expect(stories[0]).toMatchObject({ date: '2025-01-14' });
      expect(stories[0]).not.toHaveProperty('publication');
    },
  );

  test('a column of days that is not known is named once, by the first row', () => {
    const rows = [
      'titolo,testo,data,codice',
      'Ferry,It came.,2025-01-14,X 12',
      'Lamp,It burns.,2025-01-15,X 13',
    ];
    const { messages } = readFile(rows.join('\n'), 'x.csv');
    expect(messages).toMatchObject([{ code: 'undated' }, { code: 'undated' }]);
    expect(messages[0]?.text).toMatch(/“data” may say it: .*--field date=data\.$/u);
    expect(messages[1]?.text).toMatch(/“Lamp”\.$/u);
  });

  test('nothing is proposed for a day where a column of days is known, or none may be one', () => {
    for (const [column, value] of [
      ['date', 'soon'],
      ['codice', 'X 12'],
      ['quota', '1234567'],
      ['address', 'https://a.example/2025/01/14/ferry'],
    ]) {
      const { messages } = readFile(`title,text,${column},note\nFerry,It came.,${value},n\n`, 'x.csv');
      expect(messages.map(({ code }) => code)).toEqual(['undated']);
      expect(messages[0]?.text, column).not.toContain('may say it');
    }
  });

  test('a column of texts that is not known is named once, and no row is said to have none', () => {
    const { messages, ledger } = readFile('title,stuk\nFerry,It came.\nLamp,It burns.\n', 'x.csv');
    expect(messages).toMatchObject([{ code: 'unknown-fields', line: 2 }]);
    expect(messages[0]?.text).toContain('no record with these fields is published');
    expect(ledger.unclaimed).toBe(2);
  });
});

describe('front matter', () => {
  test('one record: Markdown becomes subheads, lists and plain words', () => {
    const text = [
      '---',
      'title: "Ferry: Returns"',
      'author:',
      '  - Marta Eskelund',
      '  - Jon Aas',
      'date: 2025-04-24T10:00:00Z',
      'tags: [ferries, piers]',
      '---',
      '',
      'The *ferry* came in at **noon**, as [the clerks](https://x.example/) had it.',
      '',
      '## Why now',
      '',
      '![The quay at dawn. (AP)](quay.jpg)',
      '- one',
      '* two',
      '',
      'Its captain waved.',
    ].join('\n');
    const [story] = readFile(text, 'x.md').stories;
    expect(story && saysOf(story)).toEqual({
      headline: 'Ferry: Returns',
      byline: 'Marta Eskelund, Jon Aas',
      date: '2025-04-24',
      dateBasis: 'stated',
      keywords: ['ferries', 'piers'],
      photos: [{ caption: 'The quay at dawn.', credit: 'AP' }],
      blocks: [
        paragraph('The ferry came in at noon, as the clerks had it.'),
        subhead('Why now'),
        list('one', 'two'),
        paragraph('Its captain waved.'),
      ],
    });
  });

  test('many records, a rule in a text, a title with a colon as extractors leave it', () => {
    const text = [
      ...[
        '---',
        'title: Ferry: The Return',
        'date: 2025-04-24',
        '---',
        'First text.',
        '',
        '---',
        '',
        'Below a rule.',
      ],
      ...['', '---', 'title: Second', 'url: https://x.example/2', '---', '', 'Second text.'],
    ].join('\n');
    for (const size of [1, 2 ** 16]) {
      const { stories, ledger, format } = readFile(text, 'x.txt', { size });
      expect(format).toBe('records');
      expect(stories.map(({ headline, lines, blocks }) => [headline, lines, blocks])).toEqual([
        ['Ferry: The Return', [1, 9], [paragraph('First text.'), paragraph('Below a rule.')]],
        ['Second', [11, 16], [paragraph('Second text.')]],
      ]);
      expect(ledger).toMatchObject({ field: 4, paragraph: 3 });
    }
  });

  test('YAML that is broken is an error at its place; what can be read is', () => {
    const { messages, stories } = readFile('---\ntitle: A Ferry\ntags: [a, b\n---\nThe text.\n', 'x.md');
    expect(messages[0]).toMatchObject({ code: 'malformed', severity: 'error' });
    expect(messages[0]?.line).toBeGreaterThanOrEqual(3);
    expect(stories.map(({ headline }) => headline)).toEqual(['A Ferry']);
  });

  test('Hugo’s, in TOML', () => {
    const { stories } = readFile('+++\ntitle = "A Ferry"\ndate = 2025-04-24\n+++\nThe text.\n', 'x.md');
    expect(stories.map(({ headline, date }) => [headline, date])).toEqual([['A Ferry', '2025-04-24']]);
  });
});

test.each(['|', '>-'])('a label before a text of several lines in YAML (%s) has no sign of it', (sign) => {
  const record = `title: Ferry Returns\ndate: 2025-04-24\nsummary: ${sign}\n  It is\n  back.\ntext: ${sign}\n${TEXT}\n`;
  const [story] = readFile(record, 'x.txt').stories;
  expect(story).toMatchObject({ headline: 'Ferry Returns', dek: 'It is back.', date: '2025-04-24' });
  expect(story?.blocks).toEqual(BLOCKS);
});

describe('labelled lines', () => {
  test.each([
    ['English', 'Title: A Ferry Returns\nBy: Marta Eskelund\nPublished: April 24, 2025\nSection: Travel'],
    [
      'English, in capitals and another order',
      'DATE: 24 April 2025\nSECTION: Travel\nAUTHOR: By Marta Eskelund\nHEADLINE: A Ferry Returns',
    ],
    ['French', 'Titre : A Ferry Returns\nAuteur : Marta Eskelund\nDate : 24 avril 2025\nRubrique : Travel'],
    ['German', 'Titel: A Ferry Returns\nVon: Marta Eskelund\nDatum: 24.04.2025\nRessort: Travel'],
    ['Spanish', 'Título: A Ferry Returns\nAutor: Marta Eskelund\nFecha: 2025-04-24\nSección: Travel'],
    ['Arabic', 'العنوان: A Ferry Returns\nالكاتب: Marta Eskelund\nالتاريخ: 24 أبريل 2025\nالقسم: Travel'],
  ])('%s', (_, labels) => {
    const { stories, messages, format } = readFile(`${labels}\n\n${TEXT}\n`, 'x.txt');
    expect(format).toBe('records');
    expect(messages).toEqual([]);
    expect(stories.map(saysOf)).toEqual([{ ...STORY, headline: 'A Ferry Returns', section: 'Travel' }]);
  });

  test('many records; a label within a text begins none', () => {
    const text = [
      ...[
        'Title: First',
        'Source: The Harbour Post',
        'URL: https://x.example/1',
        '',
        'The text.',
        '',
        'Source: the clerks.',
      ],
      ...[
        '',
        '',
        'Title: Second',
        '',
        'More text.',
        '',
        '=====',
        '',
        'Title: Third',
        'Text: Begins here',
        '',
        'and ends here.',
      ],
    ].join('\n');
    for (const size of [1, 2 ** 16]) {
      const { stories } = readFile(text, 'x.txt', { size });
      expect(stories.map(({ headline, blocks, lines }) => [headline, blocks, lines])).toEqual([
        ['First', [paragraph('The text.'), paragraph('Source: the clerks.')], [1, 7]],
        ['Second', [paragraph('More text.')], [10, 12]],
        ['Third', [paragraph('Begins here'), paragraph('and ends here.')], [16, 19]],
      ]);
      expect(stories[0]).toMatchObject({ publication: 'The Harbour Post', url: 'https://x.example/1' });
    }
  });
});

describe('records that say that they are drafts are not published, and said to be drafts', () => {
  test.each([
    ['JSON Lines', `${JSON.stringify({ title: 'Notes', draft: true, text: TEXT })}\n`, 'draft: true'],
    ['front matter', `---\ntitle: Notes\npublished: false\n---\n${TEXT}\n`, 'published: false'],
    ['a table', 'post_title,post_status,post_content\nNotes,draft,Nothing yet.\n', 'post_status: draft'],
  ])('%s', (_, text, mark) => {
    const { stories, messages, ledger, lines } = readFile(Buffer.from(text), 'dump.txt');
    expect(stories).toEqual([]);
    expect(messages).toMatchObject([{ code: 'draft', severity: 'warning' }]);
    expect(messages[0]?.text).toContain(`(${mark})`);
    expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
  });

  test('a day under `published`, or a status of another kind, is none', () => {
    const record = {
      title: 'Notes',
      published: '2025-04-24',
      status: 'draft of the law',
      draft: 'false',
      text: TEXT,
    };
    expect(readFile(Buffer.from(`${JSON.stringify(record)}\n`), 'dump.txt').stories).toHaveLength(1);
  });
});

describe('labels that are not known', () => {
  const T = 'The ferry came in at noon: nobody waved.';

  test('are no text among those that are, and none begins a record but the first', () => {
    const record = (number: number, title: string) =>
      `ID: ${number}\nTitle: ${title}\nEdition: Final\nDate: 2025-05-01\nWord count: 410\nAuthor: Marta Eskelund\nPages: 3\n\n${T}\n\nQuestion: who waved?\n\n`;
    for (const dump of [1, 2].map(
      (count) => record(1, 'Ferry Is Back') + record(2, 'Lamp Is Lit').repeat(count - 1),
    )) {
      const { stories, messages } = readFile(dump, 'x.txt');
      expect(messages).toEqual([]);
      for (const story of stories)
        expect(story).toMatchObject({
          ...{ byline: 'Marta Eskelund', date: '2025-05-01' },
          blocks: [T, 'Question: who waved?'].map((text) => ({ type: 'paragraph', text })),
        });
    }
  });

  test('a text right below labels that has a colon stays a text', () => {
    for (const first of ['LONDON: The ferry came in at noon.', 'Its captain said: nobody waved'])
      expect(
        readFile(`Title: Ferry Is Back\nAuthor: Marta Eskelund\n${first}\n${T}\n`, 'x.txt').stories,
      ).toMatchObject([
        { headline: 'Ferry Is Back', byline: 'Marta Eskelund', blocks: [{ text: first }, { text: T }] },
      ]);
  });

  test('so does an interview right below them, down to its last answer', () => {
    const talk = ['Guest: Who waved?', 'Captain: nobody'];
    const { stories } = readFile(
      `Title: Ferry Is Back\nAuthor: Marta Eskelund\n${talk.join('\n')}\n\n${T}\n`,
      'x.txt',
    );
    expect(stories[0]?.blocks).toMatchObject([...talk, T].map((text) => ({ text })));
  });

  test('a message that was saved as text is under its subject', () => {
    const { stories } = readFile(
      `From: desk@wire.example\nTo: all@wire.example\nSubject: Ferry Is Back\nDate: Fri, 17 May 2024 10:48:00 +0000\n\n${T}\n`,
      'x.txt',
    );
    expect(stories).toMatchObject([{ headline: 'Ferry Is Back', date: '2024-05-17', blocks: [{ text: T }] }]);
  });
});

test('where no field is known as a headline, the fields are named once, with the option', () => {
  const table = `id,Kopje,Corps\n1,One,${TEXT.split('\n')[0]?.replaceAll(',', '')}\n2,Two,It left again at one.\n`;
  const { messages } = readFile(Buffer.from(table), 'dump.csv');
  const made = messages.filter(({ code }) => code === 'made-headline');
  expect(made.map(({ text }) => text.includes('check --field headline=Kopje'))).toEqual([true, false]);
});

test.each([
  ['front matter', '---\ntitle: Ferry Returns\ndate: 2025-04-24\n---\n'],
  ['labels', 'Title: Ferry Returns\nDate: 2025-04-24\n\n'],
])('a text in HTML under %s shows no tag of it', (_, head) => {
  const html = [
    '<p>The ferry came in &amp; <em>stayed</em>.</p>',
    '<figure><img src=a.jpg><figcaption>The quay at dawn.</figcaption></figure>',
    "<div class='next'><h2>Why now</h2>",
    '<ul>',
    '<li>one</li>',
    '<li>two</li>',
    '</ul>',
    '</div>',
    '<p>Its captain',
    'waved.</p>',
  ];
  const { stories, messages, ledger, lines } = readFile(`${head}${html.join('\n')}\n`, 'x.md');
  expect(messages).toEqual([]);
  expect(stories[0]?.photos).toEqual([{ caption: 'The quay at dawn.' }]);
  expect(stories[0]?.blocks).toEqual([
    paragraph('The ferry came in & stayed.'),
    subhead('Why now'),
    list('one', 'two'),
    paragraph('Its captain waved.'),
  ]);
  expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
});

test('of several categories the first is the section', () => {
  const front = `---\ntitle: Ferry Returns\ncategories: [Ports, Weather]\n---\n${TEXT}\n`;
  expect(readFile(front, 'x.md').stories[0]).toMatchObject({ section: 'Ports' });
});

test('HTML among Markdown is read by its lines', () => {
  const front = '---\ntitle: Ferry Returns\n---\nThe ferry **came** in.\n\n';
  const html =
    '<figure><figcaption>The quay.</figcaption></figure>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n';
  const { stories, ledger, lines } = readFile(Buffer.from(`${front}${html}- three\n`), 'x.md');
  expect(stories[0]?.photos).toEqual([{ caption: 'The quay.' }]);
  expect(stories[0]?.blocks).toEqual([paragraph('The ferry came in.'), list('one', 'two'), list('three')]);
  expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
});

test('tables of Markdown are rows of cells, and notes stand where they stand', () => {
  const front = `---\ntitle: Ferry Returns\n---\n${TEXT}\n\n`;
  const table = '| Pier | Boats |\n|:---|---:|\n| Old | **two** |\n| New | one |\n\n';
  const notes =
    'It came at noon.[^1] A | B stays.\n\n[^1]: By the *harbor* clock.\n\n[pier]: https://a.example\n';
  const { stories, ledger, lines } = readFile(Buffer.from(front + table + notes), 'dump.md');
  expect(stories[0]?.blocks.slice(BLOCKS.length)).toEqual(
    [
      'Pier | Boats',
      'Old | two',
      'New | one',
      'It came at noon.[1] A | B stays.',
      '[1] By the harbor clock.',
    ].map(paragraph),
  );
  expect(ledger.markup).toBe(2);
  expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
});

describe('Markdown without front matter', () => {
  const story = (headline: string, ...below: string[]) => [`# ${headline}`, ...below, TEXT].join('\n\n');

  test('a heading of the first level is a headline, and what signs the story below it no text', () => {
    const dump = [
      story('Ferry Returns to Its Old Pier', '*Marta Eskelund, April 24, 2025*'),
      story('Bridge Opens #', 'By Jonas Falkner', 'Friday, April 25, 2025', '## Tolls'),
    ].join('\n\n');
    const { stories, messages, ledger, lines, format } = readFile(Buffer.from(dump), 'dump.md');
    expect(format).toBe('records');
    expect(stories).toMatchObject([
      { headline: STORY.headline, byline: 'Marta Eskelund', date: '2025-04-24', blocks: BLOCKS },
      {
        headline: 'Bridge Opens',
        byline: 'Jonas Falkner',
        date: '2025-04-25',
        blocks: [subhead('Tolls'), ...BLOCKS],
      },
    ]);
    expect(messages).toEqual([]);
    expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
  });

  test('a day in a sentence stays in the text, and a heading within front matter’s text is none of a story', () => {
    const line = 'On April 24, 2025 the ferry came back.';
    const [first] = readFile(Buffer.from(story('Ferry Returns', line)), 'dump.md').stories;
    expect(first?.date).toBeUndefined();
    expect(first?.blocks[0]).toEqual(paragraph(line));
    const front = `---\ntitle: Ferry Returns\ndate: 2025-04-24\n---\n${TEXT}\n\n# Tolls\n\nThey rise.\n`;
    expect(readFile(Buffer.from(front), 'dump.md').stories).toHaveLength(1);
  });
});

test('a comment of a program within a block of code is no headline; a block that nobody closed hides no story', () => {
  const code = '```sh\n# Install the pump\npump --install\n```';
  const dump = `# Ferry Returns\n\n${TEXT}\n\n${code}\n\n# Bridge Opens\n\n${TEXT}\n`;
  expect(readFile(dump, 'a.md').stories).toMatchObject([
    { headline: 'Ferry Returns' },
    { headline: 'Bridge Opens' },
  ]);
  const open = `# Ferry Returns\n\n\`\`\`\n${'pump\n'.repeat(400)}\n# Bridge Opens\n\n${TEXT}\n`;
  expect(readFile(open, 'a.md').stories).toHaveLength(2);
});

test.each(['##', '###'])('stories under headings of %s, with headings below them, are stories', (level) => {
  const dump = ['Ferry Returns', 'Bridge Opens']
    .map((headline) => `${level} ${headline}\n\n${TEXT}\n\n${level}# Tolls\n\n${TEXT}\n`)
    .join('\n');
  const { stories, format } = readFile(dump, 'dump.txt');
  expect(format).toBe('records');
  expect(stories).toMatchObject([{ headline: 'Ferry Returns' }, { headline: 'Bridge Opens' }]);
  for (const { blocks } of stories) expect(blocks).toContainEqual(subhead('Tolls'));
});

test('a heading with nothing but a list below is doubted', () => {
  const notes = '# To do\n\n- [ ] paint the pier\n- [x] call the printer\n';
  expect(readFile(notes, 'todo.md').messages).toContainEqual(
    expect.objectContaining({ code: 'doubtful', line: 1 }),
  );
  const story = `# Ferry Returns\n\n- two cows\n\n${TEXT}\n`;
  expect(readFile(story, 'ferry.md').messages.map(({ code }) => code)).not.toContain('doubtful');
});

describe('AsciiDoc', () => {
  const document = (headline: string) => `= ${headline}
Marta Eskelund <marta@example.org>
:revdate: 2025-04-24T10:00:00+00:00
:description: What the ferry did, \\
and when.
:icons: font

[.lead]
The ferry came back to its old pier,
as https://example.org/log[the harbor’s log, in full,window=_blank] says.

.The ferry, as it was
image::ferry.png[Ferry,300]

== What it carried

* two cows
. the *mail*

[source,text]
----
= no headline
----

|===
|bell |two tons
|===

// Nobody reads this.
It left again.
`;

  test('a title of the first level is a headline, and what marks the text below it is none of it', () => {
    const dump = `${document('Ferry Returns')}\n${document('Bridge Opens')}`;
    const { stories, messages, ledger, lines, format } = readFile(dump, 'dump.adoc');
    expect(format).toBe('records');
    expect(messages).toEqual([]);
    expect(stories).toMatchObject(
      ['Ferry Returns', 'Bridge Opens'].map((headline) => ({
        headline,
        byline: 'Marta Eskelund',
        date: '2025-04-24',
        dek: 'What the ferry did, and when.',
        photos: [{ caption: 'The ferry, as it was' }],
        blocks: [
          paragraph('The ferry came back to its old pier, as the harbor’s log, in full says.'),
          subhead('What it carried'),
          list('two cows', 'the mail'),
          paragraph('= no headline'),
          paragraph('bell |two tons'),
          paragraph('It left again.'),
        ],
      })),
    );
    expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
  });

  test('below front matter it is read as well, and a draft is none of the stories', () => {
    const front = `---\ntitle: Ferry Returns\n---\nIt came back, https://example.org[the log] says,\nat noon.\n\n== Tolls\n\nThey rise.\n`;
    expect(readFile(front, 'dump.adoc').stories).toMatchObject([
      {
        blocks: [
          paragraph('It came back, the log says, at noon.'),
          subhead('Tolls'),
          paragraph('They rise.'),
        ],
      },
    ]);
    const { stories, messages } = readFile(`= Ferry Returns\n:draft: true\n\n${TEXT}\n`, 'dump.adoc');
    expect(stories).toEqual([]);
    expect(messages).toMatchObject([{ code: 'draft' }]);
  });

  test('a heading of a wiki is none', () => {
    expect(readFile(`= Ferry Returns =\n\n${TEXT}\n`, 'dump.txt').format).toBe('pages');
  });
});

test('lists of front matter go on below, indented or not', () => {
  const front = `---\ntags: [ "ferry",\n"old pier",\n]\ntitle: ${STORY.headline}\n---\n${TEXT}\n`;
  const { stories, messages } = readFile(front, 'dump.md');
  expect(messages.filter(({ code }) => code !== 'undated')).toEqual([]);
  expect(stories).toMatchObject([
    { headline: STORY.headline, keywords: ['ferry', 'old pier'], blocks: BLOCKS },
  ]);
});

test('a weekday beside a word for published, below a heading, is nobody’s name', () => {
  const { stories } = readFile(
    '# Ferry Returns\n*Published Thursday, April 24, 2025*\n\nIt came in at noon.\n',
    'a.md',
  );
  expect(stories).toMatchObject([{ date: '2025-04-24', blocks: [paragraph('It came in at noon.')] }]);
  expect(stories[0]?.byline).toBeUndefined();
});

test('links and pictures alone above a heading of Markdown are no text', () => {
  for (const size of [3, 2 ** 16]) {
    const { format, stories, codes } = readFile(
      `[← All](../all.md) · [Years](years.md)\n[![Badge](b.svg)](https://x.example)\n\n# ${STORY.headline}\n\n${TEXT}\n`,
      'a.md',
      { size },
    );
    expect([format, codes]).toEqual(['records', ['undated']]);
    expect(stories).toMatchObject([{ headline: STORY.headline, blocks: BLOCKS }]);
  }
});

test('names of columns that a merge of two tables made are known', () => {
  const { stories } = readFile(
    `n,title_x,publish_date,article_text_y\n1,${STORY.headline},2025-04-24,The ferry came in at noon.\n`,
    'a.csv',
  );
  expect(stories).toMatchObject([{ headline: STORY.headline, date: '2025-04-24' }]);
});

test('what front matter has in quotes goes on below, indented or not', () => {
  const front = `---\ntitle: "${STORY.headline}"\nexcerpt: "The ferry is back,\nas the clerks: all of them, had \\"hoped\\"\nfor years."\nauthor: 'Marta Eskelund'\n---\n${TEXT}\n`;
  const { format, stories, codes } = readFile(front, 'dump.md');
  expect([format, codes]).toEqual(['records', ['undated']]);
  expect(stories).toMatchObject([
    {
      headline: STORY.headline,
      byline: 'Marta Eskelund',
      dek: 'The ferry is back, as the clerks: all of them, had "hoped" for years.',
      blocks: BLOCKS,
    },
  ]);
});

test('labels in a text below front matter, as manuals show them, begin no record', () => {
  const { stories } = readFile(
    `---\ntitle: ${STORY.headline}\n---\n${TEXT}\n\n\`\`\`\n---\ntitle: "A string"\nauthor: "A list"\n\`\`\`\n\nIt left again.\n`,
    'a.md',
  );
  expect(stories).toHaveLength(1);
  expect(stories[0]?.blocks.at(-1)).toEqual(paragraph('It left again.'));
});

test('lines of Org that state fields are known', () => {
  const { stories } = readFile(
    `#+TITLE: ${STORY.headline}\n#+AUTHOR: ${STORY.byline}\n#+DATE: 2025-04-24\n\n${TEXT}\n`,
    'ferry.org',
  );
  expect(stories).toMatchObject([STORY]);
});
