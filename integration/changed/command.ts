// `wirecopy changed`: which files of a built site a deployment has to send and to delete.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BufferedWriter } from '../terminal/buffered-writer.ts';
import type { Command, Output } from '../terminal/command.ts';
import { changesSince, fileList, type ListedFiles, readListed, writeListed } from './listed-files.ts';

const USAGE = `Usage: wirecopy changed [options]

Prints the files of a built site that were written or deleted since the last deployment that was marked, a line each,
relative to the site's folder; all of them where none was. Mark a deployment once it is done:

  npx wirecopy changed | rsync -r --files-from=- --delete-missing-args dist/ host:/srv/news/ && npx wirecopy changed --mark

  --written          only files that were written
  --deleted          only files that were deleted
  --mark             print nothing; what is in the folder now is what was deployed
  --since-deploy     the same as without: said for whoever reads the script
  --dir FOLDER       the site (default: dist)
  --cache FOLDER     Astro's cache folder, where deployments are marked (default: node_modules/.astro)
  --help             print this

Exit code: 0 done, 2 it could not run.
`;

interface Arguments {
  written: boolean;
  deleted: boolean;
  mark: boolean;
  /** Of the site. */
  folder: string;
  cache: string;
}

export const changedCommand: Command = {
  usage: USAGE,
  prepare(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        written: { type: 'boolean', default: false },
        deleted: { type: 'boolean', default: false },
        mark: { type: 'boolean', default: false },
        'since-deploy': { type: 'boolean', default: false },
        dir: { type: 'string', default: 'dist' },
        cache: { type: 'string', default: 'node_modules/.astro' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { help, dir, cache, written, deleted, mark } = values;
    if (help) return undefined;
    return async (out) => {
      await changed({ written, deleted, mark, folder: path.resolve(dir), cache: path.resolve(cache) }, out);
      return 0;
    };
  },
};

async function changed({ written, deleted, mark, folder, cache }: Arguments, out: Output): Promise<void> {
  const before: ListedFiles = readListed(cache, folder);
  const now = fileList(folder, before);
  if (mark) {
    writeListed(cache, folder, now);
    return;
  }
  const changes = changesSince(before, now);
  const both = written === deleted;
  const names = [...(written || both ? changes.written : []), ...(deleted || both ? changes.deleted : [])];
  const writer = new BufferedWriter(out, () => {});
  for (const name of names.sort()) {
    writer.write(`${name}\n`);
    await writer.flushIfFull();
  }
  await writer.flush();
}
