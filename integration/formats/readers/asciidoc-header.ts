// What stands below the title of an AsciiDoc document, with no blank line between: who wrote it, its revision, attributes.
import { findDays } from '../../dump/index.ts';
import type { RawLine } from '../raw-lines.ts';

const TITLE = /^= +(?<title>[^\s=].*?)\s*$/u;
const ENTRY = /^:(?<name>[\p{L}_][\p{L}\p{N}_-]*):(?:\s+(?<value>.*?))?\s*$/u;
const COMMENT = /^\/\//u;
const CONTINUED = /\s\\\s*$/u;
/** `Mara Elliot <mara@example.org>; Rosa Linden` */
const AUTHORS =
  /^(?:\p{Lu}[\p{L}'’.-]*(?: [\p{L}][\p{L}'’.-]*){0,3}(?: <[^>]*>)?)(?:; ?\p{Lu}[\p{L}'’.-]*(?: [\p{L}][\p{L}'’.-]*){0,3}(?: <[^>]*>)?)*$/u;
const REVISION = /^(?:v?\d[\w.-]*\s*[,:]|v\d|\d{4}-\d\d-\d\d|.*\b\d{4}\b)/u;
const MAX_REVISION = 60;

/** What a header states, by the names of its attributes, and how many lines it is. */
export interface AsciiDocHeader {
  stated: Record<string, string>;
  lines: number;
}

/** @returns the title that a line is; none where it ends as it begins, as headings of wikis do */
export function asciiDocTitle(line: string): string | undefined {
  const title = TITLE.exec(line)?.groups?.title;
  return title?.endsWith('=') ? undefined : title;
}

/** @param below the lines below the title */
export function readAsciiDocHeader(below: readonly RawLine[]): AsciiDocHeader {
  const stated: Record<string, string> = {};
  let lines = 0;
  let last = '';
  for (const [at, { text }] of below.entries()) {
    const entry = ENTRY.exec(text)?.groups;
    // A value goes on below a backslash.
    if (last !== '' && CONTINUED.test(below[at - 1]?.text ?? ''))
      stated[last] = `${stated[last]?.replace(CONTINUED, '')} ${text.trim()}`;
    else if (entry?.name) stated[entry.name === 'revdate' ? 'date' : entry.name] ??= entry.value ?? '';
    else if (lines === 0 && AUTHORS.test(text))
      stated.author = text.replace(/ <[^>]*>/gu, '').replace(/; ?/gu, ', ');
    else if (lines === 1 && stated.author !== undefined && isRevision(text)) stated.date = text;
    else if (!COMMENT.test(text)) break;
    if (entry?.name) last = entry.name === 'revdate' ? 'date' : entry.name;
    lines++;
  }
  return { stated, lines };
}

const isRevision = (text: string) =>
  text.length <= MAX_REVISION && REVISION.test(text) && findDays(text).length > 0;
