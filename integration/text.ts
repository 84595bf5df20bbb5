// What a page says of a story: its day, its summary, its dateline. Pure: for pages with the integration and without.
import { readDateline } from './dump/phrases/datelines.ts';
import type { Block } from './dump/types.ts';
import type { Story } from './story.ts';
import { truncate } from './utils/truncate.ts';

export { storyBodyHtml } from './stories/body-html.ts';
export { calendarDay, publishedOn } from './stories/calendar-day.ts';

/** What search engines and link previews show, about, in UTF-16 code units. */
const SUMMARY_LENGTH = 200;

/**
 * A story in one or two sentences: its dek, without one the opening of the lede, without text the headline.
 * @param limit longest summary, in UTF-16 code units
 */
export function summarise(
  story: Pick<Story, 'headline' | 'dek'>,
  blocks: readonly Block[],
  limit: number = SUMMARY_LENGTH,
): string {
  const lede = blocks.find((block) => block.type === 'paragraph')?.text;
  return truncate(story.dek ?? lede ?? story.headline, limit);
}

/**
 * The dateline that opens a paragraph, apart from what follows it, so that a page can set it in its own style.
 * @returns `['', text]` where the paragraph opens with none
 */
export function splitDateline(text: string): [dateline: string, rest: string] {
  const length = readDateline(text)?.length ?? 0;
  return [text.slice(0, length), text.slice(length)];
}
