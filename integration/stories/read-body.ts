// A story's text, brought back from its dump when a page needs it, by byte range and checked against its digest. Every
// build bundles what this imports: no reader of a format, and none of their libraries.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStoryText } from '../dump/body.ts';
import type { Block } from '../dump/index.ts';
import type { RangeReader } from '../files/range-reader.ts';
import { readCanonicalStory } from '../formats/canonical.ts';
import { isOwnText } from '../formats/format.ts';
import type { StorySource } from '../story.ts';
import { type KeptText, readKeptText } from './kept-texts.ts';

/** An entry as far as reading its body needs it. */
export interface BodyEntry {
  /** The story's id, for errors. */
  id: string;
  /** Where the story stands, as the collection's schema has it. */
  data: { source: StorySource };
}

/** Options of `readBody()`. */
export interface ReadBodyOptions {
  /** The project's root, which the names of dumps are relative to. Default: the working directory. */
  root?: string | URL;
}

/**
 * Reads a story's body back from its dump.
 * @param ranges keeps files open where many are read
 * @param entry says where its text is kept, if it is: what stands there is as good as the dump
 */
export function readBodyFrom(
  ranges: RangeReader,
  entry: BodyEntry & { kept?: KeptText },
  options: ReadBodyOptions = {},
): Block[] {
  const kept = entry.kept && readKeptText(ranges, entry.kept, entry.data.source.digest);
  return kept ?? readFromDump(ranges, entry, options);
}

function readFromDump(ranges: RangeReader, entry: BodyEntry, options: ReadBodyOptions): Block[] {
  const { dump, format = 'pages', text: copy = dump, bytes, body, digest } = entry.data.source;
  const root = options.root instanceof URL ? fileURLToPath(options.root) : (options.root ?? process.cwd());
  const read = isOwnText(format) ? readStoryText : readCanonicalStory;
  const story = readOrExplain(ranges, path.resolve(root, copy), entry);
  const text = read(story, body - bytes[0]);
  if (text.digest === digest) return text.blocks;
  // The digest proves which of the two is meant.
  const decoded = isOwnText(format) ? readStoryText(story, body - bytes[0], true) : text;
  if (decoded.digest !== digest) throw staleDump(entry);
  return decoded.blocks;
}

function readOrExplain(ranges: RangeReader, file: string, { id, data: { source } }: BodyEntry): Uint8Array {
  try {
    return ranges.read(file, ...source.bytes);
  } catch (cause) {
    const what = source.text ? `The text of the dump ${source.dump}` : `The dump ${source.dump}`;
    throw new Error(`${what}, with the story “${id}”, can't be read (${file}). Build again.`, { cause });
  }
}

function staleDump({ id, data: { source } }: BodyEntry): Error {
  return new Error(
    `The dump ${source.dump} changed after it was read: the story “${id}” no longer stands at lines ` +
      `${source.lines[0]}–${source.lines[1]}. Build again.`,
  );
}
