// What a story's own text shows of its way into the dump, and no reader of it wants to see: letters that were encoded
// twice, entities that nobody decoded, a text that is cut off. Decides by the first lines of a story, and by its last.

import { Buffer } from 'node:buffer';
import type { Line } from './lines/lines.ts';
import { type Message, message } from './messages.ts';
import type { Block, DumpStory } from './types.ts';

/** Something that is wrong with a text, and the words that show it. */
interface TextFault {
  code: 'encoded-twice' | 'entities-left' | 'cut-off';
  /** As they stand in the text. */
  sample: string;
  text: string;
}

/** So many lines are looked at: what went wrong with a text went wrong with all of it. */
const LOOKED_AT = 4;

/** What stands for the bytes 0x80 to 0xBF where UTF-8 is read as Windows-1252: marks, and letters. */
const MARKS = '\\u0080-\\u00bf€‚„…†‡ˆ‰‹‘’“”•–—˜™›';
const NEXT = `[${MARKS}ƒŠŒŽšœžŸ]`;
const LEAD = '[ÂÃÄÅÎÏÐÑØÙÚÛ]';
/** `’` is `â€™`, `é` is `Ã©` then; two letters alone can stand beside one another by chance, but not within a word. */
const TWICE = new RegExp(
  `â€${NEXT}|(?<=\\p{Ll})${LEAD}[${MARKS}]|${LEAD}[${MARKS}](?=\\p{Ll})|(?:${LEAD}${NEXT}){3}|(?:[ã-é]${NEXT}{2}){2}`,
  'u',
);
/** What text that was encoded twice can't do without: a quick test rules out most. */
const MAY_BE_TWICE = /[ÂÃÄÅÎÏÐÑØÙÚÛâãäåæçèé]/u;
const AROUND = /[\p{L}\p{M}]*$/u;

const ENTITY =
  /&(?:amp;)?(?:quot|apos|nbsp|[lr]squo|[lr]dquo|hellip|[mn]dash|#0?39|#8[012]\d\d|#x27|#x20[12][\da-f]);/iu;
/** `… [+1234 chars]`, as NewsAPI ends what it cuts. */
const CUT = /(?:…|\.{3})?\s?\[\+\d+ chars\]$/u;
const MAX_CUT = 40;

type Texts = Pick<DumpStory, 'headline' | 'dek' | 'byline' | 'photos' | 'blocks'>;

/**
 * @param lines those of the story, where it is known which one has which words
 * @returns what is to be said of a text that went wrong; nothing, for nearly all
 */
export function textFaults(story: Texts & Pick<DumpStory, 'lines'>, lines: readonly Line[] = []): Message[] {
  return findFaults(story).map(({ code, sample, text }) => {
    const line = lines.find((each) => each.text.includes(sample))?.number ?? story.lines[0];
    return message(code, line, 1, text);
  });
}

function findFaults({ headline, dek = '', byline = '', photos, blocks }: Texts): TextFault[] {
  const faults: TextFault[] = [];
  const captions = photos.slice(0, LOOKED_AT).map(({ caption }) => caption);
  const texts = [headline, dek, byline, ...captions, ...blocks.slice(0, LOOKED_AT).map(textOf)];
  const twice = firstOf(texts, encodedTwice);
  if (twice !== undefined) {
    const text = `Letters were encoded twice, as in “${twice}”; they are published as they stand. Where all of the dump is so, “iconv -f utf-8 -t windows-1252 OLD > NEW” undoes it.`;
    faults.push({ code: 'encoded-twice', sample: twice, text });
  }
  const entity = firstOf(texts, (text) => (text.includes('&') ? ENTITY.exec(text)?.[0] : undefined));
  if (entity !== undefined) {
    const text = `“${entity}” stands in the text for a character that nobody decoded; it is published as it stands.`;
    faults.push({ code: 'entities-left', sample: entity, text });
  }
  const last = blocks.at(-1);
  const end = last?.type === 'list' ? last.items.at(-1) : last?.text;
  const cut = end?.endsWith('chars]') ? CUT.exec(end.slice(-MAX_CUT))?.[0] : undefined;
  if (cut) {
    const text = `The text is cut off: it ends with “${cut.trim()}”.`;
    faults.push({ code: 'cut-off', sample: cut, text });
  }
  return faults;
}

const textOf = (block: Block) => (block.type === 'list' ? block.items.join('\n') : block.text);

function firstOf(texts: readonly string[], find: (text: string) => string | undefined): string | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Counting bytes takes a fraction of looking at characters. */
const isAscii = (text: string) => Buffer.byteLength(text) === text.length;

/** @returns the letters of a text that were encoded twice, with the word that they end */
function encodedTwice(text: string): string | undefined {
  if (isAscii(text) || !MAY_BE_TWICE.test(text)) return undefined;
  const match = TWICE.exec(text);
  if (!match) return undefined;
  const before = AROUND.exec(text.slice(0, match.index))?.[0] ?? '';
  return before + match[0];
}
