// The feeds of a section, for pages that list them, and the same as OPML, which readers of feeds take in at once.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import { escapeMarkup } from '../utils/markup.ts';

/** Something that can be followed, and its feed in each format that there is. */
export interface ListedFeed {
  /** Name of the feed. */
  title: string;
  /** What it is a feed of, where the section is known. */
  name: string;
  /** Path of the page that shows the same stories. */
  page: string;
  /** Path of it as RSS. */
  rss: string;
  /** Path of it as Atom. */
  atom?: string;
  /** Path of it as JSON Feed. */
  json?: string;
}

/** Feeds that belong together: the section's own, those of its places … */
export interface FeedGroup {
  /** What they are feeds of. */
  title: string;
  /** Each feed, in the order of the page that lists them. */
  feeds: readonly ListedFeed[];
}

/** OPML 2.0 (http://opml.org/spec2.opml) of feeds, without a day: its bytes depend on its feeds alone. */
export function opml(groups: readonly FeedGroup[], config: SectionConfig, urls: SectionUrls): string {
  const outline = ({ title, page, rss }: ListedFeed) =>
    `<outline type="rss" text="${escapeMarkup(title)}" title="${escapeMarkup(title)}" ` +
    `xmlUrl="${escapeMarkup(urls.absolute(rss))}" htmlUrl="${escapeMarkup(urls.absolute(page))}"/>\n`;
  const body = groups
    .filter(({ feeds }) => feeds.length > 0)
    .map(({ title, feeds }) => {
      const outlines = feeds.map(outline).join('');
      return feeds.length === 1 && groups.length > 1
        ? outlines
        : `<outline text="${escapeMarkup(title)}" title="${escapeMarkup(title)}">\n${outlines}</outline>\n`;
    });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n' +
    `<head><title>${escapeMarkup(config.title)}</title></head>\n<body>\n${body.join('')}</body>\n</opml>\n`
  );
}
