// Lines of a dump with what stands around them, for errors that show the place they speak of. The dump is gone through
// for them anew, up to the last one: that is done for errors alone, and spares all else from keeping lines.
import { Buffer } from 'node:buffer';
import { openDump } from './dump-text.ts';
import type { DumpFile } from './find-dumps.ts';

/** A line of a file, and those around it. */
export interface Excerpt {
  /** Number of the first of the lines, 1-based. */
  first: number;
  /** As they stand there, but for what is cut off. */
  lines: string[];
}

const AROUND = 2;
/** In bytes: a line is cut that is longer, but the one that is spoken of not before the place that is meant. */
const LONGEST = 400;
const LINE_FEED = 0x0a;

/**
 * @param places line and column, 1-based
 * @returns an excerpt for each place that the dump has, in their order
 * @throws Error where the dump can't be read
 */
export async function readExcerpts(
  file: DumpFile,
  encoding: string,
  places: readonly { line: number; column: number }[],
): Promise<(Excerpt | undefined)[]> {
  const wanted = new Map<number, number>();
  for (const { line, column } of places) {
    for (let at = Math.max(1, line - AROUND); at <= line + AROUND; at++)
      wanted.set(at, Math.max(wanted.get(at) ?? 0, LONGEST, at === line ? column * 3 + LONGEST : 0));
  }
  const found = await readLines(file, encoding, wanted);
  return places.map(({ line }) => {
    if (!found.has(line)) return undefined;
    const first = Math.max(1, line - AROUND);
    const lines: string[] = [];
    for (let at = first; at <= line + AROUND && found.has(at); at++) lines.push(found.get(at) ?? '');
    return { first, lines };
  });
}

/** @param wanted most bytes of each line, by its number */
async function readLines(
  file: DumpFile,
  encoding: string,
  wanted: ReadonlyMap<number, number>,
): Promise<Map<number, string>> {
  const last = Math.max(...wanted.keys());
  const found = new Map<number, string>();
  let number = 1;
  let pieces: Buffer[] = [];
  let length = 0;
  const take = (bytes: Uint8Array) => {
    const room = (wanted.get(number) ?? 0) - length;
    if (room <= 0) return;
    // Copied, since the text is read into the same memory over and over.
    pieces.push(Buffer.from(bytes.subarray(0, room)));
    length += bytes.length;
  };
  const end = () => {
    if (wanted.has(number)) found.set(number, Buffer.concat(pieces).toString().replace(/\r$/u, ''));
    pieces = [];
    length = 0;
    number++;
  };
  for await (const chunk of await openDump(file, { encoding })) {
    let from = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, feed));
      end();
      from = feed + 1;
      if (number > last) return found;
    }
    take(chunk.subarray(from));
  }
  end();
  return found;
}
