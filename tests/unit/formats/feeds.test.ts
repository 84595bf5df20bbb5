// Feeds, and exports of WordPress: what their items say, and which of them are stories.
import { describe, expect, test } from 'vitest';
import { list, paragraph, readFile, subhead } from './reading.ts';

const cdata = (text: string) => `<![CDATA[${text}]]>`;

/** An item of an export of WordPress. */
function item(title: string, content: string, more = '', type = 'post', status = 'publish'): string {
  return `<item>
    <title>${cdata(title)}</title>
    <link>https://harbor.example/${title.length}/</link>
    <pubDate>Fri, 01 Mar 2019 23:30:00 +0000</pubDate>
    <dc:creator>${cdata('mara')}</dc:creator>
    <description></description>
    <content:encoded>${cdata(content)}</content:encoded>
    <wp:post_date>${cdata('2019-03-02 01:30:00')}</wp:post_date>
    <wp:post_password>${cdata('')}</wp:post_password>
    <wp:status>${cdata(status)}</wp:status>
    <wp:post_type>${cdata(type)}</wp:post_type>
    ${more}
  </item>`;
}

const exportOf = (...items: string[]) => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.1" -->
<rss version="2.0">
<channel>
  <title>The Harbor Log</title>
  <language>en-US</language>
  <wp:author><wp:author_login>${cdata('mara')}</wp:author_login><wp:author_display_name>${cdata('Mara Elliot')}</wp:author_display_name></wp:author>
  ${items.join('\n')}
</channel>
</rss>
`;

describe('an export of WordPress', () => {
  const POST = `The <strong>lamps</strong> are back, said the clerk.

[caption id="a" width="300"]<img src="a.jpg" alt=""> The lamps at dusk. (AFP)[/caption]

They had been gone for years.

[gallery ids="1,2"]

<h2>Why now</h2>
<ul><li>Nobody asked.</li></ul>`;
  const MORE = `<category domain="category">${cdata('Port')}</category>
    <category domain="post_tag">${cdata('Lamps')}</category>
    <wp:postmeta><wp:meta_key>title</wp:meta_key><wp:meta_value>${cdata('No title')}</wp:meta_value></wp:postmeta>`;

  test('a post has its text, its day where it was written, its author by name, category, tags and captions', () => {
    const { format, stories, codes } = readFile(exportOf(item('Lamps &amp; Ropes', POST, MORE)), 'log.xml');
    expect(format).toBe('feed');
    expect(codes).toEqual([]);
    expect(stories).toMatchObject([
      {
        headline: 'Lamps & Ropes',
        byline: 'Mara Elliot',
        date: '2019-03-02',
        dateBasis: 'stated',
        section: 'Port',
        keywords: ['Lamps'],
        language: 'en-US',
        url: 'https://harbor.example/17/',
        photos: [{ caption: 'The lamps at dusk.', credit: 'AFP' }],
        blocks: [
          paragraph('The lamps are back, said the clerk.'),
          paragraph('They had been gone for years.'),
          subhead('Why now'),
          list('Nobody asked.'),
        ],
      },
    ]);
  });

  test('pages, pictures and menus are no stories; drafts and what has a password are not published', () => {
    const secret = `<wp:post_password>${cdata('rope')}</wp:post_password>`;
    const { stories, codes, ledger } = readFile(
      exportOf(
        item('About', 'About us.', '', 'page'),
        item('a.jpg', 'A picture.', '', 'attachment', 'inherit'),
        item('Menu', 'Menu.', '', 'nav_menu_item'),
        item('Styles', 'Styles.', '', 'wp_global_styles'),
        item('Later', 'Not yet.', '', 'post', 'future'),
        item('Secret', 'Nobody knows.').replace(/<wp:post_password>.*<\/wp:post_password>/u, secret),
        item('Of a type of its own', 'A story all the same.', '', 'dispatch'),
      ),
      'log.xml',
    );
    expect(stories.map(({ headline }) => headline)).toEqual(['Of a type of its own']);
    expect(codes).toEqual(['draft', 'draft']);
    expect(ledger.unclaimed).toBeGreaterThan(0);
  });
});

test('of what Blogger exports, posts are stories; comments, templates and settings are none', () => {
  const entry = (kind: string, title: string) =>
    `<entry><id>tag:b,${title}</id><published>2009-01-12T08:30:00-08:00</published><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><category scheme="http://www.blogger.com/atom/ns#" term="Port"/><title type="text">${title}</title><content type="html">Text of ${title}.</content></entry>`;
  const kinds = ['settings', 'template', 'post', 'page', 'comment'];
  const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${kinds.map((kind) => entry(kind, `A ${kind}`)).join('\n')}</feed>`;
  const { stories, codes } = readFile(feed, 'blog.xml');
  expect(stories).toMatchObject([{ headline: 'A post', keywords: ['Port'] }]);
  expect(codes).toEqual([]);
});

describe('a feed', () => {
  test('of RSS without content has its text in its descriptions; several items may share a line', () => {
    const items = ['One', 'Two'].map(
      (title) =>
        `<item><title>${title}</title><description>&lt;p&gt;Text of ${title}&amp;nbsp;here.&lt;/p&gt;</description><author>desk@a.example (Ann Nicholl)</author><pubDate>Fri, 01 Mar 2019 10:00:00 GMT</pubDate></item>`,
    );
    const { stories, codes, ledger } = readFile(
      `\n\n<?xml version="1.0"?><rss version="2.0"><channel><language>de</language>${items.join('')}</channel></rss>`,
      'a.rss',
    );
    expect(codes).toEqual([]);
    expect(stories).toMatchObject([
      { headline: 'One', byline: 'Ann Nicholl', language: 'de', date: '2019-03-01', lines: [3, 3] },
      { headline: 'Two', blocks: [paragraph('Text of Two here.')], lines: [3, 3] },
    ]);
    expect([ledger.field, ledger.blank]).toEqual([1, 2]);
  });

  test('of Atom: XHTML is text, the author’s name is the byline, the first day counts', () => {
    const { stories } = readFile(
      `<feed xml:lang="fr"><title>Journal</title><author><name>Desk</name></author><entry>
<title>Les lampes</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/>
<author><name>Ann Nicholl</name><email>ann@a.example</email></author>
<published>2019-03-01T10:00:00Z</published><updated>2020-01-01T00:00:00Z</updated><category term="Port"/>
<content type="xhtml"><div><p>Le port &amp; la mer.</p><p>Deux <b>lampes</b> &lt;ici&gt;.</p></div></content>
</entry></feed>`,
      'a.atom',
    );
    expect(stories).toMatchObject([
      {
        headline: 'Les lampes',
        byline: 'Ann Nicholl',
        date: '2019-03-01',
        url: 'https://a.example/1',
        language: 'fr',
        keywords: ['Port'],
        blocks: [paragraph('Le port & la mer.'), paragraph('Deux lampes <ici>.')],
      },
    ]);
  });

  test('with ampersands that nobody escaped is read; in CDATA they stay as they are', () => {
    const { stories, codes } = readFile(
      `<rss><channel><language>en</language>
<item><title>Lamps & Ropes</title><link>https://a.example/?a=1&b=2</link><description>${cdata('Rope & lamp, &lt;both&gt; & more.')}</description><pubDate>1 Mar 2019</pubDate></item>
</channel></rss>`,
      'a.rss',
    );
    expect(codes).toEqual([]);
    expect(stories).toMatchObject([
      {
        headline: 'Lamps & Ropes',
        url: 'https://a.example/?a=1&b=2',
        blocks: [paragraph('Rope & lamp, <both> & more.')],
      },
    ]);
  });

  test('of titles alone says of each that it has no text, and not that fields are unknown', () => {
    const { codes } = readFile(
      '<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>',
      'a.rss',
    );
    expect(codes).toEqual(['no-body', 'no-body']);
  });

  test('whose items state a language each is not in the language of the first', () => {
    const { stories } = readFile(
      '<feed><entry xml:lang="fr"><title>Un</title><summary>Les lampes.</summary></entry><entry><title>Two</title><summary>The lamps.</summary></entry></feed>',
      'a.atom',
    );
    expect(stories.map(({ language }) => language)).toEqual(['fr', undefined]);
  });

  test('that is not well-formed is published as far as it is', () => {
    const { stories, messages } = readFile(
      '<rss><channel>\n<item><title>A</title><description>A text.</description></item>\n<item><title>B</description></item>\n</channel></rss>',
      'a.rss',
    );
    expect(stories.map(({ headline }) => headline)).toEqual(['A']);
    expect(messages).toMatchObject([{ code: 'undated' }, { code: 'malformed', line: 3 }]);
  });

  test('without any text is an error', () => {
    expect(readFile('<rss><channel><title>Empty</title></channel></rss>', 'a.rss').codes).toEqual([
      'no-body',
    ]);
  });
});
