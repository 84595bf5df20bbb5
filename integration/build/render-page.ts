// How a page's bytes are made: by Astro, or in a frame that Astro made before.
import { bodyBytes } from '../astro/at-hand-response.ts';
import { type PageFormat, type PrerenderPath, requestUrl, withoutSlashes } from '../astro/output-paths.ts';
import type { PageFrames } from '../astro/page-frames.ts';
import { PageBytes } from './page-bytes.ts';
import type { PageToMake } from './page-queue.ts';

type Route = PrerenderPath['route'];

/** Makes one page: its bytes are there until the next is made. */
export type RenderPage = (page: Pick<PageToMake, 'pathname' | 'route'>) => Promise<Uint8Array>;

/** What pages are made with. */
export interface PageRendering {
  /** Those that pages name by their numbers. */
  routes: readonly (Route | undefined)[];
  format: PageFormat;
  /** Those of routes whose pages have them. */
  frames: ReadonlyMap<Route, PageFrames>;
  /** Has Astro make a page. */
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

/** @returns what makes a page, and throws an Error where it can't be made */
export function pageRenderer({ routes, format, frames, render }: PageRendering): RenderPage {
  const [decoder, bytes] = [new TextDecoder(), new PageBytes()];
  const askAstro = async (pathname: string, routeData: Route) => {
    const url = requestUrl({ pathname, route: routeData }, format);
    const response = await render(new Request(url), { routeData });
    if (response.status === 200) return bodyBytes(response);
    throw new Error(`It answered ${response.status}, and a page with a cacheKey must be a page.`);
  };
  return async ({ pathname, route }) => {
    const routeData = routes[route];
    if (!routeData) throw new Error('Its route is not known.');
    const framed = frames.get(routeData);
    if (!framed) return askAstro(pathname, routeData);
    const pieces = await framed.make(nameOf(pathname), async () =>
      decoder.decode(await askAstro(pathname, routeData)),
    );
    return bytes.encode(pieces);
  };
}

/** @returns the last part of an address */
function nameOf(pathname: string): string {
  const path = withoutSlashes(pathname);
  return path.slice(path.lastIndexOf('/') + 1);
}
