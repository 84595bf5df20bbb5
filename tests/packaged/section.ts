// Reads a built section back as those who come by it do (readers, feed readers, search engines), and says what is
// wrong with it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { XMLParser } from 'fast-xml-parser';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { unsealed } from '../../integration/search/format/checksum.ts';
import { decodeManifest } from '../../integration/search/format/manifest.ts';
import {
  assertXml,
  attribute,
  type BuiltPage,
  filesOf,
  linkTo,
  named,
  pageAt,
  textOf,
} from '../site/published.ts';
import { succeed } from './hosts.ts';

export interface Section {
  /** Folder that a host serves. */
  dist: string;
  /** Address that the folder stands for, with Astro's base: `https://host.internal/blog/`. */
  site: string;
  /** Path of the section below it: `news/`, or nothing. */
  path: string;
  /** What the dumps hold. */
  stories: readonly Story[];
}

const storySchema = z.object({
  id: z.string(),
  headline: z.string(),
  date: z.string().optional(),
  lang: z.string(),
  blocks: z.array(
    z.union([
      z.object({ type: z.literal(['paragraph', 'subhead']), text: z.string() }),
      z.object({ type: z.literal('list'), items: z.array(z.string()) }),
    ]),
  ),
});
type Story = z.infer<typeof storySchema>;
const checkedSchema = z.object({ dumps: z.array(z.object({ stories: z.array(storySchema) })) });

/** What `wirecopy check` finds in the dumps of a project, with the package that it has installed. */
export async function storiesIn(folder: string, command = 'node_modules/.bin/wirecopy'): Promise<Story[]> {
  const json = await succeed('bash', ['-c', `${command} check --json dumps/*.txt*`], folder);
  return checkedSchema.parse(JSON.parse(json)).dumps.flatMap(({ stories }) => stories);
}

/** @returns a sentence for everything that is wrong with a section; none where it is as it should be */
export function wrongIn(section: Section): string[] {
  const wrong: string[] = [];
  const { dist, site, path: below, stories } = section;
  const files = new Set(filesOf(dist));
  /** The file that a host serves for an address of the site. */
  const fileFor = (url: string) => {
    const { origin, pathname } = new URL(url, site);
    if (origin !== new URL(site).origin || !pathname.startsWith(new URL(site).pathname)) return undefined;
    const name = decodeURIComponent(pathname.slice(new URL(site).pathname.length)).replace(/\/$/u, '');
    return [name, `${name}.html`, path.posix.join(name, 'index.html')].find((file) => files.has(file));
  };
  const pages = [...files].filter((file) => file.endsWith('.html')).map((file) => pageAt(dist, file));
  const own = pages.filter(({ file }) => isWithin(file, below));
  const byFile = new Map(own.map((page) => [page.file, page]));

  for (const page of own) {
    const canonical = linkTo(page, 'canonical');
    if (canonical && fileFor(canonical) !== page.file) wrong.push(`${page.file} calls itself ${canonical}.`);
    for (const href of hrefsOf(page)) {
      const { origin } = new URL(href, canonical ?? site);
      if (origin === new URL(site).origin && !fileFor(href))
        wrong.push(`${page.file} leads to ${href}: nothing there.`);
    }
  }
  const headlineAt = (url: string | undefined) => {
    const page = byFile.get(fileFor(url ?? '') ?? '');
    return page && named(page, 'h1').map(textOf).join().trim();
  };

  const front = fileFor(site + below);
  if (!front || !byFile.has(front)) wrong.push('The section has no front page.');
  const compareTo = (those: typeof stories) => (what: string, found: (string | undefined)[]) => {
    const expected = those.map(({ headline }) => headline).sort();
    const [a, b] = [JSON.stringify(expected), JSON.stringify([...found].sort())];
    if (a !== b) wrong.push(`${what}: ${b}, and not ${a}.`);
  };
  const compare = compareTo(stories);

  const rss = read(dist, `${below}rss.xml`);
  assertXml(rss);
  const items = parseRssFeed(rss).items ?? [];
  // Those that nothing dates are in no feed, unless nothing else is there.
  const someDated = stories.filter(({ date }) => date !== undefined);
  const dated = someDated.length > 0 ? someDated : stories;
  compareTo(dated)(
    'RSS carries',
    items.map(({ title }) => title),
  );
  compareTo(dated)(
    'RSS leads to',
    items.map(({ link }) => headlineAt(link)),
  );
  const feed = parseJsonFeed(JSON.parse(read(dist, `${below}feed.json`))).items ?? [];
  compareTo(dated)(
    'The JSON feed leads to',
    feed.map(({ url }) => headlineAt(url)),
  );

  const locations = sitemapOf(dist, site);
  for (const url of locations) if (!fileFor(url)) wrong.push(`The sitemap names ${url}: nothing there.`);
  for (const page of own) {
    const canonical = linkTo(page, 'canonical');
    if (canonical && !locations.includes(canonical))
      wrong.push(`The sitemap lacks ${page.file}, which is ${canonical}.`);
  }
  compare(
    'The sitemap has the stories',
    locations.filter((url) => fileFor(url)?.startsWith(`${below}stories/`)).map(headlineAt),
  );

  const searched = searchedIn(byFile.get(fileFor(`${site}${below}search`) ?? ''), dist, site);
  if (searched !== stories.length) wrong.push(`Search knows ${searched} of ${stories.length} stories.`);
  return wrong;
}

const isWithin = (file: string, below: string) =>
  file.startsWith(below) || (below !== '' && file === `${below.slice(0, -1)}.html`);
const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');

function hrefsOf(page: BuiltPage): string[] {
  const names: Readonly<Record<string, string>> = { a: 'href', link: 'href', script: 'src', img: 'src' };
  return page.elements.flatMap((element) => {
    const name = names[element.tagName];
    const value = name && attribute(element, name);
    return value && !value.startsWith('#') ? [value] : [];
  });
}

/** Every address in the sitemaps of a site. */
function sitemapOf(dist: string, site: string): string[] {
  const parser = new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' });
  const load = (file: string) => {
    const xml = read(dist, file);
    assertXml(xml);
    return parser.parse(xml);
  };
  const children: { loc: string }[] = load('sitemap-index.xml').sitemapindex.sitemap;
  return children
    .filter(({ loc }) => !loc.endsWith('/news-sitemap.xml'))
    .flatMap(({ loc }) => {
      const urls: { loc: string }[] = load(loc.slice(site.length)).urlset.url;
      return urls.map((entry) => entry.loc);
    });
}

/** How many stories the index holds that a page of search opens. */
function searchedIn(page: BuiltPage | undefined, dist: string, site: string): number {
  const [element] = page ? named(page, 'wirecopy-search') : [];
  if (!element) return 0;
  const base = attribute(element, 'data-section')?.slice(new URL(site).pathname.length) ?? '';
  const folder = path.join(dist, base, 'search');
  const digest =
    attribute(element, 'data-digest') ??
    JSON.parse(readFileSync(path.join(folder, 'latest.json'), 'utf8')).digest;
  const contents = unsealed(readFileSync(path.join(folder, digest, 'manifest.bin')));
  const segments = (contents && decodeManifest(contents)?.segments) ?? [];
  return segments.reduce((sum, { stories }) => sum + stories, 0);
}
