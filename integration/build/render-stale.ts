// Renders the pages of a build that are stale, by as many threads as are worth it. Decides whether other threads can
// help: where templates ask Astro for pictures, only its own thread can.
import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { type PrerenderPath, pageFormat } from '../astro/output-paths.ts';
import type { PageFrames } from '../astro/page-frames.ts';
import type { PrerenderSetup } from '../astro/prerender-app.ts';
import { countStaticImages } from '../astro/static-images.ts';
import type { FileState } from './output-folder.ts';
import { PageProgress } from './progress.ts';
import { pageRenderer } from './render-page.ts';
import { renderAll } from './render-pool.ts';
import { threadsFor } from './threads.ts';

/** A page to make. */
export interface StalePage extends Pick<PrerenderPath, 'pathname' | 'route'> {
  /** Relative to the output folder. */
  file: string;
}

/** What pages are rendered with. */
export interface Rendering {
  config: AstroConfig;
  logger: AstroIntegrationLogger;
  /** The output folder. */
  output: string;
  /** Nothing for as many as are worth it. */
  threads: number | undefined;
  /** What other threads need. */
  setup: PrerenderSetup | undefined;
  /** Waits until nothing else takes a processor any more: one thread less makes pages until then. */
  processorFree: () => Promise<void>;
  /** Those of pages that have them. */
  frames: ReadonlyMap<PrerenderPath['route'], PageFrames>;
  /** Renders in Astro's own thread. */
  render: AstroPrerenderer['render'];
}

/**
 * Renders and writes pages.
 * @param stale is empty afterwards: a hundred thousand would take room while they are made
 * @returns the state of each page's file, in their order, and whether templates asked for pictures
 * @throws Error with the name of the page that could not be made
 */
export async function renderStale(
  stale: StalePage[],
  { config, logger, output, threads, setup, processorFree, frames, render }: Rendering,
): Promise<{ states: FileState[]; pictures: boolean }> {
  const before = countStaticImages();
  const hasPictures = () => countStaticImages() > before;
  const progress = new PageProgress(stale.length, logger);
  const format = pageFormat(config);
  const routes = [...new Set(stale.map(({ route }) => route))];
  const numbers = new Map(routes.map((route, at) => [route, at]));
  const renderPage = pageRenderer({
    routes,
    format,
    frames,
    async render(request, options) {
      const rendered = await render(request, options);
      return rendered instanceof Response ? rendered : rendered.response;
    },
  });
  let count = threads ?? threadsFor(stale.length);
  if (count > 1) {
    // One page of each route shows whether its templates ask for pictures.
    for (const [at, route] of routes.entries()) {
      const first = stale.find((page) => page.route === route);
      if (first) await renderPage({ pathname: first.pathname, route: at });
    }
    if (hasPictures()) count = 1;
  }
  try {
    const states = await renderAll({
      pages: stale
        .splice(0)
        .map(({ pathname, route, file }) => ({ pathname, file, route: numbers.get(route) ?? 0 })),
      routes: routes.map(({ route, component }) => ({ route, component })),
      threads: count,
      waits: threads !== undefined,
      ...(threads === undefined && count > 1 && { processorFree }),
      render: renderPage,
      setup,
      format,
      output,
      onMade: (pages) => progress.step(pages),
      warn: (message) => logger.warn(message),
    });
    return { states, pictures: hasPictures() };
  } finally {
    progress.end();
  }
}
