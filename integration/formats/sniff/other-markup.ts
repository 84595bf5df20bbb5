// Markup that is not read here, and that a program turns into Markdown under front matter: Org mode, reStructuredText,
// MediaWiki. Decides by what their files begin with, so that no mark of theirs is taken for a story's words.
import type { Head, Sniffed } from './sniffed.ts';

/** So many lines tell. */
const LOOKED_AT = 60;

const ORG_MODE = /-\*-.*\bmode:\s*org\b/iu;
const ORG_KEYWORD =
  /^#\+(?:title|subtitle|author|date|email|language|description|keywords|startup|options|property|filetags|category|setupfile|export_\w+|hugo_\w+):/iu;

/** Headings, blocks, drawers and links in a text of Org. */
const ORG_TEXT =
  /^\*+ \S|^\s*#\+(?:begin|end|include|caption|attr)_?\w*|^\s*:PROPERTIES:\s*$|\[\[[^\][]+\]\[[^\][]+\]\]/iu;

/** A title is underlined by as many signs, or more. */
const UNDERLINE = /^(?<sign>[#=*^~"'`+:.-])\k<sign>{2,}\s*$/u;
/** What blogs of Pelican, Nikola and Sphinx state below a title. */
const FIELD =
  /^:(?:date|modified|authors?|tags|category|categories|slug|summary|lang|language|status|title|location|blogpost|url|save_as|template|excerpt):(?:\s|$)/iu;
const DIRECTIVE = /^\.\. (?:[\w-]+::(?:\s|$)|_[^:]+:\s)/u;
const LINK = /`[^`<]+<[^<>\s]+>`_/u;
const LEAST_MARKS = 2;

const WIKI_HEADING = /^={2,4} ?[^=].*[^=] ?={2,4}\s*$/u;
const WIKI_LINK = /\[\[[^[\]\n]+\]\]/u;
const WIKI_FIELDS = /^\{\{\p{Lu}[\p{L}\d _-]{1,40}\|[^{}]*\}\}\s*$/u;
const WIKI_TEMPLATE = /^\{\{[^{}%<]/u;

export function sniffOtherMarkup({ lines }: Head): Sniffed | undefined {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return undefined;
  const looked = lines.slice(first, first + LOOKED_AT);
  if (isOrg(looked, lines)) return convert('Org mode', 'org');
  if (isRestructured(looked)) return convert('reStructuredText', 'rst');
  return isMediaWiki(looked) ? convert('MediaWiki’s markup', 'mediawiki') : undefined;
}

function convert(name: string, format: string): Sniffed {
  return {
    refused: {
      looksLike: `text in ${name}`,
      advice: `Convert it to Markdown: “pandoc -f ${format} -t gfm -s OLD -o NEW.md” does.`,
      isText: true,
    },
  };
}

/** Fields of Org above plain text are read; what marks its text is not. */
function isOrg(looked: readonly string[], lines: readonly string[]): boolean {
  const isNamed = ORG_MODE.test(looked[0] ?? '') || looked.slice(0, 4).some((line) => ORG_KEYWORD.test(line));
  return isNamed && lines.some((line) => ORG_TEXT.test(line));
}

function isRestructured(lines: readonly string[]): boolean {
  const marks = lines.filter((line) => DIRECTIVE.test(line) || LINK.test(line)).length;
  // A title may have a line of signs above it as well.
  const title = UNDERLINE.test(lines[0] ?? '') ? 1 : 0;
  const underline = lines[title + 1]?.trimEnd() ?? '';
  if (!UNDERLINE.test(underline) || underline.length < (lines[title]?.trim().length ?? 0))
    return marks >= LEAST_MARKS && lines.some((line) => DIRECTIVE.test(line)) && lines.some(isUnderline);
  const below = lines.slice(title + 2).find((line) => line.trim() !== '') ?? '';
  return FIELD.test(below) || DIRECTIVE.test(below) || marks >= LEAST_MARKS;
}

const isUnderline = (line: string) => UNDERLINE.test(line);

function isMediaWiki(lines: readonly string[]): boolean {
  const links = lines.filter((line) => WIKI_LINK.test(line)).length;
  const has = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  // A template with fields at the top: `{{Update|date = 24 April 2025}}`.
  if (WIKI_FIELDS.test(lines[0] ?? '')) return true;
  return links >= LEAST_MARKS && (has(WIKI_HEADING) || has(WIKI_TEMPLATE));
}
