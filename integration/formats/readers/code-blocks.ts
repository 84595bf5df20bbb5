// Blocks of code in Markdown and AsciiDoc: a line in one that begins as a headline does is a comment of a program.

/** What stands above the dashes of AsciiDoc: others are below a heading, or part documents. */
const CALLS_BLOCK = /^(?:\[.*\]|\.[^\s.].*|\+)\s*$/u;
const BARE_FENCE = /^(?:-{4,}|\.{4,})$/u;
const FENCE = /^ {0,3}(?<mark>`{3,}|~{3,})(?<info>[^`]*)$/u;
/** No longer block is waited for: one that nobody closed would hide all stories below it. */
const MOST_LINES = 300;

/** Goes through the lines of a text, and tells which are code. */
export class CodeBlocks {
  #mark = '';
  #lines = 0;

  /** Takes the next line that is not blank. @returns whether it is of a block of code, its fences included */
  holds(line: string, above: string): boolean {
    const text = line.trimEnd();
    if (this.#mark !== '') {
      const isOver = this.#lines++ > MOST_LINES;
      if (isOver || text.trim() === this.#mark) this.#mark = '';
      return !isOver;
    }
    const mark =
      FENCE.exec(text)?.groups?.mark ?? (CALLS_BLOCK.test(above) && BARE_FENCE.test(text) ? text : '');
    this.#mark = mark;
    this.#lines = 0;
    return mark !== '';
  }
}
