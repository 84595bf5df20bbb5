// Which stories a feed has, and which are in the parts of its archive.
import type { SectionConfig } from '../config/section-config.ts';
import type { StorySummary } from '../stories/story-summary.ts';

type FeedSettings = SectionConfig['feeds'];

/**
 * The stories that a feed is about, newest first, the retracted among them: who has one in a reader learns why it is gone.
 * Without those that nothing dates, unless all are such: most readers take them for new.
 * @param stories in the order of the site
 * @param retracted the same of those that belong to the feed and are retracted
 */
export function storiesForFeeds(
  stories: readonly StorySummary[],
  retracted: readonly StorySummary[],
  { undated }: Pick<FeedSettings, 'undated'>,
): readonly StorySummary[] {
  const all = retracted.length === 0 ? stories : merged(stories, retracted);
  if (undated) return all;
  const dated = all.filter(({ data }) => data.date !== undefined);
  return dated.length > 0 ? dated : all;
}

/** Both lists are in the order of the site, where stories of one day stand in the order of their dumps. */
function merged(stories: readonly StorySummary[], others: readonly StorySummary[]): StorySummary[] {
  const time = ({ data }: StorySummary) => data.date?.getTime() ?? Number.NEGATIVE_INFINITY;
  return [...stories, ...others].sort((a, b) => time(b) - time(a) || compareLocations(a, b));
}

function compareLocations({ location: a }: StorySummary, { location: b }: StorySummary): number {
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * How many parts an archive has (RFC 5005). Parts are full, numbered from the oldest, and never change: the stories that
 * fill none are fewer than the feed itself has.
 * @param count of all stories for feeds
 */
export function archiveParts(
  count: number,
  { size, archives }: Pick<FeedSettings, 'size' | 'archives'>,
): number {
  return count > size && count <= archives ? Math.floor((count - 1) / size) : 0;
}

/** @returns the stories of a part, newest first; @param part its number, from 1 */
export function archivePart(
  stories: readonly StorySummary[],
  part: number,
  { size }: Pick<FeedSettings, 'size'>,
): readonly StorySummary[] {
  const end = stories.length - (part - 1) * size;
  return stories.slice(Math.max(0, end - size), end);
}
