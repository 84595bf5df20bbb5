// What `wirecopy check` does with one dump: prints each story, each message, and at the end the ledger. Holds one story
// at a time, never a dump.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CalendarDay, Ledger, Message } from '../dump/index.ts';
import type { DumpText } from '../files/dump-text.ts';
import { type DumpFile, dumpFile, namesMatching, refuseUnreadable } from '../files/find-dumps.ts';
import type { KnownFormat } from '../formats/index.ts';
import type { CheckedStory } from '../stories/checked-story.ts';
import type { EventReader } from '../stories/dump-cache.ts';
import { farMessages } from '../stories/far-dates.ts';
import type { Assignment, IdAssigner, IdentifiedStory } from '../stories/id-assigner.ts';
import type { PublishedAddresses } from '../stories/published-addresses.ts';
import type { ParsedStory } from '../stories/story-reader.ts';
import { printableLine } from '../terminal/printable.ts';
import { errorMessage } from '../utils/errors.ts';
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
  /** `YYYY-MM-DD`; a date that comes after it is told of. */
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
  { reader, ids, published, printer, today, strict, onTick }: CheckContext,
): Promise<boolean> {
  let failed = false;
  const dates = new Map<CalendarDay, number[]>();
  const report = (message: Message) => {
    failed ||= message.severity === 'error' || (strict && message.code === 'doubtful');
    printer.message(message);
  };
  for await (const batch of reader.read(file, text, format)) {
    for (const event of batch) {
      if (event.kind === 'message') report(event.message);
      else if (event.kind === 'end') {
        farMessages(dates, today).forEach(report);
        for (const moved of published.movedOnes()) report(moved.message);
        await printer.end(event);
      } else {
        const found = event.kind === 'story' ? event.story : parseChecked(event.json);
        const { story, message } = assignNow(ids, found, file.name);
        if (story) printer.story(story, event.kind === 'story' ? event.story : event.text);
        if (story?.date) {
          const lines = dates.get(story.date);
          if (lines) lines.push(story.lines[0]);
          else dates.set(story.date, [story.lines[0]]);
        }
        if (message) report(message);
        if (story) published.compareOne(story, file.name);
      }
    }
    await printer.flushIfFull();
    onTick();
  }
  return failed;
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

/** A dump that is there to be read. */
type CheckedFile = DumpFile & { size: number };

/**
 * The dumps that the command's arguments name, relative to a folder.
 * @throws Error once, with everything that is not there, is no file, or can't be read
 */
export async function resolveFiles(names: readonly string[], folder: string): Promise<CheckedFile[]> {
  const files: CheckedFile[] = [];
  const failures: string[] = [];
  for (const name of names) {
    try {
      for (const each of await expanded(name, folder)) files.push(await resolveFile(each, folder));
    } catch (error) {
      failures.push(errorMessage(error));
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return files;
}

async function resolveFile(name: string, folder: string): Promise<CheckedFile> {
  const file = { ...dumpFile(path.resolve(folder, name), folder), name };
  const found = await stat(file.path).catch((cause: unknown) => {
    const where = file.path === name ? '' : ` (${file.path})`;
    throw new Error(`There is no file ${name}${where}.`, { cause });
  });
  if (found.isDirectory()) {
    throw new Error(`${name} is a folder. Name the files in it: ${path.join(name, '*.txt')}`);
  }
  // One would be waited for without end, another has no end.
  if (!found.isFile()) {
    const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
    throw new Error(
      `${printableLine(name)} is ${kind}, and only files are read. Write its text into a file first.`,
    );
  }
  refuseUnreadable(file);
  return { ...file, size: found.size };
}

/** @returns the name, and for a glob that is no file itself the files that it matches */
async function expanded(name: string, folder: string): Promise<string[]> {
  if (!/[*?[{]/u.test(name) || existsSync(path.resolve(folder, name))) return [name];
  const matching = await namesMatching(name, folder);
  if (matching.length === 0) throw new Error(`No file matches ${name} (searched from ${folder}).`);
  return matching;
}
