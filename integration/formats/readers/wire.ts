// Wire copy as it was sent: ANPA 1312 and IPTC 7901. A message begins with SOH (and what a transmitter sends to be
// noticed), its text with STX, and it ends with ETX and EOT. Decides where messages begin and end, and joins the takes of one
// story.
import type { Found } from '../../dump/index.ts';
import type { RawLine } from '../raw-lines.ts';
import { DocumentReader } from './line-reader.ts';
import { bare, EOT, ETX, readMessage, SOH, STX, type WireMessage } from './wire-message.ts';

export class WireReader extends DocumentReader {
  /** The last message, while a further take of it may come. */
  #last: WireMessage | undefined;

  protected line(line: RawLine, found: Found[]): void {
    if (line.text.includes(SOH) && this.document.some(({ text }) => text.includes(SOH))) this.#end(found);
    this.add(line, found);
    // The end of one message and the beginning of the next can share a line.
    if (line.text.lastIndexOf(EOT) > line.text.lastIndexOf(SOH)) this.#end(found);
  }

  protected finish(found: Found[]): void {
    this.#end(found);
    this.#publishLast(found);
  }

  #end(found: Found[]): void {
    const lines = this.take();
    if (lines.every(({ text }) => bare(text) === '')) {
      this.book(lines, 'markup');
      return;
    }
    const start = lines.findIndex(({ text }) => text.includes(STX));
    if (start < 0) {
      this.#publishLast(found);
      this.leaveOut(
        lines,
        found,
        'This message has no text: the character STX, which begins it, is missing.',
      );
      return;
    }
    if (!lines.some(({ text }, at) => at >= start && text.includes(ETX)))
      this.sayCut(lines, found, 'This message has no end, the character ETX');
    const read = readMessage(lines, start);
    const last = this.#last;
    if (last && read.isTake && last.story !== '' && last.story === read.story) {
      last.lines.push(...lines);
      last.blocks.push(...read.blocks);
      for (const [number, name] of read.classes) last.classes.set(number, name);
      return;
    }
    this.#publishLast(found);
    this.#last = read;
  }

  #publishLast(found: Found[]): void {
    const last = this.#last;
    this.#last = undefined;
    if (last) this.publish({ ...last, body: { blocks: last.blocks, captions: [] } }, found);
  }
}
