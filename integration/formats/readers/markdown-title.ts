// Markdown without front matter: a story's headline is a heading of the level that the dump begins with, and who wrote it and
// when may stand below, before its text. Decides which lines are such.
import { type CalendarDay, findDays, readByline, readSigner } from '../../dump/index.ts';

const HEADING = /^(?<level>#{1,4}) +(?<title>\S.*?)(?: +#+)?\s*$/u;
const EMPHASIS = /^[\s*_]+|[\s*_]+$/gu;
const PARTS = /\s*[,|·•]\s+|\s+[-–—]\s+/u;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:de |van |von |al-|el-)?\p{Lu}[\p{L}'’.-]*){1,3}$/u;
/** A day with its weekday, and hardly more. */
const MOST_WORDS_OF_DAY = 5;
const MAX_LENGTH = 90;

/** What a line below a headline states. */
export interface Signed {
  byline?: string;
  date?: CalendarDay;
}

/** @returns what reads headings of the level that a line is; nothing where it is none */
export function headingReader(first: string): ((line: string) => string | undefined) | undefined {
  const level = HEADING.exec(first)?.groups?.level;
  if (level === undefined) return undefined;
  return (line) => {
    const heading = HEADING.exec(line)?.groups;
    return heading?.level === level ? heading.title : undefined;
  };
}

/** Links and pictures, and what parts them: a site prints ways to its other pages, and badges, above a title. */
const LINKS_ALONE = /^\s*(?:(?:\[!\[[^\]]*\]\([^)]*\)\]|!?\[[^\]]*\])\([^)]*\)[\s·|•,/›»>-]*)+$/u;

/** Whether a line above a title is no text: nothing but links and pictures of Markdown. */
export function isAboveTitle(line: string): boolean {
  return line.trimStart().startsWith('[') || line.trimStart().startsWith('!')
    ? LINKS_ALONE.test(line)
    : false;
}

/** @returns what a line states that says who wrote a story, or when, and nothing else */
export function readSigned(line: string): Signed | undefined {
  const text = line.replace(EMPHASIS, '');
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  const { byline, stated } = readByline(text) ?? {};
  if (byline !== undefined) return { byline, ...(stated && { date: stated }) };
  const [date] = findDays(text);
  if (!date) return undefined;
  const [name = ''] = text.split(PARTS);
  if (NAME.test(name) && readSigner(name)?.name && isDayAlone(text.slice(name.length)))
    return { byline: name, date };
  return isDayAlone(text) ? { date } : undefined;
}

function isDayAlone(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= MOST_WORDS_OF_DAY && findDays(text).length === 1;
}
