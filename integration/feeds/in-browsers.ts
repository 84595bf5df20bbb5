// What a browser shows of a feed that someone opens in it: a page that says what a feed is. By a style sheet and a few
// elements of XHTML, which readers of feeds pass over; browsers are giving up XSLT.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import { createTranslations } from '../i18n/translations.ts';
import { escapeMarkup } from '../utils/markup.ts';
import type { FeedHead } from './feed-item.ts';

/** The namespace of these elements, by its prefix. */
export const STYLED = { html: 'http://www.w3.org/1999/xhtml' } as const;

/** What stands below the XML declaration. */
export function stylesheet(urls: SectionUrls): string {
  return `<?xml-stylesheet type="text/css" href="${escapeMarkup(urls.feedStyle())}"?>`;
}

/** What stands before all else in a feed. */
export function explanation({ page }: FeedHead, config: SectionConfig, urls: SectionUrls): string {
  const { lang, dir, strings } = createTranslations(config.strings)(config.lang, config.lang);
  return (
    `<html:div lang="${escapeMarkup(lang)}" dir="${dir}"><html:p>${escapeMarkup(strings.feedExplained)} ` +
    `<html:a href="${escapeMarkup(urls.absolute(page))}">${escapeMarkup(strings.feedToPage)}</html:a></html:p></html:div>`
  );
}
