// A story's text as HTML, block by block.
import { readDateline } from '../dump/phrases/datelines.ts';
import type { Block } from '../dump/types.ts';
import { element, escapeMarkup, textElement } from '../utils/markup.ts';

/** For feeds and entries of a collection. */
export function bodyHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
}

/** For pages: the dateline that opens a story is in its own style. */
export function storyBodyHtml(blocks: readonly Block[]): string {
  const opening = blocks.findIndex(({ type }) => type === 'paragraph');
  const html = blocks.map((block, at) =>
    at === opening && block.type === 'paragraph' ? openingHtml(block.text) : blockHtml(block),
  );
  return `<div class="body">${html.join('')}</div>`;
}

function openingHtml(text: string): string {
  const length = readDateline(text)?.length ?? 0;
  if (length === 0) return textElement('p', text);
  const dateline = `<span class="dateline">${escapeMarkup(text.slice(0, length))}</span>`;
  return element('p', dateline + escapeMarkup(text.slice(length)));
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return textElement('p', block.text);
    case 'subhead':
      return textElement('h2', block.text);
    case 'list':
      return element('ul', block.items.map((item) => textElement('li', item)).join(''));
  }
}
