// Which of the code that Astro built renders this package's pages: what its entry needs, and what is imported from the
// chunks of these pages on. A page of the project's, and the content that only such a page asks for, concern no page of
// ours.
//
// Beyond the interface: the entry has a map of pages, from the file of each to a function that imports its chunk
// (https://github.com/withastro/astro/blob/main/packages/astro/src/core/build/plugins/plugin-ssr.ts). Where there is no
// such map, or a chunk that is imported is not found, all code counts: more pages are made than need be.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of code. */
export interface CodeFile {
  /** Absolute path. */
  file: string;
  code: string;
}

const ENTRY = /^prerender-entry\b.*\.mjs$/u;
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+\.mjs)["']/gu;
/** `var _page3 = () => import("./chunks/atom_BchY6R-h.mjs")` */
const PAGE_CHUNK = /\b(?:var|const|let)\s+(\w+)\s*=\s*\(\)\s*=>\s*import\(\s*["']([^"']+)["']\s*\)/gu;
/** `["src/pages/notes.astro", _page21]` */
const PAGE = /\[\s*("(?:[^"\\]|\\.)*")\s*,\s*(\w+)\s*\]/gu;

/**
 * @param folder of the code for prerendering
 * @param isOwn whether a component, by its path from the project's root, is a page of this package
 * @returns the files, in no order; nothing where there is no such folder
 */
export function renderingCode(folder: string, isOwn: (component: string) => boolean): CodeFile[] | undefined {
  if (!existsSync(folder)) return undefined;
  const all = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.mjs')) continue;
    const file = path.join(entry.parentPath, entry.name);
    all.set(file, readFileSync(file, 'utf8'));
  }
  const names = reached(folder, all, isOwn) ?? all.keys();
  return Array.from(names, (file) => ({ file, code: all.get(file) ?? '' }));
}

/** @returns files that render own pages; nothing where that can't be told */
function reached(
  folder: string,
  all: ReadonlyMap<string, string>,
  isOwn: (component: string) => boolean,
): Set<string> | undefined {
  const [entry, ...others] = [...all.keys()].filter(
    (file) => path.dirname(file) === folder && ENTRY.test(path.basename(file)),
  );
  if (entry === undefined || others.length > 0) return undefined;
  const foreign = foreignChunks(all.get(entry) ?? '', isOwn);
  if (!foreign) return undefined;
  const found = new Set([entry]);
  for (const file of found) {
    for (const [, name = ''] of (all.get(file) ?? '').matchAll(IMPORT)) {
      if (file === entry && foreign.has(name)) continue;
      const imported = path.resolve(path.dirname(file), name);
      if (!all.has(imported)) return undefined;
      found.add(imported);
    }
  }
  return found;
}

/** @returns chunks of pages that are not ours, as the entry imports them; nothing where it has no map of pages */
function foreignChunks(code: string, isOwn: (component: string) => boolean): Set<string> | undefined {
  const chunks = new Map([...code.matchAll(PAGE_CHUNK)].map(([, name = '', chunk = '']) => [name, chunk]));
  const own = new Set<string>();
  const foreign = new Set<string>();
  for (const [, quoted = '', name = ''] of code.matchAll(PAGE)) {
    const chunk = chunks.get(name);
    if (chunk !== undefined) (isOwn(JSON.parse(quoted)) ? own : foreign).add(chunk);
  }
  return own.size > 0 ? foreign : undefined;
}
