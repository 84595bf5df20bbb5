// Text whose lines were broken at a fixed width, by a terminal, by mail or on paper: whether a text is that, and its
// lines joined again. Decides by the first word of each line: where breaks are the width's, it had no room above.

/** Widths at which programs and typewriters break lines. */
const NARROWEST = 40;
const WIDEST = 100;
/** Fewer breaks may be chance. */
const LEAST_BREAKS = 3;
/** And with fewer than this, each must be the width's. */
const FEW_BREAKS = 6;
/** So many of the breaks must be the width's. */
const SHARE = 0.85;
/** A line that is shorter than this share of the width ends its paragraph, whatever comes below. */
const SHORT = 0.6;
/** Marks of a list: an item begins a line of its own. */
const ITEM = /^\s*(?:[•●▪◦‣*]|[-–—]\s|\(?(?<number>\d{1,2})[.)]\s)/u;
const HYPHENATED = /\p{L}{2}-$/u;

/** Chinese and Japanese have no spaces between words, and none where a line is broken. */
const DENSE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uff60]/u;
const ENDS_DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uff60]$/u;

/** First halves of words that the end of a line splits. */
export const HALF_WORDS = /[\p{L}\p{M}]+-\s*$/gmu;

/** Words that a text has, to tell a word that was split from one that has a hyphen. */
export type Words = ReadonlySet<string>;

/** @returns the words of a text, in lower case */
export function wordsOf(text: string): Words {
  return new Set(
    text
      .replace(HALF_WORDS, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu),
  );
}

/**
 * @param lines of a text as they stand, blank ones included
 * @returns the width at which they are broken; nothing where lines are paragraphs
 */
export function findWrapWidth(lines: readonly string[]): number | undefined {
  const breaks: { length: number; next: number }[] = [];
  let open = 0;
  let long = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]?.trimEnd() ?? '';
    const below = lines[at + 1] ?? '';
    if (line.length > WIDEST) long++;
    // An indent begins a paragraph: the line above was not broken there.
    if (line.trim() === '' || below.trim() === '' || indentOf(below) > indentOf(line)) continue;
    breaks.push({ length: line.length, next: /\S+/u.exec(below)?.[0].length ?? 0 });
    if (/[\p{L}\p{N},]$/u.test(line)) open++;
  }
  const lengths = breaks.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  if (breaks.length < LEAST_BREAKS || width < NARROWEST || width > WIDEST) return undefined;
  // Lines that are sentences end as sentences do; of a broken paragraph, most lines end within one.
  if (open * 2 < breaks.length || long * 3 > breaks.length) return undefined;
  const byWidth = breaks.filter(({ length, next }) => length + 1 + next > width * 0.97);
  const least = breaks.length < FEW_BREAKS ? 1 : SHARE;
  return byWidth.length >= breaks.length * least ? width : undefined;
}

/**
 * Which lines of a wrapped text are one paragraph each.
 * @returns numbers of lines, from 0, a list a paragraph; blank lines are in none
 */
export function joinWrapped(lines: readonly string[], width: number): number[][] {
  const paragraphs: number[][] = [];
  let paragraph: number[] = [];
  let numbered = 0;
  const end = () => {
    const number = numberOf(lines[paragraph[0] ?? -1]);
    if (number !== undefined) numbered = number;
    if (paragraph.length > 0) paragraphs.push(paragraph);
    paragraph = [];
  };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') {
      end();
      continue;
    }
    const above = lines[paragraph.at(-1) ?? at];
    if (paragraph.length > 0 && above !== undefined) {
      const isOfList = numberOf(lines[paragraph[0] ?? -1]) ?? numbered;
      if (!isJoined(above, line, width, isOfList)) end();
    }
    paragraph.push(at);
  }
  end();
  return paragraphs;
}

/** @returns the number of a list that opens a line */
function numberOf(line: string | undefined): number | undefined {
  const number = line && ITEM.exec(line)?.groups?.number;
  return number ? Number(number) : undefined;
}

/** @param numbered the number of the last item above; 0 where there is none */
function isJoined(above: string, line: string, width: number, numbered: number): boolean {
  // A number within a sentence can begin a line; an item follows what is closed, or short.
  if (ITEM.test(line) && (above.trimEnd().length < width * SHORT || /[.:;!?…]$/u.test(above.trimEnd()))) {
    // `… ended Sept.` and `29. Most of it …`: no list begins with that number, and none goes on with it.
    const number = numberOf(line) ?? 1;
    if (number <= 1 || number === numbered + 1 || above.trimEnd().length < width * SHORT) return false;
  }
  // An indent begins a paragraph; what hangs below an item's mark does not.
  if (indentOf(line) > indentOf(above) && !ITEM.test(above)) return false;
  const length = above.trimEnd().length;
  if (length >= width * 0.9) return true;
  const next = /\S+/u.exec(line)?.[0].length ?? 0;
  return length >= width * SHORT && length + 1 + next > width * 0.97;
}

const indentOf = (text: string) => text.length - text.trimStart().length;

/** @returns lines as one, words that were split by hyphens whole again */
export function joinLines(lines: readonly string[], words: Words): string {
  // Looked at line by line: to look at all that is joined so far takes time by the square of the lines.
  const joined: string[] = [];
  for (const line of lines) {
    const next = line.trim();
    const above = joined.at(-1) ?? '';
    if (HYPHENATED.test(above) && /^\p{Ll}/u.test(next))
      joined.splice(-1, 1, beforeHalf(above, next, words), next);
    else joined.push(joined.length === 0 || (ENDS_DENSE.test(above) && DENSE.test(next)) ? next : ` ${next}`);
  }
  return joined.join('').trimStart();
}

/**
 * `reopen-` and `ing`: one word where it stands elsewhere as one, or where its first half is none.
 * @returns the line above, without its hyphen where that only broke a word
 */
function beforeHalf(above: string, next: string, words: Words): string {
  const first = /[\p{L}\p{M}]+(?=-$)/u.exec(above)?.[0].toLowerCase() ?? '';
  const second = /^[\p{L}\p{M}]+/u.exec(next)?.[0].toLowerCase() ?? '';
  if (words.has(`${first}-${second}`)) return above;
  const isSplit = words.has(first + second) || !words.has(first);
  return isSplit ? above.slice(0, -1) : above;
}
