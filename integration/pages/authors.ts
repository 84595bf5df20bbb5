// Who wrote a story, of what its byline says: each of several people, and no agency.
import { memoize } from '../utils/memoize.ts';

/** What parts two names. */
const JOINTS = /\s*(?:,|;|&|\/|\band\b|\bet\b|\bve\b|\bund\b|\by\b|،|\sو(?=\s)|\sاور\s)\s*/iu;
/** Behind a name: what somebody is, and where. */
const BEHIND = /\s*(?:\(.*\)|\||[-–—]\s.*)$/u;
/** Longer than any name; in characters. */
const LONGEST = 60;
/** Bylines that name nobody. */
const NOBODY =
  /^(?:staff|editors?|correspondents?|agenc(?:y|ies)|news ?desk|reporters?|wire|وكالات|تحریریه)\b/iu;

/**
 * @param byline who wrote it, without “By”
 * @param agency that filed it
 * @returns the names of the people; the whole byline where it is no list of names
 */
export function authorsOf(byline: string | undefined, agency?: string): string[] {
  if (!byline) return [];
  return namesIn(byline).filter((name) => name !== agency);
}

const namesIn = memoize((byline: string): readonly string[] => {
  const names = byline
    .split(JOINTS)
    .map((name) => name.replace(BEHIND, '').trim())
    .filter((name) => name !== '' && name.length <= LONGEST && !NOBODY.test(name));
  return [...new Set(names)];
});
