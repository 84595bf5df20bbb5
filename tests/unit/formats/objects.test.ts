// Objects of JSON as databases, scripts and programs write them: what stands around a story, and how its fields are written.
import { describe, expect, test } from 'vitest';
import { readFile } from './reading.ts';

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
