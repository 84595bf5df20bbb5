// Markdown in a text to blocks: headings become subheads, lists lists, emphasis and links their words. A line is a
// paragraph, as in dumps of pages, once hard wraps are undone.
import { marked, type Token } from 'marked';
import { type Block, cleanLine, type LineClass, readBlocks } from '../../dump/index.ts';
import { htmlBody, stripMarkup } from './html.ts';
import { isHtmlBlock, wholeHtml } from './html-lines.ts';
import { withoutLeftMarks, withWholeMarks } from './markdown-marks.ts';
import { softParagraphs } from './markdown-paragraphs.ts';
import type { LineBody } from './plain.ts';
import { findWrapWidth, joinLines, joinWrapped, wordsOf } from './wraps.ts';

const HEADING = /^ {0,3}#{1,6}(?:\s+(?<text>.*?))?(?:\s+#+)?\s*$/u;
/** `{#ferry .wide}`: what a heading is called. */
const ATTRIBUTES = /\s*\{[#.][^{}]*\}\s*$/u;
/** `{.is-warning}`: how the block above looks. */
const BLOCK_ATTRIBUTES = /^\s*\{[.#][^{}\s][^{}]*\}\s*$/u;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})\s*$/u;
const RULE = /^ {0,3}(?:(?:-\s*){3,}|(?:_\s*){3,}|(?:\*\s*){3,})$/u;
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)/u;
const QUOTE = /^\s*(?:>\s?)+/u;
const FENCE = /^ {0,3}(?:```|~~~)/u;
const IMAGE = /^!\[(?<alt>[^\]]*)\]\([^)\s]*(?:\s+"(?<title>[^"]*)")?\)$/u;
const DEFINITION = /^ {0,3}\[(?!\^)[^\]]+\]:\s+\S+/u;
/** What a note is known by, where it stands and where the text refers to it. */
const NOTE = /^ {0,3}\[\^(?<name>[^\]\s]+)\]:\s+/u;
const NOTE_MARK = /\[\^(?<name>[^\]\s]+)\]/gu;
/** The line below the first row of a table. */
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$/u;
/** What Markdown marks words with; most lines have none of it. */
const INLINE = /[*_`[\]<\\~&!]/u;
const IS_MARKDOWN =
  /^ {0,3}#{1,6}\s+\S|\[[^\]\n]+\]\([^)\n]+\)|\*\*[^\s*][^*\n]*\*\*|^!\[|(?<![\p{L}\p{N}])_[^_\s][^_\n]*_(?![\p{L}\p{N}])|^\s*[-*+]\s+\S/mu;

/** Whether a text is marked as Markdown is. */
export function isMarkdown(lines: readonly string[]): boolean {
  return IS_MARKDOWN.test(lines.join('\n'));
}

/** @param groups which lines are one paragraph, by index, where that is known */
export function groupedBody(lines: readonly string[], groups: readonly (readonly number[])[]): LineBody {
  return new MarkdownReader(lines).read(groups);
}

/** @param lines of the text as they stand, blank ones included */
export function markdownBody(lines: readonly string[]): LineBody {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return isHtmlBlock(first) && !isMarkdown(lines) ? wholeHtml(lines) : new MarkdownReader(lines).read();
}

/** @param lines of a text without marks, as they stand, blank ones included */
export function linesBody(lines: readonly string[]): LineBody {
  // Rules part sections of a text; they are no words.
  const rules = lines.map((line) => RULE.test(line));
  const paragraphs = paragraphsOf(lines.map((line, at) => (rules[at] ? '' : line)));
  const read = readBlocks(paragraphs.map(({ text }) => text));
  const byLine: (LineClass | undefined)[] = rules.map((isRule) => (isRule ? 'separator' : undefined));
  for (const [at, { from }] of paragraphs.entries())
    for (const line of from) byLine[line] = read.classes[at] ?? 'paragraph';
  return { blocks: read.blocks, captions: [], classes: byLine.filter((each) => each !== undefined) };
}

function paragraphsOf(lines: readonly string[]): { text: string; from: readonly number[] }[] {
  const width = findWrapWidth(lines);
  const words = width === undefined ? new Set<string>() : wordsOf(lines.join('\n'));
  const groups = width === undefined ? lines.map((_, at) => [at]) : joinWrapped(lines, width);
  return groups
    .map((from) => ({
      from,
      text: cleanLine(
        joinLines(
          from.map((at) => lines[at] ?? ''),
          words,
        ),
      ),
    }))
    .filter(({ text }) => text !== '');
}

class MarkdownReader {
  readonly #lines: readonly string[];
  readonly #blocks: Block[] = [];
  readonly #captions: string[] = [];
  readonly #classes: LineClass[] = [];
  #isFenced = false;
  #isTable = false;

  constructor(lines: readonly string[]) {
    this.#lines = withWholeMarks(lines);
  }

  read(known?: readonly (readonly number[])[]): LineBody {
    const soft = known ?? softParagraphs(this.#lines);
    const width = soft ? undefined : findWrapWidth(this.#lines);
    const words = soft || width ? wordsOf(this.#lines.join('\n')) : new Set<string>();
    const wrapped = width === undefined ? this.#lines.map((_, at) => [at]) : joinWrapped(this.#lines, width);
    const groups = soft ?? wrapped;
    for (const group of groups) {
      const first = group[0] ?? 0;
      const line = joinLines(
        group.map((at, row) => {
          const text = this.#lines[at] ?? '';
          return (row > 0 ? text.replace(QUOTE, '') : text).trimEnd();
        }),
        words,
      );
      if (line.trim() === '') continue;
      const name = this.#take(
        group.length > 1 ? line : (this.#lines[first] ?? ''),
        this.#lines[first - 1] ?? '',
      );
      for (let at = 0; at < group.length; at++) this.#classes.push(name);
    }
    return { blocks: this.#blocks, captions: this.#captions, classes: this.#classes };
  }

  #take(line: string, above: string): LineClass {
    if (FENCE.test(line)) {
      this.#isFenced = !this.#isFenced;
      return 'markup';
    }
    if (this.#isFenced) return this.#paragraph(line.trim());
    if (TABLE_RULE.test(line) && above.includes('|')) return this.#tableRule();
    this.#isTable &&= above.trim() !== '' && line.includes('|');
    if (this.#isTable) return this.#paragraph(inlineText(cellsOf(line)));
    if (UNDERLINE.test(line) && above.trim() !== '') return this.#underline(line);
    if (RULE.test(line)) return 'separator';
    if (DEFINITION.test(line) || BLOCK_ATTRIBUTES.test(line)) return 'markup';
    if (isHtmlBlock(line)) return this.#html(line);
    const note = NOTE.exec(line);
    if (note) return this.#paragraph(`[${note.groups?.name}] ${inlineText(line.slice(note[0].length))}`);
    const image = IMAGE.exec(line.trim());
    if (image) return this.#image(image.groups?.title ?? image.groups?.alt ?? '');
    const heading = HEADING.exec(line);
    if (heading) {
      const text = inlineText((heading.groups?.text ?? '').replace(ATTRIBUTES, ''));
      if (text === '') return 'markup';
      this.#blocks.push({ type: 'subhead', text });
      return 'subhead';
    }
    const quoted = line.replace(QUOTE, '');
    const item = ITEM.exec(quoted);
    return item ? this.#item(inlineText(quoted.slice(item[0].length))) : this.#paragraph(inlineText(quoted));
  }

  /** The line above was the first row of a table, and its cells are no text with lines between. */
  #tableRule(): LineClass {
    const last = this.#blocks.at(-1);
    if (last?.type === 'paragraph')
      this.#blocks.splice(-1, 1, { type: 'paragraph', text: cellsOf(last.text) });
    this.#isTable = true;
    return 'markup';
  }

  /** A line above a row of signs is a heading. */
  #underline(line: string): LineClass {
    const last = this.#blocks.at(-1);
    if (last?.type === 'paragraph' && (line.includes('=') || last.text.length <= 80)) {
      this.#blocks.splice(-1, 1, { type: 'subhead', text: last.text });
      this.#classes.splice(-1, 1, 'subhead');
      return 'markup';
    }
    return 'separator';
  }

  #html(line: string): LineClass {
    const { blocks, captions } = htmlBody(line);
    this.#captions.push(...captions);
    let name: LineClass = captions.length > 0 ? 'caption' : 'markup';
    for (const block of blocks.flatMap(withoutMarks)) {
      const last = this.#blocks.at(-1);
      const goesOn = this.#classes.at(-1) === 'list' && last?.type === 'list' && block.type === 'list';
      if (goesOn) last.items.push(...block.items);
      else this.#blocks.push(block);
      name = block.type;
    }
    return name;
  }

  #image(text: string): LineClass {
    const caption = inlineText(text);
    if (caption === '') return 'markup';
    this.#captions.push(caption);
    return 'caption';
  }

  #item(text: string): LineClass {
    if (text === '') return 'markup';
    const last = this.#blocks.at(-1);
    if (last?.type === 'list' && this.#classes.at(-1) === 'list') last.items.push(text);
    else this.#blocks.push({ type: 'list', items: [text] });
    return 'list';
  }

  #paragraph(text: string): LineClass {
    const clean = cleanLine(text);
    if (clean === '') return 'markup';
    // Bullets and dashes that Markdown does not know.
    const [block] = readBlocks([clean]).blocks;
    if (block?.type === 'list') return this.#item(block.items[0] ?? '');
    this.#blocks.push({ type: 'paragraph', text: clean });
    return 'paragraph';
  }
}

/** Markdown within a block of HTML, where programs that move a site have both. @returns nothing of a picture */
function withoutMarks(block: Block): Block[] {
  if (block.type === 'list' || !/\]\(|\*\*/u.test(block.text)) return [block];
  const text = inlineText(block.text);
  return text === '' ? [] : [{ ...block, text }];
}

/** @returns a row of a table without the lines around it */
function cellsOf(row: string): string {
  return row
    .trim()
    .replace(/^\||\|$/gu, '')
    .trim();
}

/** @returns the words of a line, without what marks them */
function inlineText(line: string): string {
  const text = line.trim().replace(NOTE_MARK, '[$<name>]');
  return cleanLine(
    INLINE.test(text) ? stripMarkup(withoutLeftMarks(wordsIn(marked.Lexer.lexInline(text)))) : text,
  );
}

function wordsIn(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      if (token.type === 'br') return ' ';
      if (token.type === 'image') return '';
      if ('tokens' in token && Array.isArray(token.tokens)) return wordsIn(token.tokens);
      return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
    })
    .join('');
}
