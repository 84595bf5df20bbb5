// The app that Astro's build renders pages with, so that another thread can render the same pages.
//
// Beyond the interface: the entry of the code for prerendering exports an app, and Astro gives it what the build found
// out through `setInternals` and `setOptions`
// (https://github.com/withastro/astro/blob/main/packages/astro/src/core/build/default-prerenderer.ts). Everything is
// checked before it is used. Where Astro is otherwise, nothing is captured, and all pages are rendered in Astro's own
// thread.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';

type RouteData = Parameters<AstroPrerenderer['render']>[1]['routeData'];

/** Astro's app for prerendering. */
export interface PrerenderApp {
  manifest: { routes: readonly { routeData: RouteData }[]; pageMap?: unknown };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
  /** Where it keeps paths of routes, and how it loads the module of a page, if it says. */
  routeCache?: unknown;
  getComponentByRoute?(route: RouteData): Promise<unknown>;
}

/** What another thread needs to set up the same app; it survives a structured clone. */
export interface PrerenderSetup {
  /** Address of the code for prerendering. */
  entry: string;
  /** Styles of each page, as Astro's build found them. */
  pagesByKeys: Map<unknown, { styles: unknown }>;
  entrySpecifierToBundleMap: unknown;
  /** Scripts that integrations put on every page. */
  scripts: unknown;
}

/**
 * Captures what Astro gives the app when it sets it up.
 * @param folder of the code for prerendering
 * @returns a function that gives what was captured; nothing where Astro is not as this package knows it
 */
export async function captureSetup(folder: string): Promise<() => PrerenderSetup | undefined> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((file) => /^prerender-entry\..*mjs$/u.test(file));
  if (!name) return () => undefined;
  const entry = pathToFileURL(path.join(folder, name)).href;
  const app = await loadPrerenderApp(entry);
  if (!app) return () => undefined;
  const captured: { internals?: unknown; options?: unknown } = {};
  const { setInternals, setOptions } = app;
  app.setInternals = (internals) => {
    captured.internals = internals;
    setInternals.call(app, internals);
  };
  app.setOptions = (options) => {
    captured.options = options;
    setOptions.call(app, options);
  };
  return () => setupOf(entry, captured.internals, captured.options);
}

/** @returns the app that a module for prerendering exports, if it does */
export async function loadPrerenderApp(entry: string): Promise<PrerenderApp | undefined> {
  const module: unknown = await import(/* @vite-ignore */ entry);
  if (!isObject(module) || !isApp(module.app)) return undefined;
  loadPagesOnce(module.app);
  return module.app;
}

/**
 * Has Astro list the paths of some routes alone.
 * @param list what lists those of all routes; where Astro takes routes from elsewhere, it does so here too
 */
export async function pathsOfRoutes<Paths>(
  { manifest }: PrerenderApp,
  isWanted: (route: RouteData) => boolean,
  list: () => Promise<Paths>,
): Promise<Paths> {
  const { routes } = manifest;
  manifest.routes = routes.filter(({ routeData }) => isWanted(routeData));
  try {
    return await list();
  } finally {
    manifest.routes = routes;
  }
}

/** Astro imports the code of a page for every page; though a module is loaded once, asking for it takes its time. */
function loadPagesOnce({ manifest: { pageMap } }: PrerenderApp): void {
  if (!(pageMap instanceof Map)) return;
  for (const [component, load] of pageMap) {
    if (typeof load !== 'function') continue;
    let loaded: unknown;
    pageMap.set(component, () => (loaded ??= load()));
  }
}

function setupOf(entry: string, internals: unknown, options: unknown): PrerenderSetup | undefined {
  if (!isObject(internals) || !(internals.pagesByKeys instanceof Map)) return undefined;
  if (!isObject(options) || !isObject(options.settings)) return undefined;
  const pagesByKeys = new Map<unknown, { styles: unknown }>();
  for (const [key, page] of internals.pagesByKeys)
    if (isObject(page)) pagesByKeys.set(key, { styles: page.styles });
  const { entrySpecifierToBundleMap } = internals;
  return { entry, pagesByKeys, entrySpecifierToBundleMap, scripts: options.settings.scripts };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isApp(value: unknown): value is PrerenderApp {
  return (
    isObject(value) &&
    ['setInternals', 'setOptions', 'render'].every((name) => typeof value[name] === 'function') &&
    isObject(value.manifest) &&
    Array.isArray(value.manifest.routes)
  );
}
