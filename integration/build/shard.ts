// Which part of a site one machine of several makes: reads SHARD, and decides what belongs to which shard.
//
// A page that has a key goes by a digest of its file's name. That spreads pages evenly, and a page stays with its
// shard whatever is published before or after it, so that what a shard made last time is still its own. All the rest
// (front page, feeds, sitemaps, search, assets, public files, pages without a key) is the first shard's: none of it
// can be told from a page's name, and it is made from the story index, which every shard has whole.
import { hash } from 'node:crypto';

/** One of the parts that a site is built in. */
export interface Shard {
  /** Which one, from 1. */
  index: number;
  /** How many there are. */
  count: number;
}

/** No site needs ten thousand. */
export const MAX_SHARDS = 9999;
const FORM = /^(\d{1,4})\/(\d{1,4})$/u;

/**
 * Reads the variable SHARD.
 * @returns nothing where it is not set: the whole site is built
 * @throws Error where it names no shard
 */
export function readShard(text: string | undefined): Shard | undefined {
  if (!text) return undefined;
  const [, index, count] = FORM.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new Error(
      `SHARD=${JSON.stringify(text)} names no shard. It is a number, a slash, and how many there are: ` +
        'SHARD=3/16 builds the third of sixteen.',
    );
  }
  return { index, count };
}

/** @returns the shard as SHARD names it */
export function shardName({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/**
 * Whether a page with a key is a shard's to make.
 * @param file its file, relative to the output folder
 */
export function ownsPage({ index, count }: Shard, file: string): boolean {
  // 48 bits: a whole number that is exact, and so large that no shard gets noticeably more.
  return Number.parseInt(hash('sha256', file, 'hex').slice(0, 12), 16) % count === index - 1;
}

/** Whether what is no page with a key is a shard's to make. */
export function ownsRest({ index }: Shard): boolean {
  return index === 1;
}
