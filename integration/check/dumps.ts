// What `wirecopy check` finds out about a dump, step by step: a story, a message, the end with the ledger. Holds one
// story at a time, never a dump.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Ledger, Message } from '../dump/index.ts';
import { type DumpFile, dumpFile } from '../files/dumps.ts';
import type { DumpText } from '../files/unpacking.ts';
import type { Desk, Filed } from '../stories/filing.ts';
import type { Recorder, ToldStory } from '../stories/recording.ts';
import type { SourceWindow } from './source.ts';

/** What --json prints of a story, in this order; what has no value is left out. */
type Printed =
  | 'id'
  | 'headline'
  | 'dek'
  | 'byline'
  | 'section'
  | 'dateline'
  | 'photos'
  | 'date'
  | 'dateBasis'
  | 'lang'
  | 'dir'
  | 'places'
  | 'wordCount'
  | 'lines'
  | 'blocks';

/** A story as it is printed. */
export type CheckedStory = { [Key in Printed]: Filed<ToldStory>[Key] };

/** What every line of a dump was taken for. */
export interface Totals {
  lines: number;
  ledger: Ledger;
}

/** Whoever is told what is found; one dump after another, each from its beginning to its end. */
export interface Printer {
  /** @param source the lines that were read last, where they are kept */
  begin(file: DumpFile, source?: SourceWindow): void;
  story(story: CheckedStory): void;
  message(message: Message): void;
  end(totals: Totals): Promise<void>;
  /** Called between batches: the time to wait for whoever reads. */
  settle(): Promise<void>;
  finish(): Promise<void>;
}

/** What the dumps of one run have in common. */
export interface Shared {
  recorder: Recorder;
  /** Gives out ids across all of them. */
  desk: Desk;
  printer: Printer;
  /** Called between batches. */
  between(): void;
}

/**
 * Reads one dump of several.
 * @returns whether an error was found
 */
export async function checkDump(
  file: DumpFile,
  text: DumpText,
  { recorder, desk, printer, between }: Shared,
): Promise<boolean> {
  let failed = false;
  const tell = (message: Message) => {
    failed ||= message.severity === 'error';
    printer.message(message);
  };
  for await (const batch of recorder.record(file, text)) {
    for (const recording of batch) {
      if (recording.kind === 'message') tell(recording.message);
      else if (recording.kind === 'end') await printer.end(recording);
      else {
        const { story, message } = desk.file(recording.story, file.name);
        if (story) printer.story(checkedStory(story));
        if (message) tell(message);
      }
    }
    await printer.settle();
    between();
  }
  return failed;
}

/**
 * The dumps that the command's arguments name, relative to a folder.
 * @throws Error where one is not there, or is a folder
 */
export async function filesToCheck(names: readonly string[], folder: string) {
  const files: (DumpFile & { size: number })[] = [];
  for (const name of names) {
    const file = { ...dumpFile(path.resolve(folder, name), folder), name };
    const found = await stat(file.path).catch((cause: unknown) => {
      throw new Error(`There is no file ${name} (${file.path}).`, { cause });
    });
    if (found.isDirectory()) {
      throw new Error(`${name} is a folder. Name the files in it: ${path.join(name, '*.txt')}`);
    }
    files.push({ ...file, size: found.size });
  }
  return files;
}

function checkedStory(story: Filed<ToldStory>): CheckedStory {
  return {
    id: story.id,
    headline: story.headline,
    dek: story.dek,
    byline: story.byline,
    section: story.section,
    dateline: story.dateline,
    photos: story.photos,
    date: story.date,
    dateBasis: story.dateBasis,
    lang: story.lang,
    dir: story.dir,
    places: story.places,
    wordCount: story.wordCount,
    lines: story.lines,
    blocks: story.blocks,
  };
}
