// A digest of what a page is made from, for a hundred thousand of them to be kept.
import { hash } from 'node:crypto';

const BYTES = 8;
const DIGEST_LENGTH = 2 * BYTES;

/** @returns sixteen hexadecimal digits, as a string of its own: of one that is cut out of a longer one, V8 keeps the whole */
export function keyDigest(text: string): string {
  return hash('sha256', text, 'buffer').toString('hex', 0, BYTES);
}

/** @returns a key, or a digest of it where that is shorter */
export const shortKey = (key: string): string => (key.length > DIGEST_LENGTH ? keyDigest(key) : key);
