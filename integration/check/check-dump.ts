// What `wirecopy check` does with one dump: prints each story, each message, and at the end the ledger. Holds one story
// at a time, never a dump.
import type { CalendarDay, Ledger, Message } from '../dump/index.ts';
import type { DumpText } from '../files/dump-text.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import type { KnownFormat } from '../formats/index.ts';
import type { EventReader } from '../stories/cached-dump.ts';
import type { CheckedStory } from '../stories/checked-story.ts';
import { farMessages } from '../stories/far-dates.ts';
import type { Assignment, IdAssigner, IdentifiedStory } from '../stories/id-assigner.ts';
import type { PublishedAddresses } from '../stories/published-addresses.ts';
import type { ParsedStory } from '../stories/story-reader.ts';
import type { RecentLines } from './recent-lines.ts';

/** What every line of a dump was taken for. */
export interface DumpTotals {
  lines: number;
  ledger: Ledger;
}

/** Prints what is found: one dump after another, each from its beginning to its end. */
export interface Printer {
  /** @param source the lines that were read last, where they are kept */
  begin(file: DumpFile, format: KnownFormat, source?: RecentLines): void;
  /** @param printed all of it that --json prints besides, as JSON, or what that is made of; nothing where none is wanted */
  story(story: IdentifiedStory<CheckedStory>, printed: ParsedStory | Uint8Array): void;
  message(message: Message): void;
  end(totals: DumpTotals): Promise<void>;
  /** Called between batches: the time to wait for the output. */
  flushIfFull(): Promise<void>;
  finish(): Promise<void>;
}

/** What the dumps of one run have in common. */
export interface CheckContext {
  reader: EventReader;
  /** Assigns ids across all of them. */
  ids: IdAssigner<CheckedStory>;
  /** Tells which published addresses move. */
  published: PublishedAddresses;
  printer: Printer;
  /** `YYYY-MM-DD`; a date that comes after it is reported. */
  today: string;
  /** Whether a doubtful story counts as an error. */
  strict: boolean;
  /** Called between batches. */
  onTick(): void;
}

/**
 * Reads one dump of several.
 * @returns whether an error was found
 */
export async function checkDump(
  file: DumpFile,
  text: DumpText,
  format: KnownFormat,
  context: CheckContext,
): Promise<boolean> {
  const check = new DumpCheck(file.name, context);
  for await (const batch of context.reader.read(file, text, format)) {
    for (const event of batch) {
      if (event.kind === 'message') check.message(event.message);
      else if (event.kind === 'end') await check.end(event);
      else if (event.kind === 'story') check.story(event.story, event.story);
      else check.story(parseChecked(event.json), event.text);
    }
    await context.printer.flushIfFull();
    context.onTick();
  }
  return check.hasFailed;
}

/** Prints what is found in one dump. */
class DumpCheck {
  readonly #dump: string;
  readonly #context: CheckContext;
  /** First lines of stories, by the day of each. */
  readonly #dates = new Map<CalendarDay, number[]>();
  hasFailed = false;

  constructor(dump: string, context: CheckContext) {
    this.#dump = dump;
    this.#context = context;
  }

  message(message: Message): void {
    this.hasFailed ||= message.severity === 'error' || (this.#context.strict && message.code === 'doubtful');
    this.#context.printer.message(message);
  }

  /** @param printed as the printer takes it */
  story(found: CheckedStory, printed: ParsedStory | Uint8Array): void {
    const { ids, printer, published } = this.#context;
    const { story, message } = assignNow(ids, found, this.#dump);
    if (story) {
      printer.story(story, printed);
      if (story.date) this.#addDate(story.date, story.lines[0]);
    }
    if (message) this.message(message);
    if (story) published.compareOne(story, this.#dump);
  }

  async end(totals: DumpTotals): Promise<void> {
    const { today, published, printer } = this.#context;
    for (const far of farMessages(this.#dates, today)) this.message(far);
    for (const moved of published.movedOnes()) this.message(moved.message);
    await printer.end(totals);
  }

  #addDate(date: CalendarDay, line: number): void {
    const lines = this.#dates.get(date);
    if (lines) lines.push(line);
    else this.#dates.set(date, [line]);
  }
}

/** Written by this package, in this run. */
function parseChecked(json: string): CheckedStory {
  return JSON.parse(json);
}

/** Nothing is held back until all dumps are read: a story that would wait gets its id at once. */
function assignNow(ids: CheckContext['ids'], story: CheckedStory, dump: string): Assignment<CheckedStory> {
  const assigned = ids.assign(story, dump, undefined);
  if (!assigned.waits) return assigned;
  const [settled] = ids.assignPending();
  const id = settled?.story?.id;
  return id === undefined
    ? { ...(settled?.message && { message: settled.message }) }
    : { story: { ...story, id } };
}
