// RSS 2.0 with the full text of stories, by @astrojs/rss. A feed's bytes depend on its stories alone, so that whoever asks
// whether it changed gets a true answer.
import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import { summarise } from '../text.ts';
import { element, escapeMarkup, textElement } from '../utils/markup.ts';
import {
  contentHtml,
  type FeedHead,
  type FeedStory,
  feedIcon,
  feedId,
  newestDay,
  publishedAt,
  topicsOf,
} from './feed-item.ts';
import { explanation, STYLED, stylesheet } from './in-browsers.ts';

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  fh: 'http://purl.org/syndication/history/1.0',
  ...STYLED,
} as const;
const TYPE = 'application/rss+xml';

/**
 * An RSS 2.0 feed (https://www.rssboard.org/rss-specification). `lastBuildDate` is the newest day on which one of its
 * stories was published or corrected, and left out where none is known.
 *
 * Descriptions are HTML (https://www.rssboard.org/rss-profile#element-channel-item-description), titles are text.
 */
export async function rssFeed(
  stories: readonly FeedStory[],
  head: FeedHead,
  config: SectionConfig,
  urls: SectionUrls,
): Promise<string> {
  const newest = newestDay(stories);
  const link = (rel: string, href: string | undefined, type = '') =>
    href ? `<atom:link href="${escapeMarkup(href)}" rel="${rel}"${type && ` type="${type}"`}/>` : '';
  const feed = await getRssString({
    title: head.title,
    site: urls.absolute(head.page),
    trailingSlash: head.page.endsWith('/'),
    description: config.description,
    xmlns: { ...NAMESPACES },
    customData: [
      textElement('language', config.lang),
      newest ? textElement('lastBuildDate', newest.toUTCString()) : '',
      link('self', urls.absolute(head.self), TYPE),
      link('hub', config.feeds.hub),
      link('prev-archive', head.previous && urls.absolute(head.previous)),
      link('current', head.current && urls.absolute(head.current)),
      head.current ? '<fh:archive/>' : '',
      imageOf(head, config, urls),
    ].join(''),
    items: stories.map((story) => rssItem(story, config, urls)),
  });
  return feed
    .replace('<rss ', () => `${stylesheet(urls)}<rss `)
    .replace('<channel>', () => `<channel>${explanation(head, config, urls)}`);
}

function imageOf({ title, page }: FeedHead, config: SectionConfig, urls: SectionUrls): string {
  const icon = feedIcon(config, urls);
  if (icon === undefined) return '';
  return element(
    'image',
    textElement('url', icon) + textElement('title', title) + textElement('link', urls.absolute(page)),
  );
}

function rssItem(story: FeedStory, config: SectionConfig, urls: SectionUrls): RSSFeedItem {
  const { entry, blocks } = story;
  const { id, data } = entry;
  const published = publishedAt(entry);
  const guid = feedId(entry, config, urls);
  const isLink = config.feeds.tag === undefined;
  return {
    title: data.headline,
    link: urls.absolute(urls.story(id)),
    description: escapeMarkup(data.retracted ?? summarise(data, blocks)),
    customData:
      `<guid isPermaLink="${isLink}">${escapeMarkup(guid)}</guid>` +
      // RSS's own author is an e-mail address, which dumps don't give.
      (data.byline ? creator(data.byline) : ''),
    categories: topicsOf(entry),
    ...(published && { pubDate: published }),
    content: contentHtml(story, config),
  };
}

/** @astrojs/rss turns a text that is a number into another number (`007` into 7), and so gets none. */
function creator(name: string): string {
  return Number.isNaN(Number(name)) ? textElement('dc:creator', name) : '';
}
