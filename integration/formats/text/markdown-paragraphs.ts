// Lines of Markdown that are one paragraph. Markdown breaks a line wherever its writer likes; texts that programs extract
// have a line for each paragraph, and no blank lines. Decides which of the two a text is by how its lines end.
import { isHtmlBlock } from './html-lines.ts';

const FENCE = /^ {0,3}(?:```|~~~)/u;
const RULE = /^ {0,3}(?:(?:[-_*]\s*){3,}|=+\s*|-{2,}\s*)$/u;
/** What begins a block of its own. */
const BEGINS =
  /^ {0,3}(?:#{1,6}(?:\s|$)|\||\[[^\]]+\]:|!\[[^\]]*\]\([^)]*\)\s*$)|^\s*(?:[-*+—–•]|\d{1,3}[.)])\s/u;
/** What nothing goes on from: a heading, a row of a table, a picture, a line that is to end there. */
const ENDS = /^ {0,3}(?:#{1,6}(?:\s|$)|\||!\[[^\]]*\]\([^)]*\)\s*$)|(?: {2,}|\\|<br\s*\/?>)$/u;
const QUOTE = /^\s*(?:>\s?)+/u;
const CLOSED = /[.!?:;…。！？؟۔।]["”'’»)*_]*$/u;

/** So many breaks within paragraphs tell, of lines at least so long in the middle. */
const LEAST_BREAKS = 2;
const LEAST_LENGTH = 40;

/** @returns which lines are one paragraph each, by index, where lines break within sentences; nothing where they don't */
export function softParagraphs(lines: readonly string[]): number[][] | undefined {
  if (!lines.some((line, at) => line.trim() === '' && at > 0 && at + 1 < lines.length)) return undefined;
  const groups: number[][] = [];
  const lengths: number[] = [];
  let open = 0;
  let isFenced = false;
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1] ?? '';
    const isFence = FENCE.test(line);
    if (isFence || isFenced || FENCE.test(above) || !goesOn(line, above)) groups.push([at]);
    else {
      groups.at(-1)?.push(at);
      const text = above.trim();
      lengths.push(text.length);
      if (!CLOSED.test(text)) open++;
    }
    if (isFence) isFenced = !isFenced;
  }
  const middle = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  return lengths.length >= LEAST_BREAKS && open * 2 >= lengths.length && middle >= LEAST_LENGTH
    ? groups
    : undefined;
}

function goesOn(line: string, above: string): boolean {
  if (QUOTE.test(line) !== QUOTE.test(above)) return false;
  const [below, upper] = [unquoted(line), unquoted(above)];
  if (below.trim() === '' || upper.trim() === '') return false;
  if (BEGINS.test(below) || RULE.test(below) || isHtmlBlock(below)) return false;
  return !ENDS.test(upper) && !RULE.test(upper) && !isHtmlBlock(upper);
}

const unquoted = (line: string) => line.replace(QUOTE, '');
