// Brings the sitemaps of the last build up to date: @astrojs/sitemap writes the entries of pages that are new or have
// another day, and all others stay as they stand. To write those of a hundred thousand pages takes it seconds.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  indexWith,
  mergedEntries,
  type SitemapParts,
  saysDay,
  sitemapOf,
  takeApart,
} from './sitemap-text.ts';

/** Addresses in a sitemap; the protocol's most (https://www.sitemaps.org/protocol.html). */
export const ENTRY_LIMIT = 50_000;
const INDEX = 'sitemap-index.xml';

/** The sitemaps that @astrojs/sitemap wrote, as texts. */
export interface SitemapTexts {
  index: string;
  /** In the order of their numbers. */
  sitemaps: string[];
}

export interface SitemapUpdate {
  /** The output folder. */
  folder: string;
  /** A folder for what is written on the way; it is deleted. */
  work: string;
  /** @returns the day on which a page changed last; empty where it is not known */
  lastmodOf(address: string): string;
  /** Addresses of the other sitemaps of the site. */
  others: readonly string[];
  /**
   * Has @astrojs/sitemap write sitemaps into a folder, of the addresses that it is told to. All that the site has must be
   * asked for, by whomever.
   */
  write(folder: string, isAsked: (address: string) => boolean): Promise<void>;
}

/** The sitemaps of the last build, taken apart. */
export interface FormerSitemaps {
  /** The text of their index. */
  index: string;
  parts: SitemapParts;
}

/** @returns nothing where there are none, or one of them is otherwise than expected */
export function openSitemaps(texts: SitemapTexts | undefined): FormerSitemaps | undefined {
  const parts = texts && takeApart(texts.sitemaps);
  return parts && { index: texts.index, parts };
}

/** @returns the sitemaps in a folder; nothing where there is no index of them */
export function readSitemaps(folder: string): SitemapTexts | undefined {
  const names = new Set(readdirSync(folder));
  if (!names.has(INDEX)) return undefined;
  const sitemaps: string[] = [];
  for (let name = nameOf(0); names.has(name); name = nameOf(sitemaps.length))
    sitemaps.push(readFileSync(path.join(folder, name), 'utf8'));
  return { index: readFileSync(path.join(folder, INDEX), 'utf8'), sitemaps };
}

/**
 * Writes the sitemaps of a site.
 * @param former those of the last build
 * @returns whether they are written; not where entries are no longer written as they were, or there would be more or fewer
 */
export async function updateSitemaps(
  { index: formerIndex, parts }: FormerSitemaps,
  { folder, work, lastmodOf, others, write }: SitemapUpdate,
): Promise<boolean> {
  const wanted = new Set<string>();
  let sample: string | undefined;
  const isAsked = (address: string) => {
    wanted.add(address);
    const entry = parts.entries.get(address);
    if (entry === undefined || !saysDay(entry, lastmodOf(address))) return true;
    // One that is known shows whether entries are still written as they were.
    sample ??= address;
    return address === sample;
  };
  // A build that was stopped may have left something.
  rmSync(work, { recursive: true, force: true });
  await write(work, isAsked);
  const added = takeApart(readSitemaps(work)?.sitemaps ?? []);
  rmSync(work, { recursive: true, force: true });
  if (!added || sample === undefined || added.open !== parts.open) return false;
  if (added.entries.get(sample) !== parts.entries.get(sample)) return false;
  const before = chunks([...parts.entries.values()]);
  const now = chunks(mergedEntries(wanted, parts.entries, added.entries));
  const index = indexWith(formerIndex, before, now, others);
  if (index === undefined || before.length !== parts.count) return false;
  for (const [at, entries] of now.entries())
    writeFileSync(path.join(folder, nameOf(at)), sitemapOf(parts, entries));
  writeFileSync(path.join(folder, INDEX), index);
  return true;
}

const nameOf = (number: number) => `sitemap-${number}.xml`;

function chunks(entries: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let at = 0; at < entries.length; at += ENTRY_LIMIT) found.push(entries.slice(at, at + ENTRY_LIMIT));
  return found;
}
