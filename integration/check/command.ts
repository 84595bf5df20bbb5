// `wirecopy check`: what it is asked by, and how dumps become a report.
import { parseArgs } from 'node:util';
import { didYouMean } from '../config/config-errors.ts';
import type { FormatOption, ReadingOptions } from '../config/loader-options.ts';
import { openDump } from '../files/dump-text.ts';
import { FIELD_NAMES, type FieldName, FORMATS } from '../formats/index.ts';
import { AddressLock, readAddressLock, refuseDamage } from '../stories/address-lock.ts';
import { FormatFinder } from '../stories/format-finder.ts';
import { IdAssigner } from '../stories/id-assigner.ts';
import { PublishedAddresses } from '../stories/published-addresses.ts';
import { storyIndexFolder } from '../stories/story-index-files.ts';
import { StoryReader } from '../stories/story-reader.ts';
import type { Command, Output } from '../terminal/command.ts';
import { checkDump, type Printer, resolveFiles } from './check-dump.ts';
import { JsonPrinter } from './json-printer.ts';
import { Progress } from './progress.ts';
import { RecentLines } from './recent-lines.ts';
import { ReportPrinter } from './report-printer.ts';

const USAGE = `Usage: wirecopy check [options] FILE…

Reads dumps without building: what became of every line, which stories were found, what was odd.

  --json             print one JSON object instead of a report
  --strict           exit with 1 for doubtful stories too
  --all              show every message; without, the first twenty of each code
  --format NAME      format of the dumps, where their first kilobytes do not show it: ${FORMATS.slice(0, 6).join(', ')},
                     ${FORMATS.slice(6).join(', ')} (default: auto)
  --field NAME=FIELD what the records call a field, as in headline=heading; can be given more than once
  --encoding LABEL   encoding of dumps without a byte order mark, as in windows-1256 (default: utf-8)
  --furniture LINE   a line that is a page control in these dumps, in heads or where it closes a story; can be given
                     more than once
  --lang TAG         language of stories that do not show theirs, as in ar (default: en)
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
        format: { type: 'string' },
        field: { type: 'string', multiple: true },
        encoding: { type: 'string' },
        furniture: { type: 'string', multiple: true },
        lang: { type: 'string' },
        addresses: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { json, strict, all, help, encoding, furniture, lang, format, field, addresses } = values;
    if (help) return undefined;
    if (files.length === 0) throw new Error('Name at least one dump.');
    const reading = {
      ...(format !== undefined && { format: formatNamed(format) }),
      ...(field && { fields: Object.fromEntries(field.map(fieldNamed)) }),
      ...(encoding && { encoding }),
      ...(furniture && { furniture }),
      ...(lang && { lang }),
    };
    return async (...to) => ((await check({ json, strict, all, reading, files, addresses }, ...to)) ? 1 : 0);
  },
};

function formatNamed(given: string): FormatOption {
  const names: readonly FormatOption[] = ['auto', ...FORMATS];
  const format = names.find((name) => name === given);
  if (format) return format;
  throw new Error(
    `--format: there is no format “${given}”.${didYouMean(given, names) || ` There are: ${names.join(', ')}.`}`,
  );
}

function fieldNamed(given: string): [FieldName, string] {
  const [, name = '', own = ''] = /^([^=]*)=(.+)$/u.exec(given) ?? [];
  const field = FIELD_NAMES.find((each) => each === name);
  if (field && own) return [field, own];
  if (!own) throw new Error(`--field: expected NAME=FIELD, as in headline=heading; received “${given}”.`);
  throw new Error(
    `--field: there is no field “${name}”.${didYouMean(name, FIELD_NAMES) || ` There are: ${FIELD_NAMES.join(', ')}.`}`,
  );
}

/** In the last time zone where a day begins: what has not come there has come nowhere else. */
function today(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** @returns whether any dump has an error */
async function check(
  { files: names, json, strict, all, reading, addresses }: Arguments,
  out: Output,
  err: Output,
  onTick: () => void,
): Promise<boolean> {
  const files = await resolveFiles(names, process.cwd());
  const progress = new Progress(
    err,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  // Both may be one terminal: then the bar must not stand in what is printed.
  const clearLine = () => (out.isTTY ? progress.clear() : undefined);
  const printer: Printer = json ? new JsonPrinter(out, clearLine) : new ReportPrinter(out, clearLine, all);
  const ids = new IdAssigner(await lockAt(addresses));
  // Where this is the folder of a project that was built.
  const published = await PublishedAddresses.open(storyIndexFolder('node_modules/.astro', 'stories'));
  const shared = {
    reader: new StoryReader(reading),
    ids,
    published,
    printer,
    today: today(),
    strict,
    onTick,
  };
  const formats = new FormatFinder(reading);
  const source = json ? undefined : new RecentLines();
  let failed = false;
  for (const file of files) {
    source?.clear();
    const text = await openDump(file, {
      encoding: reading.encoding,
      onRead: (position) => progress.update(position, file.name),
      onText: source && ((chunk) => source.add(chunk)),
    });
    const format = await formats.find(file.name, text);
    printer.begin(file, format, source);
    if (await checkDump(file, text, format, shared)) failed = true;
    progress.finishDump(file.size);
  }
  progress.clear();
  await printer.finish();
  return failed;
}

/** @throws Error where a lock that was named is not there, or anything is wrong in it */
async function lockAt(file: string | undefined): Promise<AddressLock> {
  const name = file ?? 'src/addresses.lock';
  const lock = await readAddressLock(name);
  if (!lock && file) throw new Error(`There is no file ${file}.`);
  if (lock) refuseDamage(lock, name);
  return lock ?? new AddressLock();
}
