// The text below the fields of a record: Markdown, AsciiDoc, HTML or plain lines. Decides which it is, and says what of it stands
// for text that the dump does not hold.
import { type LineClass, type Message, message, shorten } from '../../dump/index.ts';
import type { RawLine } from '../raw-lines.ts';
import { asMarkdown, isAsciiDoc } from '../text/asciidoc.ts';
import { isHtml } from '../text/html.ts';
import { groupedBody, isMarkdown, linesBody, markdownBody } from '../text/markdown.ts';
import type { LineBody } from '../text/plain.ts';
import { withoutShortcodes } from '../text/shortcodes.ts';
import { type LostText, withoutTemplateTags } from '../text/template-tags.ts';

/** @param mayBeMarkdown whether it stands below front matter, or a heading of Markdown */
export function readRecordText(
  raw: readonly RawLine[],
  mayBeMarkdown: boolean,
): { body: LineBody; messages: Message[] } {
  const written = raw.map(({ text }) => text);
  const { lines, captions: pictured } = mayBeMarkdown ? shown(written) : { lines: written, captions: [] };
  const untagged = mayBeMarkdown ? withoutTemplateTags(lines) : undefined;
  const body = bodyOf(untagged?.lines ?? lines, mayBeMarkdown);
  const emptied = written.filter(
    (line, at) => line.trim() !== '' && (untagged?.lines ?? lines)[at]?.trim() === '',
  ).length;
  const lost = untagged?.lost;
  return {
    body: {
      blocks: body.blocks,
      captions: [...pictured, ...(untagged?.captions ?? []), ...body.captions],
      classes: [...Array<LineClass>(emptied).fill('markup'), ...body.classes],
    },
    messages: lost ? [lostText(lost, raw[lost.line]?.number ?? 1)] : [],
  };
}

/** Programs that move a site to Markdown leave the shortcodes of WordPress in it. @returns as many lines, without them */
function shown(lines: readonly string[]): { lines: readonly string[]; captions: readonly string[] } {
  const text = lines.join('\n');
  if (!/\[\/\w|\[(?:gallery|embed|audio|video|playlist|soundcloud|youtube|vimeo)\b/u.test(text))
    return { lines, captions: [] };
  const captions: string[] = [];
  const left = withoutShortcodes(text, (inside, caption) => {
    const words = markdownBody([caption ?? inside.replace(/\n/gu, ' ')]).blocks.flatMap((block) =>
      block.type === 'list' ? block.items : block.text,
    );
    if (words.length > 0) captions.push(words.join(' '));
    return inside.replace(/[^\n]+/gu, '');
  });
  return { lines: left.split('\n'), captions };
}

function bodyOf(lines: readonly string[], mayBeMarkdown: boolean): LineBody {
  // A reader of Markdown knows the marks that both have.
  if (mayBeMarkdown && isAsciiDoc(lines)) {
    const converted = asMarkdown(lines);
    const body = groupedBody(converted.lines, converted.groups);
    const emptied = lines.filter(
      (line, at) => line.trim() !== '' && converted.lines[at]?.trim() === '',
    ).length;
    return { ...body, classes: [...Array<LineClass>(emptied).fill('markup'), ...body.classes] };
  }
  // Programs that move a site write its pages under front matter as they were.
  const isMarked = isHtml(lines.join('\n')) || (mayBeMarkdown && isMarkdown(lines));
  return isMarked ? markdownBody(lines) : linesBody(lines);
}

function lostText({ count, first }: LostText, line: number): Message {
  const tag = `“${shorten(first.replace(/\s+/gu, ' '))}”`;
  const more = count === 1 ? '' : `, the first of ${count} in this story,`;
  const text = `${tag}${more} was left out: what a template would put there is not in the dump.`;
  return message('template-tag', line, 1, text);
}
