// The encoding that XML states of itself, in its first line: nobody should have to say it again.
import { Buffer } from 'node:buffer';
import { encodingNamed } from '../dump/lines/decoding.ts';
import { isUtf8Start, LEAD } from '../utils/utf8-start.ts';
import { readHead } from './read-chunks.ts';

/** XML that states an encoding begins so, in any of those that are meant here. */
const MARK = '<?xml';
const DECLARATION = /^<\?xml\s[^>]{0,200}?\sencoding\s*=\s*["'](?<label>[A-Za-z][\w.:-]*)["']/u;
/** So many bytes show whether a text was converted to UTF-8 and states still what it was in before. */
const LOOKED_AT = 64 * 1024;

/**
 * @param start first bytes of a file
 * @param file its absolute path
 * @returns the name of the encoding; nothing where it is UTF-8, or none is stated that can be read
 */
export function xmlEncoding(start: Uint8Array, file: string): string | undefined {
  if (!MARK.startsWith(Buffer.from(start).toString('latin1'))) return undefined;
  const head = readHead(file, LOOKED_AT);
  const label = DECLARATION.exec(Buffer.from(head).toString('latin1', 0, 300))?.groups?.label;
  const encoding = label && known(label);
  // A text in UTF-16 would not begin as one byte a letter does.
  if (!encoding || encoding.startsWith('utf-')) return undefined;
  const isConverted = head.some((byte) => byte >= LEAD) && isUtf8Start(head, head.length < LOOKED_AT);
  return isConverted ? undefined : encoding;
}

function known(label: string): string | undefined {
  try {
    return encodingNamed(label);
  } catch {
    return undefined;
  }
}
