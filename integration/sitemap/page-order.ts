// The order in which @astrojs/sitemap is given the pages of a site.
import { compareAddresses } from './sitemap-text.ts';

/**
 * Sorts pages as @astrojs/sitemap does, which makes a collator anew for each comparison: of what is sorted already it
 * compares each with the next alone.
 */
export function inSitemapOrder<Page extends { pathname: string }>(pages: readonly Page[]): Page[] {
  const sorted = pages
    .map((page) => ({ page, address: encodeURI(page.pathname) }))
    .sort((a, b) => compareAddresses(a.address, b.address))
    .map(({ page }) => page);
  return frontPageLast(sorted);
}

/**
 * Below a base, the address of an empty path has a slash at its end only behind another page
 * (https://github.com/withastro/astro/blob/main/packages/integrations/sitemap/src/index.ts).
 */
export function frontPageLast<Page extends { pathname: string }>(pages: readonly Page[]): Page[] {
  const isFront = ({ pathname }: Page) => pathname === '';
  return [...pages.filter((page) => !isFront(page)), ...pages.filter(isFront)];
}
