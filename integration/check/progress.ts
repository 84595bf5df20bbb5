// How far the command has come, on a terminal: one line that is drawn over and taken away again.
import type { Output } from '../command.ts';
import { cut, printable } from '../terminal.ts';

/** Smaller dumps are read before anyone wonders. */
const LEAST_BYTES = 20 * 2 ** 20;
const MS_BETWEEN = 100;
const BAR = 24;

export class Progress {
  readonly #terminal: Output | undefined;
  readonly #total: number;
  #done = 0;
  #drawnAt = 0;
  #isDrawn = false;

  /** @param err where it is drawn, if that is a terminal; @param total size of all dumps, in bytes */
  constructor(err: Output, total: number) {
    this.#terminal = err.isTTY && total >= LEAST_BYTES ? err : undefined;
    this.#total = total;
  }

  /** @param position bytes of the dump that were read; @param dump its name */
  at(position: number, dump: string): void {
    const now = performance.now();
    if (!this.#terminal || now - this.#drawnAt < MS_BETWEEN) return;
    this.#drawnAt = now;
    this.#isDrawn = true;
    const share = Math.min(1, (this.#done + position) / this.#total);
    const filled = Math.floor(share * BAR);
    const bar = '#'.repeat(filled) + '.'.repeat(BAR - filled);
    const [read, all] = [share * this.#total, this.#total].map((bytes) => Math.round(bytes / 1e6));
    const text = `[${bar}] ${Math.floor(share * 100)} %  ${read} of ${all} MB  ${printable(dump)}`;
    this.#terminal.write(`\r${cut(text, (this.#terminal.columns ?? 80) - 1)}\x1b[K`);
  }

  /** A dump of so many bytes is behind. */
  pass(size: number): void {
    this.#done += size;
  }

  /** Makes room for something else to be written. */
  clear(): void {
    if (this.#isDrawn) this.#terminal?.write('\r\x1b[K');
    this.#isDrawn = false;
  }
}
