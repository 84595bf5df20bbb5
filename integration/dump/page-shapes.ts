// What lines of a page look like: open or closed, short enough for a link, long enough for a title.

import { isControlText } from './phrases/controls.ts';
import { endingIn } from './phrases/marks.ts';

/** A longer line is no link. */
export const MAX_LINK = 160;
/** No page leads to more stories in one place. */
export const MAX_LINKS = 40;
/** Titles of stories have so many words; subheads have fewer. */
const LEAST_TITLE_WORDS = 5;
const isClosed = endingIn('.!?؟…。:;،,', `"'”’»“‘«)]`);

/** Whether no mark closes a line, as one closes a sentence. */
export const isOpen = (text: string) => !isClosed(text);
/** What titles end with besides: they ask, exclaim, or are cut short. */
const TITLE_END = /(?:[?!]["”’]?|,?(?:\.{3}|…))$/u;
/** Whether a line can be the title of another story. */
export const isLinkLike = (text: string) => text.length <= MAX_LINK && isOpen(text.replace(TITLE_END, ''));
export const countWords = (text: string) => text.split(' ').length;
/** Whether a line can be another story's title, and is no control. */
export const isOther = (text: string) => isLinkLike(text) && isTitle(text) && !isControlText(text);
export const isTitle = (text: string) => TITLE.test(text);
const TITLE = new RegExp(`^(?![\\d•*-])(?:[^ ]* ){${LEAST_TITLE_WORDS - 1}}`, 'u');

export const indexes = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
