// What the page that searches tells readers, in a real browser, over stories of many languages: an index made as a build
// makes it, in a copy of a built site.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { WORK } from '../sites.ts';
import type { TestStory } from '../unit/search/archive.ts';
import { faultsOf, launch, type Opened, openPage, openPageIn } from './browser.ts';
import { copySite, publishSearch } from './search-site.ts';
import { type Host, serve } from './serve.ts';

const built = inject('sites');

const MANY: readonly TestStory[] = Array.from({ length: 24 }, (_, at) => ({
  id: `ferry-${String(at).padStart(2, '0')}`,
  headline: `Ferry ${at + 1} has a new lamp`,
  text: [
    `The keeper of pier ${at + 1} has lit it.`,
    at % 2 === 0 ? 'The lamp went out at noon.' : 'Out went the lamp.',
  ],
  date: `${2012 + (at % 4)}-0${1 + (at % 9)}-12`,
  basis: at % 6 === 0 ? 'photo' : 'stated',
  places: [at % 3 === 0 ? 'Norway' : 'Chile'],
  section: at % 2 === 0 ? 'Ports' : 'Weather',
  author: at % 2 === 0 ? 'Mira Vell' : 'Ode Rask',
}));

const STORIES: readonly TestStory[] = [
  ...MANY,
  {
    id: 'hasat',
    headline: 'Bağlarda hasadına başlanan üzüm',
    text: ['Köyde hasat sürüyor.'],
    lang: 'tr',
    date: '2015-09-01',
  },
  { id: 'thai', headline: 'น้ำท่วมกรุงเทพหนัก', text: ['ชาวบ้านย้ายของขึ้นที่สูง'], lang: 'th', date: '2015-09-02' },
  {
    id: 'chinese',
    headline: '渡轮码头换上新灯',
    text: ['看守人说，新灯更亮。'],
    lang: 'zh',
    date: '2015-09-03',
  },
  { id: 'persian', headline: 'چراغ اسکله می‌سوزد', text: ['کشتی کوچک رسید.'], lang: 'fa', date: '2015-09-04' },
  {
    id: 'french',
    headline: 'Les feux du phare commencés',
    text: ['On a commencé tôt.'],
    lang: 'fr',
    date: '2015-09-05',
  },
  {
    id: 'letter',
    headline: 'A letter without a day',
    text: ['The postman wrote no day.', 'A mailbag, and a day.'],
  },
];

/** A page as a project's own templates may make it: with a caption that is labelled, and a style of its own. */
const LETTER =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A letter</title><style>p{color:red}</style></head>' +
  '<body><main><article><header><p>A day at sea</p><h1>A letter without a day</h1></header>' +
  '<figure><figcaption><span class="label">Photo caption</span> A mailbag, and a day.</figcaption></figure>' +
  '<p>The postman wrote no day.</p></article></main></body></html>';

const DESK = { width: 1280, height: 720 };

let browser: Browser;
/** A page that goes from search to search. */
let tab: Opened;
let folder: string;
let host: Host;

beforeAll(async () => {
  browser = await launch();
  folder = await copySite(built.long, path.join(WORK, 'search-page'));
  await publishSearch(folder, STORIES);
  await writeFile(path.join(folder, 'stories/letter/index.html'), LETTER);
  host = await serve(folder);
  tab = await openPageIn(await browser.newContext(), `${host.origin}/search/`);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the search, and waits until something is said. */
async function searching(query: string, look: (opened: Opened) => Promise<void>): Promise<void> {
  await tab.goTo(`${host.origin}/search/${query}`, DESK);
  await lookOnceTold(tab, look);
}

/** The same as somebody who was never there: what a browser keeps for a while makes a difference. */
async function searchingAnew(
  query: string,
  look: (opened: Opened) => Promise<void>,
  at = host,
): Promise<void> {
  const opened = await openPage(browser, `${at.origin}/search/${query}`);
  try {
    await lookOnceTold(opened, look);
  } finally {
    await opened.page.context().close();
  }
}

async function lookOnceTold(opened: Opened, look: (opened: Opened) => Promise<void>): Promise<void> {
  await opened.page.locator('[role="status"] p').first().waitFor();
  await look(opened);
}

const links = (page: Page) => page.locator('.results a');
const addresses = (page: Page) =>
  links(page).evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/')[2]),
  );
const status = async (page: Page) => (await page.locator('[role="status"]').textContent()) ?? '';
const say = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

describe('what is found', () => {
  test('a word that occurs nowhere finds nothing, whatever begins alike', async () => {
    await searching('?q=Aleppo', async ({ page, noise }) => {
      expect(await status(page)).toContain('No story has “Aleppo”.');
      expect(await links(page).count()).toBe(0);
      expect(noise).toEqual([]);
    });
  });

  test.each([
    ['hasadına', 'hasat'],
    ['HASADINA', 'hasat'],
    ['กรุงเทพ', 'thai'],
    ['码头', 'chinese'],
    ['新灯更亮', 'chinese'],
    ['كشتي', 'persian'],
    ['commence', 'french'],
  ])('%s finds the one story that has it', async (words, id) => {
    await searching(`?q=${encodeURIComponent(words)}`, async ({ page, noise }) => {
      expect(await addresses(page)).toEqual([id]);
      expect(await status(page)).toContain('1 story');
      await page.locator('.results .excerpt').first().waitFor();
      expect(noise).toEqual([]);
    });
  });

  test('of several words, those are named that occur nowhere', async () => {
    await searching('?q=keeper+Aleppo+lamp+1731', async ({ page }) => {
      expect(await status(page)).toContain('No story has “Aleppo · 1731”');
    });
    await searching('?q=keeper+mailbag', async ({ page }) => {
      expect(await status(page)).toContain('No story has “keeper mailbag”');
    });
  });

  test('one word too many is named as one', async () => {
    const words = Array.from({ length: 33 }, (_, at) => `lamp${at}`);
    await searching(`?q=${words.join('+')}`, async ({ page }) => {
      expect(await status(page)).toContain('Left out, since there are too many words: lamp32');
    });
  });

  test('of filters alone that nothing passes the number is said, and no word', async () => {
    await searching('?section=ports&author=ode-rask', async ({ page }) => {
      expect(await status(page)).toBe('0 stories');
    });
  });

  test.each([
    ['day', 'The postman wrote no day.'],
    ['mailbag', 'A mailbag, and a day.'],
  ])(
    '%s is shown in the text before a caption, and without what the page says itself',
    async (words, shown) => {
      await searching(`?q=${words}`, async ({ page, noise }) => {
        const excerpt = page.locator('.results .excerpt').first();
        await excerpt.waitFor();
        expect(await excerpt.textContent()).toBe(shown);
        expect(noise).toEqual([]);
      });
    },
  );

  test('a word that only begins others finds those, and the page says so', async () => {
    await searching('?q=kee', async ({ page }) => {
      expect(await status(page)).toMatch(/No story has the word “kee”.*begin with it.*keeper/u);
      expect(await links(page).count()).toBe(10);
    });
  });

  test('a mistyped word gets a suggestion, which searches', async () => {
    await searching('?q=keepr', async ({ page }) => {
      await page.getByRole('button', { name: 'keeper' }).click();
      await say(page, '24 stories');
      expect(new URL(page.url()).searchParams.get('q')).toBe('keeper');
    });
  });

  test('words in quotes are proved to follow each other', async () => {
    await searching(`?q=${encodeURIComponent('"lamp went out"')}`, async ({ page }) => {
      await say(page, '12 stories');
    });
  });

  test('headlines lead to the story with what was searched for marked in its page', async () => {
    await searching('?q=hasat', async ({ page }) => {
      await page.locator('.results mark').first().waitFor();
      expect(await links(page).first().getAttribute('href')).toBe('/stories/hasat/#:~:text=hasat');
      await links(page).first().click();
      await page.waitForURL('**/stories/hasat/**');
    });
  });
});

test('in forced colours the words that were found can be read', async () => {
  await searching('?q=lamp', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const mark = page.locator('.results mark').first();
    await mark.waitFor();
    const [own, around] = await mark.evaluate((element) =>
      [element, element.parentElement ?? element].map((each) => getComputedStyle(each).color),
    );
    expect(own).toBe(around);
    await page.emulateMedia({ forcedColors: null, colorScheme: null });
  });
});

describe('what it can be narrowed by', () => {
  test('values with counts, in the address, and the back button takes them back', async () => {
    await searching('?q=lamp', async ({ page }) => {
      await say(page, '24 stories');
      await page.getByText('Narrow the results').click();
      const place = page.getByLabel('Place', { exact: true });
      await place.waitFor();
      expect(await place.locator('option').allTextContents()).toEqual(['All', 'Chile (16)', 'Norway (8)']);
      await place.selectOption('norway');
      await say(page, /^8 stories/u);
      expect(new URL(page.url()).searchParams.get('place')).toBe('norway');
      await page.getByLabel('Date', { exact: true }).selectOption('around');
      await say(page, /^4 stories/u);
      await page.getByLabel('Year', { exact: true }).selectOption('2012');
      await say(page, /^2 stories/u);
      for (const expected of [/^4 stories/u, /^8 stories/u, /^24 stories/u]) {
        await page.goBack();
        await say(page, expected);
      }
      expect(await place.inputValue()).toBe('');
    });
  });

  test('an address with filters opens as it was left, without words too', async () => {
    await searching('?section=ports&author=mira-vell&order=oldest', async ({ page }) => {
      await say(page, /^12 stories/u);
      expect(await page.getByLabel('Section', { exact: true }).inputValue()).toBe('ports');
      expect((await addresses(page)).slice(0, 1)).toEqual(['ferry-00']);
      await page.getByLabel('Order').selectOption('newest');
      await page.waitForFunction(
        () => document.querySelector('.results a')?.textContent?.startsWith('Ferry 1 ') === false,
      );
      expect(new URL(page.url()).searchParams.get('order')).toBe('newest');
    });
  });

  test('languages have their names', async () => {
    await searching('?lang=th', async ({ page }) => {
      await say(page, '1 story');
      expect(await page.getByLabel('Language').locator('option:checked').textContent()).toBe('Thai (1)');
    });
  });
});

describe('by keyboard', () => {
  test('more results are shown, and the first new one has the focus', async () => {
    await searching('?q=lamp', async ({ page }) => {
      expect(await links(page).count()).toBe(10);
      await page.getByRole('button', { name: 'Show more' }).focus();
      await page.keyboard.press('Enter');
      await links(page).nth(19).waitFor();
      expect(
        await links(page)
          .nth(10)
          .evaluate((link) => link === document.activeElement),
      ).toBe(true);
      await page.getByRole('button', { name: 'Show more' }).click();
      await links(page).nth(23).waitFor();
      expect(await page.getByRole('button', { name: 'Show more' }).isVisible()).toBe(false);
    });
  });

  test('everything of the search is reached, in its order', async () => {
    await searching('?q=lamp&place=norway', async ({ page }) => {
      await page.getByRole('searchbox').focus();
      const reached: string[] = [];
      for (let at = 0; at < 4; at++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => document.activeElement?.tagName ?? ''));
      }
      expect(reached).toEqual(['BUTTON', 'SELECT', 'SUMMARY', 'SELECT']);
    });
  });
});

test.each(['light', 'dark'] as const)(
  'axe finds no fault in the page with all it can show (%s)',
  async (colorScheme) => {
    const { page } = await openPage(browser, `${host.origin}/search/?q=lamp+keepr&dated=stated`, {
      colorScheme,
    });
    await page.locator('.suggestion').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${host.origin}/search/?q=lamp&dated=stated`);
    await page.locator('.results mark').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  },
);

test('a search that takes long is seen to go on, and not once it has found', async () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const { page } = await openPage(browser, `${host.origin}/search/`, { reducedMotion });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.bin', async (route) => {
      await released;
      await route.continue();
    });
    await page.getByRole('searchbox').fill('lamp');
    const shown = () => {
      const [form, told] = [document.querySelector('.search form'), document.querySelector('.search .told')];
      const bar = form && getComputedStyle(form, '::after');
      return (
        bar?.content === '""' && Number(bar.opacity) > 0.5 && told && getComputedStyle(told).opacity === '0.5'
      );
    };
    await page.waitForFunction(shown);
    release();
    await say(page, '24 stories');
    await page.waitForFunction(() => {
      const form = document.querySelector('.search form');
      return form && getComputedStyle(form, '::after').content === 'none';
    });
    await page.context().close();
  }
});

test('offline, what was loaded can be searched on', async () => {
  await searchingAnew('?q=lamp', async ({ page }) => {
    await page.locator('.results mark').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('searchbox').fill('pier noon');
    await say(page, '12 stories');
  });
});

describe('an index that is not as it should be', () => {
  let copy: string;
  let other: Host;

  beforeAll(async () => {
    copy = await copySite(folder, path.join(WORK, 'search-broken'));
    other = await serve(copy);
  });
  afterAll(async () => {
    await other?.close();
    await rm(copy, { recursive: true, force: true });
  });

  const filesOf = async (ending: string) =>
    (await readdir(path.join(copy, 'search'), { recursive: true })).filter((name) => name.endsWith(ending));

  test('was replaced while the page was open: the page loads again, once, and finds in the new one', async () => {
    const { page } = await openPage(browser, `${other.origin}/search/`);
    let loads = 0;
    page.on('load', () => loads++);
    await page.getByRole('searchbox').fill('lamp');
    await say(page, '24 stories');
    await publishSearch(copy, [{ id: 'new', headline: 'Zebra crossing opened', date: '2020-01-01' }]);
    // In a file that was not loaded yet.
    await page.getByRole('searchbox').fill('');
    await page.waitForURL((url) => !url.searchParams.has('q'));
    await page.evaluate(() =>
      document
        .querySelector('wirecopy-search')
        ?.replaceWith(document.querySelector('wirecopy-search')?.cloneNode(true) ?? ''),
    );
    await page.getByRole('searchbox').fill('zebra');
    await links(page).first().waitFor();
    expect(await addresses(page)).toEqual(['new']);
    expect(loads).toBe(1);
    await page.context().close();
  });

  test('is damaged: the page says so, and leads on', async () => {
    await publishSearch(copy, STORIES);
    for (const name of await filesOf('terms-0.bin')) {
      const file = path.join(copy, 'search', name);
      await writeFile(file, (await readFile(file)).subarray(0, -5));
    }
    await searchingAnew(
      '?q=lamp',
      async ({ page }) => {
        expect(await status(page)).toContain('damaged');
        expect(await page.locator('main .elsewhere a[href="/archive/"]').isVisible()).toBe(true);
      },
      other,
    );
  });

  test('is missing: the page loads again once, says so, and leads on', async () => {
    await publishSearch(copy, STORIES);
    for (const name of await filesOf('manifest.bin')) await rm(path.join(copy, 'search', name));
    await searchingAnew(
      '?q=lamp',
      async ({ page }) => {
        await say(page, 'missing');
        expect(await page.locator('main .elsewhere a[href="/archive/"]').isVisible()).toBe(true);
      },
      other,
    );
  });
});
