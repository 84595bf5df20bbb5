// Whether a site has search, and where its indexes lie.
import type { SectionConfig } from '../config/section-config.ts';

/** Name of the folder that an index is in. */
export const SEARCH_FOLDER = 'pagefind';

/** Whether a site of so many stories has an index. */
export function canSearch(stories: number, { search }: Pick<SectionConfig, 'search'>): boolean {
  return stories > 0 && stories <= search;
}

/** Folder of the index, relative to the output folder. */
export function searchFolder({ base, root }: Pick<SectionConfig, 'base' | 'root'>): string {
  return `${decodeURI(root.slice(base.length))}${SEARCH_FOLDER}`;
}
