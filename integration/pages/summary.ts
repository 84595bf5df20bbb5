// A story in one or two sentences: what search engines, link previews, feeds and the front page show of it.
import type { Block } from '../dump/types.ts';
import type { Story } from '../story.ts';

/** About what search engines and link previews show, in UTF-16 code units. */
const PREVIEW = 200;

/**
 * The dek; without one the opening of the lede, the headline where there is no text at all.
 * @param limit longest summary, in UTF-16 code units
 */
export function summarise(
  story: Pick<Story, 'headline' | 'dek'>,
  blocks: readonly Block[],
  limit: number = PREVIEW,
): string {
  return shorten(story.dek ?? ledeOf(blocks) ?? story.headline, limit);
}

/** The first paragraph of a body. */
function ledeOf(blocks: readonly Block[]): string | undefined {
  return blocks.find((block) => block.type === 'paragraph')?.text;
}

/** @param limit longest text, in UTF-16 code units, but for the mark that it was cut */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const words = text.slice(0, limit);
  const cut = words.lastIndexOf(' ');
  return `${(cut > 0 ? words.slice(0, cut) : words).replace(/[\s\p{P}\p{Cs}]+$/u, '')}…`;
}
