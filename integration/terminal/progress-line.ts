// Progress of long work: one line on a terminal, drawn over again and again, and removed at the end. Elsewhere nothing.
import type { Output } from './command.ts';
import { truncateToWidth } from './width.ts';

/** In milliseconds. */
const INTERVAL = 100;
const COLUMNS = 80;
const CLEAR = '\r\u001b[K';

/** One line of a terminal. */
export class ProgressLine {
  readonly #terminal: Output | undefined;
  #drawnAt = 0;
  #isDrawn = false;

  /** @param output where it is drawn, if that is a terminal */
  constructor(output: Output) {
    this.#terminal = output.isTTY ? output : undefined;
  }

  /** Draws the line, unless it was drawn a moment ago. @param text made only if it is drawn */
  draw(text: () => string): void {
    const now = performance.now();
    if (!this.#terminal || now - this.#drawnAt < INTERVAL) return;
    this.#drawnAt = now;
    this.#isDrawn = true;
    const width = (this.#terminal.columns ?? COLUMNS) - 1;
    this.#terminal.write(`\r${truncateToWidth(text(), width)}\u001b[K`);
  }

  /** Removes the line, so that something else can be written. */
  clear(): void {
    if (this.#isDrawn) this.#terminal?.write(CLEAR);
    this.#isDrawn = false;
  }
}
