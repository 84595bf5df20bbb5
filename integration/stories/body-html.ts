// A story's text as HTML, block by block.
import type { Block } from '../dump/types.ts';
import { element, textElement } from '../utils/markup.ts';

export function bodyHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
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
