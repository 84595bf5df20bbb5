// Whether a dump is an export of LexisNexis, in the layout of its old interface or of Nexis Uni.
import { FIRST_OF_DOCUMENT, LAST_OF_DOCUMENT } from '../readers/marks.ts';
import type { Head, Sniffed } from './sniffed.ts';

const LENGTH = /^(?:LENGTH|LÄNGE|LONGUEUR|LONGITUD|EXTENSIÓN|LUNGHEZZA):\s*\d/iu;

export function sniffLexisNexis({ lines }: Head): Sniffed | undefined {
  const first = lines.find((line) => FIRST_OF_DOCUMENT.test(line));
  const hasLength = lines.some((line) => LENGTH.test(line));
  if (
    first &&
    (hasLength || lines.some((line) => /^(?:LOAD-DATE|BYLINE|PUBLICATION-TYPE|UPDATE):/u.test(line)))
  )
    return { format: 'lexisnexis', because: `it has a line “${first.trim()}”` };
  if (hasLength && lines.some((line) => LAST_OF_DOCUMENT.test(line) || /^(?:Body|Text)$/u.test(line.trim())))
    return { format: 'lexisnexis', because: 'its documents have a length and a body' };
  return undefined;
}
