// `wirecopy check`: what it is asked by, and how dumps become a report.
import { parseArgs } from 'node:util';
import type { ReadingOptions } from '../config/loader-options.ts';
import { openDump } from '../files/dump-text.ts';
import { AddressLock } from '../stories/address-lock.ts';
import { readAddressLock, refuseDamage } from '../stories/address-lock-file.ts';
import type { CheckedStory } from '../stories/checked-story.ts';
import { DumpReading } from '../stories/dump-reading.ts';
import { encodingsOf } from '../stories/encoding-finder.ts';
import { FormatFinder } from '../stories/format-finder.ts';
import { IdAssigner } from '../stories/id-assigner.ts';
import { PublishedAddresses } from '../stories/published-addresses.ts';
import { storyIndexFolder } from '../stories/story-index-folder.ts';
import type { Command, Output } from '../terminal/command.ts';
import { checkDump, type Printer } from './check-dump.ts';
import { JsonPrinter } from './json-printer.ts';
import { resolveDumps } from './named-dumps.ts';
import { READING_ARGUMENTS, READING_USAGE, readingOf } from './reading-arguments.ts';
import { RecentLines } from './recent-lines.ts';
import type { ReportPrinter } from './report-printer.ts';

const USAGE = `Usage: wirecopy check [options] FILE…

Reads dumps without building: what became of every line, which stories were found, what was odd.

  --json             print one JSON object instead of a report
  --strict           exit with 1 for doubtful stories too
  --all              show every message; without, the first twenty of each code
${READING_USAGE}  --lang TAG         language of stories that do not show theirs, as in ar (default: en)
  --addresses FILE   the lock of addresses (default: src/addresses.lock, if it is there)
  --help             print this

Give it the options that dumpLoader() has in your project, and it reads the dumps as a build does.

Exit code: 0 no error was found (nor, with --strict, a doubtful story), 1 some were, 2 it could not run.
`;

interface Arguments {
  json: boolean;
  /** Whether doubtful stories fail it. */
  strict: boolean;
  /** Whether people are shown every message. */
  all: boolean;
  files: string[];
  reading: ReadingOptions;
  /** Path of the lock of addresses. */
  addresses: string | undefined;
}

export const checkCommand: Command = {
  usage: USAGE,
  prepare(args) {
    const { values, positionals: files } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        ...READING_ARGUMENTS,
        lang: { type: 'string' },
        addresses: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { json, strict, all, help, lang, addresses } = values;
    if (help) return undefined;
    if (files.length === 0) throw new Error('Name at least one dump.');
    const reading = { ...readingOf(values), ...(lang && { lang }) };
    return async (...to) => ((await check({ json, strict, all, reading, files, addresses }, ...to)) ? 1 : 0);
  },
};

/** In the last time zone where a day begins: what has not come there has come nowhere else. */
function today(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** Smaller dumps are checked no sooner by two threads than by one, and take 90 MB more. */
const WORTH_THREADS = 150e6;

/** @returns whether any dump has an error */
async function check(
  { files: names, json, strict, all, reading, addresses }: Arguments,
  out: Output,
  err: Output,
  onTick: () => void,
): Promise<boolean> {
  const files = await resolveDumps(names, process.cwd());
  const progress = err.isTTY ? await progressOf(files, err) : undefined;
  // Both may be one terminal: then the bar must not stand in what is printed.
  const clearLine = () => (out.isTTY ? progress?.clear() : undefined);
  const printer = json ? new JsonPrinter(out, clearLine) : await reportPrinter(out, clearLine, all);
  const lock = await lockAt(addresses);
  // Where this is the folder of a project that was built.
  const published = await PublishedAddresses.open(storyIndexFolder('node_modules/.astro', 'stories'));
  const hasAddresses = lock.size > 0 || !published.isEmpty;
  const form = json ? 'printed' : 'listed';
  const reader = new DumpReading(reading, form, { worth: WORTH_THREADS }, hasAddresses);
  const ids = new IdAssigner<CheckedStory>(lock);
  const shared = { reader, ids, published, printer, today: today(), strict, onTick };
  const formats = new FormatFinder(reading);
  const encodings = encodingsOf(reading);
  const source = json ? undefined : new RecentLines();
  let failed = false;
  try {
    for (const file of files) {
      source?.clear();
      const text = await openDump(file, {
        encoding: encodings.find(file.name),
        onRead: (position) => progress?.update(position, file.name),
        onText: source && ((chunk) => source.add(chunk)),
      });
      const format = await formats.find(file.name, text);
      printer.begin(file, format, source);
      if (await checkDump(file, text, format, shared)) failed = true;
      progress?.finishDump(file.size);
    }
  } finally {
    await reader.close();
  }
  progress?.clear();
  await printer.finish();
  return failed;
}

// What measures texts for people takes an eighth of the command's start, and programs need none of it.

async function progressOf(files: readonly { size: number }[], err: Output) {
  const { Progress } = await import('./progress.ts');
  return new Progress(
    err,
    files.reduce((sum, { size }) => sum + size, 0),
  );
}

async function reportPrinter(...args: ConstructorParameters<typeof ReportPrinter>): Promise<Printer> {
  const { ReportPrinter } = await import('./report-printer.ts');
  return new ReportPrinter(...args);
}

/** @throws Error where a lock that was named is not there, or anything is wrong in it */
async function lockAt(file: string | undefined): Promise<AddressLock> {
  const name = file ?? 'src/addresses.lock';
  const lock = await readAddressLock(name);
  if (!lock && file) throw new Error(`There is no file ${file}.`);
  if (lock) refuseDamage(lock, name);
  return lock ?? new AddressLock();
}
