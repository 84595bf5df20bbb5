// Pages that are put into a frame which Astro has made: a page is Astro's own in every byte, or Astro makes it.
import type { AstroPrerenderer } from 'astro';
import { describe, expect, test } from 'vitest';
import { type FramedPages, PageFrames, pageFrames } from '../../integration/astro/page-frames.ts';
import type { PrerenderApp } from '../../integration/astro/prerender-app.ts';

type Route = Parameters<AstroPrerenderer['render']>[1]['routeData'];

/** What the pages of a site say, by their names; those with a star have no parts. */
const partsOf: FramedPages['partsOf'] = (name) =>
  name.endsWith('*')
    ? undefined
    : { frame: name.slice(0, 2), parts: [['<title>', name, '</title>'], [`<p>${name}</p>`]] };
const astros = (name: string, foot = '') =>
  `<html lang="${name.slice(0, 2)}"><title>${name}</title><body><p>${name}</p>${foot}</body>`;

/** Makes pages one after another. */
async function made(names: readonly string[], page: (name: string) => string = astros) {
  const frames = new PageFrames({ partsOf });
  const asked: string[] = [];
  const pages: string[] = [];
  for (const name of names) {
    const html = await frames.make(name, async () => {
      asked.push(name);
      return page(name);
    });
    pages.push(html.join(''));
  }
  return { asked, pages };
}

describe('pages that differ in nothing but their parts', () => {
  test('are asked of Astro twice for each frame, and are as Astro makes them', async () => {
    const names = ['en-1', 'en-2', 'ar-1', 'en-3', 'ar-2', 'ar-3', 'en-4'];
    const { asked, pages } = await made(names);
    expect(asked).toEqual(['en-1', 'en-2', 'ar-1', 'ar-2']);
    expect(pages).toEqual(names.map((name) => astros(name)));
  });

  test('take parts as they are, whatever signs they have', async () => {
    const names = ['en-1', 'en-2', "en-$&$'$1"];
    expect((await made(names)).pages).toEqual(names.map((name) => astros(name)));
  });

  test('are Astro’s where a page has no parts', async () => {
    expect((await made(['en-1', 'en-2', 'en-3*', 'en-4', 'en-5*'])).asked).toEqual([
      'en-1',
      'en-2',
      'en-3*',
      'en-5*',
    ]);
  });
});

describe('all pages are Astro’s', () => {
  const names = ['en-1', 'en-2', 'en-3', 'ar-1', 'en-4'];

  test.each<[what: string, page: (name: string) => string]>([
    ['differ elsewhere as well', (name) => astros(name, `<i>${name}</i>`)],
    ['do not have their parts', (name) => astros(name).replace('<p>', '<p class="x">')],
    ['have a part twice', (name) => astros(name, `<p>${name}</p>`)],
    ['have their parts in another order', (name) => `<p>${name}</p><title>${name}</title>`],
  ])('where they %s', async (_, page) => {
    const { asked, pages } = await made(names, page);
    expect(asked).toEqual(names);
    expect(pages).toEqual(names.map(page));
  });
});

describe('which routes have frames', () => {
  const route: Route = Object.assign(Object.create(null), { route: '/stories/[id]' });
  const app = (mod: unknown): PrerenderApp => ({
    manifest: { routes: [{ routeData: route }] },
    setInternals() {},
    setOptions() {},
    render: async () => new Response(),
    getComponentByRoute: async () => mod,
  });

  test('those whose module says what differs, by the pattern of its route', async () => {
    const asked: unknown[] = [];
    const framedPages = (about: unknown) => {
      asked.push(about);
      return { partsOf };
    };
    expect((await pageFrames(app({ framedPages }), [route])).has(route)).toBe(true);
    expect(asked).toEqual([{ routePattern: '/stories/[id]' }]);
  });

  test.each([{}, { framedPages: 1 }, { framedPages: () => undefined }, { framedPages: () => ({}) }])(
    'none by %o',
    async (mod) => {
      expect((await pageFrames(app(mod), [route])).size).toBe(0);
    },
  );

  test('none where Astro does not say how it loads a module', async () => {
    const { getComponentByRoute: _, ...other } = app({ framedPages: () => ({ partsOf }) });
    expect((await pageFrames(other, [route])).size).toBe(0);
  });
});
