// Shards to a site. Nothing is written before all of them are found to be there, whole, and of one build; the site takes
// its place once every file of it is there.
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { shardName } from '../build/shard.ts';
import { FileTally, readShardManifest, SHARD_MANIFEST, type ShardManifest } from '../build/shard-manifest.ts';
import { FolderCopier, filesIn, sizeOf, UnsupportedFileError } from './folder-files.ts';

/** Why shards do not make a site, a sentence each. */
export class MergeError extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

export interface MergeOptions {
  /** Folder of the site. */
  out: string;
  /** Whether to replace what is in that folder. */
  force: boolean;
  /** Called after every file that was copied; `total` is how many there are in all. */
  onFile?: (total: number) => void;
}

/** What was merged. */
export interface MergeResult {
  files: number;
  bytes: number;
}

/** A folder that says it is a shard. */
interface ShardFolder extends ShardManifest {
  /** As the user named it. */
  name: string;
}

/**
 * Merges the folders of all shards into the site that one build would have written.
 * @throws MergeError where they do not make one
 * @throws Error where the folder for the site is taken, or something can't be read or written
 */
export function mergeShards(folders: readonly string[], options: MergeOptions): MergeResult {
  const out = path.resolve(options.out);
  checkOut(out, folders, options.force);
  const shards = readShards(folders);
  const conflicts = [...findConflicts(shards)];
  const reasons = conflicts.length > 0 ? conflicts : shards.flatMap(findDamage);
  if (reasons.length > 0) throw new MergeError(reasons);

  const total = shards.reduce((sum, { totals }) => sum + totals.files, 0);
  const bytes = shards.reduce((sum, { totals }) => sum + totals.bytes, 0);
  removeLeftovers(out);
  // Beside the folder it is to become, so that renaming does: a merge that is stopped leaves no half of a site.
  const draft = `${out}${DRAFT}${process.pid}`;
  const former = `${out}${FORMER}${process.pid}`;
  try {
    mkdirSync(draft);
    copyAll(shards, draft, () => options.onFile?.(total));
    if (existsSync(out)) renameSync(out, former);
    renameSync(draft, out);
  } finally {
    for (const folder of [draft, former]) rmSync(folder, { recursive: true, force: true });
  }
  return { files: total, bytes };
}

/** What stands behind the site's name in that of a site that is being put together, and of the one it replaces. */
const [DRAFT, FORMER] = ['.merging-', '.replaced-'];

/** Deletes what merges left that were killed. Whose process is still there is left alone. */
function removeLeftovers(out: string): void {
  const parent = path.dirname(out);
  for (const name of readdirSync(parent)) {
    const file = path.join(parent, name);
    const [, mark, pid] =
      /^(\.merging-|\.replaced-)(\d+)$/u.exec(file.startsWith(out) ? file.slice(out.length) : '') ?? [];
    if (mark === undefined || isRunning(Number(pid))) continue;
    // Killed between the two renames: the site is still the former one.
    if (mark === FORMER && !existsSync(out)) renameSync(file, out);
    else rmSync(file, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's can't be asked, and is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function checkOut(out: string, folders: readonly string[], force: boolean): void {
  const parent = path.dirname(out);
  if (!existsSync(parent)) throw new Error(`There is no folder ${parent} for the site.`);
  if (isWithin(process.cwd(), out)) {
    throw new Error(`${out} is where the command runs, or above it: name a folder of the site's own.`);
  }
  for (const folder of folders.filter((each) => existsSync(each))) {
    if (isWithin(folder, out) || isWithin(out, folder))
      throw new Error(`The site can't be put into ${out}: the shard ${folder} is there.`);
  }
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new Error(`${out} is a file, and the site is a folder.`);
  if (readdirSync(out).length > 0 && !force)
    throw new Error(`${out} is not empty. With --force, the site takes the place of what is there.`);
}

/** Whether a path is a folder's, or below it; links are looked through. */
function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(real(outer), real(inner));
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
}

function real(name: string): string {
  return existsSync(name)
    ? realpathSync(name)
    : path.join(realpathSync(path.dirname(name)), path.basename(name));
}

function readShards(folders: readonly string[]): ShardFolder[] {
  const shards: ShardFolder[] = [];
  const reasons: string[] = [];
  for (const name of folders) {
    if (!statSync(name, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`There is no folder ${name}.`);
    const manifest = readShardManifest(name);
    if (manifest) shards.push({ ...manifest, name });
    else {
      reasons.push(
        `${name} is no shard of this version's, or not a finished one: SHARD=1/4 npm run build leaves a ` +
          `${SHARD_MANIFEST} in each.`,
      );
    }
  }
  if (reasons.length > 0) throw new MergeError(reasons);
  return shards;
}

/** What the manifests alone show. */
function* findConflicts(shards: readonly ShardFolder[]): Generator<string> {
  const [first, ...others] = shards;
  if (!first) return;
  const { count } = first.shard;
  for (const { name, shard, inputs, dependencies } of others) {
    if (shard.count !== count)
      yield `${first.name} is one of ${count} shards, ${name} is one of ${shard.count}.`;
    else if (inputs !== first.inputs)
      yield `${first.name} and ${name} were built from different dumps, or with different versions or options.`;
    else if (dependencies !== first.dependencies)
      yield `${first.name} and ${name} were built with different templates, packages or configurations.`;
  }
  const names = new Map<number, string>();
  for (const { name, shard } of shards.filter((each) => each.shard.count === count)) {
    const duplicate = names.get(shard.index);
    if (duplicate !== undefined) yield `${duplicate} and ${name} are both shard ${shardName(shard)}.`;
    names.set(shard.index, name);
  }
  const missing = ranges(count, (index) => !names.has(index));
  if (missing.length > 0) yield `Of ${count} shards, these are missing: ${missing.join(', ')}.`;
}

/** The numbers up to `count` that something holds for, as `2` or `5–9`. */
function ranges(count: number, holds: (index: number) => boolean): string[] {
  const found: string[] = [];
  for (let index = 1; index <= count; index++) {
    if (!holds(index)) continue;
    const start = index;
    while (index < count && holds(index + 1)) index++;
    found.push(start === index ? `${index}` : `${start}–${index}`);
  }
  return found;
}

/** Whether a folder still holds what its build left: nothing less, nothing more, nothing of another size. */
function findDamage({ name, totals }: ShardFolder): string[] {
  const tally = new FileTally();
  try {
    for (const file of filesIn(name)) if (file !== SHARD_MANIFEST) tally.add(file, sizeOf(name, file));
  } catch (error) {
    if (!(error instanceof UnsupportedFileError)) throw error;
    return [`${name} was changed since it was built: ${error.message}.`];
  }
  const found = tally.totals();
  if (found.digest === totals.digest) return [];
  const say = ({ files, bytes }: MergeResult) => `${files} files of ${bytes} bytes`;
  return [`${name} was changed since it was built: it had ${say(totals)}, and has ${say(found)}.`];
}

function copyAll(shards: readonly ShardFolder[], to: string, onFile: () => void): void {
  const copier = new FolderCopier(to);
  for (const { name } of shards) {
    for (const file of filesIn(name)) {
      if (file === SHARD_MANIFEST) continue;
      if (!copier.copy(name, file))
        throw new MergeError([`${name} has ${file}, which is in another shard too.`]);
      onFile();
    }
  }
}
