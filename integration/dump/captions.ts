// What a caption says: the words, who is credited, the day, and whether the picture is an old one.
import { lastDay } from './dates.ts';
import type { Photo } from './types.ts';

/** Credits and captions of archive pictures begin or end with one of these words. */
const FILE_PHOTO =
  /(?:^|[\s(/])(?:file|files|file photo|file picture|archives?|أرشيف|أرشيفية|ارشيفية|آرشیو|arşiv)(?:$|[\s)/:.,–-])/iu;

/** A credit is a name, not a sentence. */
const MAX_CREDIT = 120;

/**
 * Reads a caption.
 * @returns its words without the credit; the credit is what its last parentheses hold, brackets inside included
 */
export function readCaption(line: string): Photo {
  const split = splitCredit(line);
  const caption = split?.caption ?? line;
  const file =
    FILE_PHOTO.test(split?.credit ?? '') ||
    /\bfile (?:photo|picture|image)\b|^FILE\b|صورة أرشيفية/u.test(caption);
  const date = lastDay(line);
  const photo: Photo = { caption };
  if (split) photo.credit = split.credit;
  if (date) photo.date = date;
  if (file) photo.file = file;
  return photo;
}

/** Whether a line ends as captions do: with a credit in parentheses. */
export function hasCredit(line: string): boolean {
  return splitCredit(line) !== undefined;
}

function splitCredit(line: string): { caption: string; credit: string } | undefined {
  const end = line.search(/\)[\s.。]*$/u);
  if (end < 0) return undefined;
  let depth = 0;
  for (let at = end; at >= 0 && end - at <= MAX_CREDIT; at--) {
    if (line[at] === ')') depth++;
    else if (line[at] === '(') depth--;
    if (depth === 0) {
      const credit = line.slice(at + 1, end).trim();
      const caption = line.slice(0, at).trim();
      return credit && caption ? { caption, credit } : undefined;
    }
  }
  return undefined;
}
