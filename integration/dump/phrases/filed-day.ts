// The day on which a story was filed, where the words that open its body state it with its year:
// `VELMAR, June 3, 2024 (Harbor Press) — …`, `22 juin 2012. - …`. Decides what is such, and no day within a sentence.
import type { Block, CalendarDay } from '../types.ts';
import { findDays, mayHaveYear } from './dates.ts';
import { BESIDE_DAYS } from './months.ts';

/** What opens a body is shorter. */
const MAX_OPENING = 140;
const NAME = "\\p{L}[\\p{L}\\p{M}'’.]*";
const PLACE = `\\p{Lu}[\\p{L}\\p{M}'’.]*(?:[ -]${NAME}){0,3}`;
const MONTH = '\\p{L}[\\p{L}\\p{M}]{2,12}\\.?';
const DAY = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:\\.|er|º|st|nd|rd|th)?(?: de| of)? ${MONTH},?(?: de| del)? \\d{4})`;
/** Its weekday may stand before it. */
const WEEKDAY = '\\p{L}[\\p{L}\\p{M}-]{1,12}\\.?';
/** `(Harbor Press)`, `/PRNewswire/` */
const SOURCE = '(?:\\([^()]{2,60}\\)|\\/[^/]{2,40}\\/)';
const TIME = ',? (?:@ |at )?\\d{1,2}[:.]\\d\\d[^-–—]{0,40}';
const DASH = '(?: ?[-–—]{1,2} ?| \\/ |: )';
/** `, `, ` (Harbor Press) `, ` — `, ` - Harbor Press - `, ` / Harbor Press / ` */
const BEFORE_DAY = `(?:,| ${SOURCE},?| ?[-–—]{1,2}(?: ${SOURCE}| [^-–—/()]{2,40})? ?[-–—]{1,2}| [-–—]{1,2}| \\/ [^/]{2,40} ?\\/) `;
/** A day behind it is the end of a range: somebody lived from one to the other. */
const NO_RANGE = `(?=\\S)(?!${DAY}|\\d{4})`;
const AT_PLACE = new RegExp(
  `^${PLACE}(?:, ${PLACE}){0,2}` +
    `(?:${BEFORE_DAY}(?<day>(?:${WEEKDAY},? )?${DAY})| \\((?<within>${DAY})\\))` +
    `[.,]?(?: ?[-–—]{0,2} ?${SOURCE})?(?:${TIME}$|(?:${TIME})?${DASH}${NO_RANGE})`,
  'u',
);
const ALONE = new RegExp(
  `^(?<day>(?:${WEEKDAY}, )?${DAY})[.,]?(?: ${SOURCE})? ?[-–—]{1,2} ?${NO_RANGE}`,
  'u',
);

/** @returns the day that opens the text of a story */
export function filedDay(blocks: readonly Block[]): CalendarDay | undefined {
  const [lede, next] = blocks.filter((block) => block.type === 'paragraph');
  if (!lede) return undefined;
  const opening = lede.text.slice(0, MAX_OPENING);
  if (!mayHaveYear(opening)) return undefined;
  const [word = ''] = /^[\p{L}\p{M}]+/u.exec(opening) ?? [];
  // A weekday is no place.
  const atPlace = BESIDE_DAYS.has(word.toLowerCase()) ? null : AT_PLACE.exec(opening);
  const filed = atPlace ?? (isOfList(next) ? null : ALONE.exec(opening));
  const days = findDays(filed?.groups?.day ?? filed?.groups?.within ?? '');
  return days.length === 1 ? days[0] : undefined;
}

/** Whether the paragraph below opens with a day as well: then each says when something happened. */
const isOfList = (next: { text: string } | undefined) =>
  next !== undefined && ALONE.test(next.text.slice(0, MAX_OPENING));
