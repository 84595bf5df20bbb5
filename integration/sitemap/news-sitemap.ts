// Which stories are news to a search engine, and the sitemap that tells it so: those of the two days before the
// newest (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). Counted from the newest
// story and not from today: a build reads no clock.

import type { SectionConfig } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import { publishedOn } from '../stories/calendar-day.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { element, textElement } from '../utils/markup.ts';

/** Stories in a news sitemap; the format's most. */
const NEWS_SIZE = 1000;
const NEWS_DAYS = 2;
const DAY = 86_400_000;

/**
 * Whether a story belongs into the news sitemap.
 * @param published its day of publication, `YYYY-MM-DD`
 * @param newest that of the newest story
 * @param count how many are in it already
 */
export function isNews(published: string, newest: string, count: number): boolean {
  const age = Date.parse(newest) - Date.parse(published);
  // One whose date is hardly true comes behind the newest, and after it in time.
  return count < NEWS_SIZE && age >= 0 && age <= NEWS_DAYS * DAY;
}

/** @param stories with a day of publication */
export function newsSitemap(stories: readonly StorySummary[], config: SectionConfig): string {
  const urls = createUrls(config);
  const entries = stories.map(({ id, data }) => {
    const news = [
      element('news:publication', textElement('news:name', config.title) + language(data.lang)),
      element('news:publication_date', publishedOn(data) ?? ''),
      textElement('news:title', data.headline),
    ];
    const loc = textElement('loc', urls.absolute(urls.story(id)));
    return `${element('url', loc + element('news:news', news.join('')))}\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries.join('')}</urlset>
`;
}

/** ISO 639 codes, but for Chinese, of which the format knows two. */
function language(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const traditional = script === 'Hant' || region === 'TW';
  return element('news:language', language === 'zh' ? (traditional ? 'zh-tw' : 'zh-cn') : language);
}
