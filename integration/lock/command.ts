// `wirecopy lock`: what it is asked by, and how the lock of addresses comes to be: from what the last build published, or
// from dumps that are read for it.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { READING_ARGUMENTS, READING_USAGE, readingOf } from '../check/reading-arguments.ts';
import type { ReadingOptions } from '../config/loader-options.ts';
import { dumpFile } from '../files/find-dumps.ts';
import { AddressLock } from '../stories/address-lock.ts';
import { readAddressLock, refuseDamage } from '../stories/address-lock-file.ts';
import { updateLock } from '../stories/lock-update.ts';
import { publishedFile } from '../stories/published-addresses.ts';
import { renamedStories } from '../stories/renamed-stories.ts';
import { storyIndexFolder } from '../stories/story-index-folder.ts';
import type { Command, Output } from '../terminal/command.ts';
import { printable } from '../terminal/printable.ts';
import { plural } from '../utils/plural.ts';
import { addressesOf } from './addresses-of.ts';
import { CUSTOMARY_LOCK, chooseCollection } from './collections.ts';

const USAGE = `Usage: wirecopy lock [options] [FILE…]

Writes the lock of addresses, src/addresses.lock: every story in it keeps its address, whatever dumps come, go or are
renamed, and no other story takes it. Keep the file in git, and run this again when stories were added.

Without FILE, locks what the last build published; with dumps, the addresses that these get now.

  --out FILE           the lock (default: src/addresses.lock)
  --rename ID          give this story the address that its headline makes now; the one it had leads there. Can be
                       given more than once
  --prune              give up the addresses of stories that are no longer there
  --collection NAME    collection that was built (default: stories, or the only one); a lock is of one collection
  --cache FOLDER       Astro's cache folder (default: node_modules/.astro)
  --help               print this

How the dumps are to be read, as dumpLoader() has it in your project:

${READING_USAGE}
Exit code: 0 the lock is written, 2 it could not be.
`;

interface Arguments {
  files: readonly string[];
  out: string | undefined;
  rename: readonly string[];
  prune: boolean;
  /** Astro's cache folder. */
  cache: string;
  collection: string | undefined;
  reading: ReadingOptions;
}

export const lockCommand: Command = {
  usage: USAGE,
  prepare(args) {
    const { values, positionals: files } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        rename: { type: 'string', multiple: true, default: [] },
        prune: { type: 'boolean', default: false },
        collection: { type: 'string' },
        cache: { type: 'string', default: 'node_modules/.astro' },
        ...READING_ARGUMENTS,
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { out, rename, prune, collection, cache } = values;
    if (values.help) return undefined;
    if (files.length > 0 && rename.length > 0)
      throw new Error('--rename goes by what the last build published: leave the dumps out.');
    const reading = readingOf(values);
    return async (to, _, onTick) => {
      await lock({ files, out, rename, prune, cache, collection, reading }, to, onTick);
      return 0;
    };
  },
};

async function lock(
  { files, rename, prune, cache, reading, ...named }: Arguments,
  to: Output,
  onTick: () => void,
): Promise<void> {
  // Dumps that are named are of one collection, whatever was built.
  const { collection, others, out } =
    files.length > 0
      ? { collection: '', others: [], out: named.out ?? CUSTOMARY_LOCK }
      : chooseCollection(cache, named);
  const index = storyIndexFolder(cache, collection);
  const file = path.resolve(out);
  const before = (await readAddressLock(file)) ?? new AddressLock();
  refuseDamage(before, dumpFile(file, process.cwd()).name);
  const published =
    files.length > 0 ? await addressesOf(files, before, reading, onTick) : await lastBuild(index);
  const renamed = await renamedStories(rename, published, before, index);
  const added = updateLock(file, before, renamed, { prune });
  const { size } = (await readAddressLock(file)) ?? before;
  const change = added < 0 ? `${-added} given up` : `${added} new`;
  to.write(`${printable(`${out}: ${plural(size, 'address', 'addresses')}, ${change}.`)}\n`);
  // Who names the collection knows that there are others.
  if (named.collection !== undefined) return;
  for (const other of others) {
    const command = `npx wirecopy lock --collection ${other} --out src/${other}.lock`;
    to.write(`${printable(`Of the collection “${collection}” alone; for “${other}”: ${command}`)}\n`);
  }
}

async function lastBuild(index: string): Promise<AddressLock> {
  const published = await readAddressLock(publishedFile(index));
  if (published?.messages.length === 0) return published;
  throw new Error(
    `There is no finished build in ${index}. Build first, or name the dumps: npx wirecopy lock dumps/*.txt. ` +
      'A cache folder or a collection of another name is named by --cache and --collection.',
  );
}
