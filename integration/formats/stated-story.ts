// What a record states, to a story. Decides what stated fields win over, and what is found in the text where a record
// leaves it open: its dateline, captions, the headline printed again.
import {
  type Block,
  type CalendarDay,
  cleanLine,
  type DumpStory,
  type Found,
  filedDay,
  isAgencyCredit,
  isClosed,
  isExplicitByline,
  type LineClass,
  message,
  type Photo,
  readByline,
  readCaption,
  readDateline,
  sameLine,
  shorten,
  textFaults,
} from '../dump/index.ts';
import { truncate } from '../utils/truncate.ts';
import type { CanonicalWriter } from './canonical.ts';
import type { StoryBody } from './text/plain.ts';

/** What a record states of a story besides its text. */
export interface StatedFields
  extends Partial<
    Pick<
      DumpStory,
      | 'headline'
      | 'dek'
      | 'byline'
      | 'section'
      | 'url'
      | 'publication'
      | 'rights'
      | 'keywords'
      | 'slug'
      | 'page'
      | 'language'
    >
  > {
  date?: CalendarDay;
  /** Where and by whom it was filed, each as stated. */
  place?: string;
  agency?: string;
  captions?: readonly string[];
  /** A date as it stands there, where it can't be read. */
  unreadDate?: string;
}

/** A record, read. */
export interface StatedRecord {
  fields: StatedFields;
  body: StoryBody;
  /** First and last line. */
  lines: [first: number, last: number];
  /** What each of its lines that is not blank was taken for, where it has lines of text. */
  classes?: readonly LineClass[];
}

const MADE_HEADLINE = 80;
/** So long is a headline that a text begins with, at most and at least. */
const OPENING_HEADLINE = { most: 120, least: 12 };
const MAX_LONE_CAPTION = 300;

/**
 * Makes the story of a record, and says what is odd about it.
 * @param writer where its text goes
 * @param fileDay the day that the dump's file name states
 */
export function makeStory(record: StatedRecord, writer: CanonicalWriter, fileDay?: CalendarDay): Found[] {
  const { fields, lines } = record;
  const found: Found[] = [];
  const say = (...[code, text]: [code: 'no-body' | 'made-headline' | 'undated', text: string]) =>
    found.push({ message: message(code, lines[0], 1, text) });
  const blocks = [...record.body.blocks];
  const captions = [...(fields.captions ?? []), ...record.body.captions];
  if (fields.headline !== undefined) takeHead(blocks, captions, fields.headline);
  const byline = takeByline(blocks, fields.byline);
  if (blocks.length === 0) {
    if (fields.headline === undefined) return [];
    say('no-body', `No text belongs to the headline “${shorten(fields.headline)}”; it is not published.`);
    return found;
  }
  const headline = fields.headline ?? takeOpeningHeadline(blocks) ?? headlineOf(blocks);
  if (fields.headline === undefined)
    say('made-headline', `No headline is stated; this one was made of the text: “${shorten(headline)}”.`);
  const photos = captions.map(readCaption);
  const dated = datedBy(fields.date ?? filedDay(blocks), fileDay, photos);
  const { dek } = fields;
  const { wordCount, ...written } = writer.write(
    [headline, ...[dek, byline, dated?.date].filter((line) => line !== undefined)],
    blocks,
  );
  const dateline = datelineOf(fields, blocks);
  const story = {
    headline,
    ...statedOf(fields),
    ...(byline && { byline }),
    ...(dateline && { dateline }),
    photos,
    ...dated,
    blocks,
    classes: record.classes ?? [],
    wordCount,
    lines,
    ...written,
  };
  found.push({ story });
  for (const fault of textFaults(story)) found.push({ message: fault });
  if (!dated) {
    const why = fields.unreadDate
      ? ` Its date, “${shorten(fields.unreadDate)}”, can’t be read as one day.`
      : '';
    say('undated', `Nothing dates “${shorten(headline)}”.${why}`);
  }
  return found;
}

/** What stands above a body's text as on a page: the headline again, a caption with its credit. */
function takeHead(blocks: Block[], captions: string[], headline: string): void {
  const takeEcho = () => {
    const first = blocks[0];
    if (first && first.type !== 'list' && sameLine(first.text, headline)) blocks.shift();
  };
  takeEcho();
  const [first, below] = blocks;
  if (first?.type !== 'paragraph' || below?.type !== 'paragraph') return;
  if (
    first.text.length <= MAX_LONE_CAPTION &&
    below.text.length > first.text.length &&
    isAgencyCredit(first.text)
  ) {
    captions.push(first.text);
    blocks.shift();
    takeEcho();
  }
}

/** Takes the line above a text that says who wrote it: `By Mara Elliot`. @returns who did */
function takeByline(blocks: Block[], stated: string | undefined): string | undefined {
  const [first, below] = blocks;
  if (first?.type !== 'paragraph' || below === undefined || !isExplicitByline(first.text)) return stated;
  const byline = readByline(first.text)?.byline;
  if (byline === undefined || (stated !== undefined && !sameLine(byline, stated))) return stated;
  blocks.shift();
  return stated ?? byline;
}

function statedOf(fields: StatedFields): Partial<DumpStory> {
  const { dek, byline, section, url, publication, rights, keywords, slug, page, language } = fields;
  return {
    ...(dek && { dek }),
    ...(byline && { byline }),
    ...(section && { section }),
    ...(url && { url }),
    ...(publication && { publication }),
    ...(rights && { rights }),
    ...(keywords && keywords.length > 0 && { keywords: [...keywords] }),
    ...(slug && { slug }),
    ...(page && { page }),
    ...(language && { language }),
  };
}

function datelineOf({ place, agency }: StatedFields, blocks: readonly Block[]) {
  const lede = blocks.find((block) => block.type === 'paragraph');
  const read = lede && readDateline(lede.text)?.dateline;
  if (!place) return read;
  const by = agency ?? read?.agency;
  return { place, ...(by && { agency: by }) };
}

function datedBy(
  stated: CalendarDay | undefined,
  fileDay: CalendarDay | undefined,
  photos: readonly Photo[],
) {
  if (stated) return { date: stated, dateBasis: 'stated' } as const;
  if (fileDay) return { date: fileDay, dateBasis: 'file' } as const;
  const days = photos.flatMap(({ date, file }) => (date && !file ? date : []));
  const newest = days.sort().at(-1);
  return newest ? ({ date: newest, dateBasis: 'photo' } as const) : undefined;
}

/** Takes a text's first line, where it is as long as a headline, ends as no sentence does, and stands above a longer text. */
function takeOpeningHeadline(blocks: Block[]): string | undefined {
  const [first, below] = blocks;
  if (!first || first.type === 'list' || below?.type !== 'paragraph') return undefined;
  const { text } = first;
  const { most, least } = OPENING_HEADLINE;
  if (text.length > most || text.length < least || isClosed(text) || below.text.length <= text.length)
    return undefined;
  blocks.shift();
  return text;
}

/** The first sentence, or as much of it as headlines are long. */
function headlineOf(blocks: readonly Block[]): string {
  const first = blocks[0];
  const text = first?.type === 'list' ? (first.items[0] ?? '') : (first?.text ?? '');
  const rest = text.slice(readDateline(text)?.length ?? 0);
  const sentence = /^.*?\p{Ll}{2}[.!?؟。](?=\s|$)/u.exec(rest)?.[0].replace(/[.。]$/u, '') ?? rest;
  return cleanLine(truncate(sentence, MADE_HEADLINE)) || 'Untitled';
}
