// A site whose editor had something to say: corrected, retracted and moved stories, as readers, subscribers and
// search engines find them. Its dumps are packed and in another encoding, since that must make no difference.
import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { storyText } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { writeProject } from '../sites.ts';
import {
  attribute,
  type BuiltPage,
  bodyOf,
  fileAt,
  filesOf,
  jsonLd,
  linkTo,
  meta,
  named,
  pageAt,
  pagesOf,
  readText,
  sitemapOf,
  textOf,
  within,
} from './published.ts';

const SECRET = 'The mayor kept the bridge’s toll in his own ids, two clerks told the paper.';
const STORIES = {
  lighthouse: storyText('Lighthouse on the Northern Cape Is Lit Again', [
    'The lighthouse was lit again on Monday evening.',
    'It had been dark for a year, its keeper said.',
  ]),
  bridge: storyText('Bridge Toll Disappears for the Third Time', [
    SECRET,
    'Nobody at the town hall would say more.',
  ]),
  orchard: storyText('Orchard of the Monks Bears Its First Pears', [
    'The pears were small, the monks said, but sweet.',
  ]),
};
const ARABIC = storyText('الميناء القديم يستقبل أول سفينة منذ عام', [
  'وصلت السفينة ظهر الاثنين إلى الرصيف القديم.',
]);

const CORRECTIONS = `
lighthouse-on-the-northern-cape-is-lit-again:
  headline: Lighthouse on the Southern Cape Is Lit Again
  byline: Ada Keeper
  date: 2025-04-20
  places: [Chile]
  note:
    text: An earlier version put the lighthouse on the wrong cape & <b>misled</b> ships.
    date: 2025-05-02
  formerIds: [lighthouse-is-lit, المنارة]
bridge-toll-disappears-for-the-third-time:
  retracted: The clerks were never asked.
  formerIds: [toll-gone]
`;

const PROJECT = {
  'package.json': '{ "name": "edited", "private": true, "type": "module" }',
  'astro.config.mjs': `
    import wirecopy from 'astro-wirecopy';
    export default { site: 'https://wire.example', integrations: [wirecopy({ ogImages: true })] };`,
  'src/content.config.ts': `
    import { defineCollection } from 'astro:content';
    import { dumpLoader } from 'astro-wirecopy/loader';
    export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: 'dumps/*' }) }) };`,
  'src/corrections.yaml': CORRECTIONS,
  'dumps/2025-04-24.txt.gz': gzipSync(`${STORIES.lighthouse}\n\n\n\n${STORIES.bridge}\n`),
  'dumps/utf-16.txt': Buffer.from(`\ufeff${ARABIC}`, 'utf16le'),
  'dumps/wire.zst': zstdCompressSync(STORIES.orchard),
};

const LIVE = 'stories/lighthouse-on-the-northern-cape-is-lit-again/index.html';
const RETRACTED = 'stories/bridge-toll-disappears-for-the-third-time/index.html';
const KEPT = 'stories/orchard-of-the-monks-bears-its-first-pears/index.html';
const ADDRESS = 'https://wire.example/stories/lighthouse-on-the-northern-cape-is-lit-again/';

let folder = '';
let dist = '';
let pages: BuiltPage[] = [];

beforeAll(async () => {
  folder = await writeProject('edited', PROJECT);
  const built = await buildSite(folder);
  expect(built.code, built.output).toBe(0);
  dist = path.join(folder, 'dist');
  pages = pagesOf(dist);
}, 120_000);

const notices = (page: BuiltPage) => named(page, 'div', 'notice').map((notice) => textOf(notice).trim());
const html = () => new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'] }));

test('GitHub Pages is told to leave nothing out', () => {
  expect(readText(dist, '.nojekyll')).toBe('');
});

test('packed dumps, and dumps in UTF-16, are published with their text', () => {
  expect(bodyOf(pageAt(dist, KEPT))).toEqual(['The pears were small, the monks said, but sweet.']);
  expect(bodyOf(pageAt(dist, 'stories/الميناء-القديم-يستقبل-أول-سفينة-منذ-عام/index.html'))).toEqual([
    'وصلت السفينة ظهر الاثنين إلى الرصيف القديم.',
  ]);
});

describe('a corrected story', () => {
  test('reads as corrected, under the address it had, and says so', () => {
    const page = pageAt(dist, LIVE);
    expect(named(page, 'h1').map(textOf)).toEqual(['Lighthouse on the Southern Cape Is Lit Again']);
    expect(textOf(named(page, 'article')[0] ?? fail())).toContain('Ada Keeper');
    expect(notices(page)).toEqual([
      'Corrected on May 2, 2025 An earlier version put the lighthouse on the wrong cape & <b>misled</b> ships.',
    ]);
    expect(bodyOf(page)).toHaveLength(2);
  });

  test('has the day that the correction states', () => {
    const time = named(pageAt(dist, LIVE), 'article').flatMap((article) => named(within(article), 'time'))[0];
    expect(time && attribute(time, 'datetime')).toBe('2025-04-20');
    expect(filesOf(dist)).toContain('archive/2025/04/index.html');
    expect(textOf(named(pageAt(dist, 'archive/2025/04/index.html'), 'main')[0] ?? fail())).toContain(
      'Southern Cape',
    );
  });

  test('is told to search engines with its correction', () => {
    expect(jsonLd(pageAt(dist, LIVE))[0]).toMatchObject({
      headline: 'Lighthouse on the Southern Cape Is Lit Again',
      url: ADDRESS,
      datePublished: '2025-04-20',
      dateModified: '2025-05-02',
      correction: {
        '@type': 'CorrectionComment',
        text: 'An earlier version put the lighthouse on the wrong cape & <b>misled</b> ships.',
        datePublished: '2025-05-02',
      },
    });
    expect(sitemapOf(dist).find(({ loc }) => loc === ADDRESS)?.lastmod).toBe('2025-05-02');
  });

  test('keeps its place in feeds, with the correction first', () => {
    const feed = parseRssFeed(readText(dist, 'rss.xml'));
    expect(feed.lastBuildDate).toBe('Fri, 02 May 2025 12:00:00 GMT');
    const item = feed.items?.find(({ link }) => link === ADDRESS);
    expect(item?.guid?.value).toMatch(/^tag:/u);
    expect(item?.title).toBe('Lighthouse on the Southern Cape Is Lit Again');
    expect(item?.content?.encoded).toMatch(
      /^<p><strong>Corrected on May 2, 2025<\/strong> An earlier .*&amp; &lt;b&gt;/u,
    );
    const inJson = parseJsonFeed(readText(dist, 'feed.json')).items?.find(({ url }) => url === ADDRESS);
    expect(inJson).toMatchObject({
      date_published: '2025-04-20T12:00:00Z',
      date_modified: '2025-05-02T12:00:00Z',
    });
  });

  test('is among the places that the correction names, and on the front page among the corrected', () => {
    expect(textOf(named(pageAt(dist, 'places/chile/index.html'), 'main')[0] ?? fail())).toContain(
      'Southern Cape',
    );
    const front = pageAt(dist, 'index.html');
    const section = named(front, 'section').find(
      (each) => attribute(each, 'aria-labelledby') === 'corrections',
    );
    expect(textOf(section ?? fail())).toContain('Southern Cape');
  });
});

describe('a retracted story', () => {
  test('keeps its address, with the reason instead of its text', () => {
    const page = pageAt(dist, RETRACTED);
    expect(named(page, 'h1').map(textOf)).toEqual(['Bridge Toll Disappears for the Third Time']);
    expect(notices(page)).toEqual(['Retracted The clerks were never asked.']);
    expect(meta(page, 'description')).toBe('Retracted: The clerks were never asked.');
    expect(bodyOf(page)).toEqual([]);
    expect(jsonLd(page)).toEqual([]);
    expect(linkTo(page, 'canonical')).toContain('/stories/bridge-toll-disappears-for-the-third-time/');
  });

  test('is nowhere else but in feeds and among the corrections: only these and its former address lead to it, no file holds its words', () => {
    const linking = pages.filter((page) =>
      named(page, 'a').some((link) => attribute(link, 'href')?.includes('bridge-toll')),
    );
    expect(linking.map(({ file }) => file)).toEqual([
      'corrections/index.html',
      'stories/toll-gone/index.html',
    ]);
    const telling = filesOf(dist).filter((file) => readText(dist, file).includes(SECRET.slice(0, 30)));
    expect(telling).toEqual([]);
    const naming = filesOf(dist).filter((file) => readText(dist, file).includes('bridge-toll-disappears'));
    const feeds = ['rss.xml', 'atom.xml', 'feed.json'];
    const lists = ['corrections/index.html', 'corrections/rss.xml'];
    expect(naming.sort()).toEqual(
      [RETRACTED, 'stories/toll-gone/index.html', '_redirects', ...feeds, ...lists].sort(),
    );
    for (const feed of feeds) {
      const reasons =
        readText(dist, feed).split('<strong>Retracted').length +
        readText(dist, feed).split('&lt;strong&gt;Retracted').length;
      expect(reasons, feed).toBe(3);
    }
  });
});

describe('a former id', () => {
  test('is a line of _redirects, for hosts that read it, and a retracted story’s as well', () => {
    const lines = decodeURI(readText(dist, '_redirects')).split('\n');
    const live = '/stories/lighthouse-on-the-northern-cape-is-lit-again/';
    expect(lines).toContain(`/stories/lighthouse-is-lit/ ${live} 301`);
    expect(lines).toContain(`/stories/المنارة/ ${live} 301`);
    expect(lines).toContain('/stories/toll-gone/ /stories/bridge-toll-disappears-for-the-third-time/ 301');
  });

  test.each([
    ['lighthouse-is-lit', LIVE],
    ['المنارة', LIVE],
    ['toll-gone', RETRACTED],
  ])('%s leads to the story on any static host, without a script', (id, file) => {
    const page = pageAt(dist, `stories/${id}/index.html`);
    const refresh = named(page, 'meta').find((each) => attribute(each, 'http-equiv') === 'refresh');
    const [, address = ''] = /^0; url=(.+)$/u.exec(attribute(refresh ?? fail(), 'content') ?? '') ?? [];
    expect(fileAt(address)).toBe(file);
    expect(fileAt(linkTo(page, 'canonical') ?? '')).toBe(file);
    expect(named(page, 'a').map((link) => fileAt(attribute(link, 'href') ?? ''))).toEqual([file]);
    expect(meta(page, 'robots')).toBe('noindex');
    expect(named(page, 'script')).toEqual([]);
  });

  test('is in no sitemap, and neither is a retracted story', () => {
    const listed = sitemapOf(dist).map(({ loc }) => fileAt(loc));
    expect(listed).toContain(LIVE);
    expect(listed.filter((file) => /toll|lighthouse-is-lit\/|المنارة/u.test(file))).toEqual([]);
  });
});

test.each(['live', 'retracted', 'former', 'front'])('the HTML is valid: %s', async (kind) => {
  const file =
    { live: LIVE, retracted: RETRACTED, former: 'stories/toll-gone/index.html' }[kind] ?? 'index.html';
  const report = await html().validateString(readText(dist, file), file);
  const wrong = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
  );
  expect(wrong.filter((each) => !/^(?:long-title|doctype-style)/u.test(each))).toEqual([]);
});

describe('when the file of corrections changes', () => {
  test('the pages follow at the next build, and cards of stories that stayed are left alone', async () => {
    const card = (file: string) => path.join(dist, file.replace('/index.html', '.png'));
    const before = await stat(card(KEPT));
    expect(existsSync(card(RETRACTED))).toBe(false);
    const changed = CORRECTIONS.replace('Southern', 'Eastern').replace(/bridge[\s\S]*/u, '');
    await writeFile(path.join(folder, 'src/corrections.yaml'), changed);
    const built = await buildSite(folder);
    expect(built.code, built.output).toBe(0);
    expect(named(pageAt(dist, LIVE), 'h1').map(textOf)).toEqual([
      'Lighthouse on the Eastern Cape Is Lit Again',
    ]);
    expect(bodyOf(pageAt(dist, RETRACTED))[0]).toBe(SECRET);
    expect(filesOf(dist)).not.toContain('stories/toll-gone/index.html');
    expect((await stat(card(KEPT))).mtimeMs).toBe(before.mtimeMs);
    expect((await stat(card(LIVE))).mtimeMs).toBeGreaterThan(before.mtimeMs);
    expect(existsSync(card(RETRACTED))).toBe(true);
  }, 120_000);

  test('a mistake stops the build, with file, line and the id that was meant', async () => {
    const slip = `${CORRECTIONS}\norchard-of-the-monk-bears-its-first-pears:\n  dateline: x\n`;
    await writeFile(path.join(folder, 'src/corrections.yaml'), slip);
    const built = await buildSite(folder);
    expect(built.code).not.toBe(0);
    const line = slip.split('\n').indexOf('orchard-of-the-monk-bears-its-first-pears:') + 1;
    expect(built.output).toContain('src/corrections.yaml is wrong in 2 places');
    expect(built.output).toContain(
      `src/corrections.yaml:${line}:1 No story has the id “orchard-of-the-monk-bears-its-first-pears”. ` +
        'Did you mean “orchard-of-the-monks-bears-its-first-pears”?',
    );
    expect(built.output).toContain(`src/corrections.yaml:${line + 1}:3 There is no field “dateline”.`);
  }, 120_000);
});

function fail(): never {
  throw new Error('not found');
}
