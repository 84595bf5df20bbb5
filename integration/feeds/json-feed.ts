// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with the full text of stories.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import { calendarDay, publishedOn, summarise } from '../text.ts';
import { textElement } from '../utils/markup.ts';
import { contentHtml, type FeedHead, type FeedStory, topicsOf } from './feed-item.ts';

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
  language: string;
  authors: JsonFeedAuthor[];
  items: JsonFeedItem[];
}

/** A JSON Feed of some stories, newest first. */
export function jsonFeed(
  stories: readonly FeedStory[],
  head: FeedHead,
  config: SectionConfig,
  urls: SectionUrls,
): string {
  const feed: JsonFeed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: urls.absolute(head.page),
    feed_url: urls.absolute(head.self),
    description: config.description,
    language: config.lang,
    authors: [{ name: config.publisher, url: urls.absolute(urls.home()) }],
    items: stories.map((story) => jsonFeedItem(story, config, urls)),
  };
  return JSON.stringify(feed);
}

function jsonFeedItem(story: FeedStory, config: SectionConfig, urls: SectionUrls): JsonFeedItem {
  const { entry, blocks } = story;
  const { id, data } = entry;
  const url = urls.absolute(urls.story(id));
  const published = publishedOn(data);
  const tags = topicsOf(entry);
  const summary = summarise(data, blocks);
  return {
    id: url,
    url,
    title: data.headline,
    summary,
    // An item needs content.
    content_html: contentHtml(story, config) || textElement('p', summary),
    ...(published && { date_published: midnight(published) }),
    ...(data.correction && { date_modified: midnight(calendarDay(data.correction.date)) }),
    ...(data.byline && { authors: [{ name: data.byline }] }),
    ...(tags.length > 0 && { tags }),
    language: data.lang,
  };
}

const midnight = (day: string) => `${day}T00:00:00Z`;
