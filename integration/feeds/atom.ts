// Atom 1.0 (RFC 4287) with the full text of stories, and the parts of an archive that go with it (RFC 5005).
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
  rfc3339,
  topicsOf,
  updatedAt,
} from './feed-item.ts';
import { explanation, STYLED, stylesheet } from './in-browsers.ts';

/** Atom wants a day of every entry; this one stands where none is known. */
const UNKNOWN = new Date(0);

/** An Atom feed of some stories, newest first. */
export function atomFeed(
  stories: readonly FeedStory[],
  head: FeedHead,
  config: SectionConfig,
  urls: SectionUrls,
): string {
  const icon = feedIcon(config, urls);
  const self = urls.absolute(head.self);
  const link = (rel: string, href: string | undefined, type?: string) =>
    href ? `<link rel="${rel}"${type ? ` type="${type}"` : ''} href="${escapeMarkup(href)}"/>` : '';
  const parts = [
    explanation(head, config, urls),
    textElement('title', head.title),
    textElement('subtitle', config.description),
    textElement('id', self),
    link('self', self, 'application/atom+xml'),
    link('alternate', urls.absolute(head.page), 'text/html'),
    link('hub', config.feeds.hub),
    link('prev-archive', head.previous && urls.absolute(head.previous)),
    link('current', head.current && urls.absolute(head.current)),
    head.current ? '<fh:archive/>' : '',
    icon ? textElement('icon', icon) : '',
    textElement('updated', rfc3339(newestDay(stories) ?? UNKNOWN)),
    element('author', textElement('name', config.publisher) + textElement('uri', urls.absolute(urls.home()))),
    ...stories.map((story) => atomEntry(story, config, urls)),
  ];
  const names = Object.entries(STYLED).map(([prefix, name]) => ` xmlns:${prefix}="${name}"`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>${stylesheet(urls)}` +
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"${names.join('')} ` +
    `xml:lang="${escapeMarkup(config.lang)}">${parts.join('')}</feed>`
  );
}

function atomEntry(story: FeedStory, config: SectionConfig, urls: SectionUrls): string {
  const { entry, blocks } = story;
  const { id, data } = entry;
  const published = publishedAt(entry);
  const parts = [
    textElement('title', data.headline),
    textElement('id', feedId(entry, config, urls)),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(urls.absolute(urls.story(id)))}"/>`,
    published ? textElement('published', rfc3339(published)) : '',
    textElement('updated', rfc3339(updatedAt(entry) ?? UNKNOWN)),
    data.byline ? element('author', textElement('name', data.byline)) : '',
    ...topicsOf(entry).map((topic) => `<category term="${escapeMarkup(topic)}"/>`),
    textElement('summary', data.retracted ?? summarise(data, blocks)),
    `<content type="html">${escapeMarkup(contentHtml(story, config))}</content>`,
  ];
  return `<entry xml:lang="${escapeMarkup(data.lang)}">${parts.join('')}</entry>`;
}
