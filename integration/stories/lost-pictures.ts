// Pictures in `photos/` that no page shows, since their names are no story's id: a name was mistyped, or a story has
// another id now.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { printableLine } from '../terminal/printable.ts';
import { didYouMean } from '../utils/did-you-mean.ts';
import { StoryIndex } from './story-index.ts';

/** Endings of pictures; cameras write them in capitals. */
export const PICTURE_ENDINGS = ['avif', 'gif', 'jpeg', 'jpg', 'png', 'tiff', 'webp'].flatMap((ending) => [
  ending,
  ending.toUpperCase(),
]);
const PICTURE = new RegExp(`^(?<name>.+)\\.(?:${PICTURE_ENDINGS.join('|')})$`, 'u');
/** What a story's further pictures have behind its id. */
const FURTHER = /-\d+$/u;
/** Pictures that are named in the log. */
const MAX_NAMED = 10;

/**
 * @param folder where pictures are, whether it is there or not
 * @param indexes folders of the story indexes of all sections
 * @returns a line for each of the first, and how many more there are
 */
export function lostPictures(folder: string, indexes: readonly string[]): string[] {
  const names = picturesIn(folder);
  if (names.length === 0) return [];
  const opened = indexes.map((index) => new StoryIndex(index));
  const ids = opened.flatMap(({ summaries, retracted }) => [...summaries, ...retracted].map(({ id }) => id));
  const known = new Set(ids);
  const lost = names.filter(({ id }) => !known.has(id) && !known.has(id.replace(FURTHER, '')));
  const lines = lost.slice(0, MAX_NAMED).map(({ file, id }) => {
    const hint = didYouMean(id, ids);
    return printableLine(
      `No page shows ${path.relative('', path.join(folder, file))}: no story has the id “${id}”.${hint}`,
    );
  });
  return lost.length > lines.length
    ? [...lines, `… nor ${lost.length - lines.length} more pictures there.`]
    : lines;
}

function picturesIn(folder: string): { file: string; id: string }[] {
  try {
    return readdirSync(folder).flatMap((file) => {
      const name = PICTURE.exec(file)?.groups?.name;
      return name === undefined ? [] : [{ file, id: name.normalize('NFC') }];
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return [];
    throw error;
  }
}
