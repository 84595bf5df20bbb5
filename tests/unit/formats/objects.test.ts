// Objects of JSON as databases, scripts and programs write them: what stands around a story, and how its fields are written.
import { describe, expect, test } from 'vitest';
import { paragraph, readFile } from './reading.ts';

describe('objects as programs write them', () => {
  const TEXTS = ['The ferry came in at noon.', 'Nobody waved.'];
  const text = TEXTS.join('\n\n');
  const blocks = TEXTS.map((each) => ({ type: 'paragraph', text: each }));
  const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

  test.each([
    ['an index', { _index: 'n', _source: { title: 'Ferry Is Back', body: text, published: '2025-05-01' } }],
    [
      'MongoDB',
      { _id: { $oid: '5f' }, title: 'Ferry Is Back', text, date: { $date: '2025-05-01T09:30:00Z' } },
    ],
    ['a number', { title: 'Ferry Is Back', text, date: { $date: { $numberLong: '1746091800000' } } }],
    ['paragraphs', { title: 'Ferry Is Back', paragraphs: TEXTS, date: '2025-05-01' }],
    [
      'blocks of several types',
      {
        ...{ title: 'Ferry Is Back', published_date: 1746091800000 },
        contents: [
          ...['kicker', 'title', 'byline'].map((type) => ({ type, content: 'By Marta Eskelund' })),
          ...TEXTS.map((content) => ({ type: 'sanitized_html', subtype: 'paragraph', content })),
          { type: 'image', fullcaption: 'A ferry' },
        ],
      },
    ],
  ])('%s', (_, record) => {
    const { stories, messages } = readFile(lines(record, record), 'x.jsonl');
    expect(messages).toEqual([]);
    for (const story of stories) {
      expect(story).toMatchObject({ headline: 'Ferry Is Back', date: '2025-05-01', blocks });
      expect(story.publication).toBeUndefined();
    }
  });

  test('messages of a channel, each a text in pieces, as Telegram exports them', () => {
    const pieces = [
      { type: 'bold', text: 'Ferry Is Back' },
      `\n\n${TEXTS[0]}\n\nNobody `,
      { type: 'text_link', text: 'waved', href: 'https://harbor.example' },
      '.',
    ];
    const messages = [
      { id: 1, type: 'message', date: '2025-05-01T09:30:00', from: 'Harbor Post', text: pieces },
      {
        id: 2,
        type: 'message',
        date: '2025-05-02T09:30:00',
        from: 'Harbor Post',
        text: `Bridge Is Open\n\n${text}`,
      },
    ];
    const read = readFile(
      JSON.stringify({ name: 'Harbor Post', type: 'public_channel', id: 7, messages }, null, 1),
      'result.json',
    );
    expect(read.stories).toMatchObject([
      { headline: 'Ferry Is Back', date: '2025-05-01', blocks },
      { headline: 'Bridge Is Open', date: '2025-05-02', blocks },
    ]);
    // No headline is stated in one.
    expect(read.messages.map(({ code }) => code)).toEqual(['made-headline', 'made-headline']);
  });

  test('a graph of JSON-LD', () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'Ferry Is Back',
      articleBody: text,
      datePublished: '2025-05-01',
    };
    const graph = { '@context': 'https://schema.org', '@graph': [article] };
    expect(readFile(JSON.stringify(graph), 'x.json').stories).toMatchObject([
      { headline: 'Ferry Is Back', blocks },
    ]);
  });

  test('records by their ids are told, with the way to make a list of them', () => {
    const one = { title: 'Ferry Is Back', text };
    for (const dump of [{ a1: one, a2: { ...one, title: 'Lamp' } }, { a1: one }]) {
      const { stories, messages } = readFile(JSON.stringify(dump), 'x.json');
      expect(stories).toEqual([]);
      expect(messages).toMatchObject([{ code: 'unknown-fields', severity: 'error' }]);
      expect(messages[0]?.text).toContain("jq '[.[]]'");
    }
  });

  test('a table by columns is told, with the way to write it by records', () => {
    for (const table of [
      { title: { 0: 'Ferry', 1: 'Lamp' }, text: { 0: text, 1: text } },
      { columns: ['title', 'text'], index: [0], data: [['Ferry', text]] },
    ]) {
      const { stories, messages } = readFile(JSON.stringify(table), 'x.json');
      expect(stories).toEqual([]);
      expect(messages[0]).toMatchObject({ code: 'unknown-fields', severity: 'error' });
      expect(messages[0]?.text).toContain("orient='records'");
    }
  });
});

describe('columns are known in the language of their table', () => {
  const TEXT = 'The ferry came in at noon, and its captain waved to the clerks on the quay.';
  test.each([
    ['Finnish', 'päivämäärä', 'otsikko', 'teksti', 'kirjoittaja'],
    ['Finnish, in ASCII', 'paivamaara', 'otsikko', 'leipateksti', 'kirjoittaja'],
    ['Norwegian', 'Publisert', 'Tittel', 'Brødtekst', 'Forfatter'],
    ['Danish, in ASCII', 'dato', 'overskrift', 'brodtekst', 'forfatter'],
    ['Hungarian', 'dátum', 'cím', 'szöveg', 'szerző'],
    ['Greek', 'Ημερομηνία', 'Τίτλος', 'Κείμενο', 'Συντάκτης'],
    ['Hebrew', 'תאריך', 'כותרת', 'תוכן', 'כותב'],
    ['Portuguese, in ASCII', 'publicado_em', 'titulo', 'conteudo', 'autor'],
  ])('%s', (_, date, headline, text, byline) => {
    const { stories, codes } = readFile(
      `${date},${headline},${text},${byline}\n2019-05-17,The Lamps Return,"${TEXT}",Ann Nicholl\n`,
      'a.csv',
    );
    expect(codes).toEqual([]);
    expect(stories).toMatchObject([
      { date: '2019-05-17', headline: 'The Lamps Return', byline: 'Ann Nicholl', blocks: [paragraph(TEXT)] },
    ]);
  });

  test('what names a record is not offered as its headline', () => {
    const { messages } = readFile('kopje,nr\nThe Lamps,D72F31C1C17A4716\n', 'a.csv');
    expect(messages[0]?.text).not.toContain('"nr"');
  });
});
