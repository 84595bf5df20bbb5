// A thread that renders pages, beside the one that Astro renders in: sets up an app like that one and answers
// requests for pages.
import { parentPort, workerData } from 'node:worker_threads';
import { loadPrerenderApp, type PrerenderApp, type PrerenderSetup } from '../astro/prerender-app.ts';

/** A page to render. */
export interface RenderRequest {
  id: number;
  url: string;
  /** Astro's name for its route, and the file that makes its pages. */
  route: string;
  component: string;
}

/** What became of it; first of all, that the thread is ready. */
export type RenderResult =
  | { kind: 'ready' }
  | { kind: 'page'; id: number; status: number; content: ArrayBuffer }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'log'; level: string; message: string };

const answer = (message: RenderResult, transfer: ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer);

async function start({
  entry,
  pagesByKeys,
  entrySpecifierToBundleMap,
  scripts,
}: PrerenderSetup): Promise<void> {
  const app = await loadPrerenderApp(entry);
  if (!app) throw new Error('The code for prerendering has no app.');
  const write = ({ level = 'info', message = '' }: { level?: string; message?: string }) =>
    answer({ kind: 'log', level, message });
  app.setInternals({ pagesByKeys, entrySpecifierToBundleMap });
  app.setOptions({ settings: { scripts }, logger: { options: { destination: { write }, level: 'warn' } } });
  parentPort?.on('message', (request: RenderRequest) => render(app, request));
  answer({ kind: 'ready' });
}

async function render(app: PrerenderApp, { id, url, route, component }: RenderRequest): Promise<void> {
  try {
    const found = app.manifest.routes.find(
      ({ routeData }) => routeData.route === route && routeData.component === component,
    );
    if (!found) throw new Error(`There is no route ${route}.`);
    const response = await app.render(new Request(url), { routeData: found.routeData });
    const content = await response.arrayBuffer();
    answer({ kind: 'page', id, status: response.status, content }, [content]);
  } catch (error) {
    answer({
      kind: 'failure',
      id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

await start(workerData);
