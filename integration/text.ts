// What a page makes of a story: its day, its summary, its dateline. Pure, for pages with the integration and without.
import { readDateline } from './dump/phrases/datelines.ts';

export { calendarDay, publishedOn } from './pages/dates.ts';
export { summarise } from './pages/summary.ts';

/**
 * The dateline that opens a paragraph, apart from what follows it, so that a page can set it in its own style.
 * @returns `['', text]` where the paragraph opens with none
 */
export function splitDateline(text: string): [dateline: string, rest: string] {
  const length = readDateline(text)?.length ?? 0;
  return [text.slice(0, length), text.slice(length)];
}
