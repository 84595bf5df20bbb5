// Which stories are searched together. Words are found by their stems, and each language has its own, so that each
// of a site's languages has an index of its own. A reader's browser loads one after the other; where dumps are in
// many languages, the rarest share an index in which words are found as they are written.
import type { StorySummary } from '../stories/story-summary.ts';

/** Languages with an index of their own. */
const OWN = 3;
/** What Pagefind calls a language that it does not know. */
export const SHARED = 'unknown';

/** @returns the indexes of a site, the one with the most stories first, by their languages' ISO 639 codes */
export function searchGroups(stories: Iterable<StorySummary>): string[] {
  const counts = new Map<string, number>();
  for (const { data } of stories) counts.set(codeOf(data.lang), (counts.get(codeOf(data.lang)) ?? 0) + 1);
  const codes = [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([code]) => code);
  return codes.length > OWN ? [...codes.slice(0, OWN), SHARED] : codes;
}

/** The index that a story is in. */
export function groupOf({ data }: StorySummary, groups: readonly string[]): string {
  const code = codeOf(data.lang);
  return groups.includes(code) ? code : SHARED;
}

function codeOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? tag;
}
