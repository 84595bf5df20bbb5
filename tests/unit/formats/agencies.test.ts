// What agencies and databases send: wire copy, XML, SGML, Factiva, ProQuest, `.story`.
import { describe, expect, test } from 'vitest';
import { WrappedPagesReader } from '../../../integration/formats/readers/wrapped-pages.ts';
import { list, paragraph, readFile, saysOf, subhead } from './reading.ts';

const STORY = {
  headline: 'Ferry returns to its old pier',
  byline: 'Marta Eskelund',
  date: '2013-11-13',
  dateBasis: 'stated',
  photos: [],
  blocks: [
    paragraph('OSLO, Norway (AP) — The ferry came in at noon, and its captain waved.'),
    paragraph('It left again at dusk, the keeper said.'),
  ],
};

describe('wire copy', () => {
  test('IPTC 7901: a head ends with a sign of its own; how urgent it is stands above the headline', () => {
    const iptc = (...end: string[]) =>
      [
        '\u0001eca0124 3 i 93  agency 0061',
        '',
        'Harbour/ferry/',
        '\u0002EXTRA',
        '1ST LEAD',
        'Ferry returns to its old pier',
        'By Marta Eskelund =',
        '',
        'OSLO (AP) - The ferry came in at noon, and its',
        'captain waved.',
        '',
        'It left again at dusk.',
        ...end,
      ].join('\r\n');
    const { format, stories, codes } = readFile(iptc('', '\u0003131137 GMT Okt 13', '\u0004'), 'a.txt');
    expect(format).toBe('wire');
    expect(codes).toEqual([]);
    expect(stories).toMatchObject([
      {
        headline: 'Ferry returns to its old pier',
        byline: 'Marta Eskelund',
        date: '2013-10-13',
        blocks: [
          paragraph('OSLO (AP) - The ferry came in at noon, and its captain waved.'),
          paragraph('It left again at dusk.'),
        ],
      },
    ]);
    const cut = readFile(iptc(), 'a.txt');
    expect(cut.stories).toHaveLength(1);
    expect(cut.messages).toMatchObject([{ code: 'malformed', line: 12, column: 23 }, { code: 'undated' }]);
  });

  const anpa = (
    slug: string,
    body: string[],
    head = [
      '^Ferry returns to its old pier<',
      '^AP Photo XNP101<',
      '^By Marta Eskelund=',
      '^Associated Press=',
    ],
  ) =>
    [
      '\u0016\u0016\u0001W2870\u001f_asian',
      'f l\u0013\u0011 BC-EU--Norway-Ferry     11-13 0149',
      `\u0002^${slug}<`,
      ...head,
      ...body,
      '\u0003',
      '\t   ^CAP-WF-11-13-13 1509GMT<',
      '\u0004',
    ].join('\r\n');
  const BODY = [
    '\t   OSLO, Norway (AP) _ The ferry came in at noon, and its captain waved.',
    ' ',
    '\t   It left again at dusk, the keeper said.',
    '-30-',
  ];

  test('ANPA 1312: slug, headline, byline, day, text up to -30-', () => {
    for (const size of [1, 2 ** 16]) {
      const { format, stories, messages } = readFile(anpa('BC-EU--Norway-Ferry,149', BODY), 'copy.tst', {
        size,
      });
      expect(format).toBe('wire');
      expect(messages).toEqual([]);
      expect(stories.map(saysOf)).toEqual([
        { ...STORY, slug: 'BC-EU--Norway-Ferry', dateline: { place: 'OSLO, Norway', agency: 'AP' } },
      ]);
    }
  });

  test('a list of headlines and a table, which have no paragraphs, are the text below the line that names them', () => {
    const list = anpa(
      'AP-Ferry-Headlines,40',
      [],
      ['^Ferry news at noon<', '^A lamp is lit', '^A bridge at dawn'],
    );
    const rows = Array.from({ length: 15 }, (_, at) => `^Pier ${at};${at};3`);
    const table = anpa(
      'BC-Ferry-Table,40',
      ['\t   ___=', '^Friday’s ferries<', '\t   Lamp 6, Buoy 5'],
      ['^Ferry table<', '^All times local<', ...rows],
    );
    const { stories, codes } = readFile(list + table, 'copy.tst');
    expect(codes).toEqual([]);
    expect(stories.map(({ headline, blocks }) => [headline, blocks.length])).toEqual([
      ['Ferry news at noon', 2],
      ['Ferry table', 18],
    ]);
    expect(stories[1]?.blocks.at(-1)).toEqual(paragraph('Lamp 6, Buoy 5'));
  });

  test('a word for what a story is, and where, stand above its headline', () => {
    const { stories } = readFile(
      '\u0001abc025 3 i 121 agency 967\r\n\r\n\u0002Overview\r\nNorway:\r\nFerry returns to its old pier =\r\n\r\nOSLO (AP) The ferry came in.\r\n\r\n\u0003131137 GMT Okt 13\r\n\u0004',
      'a.txt',
    );
    expect(stories).toMatchObject([{ headline: 'Ferry returns to its old pier' }]);
  });

  test('takes of one story are joined; the next story is its own', () => {
    const text =
      anpa('BC-EU--Norway-Ferry,149', BODY.slice(0, 1)) +
      anpa('BC-EU--Norway-Ferry, 1st Add,80', BODY.slice(2), []) +
      anpa('BC-EU--Norway-Bridge,80', BODY, ['^A bridge at dawn<']);
    const { stories } = readFile(text, 'copy.tst');
    expect(stories.map(({ headline, blocks }) => [headline, blocks.length])).toEqual([
      ['Ferry returns to its old pier', 2],
      ['A bridge at dawn', 2],
    ]);
  });

  test('IPTC 7901: slug, headline, day, lines joined', () => {
    const text = [
      '\u0001eca062 4 i 211 ccccb   dpa 061',
      '',
      'Norway-ferry/',
      '\u0002Ferry returns to its old pier =',
      '',
      '   Oslo (dpa) - The ferry came in at noon, and its captain waved to the',
      'clerks who had come down to the quay, since nobody could remember when',
      'that had been seen before.',
      '',
      '   It left again at dusk, the keeper of the harbour said, and the clerks',
      'went home.',
      '',
      'dpa wsz jln npr',
      '',
      '\u0003131137 GMT Nov 13 ',
      '\u0004',
    ].join('\r\n');
    const { stories, messages, format } = readFile(text, 'copy.txt');
    expect(format).toBe('wire');
    expect(messages).toEqual([]);
    expect(stories).toMatchObject([
      {
        headline: 'Ferry returns to its old pier',
        slug: 'Norway-ferry',
        date: '2013-11-13',
        dateline: { place: 'Oslo', agency: 'dpa' },
      },
    ]);
    expect(stories[0]?.blocks).toHaveLength(2);
  });

  test('a message without its text is an error; the others are published', () => {
    const { stories, messages } = readFile(
      `\u0001W1\r\nf l BC-X 11-13 0100\r\n\u0003\r\n\u0004\r\n${anpa('BC-Y,149', BODY)}`,
      'copy.tst',
    );
    expect(stories).toHaveLength(1);
    expect(messages).toMatchObject([{ code: 'malformed', severity: 'error', line: 1 }]);
  });
});

describe('XML', () => {
  const NITF = `<nitf>
  <head><docdata><date.issue norm="20131113T101500Z"/><doc.copyright holder="The Harbour Press" year="2013"/>
    <key-list><keyword key="ferries"/></key-list></docdata>
    <pubdata name="The Harbour Post" position.section="Travel" position.sequence="6"/></head>
  <body>
    <body.head>
      <hedline><hl1>Ferry returns to its old pier</hl1><hl2>A crowd waves</hl2></hedline>
      <byline>By Marta Eskelund<byttl>Staff</byttl></byline>
      <dateline><location>Oslo</location></dateline>
    </body.head>
    <body.content>
      <p>The ferry &amp; its
        crew came&nbsp;in.</p>
      <hl2>Why now</hl2>
      <ul><li>one</li><li>two</li></ul>
      <media><media-reference source="x.jpg"/><media-caption>The quay at dawn. (AP)</media-caption></media>
      <p>Its captain waved.</p>
    </body.content>
  </body>
</nitf>`;
  const SAYS = {
    ...STORY,
    dek: 'A crowd waves',
    section: 'Travel',
    page: '6',
    publication: 'The Harbour Post',
    rights: 'The Harbour Press, 2013',
    keywords: ['ferries'],
    dateline: { place: 'Oslo' },
    photos: [{ caption: 'The quay at dawn.', credit: 'AP' }],
    blocks: [
      paragraph('The ferry & its crew came in.'),
      subhead('Why now'),
      list('one', 'two'),
      paragraph('Its captain waved.'),
    ],
  };

  test('NITF: one document, or several in a file', () => {
    for (const size of [1, 2 ** 16]) {
      const one = `<?xml version="1.0" encoding="UTF-8"?>\n${NITF}\n`;
      const { format, stories, messages } = readFile(
        one + one.replace('Ferry returns', 'Ship returns'),
        'a.xml',
        { size },
      );
      expect(format).toBe('nitf');
      expect(messages).toEqual([]);
      expect(stories.map(saysOf)).toEqual([SAYS, { ...SAYS, headline: 'Ship returns to its old pier' }]);
    }
  });

  test('NewsML-G2: a message of items, with XHTML, with NITF, and with a picture', () => {
    const item = (content: string, type = 'text') => `<newsItem guid="urn:x:1" xml:lang="en-GB">
  <rightsInfo><copyrightHolder><name>The Harbour Press</name></copyrightHolder></rightsInfo>
  <itemMeta><itemClass qcode="ninat:${type}"/><provider><name>The Harbour Post</name></provider><versionCreated>2013-11-14T01:00:00Z</versionCreated></itemMeta>
  <contentMeta><contentCreated>2013-11-13T01:00:00Z</contentCreated><located><name>Oslo</name></located><by>By Marta Eskelund</by>
    <keyword>ferries</keyword><slugline>ferry-pier</slugline><headline>Ferry returns to its old pier</headline></contentMeta>
  <contentSet>${content}</contentSet>
</newsItem>`;
    const xhtml =
      '<inlineXML><html><head><title>no</title></head><body><p>One.</p><h2>Two</h2><p>Three.</p></body></html></inlineXML>';
    const text = `<?xml version="1.0"?>\n<newsMessage><itemSet>${item(xhtml)}\n${item(`<inlineXML>${NITF}</inlineXML>`)}\n${item('<remoteContent/>', 'picture')}</itemSet></newsMessage>`;
    const { format, stories, messages } = readFile(text, 'a.xml');
    expect(format).toBe('newsml-g2');
    expect(messages).toEqual([]);
    expect(stories).toMatchObject([
      {
        headline: 'Ferry returns to its old pier',
        byline: 'Marta Eskelund',
        date: '2013-11-13',
        slug: 'ferry-pier',
        rights: 'The Harbour Press',
        publication: 'The Harbour Post',
        language: 'en-GB',
        dateline: { place: 'Oslo' },
        keywords: ['ferries'],
        blocks: [paragraph('One.'), subhead('Two'), paragraph('Three.')],
      },
      { headline: 'Ferry returns to its old pier', blocks: SAYS.blocks },
    ]);
  });

  const newsml = (...components: string[]) => `<?xml version="1.0"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20131114T120000Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>harbour.example</ProviderId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20131113T010000Z</FirstCreated><ThisRevisionCreated>20131114T010000Z</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferry returns to its old pier</HeadLine><SubHeadLine>Nobody waves</SubHeadLine><ByLine>By Marta Eskelund</ByLine>
<DateLine>OSLO, Nov 13 (Harbour)</DateLine><CopyrightLine>The Harbour Press</CopyrightLine><SlugLine>ferry-pier</SlugLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Harbour Post"/></Provider></AdministrativeMetadata>
${components.join('\n')}</NewsComponent></NewsItem></NewsML>
`;
  const content = (text: string, role = 'Main', type = 'Text') =>
    `<NewsComponent><Role FormalName="${role}"/><ContentItem><MediaType FormalName="${type}"/><DataContent>${text}</DataContent></ContentItem></NewsComponent>`;
  const PARAGRAPHS = [paragraph('The ferry came in at noon.'), paragraph('It left at dusk.')];

  test.each([
    ['paragraphs', content('<p>The ferry came in\n  at noon.</p>\n<p>It left at dusk.</p>')],
    ['a plain text', content('\nThe ferry came in\nat noon.\n\nIt left at dusk.\n')],
    [
      'XHTML',
      content(
        '<html><head><title>no</title></head><body><p>The ferry came in at noon.</p><p>It left at dusk.</p></body></html>',
      ),
    ],
    [
      'NITF',
      content(
        '<nitf><head><title>no</title></head><body><body.head><dateline><location>no</location></dateline></body.head><body.content><p>The ferry came in at noon.</p><p>It left at dusk.</p></body.content></body></nitf>',
      ),
    ],
  ])('NewsML 1: with %s in it, and the caption of a picture', (_, main) => {
    const { format, stories, messages, ledger, lines } = readFile(
      newsml(main, content('The quay at dawn. (AP)', 'Caption')),
      'a.xml',
    );
    expect(format).toBe('newsml');
    expect(messages).toEqual([]);
    expect(stories).toMatchObject([
      {
        headline: 'Ferry returns to its old pier',
        dek: 'Nobody waves',
        byline: 'Marta Eskelund',
        date: '2013-11-13',
        dateline: { place: 'OSLO' },
        rights: 'The Harbour Press',
        publication: 'Harbour Post',
        slug: 'ferry-pier',
        language: 'en',
        photos: [{ caption: 'The quay at dawn.', credit: 'AP' }],
        blocks: PARAGRAPHS,
      },
    ]);
    expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
  });

  const textOf = (body: string) =>
    readFile(
      NITF.replace(/<body\.content>[\s\S]*<\/body\.content>/u, () => `<body.content>${body}</body.content>`),
      'a.xml',
    ).stories[0]?.blocks;

  test('lines that a program broke at a width by elements are whole', () => {
    const broken = [
      'The ferry came in at noon with all of its lamps lit, and the',
      'captain waved to the clerks who had waited for it on the quay',
      'since dawn.',
    ].join('<br/>');
    const other = ['Nobody on the quay had thought that it would come back, and a', 'clerk said so.'].join(
      ' <br/>',
    );
    expect(textOf(`<p>  ${broken}</p><p>${other}</p>`)).toEqual([
      paragraph(
        'The ferry came in at noon with all of its lamps lit, and the captain waved to the clerks who had waited for it on the quay since dawn.',
      ),
      paragraph('Nobody on the quay had thought that it would come back, and a clerk said so.'),
    ]);
    expect(textOf('<p>Lamps<br/>Buoys</p>')).toEqual([paragraph('Lamps'), paragraph('Buoys')]);
  });

  test('lines and rows that only the source has are paragraphs where its indents and spaces say so', () => {
    expect(
      textOf(
        '<p>The ferry came in at noon and\nits captain waved.\n    * It left at dusk.\n    The lamps were\nout.</p><p>A line\n   that <em>goes</em>\n   on.</p><p>Pier 1     2\nPier 2     3\nPier 3     4</p>',
      ),
    ).toEqual([
      paragraph('The ferry came in at noon and its captain waved.'),
      paragraph('* It left at dusk.'),
      paragraph('The lamps were out.'),
      paragraph('A line that goes on.'),
      paragraph('Pier 1 2'),
      paragraph('Pier 2 3'),
      paragraph('Pier 3 4'),
    ]);
    expect(textOf('<pre>Pier 1\nThe lamps are out.\n</pre><p>* * *</p>')).toEqual([
      paragraph('Pier 1'),
      paragraph('The lamps are out.'),
    ]);
  });

  test('HTML that the XML does not know as such is read as HTML', () => {
    expect(textOf('<![CDATA[<P>The <b>ferry</b> came in.</P>\n<P>It left.</P>]]>')).toEqual([
      paragraph('The ferry came in.'),
      paragraph('It left.'),
    ]);
    expect(textOf('<p>The &lt;b&gt;ferry&lt;/b&gt; came in.</p>')).toEqual([paragraph('The ferry came in.')]);
  });

  test('the head of a page in it is no text, but for its sentences', () => {
    const { stories } = readFile(
      '<newsItem><contentMeta><headline>Ferry returns</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><header><time>24.04.2025 14:02</time><ul><li>ferries</li></ul><h1>Ferry returns</h1><p>It was late.</p></header><section><p>The ferry came in.</p></section></body></html></inlineXML></contentSet></newsItem>',
      'a.xml',
    );
    expect(stories).toMatchObject([{ blocks: [paragraph('It was late.'), paragraph('The ferry came in.')] }]);
  });

  test('who wrote it may stand above the text, stated elsewhere or not', () => {
    const item = (byline: string, first: string) =>
      readFile(
        `<nitf><body><body.head><hedline><hl1>Ferry returns</hl1></hedline>${byline}</body.head><body.content><p>${first}</p><p>The ferry came in.</p></body.content></body></nitf>`,
        'a.xml',
      ).stories[0];
    const alone = [paragraph('The ferry came in.')];
    expect(item('', 'By Marta Eskelund')).toMatchObject({ byline: 'Marta Eskelund', blocks: alone });
    expect(item('<byline>Marta Eskelund</byline>', 'By Marta Eskelund')).toMatchObject({ blocks: alone });
    expect(item('<byline>Lina Moor</byline>', 'By Marta Eskelund')).toMatchObject({
      byline: 'Lina Moor',
      blocks: [paragraph('By Marta Eskelund'), ...alone],
    });
  });

  test('NewsML 1: an item of pictures alone is no story', () => {
    const { stories, codes } = readFile(newsml(content('The quay at dawn. (AP)', 'Caption')), 'a.xml');
    expect(stories).toEqual([]);
    expect(codes).toEqual(['no-body']);
  });

  test('RCV1: a text below its headline, its day in an attribute', () => {
    const text = `<?xml version="1.0" encoding="utf-8" ?>
<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en">
<title>NORWAY: Ferry returns to its old pier.</title>
<headline>Ferry returns to its old pier.</headline>
<byline>Marta Eskelund</byline>
<dateline>OSLO 1996-08-20</dateline>
<text>
<p>The ferry came in at noon.</p>
<p>It left at dusk.</p>
</text>
<copyright>(c) The Harbour Press 1996</copyright>
<metadata><codes class="x:1.0"><code code="NOR"><editdetail date="1996-08-21"/></code></codes><dc element="dc.title" value="no"/></metadata>
</newsitem>
`;
    const { format, stories, messages } = readFile(text, '2286newsML.xml');
    expect(format).toBe('newsml');
    expect(messages).toEqual([]);
    expect(stories).toMatchObject([
      {
        headline: 'Ferry returns to its old pier.',
        byline: 'Marta Eskelund',
        date: '1996-08-20',
        dateline: { place: 'OSLO' },
        rights: '(c) The Harbour Press 1996',
        language: 'en',
        blocks: PARAGRAPHS,
      },
    ]);
  });

  test('XML that is not well-formed is an error at its place; documents before and behind it are published', () => {
    const document = `<?xml version="1.0"?>\n${NITF}\n`;
    const { stories, messages } = readFile(document + document.replace('</hl1>', '') + document, 'a.xml');
    expect(stories).toHaveLength(2);
    expect(messages).toMatchObject([{ code: 'malformed', severity: 'error', line: 29 }]);
  });

  test('no entity that a document defines is expanded, and none is fetched', () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>\n${NITF.replace('crew', '&b;&c;')}`;
    const { stories, messages } = readFile(bomb, 'a.xml');
    expect(stories).toEqual([]);
    expect(messages).toMatchObject([{ code: 'malformed' }]);
  });

  test('a file without a text says so', () => {
    const { codes } = readFile('<?xml version="1.0"?>\n<packageItem><groupSet/></packageItem>', 'a.xml');
    expect(codes).toEqual(['no-body']);
  });
});

describe('Reuters SGML', () => {
  const reuters = (title: string, body: string) => `<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>ship</D></TOPICS>
<PLACES><D>norway</D></PLACES>
<UNKNOWN>&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>${title}</TITLE>
<DATELINE>    OSLO, Feb 26 - </DATELINE><BODY>${body} Reuter
&#3;</BODY></TEXT>
</REUTERS>
`;
  const BODY = 'The ferry came in at noon &lt;HARB&gt; & left,\nits owners said.\n    Nobody waved.\n';

  test('a story an element; paragraphs by their indents', () => {
    for (const size of [1, 2 ** 16]) {
      const text = `<!DOCTYPE lewis SYSTEM "lewis.dtd">\n${reuters('FERRY RETURNS', BODY)}${reuters('SHIP RETURNS', BODY)}`;
      const { format, stories, messages, ledger } = readFile(text, 'reut2.sgm', { size });
      expect(format).toBe('reuters-sgml');
      expect(messages).toEqual([]);
      expect(stories.map(({ headline }) => headline)).toEqual(['FERRY RETURNS', 'SHIP RETURNS']);
      expect(stories[0]).toMatchObject({
        date: '1987-02-26',
        keywords: ['ship'],
        dateline: { place: 'OSLO', agency: 'Reuters' },
        blocks: [
          paragraph('The ferry came in at noon <HARB> & left, its owners said.'),
          paragraph('Nobody waved.'),
        ],
      });
      expect(ledger.unclaimed).toBe(0);
    }
  });

  test('a story that is cut off is an error; the rest is published', () => {
    const text = reuters('FERRY RETURNS', BODY).replace('</REUTERS>\n', '') + reuters('SHIP RETURNS', BODY);
    const { stories, messages } = readFile(text, 'reut2.sgm');
    expect(stories.map(({ headline }) => headline)).toEqual(['SHIP RETURNS']);
    expect(messages).toMatchObject([{ code: 'malformed', severity: 'error', line: 1 }]);
  });
});

test('a <doc> whose elements are an address, a contenttitle and a content is a story', () => {
  const text = `<doc>
<url>http://news.example/1.shtml</url>
<docno>98590b97-1</docno>
<contenttitle>渡轮回到旧码头</contenttitle>
<content>渡轮中午进港，船长挥手。</content>
</doc>
`;
  const { format, stories } = readFile(text, 'news.txt');
  expect(format).toBe('doc-sgml');
  expect(stories).toMatchObject([
    { headline: '渡轮回到旧码头', blocks: [paragraph('渡轮中午进港，船长挥手。')] },
  ]);
});

test('an abstract that the text begins with is no dek', () => {
  const text = 'The ferry came in at noon, and its captain waved to the crowd.';
  const dump = `<DOC>\n<DOCNO>HARB-1</DOCNO>\n<TITLE>Ferry Returns</TITLE>\n<ABSTRACT>\n${text}\n</ABSTRACT>\n<TEXT>\n${text}\nIt left at dusk.\n</TEXT>\n</DOC>\n`;
  const [story] = readFile(dump, 'wire.txt').stories;
  expect(story?.headline).toBe('Ferry Returns');
  expect(story?.dek).toBeUndefined();
  expect(story?.blocks).toHaveLength(2);
});

test('who wrote a story of LDC stands above its text, in no element of its own', () => {
  const text = `<DOC>
<DOCNO> HARB19980601.0003 </DOCNO>
<BODY>
<HEADLINE> Ferry Returns </HEADLINE>
 By MARTA ESKELUND
<TEXT>
   The ferry came in at noon.
   Nobody waved.
</TEXT>
</BODY>
</DOC>
`;
  const { stories } = readFile(text, 'a.sgm');
  expect(stories).toMatchObject([
    {
      headline: 'Ferry Returns',
      byline: 'MARTA ESKELUND',
      blocks: [paragraph('The ferry came in at noon.'), paragraph('Nobody waved.')],
    },
  ]);
});

describe('SGML of LDC and TREC', () => {
  const NUMBERED = `<DOC id="AFP_ENG_19940512.0001" type="story" >
<HEADLINE>
Ferry returns
to its pier
</HEADLINE>
<DATELINE>
OSLO, May 12 (AFP)
</DATELINE>
<TEXT>
<P>
The ferry came in at noon & left,
its owners said.
</P>
<P>
Nobody waved.
</P>
</TEXT>
</DOC>
`;
  const INDENTED = `<DOC>
<DOCNO> AP880212-0004 </DOCNO>
<FILEID>AP-NR-02-12-88 1637EST</FILEID>
<1ST_LINE>r w AM-Ferry     02-12 0155</1ST_LINE>
<HEAD>Ferry Leaves Its Pier</HEAD>
<DATELINE>BERGEN, Norway (AP) </DATELINE>
<TEXT>
   The ferry left at noon with forty
lamps aboard.
   Nobody waved.
</TEXT>
</DOC>
`;
  const OF_PAPERS = `<DOC>
<DOCNO>FT911-3</DOCNO>
<DATE>910514
</DATE>
<HEADLINE>
FT  14 MAY 91 / Ferries: Lamps are lit
</HEADLINE>
<BYLINE>
   By MARTA ESKELUND
</BYLINE>
<F P=102> Harbour </F>
<TEXT>
The lamps were lit at dusk by forty keepers of the northern cape.
</TEXT>
<PUB>The Harbour Post
</PUB>
</DOC>
<DOC>
<DOCNO> LA010189-0001 </DOCNO>
<DATE>
<P>
January 1, 1989, Sunday, Home Edition
</P>
</DATE>
<HEADLINE>
<P>
LAMPS GO OUT
</P>
</HEADLINE>
<TEXT>
<P>
The lamps went out at dawn.
</P>
</TEXT>
</DOC>
`;

  test('a story an element; its elements are fields, whatever a paper calls them', () => {
    for (const size of [1, 2 ** 16]) {
      const { format, stories, messages, ledger } = readFile(NUMBERED + INDENTED + OF_PAPERS, 'wire.txt', {
        size,
      });
      expect({ format, messages }).toEqual({ format: 'doc-sgml', messages: [] });
      expect(stories).toMatchObject([
        {
          headline: 'Ferry returns to its pier',
          date: '1994-05-12',
          dateline: { place: 'OSLO', agency: 'AFP' },
          blocks: [
            paragraph('The ferry came in at noon & left, its owners said.'),
            paragraph('Nobody waved.'),
          ],
        },
        {
          headline: 'Ferry Leaves Its Pier',
          date: '1988-02-12',
          dateline: { place: 'BERGEN, Norway', agency: 'AP' },
          blocks: [paragraph('The ferry left at noon with forty lamps aboard.'), paragraph('Nobody waved.')],
        },
        {
          headline: 'Ferries: Lamps are lit',
          date: '1991-05-14',
          byline: 'MARTA ESKELUND',
          publication: 'The Harbour Post',
        },
        { headline: 'LAMPS GO OUT', date: '1989-01-01', blocks: [paragraph('The lamps went out at dawn.')] },
      ]);
      expect(ledger.unclaimed).toBe(0);
    }
  });

  test('a word to editors is no story, and one that is cut off is an error; the rest is published', () => {
    const advisory = NUMBERED.replace('type="story"', 'type="advis"');
    const { stories, messages } = readFile(
      advisory + NUMBERED.replace('</DOC>\n', '') + INDENTED,
      'wire.sgml',
    );
    expect(stories.map(({ headline }) => headline)).toEqual(['Ferry Leaves Its Pier']);
    expect(messages.map(({ code }) => code)).toEqual(['no-story', 'malformed']);
  });

  test('markup that is no SGML is told with its line', () => {
    const { stories, messages } = readFile(NUMBERED.replace('</HEADLINE>\n', '') + INDENTED, 'wire.sgml');
    expect(stories).toHaveLength(1);
    expect(messages).toMatchObject([{ code: 'malformed', severity: 'error' }]);
  });
});

describe('Factiva', () => {
  const SAYS = {
    headline: 'Ferry returns to its old pier',
    byline: 'Marta Eskelund',
    publication: 'The Harbour Post',
    rights: '(c) 2013 The Harbour Press',
    language: 'en',
    date: '2013-11-13',
    dateBasis: 'stated',
    photos: [],
    blocks: [
      paragraph('The ferry came in at noon, and its captain waved.'),
      paragraph('It left again at dusk.'),
    ],
  };

  test('field codes', () => {
    const one = [
      'HD  Ferry returns to its old pier',
      'BY  By Marta Eskelund',
      'WC  45 words',
      'PD  13 November 2013',
      'SN  The Harbour Post',
      'SC  HARB',
      'PG  6',
      'LA  English',
      'CY  (c) 2013 The Harbour Press',
      'LP',
      'The ferry came in at noon, and its captain waved.',
      '',
      'TD',
      'It left again at dusk.',
      '',
      'NS  gtour : Travel | gship : Ships',
      'AN  Document HARB000020131113e9bd00001',
      '',
      '',
    ];
    const { format, stories, messages } = readFile([...one, ...one].join('\n'), 'factiva.txt');
    expect(format).toBe('factiva');
    expect(messages).toEqual([]);
    expect(stories.map(saysOf)).toEqual(Array(2).fill({ ...SAYS, page: '6', keywords: ['Travel', 'Ships'] }));
  });

  test('the plain layout', () => {
    const one = [
      'Ferry returns to its old pier',
      'By Marta Eskelund',
      '45 words',
      '13 November 2013',
      'The Harbour Post',
      'HARB',
      'English',
      '(c) 2013 The Harbour Press',
      '',
      'The ferry came in at noon, and its captain waved.',
      '',
      'It left again at dusk.',
      '',
      'Document HARB000020131113e9bd00001',
      '',
      '',
    ];
    const { format, stories, messages } = readFile([...one, ...one].join('\n'), 'factiva.txt');
    expect(format).toBe('factiva');
    expect(messages).toEqual([]);
    expect(stories.map(saysOf)).toEqual([SAYS, SAYS]);
  });

  /** A document without codes, below lines of its head. */
  const below = (above: string[], words = '45 words', number = 'Document') => [
    ...above,
    words,
    '13 November 2013',
    'The Harbour Post',
    '',
    'The ferry came in at noon, and its captain waved.',
    '',
    `${number} HARB000020131113e9bd00001`,
    '',
  ];

  test.each([
    [['News', 'Ferry returns to its old pier', 'Marta Eskelund']],
    [['News', 'Ferry returns to its old pier', 'Marta Eskelund; Jon Dahl']],
    [['News', 'Ferry returns', 'Marta Eskelund, Jon Dahl und Liv Moen']],
    [['News', 'Ferry returns to its old pier', 'MESK, dpa']],
    [['News', 'Ferry returns to its old pier', 'By Marta Eskelund', 'Special to The Harbour Post']],
    [['Dow Jones', 'Factiva', '', 'News', 'Ferry returns to its old pier', '김경필']],
    [['Ferry returns to its old pier', 'Marta Eskelund']],
    [['News', 'Ferry returns to its old pier']],
    [['Ferry returns to its old pier']],
  ])('%j: its headline, and neither its section nor who wrote it', (above) => {
    const { stories, messages } = readFile(below(above).join('\n'), 'factiva.txt');
    expect(messages).toEqual([]);
    const headline = above.find((line) => line.startsWith('Ferry'));
    expect(stories.map((story) => story.headline)).toEqual([headline]);
    const signs = above.filter((line) => /Marta|MESK|김/u.test(line)).map((line) => line.replace('By ', ''));
    expect(stories.flatMap((story) => story.byline ?? [])).toEqual(signs);
    expect(stories.flatMap((story) => story.section ?? [])).toEqual(above.filter((line) => line === 'News'));
  });

  test.each([
    [['News', 'Ferry returns to its old pier', 'Letters by many hands from all the harbour']],
    [['Ferry Returns', 'Marta Eskelund']],
  ])('%j: what may as well be the name of who wrote it is told', (above) => {
    const { messages } = readFile(below(above).join('\n'), 'factiva.txt');
    expect(messages).toMatchObject([{ code: 'doubtful', line: above.length }]);
  });

  test('words are counted and documents numbered in any language', () => {
    const text = below(['Ferry returns to its old pier'], '1,045 字', '文件').join('\n');
    const { format, stories } = readFile(text + text, 'factiva.txt');
    expect(format).toBe('factiva');
    expect(stories).toHaveLength(2);
  });

  test('a document without its number of words is an error; the others are published', () => {
    const one = [
      'Ferry returns',
      '45 words',
      '13 November 2013',
      'The Harbour Post',
      '',
      'The ferry came in.',
      '',
      'Document HARB000020131113e9bd00001',
      '',
    ];
    const { stories, messages } = readFile([...one, ...one.toSpliced(1, 1)].join('\n'), 'factiva.txt');
    expect(stories).toHaveLength(1);
    expect(messages).toMatchObject([{ code: 'malformed', line: 10 }]);
  });
});

test('exports that are cut off in their last document say so, and publish what is there', () => {
  const factiva = (text: string) =>
    `HD Ferry returns\nPD 13 November 2013\nSN Post\nLP The ferry came in.\n\nTD ${text}\n`;
  const number = 'AN Document HARB000020131113e9bd00001\n\n';
  const one = readFile(`${factiva('It left.')}${number}${factiva('It came ag')}`, 'a.txt');
  expect(one.stories).toHaveLength(2);
  expect(one.messages).toMatchObject([{ code: 'malformed', severity: 'error', line: 14 }]);
  const proquest = (text: string) =>
    `Ferry returns\n\nPublication info: Post; Oslo. 13 Nov 2013: 6.\n\nFull text: ${text}\n`;
  const rule = `${'_'.repeat(40)}\n`;
  const two = readFile(
    `${rule}${proquest('It came.')}\nPublication date: Nov 13, 2013\n${rule}${proquest('It le')}`,
    'a.txt',
  );
  expect(two.stories).toHaveLength(2);
  expect(two.messages).toMatchObject([{ code: 'malformed', severity: 'error', line: 14 }]);
});

test('ProQuest: a subtitle stands behind the headline, twice; a headline may be made up', () => {
  const document = (title: string) =>
    `${title}\n\nPublication info: The Harbour Post; Oslo. 13 Nov 2013: 6.\n\nFull text: The ferry came in at noon.\n\n` +
    `Title: ${title}\n\nPublication title: The Harbour Post\n\nPublication date: Nov 13, 2013\n\n${'_'.repeat(40)}\n`;
  const { format, stories } = readFile(
    document('Ferry returns: a comeback: The whole town was there: \u00a0 The whole town was there') +
      document('Keeper waves ...[Derived Headline ]') +
      document('Pier is mended: [Final Edition]'),
    'a.txt',
  );
  expect(format).toBe('proquest');
  expect(stories.map(({ headline, dek }) => [headline, dek])).toEqual([
    ['Ferry returns: a comeback', 'The whole town was there'],
    ['Keeper waves', undefined],
    ['Pier is mended', undefined],
  ]);
});

test('ProQuest: documents that are numbered, as they are mailed, with no underscores between', () => {
  const one = (at: number) =>
    [
      `Document ${at} of 2`,
      `Ferry ${at} returns`,
      'Author: Eskelund, Marta',
      'ProQuest document link',
      `Full text: Ferry ${at} came in at noon.`,
      'Publication title: The Harbour Post',
      `Publication date: Nov ${at}, 2013`,
      'Source type: Newspapers',
      `ProQuest document ID: ${at}`,
    ].join('\n\n');
  const text = `A clerk has sent you the following:\n\n${one(1)}\n\n${one(2)}\n`;
  const { format, stories, codes, ledger } = readFile(text, 'a.txt');
  expect(format).toBe('proquest');
  expect(codes).toEqual([]);
  expect(stories.map(({ headline, date, blocks }) => [headline, date, blocks])).toEqual([
    ['Ferry 1 returns', '2013-11-01', [paragraph('Ferry 1 came in at noon.')]],
    ['Ferry 2 returns', '2013-11-02', [paragraph('Ferry 2 came in at noon.')]],
  ]);
  expect(ledger).toMatchObject({ separator: 2, furniture: 1 });
});

test('ProQuest: labelled lines, the text behind “Full text:”, underscores between', () => {
  const one = [
    '',
    'Ferry returns to its old pier',
    '',
    'Author: Eskelund, Marta',
    '',
    'Publication info: The Harbour Post ; Oslo [Oslo]13 Nov 2013: 6.',
    '',
    'ProQuest document link',
    '',
    'Abstract: A ferry came back.',
    '',
    'Full text: The ferry came in at noon, and its captain waved.',
    '',
    'It left again at dusk.',
    '',
    'Subject: Ferries; Piers',
    '',
    'Title: Ferry returns to its old pier',
    '',
    'Publication title: The Harbour Post; Oslo',
    '',
    'Pages: 6',
    '',
    'Publication date: Nov 13, 2013',
    '',
    'Section: Travel',
    '',
    'Language of publication: English',
    '',
    'Document URL: https://x.example/docview/1',
    '',
    'Copyright: (c) 2013 The Harbour Press',
    '',
  ];
  const rule = '_'.repeat(40);
  const text = [
    'Table of contents',
    '',
    '1. Ferry returns to its old pier',
    rule,
    ...one,
    rule,
    ...one,
    rule,
    'Contact ProQuest',
  ].join('\n');
  const { format, stories, messages } = readFile(text, 'proquest.txt');
  expect(format).toBe('proquest');
  expect(messages).toEqual([]);
  const says = {
    headline: 'Ferry returns to its old pier',
    byline: 'Eskelund, Marta',
    publication: 'The Harbour Post',
    section: 'Travel',
    page: '6',
    rights: '(c) 2013 The Harbour Press',
    url: 'https://x.example/docview/1',
    keywords: ['Ferries', 'Piers'],
    language: 'en',
    date: '2013-11-13',
    dateBasis: 'stated',
    photos: [],
    blocks: [
      paragraph('The ferry came in at noon, and its captain waved.'),
      paragraph('It left again at dusk.'),
    ],
  };
  expect(stories.map(saysOf)).toEqual([says, says]);
});

test('.story: highlights are a list, and a headline is made', () => {
  const text =
    'The ferry came in at noon. Its captain waved.\n\nIt left again at dusk.\n\n@highlight\n\nFerry comes back\n\n@highlight\n\nCaptain waves\n';
  const { format, stories, codes } = readFile(text, 'a.story');
  expect(format).toBe('story');
  expect(stories).toMatchObject([
    {
      headline: 'The ferry came in at noon',
      blocks: [
        paragraph('The ferry came in at noon. Its captain waved.'),
        paragraph('It left again at dusk.'),
        list('Ferry comes back', 'Captain waves'),
      ],
    },
  ]);
  expect(codes).toEqual(['made-headline', 'undated']);
});

test.each([
  [
    'with marks between its lines',
    [
      'By',
      '.',
      'Mara Elliot',
      'and Jon Kay',
      'PUBLISHED:',
      '.',
      '05:59 EST, 11 July 2012',
      '.',
      '|',
      '.',
      'UPDATED:',
      '.',
      '09:12 EST, 12 July 2012',
      '.',
    ],
  ],
  [
    'without',
    [
      'By',
      'Mara Elliot',
      'and Jon Kay',
      'PUBLISHED:',
      '05:59 EST, 11 July 2012',
      '|',
      'UPDATED:',
      '09:12 EST, 12 July 2012',
    ],
  ],
])('.story: who wrote it, and when it was published, stand above the text, %s', (_, head) => {
  const text = [
    ...head,
    'The ferry came in at noon.',
    'It left again at dusk.',
    '@highlight',
    'Ferry comes back',
  ];
  const { stories, codes, ledger, lines } = readFile(`${text.join('\n\n')}\n`, 'a.story');
  expect(stories).toMatchObject([
    {
      headline: 'The ferry came in at noon',
      byline: 'Mara Elliot, Jon Kay',
      date: '2012-07-11',
      blocks: [
        paragraph('The ferry came in at noon.'),
        paragraph('It left again at dusk.'),
        list('Ferry comes back'),
      ],
    },
  ]);
  expect(codes).toEqual(['made-headline']);
  expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(lines);
});

test('.story: a text that begins with By is a text', () => {
  const { stories } = readFile(
    'By noon the ferry had come in.\n\nIt left again at dusk.\n\n@highlight\n\nFerry comes back\n',
    'a.story',
  );
  expect(stories[0]?.blocks).toHaveLength(3);
});

describe('wrapped page text', () => {
  const PARAGRAPHS = [
    'The ferry came in at noon, and its captain waved to the clerks who had come down to the quay. Nobody had seen so many people there since the pier was reopened, and nobody will again before it is closed and opened once more, the keeper of the harbour said to those who would listen, which were few.',
    'It will leave again at dusk. The wish of the clerks is that it stays a while, so that the harbour is less of an empty place than it has been in all these years of rain, wind and long-standing neglect by those who were elected to look after it.',
  ];
  /** Breaks lines at a width, and longer words where half of them has room. */
  const wrap = (text: string) => {
    const lines = [''];
    for (const word of text.split(' ')) {
      const room = 62 - (lines.at(-1)?.length ?? 0) - 1;
      if (word.length <= room) lines.push(`${lines.pop()} ${word}`.trim());
      else if (/^[a-z]{6,}$/u.test(word) && room > 4)
        lines.push(`${lines.pop()} ${word.slice(0, 4)}-`, word.slice(4));
      else lines.push(word);
    }
    return lines.join('\n');
  };
  const page = (headline: string) =>
    [headline, 'By Marta Eskelund', 'April 24, 2025', ...PARAGRAPHS].map(wrap).join('\n\n');

  test('is told from the evidence, undone, and its stories stand where their lines do', () => {
    const first = page('Ferry Returns to Its Old Pier');
    const text = `${first}\n\n\n\n${page('A Second Ferry Comes to the Pier')}\n`;
    expect(first).toMatch(/[a-z]-\n[a-z]/u);
    const lines = first.split('\n').length;
    for (const size of [1, 2 ** 16]) {
      const { format, stories, messages, ledger } = readFile(text, 'a.txt', { size });
      expect(format).toBe('pages');
      expect(messages.map(({ code, line }) => [code, line])).toEqual([['wrapped', 1]]);
      expect(
        stories.map(({ headline, byline, date, lines: where }) => [headline, byline, date, where]),
      ).toEqual([
        ['Ferry Returns to Its Old Pier', 'Marta Eskelund', '2025-04-24', [1, lines]],
        ['A Second Ferry Comes to the Pier', 'Marta Eskelund', '2025-04-24', [lines + 4, 2 * lines + 3]],
      ]);
      for (const { blocks } of stories) expect(blocks).toEqual(PARAGRAPHS.map(paragraph));
      expect(ledger).toMatchObject({ headline: 2, byline: 2, paragraph: 2 * (lines - 7), unclaimed: 0 });
    }
  });

  test('a paragraph that an indent begins is one where no blank line stands above; a headline of two lines is one', () => {
    const short = 'It will leave again at dusk, the clerks said, and few believed them.';
    const headline = 'Ferry Returns to Its Old Pier After a Storm That Closed the Harbour for a Week';
    const indented = [...PARAGRAPHS, short, ...PARAGRAPHS].map((text) => `    ${wrap(text)}`).join('\n');
    const { stories } = readFile(`${wrap(headline)}\n\n${indented}\n`, 'a.txt');
    expect(stories.map((story) => story.headline)).toEqual([headline]);
    expect(stories[0]?.blocks).toEqual([...PARAGRAPHS, short, ...PARAGRAPHS].map(paragraph));
  });

  test('its stories have their confidence, as those of text that was never wrapped', () => {
    const reader = new WrappedPagesReader({}, { width: 62 });
    const found = [...reader.push(Buffer.from(page('Ferry Returns to Its Old Pier'))), ...reader.end()];
    expect(found.flatMap(({ story, confidence }) => (story ? [confidence] : []))).toEqual([
      expect.any(Number),
    ]);
  });

  test('is told where a blank line stands below each line, whatever the width, and others below each paragraph', () => {
    const texts = ['Ferry Returns to Its Old Pier', ...PARAGRAPHS, ...PARAGRAPHS];
    const doubled = texts.map((text) => wrap(text).replaceAll('\n', '\n\n')).join('\n\n\n\n');
    for (const size of [1, 2 ** 16]) {
      const { stories, codes, ledger } = readFile(`${doubled}\n`, 'a.txt', { size });
      expect(codes).toEqual(['wrapped', 'undated']);
      expect(stories).toMatchObject([
        { headline: texts[0], blocks: [...PARAGRAPHS, ...PARAGRAPHS].map(paragraph) },
      ]);
      expect(ledger.blank).toBe(doubled.split('\n').filter((line) => line === '').length);
    }
  });

  test('is told where letters are not equally wide, as in print', () => {
    // Of lines of one width in print, some have a few letters more.
    const ragged = (text: string) => {
      const lines = [''];
      for (const word of text.split(' ')) {
        const room = [70, 64, 72, 66][lines.length % 4] ?? 70;
        if (`${lines.at(-1)} ${word}`.length <= room) lines.push(`${lines.pop()} ${word}`.trim());
        else lines.push(word);
      }
      return lines.join('\n');
    };
    const texts = [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS];
    const { stories, codes } = readFile(
      `Ferry Returns to Its Old Pier\n\n${texts.map(ragged).join('\n\n')}\n`,
      'a.txt',
    );
    expect(codes).toContain('wrapped');
    expect(stories).toMatchObject([{ blocks: texts.map(paragraph) }]);
  });

  test('a number that opens a line within a sentence is no item of a list; the next item of a list is one', () => {
    const prose = [
      'The harbour will be closed to all ships until further notice, the',
      'keeper said; the last time that it was so for long was on Sept.',
      '29. Nobody remembers why it was closed then, though many have asked',
      'and more will ask before the quay is opened once again to the ships.',
    ];
    const list = [
      '1. The quay will be closed to the ships for as long as the keeper',
      'says so, and nobody may ask him why it is closed, or for how long.',
      '2. The ships will lie at the pier, and whoever comes with them will',
      'walk over the dunes to the town, where there is room for them all.',
    ];
    const text = ['Harbour Closes to All Ships', '', ...prose, '', ...list, '', ...prose].join('\n');
    const [story] = readFile(text, 'a.txt').stories;
    expect(story?.blocks).toEqual(
      [prose, list.slice(0, 2), list.slice(2), prose].map((lines) => paragraph(lines.join(' '))),
    );
  });
});
