// Lines of a text in HTML or XML that no element parts: those that `<br>` ends, and those that only the source has. Decides
// whether such a line ends where a paragraph does.
import { type Block, isClosed } from '../../dump/index.ts';
import { findWrapWidth, joinLines, joinWrapped, wordsOf } from './wraps.ts';

const BLANK_LINE = /\n[^\S\n]*\n/u;
const INDENT = /^[^\S\n]{2,}(?=\S)/u;
const BULLET = /^\s*[*•-]\s/u;

/** `Harbour 3   Quay 1`: cells of a table that stand apart. */
const CELLS = /\S {3,}\S/u;
const LEAST_ROWS = 3;

/**
 * @returns the paragraphs of an element’s text that blank lines part, or indents where other lines have none; the rows of
 *   a table each
 */
export function parted(text: string): string[] {
  const trimmed = text.trim();
  if (!trimmed.includes('\n')) return [trimmed];
  const [, ...below] = trimmed.split('\n').filter((line) => line.trim() !== '');
  // Where all are indented alike, that is how the source looks.
  const hasIndents = below.some((line) => INDENT.test(line)) && !below.every((line) => INDENT.test(line));
  return trimmed.split(BLANK_LINE).flatMap((part) => byLines(part, hasIndents));
}

function byLines(text: string, hasIndents: boolean): string[] {
  const lines = text.split('\n');
  const rows = lines.filter((line) => CELLS.test(line)).length;
  if (rows >= LEAST_ROWS && rows * 2 >= lines.length) return lines;
  return hasIndents ? byIndents(lines) : [text];
}

function byIndents(lines: readonly string[]): string[] {
  const begins = lines.map((line, at) => at === 0 || INDENT.test(line));
  const isFit = lines.every((line, at) => {
    if (at === 0 || !begins[at] || BULLET.test(line)) return true;
    const above = lines[at - 1] ?? '';
    return (begins[at - 1] && INDENT.test(above)) || isClosed(above.trim());
  });
  if (!isFit) return [lines.join('\n')];
  const parts: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if (begins[at]) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((part) => part.join('\n'));
}

/** Which paragraphs stand between two ends of a line with nothing else between: programs break lines at a width so. */
export class BrokenLines {
  /** Indexes of blocks. */
  readonly #groups: number[][] = [];
  /** How many ends of lines stand above the next paragraph, and nothing else. */
  #ends = Number.POSITIVE_INFINITY;

  /** A line ends. */
  endLine(): void {
    this.#ends++;
  }

  /** A block ends. */
  endBlock(): void {
    this.#ends = Number.POSITIVE_INFINITY;
  }

  add(at: number): void {
    if (this.#ends === 1) this.#groups.at(-1)?.push(at);
    else this.#groups.push([at]);
    this.#ends = 0;
  }

  /** @returns blocks whose lines are whole again, where they were broken at a width */
  joined(blocks: readonly Block[]): Block[] {
    const broken = this.#groups.filter((group) => group.length > 1);
    if (broken.length === 0) return [...blocks];
    const textAt = (at: number) => {
      const block = blocks[at];
      return block === undefined || block.type === 'list' ? '' : block.text;
    };
    const lines = broken.flatMap((group) => [...group.map(textAt), '']);
    const width = findWrapWidth(lines);
    if (width === undefined) return [...blocks];
    const words = wordsOf(lines.join('\n'));
    const paragraphs = new Map<number, Block[]>();
    for (const group of broken) {
      const texts = group.map(textAt);
      const whole = joinWrapped(texts, width).map((part) =>
        joinLines(
          part.map((at) => texts[at] ?? ''),
          words,
        ),
      );
      for (const at of group) paragraphs.set(at, []);
      paragraphs.set(
        group[0] ?? 0,
        whole.map((text) => ({ type: 'paragraph', text })),
      );
    }
    return blocks.flatMap((block, at) => paragraphs.get(at) ?? [block]);
  }
}
