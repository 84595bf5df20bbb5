// What holds for any bytes in any format: nothing is thrown, the ledger adds up, pieces of any size read the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS, type Format, type KnownFormat } from '../../../integration/formats/index.ts';
import { readFile } from './reading.ts';

/** A file of each format, small and whole. */
const SAMPLES: Record<Exclude<Format, 'pages'>, string> = {
  records:
    '---\ntitle: A: "b"\ndate: 2025-04-24\n---\n\nText *one*.\n\nTitle: Second\nAuthor: Ann\n\nText two.\n',
  jsonl: '{"title":"A","text":"One.\\nTwo."}\n\n{"title":"B","text":"Three \\u00e9."}\n',
  json: '{"articles": [\n {"title":"A","text":"One \\" two."},\n {"title":"B","x":{"y":[1,{}]},"text":"Three."}\n]}\n',
  csv: 'title,text\n"A, ""b""","One.\n\nTwo."\nC,Three\n',
  tsv: 'title\ttext\nA\tOne.\nB\t"Two\nthree."\n',
  wet: 'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 12\r\n\r\nA\nThe text. \r\n\r\nWARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 3\r\n\r\nB\nC\r\n\r\n',
  lexisnexis:
    '      1 of 2 DOCUMENTS\n\n          The Post\n\n          May 2, 2010\n\nA headline\n\nLENGTH: 3 words\n\nThe text\ngoes on.\n\nLOAD-DATE: May 3, 2010\n\n      2 of 2 DOCUMENTS\nBody\n\nEnd of Document\n',
  factiva:
    'HD  A\nPD  2 May 2010\nLP\nThe text.\n\nTD\nMore.\nAN  Document HARB000020131113e9bd00001\n\nB\n3 words\n2 May 2010\n\nText.\nDocument HARB000020131113e9bd00002\n',
  proquest:
    'Table\n____________________\nA\nAuthor: B\nFull text: The text.\n\nMore.\nTitle: A\nPublication date: May 2, 2010\n____________________\n',
  'movable-type':
    'AUTHOR: A\nTITLE: B\nDATE: 01/12/2009 08:30:00 AM\n-----\nBODY:\n<p>One.</p>\n-----\nCOMMENT:\nAUTHOR: C\nTwo.\n-----\n--------\nTITLE: D\n-----\nBODY:\nThree.\n-----\n--------\n',
  wire: '\u0016\u0016\u0001W1\r\nf l BC-A 11-13 0100\r\n\u0002^BC-A,100<\r\n^A head<\r\n\t   The text.\r\n\u0003\r\n\u0004\r\n',
  nitf: '<?xml version="1.0"?>\n<nitf><head/><body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content><p>One &amp;\ntwo.</p></body.content></body></nitf>\n',
  newsml:
    '<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines><ContentItem><DataContent><p>One.</p>\n<p>Two.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>\n',
  'newsml-g2':
    '<newsItem><contentMeta><headline>A</headline></contentMeta><contentSet><inlineData>One.\n\nTwo.</inlineData></contentSet></newsItem>\n',
  'doc-sgml':
    '<DOC id="AFP_ENG_19940512.0001" type="story" >\n<HEADLINE>\nA\n</HEADLINE>\n<TEXT>\n<P>\nOne\ntwo.\n</P>\n</TEXT>\n</DOC>\n',
  'reuters-sgml':
    '<REUTERS NEWID="1">\n<DATE>26-FEB-1987</DATE>\n<TEXT>&#2;<TITLE>A</TITLE><BODY>One\ntwo.\n   Three.\n&#3;</BODY></TEXT>\n</REUTERS>\n',
  feed: '<?xml version="1.0"?>\n<rss><channel><item><title>A</title><content:encoded><![CDATA[<p>One.</p>\n<p>Two.</p>]]></content:encoded></item>\n<item>\n<title>B</title><description>Three &amp; four.</description></item></channel></rss>\n',
  story: 'The text is here.\n\n@highlight\n\nOne thing\n',
};

const pieces = [
  '\n',
  '\r\n',
  '"',
  '""',
  ',',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '<',
  '>',
  '&',
  '&a;',
  '---',
  '\u0000',
  '\u0001',
  '\u0002',
  '\u0004',
  '\ufeff',
  'é',
  'Title: ',
  'WARC/1.0\r\n',
  '</p>',
  'End of Document',
  '1 of 2 DOCUMENTS',
  ' '.repeat(30),
];

/** A sample with pieces put in, taken out and doubled. */
const damaged = (sample: string) =>
  fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('', ...pieces)), { maxLength: 6 }).map((edits) =>
    edits.reduce((text, [at, length, piece]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + piece + text.slice(from + length);
    }, sample.repeat(2)),
  );

/** What was read, as far as pieces must not change it. */
const told = ({ stories, messages, ledger, lines }: ReturnType<typeof readFile>) => ({
  stories,
  messages,
  ledger,
  lines,
});

describe.each(FORMATS.filter((name) => name !== 'pages'))('%s', (name) => {
  const format: KnownFormat = { name, because: 'the test says so' };
  const sample = SAMPLES[name];

  test('the sample is whole, and is what it is taken for', () => {
    expect(readFile(sample, 'sample').format).toBe(name);
    expect(readFile(sample, 'sample', { format }).stories.length).toBeGreaterThan(0);
  });

  test('damaged in any way it is read in pieces as it is whole, and its ledger adds up', () => {
    fc.assert(
      fc.property(damaged(sample), fc.integer({ min: 1, max: 40 }), (text, size) => {
        const whole = told(readFile(text, 'x', { format }));
        expect(told(readFile(text, 'x', { format, size }))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('any bytes are read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readFile(bytes, 'x', { format });
      }),
      { numRuns: 60 },
    );
  });
});

test('any bytes are sniffed without a throw, and read as what they seem to be', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(SAMPLES)).chain(damaged),
      fc.constantFrom('a.txt', 'a.csv', 'a.jsonl'),
      (text, name) => {
        readFile(text, name);
      },
    ),
    { numRuns: 200 },
  );
});

describe('bombs', () => {
  test('a line without an end is a message, and memory stays small', () => {
    const line = `{"title":"A","text":"${'x'.repeat(9 * 2 ** 20)}"}\n{"title":"B","text":"Text."}\n`;
    for (const name of ['jsonl', 'json'] as const) {
      const { stories, codes } = readFile(line, 'x.jsonl', { format: { name, because: '' } });
      expect(stories).toHaveLength(1);
      expect(codes.filter((code) => code !== 'undated')).toHaveLength(1);
    }
  });

  test('aliases in front matter that stand for each other stand for nothing', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, at) => `${name}: &${name} [${Array(8).fill(`*${'abcdefg'[at]}`).join(', ')}]`).join('\n')}`;
    const { codes } = readFile(`---\ntitle: A\n${bomb}\n---\nThe text.\n`, 'x.md');
    expect(codes).toContain('malformed');
  });
});
