// Pages whose frame Astro has made before. What differs between the pages of one kind is text that their module gives
// without Astro: the rest is taken from a page that Astro made, and proved by a second one. Most of what Astro does for a
// page is the same for all of them.
import type { PrerenderPath } from './output-paths.ts';
import { isObject, type PrerenderApp } from './prerender-app.ts';

type Route = PrerenderPath['route'];

/** What of a page differs from others of its kind. */
export interface PageParts {
  /** Pages with the same name here have the same frame. */
  frame: string;
  /** In the order in which they stand in the page, none of them empty; each in pieces. */
  parts: readonly (readonly string[])[];
}

/** What the module of a page may export as `framedPages`: a function of its route's pattern that gives this. */
export interface FramedPages {
  /**
   * @param name the last part of a page's address
   * @returns nothing where Astro has to make that page
   */
  partsOf(name: string): PageParts | undefined;
}

/** What stands before, between and after the parts of a page. */
type Frame = readonly string[];

/** The frames of the pages of one route, learned from the pages that Astro makes. */
export class PageFrames {
  readonly #pages: FramedPages;
  readonly #frames = new Map<string, { frame: Frame; isProved: boolean }>();
  #areOtherwise = false;

  constructor(pages: FramedPages) {
    this.#pages = pages;
  }

  /**
   * Makes a page.
   * @param name the last part of its address
   * @param askAstro has Astro make it: the first two pages of each frame, all of them once one was otherwise than its
   * parts say, and those without parts
   * @returns its HTML, in pieces
   */
  async make(name: string, askAstro: () => Promise<string>): Promise<readonly string[]> {
    const page = this.#areOtherwise ? undefined : this.#pages.partsOf(name);
    if (!page) return [await askAstro()];
    const known = this.#frames.get(page.frame);
    if (known?.isProved) return framed(known.frame, page);
    const html = await askAstro();
    this.#learn(page, html);
    return [html];
  }

  #learn(page: PageParts, html: string): void {
    const known = this.#frames.get(page.frame);
    const frame = known?.frame ?? frameOf(page, html);
    if (frame && framed(frame, page).join('') === html)
      this.#frames.set(page.frame, { frame, isProved: known !== undefined });
    else this.#areOtherwise = true;
  }
}

/**
 * Finds the routes whose pages have frames to be learned.
 * @param routes whose pages the last part of their addresses tells apart
 */
export async function pageFrames(
  app: PrerenderApp,
  routes: Iterable<Route>,
): Promise<Map<Route, PageFrames>> {
  const found = new Map<Route, PageFrames>();
  for (const route of routes) {
    const mod = await app.getComponentByRoute?.(route);
    const pages =
      isObject(mod) &&
      typeof mod.framedPages === 'function' &&
      mod.framedPages({ routePattern: route.route });
    if (isFramedPages(pages)) found.set(route, new PageFrames(pages));
  }
  return found;
}

function isFramedPages(value: unknown): value is FramedPages {
  return isObject(value) && typeof value.partsOf === 'function';
}

/** @returns nothing where a part does not stand in the page, or stands there twice */
function frameOf({ parts }: PageParts, html: string): Frame | undefined {
  const frame: string[] = [];
  let from = 0;
  for (const pieces of parts) {
    const part = pieces.join('');
    const at = html.indexOf(part, from);
    if (at < 0 || html.includes(part, at + part.length)) return undefined;
    frame.push(html.slice(from, at));
    from = at + part.length;
  }
  return [...frame, html.slice(from)];
}

function framed(frame: Frame, { parts }: PageParts): string[] {
  return frame.flatMap((piece, at) => [piece, ...(parts[at] ?? [])]);
}
