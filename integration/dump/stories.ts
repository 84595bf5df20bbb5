// Lines that belong to one story, to the story: what its head and its first paragraph state, what dates it, its
// blocks, its words, its digest.
import { hash } from 'node:crypto';
import { closeDirections } from '../utils/directions.ts';
import { printedPage, readBlocks } from './blocks.ts';
import type { Head } from './heads/head.ts';
import type { Line } from './lines/lines.ts';
import { readCaption } from './phrases/captions.ts';
import { readDateline } from './phrases/datelines.ts';
import { filedDay } from './phrases/filed-day.ts';
import type { StoryFoot } from './story-foot.ts';
import type { CalendarDay, DateBasis, DumpStory, Photo } from './types.ts';

/**
 * Tells the story that a head and the lines below it make.
 * @param lines the story's lines, headline first; at least one more than the head has
 * @param known what else is known of it: the day the dump's file name states
 */
export function buildStory(
  lines: readonly Line[],
  head: Head,
  { fileDay, foot }: { fileDay?: CalendarDay | undefined; foot?: StoryFoot } = {},
): DumpStory {
  const first = lines[0];
  const last = lines.at(-1);
  const bodyLine = lines[head.classes.length];
  if (!first || !last || !bodyLine) throw new RangeError('A story needs a headline and a body.');
  const body = lines.slice(head.classes.length);
  const texts = lines.map(({ text }) => text);
  const printed = texts.slice(head.classes.length);
  const above = texts.slice(0, head.classes.length);
  const { blocks, classes, captions, marks, byline } = readBlocks(printed, printedPage(above, printed, body));
  const photos = [...head.captions, ...captions].map(readCaption);
  const lede = blocks.find((block) => block.type === 'paragraph');
  const dateline = head.byline?.dateline ?? readDateline(lede?.text ?? '')?.dateline;
  let wordCount = -marks;
  for (const { words } of body) wordCount += words;
  const story: DumpStory = {
    headline: head.headline,
    photos,
    blocks,
    classes: [...head.classes, ...classes],
    wordCount,
    lines: [first.number, last.number],
    bytes: [first.start, last.end],
    body: bodyLine.start,
    digest: digestTexts(texts),
  };
  if (head.deks.length > 0) story.dek = head.deks.join(' ');
  // Parts of lines: what opens a direction in one may be closed in another.
  const signed = head.byline?.byline ?? byline ?? foot?.byline;
  if (signed) story.byline = closeDirections(signed);
  if (head.byline?.section) story.section = closeDirections(head.byline.section);
  if (dateline) {
    const { place, agency } = dateline;
    story.dateline = { place: closeDirections(place), ...(agency && { agency: closeDirections(agency) }) };
  }
  const dated = datedBy(head.stated ?? filedDay(blocks) ?? foot?.day, fileDay, photos);
  if (dated) {
    story.date = dated.date;
    story.dateBasis = dated.dateBasis;
  }
  return story;
}

/** @returns a digest that is equal for two runs of lines that read the same, wherever they stand */
export function digestLines(lines: readonly Line[]): string {
  return digestTexts(lines.map(({ text }) => text));
}

/** 128 of SHA-256's bits: far more than telling stories apart needs, and half the memory. */
const DIGEST_LENGTH = 32;

function digestTexts(texts: readonly string[]): string {
  return hash('sha256', [...texts, ''].join('\n'), 'hex').slice(0, DIGEST_LENGTH);
}

function datedBy(
  stated: CalendarDay | undefined,
  fileDay: CalendarDay | undefined,
  photos: readonly Photo[],
): { date: CalendarDay; dateBasis: DateBasis } | undefined {
  if (stated) return { date: stated, dateBasis: 'stated' };
  if (fileDay) return { date: fileDay, dateBasis: 'file' };
  let newest: CalendarDay | undefined;
  for (const { date, file } of photos) if (date && !file && (!newest || date > newest)) newest = date;
  return newest ? { date: newest, dateBasis: 'photo' } : undefined;
}
