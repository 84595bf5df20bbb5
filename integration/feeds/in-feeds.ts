// Which stories a feed has.
import type { SectionConfig } from '../config/section-config.ts';
import { compareLocations, type StorySummary } from '../stories/story-summary.ts';

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
  return [...stories, ...others].sort(
    (a, b) => time(b) - time(a) || compareLocations(a.location, b.location),
  );
}
