// How many words a text has where no spaces part them. The reader of dumps counts what spaces part, which is right in
// most languages and makes one word of a paragraph in these.
import type { Block } from '../dump/index.ts';
import { memoize } from '../utils/memoize.ts';

/** Languages written without spaces, by primary subtag. */
const UNPARTED: ReadonlySet<string> = new Set(['zh', 'yue', 'ja', 'th', 'lo', 'km', 'my']);
const segmenterOf = memoize((language: string) => new Intl.Segmenter(language, { granularity: 'word' }));

/**
 * @param lang BCP 47 tag of the story's language
 * @returns the words of a story's body; nothing where spaces part them
 */
export function countUnpartedWords(blocks: readonly Block[], lang: string): number | undefined {
  const language = lang.split('-', 1)[0]?.toLowerCase() ?? '';
  if (!UNPARTED.has(language)) return undefined;
  const segmenter = segmenterOf(language);
  const texts = blocks.flatMap((block) => (block.type === 'list' ? block.items : block.text));
  let words = 0;
  for (const text of texts) for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return words;
}
