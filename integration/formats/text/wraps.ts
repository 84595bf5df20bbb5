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

/** Ends of lines that may be the width's, and what says so. */
interface Breaks {
  /** How long the line above is, and the first word below. */
  ends: readonly { length: number; next: number }[];
  /** How many stand within a sentence, by the line above; by a small letter below. */
  open: number;
  small: number;
  /** How many lines are too long for any width. */
  long: number;
  /** Nearly no line is longer. */
  width: number;
}

function breaksOf(lines: readonly string[]): Breaks {
  const ends: { length: number; next: number }[] = [];
  let [open, small, long] = [0, 0, 0];
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]?.trimEnd() ?? '';
    const below = lines[at + 1] ?? '';
    if (line.length > WIDEST) long++;
    // An indent begins a paragraph: the line above was not broken there.
    if (line.trim() === '' || below.trim() === '' || indentOf(below) > indentOf(line)) continue;
    ends.push({ length: line.length, next: /\S+/u.exec(below)?.[0].length ?? 0 });
    if (/[\p{L}\p{N},]$/u.test(line)) open++;
    if (/^\s*\p{Ll}/u.test(below)) small++;
  }
  const lengths = ends.map(({ length }) => length).sort((a, b) => a - b);
  return { ends, open, small, long, width: lengths[Math.floor(lengths.length * 0.98)] ?? 0 };
}

/** How many of the breaks are the width's: the first word below had no room above. */
const countByWidth = ({ ends, width }: Breaks, fit: number) =>
  ends.filter(({ length, next }) => length + 1 + next > width * fit).length;

function mayBeWrapped({ ends, open, long, width }: Breaks): boolean {
  if (ends.length < LEAST_BREAKS || width < NARROWEST || width > WIDEST) return false;
  // Lines that are sentences end as sentences do; of a broken paragraph, most lines end within one.
  return open * 2 >= ends.length && long * 3 <= ends.length;
}

/**
 * @param lines of a text as they stand, blank ones included
 * @returns the width at which they are broken; nothing where lines are paragraphs
 */
export function findWrapWidth(lines: readonly string[]): number | undefined {
  return widthOf(breaksOf(lines));
}

function widthOf(breaks: Breaks): number | undefined {
  if (!mayBeWrapped(breaks)) return undefined;
  const { ends, width } = breaks;
  const least = ends.length < FEW_BREAKS ? 1 : SHARE;
  return countByWidth(breaks, FIT) >= ends.length * least ? width : undefined;
}

/** Letters of print are not equally wide: of lines of one width some have a tenth less. */
const FIT = 0.97;
const RAGGED_FIT = 0.86;
const LEAST_RAGGED = 12;
/** Where a blank line stands below each line, fewer tell, whatever their width. */
const LEAST_DOUBLED = 6;
const WIDEST_DOUBLED = 130;
/** So many lines end within a sentence then, and so many begin with a small letter. */
const RAGGED_OPEN = 0.75;
const RAGGED_SMALL = 0.5;

/** @returns the width of a text that was set in print, where its lines end within sentences */
function raggedWidthOf(breaks: Breaks): number | undefined {
  if (!mayBeWrapped(breaks) || !endsWithinSentences(breaks) || breaks.ends.length < LEAST_RAGGED)
    return undefined;
  return countByWidth(breaks, RAGGED_FIT) >= breaks.ends.length * SHARE ? breaks.width : undefined;
}

const endsWithinSentences = ({ ends, open, small }: Breaks) =>
  open >= ends.length * RAGGED_OPEN && small >= ends.length * RAGGED_SMALL;

/** How the lines of a text are broken. */
export interface Wraps {
  width: number;
  /** Whether a blank line stands below each line, and others where a paragraph ends. */
  isDoubled?: true;
  /** Whether lines of one width differ in length, as they do in print. */
  isRagged?: true;
}

/** @returns how the lines of page text are broken; nothing where lines are paragraphs */
export function findWraps(lines: readonly string[]): Wraps | undefined {
  const wraps = wrapsOf(lines);
  if (wraps) return wraps;
  const single = undoubled(lines);
  return single && doubledWrapsOf(single);
}

function wrapsOf(lines: readonly string[]): Wraps | undefined {
  const breaks = breaksOf(lines);
  const width = widthOf(breaks);
  if (width !== undefined) return { width };
  const ragged = raggedWidthOf(breaks);
  return ragged === undefined ? undefined : { width: ragged, isRagged: true };
}

/** @param lines without the blank line below each */
function doubledWrapsOf(lines: readonly string[]): Wraps | undefined {
  const breaks = breaksOf(lines);
  const width = widthOf(breaks);
  if (width !== undefined) return { width, isDoubled: true };
  const isWrapped =
    breaks.ends.length >= LEAST_DOUBLED &&
    breaks.width >= NARROWEST &&
    breaks.width <= WIDEST_DOUBLED &&
    endsWithinSentences(breaks);
  return isWrapped ? { width: breaks.width, isDoubled: true, isRagged: true } : undefined;
}

/** So many gaps tell; this share of them may be others: a new page, a line that was left out. */
const LEAST_GAPS = 8;
const OTHER_GAPS = 0.05;

/** @returns lines without the blank line below each, where one stands below each */
function undoubled(lines: readonly string[]): string[] | undefined {
  const single: string[] = [];
  let [gaps, others, blank] = [0, 0, 0];
  for (const line of lines) {
    if (line.trim() === '') {
      blank++;
      continue;
    }
    if (single.length > 0) {
      gaps++;
      if (blank % 2 === 0) others++;
      for (let more = Math.floor((blank - 1) / 2); more > 0; more--) single.push('');
    }
    single.push(line);
    blank = 0;
  }
  return gaps < LEAST_GAPS || others > gaps * OTHER_GAPS ? undefined : single;
}

/**
 * Which lines of a wrapped text are one paragraph each.
 * @returns numbers of lines, from 0, a list a paragraph; blank lines are in none
 */
export function joinWrapped(lines: readonly string[], width: number, isRagged = false): number[][] {
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
      if (!isJoined(above, line, { width, fit: isRagged ? RAGGED_FIT : FIT }, isOfList)) end();
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
function isJoined(
  above: string,
  line: string,
  { width, fit }: { width: number; fit: number },
  numbered: number,
): boolean {
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
  if (fit < FIT && /^\s*\p{Ll}/u.test(line) && /[\p{L}\p{N},–—-]$/u.test(above.trimEnd())) return true;
  return length >= width * SHORT && length + 1 + next > width * fit;
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
