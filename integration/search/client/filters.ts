// What a search is narrowed by, and how many of the stories found each value of a facet has.
import { FACETS, facetPrefix, facetValueOf } from '../format/facets.ts';
import type { SegmentReader } from './dictionary.ts';
import type { SegmentMatches } from './match.ts';

/** What stories are narrowed to. Every filter that is given must hold. */
export interface SearchFilters {
  /** Stories with a date in this year. */
  year?: number | undefined;
  /** Stories with a date in this month, `2014-07`. */
  month?: string | undefined;
  /** The place’s name in addresses: `egypt`. */
  place?: string | undefined;
  /** BCP 47 tag. */
  lang?: string | undefined;
  /** The section’s name in addresses. */
  section?: string | undefined;
  /** The author’s name in addresses. */
  author?: string | undefined;
  /**
   * How a story is dated: `stated` where the dump or its file says when it appeared, `around` where only a photo
   * says when it was taken, `none` where nothing does.
   */
  dated?: 'stated' | 'around' | 'none' | undefined;
}
/** Name of a filter, and of the facet that it chooses a value of. */
export type FilterName = keyof SearchFilters;

/** A value of a facet among the stories found. */
export interface FacetCount {
  /** What the filter of the same name takes. */
  value: string;
  /** What readers see; the value itself where the index has nothing better. */
  label: string;
  /** Stories found that have it, were that filter not set. */
  count: number;
}

/** Bases of a story's date by what they mean to readers. */
const DATED = { stated: ['stated', 'file'], around: ['photo'], none: ['none'] } as const;

/** @returns for each story of a segment, 1 where a filter lets it through */
export async function maskOf(
  name: FilterName,
  value: string | number,
  segment: SegmentReader,
): Promise<Uint8Array> {
  if (name === 'year' || name === 'month') return datedWithin(String(value), segment);
  if (name !== 'dated') return segment.facetMask(name, String(value));
  const bases = Object.entries(DATED).find(([dated]) => dated === value)?.[1] ?? [];
  const masks = await Promise.all(bases.map((basis) => segment.facetMask('basis', basis)));
  return masks.reduce(
    (all, mask) => all.map((is, story) => is | (mask[story] ?? 0)),
    new Uint8Array(segment.segment.stories),
  );
}

/** Stories of a period are a range of numbers; those without a date lie among them. */
async function datedWithin(period: string, segment: SegmentReader): Promise<Uint8Array> {
  const mask = new Uint8Array(segment.segment.stories);
  const months = segment.segment.months.filter(({ month }) => isWithin(month, period));
  if (months.length === 0) return mask;
  for (const { first, end } of months) mask.fill(1, first, end);
  const undated = await segment.facetMask('basis', 'none');
  return mask.map((is, story) => is & ~(undated[story] ?? 0));
}

const isWithin = (month: string, period: string) =>
  month === period || month.startsWith(`${period.padStart(4, '0')}-`);

/**
 * Counts the stories found by the values of a facet, the most frequent first; years and months in their order.
 * @param matches that every other filter lets through
 */
export async function countFacet(
  name: FilterName,
  matches: readonly SegmentMatches[],
): Promise<FacetCount[]> {
  const counts = new Map<string, FacetCount>();
  for (const each of (await Promise.all(matches.map((own) => countIn(name, own)))).flat()) {
    const known = counts.get(each.value);
    if (known) known.count += each.count;
    else if (each.count > 0) counts.set(each.value, each);
  }
  const all = [...counts.values()];
  if (name === 'year' || name === 'month') return all.sort((a, b) => (a.value < b.value ? -1 : 1));
  return all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

async function countIn(name: FilterName, { segment, stories }: SegmentMatches): Promise<FacetCount[]> {
  if (stories.length === 0) return [];
  const mask = new Uint8Array(segment.segment.stories);
  for (const story of stories) mask[story] = 1;
  if (name === 'year' || name === 'month') return countMonths(name, mask, segment);
  if (name === 'dated') return countDated(mask, segment);
  const facet = FACETS.find((each) => each === name);
  if (!facet) return [];
  const { terms } = await segment.startingWith(facetPrefix(facet), { files: Number.POSITIVE_INFINITY });
  return Promise.all(
    terms.map(async (term) => {
      const { value, label } = facetValueOf(term.term);
      const list = await segment.postings(term);
      return { value, label: label || value, count: countMarked(list.stories, mask) };
    }),
  );
}

async function countMonths(
  name: 'year' | 'month',
  mask: Uint8Array,
  segment: SegmentReader,
): Promise<FacetCount[]> {
  const undated = await segment.facetMask('basis', 'none');
  const counts = new Map<string, number>();
  for (const { month, first, end } of segment.segment.months) {
    const value = name === 'year' ? String(Number(month.slice(0, -3))) : month;
    let count = counts.get(value) ?? 0;
    for (let story = first; story < end; story++) count += (mask[story] ?? 0) & ~(undated[story] ?? 0);
    counts.set(value, count);
  }
  return [...counts].map(([value, count]) => ({ value, label: value, count }));
}

async function countDated(mask: Uint8Array, segment: SegmentReader): Promise<FacetCount[]> {
  return Promise.all(
    Object.keys(DATED).map(async (value) => {
      const own = await maskOf('dated', value, segment);
      return {
        value,
        label: value,
        count: mask.reduce((sum, is, story) => sum + (is & (own[story] ?? 0)), 0),
      };
    }),
  );
}

const countMarked = (stories: Uint32Array, mask: Uint8Array) =>
  stories.reduce((count, story) => count + (mask[story] ?? 0), 0);
