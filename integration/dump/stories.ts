// Lines that belong to one story, to the story: what its head and its first paragraph state, what dates it, its
// blocks, its words, its digest.
import { hash } from 'node:crypto';
import { readBlocks } from './blocks.ts';
import { readDateline } from './bylines.ts';
import { readCaption } from './captions.ts';
import type { Head } from './heads.ts';
import type { Line } from './lines.ts';
import type { CalendarDay, DateBasis, DumpStory, LineClass, Photo } from './types.ts';

export interface ToldStory {
  story: DumpStory;
  /** The class of each line, in line order. */
  classes: LineClass[];
}

/**
 * Tells the story that a head and the lines below it make.
 * @param lines the story's lines, headline first; at least one more than the head has
 * @param fileDay the day the dump's file name states
 */
export function tellStory(lines: readonly Line[], head: Head, fileDay?: CalendarDay): ToldStory {
  const first = lines[0];
  const last = lines.at(-1);
  const bodyLine = lines[head.classes.length];
  if (!first || !last || !bodyLine) throw new RangeError('A story needs a headline and a body.');
  const body = lines.slice(head.classes.length);
  const { blocks, classes, marks } = readBlocks(body.map(({ text }) => text));
  const photos = head.captions.map(readCaption);
  const lede = blocks.find((block) => block.type === 'paragraph');
  const dateline = head.byline?.dateline ?? readDateline(lede?.text ?? '')?.dateline;
  return {
    story: {
      headline: head.headline,
      ...(head.deks.length > 0 && { dek: head.deks.join(' ') }),
      ...(head.byline?.byline && { byline: head.byline.byline }),
      ...(head.byline?.section && { section: head.byline.section }),
      ...(dateline && { dateline }),
      photos,
      ...datedBy(head.stated, fileDay, photos),
      blocks,
      wordCount: body.reduce((sum, { words }) => sum + words, 0) - marks,
      lines: [first.number, last.number],
      bytes: [first.start, last.end],
      body: bodyLine.start,
      digest: digestLines(lines),
    },
    classes: [...head.classes, ...classes],
  };
}

/** @returns a digest that is equal for two runs of lines that read the same, wherever they stand */
export function digestLines(lines: readonly Line[]): string {
  let text = '';
  for (const line of lines) text += `${line.text}\n`;
  // 128 of SHA-256's bits: far more than telling stories apart needs, and half the memory.
  return hash('sha256', text, 'hex').slice(0, 32);
}

function datedBy(
  stated: CalendarDay | undefined,
  fileDay: CalendarDay | undefined,
  photos: readonly Photo[],
) {
  const dated = (date: CalendarDay, dateBasis: DateBasis) => ({ date, dateBasis });
  if (stated) return dated(stated, 'stated');
  if (fileDay) return dated(fileDay, 'file');
  const days = photos.flatMap((photo) => (photo.date && !photo.file ? [photo.date] : []));
  const newest = days.sort().at(-1);
  return newest ? dated(newest, 'photo') : {};
}
