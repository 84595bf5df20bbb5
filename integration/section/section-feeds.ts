// The feeds of a section: which there are, and which stories each has.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import type { Block } from '../dump/types.ts';
import { archiveParts } from '../feeds/archive-parts.ts';
import type { FeedStory } from '../feeds/feed-item.ts';
import type { FeedGroup } from '../feeds/feed-list.ts';
import { storiesForFeeds } from '../feeds/in-feeds.ts';
import type { Strings } from '../i18n/strings.ts';
import type { StoryArchive } from '../pages/story-archive.ts';
import type { StoryEntry } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { memoize } from '../utils/memoize.ts';
import type { Menus } from './menus.ts';

/** Stories that feeds show, so that a story in several feeds is read once. A few kilobytes each. */
const CACHED_FEED_STORIES = 1000;

/** What feeds are made with. */
interface FeedsContext {
  config: SectionConfig;
  urls: SectionUrls;
  strings: Strings;
  /** Lists of what stories have in common, each with a feed for each of its pages. */
  topics: Menus['topics'];
  placeName(name: string): string;
  archive(): StoryArchive;
  retracted(): readonly StorySummary[];
  openStory(summary: StorySummary): StoryEntry;
  bodyOf(entry: StoryEntry): Block[];
}

/** A part of the archive of a section's feed. */
export interface FeedPart {
  name: string;
  path: string;
  stories: readonly StorySummary[];
  /** Path of the part before it, whose stories are older. */
  previous: string | undefined;
}

/** Nothing is read before it is asked for. */
export function createSectionFeeds(context: FeedsContext) {
  const { config, urls, archive, retracted, openStory, bodyOf } = context;
  const readInFull = (summary: StorySummary): FeedStory => {
    const entry = openStory(summary);
    return { entry, blocks: entry.data.retracted === undefined ? bodyOf(entry) : [] };
  };
  const readOnce = memoize(readInFull, CACHED_FEED_STORIES);
  return {
    /** Every feed of the section. */
    feeds: (): FeedGroup[] => (config.pages.feeds ? listFeeds(context) : []),

    /**
     * The newest stories of a list, as many as a feed has, for any feed of the section.
     * @param stories in the order of the site
     * @param belongs whether a retracted story was in the list; it stays in the feed, with the reason
     */
    newestForFeed: (
      stories: readonly StorySummary[],
      belongs: (retracted: StorySummary) => boolean,
    ): readonly StorySummary[] =>
      storiesForFeeds(stories, retracted().filter(belongs), config.feeds).slice(0, config.feeds.size),

    /** Older stories of the section's feed, in parts that others do not change; the oldest is the first. */
    feedArchive(): FeedPart[] {
      const all = storiesForFeeds(archive().stories, retracted(), config.feeds);
      const parts = archiveParts(all, config.feeds).map((part) => ({
        ...part,
        path: urls.feedArchive(part.name),
      }));
      return parts.map((part, at) => ({ ...part, previous: parts[at - 1]?.path }));
    },

    /** Stories with their text, as feeds take them. */
    inFull: (stories: readonly StorySummary[]): FeedStory[] => stories.map(readOnce),

    /** The same for a part of the archive, whose stories are in no other part: none is kept. */
    archivedInFull: (stories: readonly StorySummary[]): FeedStory[] => stories.map(readInFull),
  };
}

function listFeeds({ config, urls, strings, topics, placeName, archive }: FeedsContext): FeedGroup[] {
  const own = {
    title: config.title,
    name: config.title,
    page: urls.home(),
    rss: urls.rss(),
    atom: urls.atom(),
    json: urls.jsonFeed(),
  };
  const places = config.pages.places ? [...archive().places.values()] : [];
  return [
    { title: config.title, feeds: [own] },
    {
      title: strings.places,
      feeds: places.map(({ name, slug }) => ({
        title: `${config.title}: ${placeName(name)}`,
        name: placeName(name),
        page: urls.place(slug),
        rss: urls.placeRss(slug),
      })),
    },
    ...topics.map(({ kind, name: title }) => ({
      title,
      feeds: [...archive()[kind].values()].map(({ name, slug }) => ({
        title: `${config.title}: ${name}`,
        name,
        page: urls.topic(kind, slug),
        rss: urls.topicRss(kind, slug),
      })),
    })),
  ];
}
