// News in XML: NITF; NewsML-G2 and NewsML 1, with NITF, XHTML or plain text in them; the collections that Reuters hands out
// (RCV1). Read as a stream. Decides where a story and each block of its text begin and end; elements that are not known lead
// to what is in them.
import type { SaxesParser, SaxesTagPlain } from 'saxes';
import { cleanLine, type Found, type LineClass, message } from '../../dump/index.ts';
import type { RawLine } from '../raw-lines.ts';
import { createXmlParser } from '../text/xml-parser.ts';
import { LineReader } from './line-reader.ts';
import { type BlockKind, XmlBlocks } from './xml-blocks.ts';
import {
  HEADLINES,
  isOfCaption,
  isOfPictures,
  readAttributes,
  readText,
  type StatedElements,
} from './xml-elements.ts';
import { CAPTIONS, isInBody, isInCaption } from './xml-path.ts';

/** Elements that hold a story. */
const STORIES: ReadonlySet<string> = new Set(['nitf', 'newsitem']);
/** Elements of text that are set apart. */
const BLOCKS = new Set([
  'p',
  'block',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'pre',
  'bq',
  'blockquote',
  'hr',
  'media',
  'section',
]);
const HEADINGS = new Set(['hl2', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements whose words are no text of the story. */
const NO_TEXT = new Set([
  'media-producer',
  'media-metadata',
  'media-reference',
  'media-object',
  'script',
  'style',
  'body.end',
  'note',
  'byttl',
  'virtloc',
]);
const MAX_STORY = 8 * 2 ** 20;
const MAX_DEPTH = 256;

/** Elements that end with the text of a story, or a part of it. */
const TEXTS = new Set(['inlinedata', 'datacontent', 'body.content', 'body', 'text']);
const CLASSES: Record<BlockKind, LineClass> = { paragraph: 'paragraph', subhead: 'subhead', item: 'list' };

/** A story while its elements are read. */
interface OpenStory extends StatedElements {
  element: string;
  depth: number;
  first: number;
  blocks: XmlBlocks;
  size: number;
  /** Whether it holds a text at all, and not a picture or a list of other items. */
  isText: boolean;
  /** Elements around the one that says of itself, in NewsML 1, that it is a caption. */
  captionDepth?: number | undefined;
}

export class XmlReader extends LineReader {
  #parser = this.#open();
  #path: string[] = [];
  #story: OpenStory | undefined;
  /** Lines of the current story. */
  #lines: RawLine[] = [];
  #classes = new Map<number, LineClass>();
  #text = '';
  /** Text of the elements around, as far as it was read. */
  #texts: string[] = [];
  #muted = 0;
  #number = 1;
  #found: Found[] = [];
  /** Lines before this document. */
  #above = 0;
  #isBroken = false;
  #any = false;
  #hasInk = false;
  /** The last line that is booked with a story. */
  #booked = 0;
  /** Whether any story, or a fault, was found. */
  #hasStory = false;

  protected line(line: RawLine, found: Found[]): void {
    this.#found = found;
    // Documents one behind the other in a file.
    if (this.#any && /^\s*<\?xml\b/u.test(line.text)) this.#endDocument(found);
    if (line.text.trim() !== '') {
      this.#any = true;
      this.#hasInk = true;
    }
    this.#number = line.number;
    if (this.#story) this.#lines.push(line);
    const before = this.#story;
    if (!this.#isBroken) this.#parser.write(`${line.text}\n`);
    if (before !== undefined || this.#booked === line.number) return;
    if (this.#story !== undefined) this.#lines.push(line);
    else this.book([line], this.#isBroken ? 'unclaimed' : 'markup');
  }

  protected finish(found: Found[]): void {
    this.#found = found;
    this.#endDocument(found);
    if (this.#hasInk && !this.#hasStory) {
      const text =
        'No story with a text is in this file: it holds pictures, packages or plans; nothing of it is published.';
      found.push({ message: message('no-body', 1, 1, text) });
    }
  }

  #endDocument(found: Found[]): void {
    this.#found = found;
    if (!this.#isBroken && this.#any) this.#parser.close();
    this.#dropStory();
    this.#parser = this.#open();
    this.#path = [];
    this.#above = this.#number;
    this.#isBroken = false;
    this.#any = false;
  }

  #open(): SaxesParser {
    return createXmlParser({
      open: (tag) => this.#openTag(tag),
      close: (name) => this.#closeTag(localName(name)),
      text: (text) => this.#takeText(text),
      fault: (why) => this.#fail(why),
    });
  }

  #fail(why: string): void {
    if (this.#isBroken) return;
    this.#isBroken = true;
    this.#hasStory = true;
    const line = Math.max(1, Math.min(this.#number, this.#above + this.#parser.line));
    const text = `This XML is not well-formed (${why}); what stands from here to the end of its document is not published.`;
    this.#found.push({ message: message('malformed', line, Math.max(1, this.#parser.column + 1), text) });
    this.#dropStory();
  }

  #dropStory(): void {
    if (!this.#story) return;
    this.book(this.#lines, 'unclaimed');
    this.#booked = this.#lines.at(-1)?.number ?? this.#booked;
    this.#story = undefined;
    this.#lines = [];
    this.#classes = new Map();
  }

  #openTag(tag: SaxesTagPlain): void {
    if (this.#isBroken) return;
    const name = localName(tag.name);
    this.#path.push(name);
    if (this.#path.length > MAX_DEPTH) {
      this.#fail('elements are nested deeper than in any story');
      return;
    }
    if (!this.#story && STORIES.has(name)) this.#begin(name, tag.attributes);
    const story = this.#story;
    if (!story) return;
    if (NO_TEXT.has(name)) this.#muted++;
    this.#texts.push(this.#text);
    this.#text = '';
    if (!isInBody(this.#path)) {
      if (isOfPictures(name, tag.attributes)) story.isText = false;
      if (isOfCaption(name, tag.attributes)) story.captionDepth = this.#path.length - 1;
      readAttributes(name, this.#parent, tag.attributes, story);
      return;
    }
    story.isText ||= story.captionDepth === undefined;
    this.#openInBody(name, story.blocks);
  }

  #openInBody(name: string, blocks: XmlBlocks): void {
    if (CAPTIONS.has(name)) blocks.end(this.#parent);
    else if (HEADINGS.has(name)) blocks.begin('subhead', this.#parent);
    else if (name === 'li') blocks.begin('item', this.#parent);
    else if (name === 'br') blocks.endLine(this.#parent);
    else if (BLOCKS.has(name) && blocks.kind !== 'item') blocks.end(this.#parent);
    else if (name === 'header') {
      blocks.end(this.#parent);
      blocks.beginHead();
    }
  }

  #closeTag(name: string): void {
    if (this.#isBroken) return;
    const story = this.#story;
    if (story) {
      if (NO_TEXT.has(name)) this.#muted = Math.max(0, this.#muted - 1);
      if (isInBody(this.#path)) this.#closeInBody(name, story);
      else this.#readText(name, story);
      const isOwn = NO_TEXT.has(name);
      this.#text = `${this.#texts.pop() ?? ''}${isOwn ? '' : ` ${this.#text}`}`;
    }
    this.#path.pop();
    if (story?.captionDepth !== undefined && this.#path.length < story.captionDepth)
      story.captionDepth = undefined;
    if (story && this.#path.length < story.depth) this.#endStory(story);
  }

  #takeText(text: string): void {
    const story = this.#story;
    if (this.#isBroken || !story || this.#muted > 0) return;
    story.size += text.length;
    if (story.size > MAX_STORY) {
      this.#found.push({
        message: message(
          'story-too-long',
          story.first,
          1,
          'This story goes on past 8 MiB; it is not published.',
        ),
      });
      this.#dropStory();
      return;
    }
    this.#text += text;
    if (!isInBody(this.#path) || story.captionDepth !== undefined || isInCaption(this.#path)) return;
    story.blocks.add(text);
    // A text is told as a whole, at its end.
    const name = this.#path.includes('header') ? 'field' : CLASSES[story.blocks.kind];
    const lines = text.split('\n');
    for (const [at, line] of lines.entries()) {
      const number = this.#number - lines.length + 1 + at;
      if (line.trim() !== '') this.#classes.set(number, name);
    }
  }

  #readText(name: string, story: OpenStory): void {
    const text = cleanLine(this.#text.replace(/\s+/gu, ' '));
    if (text === '') return;
    readText(name, this.#parent, text, story);
    if (HEADLINES.has(name)) this.#classes.set(this.#number, 'field');
  }

  get #parent(): string {
    return this.#path.at(-2) ?? '';
  }

  #closeInBody(name: string, story: OpenStory): void {
    const { blocks } = story;
    const isCaption = story.captionDepth !== undefined && name === 'datacontent';
    if (isCaption || name === 'media-caption' || name === 'figcaption') {
      const caption = cleanLine(this.#text.replace(/\s+/gu, ' '));
      if (caption !== '') blocks.captions.push(caption);
    } else if (HEADINGS.has(name) || name === 'li') blocks.begin('paragraph', name);
    else if (name === 'ul' || name === 'ol') blocks.endList(name);
    else if (name === 'header') blocks.endHead(name);
    else if (TEXTS.has(name)) blocks.end(name);
    else if (BLOCKS.has(name)) {
      if (blocks.kind === 'item') blocks.add(' ');
      else blocks.end(name);
    }
  }

  #begin(element: string, attributes: Record<string, string>): void {
    this.#texts = [];
    this.#story = {
      element,
      depth: this.#path.length,
      first: this.#number,
      fields: {},
      keywords: [],
      blocks: new XmlBlocks(),
      size: 0,
      isText: element === 'nitf',
    };
    readAttributes(element, '', attributes, this.#story);
    this.#muted = 0;
    this.#classes.set(this.#number, 'markup');
  }

  #endStory(story: OpenStory): void {
    const { fields, keywords, blocks } = story;
    this.#story = undefined;
    const lines = this.#lines;
    // The line on which it begins and ends may be one.
    if (lines.at(-1)?.number !== this.#number && this.#booked !== this.#number)
      lines.push({ number: this.#number, text: '<' });
    this.#booked = this.#number;
    this.#lines = [];
    const classes = new Map<number, LineClass>(
      lines.map(({ number }) => [number, this.#classes.get(number) ?? 'markup']),
    );
    this.#classes = new Map();
    if (keywords.length > 0) fields.keywords = [...new Set(keywords)];
    if (!story.isText) {
      this.book(lines, 'markup');
      return;
    }
    this.#hasStory = true;
    if (story.title !== undefined) fields.headline ??= story.title;
    const { dek, headline } = fields;
    if (dek !== undefined && dek === headline) delete fields.dek;
    this.publish(
      {
        lines,
        fields: { ...fields, captions: blocks.captions },
        body: { blocks: blocks.all(), captions: [] },
        classes,
      },
      this.#found,
    );
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
