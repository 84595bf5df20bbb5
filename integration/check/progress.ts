// How far `wirecopy check` has come, as a bar.
import type { Output } from '../terminal/command.ts';
import { printableLine } from '../terminal/printable.ts';
import { ProgressLine } from '../terminal/progress-line.ts';

/** Fewer bytes are read before anyone wonders. */
const MIN_BYTES = 20 * 2 ** 20;
const BAR = 24;

export class Progress {
  readonly #line: ProgressLine;
  readonly #total: number;
  #done = 0;

  /** @param total size of all dumps, in bytes */
  constructor(err: Output, total: number) {
    this.#line = new ProgressLine(err);
    this.#total = total;
  }

  /** @param position bytes of the dump that were read; @param dump its name */
  update(position: number, dump: string): void {
    if (this.#total < MIN_BYTES) return;
    this.#line.draw(() => {
      const share = Math.min(1, (this.#done + position) / this.#total);
      const filled = Math.floor(share * BAR);
      const bar = '#'.repeat(filled) + '.'.repeat(BAR - filled);
      const [read, all] = [share * this.#total, this.#total].map((bytes) => Math.round(bytes / 1e6));
      return `[${bar}] ${Math.floor(share * 100)} %  ${read} of ${all} MB  ${printableLine(dump)}`;
    });
  }

  /** A dump of so many bytes was read. */
  finishDump(size: number): void {
    this.#done += size;
  }

  /** Removes the bar, so that something else can be written. */
  clear(): void {
    this.#line.clear();
  }
}
