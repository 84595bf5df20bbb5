// What search engines are told there is: an index of sitemaps, the sitemaps, and the one for news. Lastmod is the
// day of publication, or of correction, for stories whose day is known, and stands nowhere else, since search engines
// stop believing one that is not true; the index says of each sitemap the newest in it.
//
// Dated stories stand in the order of their days, apart from everything else: a sitemap that is full stays as it is,
// and an archive's new stories cost a search engine one of many.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createUrls, type SectionSetup } from '../facts.ts';
import { publishedOn } from '../pages/dates.ts';
import { escapeMarkup } from '../pages/escape.ts';
import { type Listing, readListings } from '../stories/catalogue.ts';
import { isNews, newsSitemap } from './news.ts';

/** URLs in a sitemap; the protocol's most (https://www.sitemaps.org/protocol.html). */
export const SITEMAP_SIZE = 50_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Pages that say that there is none; a 404 has no address of its own. */
const STATUS_PAGE = /^(?:404|500)(?:\/|\.html)?$/u;

/** An address, and the day of its last change where that is known. */
interface Entry {
  url: string;
  lastmod?: string;
}

/** The integration that a project may have itself; its sitemap lists every page then, and ours would be another. */
const OTHER = '@astrojs/sitemap';

/**
 * Writes the sitemaps once all pages are there: one index for the host, and in it the dated stories of each section
 * apart. Where the project has a sitemap of its own, only the ones for news.
 */
export function storySitemap(sections: readonly SectionSetup[]): AstroIntegration {
  let whole = true;
  return {
    name: 'astro-wirecopy:sitemap',
    hooks: {
      // Not before: another integration may bring it.
      'astro:config:done': ({ config }) => {
        whole = !config.integrations.some(({ name }) => name === OTHER);
      },
      'astro:build:done': async ({ dir, pages }) => {
        const listed = sections.filter(({ facts }) => facts.pages.sitemap);
        const [first] = listed;
        if (!first) return;
        // The host is the same for all.
        const { base } = first.facts;
        const urls = createUrls(first.facts);
        const write = writerIn(fileURLToPath(dir), base);
        const lists: { folder: string; name: string; entries: Entry[] }[] = [];
        const others: Entry[] = [];
        for (const section of listed) {
          const { dated, undated, news } = await addressesOf(section);
          if (news.length > 0)
            write(createUrls(section.facts).newsSitemap(), newsSitemap(news, section.facts));
          const folder = sections.length > 1 ? section.facts.root : base;
          lists.push({ folder, name: 'stories', entries: dated });
          // One by one: a call can't take a million arguments.
          for (const entry of undated) others.push(entry);
        }
        if (!whole) return;
        for (const name of otherPages(pages, sections))
          others.push({ url: urls.absolute(name === '' ? urls.host() : base + name) });
        others.sort((a, b) => (a.url < b.url ? -1 : 1));
        const children: Entry[] = [];
        for (const { folder, name, entries } of [
          ...lists,
          { folder: base, name: 'pages', entries: others },
        ]) {
          for (let at = 0; at < entries.length; at += SITEMAP_SIZE) {
            const chunk = entries.slice(at, at + SITEMAP_SIZE);
            const child = `${folder}sitemap-${name}-${at / SITEMAP_SIZE + 1}.xml`;
            write(child, sitemap('urlset', 'url', chunk));
            const lastmod = chunk.flatMap((entry) => entry.lastmod ?? []).reduce(later, '');
            children.push({ url: urls.absolute(child), ...(lastmod && { lastmod }) });
          }
        }
        write(urls.sitemap(), sitemap('sitemapindex', 'sitemap', children));
      },
    },
  };
}

/** @returns a function that writes to the file behind an address */
function writerIn(folder: string, base: string): (address: string, text: string) => void {
  return (address, text) => {
    const file = path.join(folder, decodeURIComponent(address.slice(base.length)));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
}

async function addressesOf({ facts, folders }: SectionSetup) {
  const urls = createUrls(facts);
  const dated: (Entry & { day: string })[] = [];
  const undated: Entry[] = [];
  const news: Listing[] = [];
  let newest: string | undefined;
  for await (const listing of readListings(folders.catalogue)) {
    const url = urls.absolute(urls.story(listing.id));
    const day = publishedOn(listing.data);
    if (!day) {
      undated.push({ url });
      continue;
    }
    dated.push({ url, day, lastmod: later(day, listing.correction?.note?.date ?? '') });
    newest ??= day;
    if (isNews(day, newest, news.length)) news.push(listing);
  }
  // They come newest first; of one day, the earlier in its dump stays before the later.
  dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return { dated, undated, news };
}

/** The later of two days; an empty one is before all. */
const later = (a: string, b: string) => (a > b ? a : b);

/** All pages that are no story's, those of the project that the plugin is a guest in among them. */
function* otherPages(
  pages: readonly { pathname: string }[],
  sections: readonly SectionSetup[],
): Generator<string> {
  // The one whose addresses a page is among, where they are one below the other.
  const facts = sections.map((section) => section.facts).sort((a, b) => b.root.length - a.root.length);
  for (const { pathname } of pages) {
    const name = pathname.replace(/^\/+/u, '');
    const owner = facts.find(({ base, root }) => `${base}${name}/`.startsWith(root));
    const isStory = owner && `${owner.base}${name}`.startsWith(`${owner.root}stories/`);
    if (!isStory && owner?.pages.sitemap !== false && !STATUS_PAGE.test(name)) yield name;
  }
}

function sitemap(root: string, element: string, entries: readonly Entry[]): string {
  const lines = entries.map(({ url, lastmod }) => {
    const day = lastmod ? `<lastmod>${lastmod}</lastmod>` : '';
    return `<${element}><loc>${escapeMarkup(url)}</loc>${day}</${element}>\n`;
  });
  return `${DECLARATION}<${root} xmlns="${NAMESPACE}">\n${lines.join('')}</${root}>\n`;
}
