// Which addresses are in the sitemap of a site.
import type { SectionSetup } from '../config/section-config.ts';

/**
 * @param stories the stories to list, by address
 * @returns whether an address belongs into the sitemap: not where its section wants none, and of stories only those
 * that are published (a retracted one has a page, and so has a former address)
 */
export function sitemapFilter(sections: readonly SectionSetup[], stories: ReadonlyMap<string, string>) {
  // The longest path first: one section may be below another.
  const roots = sections
    .map(({ config }) => ({ root: new URL(config.root, config.origin).href, listed: config.pages.sitemap }))
    .sort((a, b) => b.root.length - a.root.length);
  return (url: string) => {
    if (stories.has(url)) return true;
    const owner = roots.find(({ root }) => `${url}/`.startsWith(root));
    if (owner?.listed === false) return false;
    return !owner || !url.startsWith(`${owner.root}stories/`);
  };
}
