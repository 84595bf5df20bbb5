// `.story` files, as collections of news for summaries have them: perhaps a head, a text, then highlights, each below
// `@highlight`. The highlights are a list at the end of the text.
import type { Block, Found, LineClass } from '../../dump/index.ts';
import { cleanLine } from '../../dump/index.ts';
import type { RawLine } from '../raw-lines.ts';
import { DocumentReader } from './line-reader.ts';
import { HIGHLIGHT } from './marks.ts';
import { readStoryHead } from './story-head.ts';
import { readTextLines } from './text-lines.ts';

export class StoryFileReader extends DocumentReader {
  protected line(line: RawLine, found: Found[]): void {
    this.add(line, found);
  }

  protected finish(found: Found[]): void {
    const lines = this.take();
    if (lines.every(({ text }) => text.trim() === '')) {
      this.book(lines, 'blank');
      return;
    }
    const marks = lines.findIndex(({ text }) => HIGHLIGHT.test(text));
    const above = lines.slice(0, marks < 0 ? lines.length : marks);
    const head = readStoryHead(above);
    const text = above.slice(head.length);
    const rest = marks < 0 ? [] : lines.slice(marks);
    const classes = new Map<number, LineClass>(head.classes);
    const body = readTextLines(text, classes);
    const items: string[] = [];
    for (const line of rest) {
      if (line.text.trim() === '') continue;
      const isMark = HIGHLIGHT.test(line.text);
      classes.set(line.number, isMark ? 'markup' : 'list');
      const item = cleanLine(line.text);
      if (!isMark && item !== '') items.push(item);
    }
    const list: Block[] = items.length > 0 ? [{ type: 'list', items }] : [];
    // Highlights alone are no text.
    const blocks = body.blocks.length > 0 ? [...body.blocks, ...list] : [];
    this.publish({ lines, fields: head.fields, body: { blocks, captions: [] }, classes }, found);
  }
}
