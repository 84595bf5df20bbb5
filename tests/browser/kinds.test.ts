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
