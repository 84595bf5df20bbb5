// The words that open a body and say where a story was filed, and by which agency. Decides by how they are written: a
// place in capitals, an agency in parentheses, a city that stories are filed from.

import { memoize, RECENT_LINES } from '../../utils/memoize.ts';
import type { Dateline } from '../types.ts';
import { AGENCIES } from './agencies.ts';
import { ARABIC_CITY, isNoPlace, LATIN_CITY } from './cities.ts';

/** A word of a name, and a name of up to four. */
const WORD = "[\\p{L}\\p{M}'’.-]*";
const PLACE = `\\p{Lu}${WORD}(?:[ -]\\p{L}${WORD}){0,3}`;
const ANY_PLACE = `\\p{L}${WORD}(?:[ /]\\p{L}${WORD}){0,3}`;
const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]+(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}'’.-]+){0,3}";
/** `, May 2`, `, 3 May`, `, le 3 mai` */
const DAY = ',? (?:le )?(?:\\p{L}{3,10}\\.? \\d{1,2}|\\d{1,2}(?:er)? \\p{L}{3,10})\\.?,?';

/** Each with a character that it can't do without: most paragraphs have none of them near their beginning. */
const DATELINES = [
  // LONDON (Reuters) - … PARIS, May 2 (Reuters) - … SINGAPORE, (AP) – … in any script
  {
    hint: /\(/u,
    pattern: `^(?<place>${ANY_PLACE}(?:, ${PLACE})?)(?:${DAY})?,?(?: [-–—])? ?\\((?<agency>[^()]{2,40})\\)\\s*[-–—:]+\\s*`,
  },
  // London, Asharq Al-Awsat—Since
  { hint: /[—–-]/u, pattern: `^(?<place>${PLACE}), (?<known>${PLACE}?)\\s?[—–-]\\s?(?=\\S)` },
  // لندن: «الشرق الأوسط»
  {
    hint: /«/u,
    pattern: `^(?<place>\\p{L}{2,}(?: \\p{L}{2,}){0,2})\\s?[:–—-]\\s*«(?<known>[^»]{2,40})»\\s*`,
  },
  // BEIRUT: … BEIRUT, Lebanon: … PARIS — …
  { hint: /[:—–-]/u, pattern: `^(?<place>${CAPITALS}(?:, ${PLACE})?)(?::| [-–—]+|—) (?=\\S)` },
  // الرياض: … بيروت - …
  { hint: /[:—–-]/u, pattern: `^(?<place>${ARABIC_CITY})\\s?[:–—-]\\s+(?=\\S)` },
  // London – Asharq Al-Awsat: … Cairo: … Beirut - …
  {
    hint: /[:—–-]/u,
    pattern: `^(?<place>${LATIN_CITY})(?: [-–—]|,) (?<known>${PLACE}?) ?[:–—-] (?=\\S)`,
  },
  { hint: /[:—–-]/u, pattern: `^(?<place>${LATIN_CITY})(?: ?:| [-–—]+|—) ?(?=\\S)` },
  // Riyadh- …
  { hint: /- /u, pattern: `^(?<place>${PLACE})- (?=\\S)` },
].map(({ hint, pattern }) => ({ hint, pattern: new RegExp(pattern, 'u') }));

/** What any of them has. */
const ANY_HINT = /[(«:—–-]/u;

/** A dateline is short; past this nothing is looked for. */
const MAX_DATELINE = 120;

interface FoundDateline {
  dateline: Dateline;
  length: number;
}

/**
 * Reads the place, and the agency if one is named, that open a body.
 * @returns them, and how many characters of the paragraph they take; nothing where it opens otherwise
 */
export function readDateline(paragraph: string): FoundDateline | undefined {
  if (!ANY_HINT.test(paragraph.slice(0, MAX_DATELINE))) return undefined;
  return paragraph.length > MAX_REMEMBERED ? findDateline(paragraph) : knownDateline(paragraph);
}

function findDateline(paragraph: string): FoundDateline | undefined {
  const opening = paragraph.slice(0, MAX_DATELINE);
  for (const { hint, pattern } of DATELINES) {
    const match = hint.test(opening) ? pattern.exec(opening) : null;
    const { place, agency, known } = match?.groups ?? {};
    if (!match || !place || isNoPlace(place) || (known && !AGENCIES.test(known))) continue;
    const by = agency ?? known;
    return { dateline: { place, ...(by && { agency: by }) }, length: match[0].length };
  }
  return undefined;
}

/** Asked of a first paragraph where a head is read, and where its story is told. */
const knownDateline = memoize(findDateline, RECENT_LINES);
/** Longer paragraphs are few, and not kept in memory. */
const MAX_REMEMBERED = 2000;

/** Whether a paragraph opens with a dateline that names an agency known as one. */
export function opensWithAgency(paragraph: string): boolean {
  const agency = readDateline(paragraph)?.dateline.agency;
  return agency !== undefined && AGENCIES.test(agency);
}

/** `PORTO VELMAR, Halden — The`, `LINDHOLM (AP) — The`: a place in capitals or an agency, a dash, and a sentence. */
const FILED = new RegExp(
  `^(?:${CAPITALS}(?:, ${PLACE})?(?:${DAY})?,? ?[-–—]+|${PLACE}(?:, ${PLACE})?(?:${DAY})?,? \\((?<agency>[^()]{2,40})\\) ?[-–—]+) ?(?=[\\p{Lu}\\p{N}"“‘'])`,
  'u',
);
/** `LINDHOLM, HALDEN` on a line of its own. */
const PLACE_ALONE = new RegExp(`^${CAPITALS}, ${CAPITALS}\\s?[-–—:]?$`, 'u');
const MAX_PLACE_ALONE = 50;
/** What every dateline of that form has; most paragraphs have none near their beginning. */
const ANY_DASH = /[-–—]/u;

/** Whether a line is the first of a body beyond doubt: it opens with a dateline in its strictest form, or is one. */
export function opensWithDateline(text: string): boolean {
  if (text.length <= MAX_PLACE_ALONE) return PLACE_ALONE.test(text);
  const opening = text.slice(0, MAX_DATELINE);
  const found = ANY_DASH.test(opening) ? FILED.exec(opening) : null;
  const agency = found?.groups?.agency;
  return (
    found !== null && (agency === undefined || AGENCIES.test(agency)) && readDateline(text) !== undefined
  );
}
