// Sections in a site that has a layout of its own, read as they were published and as a browser shows them.
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyText } from '../dumps.ts';
import { chapter } from '../packaged/readme.ts';
import { buildSite } from '../shared-builds.ts';
import {
  attribute,
  type BuiltPage,
  jsonLd,
  linkTo,
  meta,
  named,
  pageAt,
  pagesOf,
  textOf,
  within,
} from '../site/published.ts';
import { writeProject } from '../sites.ts';
import { launch, type Opened, openPage, openPageIn } from './browser.ts';
import { type Host, serve } from './serve.ts';

/** The README's layout, in a host that has resets, fonts and colours for bare elements, names that we have too, a
 * router, and a page of its own. */
const LAYOUT = layoutOf(chapter('Inside your own layout'))
  .replace('---\n', "---\nimport { ClientRouter } from 'astro:transitions';\n")
  .replace('</head>', '<ClientRouter /></head>')
  .replace(
    /<header>.*<\/header>/u,
    `<header data-section={Astro.props.section}>
      <p class="label">The <a href="/about/">Host</a></p>
      <nav><ul><li><a href="/about/">About</a></li><li>Twice</li></ul></nav>
      <h2>A heading of the host’s</h2>
    </header>`,
  )
  .replace('</body>', '<footer><p class="count">Made by the host</p></footer></body>')
  .concat(`<style is:global>
    :root { color-scheme: light dark; --accent: rebeccapurple; }
    body {
      max-width: 60rem;
      margin: 1rem auto;
      padding: 0 1rem;
      background: light-dark(#f4f4ec, #101820);
      color: light-dark(#113355, #ddeeff);
      font-family: "Courier New", monospace;
    }
    a { color: light-dark(#7700aa, #ddaaff); }
    h2 { font-style: italic; }
    header { border-bottom: 4px double currentcolor; }
  </style>`);

function layoutOf(steps: ReturnType<typeof chapter>): string {
  const layout = steps.find((step) => step.kind === 'file' && step.name === 'src/layouts/Base.astro');
  if (layout?.kind !== 'file') throw new Error('The README shows no layout.');
  return layout.text;
}

const CONFIG = `
  import wirecopy from 'astro-wirecopy';
  export default {
    site: 'https://host.example',
    integrations: [
      wirecopy(
        {
          title: 'The News',
          base: '/news',
          layout: './src/layouts/Base.astro',
          components: { StoryList: './src/components/Boxed.astro' },
        },
        { title: 'الأخبار', base: '/anba', lang: 'ar', collection: 'anba' },
      ),
    ],
  };`;

const ID = 'lighthouse-of-norway-is-lit-again';
const ARABIC = 'سفينة النرويج تعود إلى مينائها بعد عام من الغياب';
let dist = '';
let host: Host;
const DESK = { width: 1280, height: 720 };

let browser: Browser;
/** A page that goes from address to address. */
let tab: Opened;

beforeAll(async () => {
  const folder = await writeProject('guest', {
    'package.json': '{ "name": "host", "private": true, "type": "module" }',
    'astro.config.mjs': CONFIG,
    'src/content.config.ts': `
      import { defineCollection } from 'astro:content';
      import { dumpLoader } from 'astro-wirecopy/loader';
      const of = (dumps) => defineCollection({ loader: dumpLoader({ dumps }) });
      export const collections = { stories: of('news/*.txt'), anba: of('anba/*.txt') };`,
    'src/layouts/Base.astro': LAYOUT,
    'src/components/Boxed.astro': `---
      import StoryList from 'astro-wirecopy/components/StoryList.astro';
      ---
      <div class="boxed"><StoryList {...Astro.props} /></div>
      <style>.boxed { outline: 1px solid red; }</style>`,
    'src/pages/about.astro': `---
      import Base from '../layouts/Base.astro';
      ---
      <Base title="About" dir="ltr"><h1>About</h1></Base>`,
    'news/2025-04-24.txt': [
      storyText(
        'Lighthouse of Norway Is Lit Again',
        [
          'The lighthouse of Norway was lit again on Monday.',
          'It had been dark for a year, its keeper said.',
        ],
        'The keeper trims the lamp, April 2, 2025. (Reuters)',
      ),
      storyText('Ferry of Norway Keeps Its Lamp', [
        'The ferry of Norway kept its lamp on Monday, as it does.',
      ]),
    ].join('\n\n\n\n'),
    'anba/2025-04-24.txt': storyText(ARABIC, ['عادت السفينة إلى ميناء النرويج يوم الاثنين بعد عام.']),
  });
  const built = await buildSite(folder);
  expect(built.code, built.output).toBe(0);
  dist = path.join(folder, 'dist');
  host = await serve(dist);
  browser = await launch();
  tab = await openPageIn(await browser.newContext(), `${host.origin}/about/`);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const sectionPages = () => pagesOf(dist).filter(({ file }) => /^(?:news|anba)\//u.test(file));

/** The page as far as its head goes. */
function headOf(page: BuiltPage): BuiltPage {
  return { ...page, elements: named(page, 'head').flatMap((head) => within(head).elements) };
}

describe('every page of a section', () => {
  test('is one page of the host’s: its layout around it, one main, one h1', () => {
    expect(sectionPages().length).toBeGreaterThan(15);
    for (const page of sectionPages()) {
      for (const name of ['html', 'head', 'body', 'main', 'h1'])
        expect(named(page, name), `${page.file} ${name}`).toHaveLength(1);
      expect(named(headOf(page), 'title'), page.file).toHaveLength(1);
      expect(named(page, 'footer').map(textOf).at(-1)).toBe('Made by the host');
    }
  });

  test('tells the layout its title, its description, its language and its section', () => {
    const [news, anba] = [
      pageAt(dist, `news/stories/${ID}/index.html`),
      pageAt(dist, 'anba/archive/index.html'),
    ];
    const told = (page: BuiltPage) => [
      ...named(page, 'title').map(textOf),
      ...named(page, 'html').map((html) => [attribute(html, 'lang'), attribute(html, 'dir')]),
      ...named(page, 'header').flatMap((header) => attribute(header, 'data-section') ?? []),
    ];
    expect(told(news)).toEqual(['Lighthouse of Norway Is Lit Again | The News', ['en', 'ltr'], '/news/']);
    expect(told(anba)).toEqual(['الأرشيف | الأخبار', ['ar', 'rtl'], '/anba/']);
    expect(meta(news, 'description')).toBe('The lighthouse of Norway was lit again on Monday.');
  });

  test('has in its head what search engines, feed readers and previews are told', () => {
    const inHead = headOf(pageAt(dist, `news/stories/${ID}/index.html`));
    expect(linkTo(inHead, 'canonical')).toBe(`https://host.example/news/stories/${ID}/`);
    expect(linkTo(inHead, 'alternate')).toBe('/news/rss.xml');
    expect(meta(inHead, 'og:title')).toBe('Lighthouse of Norway Is Lit Again');
    expect(jsonLd(inHead).map((each) => each['@type'])).toEqual(['NewsArticle', 'BreadcrumbList']);
  });

  test('leads to the other pages of its section', () => {
    const [nav] = named(pageAt(dist, 'anba/archive/index.html'), 'nav', 'sections');
    const links = nav ? named(within(nav), 'a') : [];
    expect(links.map((link) => attribute(link, 'href'))).toEqual([
      '/anba/',
      '/anba/archive/',
      '/anba/places/',
      '/anba/search/',
      '/anba/subscribe/',
    ]);
    expect(links.map((link) => attribute(link, 'aria-current'))).toEqual([
      undefined,
      'page',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(['/news/', '/anba/'])('is reached by links from the front page of its section: %s', (front) => {
    const reached = new Set<string>();
    const follow = (address: string): void => {
      if (reached.has(address)) return;
      reached.add(address);
      const page = pageAt(dist, `${address.slice(1)}index.html`);
      for (const link of named(page, 'a')) {
        const { pathname } = new URL(attribute(link, 'href') ?? '', `https://host.example${address}`);
        if (pathname.startsWith(front) && pathname.endsWith('/')) follow(decodeURIComponent(pathname));
      }
    };
    follow(front);
    const published = sectionPages().map(({ file }) => `/${file.replace(/index\.html$/u, '')}`);
    expect([...reached].sort()).toEqual(published.filter((address) => address.startsWith(front)).sort());
  });
});

test('a component of the host’s takes the place of ours, in all sections, and can show the original', () => {
  for (const file of ['news/places/norway/index.html', 'anba/places/norway/index.html']) {
    const [box] = named(pageAt(dist, file), 'div', 'boxed');
    expect(box && named(within(box), 'ul', 'stories'), file).toHaveLength(1);
  }
});

describe('in a browser', () => {
  /** Every computed style of what is the host's own, before its page and after it. */
  const hostStyles = () => {
    const elements = [...document.querySelectorAll('html, body, body > header *, body > footer *')];
    return elements.map((element) => {
      const style = getComputedStyle(element);
      // Heights of what holds the page are the page's.
      const own = [...style].filter(
        (name) => !/^(?:block-size|height|perspective-origin|transform-origin)$/u.test(name),
      );
      return Object.fromEntries(own.map((name) => [name, style.getPropertyValue(name)]));
    });
  };

  test.each(['light', 'dark'] as const)(
    'nothing of the host’s looks other than on a page of its own: %s',
    async (colorScheme) => {
      const look = async (address: string) => {
        await tab.goTo(host.origin + address, DESK);
        await tab.page.emulateMedia({ colorScheme });
        const styles = await tab.page.evaluate(hostStyles);
        expect(tab.noise).toEqual([]);
        return styles;
      };
      const own = await look('/about/');
      expect(own.length).toBeGreaterThan(10);
      for (const address of ['/news/', `/news/stories/${ID}/`, '/news/places/', '/news/search/'])
        expect(await look(address), address).toEqual(own);
    },
  );

  test.each(['light', 'dark'] as const)(
    'a story is set in the host’s own font and colours: %s',
    async (colorScheme) => {
      await tab.goTo(`${host.origin}/news/stories/${ID}/`, DESK);
      const { page } = tab;
      await page.emulateMedia({ colorScheme });
      const looks = await page.evaluate(() =>
        ['body', '.story h1', '.story .body p', '.when, .facts', '.kicker a'].map((selector) => {
          const { color, fontFamily } = getComputedStyle(
            document.querySelector(selector) ?? document.documentElement,
          );
          return { color, fontFamily };
        }),
      );
      expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(1);
    },
  );

  test.each([
    ['ink', 'rgb(1, 2, 3)', '.story', 'color'],
    ['soft', 'rgb(1, 2, 3)', '.facts', 'color'],
    ['rule', 'rgb(1, 2, 3)', '.facts', 'border-top-color'],
    ['strong-rule', 'rgb(1, 2, 3)', '.neighbours', 'border-top-color'],
    ['accent', 'rgb(1, 2, 3)', '.kicker a', 'color'],
    ['headline-font', 'fantasy', '.story h1', 'font-family'],
    ['text-font', 'fantasy', '.body p', 'font-family'],
    ['label-font', 'fantasy', '.facts', 'font-family'],
    ['measure', '200px', '.story', 'max-width'],
    ['paper', 'rgb(1, 2, 3)', '.map svg', 'stroke'],
    ['land', 'rgb(1, 2, 3)', '.map svg', 'fill'],
  ])('the host sets --wirecopy-%s for its whole site', async (name, value, selector, property) => {
    const address = selector.startsWith('.map') ? '/news/places/' : `/news/stories/${ID}/`;
    await tab.goTo(host.origin + address, DESK);
    const { page } = tab;
    await page.addStyleTag({ content: `:root { --wirecopy-${name}: ${value} }` });
    const found = await page.evaluate(
      ([where, what]) =>
        getComputedStyle(document.querySelector(where) ?? document.documentElement).getPropertyValue(what),
      [selector, property] as const,
    );
    expect(found).toBe(value);
  });

  test('the menu of a section stands in one line where the host sets items of its lists apart', async () => {
    await tab.goTo(`${host.origin}/news/`, DESK);
    await tab.page.addStyleTag({ content: 'li + li { margin-top: 1rem }' });
    const tops = await tab.page
      .locator('.sections a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(3);
    expect(new Set(tops).size).toBe(1);
  });

  test.each([360, 1280])('no page is wider than a window of %i pixels', async (width) => {
    const { page } = await openPage(browser, `${host.origin}/about/`, { viewport: { width, height: 700 } });
    for (const address of ['/news/', `/news/stories/${ID}/`, '/anba/', '/anba/places/', '/news/archive/']) {
      await page.goto(host.origin + address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
    }
    await page.context().close();
  });

  test.each([
    [1280, 500],
    [390, 700],
  ])(
    'in a window of %i by %i px the part of the world that is drawn larger is seen whole, in its own shape',
    async (width, height) => {
      await tab.goTo(`${host.origin}/news/places/`, { width, height });
      const map = tab.page.locator('.map .region');
      const [viewBox, box] = [await map.getAttribute('viewBox'), await map.boundingBox()];
      const [, , drawnWidth = 0, drawnHeight = 0] = (viewBox ?? '').split(' ').map(Number);
      const { width: shown = 0, height: high = 0 } = box ?? {};
      expect(high).toBeGreaterThan(200);
      expect(high).toBeLessThan(height);
      expect(high / shown).toBeCloseTo(drawnHeight / drawnWidth, 1);
    },
  );

  test('a front page is set in columns where the layout leaves it room, not where the window is wide', async () => {
    const { page } = await openPage(browser, `${host.origin}/news/`, {
      viewport: { width: 1280, height: 700 },
    });
    // A few stories fill one column; many have a second beside it.
    await page.evaluate(() => document.querySelector('.front-page')?.classList.remove('wide'));
    const columns = async (width: string) => {
      await page.addStyleTag({ content: `body { max-width: none !important } main { width: ${width} }` });
      const grid = page.locator('.front-page');
      return (await grid.evaluate((element) => getComputedStyle(element).gridTemplateColumns)).split(' ')
        .length;
    };
    expect(await columns('60rem')).toBe(2);
    expect(await columns('40rem')).toBe(1);
    await page.context().close();
  });

  test('the search finds stories of its own section, as often as the host’s router brings it', async () => {
    const { page, noise } = await openPage(browser, `${host.origin}/news/`);
    for (const word of ['ferry', 'ferries']) {
      await page.evaluate(() => Object.assign(window, { stayed: true }));
      await page.locator('.sections a', { hasText: 'Search' }).click();
      await page.locator('.search input').fill(word);
      await page.locator('.results mark').first().waitFor();
      expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
      expect(await page.locator('.results a').allTextContents()).toEqual(['Ferry of Norway Keeps Its Lamp']);
      await page.locator('.results a').click();
      await page.waitForURL('**/news/stories/**');
    }
    await page.goBack();
    await page.locator('.results li').first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=ferries');
    expect(noise).toEqual([]);
    await page.context().close();
  });
});
