// What a subscriber gets: RSS 2.0 and JSON Feed 1.1 with the full text of stories. Pure, so that every feed of the
// site is made the same way. A feed's bytes depend on its stories alone: whoever asks whether it changed hears the
// truth.
import { generateRssFeed, type JsonFeed } from 'feedsmith';
import type { Block } from '../dump/types.ts';
import type { SiteFacts, SiteUrls } from '../facts.ts';
import { calendarDay, publishedOn } from '../pages/dates.ts';
import { escapeMarkup } from '../pages/escape.ts';
import { summarise } from '../pages/summary.ts';
import { createWordings } from '../pages/wording.ts';
import type { StoryEntry } from '../stories/catalogue.ts';
import type { Story } from '../story.ts';

/** Stories in a feed: enough for a subscriber who looks in once a week. */
export const FEED_SIZE = 50;

/** A story with its body, as a feed carries it. */
export interface FeedStory {
  /** The story without its text. */
  entry: StoryEntry;
  /** Its text. */
  blocks: readonly Block[];
}

/** A feed, apart from its stories. */
export interface FeedHead {
  /** Its name, as readers of feeds list it. */
  title: string;
  /** Path of the feed itself. */
  self: string;
  /** Path of the page that shows the same stories. */
  page: string;
}

/**
 * An RSS 2.0 feed. `lastBuildDate` is the newest day on which one of its stories was published or corrected, and left
 * out where none is known.
 *
 * Descriptions are HTML (https://www.rssboard.org/rss-profile#element-channel-item-description), titles are text.
 */
export function rssFeed(
  stories: readonly FeedStory[],
  head: FeedHead,
  facts: SiteFacts,
  urls: SiteUrls,
): string {
  const newest = newestDay(stories);
  return generateRssFeed({
    title: head.title,
    link: urls.absolute(head.page),
    description: facts.description,
    language: facts.lang,
    ...(newest && { lastBuildDate: newest }),
    atom: { links: [{ href: urls.absolute(head.self), rel: 'self', type: 'application/rss+xml' }] },
    items: stories.map(({ entry, blocks }) => {
      const { id, data } = entry;
      const url = urls.absolute(urls.story(id));
      const published = publishedOn(data);
      const html = content(entry, blocks, facts);
      return {
        title: data.headline,
        link: url,
        description: escapeMarkup(summarise(data, blocks)),
        // RSS's own author is an e-mail address, which dumps don't give.
        dc: { creators: [data.byline ?? facts.publisher] },
        categories: topics(entry).map((name) => ({ name })),
        guid: { value: url, isPermaLink: true },
        ...(published && { pubDate: new Date(published) }),
        ...(html && { content: { encoded: html } }),
      };
    }),
  });
}

/** A JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(
  stories: readonly FeedStory[],
  head: FeedHead,
  facts: SiteFacts,
  urls: SiteUrls,
): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: urls.absolute(head.page),
    feed_url: urls.absolute(head.self),
    description: facts.description,
    language: facts.lang,
    authors: [{ name: facts.publisher, url: urls.absolute(urls.home()) }],
    items: stories.map(({ entry, blocks }) => {
      const { id, data } = entry;
      const url = urls.absolute(urls.story(id));
      const published = publishedOn(data);
      const tags = topics(entry);
      const summary = summarise(data, blocks);
      return {
        id: url,
        url,
        title: data.headline,
        summary,
        // An item without content is none.
        content_html: content(entry, blocks, facts) || element('p', summary),
        ...(published && { date_published: `${published}T00:00:00Z` }),
        ...(data.correction && { date_modified: data.correction.date.toISOString().replace('.000', '') }),
        ...(data.byline && { authors: [{ name: data.byline }] }),
        ...(tags.length > 0 && { tags }),
        language: data.lang,
      };
    }),
  } satisfies JsonFeed.Feed<string, true> & { version: string };
  return JSON.stringify(feed);
}

function newestDay(stories: readonly FeedStory[]): Date | undefined {
  const newest = stories
    .flatMap(({ entry: { data } }) => [
      publishedOn(data),
      data.correction && calendarDay(data.correction.date),
    ])
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return newest === undefined ? undefined : new Date(newest);
}

function topics({ data: { section, places } }: StoryEntry): string[] {
  return [...new Set(section ? [section, ...places] : places)];
}

/** The body as HTML. A story in another language than the feed's says so, or readers would set it wrongly. */
function content({ data }: StoryEntry, blocks: readonly Block[], facts: SiteFacts): string {
  const html = correctionHtml(data, facts) + blocks.map(blockHtml).join('');
  return data.lang === facts.lang || html === ''
    ? html
    : `<div lang="${escapeMarkup(data.lang)}" dir="${data.dir}">${html}</div>`;
}

/** What was corrected stands first, as on the story's page: a subscriber may have read the story before. */
function correctionHtml({ correction, lang }: Story, facts: SiteFacts): string {
  if (!correction) return '';
  const words = createWordings(facts.strings)(lang, facts.lang);
  const title = escapeMarkup(words.say(words.strings.correction, words.day(correction.date)));
  const tongue = words.lang === lang ? '' : ` lang="${escapeMarkup(words.lang)}" dir="${words.dir}"`;
  return `<p><strong${tongue}>${title}</strong> ${escapeMarkup(correction.text)}</p>`;
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return element('p', block.text);
    case 'subhead':
      return element('h2', block.text);
    case 'list':
      return `<ul>${block.items.map((item) => element('li', item)).join('')}</ul>`;
  }
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
