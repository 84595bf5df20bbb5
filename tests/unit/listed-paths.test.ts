// Paths that the module of a page lists itself: where Astro is not as expected, or an address is not plain, Astro lists them.
import type { AstroPrerenderer } from 'astro';
import { describe, expect, test } from 'vitest';
import { allPaths, takeListedPaths } from '../../integration/astro/listed-paths.ts';
import type { PrerenderApp } from '../../integration/astro/prerender-app.ts';
import { createArchive } from '../../integration/pages/story-archive.ts';
import { StoryPaths } from '../../integration/pages/story-paths.ts';
import type { StorySummary } from '../../integration/stories/story-summary.ts';

type Route = Parameters<AstroPrerenderer['render']>[1]['routeData'];

/** A route, as far as it matters here: a name in brackets is a parameter. */
function routeOf(pattern: string, more: Partial<Route> = {}): Route {
  const segments = pattern
    .split('/')
    .slice(1)
    .map((part) => {
      const content = part.replace(/^\[(.+)\]$/u, '$1');
      return [{ content, dynamic: content !== part, spread: content.startsWith('...') }];
    });
  const route = { route: pattern, component: pattern, type: 'page', fallbackRoutes: [], segments };
  return Object.assign(Object.create(null), route, more);
}

/** An app of Astro's with some pages, and what it was told to keep of their paths. */
function appOf(pages: readonly { route: Route; mod: unknown }[]) {
  const kept = new Map<
    unknown,
    { mod: unknown; staticPaths: { keyed: { get(address: string): unknown } } }
  >();
  const app: PrerenderApp = {
    manifest: { routes: pages.map(({ route }) => ({ routeData: route })) },
    setInternals() {},
    setOptions() {},
    render: async () => new Response(),
    routeCache: { set: kept.set.bind(kept) },
    getComponentByRoute: async (wanted) => pages.find(({ route }) => route === wanted)?.mod,
  };
  return { app, kept };
}

const listing = (names: readonly string[]) => ({
  listedPaths: () => ({
    names: () => names,
    keyOf: (at: number) => (at === 0 ? undefined : `key ${at}`),
    find: (name: string) => (names.includes(name) ? { params: { id: name } } : undefined),
  }),
});

const everyOne = () => true;

describe('paths that modules of pages list', () => {
  const front = routeOf('/');
  const stories = routeOf('/news/stories/[id]');
  const last = routeOf('/places/[place]');
  const pages = [
    { route: front, mod: {} },
    { route: stories, mod: listing(['a', 'b-2', '灯塔']) },
    { route: last, mod: {} },
  ];

  test('stand in Astro’s order among those that Astro lists, and Astro is not asked for them', async () => {
    const { app } = appOf(pages);
    const asked: string[] = [];
    const list = async () =>
      app.manifest.routes.map(({ routeData }) => {
        asked.push(routeData.route);
        return { pathname: routeData.route, route: routeData };
      });
    const listed = await takeListedPaths(app, everyOne);
    const paths = Array.from(await allPaths(app, listed, list));
    expect(paths.map(({ pathname, cacheKey }) => [pathname, cacheKey])).toEqual([
      ['/', undefined],
      ['/news/stories/a', undefined],
      ['/news/stories/b-2', 'key 1'],
      ['/news/stories/灯塔', 'key 2'],
      ['/places/[place]', undefined],
    ]);
    expect(asked).toEqual(['/', '/places/[place]']);
    expect(app.manifest.routes).toHaveLength(pages.length);
  });

  test('are found by the addresses of pages, whatever slash they end with', async () => {
    const { app, kept } = appOf(pages);
    await takeListedPaths(app, everyOne);
    const { mod, staticPaths } = kept.get(stories) ?? {};
    expect(mod).toBe(pages[1]?.mod);
    for (const address of ['/news/stories/a', '/news/stories/a/'])
      expect(staticPaths?.keyed.get(address)).toEqual({ params: { id: 'a' } });
    expect(staticPaths?.keyed.get('/news/stories/c')).toBeUndefined();
  });

  test('are all Astro’s to list where it takes routes from elsewhere', async () => {
    const { app } = appOf(pages);
    const all = [{ pathname: '/elsewhere', route: routeOf('/elsewhere') }];
    expect(await allPaths(app, await takeListedPaths(app, everyOne), async () => all)).toBe(all);
  });

  test.each([
    ['of a page that is the project’s', stories, ['a'], () => false],
    ['of a name that an address has in another form', stories, ['a', 'é'.normalize('NFD')], everyOne],
    ['of a name with a sign that addresses take for theirs', stories, ['a', 'b#c'], everyOne],
    [
      'of a page in several languages',
      routeOf('/stories/[id]', { fallbackRoutes: [front] }),
      ['a'],
      everyOne,
    ],
    ['of a file', routeOf('/stories/[id]', { type: 'endpoint' }), ['a'], everyOne],
    ['of an address with two parameters', routeOf('/[day]/[id]'), ['a'], everyOne],
    ['of an address with a rest', routeOf('/stories/[...id]'), ['a'], everyOne],
  ])('are Astro’s to list: those %s', async (_, route, names, isOwn) => {
    const { app, kept } = appOf([{ route, mod: listing(names) }]);
    expect((await takeListedPaths(app, isOwn)).size).toBe(0);
    expect(kept.size).toBe(0);
  });

  test('are Astro’s to list where it keeps paths elsewhere, or the module lists none', async () => {
    const { app } = appOf(pages);
    for (const other of [
      { ...app, routeCache: undefined },
      { ...app, getComponentByRoute: undefined },
      { ...app, getComponentByRoute: async () => ({ listedPaths: () => ['a'] }) },
      { ...app, getComponentByRoute: async () => ({ listedPaths: ['a'] }) },
    ])
      expect((await takeListedPaths(Object.assign(other), everyOne)).size).toBe(0);
  });
});

describe('the paths of stories', () => {
  const summaryOf = (id: string, more: Partial<StorySummary> = {}): StorySummary => ({
    id,
    key: id.toUpperCase(),
    location: [0, 0, 0],
    data: { headline: id, lang: 'en', dir: 'ltr', places: [] },
    ...more,
  });
  const positionIn = (stories: readonly StorySummary[]) => (wanted: string) => {
    const position = stories.findIndex(({ id }) => id === wanted);
    return position < 0 ? undefined : position;
  };
  const pathsOf = (stories: readonly StorySummary[], picture = '') =>
    new StoryPaths(createArchive(stories, positionIn(stories)), {
      pages: { sections: true, agencies: true, authors: true, archive: true },
      newestWithImage: 1,
      hasPicture: (id) => id === picture,
      imageOf: ({ id }) => `/${id}.png`,
    });
  const stories = ['a', 'b', 'c', 'd', 'e'].map((id) => summaryOf(id));

  test('are those that are found one by one', () => {
    const paths = pathsOf(stories);
    for (const [at, path] of paths.all().entries()) {
      const found = paths.find(path.params.id);
      expect(found?.props).toEqual(path.props);
      expect(found?.cacheKey).toBe(path.cacheKey);
      expect(paths.keyOf(at)).toBe(path.cacheKey);
    }
    expect([...paths.names()]).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(paths.find('f')).toBeUndefined();
  });

  test('have other keys where the story, a neighbour, a related one or what has a page is another, and only there', () => {
    const changed = (others: readonly StorySummary[]) => {
      const [before, after] = [pathsOf(stories), pathsOf(others)];
      const keyIn = (paths: StoryPaths, id: string) => paths.find(id)?.cacheKey;
      return stories.flatMap(({ id }) => (keyIn(before, id) === keyIn(after, id) ? [] : id)).join('');
    };
    expect(changed(stories)).toBe('');
    expect(changed(stories.with(2, summaryOf('c', { key: 'other' })))).toBe('bcd');
    expect(changed(stories.with(4, summaryOf('e', { related: [-4] })))).toBe('e');
    expect(changed(stories.slice(0, 4))).toBe('de');
    const inSection = (id: string) =>
      summaryOf(id, { data: { headline: id, lang: 'en', dir: 'ltr', places: [], section: 'Ports' } });
    // The section of one story alone has no page.
    expect(changed([inSection('a'), ...stories.slice(1)])).toBe('');
    expect(changed([inSection('a'), ...stories.slice(1, 4), inSection('e')])).toBe('ae');
  });

  test('have no key where Astro makes a picture for the page', () => {
    const paths = pathsOf(stories, 'b');
    expect(paths.keyOf(1)).toBeUndefined();
    expect(paths.find('b')?.cacheKey).toBeUndefined();
    expect(paths.keyOf(2)).toBeDefined();
  });
});
