// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with the full text of stories.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import { summarise } from '../text.ts';
import {
  contentHtml,
  type FeedHead,
  type FeedStory,
  feedIcon,
  feedId,
  noon,
  publishedAt,
  rfc3339,
  topicsOf,
} from './feed-item.ts';

interface JsonFeedAuthor {
  name: string;
  url?: string;
}

/** The fields of an item that stories have. */
interface JsonFeedItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  content_html: string;
  /** RFC 3339. */
  date_published?: string;
  /** RFC 3339. */
  date_modified?: string;
  authors?: JsonFeedAuthor[];
  tags?: string[];
  language: string;
}

interface JsonFeed {
  version: 'https://jsonfeed.org/version/1.1';
  title: string;
  home_page_url: string;
  feed_url: string;
  description: string;
  icon?: string;
  language: string;
  authors: JsonFeedAuthor[];
  hubs?: { type: 'WebSub'; url: string }[];
  items: JsonFeedItem[];
}

/** A JSON Feed of some stories, newest first. */
export function jsonFeed(
  stories: readonly FeedStory[],
  head: FeedHead,
  config: SectionConfig,
  urls: SectionUrls,
): string {
  const icon = feedIcon(config, urls);
  const { hub } = config.feeds;
  const feed: JsonFeed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: urls.absolute(head.page),
    feed_url: urls.absolute(head.self),
    description: config.description,
    ...(icon && { icon: icon }),
    language: config.lang,
    authors: [{ name: config.publisher, url: urls.absolute(urls.home()) }],
    ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: stories.map((story) => jsonFeedItem(story, config, urls)),
  };
  return JSON.stringify(feed);
}

function jsonFeedItem(story: FeedStory, config: SectionConfig, urls: SectionUrls): JsonFeedItem {
  const { entry, blocks } = story;
  const { id, data } = entry;
  const published = publishedAt(entry);
  const tags = topicsOf(entry);
  return {
    id: feedId(entry, config, urls),
    url: urls.absolute(urls.story(id)),
    title: data.headline,
    summary: data.retracted ?? summarise(data, blocks),
    content_html: contentHtml(story, config),
    ...(published && { date_published: rfc3339(published) }),
    ...(data.correction && { date_modified: rfc3339(noon(data.correction.date)) }),
    ...(data.byline && { authors: [{ name: data.byline }] }),
    ...(tags.length > 0 && { tags }),
    language: data.lang,
  };
}
