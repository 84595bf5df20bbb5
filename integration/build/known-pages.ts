// Whether a build can know its pages without asking the templates for them: where nothing that decides on a page changed
// since the last build, each is as that one left it. Asking, opening the stories and comparing keys takes seconds for a
// hundred thousand.
import { hash } from 'node:crypto';
import path from 'node:path';
import { type PageFormat, type PrerenderPath, reportedFile, withoutSlashes } from '../astro/output-paths.ts';
import { indexInputs } from '../stories/story-index.ts';
import type { BuildManifest } from './build-manifest.ts';
import { type FileState, fileState } from './output-folder.ts';

/** The package's pages as the last build left them, by file. */
type KnownPages = Pick<BuildManifest, 'pages' | 'keyless'>;

/**
 * What decides on all pages of the package: equal for equal code, options, packages and stories.
 * @param dependencies hash of the code that renders them
 * @param storyIndexes folders of the story indexes
 */
export function inputsOf(dependencies: string, storyIndexes: readonly string[]): string {
  return hash('sha256', [dependencies, ...storyIndexes.map(indexInputs)].join('\n'), 'hex');
}

/** @returns those files that are in the output folder as they were written */
export function asWritten(folder: string, files: ReadonlyMap<string, FileState>): string[] {
  return Array.from(files).flatMap(([file, state]) =>
    isAsWritten(path.join(folder, file), state) ? file : [],
  );
}

/** Whether a file is as it was written. */
export function isAsWritten(file: string, { size, mtime }: FileState): boolean {
  const found = fileState(file);
  return found?.size === size && found.mtime === mtime;
}

/** Whether one of other pages has the address of a known one. */
export function isContested(
  { pages, keyless }: KnownPages,
  others: readonly PrerenderPath[],
  format: PageFormat,
): boolean {
  if (others.length === 0) return false;
  const addresses = new Set(others.map(({ pathname }) => withoutSlashes(pathname)));
  const isTaken = (file: string) => addresses.has((reportedFile(file, format) ?? file).replace(/\/$/u, ''));
  return [pages, keyless].some((files) => files.keys().some(isTaken));
}

/** @returns names of the pages, as Astro reports pages to integrations */
export function reportedPages({ pages, keyless }: KnownPages, format: PageFormat): string[] {
  return [...keyless.keys(), ...pages.keys()].flatMap((file) => reportedFile(file, format) ?? []);
}
