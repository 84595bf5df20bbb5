// Who wrote a story: lines of their own below a head. Decides by the word that opens such a line, or by a place and a
// name on either side of a colon.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import type { CalendarDay, Dateline } from '../types.ts';
import { isArabicCity, isNoPlace } from './cities.ts';
import { findDays } from './dates.ts';
import { readStamp } from './stamps.ts';

/** What a byline's line states. */
export interface Byline {
  byline?: string;
  section?: string;
  /** The day it states. */
  stated?: CalendarDay;
  dateline?: Dateline;
}

/** No longer line is read as a byline. */
export const MAX_BYLINE = 120;
const BY =
  /^(?:by|written by|posted by|par|von|por|بقلم|كتب|كتبت|إعداد|به قلم|تحریر|yazan|haber)\s*:?\s+(?<name>\p{L}.*)$/iu;
/** `ByBy Mara Elliot` */
const TWICE_BY = /^by ?(?=by\s)/iu;
/** `ByMara Elliot`: a page's layout has run the words together. */
const GLUED_BY = /^(?:[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or)(?=\p{Lu}\p{Ll}+ \p{Lu})/u;
/** `Mara Elliot mara@example.org` */
const ADDRESS = /\s+[(<]?[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}[)>]?$/u;
/** What somebody is, and where to find them: ` - Reporter / @harborreporter` */
const POST =
  /^(?:(?:\p{L}+ ){0,3}(?:correspondent|reporter|writer|editor|columnist|contributor)s?)?(?:\s*\/?\s*@\w+)?$/iu;
/** What parts a name from the day and the section that stand on its line. */
const PARTS = /\s*\|\s*|\s+[-–—•·]\s+/u;
/** `Mara Elliot , Ann Nicholl` */
const LOOSE_COMMA = / +(?=,)/gu;
/** `Jr.`, `Ph.D.`, an initial: full stops that close no sentence. */
const ABBREVIATION = /(?:^|\s)(?:\p{Lu}|Jr|Sr|Ph\.?D|M\.?D|Esq)\.$/u;
const CAPITALISED = /(?:^|\s)[\p{Lu}\p{Lo}]/gu;
const MAX_NAME_WORDS = 10;
const NAME = "\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:al-|el-|bin |ibn |de |van |von )?\\p{Lu}[\\p{L}'’.-]*){1,3}";
/** `Cairo: First Last`, `Cairo: First Last and First Last`: a place, and names of two to four capitalised words. */
const PLACE_NAME = new RegExp(
  `^(?<place>\\p{Lu}[\\p{L}'’-]{2,}(?:[ ,]+\\p{Lu}[\\p{L}'’.-]+){0,2}):\\s+(?<name>${NAME}(?:(?:,|,? (?:and|et|ve|&)) ${NAME}){0,3})$`,
  'u',
);
const ARABIC_NAME = '[\\u0621-\\u064a]{2,}(?: [\\u0621-\\u064a]{2,}){1,2}';
/** The same in Arabic script, where no capitals tell a name: the agency in guillemets, or names of two to three words. */
const ARABIC_PLACE_NAME = new RegExp(
  `^(?<place>[\\u0621-\\u0652]{2,}(?: [\\u0621-\\u0652]{2,})?):\\s+(?<name>«[^»]{2,40}»|${ARABIC_NAME}(?: و ?${ARABIC_NAME})?)$`,
  'u',
);

/** @returns what a line states if it is a byline and nothing else; nothing otherwise */
export function readByline(text: string): Byline | undefined {
  return text.length <= MAX_BYLINE ? knownByline(text) : undefined;
}

/** A line is asked by several who look for a head, and for each line above that may be its headline. */
const knownByline = memoize(findByline, SNIFFED_LINES);

function findByline(text: string): Byline | undefined {
  const line = withByApart(text);
  if (!BY.test(line)) return line.includes(':') ? readPlaced(line) : undefined;
  const [first = '', ...rest] = line.split(PARTS);
  const name = BY.exec(first)?.groups?.name;
  // A name and a day that nothing parts are for others to tell apart.
  if (name !== undefined && findDays(name).length > 0) return undefined;
  if (name !== undefined && rest.length > 0) {
    if (isName(name) && rest.every((part) => POST.test(part))) return { byline: name };
    const signed = readSignature(line, name, rest);
    if (signed.stated || line.includes('|')) return signed;
  }
  const whole = (rest.length > 0 ? BY.exec(line)?.groups?.name : name)?.replace(ADDRESS, '');
  return whole !== undefined && isName(whole) ? { byline: whole.replace(LOOSE_COMMA, '') } : readPlaced(line);
}

/** @returns a line, with a blank behind the word that opens its byline */
export function withByApart(line: string): string {
  const once = TWICE_BY.test(line) ? line.replace(TWICE_BY, '') : line;
  return GLUED_BY.test(once) ? once.replace(GLUED_BY, '$& ') : once;
}

/** Whether a line says who wrote a story, and nothing else: no headline does. */
export function isExplicitByline(line: string): boolean {
  return /^by\s/iu.test(line) && readByline(line) !== undefined;
}

/** `by First Last | Jun 27, 2014 | Opinion` */
function readSignature(line: string, name: string, parts: readonly string[]): Byline {
  const result: Byline = { byline: name.trim() };
  let numbers = false;
  for (const part of parts) {
    const [day] = findDays(part);
    if (day) result.stated ??= day;
    else if (/\p{L}/u.test(part)) result.section ??= part;
    else numbers ||= part !== '';
  }
  // Which of two numbers is the month the words around them can tell.
  const day = numbers && result.stated === undefined ? readStamp(line)?.day : undefined;
  return day === undefined ? result : { ...result, stated: day };
}

/** A few words that no full stop closes, capitalised: `By the numbers` is none, `By the Associated Press` is one. */
function isName(text: string): boolean {
  if (/\d{2}/u.test(text)) return false;
  if (/[.!?؟:]$/u.test(text) && !ABBREVIATION.test(text)) return false;
  const capitals = text.match(CAPITALISED)?.length ?? 0;
  const words = text.split(/\s+/u).length;
  return words <= MAX_NAME_WORDS && capitals >= (/^\p{Ll}/u.test(text) ? 2 : 1);
}

/** `London: First Last` */
function readPlaced(line: string): Byline | undefined {
  const { place, name } = PLACE_NAME.exec(line)?.groups ?? ARABIC_PLACE_NAME.exec(line)?.groups ?? {};
  if (!place || !name || isNoPlace(place)) return undefined;
  // Two letters are a place's first word only where the place is known.
  if (/^[\u0621-\u0652]{2}(?: |$)/u.test(place) && !isArabicCity(place)) return undefined;
  if (name.startsWith('«')) return { dateline: { place, agency: name.slice(1, -1) } };
  return { byline: name, dateline: { place } };
}
