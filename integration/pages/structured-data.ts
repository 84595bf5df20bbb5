// What a page tells search engines, in schema.org's words, and link previews, in Open Graph's, and how that is written
// into HTML.

import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import { calendarDay, publishedOn } from '../stories/calendar-day.ts';
import type { StoryEntry } from '../stories/story-index.ts';
import type { Story } from '../story.ts';
import { escapeMarkup } from '../utils/markup.ts';
import { authorsOf } from './authors.ts';

interface Named<Type extends string> {
  '@type': Type;
  name: string;
  url?: string;
}

/** A schema.org Organization: who publishes the site. */
export interface Organization extends Named<'Organization'> {
  /** Address of its sign. */
  logo?: string;
}

function organization(config: SectionConfig, urls: SectionUrls): Organization {
  const logo = (['apple-touch-icon.png', 'favicon.svg'] as const).find((name) => config.icons.includes(name));
  return {
    '@type': 'Organization',
    name: config.publisher,
    url: urls.absolute(urls.home()),
    ...(logo && { logo: urls.absolute(urls.publicFile(logo)) }),
  };
}

/** A schema.org WebSite, as the front page tells of it. */
export interface WebSite {
  '@context': 'https://schema.org';
  '@type': 'WebSite';
  name: string;
  url: string;
  description: string;
  inLanguage: string;
  publisher: Organization;
}

/** Describes the site. */
export function webSite(config: SectionConfig, urls: SectionUrls): WebSite {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: config.title,
    url: urls.absolute(urls.home()),
    description: config.description,
    inLanguage: config.lang,
    publisher: organization(config, urls),
  };
}

/** A schema.org NewsArticle, as far as a dump can tell. */
export interface NewsArticle {
  '@context': 'https://schema.org';
  '@type': 'NewsArticle';
  headline: string;
  alternativeHeadline?: string;
  description: string;
  inLanguage: string;
  url: string;
  mainEntityOfPage: string;
  /** `YYYY-MM-DD`; only where the dump vouches for the day of publication. */
  datePublished?: string;
  /** The day of its correction. */
  dateModified?: string;
  correction?: { '@type': 'CorrectionComment'; text: string; datePublished: string };
  dateline?: string;
  /** Who wrote it; absent where the dump does not say. */
  author?: Named<'Person'> | Named<'Person'>[];
  /** The agency that filed it. */
  sourceOrganization?: Named<'Organization'>;
  /** Who holds the copyright. */
  copyrightNotice?: string;
  articleSection?: string;
  keywords?: string[];
  /** Address under which it was published before. */
  isBasedOn?: string;
  copyrightHolder?: Named<'Organization'>;
  /** The name by which its agency knows it. */
  identifier?: string;
  /** The page of the edition that it stood on. */
  pagination?: string;
  contentLocation?: Named<'Place'>[];
  /** Address of a picture. */
  image?: string;
  wordCount: number;
  publisher: Organization;
  isPartOf: Named<'WebSite'>;
}

/**
 * Describes a story.
 * @param description one or two sentences about it
 * @param image address of a picture of it, if there is one
 */
export function newsArticle(
  { id, data }: StoryEntry,
  description: string,
  config: SectionConfig,
  urls: SectionUrls,
  image?: string,
): NewsArticle {
  const url = urls.absolute(urls.story(id));
  const home = urls.absolute(urls.home());
  const publisher = organization(config, urls);
  const [author, ...others] = authorsOf(data.byline, data.dateline?.agency).map(
    (name) => ({ '@type': 'Person', name }) as const,
  );
  const rights = data.rights ?? config.rights;
  const holder = data.rights && holderOf(data.rights);
  const published = publishedOn(data);
  const correction = data.correction && correctionComment(data.correction);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: data.headline,
    ...(data.dek && { alternativeHeadline: data.dek }),
    description,
    inLanguage: data.lang,
    url,
    mainEntityOfPage: url,
    ...(published && { datePublished: published }),
    ...(correction && { dateModified: correction.datePublished, correction }),
    ...(data.dateline && { dateline: data.dateline.place }),
    ...(author && { author: others.length > 0 ? [author, ...others] : author }),
    ...(data.dateline?.agency && {
      sourceOrganization: { '@type': 'Organization', name: data.dateline.agency } as const,
    }),
    ...(rights && { copyrightNotice: rights }),
    ...(data.section && { articleSection: data.section }),
    ...(data.keywords && { keywords: data.keywords }),
    ...(data.url && { isBasedOn: data.url }),
    ...(holder && { copyrightHolder: { '@type': 'Organization', name: holder } as const }),
    ...(data.slug && { identifier: data.slug }),
    ...(data.page && { pagination: data.page }),
    ...(data.places.length > 0 && {
      contentLocation: data.places.map((name) => ({ '@type': 'Place', name }) as const),
    }),
    ...(image && { image }),
    wordCount: data.wordCount,
    publisher,
    isPartOf: { '@type': 'WebSite', name: config.title, url: home },
  };
}

/** What a notice says around the name of who holds the rights. */
const AROUND_HOLDER =
  /^(?:[\s,.]|copyright|©|\(c\)|\d{4}(?:\s*[-–]\s*\d{4})?|by\s)+|[\s,.;]*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|جميع الحقوق محفوظة).*$/giu;
const LONGEST_NAME = 80;

/**
 * Who holds the rights, by a notice such as “Copyright 2025 The Wire. All rights reserved.”
 * @returns nothing where that is no name
 */
function holderOf(rights: string): string | undefined {
  const name = rights.replace(AROUND_HOLDER, '').trim();
  return name !== '' && name.length <= LONGEST_NAME ? name : undefined;
}

function correctionComment({ text, date }: NonNullable<Story['correction']>) {
  return { '@type': 'CorrectionComment', text, datePublished: calendarDay(date) } as const;
}

/** A schema.org BreadcrumbList: where in the site a page stands. */
export interface BreadcrumbList {
  '@context': 'https://schema.org';
  '@type': 'BreadcrumbList';
  itemListElement: { '@type': 'ListItem'; position: number; name: string; item: string }[];
}

/** @param trail pages from the top down, each with its path */
export function breadcrumbList(
  trail: readonly { name: string; path: string }[],
  urls: SectionUrls,
): BreadcrumbList {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: urls.absolute(path),
    })),
  };
}

const UNSAFE: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** What search engines read of a page: a script element that nothing runs. */
export function linkedData(value: object): string {
  return `<script type="application/ld+json">${scriptJson(value)}</script>`;
}

/** JSON that can stand inside a script element: nothing in it can close the element or open a comment. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => UNSAFE[char] ?? char);
}

/** A property of Open Graph. */
export function metaProperty(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeMarkup(content)}">`;
}
