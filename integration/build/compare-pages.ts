// Which pages have to be made: all but those whose file is as the last build left it, and that would show the same.
import { outputFile, type PageFormat, type PrerenderPath, reportedPathname } from '../astro/output-paths.ts';
import { shortKey } from '../utils/key-digest.ts';
import { TextList } from '../utils/text-list.ts';
import type { WrittenPage } from './build-manifest.ts';
import { isAsWritten } from './known-pages.ts';
import type { FileState } from './output-folder.ts';
import type { StalePage } from './render-stale.ts';
import { ownsPage, type Shard } from './shard.ts';

/** State of a page until it is made: no file has it. */
const UNWRITTEN: FileState = { size: -1, mtime: 0 };

/** In one literal: what is spread into an object has room of its own, and there may be a million. */
const writtenPage = (key: string, { size, mtime }: FileState): WrittenPage => ({ key, size, mtime });

/** A page that says what it is made from. */
export type KeyedPage = PrerenderPath & { cacheKey: string };

/** What pages are compared with. */
export interface ComparedWith {
  /** The output folder, with a slash at its end. */
  output: string;
  format: PageFormat;
  /** Nothing for all of the site. */
  shard: Shard | undefined;
  /** Pages of the last build, by their files, where the same code made them. */
  former: ReadonlyMap<string, WrittenPage>;
}

/** What came of it. */
export interface ComparedPages {
  /** All pages by their files. */
  pages: Map<string, WrittenPage>;
  /** Those that have to be made: they have no state yet. */
  stale: StalePage[];
  /** Names of all pages, as Astro reports pages to integrations. */
  pathnames: Iterable<string>;
}

/** @param paths of all shards; those of others have no file here, and are reported all the same */
export function comparePages(
  paths: Iterable<KeyedPage>,
  { output, format, shard, former }: ComparedWith,
): ComparedPages {
  const pages = new Map<string, WrittenPage>();
  const stale: StalePage[] = [];
  const pathnames = new TextList();
  for (const page of paths) {
    const file = outputFile(page, format);
    // Astro reports pages, not feeds and the like.
    if (page.route.type === 'page') pathnames.add(reportedPathname(page, format));
    if (shard && !ownsPage(shard, file)) continue;
    const key = shortKey(page.cacheKey);
    const before = former.get(file);
    // Put together by hand: `path.join()` takes as long as asking for the file's state does.
    if (before?.key === key && isAsWritten(output + file, before)) pages.set(file, before);
    else {
      stale.push({ pathname: page.pathname, route: page.route, file });
      // Its place among the others; its state follows.
      pages.set(file, writtenPage(key, UNWRITTEN));
    }
  }
  return { pages, stale, pathnames };
}

/**
 * Sets the states of the pages that were made.
 * @param pages all that were compared
 * @param states of those that had to be made, in their order
 */
export function setStates(pages: Map<string, WrittenPage>, states: readonly FileState[]): void {
  let at = 0;
  for (const [file, { key, size }] of pages) {
    if (size !== UNWRITTEN.size) continue;
    const state = states[at++];
    if (state) pages.set(file, writtenPage(key, state));
  }
}
