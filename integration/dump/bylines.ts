// Who wrote a story and from where: lines of their own below a head, and the words that open a body.
import { findDays } from './dates.ts';
import type { CalendarDay, Dateline } from './types.ts';

/** What a byline's line states. */
export interface Byline {
  byline?: string;
  section?: string;
  /** The day it states. */
  stated?: CalendarDay;
  dateline?: Dateline;
}

const MAX_BYLINE = 120;
const BY = /^(?:by|written by|par|بقلم|كتب|كتبت|إعداد|به قلم|تحریر|yazan|haber)\s*:?\s+(?<name>\p{L}.*)$/iu;
/** `Cairo: First Last`: a place, and two to four capitalised words. */
const PLACE_NAME =
  /^(?<place>\p{Lu}[\p{L}'’-]{2,}(?:[ ,]+\p{Lu}[\p{L}'’.-]+){0,2}):\s+(?<name>\p{Lu}[\p{L}'’.-]*(?:\s+(?:al-|el-|bin |ibn |de |van |von )?\p{Lu}[\p{L}'’.-]*){1,3})$/u;
/** The same in Arabic script, where no capitals tell a name: the agency in guillemets, or two to three words. */
const ARABIC_PLACE_NAME =
  /^(?<place>[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{2,})?):\s+(?<name>«[^»]{2,40}»|[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){1,2})$/u;

/** @returns what a line states if it is a byline and nothing else; nothing otherwise */
export function readByline(line: string): Byline | undefined {
  if (line.length > MAX_BYLINE) return undefined;
  const [first = '', ...rest] = line.split(/\s*\|\s*/u);
  const name = BY.exec(first)?.groups?.name;
  if (rest.length > 0) return name === undefined ? undefined : readBlogLine(name, rest);
  if (name !== undefined && !/[.!?؟:]$/u.test(name) && name.split(/\s+/u).length <= 10)
    return { byline: name };
  const placed = PLACE_NAME.exec(line)?.groups ?? ARABIC_PLACE_NAME.exec(line)?.groups;
  if (!placed?.place || !placed.name) return undefined;
  if (placed.name.startsWith('«'))
    return { dateline: { place: placed.place, agency: placed.name.slice(1, -1) } };
  return { byline: placed.name, dateline: { place: placed.place } };
}

/** `by First Last | Jun 27, 2014 | Opinion` */
function readBlogLine(name: string, parts: readonly string[]): Byline {
  const result: Byline = { byline: name.trim() };
  for (const part of parts) {
    const [day] = findDays(part);
    if (day) result.stated ??= day;
    else if (part) result.section ??= part;
  }
  return result;
}

const PLACE = "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:[ -]\\p{L}[\\p{L}\\p{M}'’.-]*){0,3}";
const ANY_PLACE = "\\p{L}[\\p{L}\\p{M}'’.-]*(?: \\p{L}[\\p{L}\\p{M}'’.-]*){0,3}";
const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]+(?: \\p{Lu}[\\p{Lu}\\p{M}'’.-]+){0,3}";
/** Each with a character that it can't do without: most paragraphs have none of them near their beginning. */
const DATELINES = [
  // LONDON (Reuters) - … PARIS, May 2 (Reuters) - … SINGAPORE, (AP) – … in any script
  {
    sign: /\(/u,
    pattern: `^(?<place>${ANY_PLACE}(?:, ${PLACE})?),?(?: [\\p{L}.]{3,10}\\.? \\d{1,2},?)? ?\\((?<agency>[^()]{2,40})\\)\\s*[-–—:]+\\s*`,
  },
  // London, Asharq Al-Awsat—Since
  { sign: /[—–]/u, pattern: `^(?<place>${PLACE}), (?<agency>${PLACE})\\s?[—–]\\s?(?=\\S)` },
  // BEIRUT: … BEIRUT, Lebanon: … PARIS — …
  { sign: /[:—–-]/u, pattern: `^(?<place>${CAPITALS}(?:, ${PLACE})?)(?::| [-–—]+|—) (?=\\S)` },
  // Riyadh- …
  { sign: /- /u, pattern: `^(?<place>${PLACE})- (?=\\S)` },
].map(({ sign, pattern }) => ({ sign, pattern: new RegExp(pattern, 'u') }));

/** A dateline is short; past this nothing is looked for. */
const MAX_DATELINE = 120;

/**
 * Reads the place, and the agency if one is named, that open a body.
 * @returns them, and how many characters of the paragraph they take; nothing where it opens otherwise
 */
export function readDateline(paragraph: string): { dateline: Dateline; length: number } | undefined {
  const opening = paragraph.slice(0, MAX_DATELINE);
  for (const { sign, pattern } of DATELINES) {
    const match = sign.test(opening) ? pattern.exec(opening) : null;
    const { place, agency } = match?.groups ?? {};
    if (match && place) return { dateline: { place, ...(agency && { agency }) }, length: match[0].length };
  }
  return undefined;
}
