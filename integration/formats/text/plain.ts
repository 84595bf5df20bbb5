// The text of a field to blocks: a line a paragraph, as in dumps of pages, once hard wraps are undone.
import { type Block, cleanLine, type LineClass, readBlocks } from '../../dump/index.ts';
import { findWrapWidth, joinLines, joinWrapped, wordsOf } from './wraps.ts';

/** What a text amounts to. */
export interface StoryBody {
  blocks: Block[];
  /** Texts under pictures, where the text says that they are. */
  captions: string[];
}

/** The same, with what each line was taken for that is not blank. */
export interface LineBody extends StoryBody {
  classes: LineClass[];
}

const BREAKS = /\r\n|[\n\r\u2028\u2029]/u;
/** Shorter lines, and text without a line break: nothing was wrapped. */
const MAYBE_WRAPPED = /[^\n]\n[^\n]/u;

/** @returns the lines of a text, cleaned; blank ones are left out */
function plainLines(text: string): string[] {
  const lines = text.split(BREAKS);
  const width = MAYBE_WRAPPED.test(text) ? findWrapWidth(lines) : undefined;
  const whole = width === undefined ? lines : unwrapped(lines, text, width);
  const clean: string[] = [];
  for (const line of whole) {
    const text = cleanLine(line);
    if (text !== '') clean.push(text);
  }
  return clean;
}

function unwrapped(lines: readonly string[], text: string, width: number): string[] {
  const words = wordsOf(text);
  return joinWrapped(lines, width).map((paragraph) =>
    joinLines(
      paragraph.map((at) => lines[at] ?? ''),
      words,
    ),
  );
}

/** @returns the blocks of a text without markup; lines that were wrapped are joined */
export function plainBody(text: string): StoryBody {
  return { blocks: readBlocks(plainLines(text)).blocks, captions: [] };
}
