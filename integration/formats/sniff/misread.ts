// Text that is none of stories, though each byte of it means something, so that nothing would say so: in UTF-8 where
// another encoding is stated for it, with line breaks that nothing reads as such, and source code.
import { Buffer } from 'node:buffer';
import { encodingNamed, encodingOf } from '../../dump/index.ts';
import { isUtf8Start, LEAD } from '../../utils/utf8-start.ts';
import type { Refusal } from './signatures.ts';

/** In these a byte is a letter; text in one of them is hardly ever UTF-8 by chance. */
const ONE_BYTE = /^(?:windows-(?!31j)|iso-8859|koi8|ibm|macintosh|x-mac)/u;
/** So many letters of several bytes are no chance in the others, whose letters have two bytes as well. */
const LEAST_OF_TWO = 4;

/**
 * @param head first bytes of a dump, unpacked and not decoded
 * @param label of the encoding that the site states
 */
export function refuseUtf8(head: Uint8Array, isWhole: boolean, label: string): Refusal | undefined {
  const encoding = encodingOf(head, encodingNamed(label));
  if (encoding.startsWith('utf-')) return undefined;
  const letters = head.reduce((count, byte) => count + (byte >= LEAD ? 1 : 0), 0);
  if (letters < (ONE_BYTE.test(encoding) ? 1 : LEAST_OF_TWO)) return undefined;
  if (!isUtf8Start(head, isWhole)) return undefined;
  return {
    looksLike: `text in UTF-8, and ${encoding} is stated for it`,
    advice:
      'Leave the encoding out for it. Where other dumps beside it need one, convert those to UTF-8: ' +
      `“iconv -f ${encoding} -t utf-8 OLD > NEW” does.`,
    isText: true,
  };
}

/** So many lines, and this share of them, end as statements do. */
const LEAST_CODE = 8;
const MOST_PROSE = 0.5;
const LEAST_BRACES = 0.1;
const BRACE = /^[{}()\];,]+$|(?:[)\s]|^)\{$/u;
const STATEMENT =
  /[;{}]$|^(?:\/\/|\/\*|\*\/?|#\s?(?:include|define|if|ifdef|ifndef|endif)\b|import\s\S|using\s\S)/u;

/** @param lines first ones of page text */
export function refuseCode(lines: readonly string[]): Refusal | undefined {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (written.length < LEAST_CODE) return undefined;
  const share = (pattern: RegExp) => written.filter((line) => pattern.test(line)).length / written.length;
  if (share(BRACE) < LEAST_BRACES || share(STATEMENT) < MOST_PROSE) return undefined;
  return { looksLike: 'source code of a program', advice: 'Give files of text instead.' };
}

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** One may stand in a text for no reason. */
const LEAST_BREAKS = 2;

/** @param head first bytes of page text, in UTF-8 */
export function refuseLoneReturns(head: Uint8Array): Refusal | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.includes(LINE_FEED)) return undefined;
  const breaks = bytes.reduce((count, byte) => count + (byte === CARRIAGE_RETURN ? 1 : 0), 0);
  if (breaks < LEAST_BREAKS) return undefined;
  return {
    looksLike: 'text with the line breaks of an old Macintosh (CR alone)',
    advice: "Convert them: “tr '\\r' '\\n' < OLD > NEW” does.",
    isText: true,
  };
}
