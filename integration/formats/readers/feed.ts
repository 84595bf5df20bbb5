// Feeds (RSS, Atom), and exports of WordPress, which are feeds of all that a site has. Read as a stream, item by item. Decides
// what the elements of an item say, and which items are stories: an export has pages, pictures and menus as well.
import type { SaxesTagPlain } from 'saxes';
import { type Found, type LineClass, message } from '../../dump/index.ts';
import { escapeMarkup } from '../../utils/markup.ts';
import { languageOf } from '../fields/values.ts';
import type { FormatOptions } from '../format.ts';
import type { RawLine } from '../raw-lines.ts';
import { decodeEntities, isHtml } from '../text/html.ts';
import { withoutShortcodes } from '../text/shortcodes.ts';
import { createXmlParser, escapeLoose } from '../text/xml-parser.ts';
import { LineReader } from './line-reader.ts';
import { ObjectRecords } from './object-records.ts';

const ITEMS: ReadonlySet<string> = new Set(['item', 'entry']);
/** A feed that a program wrote may be one line. */
const LONGEST_LINE = 64 * 2 ** 20;
const MAX_ITEM = 8 * 2 ** 20;
const MAX_DEPTH = 256;

/** Elements outside of items that say something of them. */
const AROUND: ReadonlySet<string> = new Set([
  'language',
  'dc:language',
  'wp:author_login',
  'wp:author_display_name',
]);

/** What WordPress keeps beside stories, by the type that it states; types of its own begin with `wp_`. */
const NO_STORY =
  /^(?:page|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*)$/u;
/** What Blogger keeps beside stories, by the kind that it states. */
const BLOGGER_KIND = /\/blogger\/\d+\/kind#(?<kind>\w+)$/u;
/** A picture, and the words beside it. */
const PICTURE = /^(?<image>(?:\s*<[^>]*>)*)(?<text>[\s\S]*)$/u;
/** Of RSS: an address, and the name behind it. */
const MAIL_AND_NAME = /^\S+@\S+\s+\((?<name>[^)]+)\)$/u;
/** Characters that XML has no place for, and programs leave in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

const CDATA_MARKS = /(<!\[CDATA\[|\]\]>)/u;

/** An item while its elements are read. */
interface OpenItem {
  line: number;
  depth: number;
  size: number;
  /** Texts by the names of their elements, HTML as HTML. */
  texts: Map<string, string>;
  section: string | undefined;
  tags: string[];
  /** What Blogger says that it is. */
  kind: string;
  language: string | undefined;
}

export class FeedReader extends LineReader {
  readonly #records: ObjectRecords;
  readonly #parser = createXmlParser({
    open: (tag) => this.#openTag(tag),
    close: (name) => this.#closeTag(name.toLowerCase()),
    text: (text) => this.#takeText(text),
    fault: (why) => this.#fail(why),
  });
  #path: string[] = [];
  #item: OpenItem | undefined;
  /** The language that the feed states. */
  #language: string | undefined;
  /** Names of authors, by what an export calls them. */
  readonly #authors = new Map<string, string>();
  #login = '';
  /** The text of the current element that is a child of an item, or of the feed. */
  #text = '';
  /** What a category says of itself by its attributes. */
  #category: { domain?: string | undefined; term?: string | undefined } = {};
  #number = 1;
  #found: Found[] = [];
  /** Lines that are not booked, since an item reaches into them. */
  #held: RawLine[] = [];
  #class: LineClass = 'markup';
  /** Whether the current text is a section of CDATA, in which an ampersand is no mark. */
  #isCdata = false;
  #isBroken = false;
  #hasInk = false;
  #hasStory = false;

  constructor(options: FormatOptions) {
    super(options, LONGEST_LINE);
    this.#records = new ObjectRecords(options, this.writer);
  }

  protected line(line: RawLine, found: Found[]): void {
    this.#found = found;
    this.#number = line.number;
    this.#hasInk ||= line.text.trim() !== '';
    this.#held.push(line);
    if (this.#isBroken) this.#class = 'unclaimed';
    // Programs put blank lines before the declaration, where XML has no place for them.
    else if (this.#hasInk) this.#parser.write(`${this.#mended(line.text)}\n`);
    if (!this.#item) this.#bookHeld();
  }

  protected finish(found: Found[]): void {
    this.#found = found;
    if (!this.#isBroken && this.#hasInk) this.#parser.close();
    if (this.#hasInk && !this.#hasStory)
      found.push({
        message: message('no-body', 1, 1, 'No item of this feed has a text; nothing of it is published.'),
      });
  }

  /** @returns a line without what programs leave in, though XML has no place for it */
  #mended(line: string): string {
    const parts = line.replace(CONTROLS, '').split(CDATA_MARKS);
    for (const [at, part] of parts.entries()) {
      if (part === '<![CDATA[') this.#isCdata = true;
      else if (part === ']]>') this.#isCdata = false;
      else if (!this.#isCdata) parts[at] = escapeLoose(part);
    }
    return parts.join('');
  }

  #bookHeld(): void {
    this.book(this.#held, this.#class);
    this.#held = [];
    this.#class = 'markup';
  }

  #fail(why: string): void {
    if (this.#isBroken) return;
    this.#isBroken = true;
    this.#hasStory = true;
    const text = `This XML is not well-formed (${why}); what stands from here to the end of the file is not published.`;
    const column = Math.max(1, this.#parser.column + 1);
    this.#found.push({ message: message('malformed', this.#number, column, text) });
    this.#drop();
  }

  /** Leaves an item out. */
  #drop(): void {
    this.#item = undefined;
    this.#class = 'unclaimed';
    this.#bookHeld();
  }

  #openTag({ name: written, attributes, isSelfClosing }: SaxesTagPlain): void {
    if (this.#isBroken) return;
    const name = written.toLowerCase();
    this.#path.push(name);
    if (this.#path.length > MAX_DEPTH) {
      this.#fail('elements are nested deeper than in any feed');
      return;
    }
    const item = this.#item;
    if (!item && ITEMS.has(name)) this.#begin(languageOf(attributes['xml:lang']));
    else if (!item || this.#path.length === item.depth + 1) this.#openField(name, attributes, item);
    else if (this.#isInAuthor(item)) this.#text = '';
    else this.#text += `<${name}${isSelfClosing ? '/' : ''}>`;
  }

  /** @param item the one that the element is a child of; none outside of items */
  #openField(name: string, attributes: Record<string, string>, item: OpenItem | undefined): void {
    this.#text = '';
    if (!item) this.#language ??= languageOf(attributes['xml:lang']);
    const { domain, term, href, rel = 'alternate' } = attributes;
    this.#category = { domain, term };
    if (item && name === 'link' && href && rel === 'alternate') item.texts.set('link', href);
  }

  #closeTag(name: string): void {
    if (this.#isBroken) return;
    const item = this.#item;
    const level = this.#path.length - (item?.depth ?? 0);
    const isInAuthor = item !== undefined && this.#isInAuthor(item);
    this.#path.pop();
    if (!item) this.#takeAround(name, this.#text.trim());
    else if (level === 0) this.#end(item);
    else if (level === 1) this.#takeField(name, item);
    else if (!isInAuthor) this.#text += `</${name}>`;
    else {
      if (name === 'name') item.texts.set('author', this.#text.trim());
      this.#text = '';
    }
  }

  /** Of an author the name counts alone; what other fields have in them is HTML. */
  #isInAuthor({ depth }: OpenItem): boolean {
    return this.#path[depth] === 'author';
  }

  #takeText(text: string): void {
    const item = this.#item;
    if (this.#isBroken) return;
    if (!item) {
      if (AROUND.has(this.#path.at(-1) ?? '')) this.#text += text;
      return;
    }
    item.size += text.length;
    if (item.size > MAX_ITEM) {
      const why = 'This item goes on past 8 MiB; it is not published.';
      this.#found.push({ message: message('story-too-long', item.line, 1, why) });
      this.#drop();
      return;
    }
    const isInHtml = this.#path.length > item.depth + 1 && !this.#isInAuthor(item);
    this.#text += isInHtml ? escapeMarkup(text) : text;
  }

  #takeAround(name: string, text: string): void {
    if (name === 'wp:author_login') this.#login = text;
    else if (name === 'wp:author_display_name' && text !== '') this.#authors.set(this.#login, text);
    else if (AROUND.has(name)) this.#language = languageOf(text);
  }

  #takeField(name: string, item: OpenItem): void {
    const text = this.#text.trim();
    this.#text = '';
    if (name === 'category') {
      const { domain, term } = this.#category;
      const said = term ?? text;
      const kind = BLOGGER_KIND.exec(said)?.groups?.kind;
      if (kind) item.kind = kind;
      else if (domain === 'category') item.section ??= said;
      else if (said !== '' && domain !== 'post_format') item.tags.push(said);
    } else if (text !== '' && !item.texts.has(name)) item.texts.set(name, text);
  }

  #begin(language: string | undefined): void {
    this.#text = '';
    this.#item = {
      line: this.#number,
      depth: this.#path.length,
      size: 0,
      texts: new Map(),
      section: undefined,
      tags: [],
      kind: 'post',
      language: language ?? this.#language,
    };
  }

  #end(item: OpenItem): void {
    this.#item = undefined;
    if (NO_STORY.test(item.texts.get('wp:post_type') ?? '') || item.kind !== 'post') return;
    const found = this.#records.read(recordOf(item, this.#authors), [item.line, this.#number]);
    const isPublished = found.some(({ story }) => story);
    this.#hasStory ||= found.length > 0;
    if (isPublished) this.#class = 'field';
    else if (this.#class !== 'field') this.#class = 'unclaimed';
    this.#found.push(...found);
  }
}

/** @returns an item as a record, by names that are known of records */
function recordOf(
  { texts, section, tags, language }: OpenItem,
  authors: ReadonlyMap<string, string>,
): object {
  const first = (...names: string[]) =>
    names.map((name) => texts.get(name)).find((text) => text !== undefined);
  const summary = first('excerpt:encoded', 'description', 'summary');
  const content = first('content:encoded', 'content');
  const author = first('dc:creator', 'author', 'itunes:author');
  const status = texts.get('wp:post_password') === undefined ? texts.get('wp:status') : 'private';
  return {
    ...defined({
      title: texts.get('title'),
      // Many feeds have their text in what they call a description; some have none.
      text: htmlOf(content ?? summary ?? ''),
      description: content === undefined ? undefined : summary,
      author: author && (authors.get(author) ?? author.replace(MAIL_AND_NAME, '$<name>')),
      date: first('wp:post_date', 'pubdate', 'published', 'dc:date', 'updated'),
      link: first('link'),
      slug: texts.get('wp:post_name'),
      rights: first('dc:rights', 'rights', 'copyright'),
      post_status: status === 'publish' ? undefined : status,
      section,
      language,
    }),
    ...(tags.length > 0 && { tags: [...new Set(tags)] }),
  };
}

const defined = (fields: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** @returns text of a feed, which is HTML also where it has no tags */
function htmlOf(text: string): string {
  const html = isHtml(text) ? text : decodeEntities(text);
  return withoutShortcodes(html, (inside, caption) => {
    const { image = '', text = '' } = PICTURE.exec(inside)?.groups ?? {};
    return `<figure>${image}<figcaption>${caption ?? text}</figcaption></figure>`;
  });
}
