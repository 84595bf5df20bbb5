// How many pages a build has made: a line on a terminal, elsewhere a line in the log every few seconds.
import type { AstroIntegrationLogger } from 'astro';
import { ProgressLine } from '../terminal/progress-line.ts';

/** In milliseconds. */
const LOG_INTERVAL = 10_000;

/** Counts pages. */
export class PageProgress {
  readonly #line = new ProgressLine(process.stdout);
  readonly #total: number;
  readonly #logger: AstroIntegrationLogger;
  readonly #started = performance.now();
  #loggedAt = this.#started;
  #done = 0;

  constructor(total: number, logger: AstroIntegrationLogger) {
    this.#total = total;
    this.#logger = logger;
  }

  /** So many more pages are made. */
  step(pages: number): void {
    this.#done += pages;
    this.#line.draw(() => this.#text());
    const now = performance.now();
    if (process.stdout.isTTY || now - this.#loggedAt < LOG_INTERVAL) return;
    this.#loggedAt = now;
    this.#logger.info(this.#text());
  }

  end(): void {
    this.#line.clear();
  }

  #text(): string {
    const rate = this.#done / ((performance.now() - this.#started) / 1000);
    const left = Math.ceil((this.#total - this.#done) / rate);
    return `${this.#done} of ${this.#total} pages, ${Math.round(rate)} a second, ${left} s left`;
  }
}
