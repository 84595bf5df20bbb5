// Where the command writes: in large pieces, and no faster than they are taken. Text is encoded here, line by line:
// a stream would put a piece together once more, two bytes a character as soon as one of them is not Latin.
import { Buffer } from 'node:buffer';
import type { Output } from './command.ts';

/** A piece is written once it has so many bytes. */
const PIECE = 64 * 1024;
/** And has room for so many more: what a batch of stories comes to. */
const ROOM = 2 ** 20;
/** A UTF-16 code unit takes at most so many bytes of UTF-8. */
const MOST_BYTES = 3;

/** Gathers text for a stream. */
export class BufferedWriter {
  readonly #output: Output;
  readonly #before: () => void;
  /** Memory that the stream is done with. */
  readonly #spare: Buffer<ArrayBuffer>[] = [];
  #piece = Buffer.allocUnsafeSlow(PIECE + ROOM);
  #length = 0;
  /** What did not fit, in the order in which it came; most of the time nothing. */
  #rest: string[] = [];

  /** @param before called before anything is written */
  constructor(output: Output, before: () => void = () => {}) {
    this.#output = output;
    this.#before = before;
  }

  write(text: string): void {
    const fits = this.#length + text.length * MOST_BYTES <= this.#piece.length;
    if (this.#rest.length > 0 || !fits) this.#rest.push(text);
    else this.#length += this.#piece.write(text, this.#length);
  }

  /** @param bytes text in UTF-8 */
  writeBytes(bytes: Uint8Array): void {
    const fits = this.#length + bytes.length <= this.#piece.length;
    if (this.#rest.length > 0 || !fits) this.#rest.push(Buffer.from(bytes).toString());
    else {
      this.#piece.set(bytes, this.#length);
      this.#length += bytes.length;
    }
  }

  /** Writes what has gathered, if that is enough for a piece, and waits until the stream has taken it. */
  async flushIfFull(least: number = PIECE): Promise<void> {
    if (this.#length < least && this.#rest.length === 0) return;
    const piece = this.#piece;
    const rest = this.#rest;
    const written = piece.subarray(0, this.#length);
    this.#piece = this.#spare.pop() ?? Buffer.allocUnsafeSlow(PIECE + ROOM);
    this.#length = 0;
    this.#rest = [];
    this.#before();
    if (written.length > 0) await this.#send(written, () => this.#spare.push(piece));
    if (rest.length > 0) await this.#send(Buffer.from(rest.join('')));
  }

  /** Writes all that has gathered. */
  async flush(): Promise<void> {
    await this.flushIfFull(1);
  }

  async #send(piece: Buffer, written?: () => void): Promise<void> {
    if (this.#output.write(piece, written) !== false) return;
    await new Promise<void>((resolve) => {
      if (this.#output.once) this.#output.once('drain', resolve);
      else resolve();
    });
  }
}
