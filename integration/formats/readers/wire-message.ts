// A message of a wire: what its headers state, which lines of its text are the head and which the body, and its day. Decides
// that by the first line of the text that is indented.
import { type Block, cleanLine, isCalendarDay, type LineClass, readBlocks } from '../../dump/index.ts';
import { bylineOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';
import { joinLines, wordsOf } from '../text/wraps.ts';

/** The control characters that frame a message. */
export const [SOH, STX, ETX, EOT] = ['\u0001', '\u0002', '\u0003', '\u0004'] as const;
/** `eca062 4 i 211 ccccb   dpa 061`: service, number, priority, category, words. */
const IPTC_HEADER =
  /^(?<service>[A-Za-z]*)(?<number>\d*) (?<priority>.) (?<category>[A-Za-z]{1,3}) (?<words>\d*) /u;
/** `f l BC-LT--Argentina 11-13 1049`: priority, category, slug, month and day, words. */
const ANPA_HEADER =
  /^(?<priority>\S) ?(?<category>\S)[^\P{Cc}]*\s*(?<slug>.*?)\s+(?<month>\d\d)-(?<day>\d\d)\s+(?<words>\d{2,5})\s*$/u;
const SLUG = /^(?<slug>.*?)(?:,\s*(?<words>\d{2,5}))?$/u;
/** What a desk says to editors. */
const TO_EDITORS = /^(?:AP Photos?\b|AP Video|Eds?:|EDITORS?['’]? ?(?:NOTE)?|With AP|\*|#|—+$|_{2,}$)/iu;
const BY = /^(?:By|Por|Par|Von)\s+\S/u;
const AGENCY_LINE = /^(?:The )?Associated Press(?: \p{L}+){0,3}$|^(?:AP|AFP|Reuters|dpa)(?: \p{L}+){1,3}$/u;
const END = /^(?:-\s?30\s?-|_{3,}|-{3,}|#{3,}|END|\(?MORE\)?|\(END\)|dpa [a-z ]+)$/u;
/** How the last line of a head ends (IPTC 7901). */
const HEAD_END = /\S\s*=$/u;
/** What stands above a headline and says how urgent it is: `EXTRA`, `1ST LEAD`, `(Achtung)`. */
const URGENCY = /^(?:[\p{Lu}\d]+(?: [\p{Lu}\d]+)?|\([^()]{1,40}\))$/u;
/** A head of more lines is a table. */
const MOST_HEAD = 12;
const TAKE =
  /[,\s-]+(?:(?<ordinal>\d+)(?:st|nd|rd|th)[\s-]?(?:Take|Add|Ld-Add)|(?:Take|Add|Part) (?<number>\d+))\b.*$/iu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** As a German agency writes the others. */
const GERMAN_MONTHS = new Map([
  ['mär', 'mar'],
  ['mai', 'may'],
  ['okt', 'oct'],
  ['dez', 'dec'],
]);

/** A message, read. */
export interface WireMessage {
  lines: RawLine[];
  fields: StatedFields;
  blocks: Block[];
  classes: Map<number, LineClass>;
  /** Its slug without what says which take it is. */
  story: string;
  /** Whether it goes on with a story. */
  isTake: boolean;
}

/** The day that a header states, without its year. */
interface HeaderDay {
  month: string;
  day: string;
}

/** The lines between STX and ETX. */
interface WireText {
  head: RawLine[];
  body: RawLine[];
}

/**
 * @param lines of the message
 * @param start index of the one with STX
 */
export function readMessage(lines: RawLine[], start: number): WireMessage {
  const fields: StatedFields = {};
  const classes = new Map<number, LineClass>();
  const date = readHeader(lines.slice(0, start), fields, classes);
  const found = lines.findIndex(({ text }, at) => at >= start && text.includes(ETX));
  const end = found < 0 ? lines.length : found + 1;
  const { head, body } = partText(lines.slice(start, end), classes);
  for (const { text, number } of lines.slice(end)) if (bare(text) !== '') classes.set(number, 'markup');
  const slugLine = takeHead(
    head.map(({ text }) => text),
    fields,
  );
  const sent = lines.slice(Math.max(0, found)).map(({ text }) => bare(text));
  setDate(fields, date, sent.join(' '));
  const paragraphs = paragraphsOf(body);
  const { blocks, classes: taken } = readBlocks(paragraphs.map(({ text }) => text));
  for (const [at, { numbers }] of paragraphs.entries())
    for (const number of numbers) classes.set(number, taken[at] ?? 'paragraph');
  const whole = slugLine ?? fields.slug ?? '';
  return { lines, fields, blocks, classes, story: whole.replace(TAKE, '').trim(), isTake: TAKE.test(whole) };
}

/** Reads what stands above the text. @returns the day that it states */
function readHeader(
  lines: readonly RawLine[],
  fields: StatedFields,
  classes: Map<number, LineClass>,
): HeaderDay | undefined {
  let date: HeaderDay | undefined;
  for (const { text, number } of lines) {
    const line = bare(text);
    if (line === '') continue;
    classes.set(number, 'field');
    const anpa = ANPA_HEADER.exec(line)?.groups;
    if (anpa) {
      if (anpa.slug) fields.slug = cleanLine(anpa.slug);
      date = { month: anpa.month ?? '', day: anpa.day ?? '' };
    } else if (!IPTC_HEADER.test(`${line} `) && line.endsWith('/')) fields.slug = line.slice(0, -1);
  }
  return date;
}

/** Parts the lines of a text: its head ends at the first line that is indented, or below its mark. */
function partText(text: readonly RawLine[], classes: Map<number, LineClass>): WireText {
  const body: RawLine[] = [];
  const head: RawLine[] = [];
  let isHeadOver = false;
  let isBody = false;
  let isOver = false;
  for (const [at, { number, text: raw }] of text.entries()) {
    // What stands behind ETX says when the message was sent.
    const [own = '', sent] = (at === 0 ? raw.slice(raw.indexOf(STX) + 1) : raw).split(ETX);
    const isMarked = /^\s*[\^*]/u.test(bare(own));
    const line = withoutMarks(bare(own));
    if (sent !== undefined && isAboutSending(line)) {
      classes.set(number, 'field');
      continue;
    }
    if (line === '') {
      if (isBody) body.push({ number, text: '' });
      continue;
    }
    const isIndented = /^(?:\t|\s{2,})/u.test(controlFree(own));
    isBody ||= !isMarked && (isHeadOver || isIndented);
    const isEnd = END.test(line) || /^# dpa NOTEBOOK/u.test(line);
    // Within a table a rule ends nothing.
    isOver ||= isEnd && body.length > 0 && head.length <= MOST_HEAD;
    if (isBody && !isOver && !isEnd)
      body.push({ number, text: isIndented || isMarked ? `    ${wireText(line)}` : wireText(line) });
    else if (isBody) classes.set(number, 'furniture');
    else {
      classes.set(number, 'field');
      head.push({ number, text: line });
      isHeadOver = !isMarked && HEAD_END.test(bare(own));
    }
  }
  if (!isBody || head.length > MOST_HEAD) body.unshift(...takeTable(head));
  return { head, body };
}

/** @returns a line without what marks its beginning and its end */
const withoutMarks = (line: string) =>
  line
    .replace(/^\^+/u, '')
    .replace(/\s*[<=^]+\s*$/u, '')
    .trim();

/** Whether the last line of a text says when it was sent: `AP-NY-11-13-09 1049GMT` */
const isAboutSending = (line: string) =>
  /^\s*(?:AP|UP|RTR)?-/u.test(line.replace(/^\^?C?/u, '')) && line.length < 40;

/**
 * Takes off a head that nothing follows, or that is too long for one, what is no head: the lines of a table, or of a list
 * of headlines, below the line that names it.
 */
function takeTable(head: RawLine[]): RawLine[] {
  const named = head.findIndex(
    ({ text }, at) => !isSlug(text, at) && !isAboutStory(text) && !URGENCY.test(text),
  );
  return head
    .splice(named < 0 ? head.length : named + 1)
    .map(({ number, text }) => ({ number, text: `    ${wireText(text)}` }));
}

/** `Situation`, `Norway:`: what a story is, or where, above a headline of several words. */
const ABOVE_HEADLINE = /^\S+$|^\S+(?: \S+)?\s?:$/u;
const isLong = (line: string) => /^\S+(?:\s+\S+){3}/u.test(line);

const isSlug = (line: string, at: number) =>
  at === 0 && (SLUG.exec(line)?.groups?.words !== undefined || /^(?:BC|AM|PM|AP|US)-/u.test(line));
const isAboutStory = (line: string) => BY.test(line) || TO_EDITORS.test(line) || AGENCY_LINE.test(line);

/** @returns the line that names the story, if there is one */
function takeHead(head: readonly string[], fields: StatedFields): string | undefined {
  let slug: string | undefined;
  const rest: string[] = [];
  for (const [at, line] of head.entries()) {
    if (isSlug(line, at) && !fields.headline) {
      slug = SLUG.exec(line)?.groups?.slug ?? line;
      fields.slug = cleanLine(slug.replace(/,$/u, ''));
    } else if (BY.test(line)) fields.byline = bylineOf(line) ?? line;
    else if (!isAboutStory(line)) rest.push(wireText(line));
  }
  const isNoHeadline = (line = '') => URGENCY.test(line) || (ABOVE_HEADLINE.test(line) && rest.some(isLong));
  while (rest.length > 1 && isNoHeadline(rest[0])) rest.shift();
  const [headline, dek] = rest;
  if (headline) fields.headline = cleanLine(headline);
  if (dek) fields.dek = cleanLine(dek);
  return slug;
}

/** The day that a message was sent: its year stands only behind its text. */
function setDate(fields: StatedFields, stated: HeaderDay | undefined, sent: string): void {
  const anpa = /\b(\d\d)-(\d\d)-(\d\d)\s+\d{4}\s?(?:GMT|E[SD]T)/u.exec(sent);
  const iptc = /\b(\d\d)\d{4}\s+(?:(?:GMT|UTC|\p{Lu}{3,4})\s+)?(\p{L}{3})\p{L}*\s+(\d\d)\b/u.exec(sent);
  const century = (year: string) => (Number(year) < 60 ? `20${year}` : `19${year}`);
  const day = anpa
    ? `${century(anpa[3] ?? '')}-${stated?.month ?? anpa[1]}-${stated?.day ?? anpa[2]}`
    : iptc
      ? `${century(iptc[3] ?? '')}-${String(monthOf(iptc[2] ?? '')).padStart(2, '0')}-${iptc[1]}`
      : undefined;
  if (day && isCalendarDay(day)) fields.date = day;
  else if (stated) fields.unreadDate = `${stated.month}-${stated.day}`;
}

function monthOf(name: string): number {
  const month = name.toLowerCase();
  return MONTHS.indexOf(GERMAN_MONTHS.get(month) ?? month) + 1;
}

/** A paragraph begins below a blank line, or with an indent; its lines are broken at any width. */
function paragraphsOf(lines: readonly RawLine[]): { text: string; numbers: number[] }[] {
  const groups: RawLine[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.text === '') isOpen = false;
    else {
      if (isOpen && !line.text.startsWith(' ')) groups.at(-1)?.push(line);
      else groups.push([line]);
      isOpen = true;
    }
  }
  const words = wordsOf(lines.map(({ text }) => text).join('\n'));
  return groups.map((group) => ({
    text: cleanLine(
      joinLines(
        group.map(({ text }) => text),
        words,
      ),
    ),
    numbers: group.map(({ number }) => number),
  }));
}

/** As a teleprinter wrote them: quotes of two signs each, a dash as a low line. */
function wireText(line: string): string {
  return line
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/(?<=\S) _ (?=\S)/gu, ' — ');
}

const controlFree = (text: string) => text.replace(/[\p{Cc}--\t]/gv, '');
export const bare = (text: string) => controlFree(text).trim();
