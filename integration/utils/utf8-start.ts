// Whether bytes are the beginning of a text in UTF-8.
import { isUtf8 } from 'node:buffer';

/** First byte of a letter of several bytes, and all above. */
export const LEAD = 0xc0;
/** No letter has more bytes. */
const LETTER_BYTES = 4;

/** @param isWhole whether nothing follows: else a letter may be cut off at the end */
export function isUtf8Start(bytes: Uint8Array, isWhole: boolean): boolean {
  const ends = Array.from({ length: isWhole ? 1 : LETTER_BYTES }, (_, cut) => bytes.length - cut);
  return ends.some((end) => isUtf8(bytes.subarray(0, end)));
}
