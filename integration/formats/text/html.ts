// HTML in a field to blocks: what a browser sets apart is a block, headings are subheads, items of lists are lists,
// captions of figures are captions. Scripts, styles and forms are no text.
import { decodeHTML } from 'entities/decode';
import { Parser } from 'htmlparser2';
import { type Block, cleanLine } from '../../dump/index.ts';
import { BrokenLines, parted } from './broken-lines.ts';
import type { StoryBody } from './plain.ts';

/** Tags that only markup has, closed or with nothing inside. */
const MARKUP =
  /<(?:\/(?:p|div|h[1-6]|li|ul|ol|a|em|i|b|strong|span|figure|blockquote|section|article)>|br\s*\/?>|p[\s>]|img\s)/iu;
const ENTITY = /&(?:#\d{2,7}|#x[\da-f]{2,6}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);/iu;
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS = new Set(
  'address article aside blockquote body dd div dl dt fieldset figure footer form header hr html main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const NO_TEXT = new Set(
  'button canvas head iframe input noscript object script select style svg template textarea title video audio'.split(
    ' ',
  ),
);

/** Whether a text is written in HTML. */
export function isHtml(text: string): boolean {
  return text.includes('<') && MARKUP.test(text);
}

/** @returns a line without entities, where a program left them in */
export function decodeEntities(line: string): string {
  return line.includes('&') && ENTITY.test(line) ? decodeHTML(line) : line;
}

/** @returns a line without tags and entities */
export function stripMarkup(line: string): string {
  if (!isHtml(line)) return decodeEntities(line);
  const { blocks } = htmlBody(line);
  return blocks.map((block) => (block.type === 'list' ? block.items.join(' ') : block.text)).join(' ');
}

/** Reads HTML. Any text can be read: what is wrong in it is read as browsers do, or left out. */
export function htmlBody(html: string): StoryBody {
  const collector = new Collector();
  const parser = new Parser(
    {
      onopentagname: (name) => collector.open(name),
      ontext: (text) => collector.text(text),
      onclosetag: (name) => collector.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return collector.body();
}

class Collector {
  readonly #blocks: Block[] = [];
  readonly #captions: string[] = [];
  readonly #lines = new BrokenLines();
  #text = '';
  /** Elements without text that are open. */
  #muted = 0;
  #kind: 'paragraph' | 'subhead' | 'item' | 'caption' = 'paragraph';
  #inList = false;
  #preformatted = 0;

  open(name: string): void {
    if (NO_TEXT.has(name)) this.#muted++;
    else if (HEADINGS.has(name)) this.#begin('subhead');
    else if (name === 'li') this.#begin('item');
    else if (name === 'figcaption') this.#begin('caption');
    else if (name === 'p' && this.#kind === 'item') this.#text += ' ';
    else if (name === 'p' && this.#kind === 'caption') this.#text += ' ';
    else if (name === 'br') this.#endLine();
    else if (BLOCKS.has(name)) this.#break();
    if (name === 'pre') this.#preformatted++;
  }

  close(name: string): void {
    if (NO_TEXT.has(name)) this.#muted = Math.max(0, this.#muted - 1);
    else if (HEADINGS.has(name) || name === 'li' || name === 'figcaption') this.#begin('paragraph');
    else if (name === 'p' && (this.#kind === 'item' || this.#kind === 'caption')) this.#text += ' ';
    else if (name === 'ul' || name === 'ol') {
      this.#begin('paragraph');
      this.#inList = false;
    } else if (BLOCKS.has(name)) this.#break();
    if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1);
  }

  text(text: string): void {
    if (this.#muted === 0) this.#text += text;
  }

  body(): StoryBody {
    this.#break();
    return { blocks: this.#lines.joined(this.#blocks), captions: this.#captions };
  }

  #endLine(): void {
    this.#take();
    this.#lines.endLine();
  }

  #begin(kind: 'paragraph' | 'subhead' | 'item' | 'caption'): void {
    this.#break();
    this.#kind = kind;
  }

  #break(): void {
    this.#take();
    this.#lines.endBlock();
  }

  #take(): void {
    // Between two empty lines of source there is a paragraph's end where no tag says so.
    const parts = this.#preformatted > 0 ? this.#text.split('\n') : parted(this.#text);
    this.#text = '';
    for (const part of parts) {
      const text = cleanLine(part.replace(/\s+/gu, ' '));
      if (text !== '') this.#add(text);
    }
  }

  #add(text: string): void {
    const last = this.#blocks.at(-1);
    if (this.#kind === 'caption') this.#captions.push(text);
    else if (this.#kind === 'subhead') this.#blocks.push({ type: 'subhead', text });
    else if (this.#kind === 'item') {
      if (this.#inList && last?.type === 'list') last.items.push(text);
      else this.#blocks.push({ type: 'list', items: [text] });
      this.#inList = true;
      return;
    } else {
      this.#lines.add(this.#blocks.length);
      this.#blocks.push({ type: 'paragraph', text });
    }
    this.#inList = false;
  }
}
