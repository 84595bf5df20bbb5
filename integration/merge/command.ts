// `wirecopy merge`: what it is asked by, and what it says.
import { parseArgs } from 'node:util';
import type { Command, Output } from '../command.ts';
import { printable } from '../terminal.ts';
import { mergeShards, NoSite } from './merge.ts';

const USAGE = `Usage: wirecopy merge [options] FOLDER…

Unites the folders that SHARD=1/4 npm run build and so on left into one site, the same that one build writes.

  --out FOLDER       where the site goes (default: dist)
  --force            replace what is in that folder
  --help             print this

Exit code: 0 the site is there, 1 the shards do not make one, 2 it could not run.
`;

const MS_BETWEEN = 100;

export const mergeCommand: Command = {
  usage: USAGE,
  prepare(args) {
    const { values, positionals: folders } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'dist' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return undefined;
    if (folders.length === 0) throw new Error('Name the folder of each shard.');
    return async (out, err) => (merge(folders, values, out, err) ? 0 : 1);
  },
};

/** @returns whether the site is there */
function merge(
  folders: readonly string[],
  { out: folder, force }: { out: string; force: boolean },
  out: Output,
  err: Output,
): boolean {
  let copied = 0;
  let drawnAt = 0;
  const clear = () => (drawnAt > 0 ? err.write('\r\x1b[K') : undefined);
  const onFile = (total: number) => {
    copied++;
    const now = performance.now();
    if (!err.isTTY || now - drawnAt < MS_BETWEEN) return;
    drawnAt = now;
    err.write(`\r${copied} of ${total} files\x1b[K`);
  };
  try {
    const { files, bytes } = mergeShards(folders, { out: folder, force, onFile });
    clear();
    out.write(
      printable(
        `${files} files, ${(bytes / 1e6).toFixed(1)} MB, from ${folders.length} shards are in ${folder}.`,
      ),
    );
    out.write('\n');
    return true;
  } catch (error) {
    clear();
    if (!(error instanceof NoSite)) throw error;
    for (const reason of error.reasons) err.write(`${printable(reason)}\n`);
    return false;
  }
}
