// AsciiDoc in a text, written as Markdown line for line, so that one reader makes blocks of both. Decides whether a text
// is AsciiDoc, and which of its lines say how it looks and are no text.

const SECTION = /^(?<marks>={2,6})\s+(?<text>\S.*?)(?:\s+={2,6})?\s*$/u;
/** `[source,java]`, `[[releases]]`, `[.lead]`: what the block below is. */
const BLOCK_ATTRIBUTES = /^\[(?:\[[^\]]*\]|[^\]]*)\]\s*$/u;
const ENTRY = /^:!?[\p{L}\p{N}_][\p{L}\p{N}_-]*!?:(?:\s.*)?$/u;
const COMMENT = /^\/\/(?!\/)/u;
/** What stands around code, and around any other block. */
const CODE = /^(?:-{4,}|\.{4,}|`{3,}.*)\s*$/u;
const DELIMITER = /^(?:={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--|\+|[|,:!]={3,})\s*$/u;
const TABLE = /^\|={3,}\s*$/u;
const CELL = /^\s*[\d.+*<>^a-z]{0,6}\|\s?/u;
const BREAK = /^'{3,}\s*$/u;
const IMAGE = /^image::\S+\[(?<attributes>.*)\]\s*$/u;
const MACRO = /^(?:video|audio|include|toc|ifdef|ifndef|ifeval|endif|icon)::\S*\[.*\]\s*$/u;
const TITLE = /^\.(?<text>[^\s.].*)$/u;
const BULLET = /^\s*[*-]{1,5}\s+(?=\S)/u;
const NUMBER = /^\s*\.{1,5}\s+(?=\S)/u;

/** What no other text has, or hardly any. */
const IS_ASCIIDOC =
  /^={2,6} \S|^image::\S+\[|^\[(?:source|quote|cols|NOTE|TIP|%header|role)\b[^\]]*\]\s*$|\b(?:https?:\/\/|link:|xref:)[^\s[\]]+\[[^\]\n]*\p{L}[^\]\n]*\](?!\()/mu;
/** Headings, links and pictures of Markdown. */
const IS_MARKDOWN = /^#{1,6} \S|!?\[[^\]\n]*\]\([^)\n]+\)/mu;

/** Whether a text is marked as AsciiDoc is. */
export function isAsciiDoc(lines: readonly string[]): boolean {
  const text = lines.join('\n');
  return IS_ASCIIDOC.test(text) && !IS_MARKDOWN.test(text);
}

/** A text as Markdown: as many lines, of which those that are no text are empty; and which of them are one paragraph. */
export interface Converted {
  lines: readonly string[];
  groups: readonly (readonly number[])[];
}

/** @param lines of a text in AsciiDoc, as they stand */
export function asMarkdown(lines: readonly string[]): Converted {
  let code: string | undefined;
  let isTable = false;
  const isWhole: boolean[] = [];
  const converted = lines.map((line, at) => {
    isWhole.push(isTable || code !== undefined);
    if (CODE.test(line)) {
      const mark = line.trim();
      if (code === undefined) code = mark;
      else if (code === mark) code = undefined;
      else return line;
      return '```';
    }
    if (code !== undefined) return line;
    if (TABLE.test(line)) {
      isTable = !isTable;
      return '';
    }
    if (isTable && CELL.test(line)) return inline(line.replace(CELL, ''));
    return outsideCode(line, lines[at - 1] ?? '', lines[at + 1] ?? '');
  });
  return { lines: converted, groups: groupsOf(converted, isWhole) };
}

/** What begins a block of its own. */
const BEGINS = /^(?:#{2,6} |\* |1\. |```|---$|!\[)/u;
/** What nothing goes on from. */
const ENDS = /^(?:#{2,6} |```|---$|!\[)/u;

/** Lines with none between that is empty are one paragraph, however long each is. */
function groupsOf(lines: readonly string[], isWhole: readonly boolean[]): number[][] {
  const groups: number[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1] ?? '';
    const goesOn =
      line.trim() !== '' && above.trim() !== '' && !isWhole[at] && !BEGINS.test(line) && !ENDS.test(above);
    if (goesOn) groups.at(-1)?.push(at);
    else groups.push([at]);
  }
  return groups;
}

function outsideCode(line: string, above: string, below: string): string {
  if (BREAK.test(line)) return '---';
  const isMarkup = [DELIMITER, ENTRY, COMMENT, BLOCK_ATTRIBUTES, MACRO].some((each) => each.test(line));
  if (isMarkup) return '';
  const section = SECTION.exec(line)?.groups;
  if (section) return `${'#'.repeat(section.marks?.length ?? 2)} ${inline(section.text ?? '')}`;
  const image = IMAGE.exec(line)?.groups;
  // A title says more than what stands in for a picture.
  if (image) return TITLE.test(above) ? '' : picture(firstAttribute(image.attributes ?? ''));
  const title = TITLE.exec(line)?.groups?.text;
  if (title !== undefined) return IMAGE.test(below) ? picture(inline(title)) : inline(title);
  if (BULLET.test(line)) return `* ${inline(line.replace(BULLET, ''))}`;
  if (NUMBER.test(line)) return `1. ${inline(line.replace(NUMBER, ''))}`;
  return inline(line);
}

const picture = (caption: string) => (caption === '' ? '' : `![${caption.replace(/[[\]]/gu, '')}]()`);

/** `Ferry,300,role=right`: an attribute without a name comes first. */
function firstAttribute(attributes: string): string {
  const [, quoted] = /^"([^"]*)"/u.exec(attributes) ?? [];
  const [first = ''] = attributes.split(',');
  return quoted ?? (/^[\w-]+=/u.test(first) ? '' : first.trim());
}

const LINK = /(?:\b(?:link|xref|mailto):[^\s[\]]*|\bhttps?:\/\/[^\s[\]]+)\[(?<text>[^\]]*)\]/gu;
const REFERENCE = /<<[^,>]+(?:,\s*(?<text>[^>]+))?>>/gu;
const INLINE_IMAGE = /\b(?:image|icon):[^\s[\]:]+\[[^\]]*\]/gu;
const NAMED = /\b(?:kbd|btn|menu|pass|footnote):\w*\[(?<text>[^\]]*)\]/gu;
const ROLE = /\[[.#][\w .-]+\](?<mark>[#*_]{1,2})(?<text>[^#*_]+)\k<mark>/gu;
const SPACE = /\{(?:nbsp|zwsp|empty|blank|sp)\}/gu;

/** A line without the marks that Markdown does not know. */
function inline(line: string): string {
  if (!/[[{<]|\+$/u.test(line)) return line;
  return line
    .replace(LINK, (link, text: string) => linkText(text) || link.slice(0, link.indexOf('[')))
    .replace(REFERENCE, '$<text>')
    .replace(INLINE_IMAGE, '')
    .replace(NAMED, '$<text>')
    .replace(ROLE, '$<text>')
    .replace(SPACE, ' ')
    .replace(/\s\+$/u, '');
}

/** `"the list, in full",window=_blank`, `the list^`: what of it is shown. */
function linkText(text: string): string {
  const shown = /^"(?<quoted>[^"]*)"/u.exec(text)?.groups?.quoted ?? text.replace(/,\s*[\w-]+=.*$/u, '');
  return shown.replace(/\^$/u, '').trim();
}
