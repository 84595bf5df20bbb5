// Kinds of pages that the sample has none of: a story with pictures, one that was corrected, one that was retracted, one
// that moved, a day, a section, an author, an agency, a page in the middle of a long list. In a real browser, and what
// was built of them.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseOpml, parseRssFeed } from 'feedsmith';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { storyText } from '../dumps.ts';
import { buildSite } from '../shared-builds.ts';
import { attribute, jsonLd, linksOf, named, pageAt, readText, textOf, within } from '../site/published.ts';
import { writeProject } from '../sites.ts';
import { faultsInBothSchemes, launch, layoutShifts, type Opened, openPage, openPageIn } from './browser.ts';
import { type Host, serve } from './serve.ts';

const ID = 'the-lamp-of-chile-burns-again';
/** Sixty letters, as German makes them. */
const LONG_WORD = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungse';
const CORRECTIONS = `
${ID}:
  note: { text: An earlier version named the wrong cape., date: 2025-05-02 }
  formerIds: [the-lamp]
  lead: true
the-bell-of-norway-rings-no-more:
  retracted: The bell was never asked.
the-ferrymen-of-egypt-count-their-ropes:
  note: { text: An earlier version had nine ropes., date: 2014-08-01 }
الجسر-يفتح-من-جديد:
  note: { text: ذكرت نسخة سابقة جسرًا آخر., date: 2025-05-02 }
`;
/** What records state: both have an author, a section, an agency and an address. */
const RECORDS = [
  { day: '24', headline: 'The Weir of Norway Is Mended', place: 'OSLO' },
  { day: '26', headline: 'The Mill of Norway Turns Again', place: 'BERGEN' },
].map(({ day, headline, place }) => ({
  headline,
  byline: 'Marta Eskelund',
  section: 'River Notes',
  date: `2025-04-${day}`,
  url: `https://paper.example/${day}`,
  text: `${place} (Harbor Press) - ${headline}, said the keeper of the sluice on Thursday morning.\n\nNobody had asked him.`,
}));
const WRITTEN = 'the-weir-of-norway-is-mended';
/** Every caption twice, as a newspaper's page has them. */
const KEYS = Array.from(
  { length: 8 },
  (_, at) => `The ring with key ${at + 1} of the clerk, on its nail. (AFP)`,
)
  .flatMap((caption) => [caption, caption])
  .join('\n');
const KEEPER = 'The Clerk of Yemen Counts His Keys';
/** Of two days with stories enough for a page, on one day of the year. */
const FERRYMEN = [
  'The Ferrymen of Egypt Count Their Ropes',
  'A Ropemaker Settles in Amman',
  'The Lockkeeper of Oman Is Heard',
  'Millers Ask for a Second Stone',
  'A Lantern Is Lost at the Landing',
].flatMap((headline) =>
  ['2014', '2015'].map((year) => ({
    headline: year === '2014' ? headline : `${headline} Again`,
    byline: 'Jonas Falkner',
    date: `${year}-07-05`,
    text: `${headline}, said the clerk of the landing on Saturday.\n\nNobody had asked him in ${year}.`,
  })),
);

/** Its year is hardly true. */
const TIDES = {
  headline: 'A Tide Table Is Printed Too Early',
  date: '2124-04-24',
  text: 'The printer of the tide table was early by a hundred years.\n\nNobody had told him.',
};

const PROJECT = {
  'package.json': '{ "name": "kinds", "private": true, "type": "module" }',
  'src/content.config.ts': `
    import { defineCollection } from 'astro:content';
    import { dumpLoader } from 'astro-wirecopy/loader';
    export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: ['*.txt', '*.jsonl'] }) }) };`,
  'src/corrections.yaml': CORRECTIONS,
  'src/about.md': '## Who keeps it\n\nThe clerks of the weir, *every* evening. <script>alert(1)</script>\n',
  'river.jsonl': [...RECORDS, ...FERRYMEN, TIDES].map((record) => JSON.stringify(record)).join('\n'),
  '2025-04-24.txt': [
    storyText('The Lamp of Chile Burns Again', ['It burns.', 'It burns well.'], 'The lamp. (AFP)'),
    storyText('The Bell of Norway Rings No More', ['It is silent.', 'It is quite silent.']),
    storyText(
      `${LONG_WORD} in Yemen Is Repealed`,
      [`The ${LONG_WORD} was read aloud once.`, `Nobody asked for the ${LONG_WORD} again.`],
      `The ${LONG_WORD} on its desk. (AFP)`,
    ),
    [KEEPER, KEYS, 'TT', KEEPER, KEYS, 'He has nine.', 'He had ten on Monday, said his wife.'].join('\n\n'),
    storyText('الجسر يفتح من جديد', ['فتح الجسر يوم الاثنين.', 'عبره الناس في الصباح.']),
  ].join('\n\n\n\n'),
};

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1280, height: 800 };

let browser: Browser;
/** A page that goes from address to address. */
let opened: Opened;
let english: Host;
let arabic: Host;
let long: Host;

beforeAll(async () => {
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#456' } })
    .png()
    .toBuffer();
  const built = async (lang: string) => {
    const folder = await writeProject(`kinds-${lang}`, {
      ...PROJECT,
      [`src/photos/${ID}.png`]: picture,
      [`src/photos/${ID}-2.png`]: picture,
      'astro.config.mjs': `
        import wirecopy from 'astro-wirecopy';
        export default {
          site: 'https://wire.example',
          integrations: [wirecopy({ lang: '${lang}', about: 'src/about.md', reportErrors: 'desk@wire.example' })],
        };`,
    });
    const { code, output } = await buildSite(folder);
    expect(code, output).toBe(0);
    return serve(path.join(folder, 'dist'));
  };
  english = await built('en');
  arabic = await built('ar');
  long = await serve(inject('sites').long);
  browser = await launch();
  opened = await openPageIn(await browser.newContext(), english.origin);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const host of [english, arabic, long]) await host?.close();
});

const STORIES = {
  'front page with a picture': '/',
  'story with a picture and a correction': `/stories/${ID}/`,
  'retracted story': '/stories/the-bell-of-norway-rings-no-more/',
  'corrected story in Arabic': '/stories/الجسر-يفتح-من-جديد/',
  'story of an author, with its panel': `/stories/${WRITTEN}/`,
  'archive of years with few stories and many': '/archive/',
  'page of a day': '/archive/2025/04/24/',
  'page of a section': '/sections/river-notes/',
  'page of an author': '/authors/marta-eskelund/',
  'page of an agency': '/agencies/harbor-press/',
  'page of a day of another year': '/archive/2014/07/05/',
  'list of sections': '/sections/',
  'page about a site in its own words': '/about/',
  'list of corrections': '/corrections/',
  'list of feeds': '/subscribe/',
};
const STORY_OF_LONG = `/stories/${readdirSync(path.join(inject('sites').long, 'stories')).find((name) => !name.includes('.')) ?? ''}/`;
const lists = readdirSync(path.join(inject('sites').long, 'archive/undated')).filter((name) =>
  /^\d+$/.test(name),
);
const KINDS = [
  ...Object.entries(STORIES).flatMap(([name, address]) => [
    { name: `${name}, English site`, host: () => english, address },
    { name: `${name}, Arabic site`, host: () => arabic, address },
  ]),
  { name: 'page of a long list', host: () => long, address: `/archive/undated/${lists[0]}/` },
];

describe.each(KINDS)('$name', ({ host, address }) => {
  beforeAll(() => opened.goTo(host().origin + address, PHONE));

  test('fits a narrow screen, and shifts nothing', async () => {
    const { page } = opened;
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    expect(await layoutShifts(page)).toEqual([]);
  });

  test('has no fault that axe finds, light or dark, and says nothing', async () => {
    const { page, noise } = opened;
    await page.setViewportSize(DESK);
    // What can be opened is open: axe looks at nothing else.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await faultsInBothSchemes(page)).toEqual([]);
    expect(noise).toEqual([]);
  });
});

/** Brings the page to an address. */
async function open(address: string, size = DESK, host = english): Promise<Page> {
  await opened.goTo(host.origin + address, size);
  return opened.page;
}

test('a word of sixty letters makes no page scroll sideways', async () => {
  const { page } = opened;
  const pages = readdirSync(english.folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') && readText(english.folder, file).includes(LONG_WORD))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`);
  expect(pages.length).toBeGreaterThan(5);
  const wide: string[] = [];
  for (const address of pages) {
    await page.goto(english.origin + address);
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrolled > width) wide.push(`${address} at ${width}: ${scrolled}`);
    }
  }
  expect(wide).toEqual([]);
});

test('a line of a story has 55 to 75 characters, on a screen and on paper', async () => {
  const page = await open(STORY_OF_LONG, DESK, long);
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const perLine = await page.evaluate(() => {
      const paragraph = document.querySelector('.body p');
      if (!paragraph) return 0;
      paragraph.textContent =
        'The council of the town counted its lamps and found that one was missing. '.repeat(12);
      const lines = new Set<number>();
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      for (const { top } of range.getClientRects()) lines.add(Math.round(top));
      return paragraph.textContent.length / lines.size;
    });
    expect(perLine, media).toBeGreaterThan(55);
    expect(perLine, media).toBeLessThan(75);
  }
});

test('a trail stands above its story, and the footer of a short page at the bottom of the screen', async () => {
  const page = await open(`/stories/${WRITTEN}/`, { width: 1280, height: 1400 });
  const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x;
  expect(await left('.trail ol')).toBe(await left('.story h1'));
  await page.goto(`${english.origin}/sections/`);
  const footer = await page.locator('.footer').boundingBox();
  expect(Math.round((footer?.y ?? 0) + (footer?.height ?? 0))).toBe(1400);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(1400);
});

test('of several captions all but the first can be opened, and the text begins on the first screen', async () => {
  const page = await open('/stories/the-clerk-of-yemen-counts-his-keys/', { width: 360, height: 740 });
  const folded = page.locator('details.photos');
  expect(await page.locator('figcaption').first().isVisible()).toBe(true);
  expect(await folded.locator('figcaption').allTextContents()).toHaveLength(7);
  expect(await folded.locator('figcaption').first().isVisible()).toBe(false);
  expect((await page.locator('.body').boundingBox())?.y).toBeLessThan(740);
  await folded.locator('summary').click();
  expect(await folded.locator('figcaption').last().isVisible()).toBe(true);
});

test('a retracted story keeps its distance from its notice, and leads on', async () => {
  const page = await open('/stories/the-bell-of-norway-rings-no-more/');
  const heading = await page.locator('h1').boundingBox();
  const notice = await page.locator('article > :not(header)').first().boundingBox();
  expect((notice?.y ?? 0) - ((heading?.y ?? 0) + (heading?.height ?? 0))).toBeGreaterThanOrEqual(8);
  const ways = page.locator('main nav a');
  expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    '/',
    '/archive/',
    '/search/',
  ]);
});

test('an address that a story had before leads on to it without a script', async () => {
  const { page, noise } = await openPage(browser, `${english.origin}/stories/the-lamp/`, {
    javaScriptEnabled: false,
  });
  await page.waitForURL(`**/stories/${ID}/`);
  expect(await page.locator('h1').textContent()).toBe('The Lamp of Chile Burns Again');
  expect(noise).toEqual([]);
  await page.context().close();
});

test('a picture stands in the story, lazily loaded, its caption below it', async () => {
  const page = await open(`/stories/${ID}/`);
  const image = page.locator('article img').first();
  await image.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('img')?.complete);
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  const [picture, caption] = [
    await image.boundingBox(),
    await page.locator('figcaption').first().boundingBox(),
  ];
  expect(caption?.y ?? 0).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0) - 1);
});

test('of two pictures one stands above the story, the other below it', async () => {
  const page = await open(`/stories/${ID}/`);
  const tops = await page
    .locator('article :is(img, .body)')
    .evaluateAll((elements) => elements.map(({ tagName }) => tagName));
  expect(tops).toEqual(['IMG', 'DIV', 'IMG']);
});

describe('what a story states leads somewhere', () => {
  const page = (file: string) => pageAt(english.folder, file);
  const story = () => page(`stories/${WRITTEN}/index.html`);

  test('its section, author, agency and day are links to pages that list it', () => {
    const header = named(story(), 'header').at(-1);
    const links = header ? linksOf({ ...story(), ...within(header) }, 'href') : [];
    for (const address of [
      '/sections/river-notes/',
      '/authors/marta-eskelund/',
      '/agencies/harbor-press/',
      '/archive/2025/04/24/',
    ]) {
      expect(links).toContain(address);
      expect(linksOf(page(`${address.slice(1)}index.html`), 'href')).toContain(`/stories/${WRITTEN}/`);
    }
  });

  test.each(['sections/river-notes', 'authors/marta-eskelund', 'agencies/harbor-press'])(
    '%s has a feed of its two stories, the newest first, which its page and the file of all feeds name',
    (topic) => {
      const feed = parseRssFeed(readText(english.folder, `${topic}/rss.xml`));
      expect(feed.items?.map(({ title }) => title)).toEqual([
        'The Mill of Norway Turns Again',
        'The Weir of Norway Is Mended',
      ]);
      expect(linksOf(page(`${topic}/index.html`), 'href')).toContain(`/${topic}/rss.xml`);
      expect(linksOf(page('subscribe/index.html'), 'href')).toContain(`/${topic}/rss.xml`);
      const all = parseOpml(readText(english.folder, 'feeds.opml')).body?.outlines ?? [];
      expect(all.flatMap((each) => [each, ...(each.outlines ?? [])]).map(({ xmlUrl }) => xmlUrl)).toContain(
        `https://wire.example/${topic}/rss.xml`,
      );
    },
  );

  test('lists of sections, authors and agencies are there where there is something in them', () => {
    for (const list of ['sections', 'authors', 'agencies'])
      expect(linksOf(page('archive/index.html'), 'href')).toContain(`/${list}/`);
    const { sample } = inject('sites');
    for (const list of ['sections', 'authors', 'agencies'])
      expect(existsSync(path.join(sample, list, 'index.html'))).toBe(false);
    expect(linksOf(pageAt(sample, 'archive/index.html'), 'href')).not.toContain('/sections/');
  });

  test('the panel says where it comes from, how to cite it, and whom to tell of an error', () => {
    const panel = named(story(), 'details', 'copy')[0];
    expect(panel && attribute(panel, 'open')).toBeUndefined();
    const text = panel ? textOf(panel) : '';
    for (const known of [
      'Harbor Press',
      'https://paper.example/24',
      'The source states it.',
      'desk@wire.example',
    ])
      expect(text).toContain(known);
    expect(text).toContain(`Marta Eskelund. (2025, April 24). The Weir of Norway Is Mended. `);
    const links = named(panel ? within(panel) : story(), 'a');
    const file = (name: string) => {
      const link = links.find((each) => textOf(each) === name);
      const data = (link && attribute(link, 'href')) ?? '';
      return decodeURIComponent(data.slice(data.indexOf(',') + 1));
    };
    expect(file('BibTeX')).toMatch(/^@\w+\{[^,]+,[^@]*Marta Eskelund/u);
    expect(JSON.parse(file('CSL-JSON'))).toMatchObject([
      { title: 'The Weir of Norway Is Mended', issued: { 'date-parts': [[2025, 4, 24]] } },
    ]);
    expect(
      links.map((link) => attribute(link, 'href') ?? '').filter((href) => href.startsWith('mailto:')),
    ).toHaveLength(1);
    expect(jsonLd(story())[0]).toMatchObject({ isBasedOn: 'https://paper.example/24' });
  });

  test('the feed of corrections has each correction and retraction as an item', () => {
    const feed = parseRssFeed(readText(english.folder, 'corrections/rss.xml'));
    expect(feed.items?.map(({ title }) => title)).toHaveLength(4);
    expect(JSON.stringify(feed.items)).toContain('The bell was never asked.');
  });

  test('a page about the site is made of Markdown, and no HTML in it does anything', () => {
    const about = page('about/index.html');
    expect(named(about, 'h2').map(textOf)).toContain('Who keeps it');
    expect(named(about, 'script').map(textOf).join()).not.toContain('alert');
  });
});

test('a story that an editor puts first leads the front page, whatever is newer', () => {
  const titles = named(pageAt(english.folder, 'index.html'), 'h2').map(textOf);
  expect(titles.slice(0, 2)).toEqual(['The Lamp of Chile Burns Again', 'The Mill of Norway Turns Again']);
});

test('a date that is hardly true leads neither the front page nor the news sitemap', () => {
  const front = pageAt(english.folder, 'index.html');
  const order = linksOf(front, 'href').filter((href) => href.startsWith('/stories/'));
  const tides = '/stories/a-tide-table-is-printed-too-early/';
  expect(order.indexOf(tides)).toBeGreaterThan(order.indexOf(`/stories/${WRITTEN}/`));
  const news = readText(english.folder, 'news-sitemap.xml');
  expect(news).toContain('/stories/the-mill-of-norway-turns-again/');
  expect(news).not.toContain(tides);
});

test('years of a place are bars, and in words', () => {
  const figure = named(pageAt(inject('sites').sample, 'places/lebanon/index.html'), 'figure', 'sparkline')[0];
  expect(figure && attribute(figure, 'aria-label')).toBe('Stories by year');
  expect(figure && textOf(figure)).toBe('2025 2026');
});

test('a day leads to the days before and after it that have a page, and to the same day of other years', () => {
  const day = (year: string) => {
    const page = pageAt(english.folder, `archive/${year}/07/05/index.html`);
    const [steps] = named(page, 'nav', 'pages');
    const [others] = named(page, 'nav', 'other-years');
    return [steps, others].map((nav) => (nav ? linksOf({ ...page, ...within(nav) }, 'href') : []));
  };
  expect(day('2014')).toEqual([['/archive/2015/07/05/'], ['/archive/2015/07/05/']]);
  expect(day('2015')).toEqual([['/archive/2014/07/05/', '/archive/2025/04/24/'], ['/archive/2014/07/05/']]);
});

describe('a reader', () => {
  const openStory = async () => {
    const page = await open('/', { width: 360, height: 740 });
    await page.locator('.masthead nav').getByRole('link', { name: 'Archive' }).click();
    await page.locator('tr', { hasText: '2014' }).getByRole('link', { name: 'Jul' }).click();
    await page.getByRole('link', { name: 'The Ferrymen of Egypt Count Their Ropes' }).click();
    await page.waitForURL('**/stories/**');
    return page;
  };

  test('finds a story of July 2014 about Egypt in three clicks', async () => {
    const page = await openStory();
    expect(await page.locator('h1').textContent()).toBe('The Ferrymen of Egypt Count Their Ropes');
    expect(await page.locator('.story .kicker a').allTextContents()).toContain('Egypt');
    expect(opened.noise).toEqual([]);
  });

  test('cites it, in words and as a file', async () => {
    const page = await openStory();
    await page.getByText('About this copy').click();
    const panel = page.locator('details.copy');
    await panel.getByText(/^Jonas Falkner\. \(2014, July 5\)\. The Ferrymen of Egypt/u).waitFor();
    const download = page.waitForEvent('download');
    await panel.getByRole('link', { name: 'BibTeX' }).click();
    expect((await download).suggestedFilename()).toBe('the-ferrymen-of-egypt-count-their-ropes.bib');
  });

  test('sees what was corrected in it, and finds it among all corrections', async () => {
    const page = await openStory();
    await page.getByText('An earlier version had nine ropes.').first().waitFor();
    expect(await page.getByText('Corrected on August 1, 2014').first().isVisible()).toBe(true);
    await page.locator('.footer').getByRole('link', { name: 'Corrections' }).click();
    await page.waitForURL('**/corrections/');
    const corrected = page.locator('main li', { hasText: 'An earlier version had nine ropes.' });
    expect(await corrected.getByRole('link').first().textContent()).toContain('The Ferrymen of Egypt');
  });

  test('subscribes to its author', async () => {
    const page = await openStory();
    await page.getByRole('link', { name: 'Jonas Falkner' }).click();
    await page.waitForURL('**/authors/jonas-falkner/');
    await page.locator('main a[href$="/rss.xml"]').click();
    await page.waitForURL('**/authors/jonas-falkner/rss.xml');
    await page.getByText('Copy the address of this page into a feed reader.').waitFor();
    const feed = parseRssFeed(readText(english.folder, 'authors/jonas-falkner/rss.xml'));
    expect(feed.items).toHaveLength(FERRYMEN.length);
  });
});
