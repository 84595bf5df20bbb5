// The id of a story, which is the last part of its address: which one a headline makes, and which ids are the same.
import { slugify } from '../utils/slug.ts';

/** An id takes at most so many bytes of UTF-8, so that it fits a file name everywhere. */
const MAX_ID_BYTES = 96;
const DIGEST_LENGTH = 8;

/** Names that a file system or a web server keeps for itself. */
const RESERVED = /^(?:index|404|500|con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * The ids that a story may have, the best first: the one that its headline makes, then the same with more and more of
 * its digest. The last one has the whole digest.
 * @param digest of the story's words
 */
export function* candidateIds(headline: string, digest: string): Generator<string> {
  const base = headlineId(headline, digest);
  yield base;
  for (let length = DIGEST_LENGTH; length <= digest.length; length += DIGEST_LENGTH)
    yield `${truncateId(base, MAX_ID_BYTES - length - 1)}-${digest.slice(0, length)}`;
}

/** The id that a headline makes by github-slugger's rules, cut at a word. */
function headlineId(headline: string, digest: string): string {
  const id = truncateId(
    slugify(headline)
      .replace(/^-+|-+$/gu, '')
      .replace(/-{2,}/gu, '-'),
    MAX_ID_BYTES,
  );
  if (!/[\p{L}\p{N}]/u.test(id)) return `story-${digest.slice(0, DIGEST_LENGTH)}`;
  return RESERVED.test(id) ? `story-${id}` : id;
}

/** Cuts an id to a number of bytes, at a word where it has more than one. */
function truncateId(id: string, bytes: number): string {
  if (Buffer.byteLength(id) <= bytes) return id;
  let short = '';
  for (const character of id) {
    if (Buffer.byteLength(short + character) > bytes) break;
    short += character;
  }
  const word = short.lastIndexOf('-');
  return (word > 0 && id[short.length] !== '-' ? short.slice(0, word) : short).replace(/-+$/u, '');
}

const SMALL_ASCII = /^[ -@[-~]*$/u;

/** @returns one form for all ids that some file system takes for one name */
export function foldId(id: string): string {
  if (SMALL_ASCII.test(id)) return id;
  return id.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}
