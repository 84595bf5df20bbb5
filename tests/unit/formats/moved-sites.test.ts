// Text that a site's program kept for itself, and that another one moved to Markdown: what marks it is known in both.
import { describe, expect, test } from 'vitest';
import { list, paragraph, readFile, subhead } from './reading.ts';

const post = (...text: string[]) =>
  readFile(
    ['---', 'title: Ferry Returns', 'date: 2025-04-24', '---', '', ...text, ''].join('\n'),
    'ferry.md',
  );
const blocksOf = (...text: string[]) => post(...text).stories[0]?.blocks;

describe('front matter with a blank line below its first rule', () => {
  const spaced = (headline: string) =>
    `---\n\nauthor: Marta Eskelund\ndate: 2025-04-24\ntitle: ${headline}\ntags:\n- ferry\n\n---\n\nThe ferry came in at noon.\n`;

  test('is front matter', () => {
    for (const size of [7, 2 ** 16]) {
      const { stories, codes } = readFile(`${spaced('Ferry Returns')}\n${spaced('Bridge Opens')}`, 'a.md', {
        size,
      });
      expect(codes).toEqual([]);
      expect(stories).toMatchObject([
        { headline: 'Ferry Returns', byline: 'Marta Eskelund', date: '2025-04-24', keywords: ['ferry'] },
        { headline: 'Bridge Opens', blocks: [paragraph('The ferry came in at noon.')] },
      ]);
    }
  });

  test('is a rule in a text whose own front matter has none', () => {
    const { stories } = post(
      'It left at dusk.',
      '',
      '---',
      '',
      'date: 2025-04-25',
      '',
      '---',
      '',
      'It sank.',
    );
    expect(stories).toHaveLength(1);
  });
});

describe('shortcodes of WordPress', () => {
  test('captions are captions, and what shows no text is none', () => {
    const { stories, codes } = post(
      '[caption id="a_1" width="300"]![](/ferry.jpg) The ferry at its *old* pier[/caption]',
      '[caption id="a_2" caption="A lamp"]![](/lamp.jpg)[/caption]',
      'The ferry came in at noon. [dropcap]I[/dropcap]t left at dusk.',
      '[gallery ids="1,2"]',
      'See the [video](https://x.example/v) of [two] lamps.',
    );
    expect(codes).toEqual([]);
    expect(stories).toMatchObject([
      {
        photos: [{ caption: 'The ferry at its old pier' }, { caption: 'A lamp' }],
        blocks: [
          paragraph('The ferry came in at noon. It left at dusk.'),
          paragraph('See the video of [two] lamps.'),
        ],
      },
    ]);
  });

  test('in a feed what stands between two that are not known is text', () => {
    const { stories } = readFile(
      '<rss><channel><item><title>Ferry Returns</title><pubDate>Thu, 24 Apr 2025 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>[dropcap style="a"]T[/dropcap]he ferry came [1] in.</p>[caption id="a"]<img src="a.jpg"> A lamp[/caption]]]></content:encoded></item></channel></rss>',
      'feed.xml',
    );
    expect(stories).toMatchObject([
      { blocks: [paragraph('The ferry came [1] in.')], photos: [{ caption: 'A lamp' }] },
    ]);
  });
});

describe('marks of Markdown', () => {
  test('that a line’s end parts, or a space keeps from closing, are marks', () => {
    expect(
      blocksOf(
        'The ferry [came in',
        'at noon](https://x.example/a_(b)), and **its captain',
        'waved** to the clerks.',
        '',
        '**Lamps: **seven. **Buoys:**two of 2 ** 3.',
        '',
        '[![](/a.png)',
        '',
        '](https://x.example/b)',
      ),
    ).toEqual([
      paragraph('The ferry came in'),
      paragraph('at noon, and its captain'),
      paragraph('waved to the clerks.'),
      paragraph('Lamps: seven. Buoys:two of 2 ** 3.'),
    ]);
  });

  test('stand in cells of HTML', () => {
    expect(
      blocksOf(
        '<table><tr><td>**Pier:**</td></tr>',
        '<tr><td>[old](https://x.example)</td></tr></table>',
        '',
        'It *left*.',
      ),
    ).toEqual([paragraph('Pier:'), paragraph('old'), paragraph('It left.')]);
  });

  test('the name of a heading, and how a block looks, are none of its words', () => {
    expect(blocksOf('## At the pier {#toc0 .wide}', '', 'It left at dusk.', '{.is-warning}')).toEqual([
      subhead('At the pier'),
      paragraph('It left at dusk.'),
    ]);
  });
});

describe('lines of Markdown', () => {
  const BROKEN = [
    'The ferry came in at noon with its lamps lit,',
    'and its captain waved to the',
    '[clerks who had waited](https://x.example) on the quay since dawn for',
    'it.',
    '',
    '> Nobody had thought that it would come back at',
    '> all, the harbour master said.',
    '>',
    '> It did.',
    '',
    '- It left at dusk, with all the clerks that had a',
    '  ticket.',
    '- Its lamps were out.',
    '',
    '灯台の灯は夜明けまで消えることがなく、港の人々はそれを見て安心して眠ったと',
    '伝えられている。',
  ];

  test('that break within sentences are one paragraph, whatever their width', () => {
    expect(blocksOf(...BROKEN)).toEqual([
      paragraph(
        'The ferry came in at noon with its lamps lit, and its captain waved to the clerks who had waited on the quay since dawn for it.',
      ),
      paragraph('Nobody had thought that it would come back at all, the harbour master said.'),
      paragraph('It did.'),
      list('It left at dusk, with all the clerks that had a ticket.', 'Its lamps were out.'),
      paragraph('灯台の灯は夜明けまで消えることがなく、港の人々はそれを見て安心して眠ったと伝えられている。'),
    ]);
  });

  test('that end as sentences do are paragraphs', () => {
    const lines = [
      '*The ferry* came in at noon with its lamps lit, and its captain waved.',
      'It left at dusk, with all the clerks that had a ticket for it.',
      '',
      'Its lamps were out, and nobody saw it leave the old pier again.',
      'The harbour master said that it would be back in the morning.',
    ];
    expect(blocksOf(...lines)).toHaveLength(4);
  });
});
