// What a story page says of where its story comes from, from a record in a dump to the panel.
import { expect, test } from 'vitest';
import { createTranslations } from '../../integration/i18n/translations.ts';
import { bibtexCitation, cslCitation } from '../../integration/pages/citation.ts';
import { provenanceHtml } from '../../integration/pages/provenance.ts';
import { storySchema } from '../../integration/story.ts';
import { readFile, saysOf } from './formats/reading.ts';

const RECORD = {
  headline: 'Ferry <Returns>',
  text: 'The ferry came in at noon.',
  date: '2025-04-24',
  url: 'https://post.example/ferry',
  publication: 'The Harbour Post',
  rights: '© 2025 The Harbour Press',
  keywords: ['ferries', 'piers & quays'],
  slug: 'BC-Ferry',
  page: 'A6',
};

test('what a record states stands on the page of its story', () => {
  const [story] = readFile(`${JSON.stringify(RECORD)}\n`, 'a.jsonl').stories;
  if (!story) throw new Error('no story');
  const { blocks: _, ...said } = saysOf(story);
  expect(said).toMatchObject({ keywords: RECORD.keywords, slug: 'BC-Ferry', page: 'A6', url: RECORD.url });
  const data = storySchema.parse({
    ...said,
    date: new Date(RECORD.date),
    lang: 'en',
    dir: 'ltr',
    places: [],
    wordCount: 6,
    source: { dump: 'a.jsonl', lines: [1, 1], bytes: [0, 9], body: 5, digest: 'x' },
  });
  const cited = { id: 'ferry-returns', data, url: 'https://wire.example/stories/ferry-returns/' };
  const html = provenanceHtml(cited, { title: 'The Wire' }, createTranslations({})('en', 'en'));
  expect(html).toContain('<dt>Comes from</dt><dd><bdi lang="en">The Harbour Post</bdi></dd>');
  expect(html).toContain('<a href="https://post.example/ferry" rel="external">');
  expect(html).toContain(
    '<dt>Keywords</dt><dd><bdi lang="en">ferries</bdi>, <bdi lang="en">piers &amp; quays</bdi></dd>',
  );
  expect(html).toContain('<dt>Rights</dt><dd><bdi lang="en">© 2025 The Harbour Press</bdi></dd>');
  expect(bibtexCitation(cited, { title: 'The Wire' })).toContain('pages = {A6}');
  expect(JSON.parse(cslCitation(cited, { title: 'The Wire' }))).toMatchObject([
    { page: 'A6', 'container-title': 'The Harbour Post' },
  ]);
});
