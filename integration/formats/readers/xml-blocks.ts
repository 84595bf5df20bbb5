// The blocks of a story's text in XML. Decides what a run of text between two elements amounts to: text of lines, HTML
// that the XML does not know as such, the head that a page in it has above its text.
import { type Block, cleanLine, isClosed } from '../../dump/index.ts';
import { BrokenLines, parted } from '../text/broken-lines.ts';
import { htmlBody, isHtml, stripMarkup } from '../text/html.ts';
import { plainBody } from '../text/plain.ts';

export type BlockKind = 'paragraph' | 'subhead' | 'item';

/** Elements that hold nothing but a text, which may have no elements. */
const PLAIN = new Set(['inlinedata', 'datacontent']);

/** What HTML sets apart. */
const BLOCK = /<\/?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|blockquote)[\s/>]/iu;
/** Between parts of a text. */
const RULE = /^(?:[*_=~–—-]\s*){3,}$/u;

export class XmlBlocks {
  kind: BlockKind = 'paragraph';
  readonly captions: string[] = [];
  #blocks: Block[] = [];
  readonly #lines = new BrokenLines();
  #text = '';
  #inList = false;
  /** How many blocks stand above the head of a page. */
  #above: number | undefined;

  add(text: string): void {
    this.#text += text;
  }

  begin(kind: BlockKind, element: string): void {
    this.end(element);
    this.kind = kind;
  }

  endLine(element: string): void {
    if (this.kind !== 'paragraph') {
      this.#text += ' ';
      return;
    }
    this.#take(element);
    this.#lines.endLine();
  }

  endList(element: string): void {
    this.end(element);
    this.#inList = false;
  }

  /** @param element the one that the text stands in */
  end(element: string): void {
    this.#take(element);
    this.#lines.endBlock();
  }

  beginHead(): void {
    this.#above = this.#blocks.length;
  }

  /** Of a page's head the sentences are text; its headline, day and subjects are stated elsewhere. */
  endHead(element: string): void {
    this.end(element);
    const from = this.#above ?? this.#blocks.length;
    this.#blocks = this.#blocks.filter(
      (block, at) => at < from || (block.type === 'paragraph' && isClosed(block.text)),
    );
    this.#above = undefined;
  }

  all(): Block[] {
    return this.#lines.joined(this.#blocks);
  }

  #take(element: string): void {
    const text = this.#text;
    this.#text = '';
    if (text.trim() === '') return;
    if (this.kind !== 'paragraph') this.#push(stripMarkup(text));
    else if (isHtml(text) && BLOCK.test(text)) {
      const { blocks, captions } = htmlBody(text);
      this.#blocks.push(...blocks);
      this.captions.push(...captions);
    } else if (element === 'pre') this.#blocks.push(...plainBody(text).blocks);
    else {
      const parts = PLAIN.has(element) ? text.split(/\n\s*\n|\n(?=\s{2,})/u) : parted(text);
      for (const part of parts) this.#push(stripMarkup(part));
    }
  }

  #push(part: string): void {
    const text = cleanLine(part.replace(/\s+/gu, ' '));
    if (text === '' || RULE.test(text)) return;
    const last = this.#blocks.at(-1);
    if (this.kind === 'paragraph') this.#lines.add(this.#blocks.length);
    if (this.kind === 'item' && this.#inList && last?.type === 'list') last.items.push(text);
    else if (this.kind === 'item') this.#blocks.push({ type: 'list', items: [text] });
    else this.#blocks.push({ type: this.kind, text });
    this.#inList = this.kind === 'item';
  }
}
