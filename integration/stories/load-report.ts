// What a build logs about the dumps it read: how many stories, errors with their location, a count of the rest.
import type { AstroIntegrationLogger } from 'astro';
import type { Ledger, Message, MessageCode } from '../dump/index.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import type { UnreadFile } from '../files/unread-files.ts';
import { printableLine } from '../terminal/printable.ts';
import { plural } from '../utils/plural.ts';
import type { CachedDump } from './cached-dump.ts';
import type { IdleGlob } from './idle-options.ts';
import type { IndexCounts } from './story-index-files.ts';

/** Errors that the log lists. */
const MAX_LISTED = 20;

/** Collects what the reading of dumps found, for the log. */
export class LoadReport {
  /** Of the stories that will be published. */
  counts: IndexCounts = { stories: 0, undated: 0, far: [] };
  #dumps = new Set<string>();
  #lines = 0;
  #unclaimed = 0;
  /** How many errors were found. */
  errorCount = 0;
  /** The first of them, each with its dump. */
  readonly errors: { dump: string; message: Message }[] = [];
  readonly #moved: { dump: string; message: Message }[] = [];
  readonly #warnings = new Map<MessageCode, number>();
  /** Files beside the dumps, or named by their globs, that are not read. */
  readonly #unread: readonly UnreadFile[];
  readonly #patterns: readonly string[];
  readonly #idle: readonly IdleGlob[];

  /**
   * @param patterns the globs of the dumps
   * @param idle globs, of theirs and of other options, that no dump matches
   */
  constructor(patterns: readonly string[], unread: readonly UnreadFile[], idle: readonly IdleGlob[]) {
    this.#patterns = patterns;
    this.#unread = unread;
    this.#idle = idle;
  }

  /** How much is wrong that a strict build does not publish: what a glob names is meant to be read. */
  get faults(): number {
    return this.errorCount + this.#unread.filter(({ why }) => why).length;
  }

  /** A dump that has not changed: adds the messages of the build that read it. */
  addUnchanged(dump: string, { state }: CachedDump): void {
    if (!state) return;
    for (const each of state.messages) this.addMessage(dump, each);
    this.addDump(dump, state);
  }

  /** The end of a dump. */
  addDump(dump: string, { lines, ledger }: { lines: number; ledger: Ledger }): void {
    this.#dumps.add(dump);
    this.#lines += lines;
    this.#unclaimed += ledger.unclaimed;
  }

  addMessage(dump: string, message: Message): void {
    const { severity, code } = message;
    if (code === 'address-moved') this.#moved.push({ dump, message });
    // Of those that are published, the index knows how many are undated: a duplicate is said to be so too, and an editor may
    // have given a date.
    if (severity === 'warning' && code !== 'undated')
      this.#warnings.set(code, (this.#warnings.get(code) ?? 0) + 1);
    if (severity !== 'error') return;
    this.errorCount++;
    if (this.errors.length < MAX_LISTED) this.errors.push({ dump, message });
  }

  log(logger: AstroIntegrationLogger): void {
    const dumps = plural(this.#dumps.size, 'dump');
    logger.info(
      `${plural(this.counts.stories, 'story', 'stories')} from ${dumps}, ${plural(this.#lines, 'line')}.`,
    );
    for (const line of this.#unreadLines()) logger.warn(line);
    if (this.counts.undated > 0) logger.info(`undated: ${this.counts.undated}`);
    for (const [code, times] of this.#warnings) logger.info(`${code}: ${times}`);
    if (this.counts.undated + this.#warnings.size > 0)
      logger.info('“npx wirecopy check FILE” says which stories, and why.');
    for (const line of listed(this.#moved.slice(0, MAX_LISTED))) logger.warn(line);
    for (const line of listed(this.errors)) logger.warn(line);
    if (this.errorCount > this.errors.length)
      logger.warn(`… and ${this.errorCount - this.errors.length} more.`);
    if (this.#unclaimed > 0) {
      logger.warn(
        `${plural(this.#unclaimed, 'line')} not published. “npx wirecopy check FILE” shows each one.`,
      );
    }
  }

  *#unreadLines(): Generator<string> {
    for (const { option, glob } of this.#idle)
      yield printableLine(`No dump matches “${glob}” of dumpLoader({ ${option} }).`);
    for (const { name, why } of this.#unread.filter(({ why }) => why))
      yield printableLine(`${name} is not read: ${why}.`);
    const beside = this.#unread.filter(({ why }) => !why).map(({ name }) => name);
    if (beside.length === 0) return;
    const more = beside.length > MAX_LISTED ? `, and ${beside.length - MAX_LISTED} more` : '';
    const names = beside.slice(0, MAX_LISTED).join(', ');
    const globs = this.#patterns.map((glob) => `“${glob}”`).join(', ');
    const wider = globNaming(this.#patterns, beside);
    yield printableLine(
      `No glob of dumpLoader({ dumps }), ${globs}, names these files beside the dumps, and they are not read: ` +
        `${names}${more}. “npx wirecopy check FILE” says what one is, and what to do with it.` +
        (wider ? ` This glob names those that may be dumps as well: “${wider}”.` : ''),
    );
  }

  /** @returns the error message where the dumps hold no story */
  noStory(files: readonly DumpFile[]): string {
    const names = files
      .slice(0, MAX_LISTED)
      .map((file) => file.name)
      .join(', ');
    return [
      `No story was found in ${names}, so there is nothing to publish.`,
      ...listed(this.errors),
      'Run “npx wirecopy check FILE” to see what became of each line.',
    ].join('\n');
  }
}

/** Endings of files that dumps are kept in. */
const DUMP_FILE = /\.(?<ending>(?:txt|csv|tsv|jsonl?|ndjson|md|xml|wet)(?:\.gz|\.zst)?)$/iu;

/** @returns the one glob of a site, widened to files that it leaves out, where that is what is missing */
function globNaming([glob, ...others]: readonly string[], names: readonly string[]): string | undefined {
  const { start, ending } = /^(?<start>.*\*\.)(?<ending>\w+)$/u.exec(glob ?? '')?.groups ?? {};
  const endings = names.flatMap((name) => DUMP_FILE.exec(name)?.groups?.ending ?? []);
  if (others.length > 0 || start === undefined || endings.length === 0) return undefined;
  return `${start}{${[...new Set([ending, ...endings])].join(',')}}`;
}

const listed = (messages: readonly { dump: string; message: Message }[]) =>
  messages.map(({ dump, message: { line, column, text, code } }) =>
    printableLine(`${dump}:${line}:${column} ${text} (${code})`),
  );
