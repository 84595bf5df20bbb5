// What programs write into a field, to what a story has: text, names, a day, a language, keywords. Decides what says
// nothing, and how lists and objects are read.
import {
  type CalendarDay,
  cleanLine,
  findDays,
  gregorianDay,
  isCalendarDay,
  westernDates,
} from '../../dump/index.ts';
import { canonicalTag } from '../../utils/language-tag.ts';

/** What table programs write where there is nothing. */
const NOTHING = /^(?:null|none|nan|n\/a|undefined|\[\]|\{\}|-)?$/iu;
/** In an object, the field that has what is meant. */
const INNER = [
  'name',
  'rendered',
  'main',
  'original',
  '@value',
  '#text',
  'text',
  'title',
  'value',
  'content',
  '@id',
  'code',
];
/** Blocks that a list of blocks of several types has beside its text: `{ "type": "byline", "content": … }`. */
const NO_TEXT =
  /^(?:kicker|title|byline|date|author|image|video|gallery|audio|ad|advert|embed|link|map|table|newsletter)/iu;
const MAX_ITEMS = 50;

/** @returns the text of a field, a line or many; nothing where it says nothing */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string')
    return NOTHING.test(value.length > 9 ? value : value.trim()) ? undefined : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (Array.isArray(value)) {
    const items: unknown[] = value.slice(0, MAX_ITEMS * 100);
    if (isMarkedText(items)) return textOf(items.map(wordsOf).join(''));
    const texts = items.map((item) => (isOtherBlock(item) ? undefined : textOf(item)));
    return texts.filter((text) => text !== undefined).join('\n\n') || undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  // Dates and numbers as MongoDB exports them: `{"$date": {"$numberLong": "1715938200000"}}`.
  if ('$date' in value) return textOf(value.$date);
  if ('$numberLong' in value) return textOf(value.$numberLong);
  for (const name of INNER) {
    const inner: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (typeof inner === 'string' || typeof inner === 'number') return textOf(inner);
  }
  return undefined;
}

/** Marks of words, where a program writes a text in pieces: `["At ", { "type": "bold", "text": "noon" }]` */
const MARK =
  /^(?:plain|bold|italic|underline|strikethrough|spoiler|code|pre|blockquote|link|text_link|mention|mention_name|hashtag|cashtag|bot_command|email|phone|custom_emoji)$/u;

/** Whether a list is one text in pieces: words as they are, and words that are marked. */
function isMarkedText(items: readonly unknown[]): boolean {
  return (
    items.some((item) => typeof item === 'object') &&
    items.every(
      (item) =>
        typeof item === 'string' ||
        (isObject(item) &&
          'type' in item &&
          typeof item.type === 'string' &&
          MARK.test(item.type) &&
          'text' in item &&
          typeof item.text === 'string'),
    )
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const wordsOf = (item: unknown): string =>
  typeof item === 'string' ? item : isObject(item) && 'text' in item ? String(item.text) : '';

/** Whether an item of a list is a block that says that it is no text. */
function isOtherBlock(item: unknown): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    'type' in item &&
    typeof item.type === 'string' &&
    NO_TEXT.test(item.type)
  );
}

/** @returns the text of a field as one line */
export function lineOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : cleanLine(text.replace(/\s+/gu, ' ')) || undefined;
}

/** @returns the items of a field: a list, a list as text (`['a', 'b']`), or text with separators */
function itemsOf(value: unknown, separator = /[;\n]/u): string[] {
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).flatMap((item) => lineOf(item) ?? []);
  const text = lineOf(value);
  if (text === undefined) return [];
  const written = /^\[(?<items>.*)\]$/u.exec(text)?.groups?.items;
  if (written !== undefined && /^\s*["']/u.test(written)) {
    return [...written.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/gu)]
      .slice(0, MAX_ITEMS)
      .flatMap(([, double, single]) => cleanLine((double ?? single ?? '').replace(/\\(.)/gu, '$1')) || []);
  }
  return text
    .split(separator)
    .slice(0, MAX_ITEMS)
    .flatMap((item) => cleanLine(item) || []);
}

const BY = /^(?:by|written by|par|von|por|بقلم)\s*:?\s+(?=\S)/iu;

/** @returns who wrote a story, without the word that opens a byline */
export function bylineOf(value: unknown): string | undefined {
  const names = itemsOf(value).map((name) => name.replace(BY, ''));
  // Tables of programs have the number of an author in place of the name.
  return (
    [...new Set(names.filter((name) => !NOTHING.test(name) && /\D/u.test(name)))].join(', ') || undefined
  );
}

/** So far from 1970 in milliseconds are the days of the years from 1600 to 2200. */
const EARLIEST_YEAR = 1600;
const [EARLIEST, LATEST] = [Date.UTC(EARLIEST_YEAR), Date.UTC(2200)];
/** In seconds, the year 1973 and later are above this. */
const LEAST_SECONDS = 1e8;
const MILLISECONDS = 1e11;
/** Without marks, as web archives write it, a time may follow: `20060125053800` */
const ISO = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:$|[T\s_:,]|\d{6}$)/u;
const DAY_FIRST = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/u;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/u;

/** @returns the day a field states, as it is written there; nothing where that could be two days, or none */
export function dayOf(value: unknown): CalendarDay | undefined {
  if (typeof value === 'number') return dayOfNumber(value);
  const line = lineOf(Array.isArray(value) ? value[0] : value);
  if (line === undefined) return undefined;
  const text = westernDates(line);
  if (/^\d{9,13}(?:\.\d+)?$/u.test(text)) return dayOfNumber(Number(text));
  const [, year, month, day] = ISO.exec(text) ?? YEAR_FIRST.exec(text) ?? [];
  if (year && month && day) {
    const persian = gregorianDay(Number(year), Number(month), Number(day));
    // Other years so far back are of other calendars.
    return persian ?? (Number(year) < EARLIEST_YEAR ? undefined : calendarDay(year, month, day));
  }
  const [, first, second, third] = DAY_FIRST.exec(text) ?? [];
  if (first && second && third) return calendarDay(third, second, first);
  const [, one, two, last] = SLASHED.exec(text) ?? [];
  if (one && two && last) return unambiguous(last, one, two);
  return findDays(text)[0];
}

/** `13/04/2025` and `04/13/2025` are one day each; `03/04/2025` may be two. */
function unambiguous(year: string, one: string, two: string): CalendarDay | undefined {
  if (Number(one) > 12) return calendarDay(year, two, one);
  if (Number(two) > 12 || one === two) return calendarDay(year, one, two);
  return undefined;
}

function calendarDay(year: string, month: string, day: string): CalendarDay | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(written) ? written : undefined;
}

function dayOfNumber(value: number): CalendarDay | undefined {
  const written = ISO.exec(String(value));
  if (written && value < LEAST_SECONDS)
    return calendarDay(written[1] ?? '', written[2] ?? '', written[3] ?? '');
  if (value < LEAST_SECONDS) return undefined;
  const time = value >= MILLISECONDS ? value : value * 1000;
  return time > EARLIEST && time < LATEST ? new Date(time).toISOString().slice(0, 10) : undefined;
}

const LANGUAGES =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh'
    .split(' ')
    .flatMap((tag) =>
      ['en', tag].flatMap((locale) => {
        const name = new Intl.DisplayNames(locale, { type: 'language' }).of(tag);
        return name ? [[name.toLowerCase(), tag] as const] : [];
      }),
    );
/** Languages by their names, in English and in themselves. */
const TAG_OF_NAME = new Map<string, string>([...LANGUAGES, ['farsi', 'fa'], ['mandarin', 'zh']]);

/** @returns the BCP 47 tag of the language a field names, by tag or by name */
export function languageOf(value: unknown): string | undefined {
  const text = lineOf(Array.isArray(value) ? value[0] : value)?.toLowerCase();
  if (text === undefined) return undefined;
  const named = TAG_OF_NAME.get(text) ?? TAG_OF_NAME.get(text.split(/[;,(]/u)[0]?.trim() ?? '');
  if (named) return named;
  const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/u.test(text)
    ? canonicalTag(text.replaceAll('_', '-'))
    : undefined;
  return tag;
}

const MAX_KEYWORDS = 30;

/** @returns what stories are filed under, each once, at most `MAX_KEYWORDS`; none where the field says nothing */
export function keywordsOf(value: unknown): string[] {
  return [...new Set(itemsOf(value, /[;,\n|]/u))].slice(0, MAX_KEYWORDS);
}

/** @returns an address that a page can link to */
export function urlOf(value: unknown): string | undefined {
  const text = lineOf(value);
  if (text === undefined || !/^https?:\/\//iu.test(text)) return undefined;
  return URL.canParse(text) ? new URL(text).href : undefined;
}
