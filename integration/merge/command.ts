// `wirecopy merge`: what it is asked by, and what it says.
import { parseArgs } from 'node:util';
import type { Command, Output } from '../terminal/command.ts';
import { printable } from '../terminal/printable.ts';
import { ProgressLine } from '../terminal/progress-line.ts';
import { MergeError, mergeShards } from './merge-shards.ts';

const USAGE = `Usage: wirecopy merge [options] FOLDER…

Unites the folders that SHARD=1/4 npm run build and so on left into one site, the same that one build writes.

  --out FOLDER       where the site goes (default: dist)
  --force            replace what is in that folder
  --help             print this

Exit code: 0 the site is there, 1 the shards do not make one, 2 it could not run.
`;

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
  const progress = new ProgressLine(err);
  let copied = 0;
  const onFile = (total: number) => {
    copied++;
    progress.draw(() => `${copied} of ${total} files`);
  };
  try {
    const { files, bytes } = mergeShards(folders, { out: folder, force, onFile });
    progress.clear();
    out.write(
      printable(
        `${files} files, ${(bytes / 1e6).toFixed(1)} MB, from ${folders.length} shards are in ${folder}.`,
      ),
    );
    out.write('\n');
    return true;
  } catch (error) {
    progress.clear();
    if (!(error instanceof MergeError)) throw error;
    for (const reason of error.reasons) err.write(`${printable(reason)}\n`);
    return false;
  }
}
