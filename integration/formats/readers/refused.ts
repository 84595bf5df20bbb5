// What is no text of stories: its lines are counted, and one message says what it looks like and what to do.
import { Buffer } from 'node:buffer';
import { emptyLedger, type Found, message } from '../../dump/index.ts';
import type { FormatReader } from '../format.ts';

const LINE_FEED = 0x0a;

export class RefusedReader implements FormatReader {
  readonly ledger = emptyLedger();
  readonly #why: string;
  #breaks = 0;
  #endsOpen = false;

  /** @param why what the file looks like, and what to do */
  constructor(why: string) {
    this.#why = why;
  }

  get lines(): number {
    return this.#breaks + (this.#endsOpen ? 1 : 0);
  }

  push(chunk: Uint8Array): Found[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, feed + 1))
      this.#breaks++;
    if (bytes.length > 0) this.#endsOpen = bytes.at(-1) !== LINE_FEED;
    return [];
  }

  end(): Found[] {
    this.ledger.unclaimed = this.lines;
    return [{ message: message('refused', 1, 1, this.#why) }];
  }
}
