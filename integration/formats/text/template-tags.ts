// Tags of templates in the Markdown that a generator of static sites makes pages of: Liquid as Jekyll and Eleventy have
// it (`{% include note.html %}`, `{{ site.title }}`), shortcodes of Hugo (`{{< figure src="a.jpg" caption="…" >}}`),
// attributes of kramdown (`{: .lede}`), comments (`<!--more-->`). A reader never saw them. Decides what stands in their
// place: a caption that one states, the text that `{% raw %}` shields, and nothing otherwise.

/** A text without its tags. */
export interface Untagged {
  /** As many as before. */
  lines: readonly string[];
  captions: readonly string[];
  lost: LostText | undefined;
}

/** Tags that stand for text which is not here. */
export interface LostText {
  count: number;
  /** As it stands. */
  first: string;
  /** Index of its line. */
  line: number;
}

/** What closes a tag, by what opens it. Longer ones first. */
const TAGS = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['{:', '}'],
  ['<!--', '-->'],
] as const;
const OPENING = /\{(?:\{[<%]?|%|:)|<!--/gu;
/** A tag is shorter than this, in UTF-16 code units; a comment may be longer. */
const MOST = 2000;
const NAME = /^\{\{?[<%]?-?\s*(?<name>[\w.-]*)/u;
const CAPTION = /\bcaption\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/u;
/** They say what becomes of the text between them or beside them, and stand for none themselves. */
const WITHOUT_TEXT =
  /^(?:end\w*|raw|comment|if|elsif|else|unless|case|when|for|break|continue|assign|capture|highlight|figure|layout|link|post_url|table|toc)$/u;
/** Before the address of a link or a picture. */
const ADDRESS_FOLLOWS = /(?:\]\(|=["']?)$/u;

/** @returns the same without tags; nothing where there are none */
export function withoutTemplateTags(lines: readonly string[]): Untagged | undefined {
  const text = lines.join('\n');
  return text.search(OPENING) < 0 ? undefined : new TagRemover(text).read();
}

class TagRemover {
  readonly #text: string;
  /** Where each sign stands next, so that none is looked for twice. */
  readonly #next = new Map<string, number>();
  readonly #captions: string[] = [];
  #lost: LostText | undefined;
  readonly #kept: string[] = [];
  /** The last few characters that were kept. */
  #tail = '';

  constructor(text: string) {
    this.#text = text;
  }

  read(): Untagged {
    let at = 0;
    for (const opening of this.#text.matchAll(OPENING)) {
      // Within a tag that was read already.
      if (opening.index < at) continue;
      const end = this.#endOf(opening[0], opening.index);
      if (end === undefined) continue;
      this.#keep(this.#text.slice(at, opening.index));
      at = this.#take(opening.index, end);
    }
    this.#keep(this.#text.slice(at));
    const left = this.#kept.join('').split('\n');
    return { lines: left, captions: this.#captions, lost: this.#lost };
  }

  #keep(text: string): void {
    this.#kept.push(text);
    this.#tail = (this.#tail + text.slice(-3)).slice(-3);
  }

  #endOf(opening: string, start: number): number | undefined {
    const closing = TAGS.find(([open]) => open === opening)?.[1] ?? '}';
    const end = this.#find(closing, start + opening.length);
    const isTag = end >= 0 && (end - start < MOST || opening === '<!--');
    return isTag ? end + closing.length : undefined;
  }

  /** Takes a tag. @returns where the text goes on */
  #take(start: number, end: number): number {
    const tag = this.#text.slice(start, end);
    const { name = '' } = NAME.exec(tag)?.groups ?? {};
    if (name === 'raw' || name === 'comment') {
      const last = this.#find(`end${name}`, end);
      const closing = last < 0 ? -1 : this.#text.lastIndexOf('{%', last);
      if (closing >= end) {
        // The tag that ends it is read as any other.
        this.#keep(name === 'raw' ? this.#text.slice(end, closing) : breaksIn(this.#text, end, closing));
        return closing;
      }
    }
    const isAddress = ADDRESS_FOLLOWS.test(this.#tail);
    if (!isAddress) this.#note(tag, name, start, end);
    // A link without an address is none.
    this.#keep((isAddress ? '#' : '') + breaksIn(this.#text, start, end));
    // Of the spaces on both sides one is left.
    const isBetweenSpaces = /(?:^|\s)$/u.test(this.#tail) && this.#text[end] === ' ';
    return isBetweenSpaces ? end + 1 : end;
  }

  /** Keeps of a tag what it states itself, and that it stands for something else. */
  #note(tag: string, name: string, start: number, end: number): void {
    const { double, single } = CAPTION.exec(tag)?.groups ?? {};
    const caption = double ?? single;
    if (caption !== undefined) this.#captions.push(caption);
    if (caption !== undefined || WITHOUT_TEXT.test(name)) return;
    // An attribute, a comment, the end of what another tag began.
    if (/^(?:\{:|<!|\{\{[<%]\s*\/)/u.test(tag)) return;
    // What stands between two tags is text, and stays.
    if (name !== '' && [`end${name}`, `/${name}`].some((last) => this.#find(last, end) >= 0)) return;
    this.#lost ??= { count: 0, first: tag, line: breaksIn(this.#text, 0, start).length };
    this.#lost.count++;
  }

  /** @returns where a sign stands next from a position on; below zero where nowhere */
  #find(sign: string, from: number): number {
    const known = this.#next.get(sign);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#text.indexOf(sign, from);
    this.#next.set(sign, found);
    return found;
  }
}

/** @returns the line breaks of a part of a text */
function breaksIn(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[^\n]+/gu, '');
}
