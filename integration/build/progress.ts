// What a build of many pages says while it goes on: a line that is rewritten on a terminal, one every few seconds
// where there is none.
import type { AstroIntegrationLogger } from 'astro';

const TERMINAL_EVERY = 200;
const LOG_EVERY = 10_000;

/** Counts pages and tells how far it is. */
export class Progress {
  readonly #total: number;
  readonly #logger: AstroIntegrationLogger;
  readonly #started = performance.now();
  #said = performance.now();
  #done = 0;

  constructor(total: number, logger: AstroIntegrationLogger) {
    this.#total = total;
    this.#logger = logger;
  }

  /** One page more is made. */
  step(): void {
    this.#done++;
    const now = performance.now();
    const { isTTY } = process.stdout;
    if (now - this.#said < (isTTY ? TERMINAL_EVERY : LOG_EVERY)) return;
    this.#said = now;
    const rate = this.#done / ((now - this.#started) / 1000);
    const left = Math.ceil((this.#total - this.#done) / rate);
    const text = `${this.#done} of ${this.#total} pages, ${Math.round(rate)} a second, ${left} s left`;
    if (isTTY) process.stdout.write(`\r\u001b[K${text}`);
    else this.#logger.info(text);
  }

  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  }
}
