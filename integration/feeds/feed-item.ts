// What feeds say of a story, whatever their format: topics, and the content as HTML.
import type { SectionConfig } from '../config/section-config.ts';
import type { Block } from '../dump/types.ts';
import { createTranslations } from '../i18n/translations.ts';
import type { StoryEntry } from '../stories/story-index.ts';
import type { Story } from '../story.ts';
import { calendarDay, publishedOn } from '../text.ts';
import { element, escapeMarkup, textElement } from '../utils/markup.ts';

/** Stories in a feed: enough for a subscriber who reads it once a week. */
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

/** @returns the newest day on which one of the stories was published or corrected; nothing where none is known */
export function newestDay(stories: readonly FeedStory[]): Date | undefined {
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

/** The section and the places of a story. */
export function topicsOf({ data: { section, places } }: StoryEntry): string[] {
  return [...new Set(section ? [section, ...places] : places)];
}

/** The body as HTML. A story in another language than the feed's has its language, so that readers set it rightly. */
export function contentHtml({ entry: { data }, blocks }: FeedStory, config: SectionConfig): string {
  const html = correctionHtml(data, config) + blocks.map(blockHtml).join('');
  return data.lang === config.lang || html === ''
    ? html
    : `<div lang="${escapeMarkup(data.lang)}" dir="${data.dir}">${html}</div>`;
}

/** What was corrected comes first, as on the story's page: a subscriber may have read the story before. */
function correctionHtml({ correction, lang }: Story, config: SectionConfig): string {
  if (!correction) return '';
  const words = createTranslations(config.strings)(lang, config.lang);
  const title = escapeMarkup(words.say(words.strings.correction, words.day(correction.date)));
  const langAttrs = words.lang === lang ? '' : ` lang="${escapeMarkup(words.lang)}" dir="${words.dir}"`;
  return `<p><strong${langAttrs}>${title}</strong> ${escapeMarkup(correction.text)}</p>`;
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return textElement('p', block.text);
    case 'subhead':
      return textElement('h2', block.text);
    case 'list':
      return element('ul', block.items.map((item) => textElement('li', item)).join(''));
  }
}
