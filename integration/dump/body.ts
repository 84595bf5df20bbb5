// A story's text, read again from its bytes: the same lines, the same blocks, and the digest that proves it.
import { readBlocks } from './blocks.ts';
import { LineSplitter } from './lines.ts';
import { digestLines } from './stories.ts';
import type { Block } from './types.ts';

export interface StoryText {
  blocks: Block[];
  digest: string;
}

/**
 * @param bytes the story's bytes, headline to last line
 * @param bodyOffset where in them the body begins
 */
export function readStoryText(bytes: Uint8Array, bodyOffset: number): StoryText {
  const splitter = new LineSplitter();
  const lines = [...splitter.push(bytes), ...splitter.end()].filter((line) => line.text !== '');
  const body = lines.filter((line) => line.start >= bodyOffset).map((line) => line.text);
  return { blocks: readBlocks(body).blocks, digest: digestLines(lines) };
}
