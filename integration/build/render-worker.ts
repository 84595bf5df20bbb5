// A thread that makes pages, beside the one that Astro renders in: sets up an app like that one.
import { parentPort, workerData } from 'node:worker_threads';
import { keepBodiesAtHand } from '../astro/at-hand-response.ts';
import { encodeFaster } from '../astro/fast-encoder.ts';
import { takeListedPaths } from '../astro/listed-paths.ts';
import type { PageFormat } from '../astro/output-paths.ts';
import { pageFrames } from '../astro/page-frames.ts';
import { loadPrerenderApp, type PrerenderApp, type PrerenderSetup } from '../astro/prerender-app.ts';
import { type SharedSummaries, takeSummaries } from '../stories/summary-table.ts';
import { makePages } from './make-pages.ts';
import { PageQueue, type SharedQueue } from './page-queue.ts';
import { pageRenderer } from './render-page.ts';

/** The name of a route, and the file that makes its pages. */
export interface RouteName {
  route: string;
  component: string;
}

/** What a thread is given. */
export interface RenderWorkerData {
  setup: PrerenderSetup;
  routes: readonly RouteName[];
  format: PageFormat;
  output: string;
  queue: SharedQueue;
  thread: number;
  /** What is read of stories. */
  summaries: ReadonlyMap<string, SharedSummaries>;
}

/** What a thread says: that it takes pages from now on, that it has made some, that none is left, or why it can't go on. */
export type RenderReport =
  | { kind: 'ready' }
  | { kind: 'made'; pages: number }
  | { kind: 'done' }
  | { kind: 'failed'; message: string; stack: string }
  | { kind: 'log'; message: string };

const report = (message: RenderReport) => parentPort?.postMessage(message);

async function start({
  setup,
  routes,
  format,
  output,
  queue,
  thread,
  summaries,
}: RenderWorkerData): Promise<void> {
  takeSummaries(summaries);
  const app = await startApp(setup);
  const isMade = ({ route, component }: RouteName) =>
    routes.some((each) => each.route === route && each.component === component);
  const listed = await takeListedPaths(app, isMade);
  const render = pageRenderer({
    routes: routes.map((name) => routeOf(app, name)),
    format,
    frames: await pageFrames(app, listed.keys()),
    render: (request, options) => app.render(request, options),
  });
  report({ kind: 'ready' });
  try {
    await makePages({
      queue: new PageQueue(queue),
      thread,
      render,
      output,
      report: (pages) => report({ kind: 'made', pages }),
    });
    report({ kind: 'done' });
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    report({ kind: 'failed', message, stack: cause instanceof Error ? (cause.stack ?? '') : '' });
  }
}

async function startApp(setup: PrerenderSetup): Promise<PrerenderApp> {
  const { entry, pagesByKeys, entrySpecifierToBundleMap, scripts } = setup;
  const app = await loadPrerenderApp(entry);
  if (!app) throw new Error('The code for prerendering has no app.');
  const write = ({ message = '' }: { message?: string }) => report({ kind: 'log', message });
  app.setInternals({ pagesByKeys, entrySpecifierToBundleMap });
  app.setOptions({ settings: { scripts }, logger: { options: { destination: { write }, level: 'warn' } } });
  return app;
}

function routeOf(app: PrerenderApp, { route, component }: RouteName) {
  return app.manifest.routes.find(
    ({ routeData }) => routeData.route === route && routeData.component === component,
  )?.routeData;
}

keepBodiesAtHand();
encodeFaster();
await start(workerData);
