// HTML that stands in a text of lines, of each of which it has to be told what it was taken for.
import type { LineClass } from '../../dump/index.ts';
import { htmlBody } from './html.ts';
import type { LineBody } from './plain.ts';

/** A line of HTML that sets text apart: no Markdown is read in it. */
const HTML_BLOCK =
  /^\s*<\/?(?:address|article|aside|blockquote|br|center|d[dlt]|div|fig(?:caption|ure)|footer|h[1-6]|header|hr|img|li|main|ol|p|pre|section|table|t(?:body|head|[dhr])|ul)(?=[\s/>])/iu;

/** Whether a line begins with a tag that sets text apart. */
export function isHtmlBlock(line: string): boolean {
  return HTML_BLOCK.test(line);
}

/** A page of HTML and nothing else: its tags say where paragraphs end, and not its lines. */
export function wholeHtml(lines: readonly string[]): LineBody {
  const classOf = (line: string): LineClass => {
    const { blocks, captions } = htmlBody(line);
    return blocks.at(-1)?.type ?? (captions.length > 0 ? 'caption' : 'markup');
  };
  const classes = lines.filter((line) => line.trim() !== '').map(classOf);
  return { ...htmlBody(lines.join('\n')), classes };
}
