// The feed of corrections and retractions: what was corrected in which story, and when.
import { getRssString } from '@astrojs/rss';
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import type { CorrectionNotes } from '../stories/correction.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { escapeMarkup, textElement } from '../utils/markup.ts';
import { type FeedHead, feedId, noon } from './feed-item.ts';
import { explanation, STYLED, stylesheet } from './in-browsers.ts';

/** A story, as far as the feed of corrections tells of it. */
export interface CorrectedSummary {
  id: string;
  data: Pick<StorySummary['data'], 'headline'>;
  corrected?: CorrectionNotes | undefined;
}

/** RSS 2.0 of corrections, the newest first; one that says no day has none. */
export async function correctionsFeed(
  corrected: readonly CorrectedSummary[],
  head: FeedHead,
  config: SectionConfig,
  urls: SectionUrls,
): Promise<string> {
  const newest = corrected[0]?.corrected?.correction?.date;
  const feed = await getRssString({
    title: head.title,
    site: urls.absolute(head.page),
    trailingSlash: head.page.endsWith('/'),
    description: config.description,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', ...STYLED },
    customData: [
      textElement('language', config.lang),
      newest ? textElement('lastBuildDate', noon(new Date(newest)).toUTCString()) : '',
      `<atom:link href="${escapeMarkup(urls.absolute(head.self))}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: corrected.slice(0, config.feeds.size).map(({ id, data, corrected: record }) => {
      const date = record?.correction?.date;
      // A story may be corrected twice; each time is an item of its own.
      const each = date ? `corrected-${date}` : 'retracted';
      const guid = feedId({ id, data: { formerIds: record?.formerIds } }, config, urls);
      return {
        title: data.headline,
        link: `${urls.absolute(urls.story(id))}#${each}`,
        description: escapeMarkup(said(record)),
        customData: `<guid isPermaLink="${config.feeds.tag === undefined}">${escapeMarkup(`${guid}#${each}`)}</guid>`,
        ...(date && { pubDate: noon(new Date(date)) }),
      };
    }),
  });
  return feed
    .replace('<rss ', () => `${stylesheet(urls)}<rss `)
    .replace('<channel>', () => `<channel>${explanation(head, config, urls)}`);
}

/** What an editor says of a story. */
const said = (record: CorrectionNotes | undefined) =>
  [record?.retracted, record?.correction?.text].filter(Boolean).join(' ');
