// The little of Markdown that a page about an archive needs: paragraphs, headings, lists and links. All else is text.
import { element, escapeMarkup, link } from './markup.ts';

const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|mailto:|\/)[^\s)]+)\)/gu;

/** @returns HTML in which nothing of the text is markup but what is named above */
export function markdownHtml(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/u)
    .map((block) => block.trim())
    .filter(Boolean)
    .map(blockHtml)
    .join('');
}

function blockHtml(block: string): string {
  const [, heading] = /^#{1,6}\s+(.+)$/u.exec(block) ?? [];
  if (heading) return element('h2', inlineHtml(heading));
  const lines = block.split('\n');
  if (lines.every((line) => /^\s*[-*]\s/u.test(line)))
    return element(
      'ul',
      lines.map((line) => element('li', inlineHtml(line.replace(/^\s*[-*]\s+/u, '')))).join(''),
    );
  return element('p', inlineHtml(lines.join(' ')));
}

function inlineHtml(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const [whole, name = '', address = ''] = match;
    html += escapeMarkup(text.slice(end, match.index)) + link(address, escapeMarkup(name));
    end = match.index + whole.length;
  }
  return html + escapeMarkup(text.slice(end));
}
