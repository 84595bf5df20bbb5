// What a build says about the dumps it read: how many stories, every error with its place, the rest counted.
import type { AstroIntegrationLogger } from 'astro';
import type { Ledger, Message, MessageCode } from '../dump/index.ts';
import type { DumpFile } from '../files/dumps.ts';
import { printable } from '../terminal.ts';
import type { KeptDump } from './kept.ts';

/** A log that lists more than this is not read. */
const MAX_LISTED = 20;

/** Collects what the reading of dumps found, for the log. */
export class Report {
  /** Stories that will be published. */
  stories = 0;
  #dumps = new Set<string>();
  #lines = 0;
  #unclaimed = 0;
  /** How many errors were found. */
  errorCount = 0;
  /** The first of them, each with its dump. */
  readonly errors: { dump: string; message: Message }[] = [];
  readonly #warnings = new Map<MessageCode, number>();

  /** A dump that is what it was: all that was said of it when it was read. */
  addKept(dump: string, { kept }: KeptDump): void {
    if (!kept) return;
    for (const each of kept.messages) this.addMessage(dump, each);
    this.addDump(dump, kept);
  }

  /** The end of a dump. */
  addDump(dump: string, { lines, ledger }: { lines: number; ledger: Ledger }): void {
    this.#dumps.add(dump);
    this.#lines += lines;
    this.#unclaimed += ledger.unclaimed;
  }

  addMessage(dump: string, message: Message): void {
    const { severity, code } = message;
    if (severity === 'warning') this.#warnings.set(code, (this.#warnings.get(code) ?? 0) + 1);
    if (severity !== 'error') return;
    this.errorCount++;
    if (this.errors.length < MAX_LISTED) this.errors.push({ dump, message });
  }

  log(logger: AstroIntegrationLogger): void {
    const dumps = count(this.#dumps.size, 'dump');
    logger.info(`${count(this.stories, 'story', 'stories')} from ${dumps}, ${count(this.#lines, 'line')}.`);
    for (const [code, times] of this.#warnings) logger.info(`${code}: ${times}`);
    for (const line of this.#listed()) logger.warn(line);
    if (this.errorCount > this.errors.length)
      logger.warn(`… and ${this.errorCount - this.errors.length} more.`);
    if (this.#unclaimed > 0) {
      logger.warn(`${count(this.#unclaimed, 'line')} not published. “npx wirecopy check” shows each one.`);
    }
  }

  /** What to say where the dumps hold no story at all. */
  noStory(files: readonly DumpFile[]): string {
    const names = files
      .slice(0, MAX_LISTED)
      .map((file) => file.name)
      .join(', ');
    return [
      `No story was found in ${names}, so there is nothing to publish.`,
      ...this.#listed(),
      'Run “npx wirecopy check FILE” to see what became of each line.',
    ].join('\n');
  }

  #listed(): string[] {
    return this.errors.map(({ dump, message: { line, column, text, code } }) =>
      printable(`${dump}:${line}:${column} ${text} (${code})`),
    );
  }
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
