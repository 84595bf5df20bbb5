// Where the command writes: in large pieces, and no faster than they are taken.

/** A stream, as far as the command needs it: process.stdout is one. */
export interface Output {
  /** @returns false where the caller had better wait for the stream to drain */
  write(text: string): unknown;
  once?(event: 'drain', listener: () => void): unknown;
  isTTY?: boolean | undefined;
  /** Width of the terminal. */
  columns?: number | undefined;
  /** Whether the terminal shows colours and the user wants them (NO_COLOR, FORCE_COLOR). */
  hasColors?(): boolean;
}

const PIECE = 64 * 1024;

/** Gathers text for a stream. */
export class Pen {
  readonly #output: Output;
  readonly #before: () => void;
  #text = '';

  /** @param before called before anything is written */
  constructor(output: Output, before: () => void = () => {}) {
    this.#output = output;
    this.#before = before;
  }

  write(text: string): void {
    this.#text += text;
  }

  /** Writes what has gathered, if that is enough for a piece, and waits until the stream has taken it. */
  async settle(least: number = PIECE): Promise<void> {
    if (this.#text.length < least) return;
    const text = this.#text;
    this.#text = '';
    this.#before();
    if (this.#output.write(text) !== false) return;
    await new Promise<void>((resolve) => {
      if (this.#output.once) this.#output.once('drain', resolve);
      else resolve();
    });
  }

  /** Writes all that has gathered. */
  async flush(): Promise<void> {
    await this.settle(1);
  }
}
