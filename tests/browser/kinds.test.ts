// Kinds of pages that the sample has none of, in a real browser: a story with a picture, one that was corrected, one
// that was retracted, one that moved, and a page in the middle of a long list.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { storyText } from '../dumps.ts';
import { astroBuild, writeProject } from '../sites.ts';
import { faultsOf, launch, openPage } from './browser.ts';
import { type Host, serve } from './serve.ts';

const ID = 'the-lamp-of-chile-burns-again';
/** Sixty letters, as German makes them. */
const LONG_WORD = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungse';
const CORRECTIONS = `
${ID}:
  note: { text: An earlier version named the wrong cape., date: 2025-05-02 }
  formerIds: [the-lamp]
the-bell-of-norway-rings-no-more:
  retracted: The bell was never asked.
الجسر-يفتح-من-جديد:
  note: { text: ذكرت نسخة سابقة جسرًا آخر., date: 2025-05-02 }
`;
const PROJECT = {
  'package.json': '{ "name": "kinds", "private": true, "type": "module" }',
  'src/content.config.ts': `
    import { defineCollection } from 'astro:content';
    import { dumpLoader } from 'astro-wirecopy/loader';
    export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: '*.txt' }) }) };`,
  'src/corrections.yaml': CORRECTIONS,
  '2025-04-24.txt': [
    storyText('The Lamp of Chile Burns Again', ['It burns.', 'It burns well.'], 'The lamp. (AFP)'),
    storyText('The Bell of Norway Rings No More', ['It is silent.', 'It is quite silent.']),
    storyText(
      `${LONG_WORD} in Yemen Is Repealed`,
      [`The ${LONG_WORD} was read aloud once.`, `Nobody asked for the ${LONG_WORD} again.`],
      `The ${LONG_WORD} on its desk. (AFP)`,
    ),
    storyText('الجسر يفتح من جديد', ['فتح الجسر يوم الاثنين.', 'عبره الناس في الصباح.']),
  ].join('\n\n\n\n'),
};

let browser: Browser;
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
      'astro.config.mjs': `
        import wirecopy from 'astro-wirecopy';
        export default { site: 'https://wire.example', integrations: [wirecopy({ lang: '${lang}' })] };`,
    });
    const { code, output } = await astroBuild(folder, [], {});
    expect(code, output).toBe(0);
    return serve(path.join(folder, 'dist'));
  };
  english = await built('en');
  arabic = await built('ar');
  long = await serve(inject('sites').long);
  browser = await launch();
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
  test.each(['light', 'dark'] as const)(
    'has no fault that axe finds, and says nothing (%s)',
    async (colorScheme) => {
      const { page, noise } = await openPage(browser, host().origin + address, { colorScheme });
      expect(await faultsOf(page)).toEqual([]);
      expect(noise).toEqual([]);
      await page.context().close();
    },
  );

  test('fits a narrow screen, and shifts nothing', async () => {
    const { page } = await openPage(browser, host().origin + address, {
      viewport: { width: 360, height: 800 },
    });
    const { width, shifts } = await page.evaluate(async () => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: 'layout-shift', buffered: true });
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      scrollTo(0, document.body.scrollHeight);
      await frame();
      await frame();
      return { width: document.documentElement.scrollWidth, shifts: observer.takeRecords().length };
    });
    expect(width).toBeLessThanOrEqual(360);
    expect(shifts).toBe(0);
    await page.context().close();
  });
});

test('a word of sixty letters makes no page scroll sideways', async () => {
  const { page } = await openPage(browser, `${english.origin}/`);
  const pages = readdirSync(english.folder, { recursive: true, encoding: 'utf8' })
    // The former address leads on at once.
    .filter((file) => file.endsWith('index.html') && !file.startsWith('stories/the-lamp/'))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`);
  expect(pages.length).toBeGreaterThan(10);
  const wide: string[] = [];
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of pages) {
      await page.goto(english.origin + address);
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrolled > width) wide.push(`${address} at ${width}: ${scrolled}`);
    }
  }
  expect(wide).toEqual([]);
  await page.context().close();
});

test('a line of a story has 55 to 75 characters, on a screen and on paper', async () => {
  const { page } = await openPage(browser, `${long.origin}${STORY_OF_LONG}`, {
    viewport: { width: 1280, height: 800 },
  });
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
  await page.context().close();
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
  const { page } = await openPage(browser, `${english.origin}/stories/${ID}/`);
  const image = page.locator('article img');
  await image.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('img')?.complete);
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  const [picture, caption] = [await image.boundingBox(), await page.locator('figcaption').boundingBox()];
  expect(caption?.y ?? 0).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0) - 1);
  await page.context().close();
});
