// RSS 2.0 with the full text of stories, by @astrojs/rss. A feed's bytes depend on its stories alone, so that whoever asks
// whether it changed gets a true answer.
import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import { publishedOn, summarise } from '../text.ts';
import { escapeMarkup, textElement } from '../utils/markup.ts';
import { contentHtml, type FeedHead, type FeedStory, newestDay, topicsOf } from './feed-item.ts';

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
} as const;

/**
 * An RSS 2.0 feed (https://www.rssboard.org/rss-specification). `lastBuildDate` is the newest day on which one of its
 * stories was published or corrected, and left out where none is known.
 *
 * Descriptions are HTML (https://www.rssboard.org/rss-profile#element-channel-item-description), titles are text.
 */
export function rssFeed(
  stories: readonly FeedStory[],
  head: FeedHead,
  config: SectionConfig,
  urls: SectionUrls,
): Promise<string> {
  const newest = newestDay(stories);
  const self = escapeMarkup(urls.absolute(head.self));
  return getRssString({
    title: head.title,
    site: urls.absolute(head.page),
    trailingSlash: head.page.endsWith('/'),
    description: config.description,
    xmlns: NAMESPACES,
    customData: [
      textElement('language', config.lang),
      newest ? textElement('lastBuildDate', newest.toUTCString()) : '',
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: stories.map((story) => rssItem(story, config, urls)),
  });
}

function rssItem(story: FeedStory, config: SectionConfig, urls: SectionUrls): RSSFeedItem {
  const { entry, blocks } = story;
  const { id, data } = entry;
  const published = publishedOn(data);
  const content = contentHtml(story, config);
  return {
    title: data.headline,
    // The permanent link, and the guid.
    link: urls.absolute(urls.story(id)),
    description: escapeMarkup(summarise(data, blocks)),
    // RSS's own author is an e-mail address, which dumps don't give.
    customData: creator(data.byline ?? config.publisher),
    categories: topicsOf(entry),
    ...(published && { pubDate: new Date(published) }),
    ...(content && { content }),
  };
}

/** @astrojs/rss turns a text that is a number into another number (`007` into 7), and so gets none. */
function creator(name: string): string {
  return Number.isNaN(Number(name)) ? textElement('dc:creator', name) : '';
}
