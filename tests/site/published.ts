// Reads a built site the way others do: HTML by parse5, XML by a parser that refuses what is not well-formed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import { SaxesParser } from 'saxes';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page of a built site. */
export interface BuiltPage {
  /** Path below the site's folder: `archive/index.html`. */
  file: string;
  /** Its address on the host, percent-decoded: `/archive/`. */
  address: string;
  html: string;
  elements: Element[];
}

/** Every file of a site, by path below its folder. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Every page of a site. `base` is the path under which it is published. */
export function pagesOf(folder: string, base = '/'): BuiltPage[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => pageAt(folder, file, base));
}

export function pageAt(folder: string, file: string, base = '/'): BuiltPage {
  const html = readFileSync(path.join(folder, file), 'utf8');
  return {
    file,
    address: base + file.replace(/(^|\/)index\.html$/, '$1'),
    html,
    elements: [...elementsIn(parse(html))],
  };
}

function* elementsIn(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}

/** The elements with a name, and with a class where one is given. */
export function named(page: Pick<BuiltPage, 'elements'>, name: string, className?: string): Element[] {
  return page.elements.filter(
    (element) =>
      element.tagName === name && (!className || attribute(element, 'class')?.split(' ').includes(className)),
  );
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** All elements below one. */
export function within(element: Element): Pick<BuiltPage, 'elements'> {
  return { elements: [...elementsIn(element)].slice(1) };
}

/** The text in an element. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The value of a `<meta>`, by its name or property. */
export function meta(page: BuiltPage, name: string): string | undefined {
  const found = named(page, 'meta').find(
    (element) => attribute(element, 'name') === name || attribute(element, 'property') === name,
  );
  return found && attribute(found, 'content');
}

/** Where a `<link>` leads, by its rel. */
export function linkTo(page: BuiltPage, rel: string): string | undefined {
  const found = named(page, 'link').find((element) => attribute(element, 'rel') === rel);
  return found && attribute(found, 'href');
}

/** The structured data of a page. */
export function jsonLd(page: BuiltPage): Record<string, unknown>[] {
  return named(page, 'script')
    .filter((element) => attribute(element, 'type') === 'application/ld+json')
    .map((element) => JSON.parse(textOf(element)));
}

/** The day that a story page shows as its own; nothing where it shows none. */
export function shownDay(page: BuiltPage): Element | undefined {
  return named(page, 'div', 'facts').flatMap((facts) => named(within(facts), 'time'))[0];
}

/** Where a page's elements lead; what holds its file in itself is left out. */
export function linksOf(page: BuiltPage, ...names: string[]): string[] {
  return page.elements
    .flatMap((element) => names.flatMap((name) => attribute(element, name) ?? []))
    .filter((link) => !link.startsWith('#') && !link.startsWith('data:'));
}

/** The bodies of a story page's article, block by block. */
export function bodyOf(page: BuiltPage): string[] {
  return named(page, 'div', 'body')
    .flatMap((body) => body.childNodes)
    .filter((node) => tree.isElementNode(node))
    .map(textOf);
}

export function readText(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Throws where text is not well-formed XML, with the line and what is wrong there. */
export function assertXml(xml: string): void {
  new SaxesParser({ xmlns: true }).write(xml).close();
}

export interface SitemapEntry {
  loc: string;
  lastmod?: string;
}

/** The entries of a site's sitemap, found as a search engine does: from robots.txt by way of the index. */
export function sitemapOf(folder: string, base = '/'): SitemapEntry[] {
  const index = /^Sitemap: (\S+)$/m.exec(readText(folder, 'robots.txt'))?.[1];
  if (!index) throw new Error('robots.txt names no sitemap');
  const parser = new XMLParser({
    parseTagValue: false,
    isArray: (name) => name === 'url' || name === 'sitemap',
  });
  const read = (url: string) => {
    const xml = readText(folder, fileAt(url, base));
    assertXml(xml);
    return parser.parse(xml);
  };
  return read(index)
    .sitemapindex.sitemap.filter(({ loc }: SitemapEntry) => !loc.endsWith('/news-sitemap.xml'))
    .flatMap(({ loc }: SitemapEntry) => read(loc).urlset.url)
    .map(({ loc, lastmod }: SitemapEntry) => ({ loc, ...(lastmod && { lastmod: lastmod.slice(0, 10) }) }));
}

/** The file a static host serves for an address of the site, as a path below its folder. */
export function fileAt(url: string, base = '/'): string {
  const { pathname } = new URL(url, 'https://wire.example');
  if (!pathname.startsWith(base)) throw new Error(`${url} leaves ${base}`);
  const file = decodeURIComponent(pathname.slice(base.length));
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}
